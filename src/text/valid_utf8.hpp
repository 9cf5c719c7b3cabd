/// What valid_utf8_prefix() of text.hpp does on machines without AVX2. Private to the folder and its tests.
#pragma once

#include <cstddef>
#include <string_view>

namespace pith::text {

/// Length of the longest prefix that is valid UTF-8, of which `known` bytes are known to be so and end a character.
[[nodiscard]] std::size_t portable_valid_utf8_prefix(std::string_view bytes, std::size_t known) noexcept;

}  // namespace pith::text
