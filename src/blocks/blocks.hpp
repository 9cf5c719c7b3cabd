/// Blocks: the page cut into runs of inline content, each with the counts that later stages need.
/// In: a Page. Out: a BlockList. segment.cpp cuts, read it first; segment_inline.cpp walks what stands in a line,
/// inline_text.cpp collects the text of one block with its spans, frames.cpp tells lists, quotes and tables around it,
/// hidden.cpp says which elements no reader sees. Which elements begin a block is a table in page/tags.hpp.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include <pith/article.hpp>

#include "page/page.hpp"
#include "text/text.hpp"

namespace pith::blocks {

/// An element that is not inline. Preorder, like Page::nodes; containers[0] is the body (or root).
struct Container {
  page::Tag tag = page::Tag::none;
  std::uint8_t hidden = 0;        ///< bits of Hidden, its own only
  bool in_link = false;           ///< stands inside <a href>
  std::uint16_t depth = 0;        ///< containers above it
  std::uint32_t node = 0;         ///< its index in Page::nodes
  std::int32_t parent = -1;       ///< container; -1: none
  std::uint32_t subtree_end = 0;  ///< one past its last descendant container
  std::uint32_t first_block = 0;  ///< blocks of its subtree: [first_block, end_block)
  std::uint32_t end_block = 0;
};

enum Hidden : std::uint8_t {
  hidden_by_style = 1,  ///< display:none, visibility:hidden, the hidden attribute
  hidden_by_aria = 2,   ///< aria-hidden="true"
  screen_reader = 4,    ///< class sr-only, visually-hidden and the like
};

/// A stretch of a block's text inside an inline element; offsets into TextBlock::text.
struct InlineSpan {
  SpanKind kind = SpanKind::link;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view target;    ///< href as in the page; of a formula: "display" or ""; an abbreviation's title
  bool is_reference = false;  ///< its class or role says that it refers to a note
  bool is_attached = false;   ///< no white space of the page stands before it
};

/// A run of inline content without a boundary in it. Never empty.
struct TextBlock {
  std::string_view text;                         ///< white space collapsed (kept in pre); '\n' where a <br> stood
  std::uint32_t container = 0;                   ///< innermost container
  std::uint32_t first_span = 0, span_count = 0;  ///< in BlockList::spans
  std::uint32_t first_word = 0, word_count = 0;  ///< in BlockList::words, if they are kept
  std::uint32_t cjk_words = 0;                   ///< words that are CJK characters
  std::uint32_t letters = 0;                     ///< code points that are not white space
  std::uint32_t linked_letters = 0;              ///< of these, inside <a href>
  std::uint32_t bold_letters = 0;                ///< inside b, strong
  std::uint32_t code_letters = 0;                ///< inside code, kbd, samp, tt
  std::uint16_t links = 0;                       ///< <a href> that it contains or stands in
  std::uint16_t fragment_links = 0;              ///< of these, to "#..."
  std::uint16_t images = 0;
  std::uint16_t inline_elements = 0;
  bool preformatted = false;
  bool blank_before = false;        ///< plain text: a blank line stood before it
  bool continues_previous = false;  ///< plain text: it and the block before are parts of one long line
  bool space_before = false;        ///< of such a part: a space stood between the two
  std::uint8_t hidden = 0;          ///< bits of Hidden, its own and those of all containers above
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;    ///< of a heading
  bool starts_item = false;  ///< the first block of a <li>

  /// Words with CJK characters counted as 1/1.7 word each: comparable between languages.
  [[nodiscard]] float weighted_words() const noexcept {
    return static_cast<float>(word_count - cjk_words) + static_cast<float>(cjk_words) / 1.7F;
  }
  /// Share of its letters inside links, 0 to 1.
  [[nodiscard]] float link_density() const noexcept {
    return letters == 0 ? 0.0F : static_cast<float>(linked_letters) / static_cast<float>(letters);
  }
};

/// An image, a rule, an embed or a formula: what stands in the page without text of its own. It is not scored.
struct Inset {
  BlockKind kind = BlockKind::image;
  std::uint32_t node = 0;       ///< in Page::nodes
  std::uint32_t container = 0;  ///< innermost container
  std::uint32_t block = 0;      ///< it stands before this block (perhaps one past the last), or in its text
  std::uint32_t offset = 0;     ///< where in the block's text; 0: before it
};

/// Memory of segment(), kept from page to page. Opaque; in segment.cpp.
struct SegmentScratch;
struct SegmentScratchDeleter {
  void operator()(SegmentScratch*) const noexcept;
};

/// The part of a block's text whose words are looked at: all but for texts that are longer than any block of a real
/// page, whose words would take several times their memory.
[[nodiscard]] inline std::string_view text_with_words(std::string_view text) noexcept {
  return text.substr(0, std::size_t{8} << 20U);
}

/// All views live in `storage` or in the page. Reused from page to page.
struct BlockList {
  explicit BlockList(std::size_t budget_bytes = std::size_t{1} << 40) : storage(budget_bytes) {}

  std::vector<TextBlock> blocks;      ///< document order
  std::vector<Container> containers;  ///< at least one
  std::vector<InlineSpan> spans;
  std::vector<Inset> insets;      ///< document order
  std::vector<text::Word> words;  ///< of all blocks; not kept of huge pages, where they would outweigh all else
  bool keeps_words = true;
  bool has_side_notes = false;  ///< notes that stood within a sentence and were set aside from it
  bool has_note_boxes = false;  ///< boxes whose class says that they are notes, tips or warnings
  core::Arena storage;
  std::unique_ptr<SegmentScratch, SegmentScratchDeleter> scratch;

  /// The words of one of the blocks; in `room` where they are not kept.
  [[nodiscard]] std::span<const text::Word> words_of(const TextBlock& block, std::vector<text::Word>& room) const;

  void clear();
};

/// Cuts the page into blocks. Linear. Adds a notice when `limits.max_blocks` was reached.
void segment(const page::Page& page, const Limits& limits, BlockList& out, std::vector<Notice>& notices);

}  // namespace pith::blocks
