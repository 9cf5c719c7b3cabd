/// Quoted: a piece of somebody's file in an error message, which is one short line whatever the file holds.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pith::core {

/// Longest text that is quoted whole, in bytes.
inline constexpr std::size_t longest_excerpt = 60;

/// `text` with `?` for control characters; of a longer one its beginning and "...". Valid UTF-8 stays valid.
[[nodiscard]] inline std::string excerpt(std::string_view text) {
  const auto is_inside_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
  std::size_t end = text.size();
  if (end > longest_excerpt) {
    end = longest_excerpt;
    while (end > 0 && is_inside_character(text[end])) --end;
  }
  std::string out(text.substr(0, end));
  for (char& c : out) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20U || byte == 0x7FU) c = '?';
  }
  return end < text.size() ? out + "..." : out;
}

/// The same between quotation marks.
[[nodiscard]] inline std::string quoted(std::string_view text) {
  return "\"" + excerpt(text) + "\"";
}

}  // namespace pith::core
