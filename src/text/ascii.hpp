/// ASCII: letters, digits and white space of markup and names, whatever the locale says. Pure functions; any thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace pith::text {

[[nodiscard]] constexpr bool is_ascii(char c) noexcept {
  return static_cast<unsigned char>(c) < 0x80;
}
[[nodiscard]] constexpr bool is_ascii_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_ascii_letter(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
/// White space of the HTML standard: space, tab, line feed, form feed, carriage return.
[[nodiscard]] constexpr bool is_ascii_space(char c) noexcept {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}
/// Other bytes stay as they are.
[[nodiscard]] constexpr char to_lower_ascii(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// Whether `text` is `lower_case`, which has no capitals, apart from the case of ASCII letters.
[[nodiscard]] constexpr bool equals_ignoring_case(std::string_view text, std::string_view lower_case) noexcept {
  return std::equal(text.begin(), text.end(), lower_case.begin(), lower_case.end(),
                    [](char letter, char wanted) { return to_lower_ascii(letter) == wanted; });
}
[[nodiscard]] constexpr bool starts_with_ignoring_case(std::string_view text, std::string_view lower_case) noexcept {
  return text.size() >= lower_case.size() && equals_ignoring_case(text.substr(0, lower_case.size()), lower_case);
}
/// Where `lower_case` stands in `text` from `from` on; npos when it does not.
[[nodiscard]] constexpr std::size_t find_ignoring_case(std::string_view text, std::string_view lower_case,
                                                       std::size_t from = 0) noexcept {
  if (from > text.size()) return std::string_view::npos;
  const auto begin = text.begin() + static_cast<std::ptrdiff_t>(from);
  const auto at = std::search(begin, text.end(), lower_case.begin(), lower_case.end(),
                              [](char letter, char wanted) { return to_lower_ascii(letter) == wanted; });
  return at == text.end() && !lower_case.empty() ? std::string_view::npos : static_cast<std::size_t>(at - text.begin());
}

/// Splits off what stands before the first `end`, which is passed over; all of the text when there is none.
[[nodiscard]] inline std::string_view take_until(std::string_view& text, char end) noexcept {
  const std::size_t at = text.find(end);
  const std::string_view taken = text.substr(0, at);
  text = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
  return taken;
}

}  // namespace pith::text
