// Runs of text as private-use code points: U+F0000 + n, and from n = 0xFFF0 on a pair of U+100000 + high, U+108000 +
// low. The last code points of a plane are none: parsers complain about them.
#include <algorithm>

#include "html/entities.hpp"
#include "html/skeleton/skeleton.hpp"

namespace pith::html {
namespace {

constexpr auto single_count = static_cast<std::uint32_t>(single_run_count);
constexpr std::uint32_t low_bits = 14;
constexpr std::uint32_t low_mask = (1U << low_bits) - 1;
constexpr char32_t single_base = 0xF0000;
constexpr char32_t high_base = 0x100000;
constexpr char32_t low_base = 0x108000;

void append_code_point(char32_t code_point, std::string& out) {
  const char bytes[] = {
      static_cast<char>(0xF0 | (code_point >> 18)), static_cast<char>(0x80 | ((code_point >> 12) & 0x3F)),
      static_cast<char>(0x80 | ((code_point >> 6) & 0x3F)), static_cast<char>(0x80 | (code_point & 0x3F))};
  out.append(bytes, sizeof bytes);
}

/// The code point of four bytes at text[position]; 0 when there are fewer or it has another length.
char32_t wide_code_point(std::string_view text, std::size_t position) noexcept {
  if (position + 4 > text.size()) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[position + i]); };
  if (byte(0) < 0xF0) return 0;
  return (static_cast<char32_t>(byte(0) & 7U) << 18) | (static_cast<char32_t>(byte(1) & 0x3FU) << 12) |
         (static_cast<char32_t>(byte(2) & 0x3FU) << 6) | static_cast<char32_t>(byte(3) & 0x3FU);
}

}  // namespace

void append_run_number(std::uint32_t number, std::string& out) {
  if (number < single_count) return append_code_point(single_base + number, out);
  number -= single_count;
  append_code_point(high_base + (number >> low_bits), out);
  append_code_point(low_base + (number & low_mask), out);
}

std::int64_t next_run(std::string_view text, std::size_t& position) noexcept {
  const char32_t first = wide_code_point(text, position);
  if (first >= single_base && first < single_base + single_count) {
    position += 4;
    return static_cast<std::int64_t>(first - single_base);
  }
  const char32_t second = wide_code_point(text, position + 4);
  if (first < high_base || first >= low_base || second < low_base || second > low_base + low_mask) return -1;
  position += 8;
  return static_cast<std::int64_t>(((first - high_base) << low_bits) + (second - low_base) + single_count);
}

bool may_hold_run_numbers(std::string_view utf8) noexcept {
  const auto is_high = [](char letter) { return static_cast<unsigned char>(letter) >= 0xF3; };
  if (std::any_of(utf8.begin(), utf8.end(), is_high)) return true;
  for (std::size_t at = utf8.find("&#"); at != std::string_view::npos; at = utf8.find("&#", at + 2)) {
    if (read_reference(utf8.substr(at), ReferencePlace::text).first >= single_base) return true;
  }
  return false;
}

}  // namespace pith::html
