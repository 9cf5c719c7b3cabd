// Readers' comments below an article, where nothing but their heading tells them from it.

#include <algorithm>

#include "select/passes/passes.hpp"
#include "text/ascii.hpp"
#include "text/source_code.hpp"

namespace pith::select {
namespace {

bool has_digit(std::string_view line) {
  return std::any_of(line.begin(), line.end(), text::is_ascii_digit);
}

/// Whether counts of comments stand all over the page, as by each post of a blog and each thing of a shop.
bool has_many_counts(const PassState& state) {
  constexpr std::size_t many = 4;
  std::size_t counts = 0;
  for (std::size_t i = 0; i < state.size() && counts < many; ++i)
    counts += has_digit(state.text(i)) && announces_comments(state, i) ? 1U : 0U;
  return counts == many;
}

}  // namespace

bool announces_comments(const PassState& state, std::size_t i) {
  const rules::PhraseMatch& match = state.in.matches.lines[i][static_cast<std::size_t>(Category::comments)];
  const bool is_heading = (match.match >= rules::Match::prefix && match.share >= 0.5F) ||
                          state.in.rules.category_words.announced_by(state.folded(i)) == Category::comments;
  return is_heading && !(state.is_text() && text::is_code_line(state.text(i)));  // "// comment"
}

void lower_comments(PassState& state) {
  // In plain text they read like the article; in HTML scores see the elements that hold them, where those are named.
  if (state.is_text() ? state.page_type == Verdict::forum : state.page_type != Verdict::article) return;
  constexpr float sure_of_article = 0.85F;
  constexpr float least_words_above = 60;  // fewer may be a deck above a link to the comments
  constexpr float least_above_count = 15;  // "Comments (4)": a link beside a headline has no number, or a short deck
  float words_above = 0;
  std::size_t heading = state.size();
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (state.out.choices[i].score >= sure_of_article) {
      words_above += state.block(i).weighted_words();
      heading = state.size();  // the article goes on: what was above was a link to the comments
    } else if (heading == state.size() &&
               words_above >= (has_digit(state.text(i)) ? least_above_count : least_words_above) &&
               announces_comments(state, i)) {
      heading = i;
    }
  }
  if (heading < state.size() && has_digit(state.text(heading)) && has_many_counts(state)) return;
  for (std::size_t i = heading; i < state.size(); ++i) {
    if (state.out.choices[i].score > 0) state.lower(i, 0.3F);
  }
}

}  // namespace pith::select
