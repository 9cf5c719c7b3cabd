#include "cell_labels.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

namespace pith {
namespace {

/// Where a block stands: its outermost table, and the cell of it.
struct Place {
  const Frame* table = nullptr;
  const Frame* cell = nullptr;
};

Place place_of(const Block& block) {
  if (block.frames.size() < 2) return {};
  for (std::size_t k = 0; k + 1 < block.frames.size(); ++k) {
    if (block.frames[k].kind != FrameKind::table) continue;
    const bool is_in_cell = block.frames[k + 1].kind == FrameKind::cell;
    return {&block.frames[k], is_in_cell ? &block.frames[k + 1] : nullptr};
  }
  return {};
}

/// Bytes of the label and of what parts it from the rest; 0: the text does not begin with it.
std::size_t label_size(const Block& block, std::string_view label) {
  const std::string_view text = block.text;
  if (!text.starts_with(label)) return 0;
  constexpr std::string_view wide_colon = "\uFF1A";
  std::size_t size = label.size();
  const bool is_marked = std::any_of(block.spans.begin(), block.spans.end(),
                                     [size](const Span& span) { return span.begin == 0 && span.end == size; });
  if (size < text.size() && text[size] == ':') ++size;
  if (text.substr(size).starts_with(wide_colon)) size += wide_colon.size();
  const bool has_colon = size > label.size();
  const std::size_t end = std::min(text.find_first_not_of(" \n", size), text.size());
  return has_colon || is_marked || end > size || end == text.size() ? end : 0;
}

void cut_begin(Block& block, std::size_t size) {
  const auto cut = static_cast<std::uint32_t>(size);
  block.text.erase(0, size);
  for (Span& span : block.spans) {
    span.begin -= std::min(span.begin, cut);
    span.end -= std::min(span.end, cut);
  }
  std::erase_if(block.spans, [](const Span& span) { return span.begin >= span.end && span.kind != SpanKind::image; });
}

/// The labels of one table.
class TableLabels {
 public:
  explicit TableLabels(std::span<Block> blocks) : blocks_(blocks) {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const Frame* const cell = place_of(blocks_[i]).cell;
      if (cell == nullptr || !begins_cell(i, *cell)) continue;
      cell->row == 0 ? add_header(i, *cell) : add_cell(i, *cell);
    }
  }

  /// Cuts them; blocks that were nothing else have no text then.
  void cut() {
    const auto labelled = std::count_if(columns_.begin(), columns_.end(),
                                        [](const Column& column) { return column.is_labelled && !column.is_other; });
    const auto headed =
        std::count_if(columns_.begin(), columns_.end(), [](const Column& column) { return !column.header.empty(); });
    constexpr std::ptrdiff_t fewest = 2;
    if (labelled < fewest || labelled + 1 < headed) return;
    for (const Label& label : labels_) {
      if (!columns_[label.column].is_other) cut_begin(blocks_[label.block], label.size);
    }
  }

 private:
  struct Column {
    std::string_view header;
    bool is_labelled = false;  // a cell begins with it
    bool is_other = false;     // a cell does not
  };
  struct Label {
    std::size_t block;
    std::uint32_t column;
    std::size_t size;
  };

  [[nodiscard]] bool is_same_cell(std::size_t i, const Frame& cell) const {
    if (i >= blocks_.size()) return false;
    const Frame* const other = place_of(blocks_[i]).cell;
    return other != nullptr && other->id == cell.id;
  }
  [[nodiscard]] bool begins_cell(std::size_t i, const Frame& cell) const {
    return i == 0 || !is_same_cell(i - 1, cell);
  }

  void add_header(std::size_t i, const Frame& cell) {
    constexpr std::uint32_t most_columns = 50;
    if (cell.column >= most_columns || cell.column_span != 1 || is_same_cell(i + 1, cell)) return;
    if (columns_.size() <= cell.column) columns_.resize(cell.column + 1);
    columns_[cell.column].header = blocks_[i].text;
  }

  void add_cell(std::size_t i, const Frame& cell) {
    if (cell.column >= columns_.size() || columns_[cell.column].header.empty()) return;
    Column& column = columns_[cell.column];
    const bool may_begin = blocks_[i].kind == BlockKind::paragraph && cell.column_span == 1;
    const std::size_t size = may_begin ? label_size(blocks_[i], column.header) : 0;
    const bool is_labelled = size > 0 && (size < blocks_[i].text.size() || is_same_cell(i + 1, cell));
    (is_labelled ? column.is_labelled : column.is_other) = true;
    if (is_labelled) labels_.push_back({i, cell.column, size});
  }

  std::span<Block> blocks_;
  std::vector<Column> columns_;
  std::vector<Label> labels_;
};

}  // namespace

void drop_cell_labels(std::vector<Block>& blocks) {
  bool has_table = false;
  for (auto begin = blocks.begin(); begin != blocks.end();) {
    const Frame* const table = place_of(*begin).table;
    if (table == nullptr) {
      ++begin;
      continue;
    }
    const auto end = std::find_if(begin, blocks.end(), [id = table->id](const Block& other) {
      const Frame* const around = place_of(other).table;
      return around == nullptr || around->id != id;
    });
    TableLabels(std::span<Block>(begin, end)).cut();
    has_table = true;
    begin = end;
  }
  if (!has_table) return;
  std::erase_if(blocks, [](const Block& block) {
    return block.kind == BlockKind::paragraph && block.text.empty() && block.spans.empty();
  });
}

}  // namespace pith
