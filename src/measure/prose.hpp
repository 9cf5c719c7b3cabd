/// Prose: whether a block is running text.
#pragma once

#include "blocks/blocks.hpp"
#include "measure/text_shape.hpp"

namespace pith::measure {

/// A sentence or more of running text ("good" text): 10 words or more, CJK at 1/1.7, few of them linked, and the end of
/// a sentence or two commas (in Thai and Lao: two spaces).
[[nodiscard]] bool is_prose(const blocks::TextBlock& block) noexcept;

/// The same for the features of the models, from a shape that is there already: it knows more ends of sentences, and
/// nothing of Thai and Lao.
[[nodiscard]] bool is_good(const blocks::TextBlock& block, const TextShape& shape) noexcept;

}  // namespace pith::measure
