/// Assemble: from the selection to the public Article, which owns all its text.
#pragma once

#include <pith/article.hpp>

#include "pipeline.hpp"
#include "scoring/scoring.hpp"

namespace pith {

[[nodiscard]] Article assemble(const Pipeline& pipeline, const scoring::Selection& selection, const Options& options);

/// One block as the public type, kept or not. `index` is its place in pipeline.blocks.
[[nodiscard]] Block make_block(const Pipeline& pipeline, const scoring::Selection& selection, std::size_t index);

}  // namespace pith
