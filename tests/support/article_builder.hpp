/// ArticleBuilder: an Article block by block, for tests of the renderings.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <pith/article.hpp>

namespace pith::test {

class ArticleBuilder {
 public:
  explicit ArticleBuilder(std::string title = "") {
    article_.metadata.title = std::move(title);
    article_.title_in_text = true;
    article_.verdict = Verdict::article;
  }

  ArticleBuilder& block(BlockKind kind, std::string_view text, int level = 0, unsigned ordinal = 0) {
    Block block;
    block.kind = kind;
    block.text = text;
    block.level = static_cast<std::uint8_t>(level);
    block.ordinal = ordinal;
    block.index = static_cast<std::uint32_t>(article_.blocks.size());
    article_.blocks.push_back(std::move(block));
    return *this;
  }
  ArticleBuilder& paragraph(std::string_view text) { return block(BlockKind::paragraph, text); }
  ArticleBuilder& item(std::string_view text, int level = 1, unsigned ordinal = 0) {
    return block(BlockKind::list_item, text, level, ordinal);
  }
  ArticleBuilder& row(std::string_view cells) { return block(BlockKind::table_row, cells); }

  /// Marks the first `part` of the last block.
  ArticleBuilder& span(SpanKind kind, std::string_view part, std::string target = "") {
    Block& last = article_.blocks.back();
    const auto begin = static_cast<std::uint32_t>(last.text.find(part));
    last.spans.push_back({kind, begin, begin + static_cast<std::uint32_t>(part.size()), std::move(target)});
    return *this;
  }

  Article& article() { return article_; }

 private:
  Article article_;
};

}  // namespace pith::test
