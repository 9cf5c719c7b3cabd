#include "blocks/code_lines.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>

namespace pith::blocks {
namespace {

bool has_class_of(const page::Page& page, std::uint32_t node, std::span<const std::string_view> names) noexcept {
  const std::string_view classes = page.attribute(node, page::AttributeName::class_);
  for (std::size_t begin = 0; begin < classes.size();) {
    const std::size_t end = std::min(classes.find(' ', begin), classes.size());
    if (std::find(names.begin(), names.end(), classes.substr(begin, end - begin)) != names.end()) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

bool is_line_number(const page::Page& page, std::uint32_t node) noexcept {
  static constexpr std::string_view names[] = {
      "lineno",           "linenos",       "linenodiv",         "linenum",     "line-number",
      "line-numbers",     "linenumber",    "line-numbers-rows", "lnt",         "gutter",
      "blob-num",         "blob-line-num", "hljs-ln-numbers",   "line_number", "react-syntax-highlighter-line-number",
      "code-line-number", "lineNumber",    "line-num",          "ln-num"};
  return has_class_of(page, node, names);
}

bool is_code_line(const page::Page& page, std::uint32_t node) noexcept {
  static constexpr std::string_view names[] = {"line",       "code-line", "codeline",
                                               "code__line", "view-line", "token-line"};
  const page::Tag tag = page.nodes[node].tag;
  return (tag == page::Tag::span || tag == page::Tag::code) && has_class_of(page, node, names);
}

}  // namespace pith::blocks
