// Below the article: what stands after the page's only <article>, where that has most of the text. A gallery, cards or
// another article's beginning score like weak paragraphs of the text; the markup says that they are none of it.

#include "select/passes/signs.hpp"

namespace pith::select {
namespace {

/// The outermost <article> of the page that has blocks; -1 where there is none, or more than one.
std::int32_t only_article(const PassState& state) {
  const auto& containers = state.in.blocks.containers;
  std::int32_t found = -1;
  for (std::size_t c = 0; c < containers.size();) {
    if (containers[c].tag != page::Tag::article || containers[c].first_block == containers[c].end_block) {
      ++c;
      continue;
    }
    if (found >= 0) return -1;
    found = static_cast<std::int32_t>(c);
    c = containers[c].subtree_end;
  }
  return found;
}

}  // namespace

void drop_below_article(PassState& state) {
  constexpr double least_share = 0.55;  // of the kept letters, that the article has
  constexpr float sure_of_text = 0.6F;
  if (state.is_text() || state.page_type != Verdict::article || state.options.leaning == Leaning::complete) return;
  const std::int32_t only = only_article(state);
  if (only < 0) return;
  const blocks::Container& article = state.in.blocks.containers[static_cast<std::size_t>(only)];
  const auto inside = static_cast<double>(state.kept_letters(article.first_block, article.end_block));
  if (inside < least_share * static_cast<double>(state.kept_letters())) return;
  for (std::size_t i = article.end_block; i < state.size(); ++i) {
    if (state.out.choices[i].kept && state.out.choices[i].score < sure_of_text &&
        static_cast<std::int32_t>(i) != state.out.title_block)
      state.drop(i, "below article", Category::related);
  }
}

}  // namespace pith::select
