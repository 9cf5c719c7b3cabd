// Below the article: what stands after the page's only <article>, where that has most of the text. A gallery, cards or
// another article's beginning score like weak paragraphs of the text; the markup says that they are none of it. In
// plain text the heading of a list of other articles says so, where the lines above it are all of the article's foot.

#include "measure/phrase_category.hpp"
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

/// Where the article and its foot end, and how sure of text a block below that is kept for its score.
struct End {
  std::size_t block = 0;  ///< the first below it; the number of blocks where there is no such end
  float sure_of_text = 0;
};

End end_of_only_article(const PassState& state) {
  constexpr double least_share = 0.55;  // of the kept letters, that the article has
  const std::int32_t only = only_article(state);
  if (only < 0) return {state.size()};
  const blocks::Container& article = state.in.blocks.containers[static_cast<std::size_t>(only)];
  const auto inside = static_cast<double>(state.kept_letters(article.first_block, article.end_block));
  const bool is_whole = inside >= least_share * static_cast<double>(state.kept_letters());
  return {is_whole ? article.end_block : state.size(), 0.6F};
}

/// The first list of other articles below a foot: lines that were dropped, one after the other.
End end_by_list(const PassState& state) {
  constexpr double sure_of_article = 0.9;
  if (state.out.verdict_confidence < sure_of_article) return {state.size()};
  constexpr std::size_t least_foot = 8;  // lines
  constexpr double least_share = 0.5;
  std::size_t dropped = 0;  // lines in a row, up to this one
  for (std::size_t i = 0; i < state.size(); ++i) {
    dropped = state.out.choices[i].kept ? 0 : dropped + 1;
    if (dropped <= least_foot || measure::list_headed_by(state.in.matches.lines[i]) == Category::content) continue;
    const auto above = static_cast<double>(state.kept_letters(0, i));
    if (above >= least_share * static_cast<double>(state.kept_letters())) return {i, 1.0F};
  }
  return {state.size()};
}

}  // namespace

void drop_below_article(PassState& state) {
  if (state.page_type != Verdict::article || state.options.leaning == Leaning::complete) return;
  const End end = state.is_text() ? end_by_list(state) : end_of_only_article(state);
  for (std::size_t i = end.block; i < state.size(); ++i) {
    if (state.out.choices[i].kept && state.out.choices[i].score < end.sure_of_text &&
        static_cast<std::int32_t>(i) != state.out.title_block)
      state.drop(i, Category::related);
  }
}

}  // namespace pith::select
