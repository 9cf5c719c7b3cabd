// Everyday lines among what is kept: rights, calls to follow an account or load an app, offers of letters and
// subscriptions, notices about scripts and browsers, helplines. Short pages have them below their text, where nothing
// but their words tells that they are no text.

#include <algorithm>

#include "select/passes/signs.hpp"

namespace pith::select {
namespace {

/// The kept prose from the first block to the last.
struct Body {
  std::size_t first = 0, last = 0;
};

Body body_of(const PassState& state) {
  Body body{state.size(), 0};
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (!state.out.choices[i].kept || !state.is_prose(i)) continue;
    body.first = std::min(body.first, i);
    body.last = i;
  }
  return body;
}

}  // namespace

void drop_everyday_lines(PassState& state) {
  // Posts of people may say anything.
  if (state.page_type == Verdict::forum) return;
  const Body body = body_of(state);
  for (std::size_t i = 0; i < state.size(); ++i) {
    // Within the text, prose speaks of codes, apps and rights because these are its subject.
    if (i > body.first && i < body.last && state.is_prose(i)) continue;
    if (!state.out.choices[i].kept || static_cast<std::int32_t>(i) == state.out.title_block ||
        state.block(i).preformatted)
      continue;
    // Of several lines in one block one may be everyday, which the tail and the residue see to.
    if (state.text(i).find('\n') != std::string_view::npos) continue;
    const Category category = everyday_category(state, i);
    if (category != Category::content) state.drop(i, "everyday lines", category);
  }
}

}  // namespace pith::select
