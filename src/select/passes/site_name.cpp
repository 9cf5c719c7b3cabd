// The site's name above the article, which ends the page's <title>.

#include "select/passes/passes.hpp"

namespace pith::select {

void drop_site_names(PassState& state) {
  // Names are a few words long; a whole <title> may be a name, but then it is the headline too.
  constexpr std::uint32_t most_letters = 24;
  const std::string_view title = state.fold(state.in.facts.title);
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (state.is_prose(i)) return;  // further down a name may be a signature or a source
    const std::string_view name = state.folded(i);
    if (static_cast<std::int32_t>(i) == state.out.title_block || name.empty()) continue;
    if (state.block(i).letters <= most_letters && name.size() < title.size() && title.ends_with(name)) {
      state.exclude(i, Category::site_chrome);
    }
  }
}

}  // namespace pith::select
