/// Letters: a cheap filter for words in lines.
#pragma once

#include <cstdint>
#include <string_view>

namespace pith::rules {

/// A bit for each byte that stands in the text; bytes share bits. A line that lacks a bit of a word cannot have the
/// word.
[[nodiscard]] inline std::uint64_t letters_of(std::string_view text) noexcept {
  std::uint64_t letters = 0;
  for (const char c : text) letters |= std::uint64_t{1} << (static_cast<unsigned char>(c) % 64U);
  return letters;
}

}  // namespace pith::rules
