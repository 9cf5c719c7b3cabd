// The first picture of the article, where nothing is declared.

#include <algorithm>

#include "blocks/images.hpp"
#include "metadata/readers.hpp"
#include "text/ascii.hpp"
#include "text/word_lists.hpp"

namespace pith::metadata {
namespace {

/// Logos, icons and counters are pictures too.
bool is_decoration(std::string_view src) {
  std::string lowered(src.substr(0, 300));
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), text::to_lower_ascii);
  return text::words_of(text::WordList::decoration_address).any_in(lowered);
}

/// Whether the word stands at `at` with no letter on either side: "catalogo.jpg" has no logo.
bool is_whole_word(std::string_view text, std::size_t at, std::size_t bytes) noexcept {
  const bool begins = at == 0 || !text::is_ascii_letter(text[at - 1]);
  return begins && (at + bytes >= text.size() || !text::is_ascii_letter(text[at + bytes]));
}

}  // namespace

bool is_logo(std::string_view address) noexcept {
  if (address.starts_with("data:")) return true;
  std::string_view file = address.substr(0, address.find_first_of("?#"));
  file = file.substr(std::min(file.rfind('/') + 1, file.size()));
  constexpr std::string_view word = "logo";
  for (std::size_t at = text::find_ignoring_case(file, word); at != std::string_view::npos;
       at = text::find_ignoring_case(file, word, at + 1)) {
    if (is_whole_word(file, at, word.size())) return true;
  }
  return false;
}

void read_figures(const Input& input, Answers& answers) {
  const page::Page& page = input.page;
  if (input.blocks.blocks.empty() || page.kind == page::PageKind::text) return;
  const std::size_t title = std::min(input.head.title, input.blocks.blocks.size() - 1);
  const std::uint32_t first = input.blocks.containers[input.blocks.blocks[title].container].node;
  for (std::uint32_t n = first; n < input.head.end_node && n < page.nodes.size(); ++n) {
    if (page.nodes[n].tag != page::Tag::figure || is_of_others(input, n)) continue;
    for (std::uint32_t i = n; i < page.nodes[n].subtree_end; ++i) {
      if (page.nodes[i].tag != page::Tag::img) continue;
      const std::string_view src = blocks::image_address(page, i);
      if (src.empty() || is_decoration(src)) continue;
      return set_once(answers.of(MetadataSource::figure).image_url, src);
    }
  }
}

}  // namespace pith::metadata
