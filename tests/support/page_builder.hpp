/// PageBuilder: a page::Page node by node, for tests of the stages after the readers.
#pragma once

#include <deque>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "page/page.hpp"

namespace pith::test {

/// Starts with html > body open. Texts are copied and live as long as the builder.
class PageBuilder {
 public:
  using Attributes = std::initializer_list<std::pair<page::AttributeName, std::string_view>>;

  PageBuilder() {
    open(page::Tag::html);
    open(page::Tag::body);
  }

  PageBuilder& open(page::Tag tag, Attributes attributes = {}) {
    page::Node node = make_node();
    node.tag = tag;
    node.first_attribute = static_cast<std::uint32_t>(page_.attributes.size());
    node.attribute_count = static_cast<std::uint16_t>(attributes.size());
    for (const auto& [name, value] : attributes) {
      const std::uint32_t lists = name == page::AttributeName::class_ ? text::class_lists_of(value) : 0;
      page_.attributes.push_back({name, lists, keep(value)});
    }
    open_.push_back(static_cast<std::uint32_t>(page_.nodes.size()));
    page_.nodes.push_back(node);
    return *this;
  }

  PageBuilder& text(std::string_view text) {
    page::Node node = make_node();
    node.text = keep(text);
    node.subtree_end = static_cast<std::uint32_t>(page_.nodes.size()) + 1;
    page_.nodes.push_back(node);
    page_.text_bytes += text.size();
    return *this;
  }

  PageBuilder& close() {
    page_.nodes[open_.back()].subtree_end = static_cast<std::uint32_t>(page_.nodes.size());
    open_.pop_back();
    return *this;
  }

  /// An element with one text in it.
  PageBuilder& element(page::Tag tag, std::string_view content, Attributes attributes = {}) {
    return open(tag, attributes).text(content).close();
  }

  /// Closes all that is open. The page lives as long as the builder.
  page::Page& done() {
    while (!open_.empty()) close();
    return page_;
  }

 private:
  page::Node make_node() const {
    page::Node node;
    node.depth = static_cast<std::uint16_t>(open_.size());
    node.parent = open_.empty() ? 0 : open_.back();
    return node;
  }

  std::string_view keep(std::string_view text) { return texts_.emplace_back(text); }

  page::Page page_;
  std::vector<std::uint32_t> open_;
  std::deque<std::string> texts_;
};

}  // namespace pith::test
