/// Explain: the same selection as assemble() reads, with everything that led to it.
#pragma once

#include <pith/explain.hpp>

#include "pipeline.hpp"
#include "scoring/scoring.hpp"

namespace pith {

[[nodiscard]] Explanation explain(const Pipeline& pipeline, const scoring::Selection& selection,
                                  const Options& options);

}  // namespace pith
