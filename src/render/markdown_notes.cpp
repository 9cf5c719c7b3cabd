#include "render/markdown_notes.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <span>
#include <utility>

#include "render/frames.hpp"
#include "render/markdown_table.hpp"

namespace pith::render {
namespace {

/// One past the depth of the frames that Markdown has notes in: those down to the outermost cell.
std::size_t end_of_notes(const Block& block) noexcept {
  const auto cell = std::find_if(block.frames.begin(), block.frames.end(),
                                 [](const Frame& frame) { return frame.kind == FrameKind::cell; });
  return static_cast<std::size_t>(cell - block.frames.begin());
}

/// Labels of notes within tables.
NoteLabels labels_in_cells(const std::vector<Block>& blocks) {
  NoteLabels labels;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    for (std::size_t k = end_of_notes(blocks[i]); k < blocks[i].frames.size(); ++k) {
      if (blocks[i].frames[k].kind == FrameKind::note) labels.insert(note_label(blocks, i, k));
    }
  }
  return labels;
}

/// Takes notes out of the frames around them.
class NoteMover {
 public:
  explicit NoteMover(const std::vector<Block>& blocks) : blocks_(blocks), referred_(referred_notes(blocks)) {}

  std::vector<Block> run() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const std::vector<Frame>& frames = blocks_[i].frames;
      if (!waiting_.empty() && !is_within(blocks_[i], around_, 0)) put_waiting();
      const std::size_t depth = find_note(i);
      const bool is_note = depth < frames.size();
      Block block = blocks_[i];
      if (is_note) block.frames.erase(block.frames.begin(), block.frames.begin() + static_cast<std::ptrdiff_t>(depth));
      if (!is_note || depth == 0) {
        out_.push_back(std::move(block));
      } else {
        around_ = frames.front();
        wait(std::move(block));
      }
    }
    put_waiting();
    return std::move(out_);
  }

 private:
  /// Depth of the innermost note around the block that the text refers to; the number of frames when there is none.
  std::size_t find_note(std::size_t i) {
    const std::vector<Frame>& frames = blocks_[i].frames;
    for (std::size_t k = end_of_notes(blocks_[i]); k > 0; --k) {
      if (frames[k - 1].kind != FrameKind::note) continue;
      const auto [known, is_new] = labels_.try_emplace(frames[k - 1].id);
      if (is_new) known->second = note_label(blocks_, i, k - 1);
      if (referred_.count(known->second) > 0) return k - 1;
    }
    return frames.size();
  }

  /// A note goes on where it ended.
  void wait(Block block) {
    const auto last = std::find_if(waiting_.rbegin(), waiting_.rend(), [&block](const Block& other) {
      return is_same(other.frames.front(), block.frames.front());
    });
    waiting_.insert(last == waiting_.rend() ? waiting_.end() : last.base(), std::move(block));
  }

  void put_waiting() {
    std::move(waiting_.begin(), waiting_.end(), std::back_inserter(out_));
    waiting_.clear();
  }

  const std::vector<Block>& blocks_;
  NoteLabels referred_;
  std::map<std::uint32_t, std::string> labels_;  // by the note's id
  std::vector<Block> waiting_;                   // notes, until the outermost frame around them ends
  Frame around_;                                 // that frame
  std::vector<Block> out_;
};

/// One past the blocks of the table that block `i` stands in a cell of.
std::size_t end_of_table(const std::vector<Block>& blocks, std::size_t i, std::size_t depth) noexcept {
  const Frame& table = blocks[i].frames[depth];
  while (i < blocks.size() && stands_in_cell_of(blocks[i], table, depth)) ++i;
  return i;
}

/// Calls of_markdown(index) or of_html(index) for each block, by what it is written as.
template <typename OfMarkdown, typename OfHtml>
void by_format(const std::vector<Block>& blocks, OfMarkdown of_markdown, OfHtml of_html) {
  for (std::size_t i = 0; i < blocks.size();) {
    const std::size_t depth = table_depth(blocks[i]);
    const bool is_table = depth < blocks[i].frames.size();
    const std::size_t end = is_table ? end_of_table(blocks, i, depth) : i + 1;
    const bool is_html = is_table ? !fits_in_lines({blocks.data() + i, end - i}, depth) : is_summary(blocks[i]);
    for (; i < end; ++i) is_html ? of_html(i) : of_markdown(i);
  }
}

/// In HTML within Markdown nothing leads to notes.
void raise_references(Block& block) {
  for (Span& span : block.spans) {
    if (span.kind != SpanKind::note) continue;
    span.kind = SpanKind::superscript;
    span.target.clear();
    if (block.text[span.begin] == ' ') ++span.begin;  // which the reference has taken
  }
}

}  // namespace

bool has_notes(const std::vector<Block>& blocks) noexcept {
  return std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
    return std::any_of(block.frames.begin(), block.frames.end(),
                       [](const Frame& frame) { return frame.kind == FrameKind::note; });
  });
}

std::vector<Block> with_notes_apart(std::vector<Block> blocks) {
  const NoteLabels lost = labels_in_cells(blocks);
  for (Block& block : blocks) {
    std::erase_if(block.spans,
                  [&lost](const Span& span) { return span.kind == SpanKind::note && lost.count(span.target) > 0; });
  }
  by_format(
      blocks, [](std::size_t) {}, [&](std::size_t i) { raise_references(blocks[i]); });
  return NoteMover(blocks).run();
}

NoteLabels referred_notes(const std::vector<Block>& blocks) {
  NoteLabels labels;
  const auto add = [&](std::size_t i) {
    if (blocks[i].kind == BlockKind::code) return;
    for (const Span& span : blocks[i].spans) {
      if (span.kind == SpanKind::note) labels.insert(span.target);
    }
  };
  by_format(blocks, add, [](std::size_t) {});
  return labels;
}

}  // namespace pith::render
