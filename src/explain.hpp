/// Explain: the same selection as assemble() reads, with everything that led to it.
#pragma once

#include <pith/explain.hpp>

#include "analysis.hpp"
#include "select/select.hpp"

namespace pith {

/// `rules` are those that the page was matched with.
[[nodiscard]] Explanation explain(const Analysis& analysis, const rules::RuleSet& rules,
                                  const select::Selection& selection, const Options& options);

}  // namespace pith
