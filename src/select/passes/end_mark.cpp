// What stands below a line that says "the end" is seldom of the article.

#include "select/passes/passes.hpp"
#include "text/sentence.hpp"

namespace pith::select {
namespace {

/// The line up to the words that end it.
std::string_view before_words(std::string_view line, std::string_view folded_words, std::string& scratch) {
  const std::size_t longest = 2 * folded_words.size() + 16;  // bytes: with space and marks among the words
  std::size_t at = line.size() > longest ? text::code_point_end(line, line.size() - longest) : 0;
  std::string_view before;
  for (; at < line.size(); at = text::code_point_end(line, at + 1)) {
    scratch.clear();
    text::append_folded(line.substr(at), scratch);
    if (scratch.size() < folded_words.size()) break;
    if (scratch == folded_words) before = line.substr(0, at);
  }
  return text::trim(before);
}

/// Whether the mark at the end of a line is set off from the sentence before it: by a bracket or dash, or by standing
/// right after a sentence end. Phrases are compared without punctuation, so the words alone could be the end of a
/// sentence.
bool stands_apart(PassState& state, std::size_t i, const rules::PhraseMatch& mark) {
  const std::string_view line = state.text(i);
  for (const std::string_view closer : {")", "]", "-", "\u3011", "\uFF09", "\uFF3D", "\u2014", "\u2500"}) {
    if (line.ends_with(closer)) return true;
  }
  const std::string_view words = rules::words_of(state.in.rules, mark);
  return text::ends_with_mark(before_words(line, words, state.out.scratch.text), text::before_end_marks);
}

}  // namespace

void lower_tail_after_end_mark(PassState& state) {
  if (state.is_undisputed) return;
  if (state.page_type == Verdict::forum) return;
  double all = 0;
  for (std::size_t i = 0; i < state.size(); ++i)
    all += static_cast<double>(state.out.choices[i].score) * state.block(i).word_count;
  double before = 0;
  for (std::size_t i = 0; i < state.size(); ++i) {
    before += static_cast<double>(state.out.choices[i].score) * state.block(i).word_count;
    const rules::PhraseMatch& mark = state.in.matches.lines[i][static_cast<std::size_t>(Category::end_mark)];
    const bool ends =
        mark.match == rules::Match::line || (mark.match == rules::Match::suffix && stands_apart(state, i, mark));
    // Half of the expected text must stand above: a mark higher up ends something else.
    if (!ends || before < 0.5 * all) continue;
    for (std::size_t j = i + 1; j < state.size(); ++j) state.lower(j, 0.15F, "end mark");
    return;
  }
}

}  // namespace pith::select
