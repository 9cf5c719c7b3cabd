#include <cstdint>

#include "text/text.hpp"

namespace pith::text {
namespace {

#include "text/unicode_tables.inc"

constexpr char32_t last_code_point = 0x10FFFF;

/// Place of a code point in the blocks of 128 that `index` lists.
template <typename Index>
std::size_t place_of(char32_t c, const Index* index) noexcept {
  return std::size_t{index[c >> 7U]} * 128U + (c & 127U);
}

}  // namespace

std::uint16_t class_of(char32_t c) noexcept {
  return c > last_code_point ? std::uint16_t{0} : class_kinds[class_blocks[place_of(c, class_index)]];
}

char32_t to_lower(char32_t c) noexcept {
  if (c > last_code_point) return c;
  return static_cast<char32_t>(static_cast<std::int32_t>(c) + lower_blocks[place_of(c, lower_index)]);
}

}  // namespace pith::text
