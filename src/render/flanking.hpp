/// Flanking: whether asterisks around a stretch of text are read as the beginning and the end of emphasis, which
/// CommonMark tells by the characters beside them. Private to render.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pith::render {

/// A character beside asterisks. Unknown: a sign that is punctuation to some readers only.
enum class Neighbour : std::uint8_t { space, punctuation, letter, unknown };

/// Of the code point that begins at `at`; the end of the text counts as a space.
[[nodiscard]] Neighbour neighbour_from(std::string_view text, std::size_t at) noexcept;

/// Of the code point that ends at `at`; so does the beginning.
[[nodiscard]] Neighbour neighbour_before(std::string_view text, std::size_t at) noexcept;

/// Whether asterisks between the two begin or end emphasis, for every reader.
[[nodiscard]] constexpr bool flanks(Neighbour outer, Neighbour inner) noexcept {
  if (inner == Neighbour::letter) return true;
  return inner != Neighbour::space && (outer == Neighbour::space || outer == Neighbour::punctuation);
}

}  // namespace pith::render
