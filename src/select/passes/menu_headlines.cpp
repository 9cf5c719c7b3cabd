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

}  // namespace

void drop_menu_headlines(PassState& state) {
  constexpr std::size_t fewest = 5;  // fewer are a site's name, a column, a heading above the headline
  if (!state.is_text() || state.page_type != Verdict::article || state.out.title_block < 0) return;
  const auto title = static_cast<std::size_t>(state.out.title_block);
  if (title < fewest || !heads_text(state, title)) return;
  std::size_t first = title;
  while (first > 0 && is_headline(state, first - 1)) --first;
  if (title - first < fewest) return;
  for (std::size_t i = first; i < title; ++i) {
    if (state.out.choices[i].kept) state.drop(i, "menu headlines", Category::related);
  }
}

}  // namespace pith::select
