/// Which elements a browser does not show, as far as their own attributes say. Private to blocks.
#pragma once

#include <cstdint>

#include "page/page.hpp"

namespace pith::blocks {

/// Bits of Hidden for one element by itself, not for those around it.
[[nodiscard]] std::uint8_t hidden_bits(const page::Page& page, std::uint32_t node);

}  // namespace pith::blocks
