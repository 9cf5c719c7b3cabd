#include "settle_blocks.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace pith {
namespace {

/// The table that the block stands in, and where readers see it: 0 for a caption, then row by row. nullptr when it
/// stands in none.
std::pair<const Frame*, std::uint32_t> row_of(const Block& block) {
  for (std::size_t k = 0; k < block.frames.size(); ++k) {
    if (block.frames[k].kind != FrameKind::table) continue;
    if (k + 1 == block.frames.size()) return {&block.frames[k], 0};
    if (block.frames[k + 1].kind == FrameKind::cell) return {&block.frames[k], block.frames[k + 1].row + 1};
  }
  return {nullptr, 0};
}

/// `begin`, `end`: of one table, captions first.
void part_captions(std::vector<Block>::iterator begin, std::vector<Block>::iterator end) {
  const auto cells = std::find_if(begin, end, [](const Block& block) { return row_of(block).second > 0; });
  if (cells - begin < 2) return;
  for (auto caption = begin; caption != cells; ++caption) caption->frames.pop_back();
}

bool is_note(const Frame& frame) {
  return frame.kind == FrameKind::note;
}

/// The details of others are something else.
bool may_tell_label(const Block& block) {
  return block.kind != BlockKind::image && block.kind != BlockKind::embed && block.kind != BlockKind::code;
}

}  // namespace

void order_rows(std::vector<Block>& blocks) {
  for (auto begin = blocks.begin(); begin != blocks.end();) {
    const Frame* const table = row_of(*begin).first;
    if (table == nullptr) {
      ++begin;
      continue;
    }
    const auto end = std::find_if(begin + 1, blocks.end(), [id = table->id](const Block& other) {
      const Frame* const around = row_of(other).first;
      return around == nullptr || around->id != id;
    });
    const auto is_above = [](const Block& a, const Block& b) { return row_of(a).second < row_of(b).second; };
    if (!std::is_sorted(begin, end, is_above)) std::stable_sort(begin, end, is_above);
    part_captions(begin, end);
    begin = end;
  }
}

void settle_references(std::vector<Block>& blocks) {
  std::unordered_set<std::uint32_t> told;       // notes that have their label
  std::unordered_set<std::string_view> labels;  // of these
  for (const Block& block : blocks) {
    const auto note = std::find_if(block.frames.rbegin(), block.frames.rend(), is_note);
    if (note == block.frames.rend() || block.detail.empty() || !may_tell_label(block)) continue;
    told.insert(note->id);
    labels.insert(block.detail);
  }
  for (Block& block : blocks) {
    std::erase_if(block.frames, [&told](const Frame& frame) { return is_note(frame) && told.count(frame.id) == 0; });
    std::erase_if(block.spans, [&labels](const Span& span) {
      return span.kind == SpanKind::note && labels.count(span.target) == 0;
    });
  }
}

void drop_rules_of_notes(std::vector<Block>& blocks) {
  const auto is_in_note = [](const Block& block) {
    return std::any_of(block.frames.begin(), block.frames.end(), is_note);
  };
  std::size_t kept = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool begins_notes = i + 1 < blocks.size() && is_in_note(blocks[i + 1]) && !is_in_note(blocks[i]);
    if (blocks[i].kind == BlockKind::rule && begins_notes) continue;
    if (kept != i) blocks[kept] = std::move(blocks[i]);
    ++kept;
  }
  blocks.resize(kept);
}

}  // namespace pith
