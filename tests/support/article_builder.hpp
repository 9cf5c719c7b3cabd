/// ArticleBuilder: an Article block by block, for tests of the renderings.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <pith/article.hpp>

namespace pith::test {

class ArticleBuilder {
 public:
  explicit ArticleBuilder(std::string title = "") {
    article_.metadata.title = std::move(title);
    article_.title_in_text = true;
    article_.verdict = Verdict::article;
  }

  ArticleBuilder& block(BlockKind kind, std::string_view text, int level = 0) {
    Block block;
    block.kind = kind;
    block.text = text;
    block.level = static_cast<std::uint8_t>(level);
    block.index = static_cast<std::uint32_t>(article_.blocks.size());
    block.frames = open_;
    article_.blocks.push_back(std::move(block));
    return *this;
  }
  ArticleBuilder& paragraph(std::string_view text) { return block(BlockKind::paragraph, text); }
  ArticleBuilder& detail(std::string text) {
    article_.blocks.back().detail = std::move(text);
    return *this;
  }

  /// Opens a frame around the blocks that follow; an item's number.
  ArticleBuilder& open(FrameKind kind, std::uint32_t number = 0) {
    Frame frame;
    frame.kind = kind;
    frame.id = next_id_++;
    frame.number = number;
    open_.push_back(frame);
    return *this;
  }
  ArticleBuilder& cell(std::uint32_t row, std::uint32_t column, std::uint16_t row_span = 1,
                       std::uint16_t column_span = 1, bool header = false) {
    open(FrameKind::cell);
    open_.back().row = row;
    open_.back().column = column;
    open_.back().row_span = row_span;
    open_.back().column_span = column_span;
    open_.back().header = header;
    return *this;
  }
  ArticleBuilder& close(std::size_t frames = 1) {
    open_.resize(open_.size() - frames);
    return *this;
  }

  /// Of the item that is open.
  ArticleBuilder& task(Task task) {
    open_.back().task = task;
    return *this;
  }

  /// An item with a paragraph, in the list that is open.
  ArticleBuilder& item(std::string_view text, std::uint32_t number = 0) {
    return open(FrameKind::item, number).paragraph(text).close();
  }
  /// A row of the table that is open; cells are separated by '|', an empty one has no block.
  ArticleBuilder& row(std::uint32_t row, std::string_view cells) {
    std::uint32_t column = 0;
    for (std::size_t begin = 0; begin <= cells.size(); ++column) {
      const std::size_t end = std::min(cells.find('|', begin), cells.size());
      if (end > begin) cell(row, column).paragraph(cells.substr(begin, end - begin)).close();
      begin = end + 1;
    }
    return *this;
  }

  /// Marks the first `part` of the last block.
  ArticleBuilder& span(SpanKind kind, std::string_view part, std::string target = "") {
    Block& last = article_.blocks.back();
    const auto begin = static_cast<std::uint32_t>(last.text.find(part));
    last.spans.push_back({kind, begin, begin + static_cast<std::uint32_t>(part.size()), std::move(target), {}});
    return *this;
  }

  Article& article() { return article_; }

 private:
  Article article_;
  std::vector<Frame> open_;
  std::uint32_t next_id_ = 1;
};

}  // namespace pith::test
