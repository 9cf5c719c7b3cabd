// The top of a plain text whose menu is one line or a few: what stands above it is the site's name, and the line below
// it, right above the text, heads the text, however short both are.

#include <algorithm>

#include "select/passes/signs.hpp"

namespace pith::select {
namespace {

bool is_of_menu(PassState& state, std::size_t i) {
  return is_top_menu(state, i) || is_menu_line(state, i) || is_bar_of_entries(state, i);
}

/// The line below the menu at the top; 0: there is none.
std::size_t end_of_top_menu(PassState& state) {
  constexpr std::size_t reach = 3;  // lines in which it may begin
  std::size_t end = 0;
  for (std::size_t i = 0; i < std::min(reach, state.size()); ++i) {
    if (is_of_menu(state, i)) end = i + 1;
  }
  return end;
}

void drop_lines_above(PassState& state, std::size_t end) {
  for (std::size_t i = 0; i < end; ++i) {
    const bool is_title = static_cast<std::int32_t>(i) == state.out.title_block;
    if (state.out.choices[i].kept && !is_title && !state.is_prose(i)) state.drop(i, Category::site_chrome);
  }
}

}  // namespace

void settle_top_lines(PassState& state) {
  constexpr float least_score = 0.1F;
  if (!state.is_text() || state.is_undisputed || state.page_type == Verdict::forum) return;
  if (state.options.leaning == Leaning::precise) return;
  const std::size_t first = end_of_top_menu(state);
  if (first == 0 || first + 1 >= state.size()) return;
  drop_lines_above(state, first);
  const bool heads_text =
      state.out.choices[first + 1].kept && !is_dated(state.text(first)) && state.block(first).word_count > 1;
  if (heads_text && may_be_line(state, first, least_score)) {
    state.out.choices[first].category = Category::content;
    state.keep(first);
  }
}

}  // namespace pith::select
