// The first picture of the article, where nothing is declared.

#include <algorithm>

#include "metadata/readers.hpp"
#include "text/word_lists.hpp"

namespace pith::metadata {
namespace {

/// Logos, icons and counters are pictures too.
bool is_decoration(std::string_view src) {
  std::string lowered(src.substr(0, 300));
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), text::to_lower_ascii);
  return text::words_of(text::WordList::decoration_address).any_in(lowered);
}

}  // namespace

void read_figures(const Input& input, Answers& answers) {
  const page::Page& page = input.page;
  if (input.blocks.blocks.empty() || page.kind == page::PageKind::text) return;
  const std::size_t title = std::min(input.head.title, input.blocks.blocks.size() - 1);
  const std::uint32_t first = input.blocks.containers[input.blocks.blocks[title].container].node;
  for (std::uint32_t n = first; n < input.head.end_node && n < page.nodes.size(); ++n) {
    if (page.nodes[n].tag != page::Tag::figure || is_of_others(input, n)) continue;
    for (std::uint32_t i = n; i < page.nodes[n].subtree_end; ++i) {
      const std::string_view src = page.attribute(i, page::AttributeName::src);
      if (page.nodes[i].tag != page::Tag::img || src.empty() || is_decoration(src)) continue;
      return set_once(answers.of(MetadataSource::figure).image_url, src);
    }
  }
}

}  // namespace pith::metadata
