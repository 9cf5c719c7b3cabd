// Everyday lines among what is kept: rights, rows of buttons, calls to follow an account or load an app, offers of
// letters and subscriptions, notices about scripts and browsers, helplines. Short pages have them below their text,
// where nothing but their words tells that they are no text.

#include "select/passes/signs.hpp"
#include "text/sentence.hpp"
#include "text/source_code.hpp"

namespace pith::select {
namespace {

/// Whether the line is a call to follow in whatever wording: it names a network, an app or letters, and what to do
/// there. A sentence is one where it addresses its readers, too.
bool calls_to_follow(PassState& state, std::size_t i) {
  constexpr text::SentenceMarks full_stops =
      text::full_stop | text::cjk_full_stop | text::danda | text::arabic_full_stop;
  constexpr std::size_t longest_line = 100;  // bytes, folded
  const bool is_line = !text::ends_with_mark(state.text(i), full_stops) && state.folded(i).size() <= longest_line;
  return (is_line || fits_pattern(state, rules::PatternUse::follow_call, state.folded(i))) &&
         fits_both(state, rules::PatternUse::follow_what, rules::PatternUse::follow_how, state.folded(i));
}

/// Of a line that may go; `below_text`: no prose that stays stands below it.
Category category_of_line(PassState& state, std::size_t i, bool below_text) {
  if (is_command_row(state, i)) return Category::site_chrome;
  if (is_top_menu(state, i) || is_bar_of_entries(state, i)) return Category::navigation;
  // Posts of people may say anything: of a thread only what stands below them.
  if (state.page_type == Verdict::forum && !below_text) return Category::content;
  if (const Category everyday = everyday_category(state, i); everyday != Category::content) return everyday;
  return below_text && calls_to_follow(state, i) ? Category::app_promo : Category::content;
}

}  // namespace

void drop_everyday_lines(PassState& state) {
  const ProseExtent prose = prose_extent(state);
  // The last prose may be such a call itself.
  const std::size_t below_text = prose.first < state.size() ? prose.last : state.size();
  for (std::size_t i = 0; i < state.size(); ++i) {
    // Within the text, prose speaks of codes, apps and rights because these are its subject.
    if (i > prose.first && i < prose.last && state.is_prose(i)) continue;
    if (!state.out.choices[i].kept || static_cast<std::int32_t>(i) == state.out.title_block ||
        state.block(i).preformatted)
      continue;
    if (state.is_text() && text::is_code_line(state.text(i))) continue;
    // Of several lines in one block one may be everyday, which the tail and the residue see to.
    if (state.text(i).find('\n') != std::string_view::npos) continue;
    const Category category = category_of_line(state, i, i >= below_text);
    if (category != Category::content) state.drop(i, category);
  }
}

}  // namespace pith::select
