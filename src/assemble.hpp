/// Assemble: from the selection to the public Article, which owns all its text.
#pragma once

#include <pith/article.hpp>

#include "analysis.hpp"
#include "select/select.hpp"

namespace pith {

[[nodiscard]] Article assemble(const Analysis& analysis, const select::Selection& selection, const Options& options);

}  // namespace pith
