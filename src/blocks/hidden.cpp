#include "blocks/hidden.hpp"

#include <algorithm>
#include <string>

#include "blocks/blocks.hpp"

namespace pith::blocks {
namespace {

bool contains_ignoring_case(std::string_view text, std::string_view lower_word) {
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
  return std::search(text.begin(), text.end(), lower_word.begin(), lower_word.end(), same) != text.end();
}

/// "display : none" with any spacing.
bool style_hides(std::string_view style) {
  std::string tight;
  for (const char c : style) {
    if (c != ' ' && c != '\t' && c != '\n') tight += c;
  }
  return contains_ignoring_case(tight, "display:none") || contains_ignoring_case(tight, "visibility:hidden");
}

/// Whether one of the class words is a known name for "only for screen readers".
bool class_is_screen_reader_only(std::string_view classes) {
  static constexpr std::string_view names[] = {
      "sr-only",       "visually-hidden", "visuallyhidden", "screen-reader-text",
      "screen-reader", "screenreader",    "offscreen"};
  while (!classes.empty()) {
    const std::size_t end = std::min(classes.find_first_of(" \t\n\f\r"), classes.size());
    if (std::find(std::begin(names), std::end(names), classes.substr(0, end)) != std::end(names)) return true;
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return false;
}

}  // namespace

std::uint8_t hidden_bits(const page::Page& page, std::uint32_t node) {
  using pith::page::AttributeName;
  if (page.nodes[node].attribute_count == 0) return 0;
  std::uint8_t bits = 0;
  const std::string_view style = page.attribute(node, AttributeName::style);
  if (!style.empty() && style_hides(style)) bits |= hidden_by_style;
  if (page.has_attribute(node, AttributeName::hidden)) bits |= hidden_by_style;
  if (page.attribute(node, AttributeName::aria_hidden) == "true") bits |= hidden_by_aria;
  const std::string_view classes = page.attribute(node, AttributeName::class_);
  if (!classes.empty() && class_is_screen_reader_only(classes)) bits |= screen_reader;
  return bits;
}

}  // namespace pith::blocks
