#include "measure/phrase_category.hpp"

#include <bit>

namespace pith::measure {

Category phrase_category(const rules::FoundMatches& matches) noexcept {
  // A prefix such as "Source:" names its line only when the line is not much longer than it.
  constexpr float least_prefix_share = 0.2F;
  Category best = Category::content;
  float best_weight = 0;
  for (std::uint32_t found = matches.found; found != 0; found &= found - 1) {
    const auto c = static_cast<std::size_t>(std::countr_zero(found));
    const rules::PhraseMatch& match = matches[c];
    if (match.match < rules::Match::prefix) continue;
    if (match.match == rules::Match::prefix && match.share < least_prefix_share) continue;
    const float weight = match.share + (match.match == rules::Match::line ? 1.0F : 0.0F);
    if (weight > best_weight) {
      best_weight = weight;
      best = static_cast<Category>(c);
    }
  }
  return best;
}

Category list_headed_by(const rules::FoundMatches& matches) noexcept {
  for (const Category list : {Category::related, Category::hot_topics}) {
    const rules::PhraseMatch& match = matches[static_cast<std::size_t>(list)];
    if (match.match == rules::Match::line && match.heading) return list;
  }
  return Category::content;
}

}  // namespace pith::measure
