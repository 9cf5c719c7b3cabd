#include "blocks/hidden.hpp"

#include <string_view>

#include "blocks/blocks.hpp"
#include "blocks/marks.hpp"
#include "text/ascii.hpp"

namespace pith::blocks {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

/// Whether `text` begins with the word, white space within and letter case apart.
bool begins_loosely(std::string_view text, std::string_view lower_word) {
  std::size_t matched = 0;
  for (const char c : text) {
    if (is_space(c)) continue;
    if (text::to_lower_ascii(c) != lower_word[matched]) return false;
    if (++matched == lower_word.size()) return true;
  }
  return false;
}

/// "display : none" with any spacing.
bool style_hides(std::string_view style) {
  for (; !style.empty(); style.remove_prefix(1)) {
    const char first = text::to_lower_ascii(style.front());
    if (first == 'd' && begins_loosely(style, "display:none")) return true;
    if (first == 'v' && begins_loosely(style, "visibility:hidden")) return true;
  }
  return false;
}

constexpr std::uint8_t no_bits = 0;

std::uint8_t bits_of(const page::Attribute& attribute) {
  using pith::page::AttributeName;
  switch (attribute.name) {
    case AttributeName::style:
      return style_hides(attribute.value) ? std::uint8_t{hidden_by_style} : no_bits;
    case AttributeName::hidden:
      return hidden_by_style;
    case AttributeName::aria_hidden:
      return attribute.value == "true" ? std::uint8_t{hidden_by_aria} : no_bits;
    case AttributeName::class_:
      return attribute.has_class(text::WordList::screen_reader_class) ? std::uint8_t{screen_reader} : no_bits;
    default:
      return no_bits;
  }
}

/// The text of an <abbr> that shows a picture in its place: who sees the picture is told the same.
bool names_picture(const page::Page& page, std::uint32_t node) {
  const std::uint32_t parent = page.nodes[node].parent;
  return page.nodes[parent].tag == page::Tag::abbr && page.has_attribute(parent, page::AttributeName::title);
}

}  // namespace

std::uint8_t hidden_bits(const page::Page& page, std::uint32_t node) {
  const page::Node& element = page.nodes[node];
  std::uint8_t bits = 0;
  for (std::uint32_t k = 0; k < element.attribute_count; ++k)
    bits |= bits_of(page.attributes[element.first_attribute + k]);
  if (bits == screen_reader && names_picture(page, node)) return no_bits;
  // A caption that screen readers pass over, as the image above it says the same: who sees the page reads it.
  const bool is_caption = page.nodes[node].tag == page::Tag::figcaption;
  return bits == hidden_by_aria && is_caption ? no_bits : bits;
}

}  // namespace pith::blocks
