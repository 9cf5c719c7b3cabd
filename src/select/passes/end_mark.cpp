// What stands below a line that says "the end" is seldom of the article.

#include "select/passes/passes.hpp"
#include "text/sentence.hpp"

namespace pith::select {
namespace {

/// Whether the mark at the end of a line is set off from the sentence before it: by a bracket or dash, or by standing
/// right after a sentence end. Phrases are compared without punctuation, so the words alone could be the end of a
/// sentence.
bool stands_apart(const PassState& state, std::size_t i, const rules::PhraseMatch& mark) {
  const std::string_view line = state.text(i);
  const std::string_view phrase = state.in.rules.phrases[mark.phrase].text;
  for (const std::string_view closer : {")", "]", "-", "\u3011", "\uFF09", "\uFF3D", "\u2014", "\u2500"}) {
    if (line.ends_with(closer)) return true;
  }
  if (!line.ends_with(phrase)) return false;
  const std::string_view before = text::trim(line.substr(0, line.size() - phrase.size()));
  return text::ends_with_mark(before, text::before_end_marks);
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
    for (std::size_t j = i + 1; j < state.size(); ++j) state.lower(j, 0.15F, "tail after end mark");
    return;
  }
}

}  // namespace pith::select
