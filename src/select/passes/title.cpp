// Which block is the headline, and whether it is printed as part of the text.

#include <algorithm>

#include "select/passes/passes.hpp"
#include "select/passes/title_line.hpp"

namespace pith::select {
namespace {

/// What makes a block look like the page's headline, the surest last.
enum class TitleMatch { none, first_heading, part, same, heading_part, heading_same };

TitleMatch title_match(const PassState& state, std::size_t i, std::string_view headline) {
  const std::string_view text = state.folded(i);
  const blocks::TextBlock& block = state.block(i);
  if (text.empty() || block.word_count == 0) return TitleMatch::none;
  const bool is_heading = block.kind == BlockKind::heading && block.level <= 2;
  const TitleMatch by_level = is_heading && block.level == 1 ? TitleMatch::first_heading : TitleMatch::none;
  if (headline.empty()) return by_level;
  if (text == headline) return is_heading ? TitleMatch::heading_same : TitleMatch::same;
  const bool longer = text.size() > headline.size();
  const std::string_view part = longer ? headline : text;
  const std::string_view whole = longer ? text : headline;
  const bool mostly_same = part.size() * 10 >= whole.size() * 6 && whole.find(part) != std::string::npos;
  if (mostly_same) return is_heading ? TitleMatch::heading_part : TitleMatch::part;
  return by_level;
}

void find_html_title(PassState& state) {
  const std::string_view headline = state.fold(state.in.facts.headline);
  TitleMatch best = TitleMatch::none;
  for (std::size_t i = 0; i < state.size(); ++i) {
    const TitleMatch match = title_match(state, i, headline);
    if (match <= best) continue;
    best = match;
    state.out.title_block = static_cast<std::int32_t>(i);
  }
}

/// The block that shows the headline as the caller knows it; -1 when none does. A title of one word may be the name of
/// anything, and a link leads to another page.
std::int32_t find_known_title(PassState& state) {
  constexpr std::uint32_t fewest_words = 2;
  constexpr float most_linked = 0.5F;
  const std::string_view known = state.fold(state.in.facts.known_title);
  std::int32_t found = -1;
  TitleMatch best = TitleMatch::first_heading;
  const auto match_of = [&](std::size_t i) {
    const blocks::TextBlock& block = state.block(i);
    const bool may_be = block.word_count >= fewest_words && block.hidden == 0 && block.link_density() < most_linked;
    return may_be ? title_match(state, i, known) : TitleMatch::none;
  };
  // The one that is found without the caller's words stays where another is only as good.
  if (state.out.title_block >= 0) best = std::max(best, match_of(static_cast<std::size_t>(state.out.title_block)));
  if (best > TitleMatch::first_heading) found = state.out.title_block;
  for (std::size_t i = 0; i < state.size(); ++i) {
    const TitleMatch match = match_of(i);
    if (match <= best) continue;
    best = match;
    found = static_cast<std::int32_t>(i);
  }
  return found;
}

/// The score from which on the headline is printed as part of the text.
float least_title_score(const PassState& state) {
  // A headline is few words, so the cut hardly feels it; readers miss it more than they mind it. Printed from .2 on,
  // wcxb gains .002, news .006 and magic-article .004 over printing it always; zh is unchanged.
  constexpr float usual = 0.2F;
  if (state.options.leaning == Leaning::complete || state.title_is_known) return 0.0F;
  // Found by its words among plain Chinese lines it is right nine times in ten, whatever its score: zh +.010.
  return state.is_text() && state.cjk_share > mostly_cjk ? 0.0F : usual;
}

}  // namespace

void find_title(PassState& state) {
  if (state.is_text()) {
    state.out.title_block = find_title_line(state);
  } else {
    find_html_title(state);
  }
  if (state.in.facts.known_title.empty()) return;
  const std::int32_t known = find_known_title(state);
  if (known < 0) return;
  state.out.title_block = known;
  state.title_is_known = true;
}

void decide_title_in_text(PassState& state) {
  if (state.out.title_block < 0) return;
  const float score = state.out.choices[static_cast<std::size_t>(state.out.title_block)].score;
  state.out.title_in_text = score >= least_title_score(state);
}

}  // namespace pith::select
