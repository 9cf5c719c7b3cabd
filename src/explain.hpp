/// Explain: the same selection as assemble() reads, with everything that led to it.
#pragma once

#include <pith/explain.hpp>

#include "analysis.hpp"
#include "select/select.hpp"

namespace pith {

/// A page with what judged it.
struct JudgedPage {
  const Analysis& analysis;  ///< with its features
  const rules::RuleSet& rules;
  const model::Model& model;
};

[[nodiscard]] Explanation explain(const JudgedPage& page, const select::Selection& selection, const Options& options);

}  // namespace pith
