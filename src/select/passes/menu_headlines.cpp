// Headlines of other articles above the text's own, in plain text: a menu of what else there is today. They score as
// headlines do. The text's own has its date or its source right below it and the text below that, so that what stands
// above it in a long run of lines that are no sentences belongs to the site.

#include "measure/phrase_category.hpp"
#include "select/passes/signs.hpp"
#include "text/sentence.hpp"

namespace pith::select {
namespace {

/// A line that a page has between the headline and the text: a day, a source, who wrote it.
bool is_credit_line(const PassState& state, std::size_t i) {
  return is_date_line(state.text(i)) || is_dated(state.text(i)) ||
         credits.has(measure::phrase_category(state.in.matches.lines[i])) || is_named_credit(state, i);
}

/// Whether a credit stands below the headline, and prose below that, with little between them.
bool heads_text(const PassState& state, std::size_t title) {
  constexpr std::size_t reach = 4;
  bool credit = false;
  for (std::size_t i = title + 1; i < state.size() && i <= title + reach; ++i) {
    if (state.is_prose(i)) return credit && state.out.choices[i].kept;
    credit = credit || is_credit_line(state, i);
  }
  return false;
}

bool is_headline(const PassState& state, std::size_t i) {
  return !text::ends_with_mark(state.text(i), text::not_of_headlines);
}

/// Entries of menus, by the phrases for them, above the first prose, where they are half of the lines; the block below
/// the last of them. 0: there are too few to be a menu.
std::size_t end_of_menu(const PassState& state, std::size_t prose) {
  constexpr std::size_t fewest = 3;
  constexpr float longest_entry = 4;  // weighted words
  constexpr rules::CategorySet entries = {Category::navigation, Category::login_wall, Category::copyright};
  std::size_t found = 0;
  std::size_t end = 0;
  for (std::size_t i = 0; i < prose; ++i) {
    if (state.block(i).weighted_words() > longest_entry) continue;
    if (!entries.has(measure::phrase_category(state.in.matches.lines[i])) &&
        !entries.has(rules::named_alone(state.in.rules, state.folded(i))))
      continue;
    ++found;
    if (found >= fewest && 2 * found > i) end = i + 1;
  }
  return end;
}

/// Short lines from the top of a plain text down to the last entry of its menu.
void drop_menu(PassState& state) {
  constexpr std::size_t furthest = 25;  // lines; further down, what stands above is a text of short lines
  constexpr float sure_of_text = 0.6F;
  const ProseExtent prose = prose_extent(state);
  if (prose.first > furthest || prose.first == state.size()) return;
  const std::size_t end = end_of_menu(state, prose.first);
  for (std::size_t i = 0; i < end; ++i) {
    const Choice& choice = state.out.choices[i];
    const bool is_title = static_cast<std::int32_t>(i) == state.out.title_block;
    if (choice.kept && choice.score < sure_of_text && !is_title && is_headline(state, i))
      state.drop(i, Category::navigation);
  }
}

}  // namespace

void drop_menu_headlines(PassState& state) {
  constexpr std::size_t fewest = 5;  // fewer are a site's name, a column, a heading above the headline
  if (!state.is_text() || state.page_type != Verdict::article) return;
  if (!state.is_undisputed) drop_menu(state);
  if (state.out.title_block < 0) return;
  const auto title = static_cast<std::size_t>(state.out.title_block);
  if (title < fewest || !heads_text(state, title)) return;
  std::size_t first = title;
  // A day by each headline is no menu: the posts of one page, or what it is a list of.
  while (first > 0 && is_headline(state, first - 1) && !is_credit_line(state, first - 1)) --first;
  if (title - first < fewest) return;
  for (std::size_t i = first; i < title; ++i) {
    if (state.out.choices[i].kept) state.drop(i, Category::related);
  }
}

}  // namespace pith::select
