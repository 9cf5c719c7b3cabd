/// Prose: whether a block is running text.
#pragma once

#include "blocks/blocks.hpp"

namespace pith::measure {

/// A sentence or more of running text ("good" text): 10 words or more, CJK at 1/1.7, few of them linked, and the end of
/// a sentence or two commas (in Thai and Lao: two spaces).
[[nodiscard]] bool is_prose(const blocks::TextBlock& block) noexcept;

}  // namespace pith::measure
