// What stands below a line that says "the end" is seldom of the article.

#include <algorithm>

#include "select/passes/passes.hpp"
#include "text/ascii.hpp"
#include "text/sentence.hpp"
#include "text/word_lists.hpp"

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

/// Of a line without the brackets, dashes and stars around its words.
std::string_view without_ornaments(std::string_view line) {
  constexpr std::string_view ornaments[] = {" ",      "-",      "*",      "(",      ")",      "[",      "]",
                                            "=",      "~",      "#",      "\u2014", "\u2013", "\u2500", "\u3010",
                                            "\u3011", "\uFF08", "\uFF09", "\uFF3B", "\uFF3D", "\u00B7"};
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view ornament : ornaments) {
      if (line.starts_with(ornament)) line.remove_prefix(ornament.size()), cut = true;
      if (line.ends_with(ornament)) line.remove_suffix(ornament.size()), cut = true;
    }
  }
  return line;
}

bool is_in_capitals(std::string_view line) {
  return std::all_of(line.begin(), line.end(),
                     [](char c) { return c == ' ' || (text::is_ascii_letter(c) && text::to_lower_ascii(c) != c); });
}

/// Whether a letter, a digit or a Han character stands first, and one stands last: nearly all lines are like that.
bool has_no_ornaments(std::string_view line) {
  const auto is_plain = [line](std::size_t at) {
    return text::word_byte(line[at]) != 0 || text::han_prefix(line.substr(at)) > 0;
  };
  return is_plain(0) && is_plain(text::code_point_start(line, line.size() - 1));
}

}  // namespace

bool is_end_mark(std::string_view line) {
  // 32 bytes: the word between a row of dashes on either side.
  constexpr std::size_t longest = 32;
  if (line.empty() || line.size() > longest) return false;
  if (has_no_ornaments(line) && !is_in_capitals(line)) return false;
  const std::string_view bare = without_ornaments(line);
  const bool stands_out = bare.size() < line.size() || is_in_capitals(bare);
  return stands_out && text::words_of(text::WordList::bracketed_end).has(bare);
}

void lower_tail_after_end_mark(PassState& state) {
  if (state.is_undisputed) return;
  if (state.page_type == Verdict::forum) return;
  double all = 0;
  for (std::size_t i = 0; i < state.size(); ++i)
    all += static_cast<double>(state.out.choices[i].score) * state.block(i).word_count;
  double before = 0;
  for (std::size_t i = 0; i < state.size(); ++i) {
    before += static_cast<double>(state.out.choices[i].score) * state.block(i).word_count;
    // Half of the expected text must stand above: a mark higher up ends something else.
    if (before < 0.5 * all) continue;
    const rules::PhraseMatch& mark = state.in.matches.lines[i][static_cast<std::size_t>(Category::end_mark)];
    const bool ends = mark.match == rules::Match::line || is_end_mark(state.text(i)) ||
                      (mark.match == rules::Match::suffix && stands_apart(state, i, mark));
    if (!ends) continue;
    for (std::size_t j = i + 1; j < state.size(); ++j) state.lower(j, 0.15F);
    return;
  }
}

}  // namespace pith::select
