#include "blocks/captions.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "blocks/marks.hpp"

namespace pith::blocks {
namespace {

using page::AttributeName;
using page::Page;
using page::Tag;
using text::WordList;

/// As many blocks and containers as an image and its caption have; more is a part of the page.
bool is_small(const BlockList& blocks, std::uint32_t container) noexcept {
  constexpr std::uint32_t most_blocks = 4;
  constexpr std::uint32_t most_containers = 12;
  const Container& here = blocks.containers[container];
  return here.end_block - here.first_block <= most_blocks && here.subtree_end - container <= most_containers;
}

/// Whether the word says that it is a caption, or a part of one: "photo-box__caption", "imageCaption", "caption_area";
/// not that its box has one or none: "with-caption".
bool names_caption(std::string_view word) noexcept {
  constexpr std::string_view caption = "aption";  // of either case
  static constexpr std::string_view others[] = {"has-", "with-", "without-", "no-", "has_", "with_", "no_"};
  const std::size_t at = word.find(caption);
  if (at == std::string_view::npos || at == 0 || (word[at - 1] | 0x20) != 'c') return false;
  const std::size_t end = at + caption.size();
  if (end < word.size() && word[end] >= 'a' && word[end] <= 'z') return false;  // "captioned"
  const std::string_view before = word.substr(0, at - 1);
  return std::none_of(std::begin(others), std::end(others),
                      [before](std::string_view other) { return before.ends_with(other); });
}

bool is_named_caption(const Page& page, std::uint32_t node) noexcept {
  const auto first = page.attributes.begin() + page.nodes[node].first_attribute;
  const auto last = first + page.nodes[node].attribute_count;
  const auto told = std::find_if(
      first, last, [](const page::Attribute& attribute) { return attribute.name == AttributeName::class_; });
  if (told == last || told->has_class(WordList::caption_class)) return told != last;
  std::string_view classes = told->value;
  if (classes.find("aption") == std::string_view::npos) return false;
  while (!classes.empty()) {
    if (names_caption(take_class(classes))) return true;
  }
  return false;
}

/// Whether every letter in the box stands in an element of which `is_caption` is true, below the box.
template <typename IsCaption>
bool holds_captions_only(const Page& page, std::uint32_t box, IsCaption is_caption) noexcept {
  constexpr std::uint32_t most_nodes = 60;
  const std::uint32_t end = page.nodes[box].subtree_end;
  if (end - box > most_nodes) return false;
  for (std::uint32_t i = box + 1; i < end; ++i) {
    if (page::is_ignored(page.nodes[i].tag)) {
      i = page.nodes[i].subtree_end - 1;
      continue;
    }
    if (page.nodes[i].tag != Tag::none || text::trim(page.nodes[i].text).empty()) continue;
    std::uint32_t above = page.nodes[i].parent;
    while (above != box && !is_caption(above)) above = page.nodes[above].parent;
    if (above == box) return false;
  }
  return true;
}

/// Below an image, in the paragraph of the image: "<p><img><br><em>The bridge</em></p>".
bool is_set_off(const Page& page, std::uint32_t node) noexcept {
  const Tag tag = page.nodes[node].tag;
  return tag == Tag::em || tag == Tag::i || tag == Tag::small || is_named_caption(page, node);
}

/// The first image in the box; nullptr: there is none.
const Inset* image_in(const Page& page, const BlockList& blocks, std::uint32_t node) noexcept {
  const auto first = std::lower_bound(blocks.insets.begin(), blocks.insets.end(), node,
                                      [](const Inset& inset, std::uint32_t wanted) { return inset.node < wanted; });
  const bool is_image =
      first != blocks.insets.end() && first->kind == BlockKind::image && first->node < page.nodes[node].subtree_end;
  return is_image ? &*first : nullptr;
}

/// Whether nothing but boxes and lines stand between the block and the box; of a table, its rows and cells.
bool is_line_in(const BlockList& blocks, const TextBlock& block, const Container& box) noexcept {
  const auto is_part = [&box](Tag tag) {
    const bool is_of_table = tag == Tag::td || tag == Tag::tr || tag == Tag::tbody;
    return tag == Tag::div || tag == Tag::p || page::is_inline(tag) || (is_of_table && box.tag == Tag::table);
  };
  for (const Container* c = &blocks.containers[block.container]; c->node != box.node;
       c = &blocks.containers[static_cast<std::size_t>(c->parent)]) {
    if (!is_part(c->tag)) return false;
  }
  return true;
}

/// Whether the table is an image in one cell above text in another, in a column.
bool is_table_of_image(const BlockList& blocks, std::uint32_t table) noexcept {
  int rows = 0;
  int cells = 0;
  for (std::uint32_t c = table + 1; c < blocks.containers[table].subtree_end; ++c) {
    if (blocks.containers[c].tag == Tag::tr) ++rows;
    if (blocks.containers[c].tag == Tag::td || blocks.containers[c].tag == Tag::th) ++cells;
  }
  return rows == 2 && cells == 2;
}

/// Whether all text of the box stands below its image, and is no more than a line or two.
bool has_lines_below(const BlockList& blocks, const Container& box, const Inset& image) noexcept {
  constexpr std::uint32_t most_lines = 2;
  constexpr std::uint32_t longest = 200;  // letters
  if (image.block != box.first_block || image.offset != 0 || box.end_block - box.first_block > most_lines) return false;
  for (std::uint32_t b = box.first_block; b < box.end_block; ++b) {
    const TextBlock& block = blocks.blocks[b];
    // What leads elsewhere is a card.
    const bool may_be_caption = block.letters <= longest && 2 * block.linked_letters <= block.letters;
    if (!may_be_caption || !is_line_in(blocks, block, box)) return false;
  }
  return true;
}

}  // namespace

bool stands_in_figure(const BlockList& blocks, std::uint32_t container) noexcept {
  std::int32_t c = blocks.containers[container].parent;
  for (int up = 0; up < furthest_figure && c > 0; ++up, c = blocks.containers[static_cast<std::size_t>(c)].parent) {
    if (blocks.containers[static_cast<std::size_t>(c)].tag == Tag::figure) return true;
  }
  return false;
}

bool is_figure(const BlockList& blocks, std::uint32_t container) noexcept {
  if (blocks.containers[container].tag == Tag::figure) return true;
  if (blocks.containers[container].tag != Tag::div || !is_small(blocks, container)) return false;
  for (std::uint32_t c = container + 1; c < blocks.containers[container].subtree_end; ++c) {
    if (blocks.containers[c].tag == Tag::figcaption)
      return blocks.containers[c].parent == static_cast<std::int32_t>(container) &&
             !stands_in_figure(blocks, container);
    if (blocks.containers[c].tag == Tag::figure) return false;
  }
  return false;
}

bool is_called_caption(const Page& page, const BlockList& blocks, std::uint32_t container,
                       std::uint32_t outside) noexcept {
  for (auto c = static_cast<std::int32_t>(container); c > static_cast<std::int32_t>(outside);
       c = blocks.containers[static_cast<std::size_t>(c)].parent) {
    if (is_named_caption(page, blocks.containers[static_cast<std::size_t>(c)].node)) return true;
  }
  return false;
}

bool is_captioned_box(const Page& page, const BlockList& blocks, std::uint32_t container) noexcept {
  const Container& box = blocks.containers[container];
  const bool is_table = box.tag == Tag::table;
  const bool may_be = box.tag == Tag::div || box.tag == Tag::li || box.tag == Tag::p || box.tag == Tag::figure;
  if (box.tag == Tag::p && !begins_with_image(blocks, container)) return false;
  if ((!may_be && !is_table) || box.first_block == box.end_block || !is_small(blocks, container)) return false;
  const auto is_text = [&](std::uint32_t b) {
    return blocks.blocks[b].kind == BlockKind::paragraph ||
           (blocks.blocks[b].kind == BlockKind::caption && box.tag != Tag::figure);
  };
  for (std::uint32_t b = box.first_block; b < box.end_block; ++b) {
    if (!is_text(b)) return false;
  }
  if (is_table && !is_table_of_image(blocks, container)) return false;
  const Inset* const image = image_in(page, blocks, box.node);
  if (image == nullptr) return false;
  const auto is_caption = [&page, &box](std::uint32_t node) {
    return box.tag == Tag::p ? is_set_off(page, node) : is_named_caption(page, node);
  };
  const bool is_of_picture = box.tag == Tag::figure || is_table || page.has_class(box.node, WordList::picture_class);
  const bool is_figure =
      (is_of_picture && has_lines_below(blocks, box, *image)) || holds_captions_only(page, box.node, is_caption);
  return is_figure && !stands_in_figure(blocks, container);
}

}  // namespace pith::blocks
