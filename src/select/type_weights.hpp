/// Type weights: from a page's evidence to its likely type. A multinomial logistic regression over steps: "at least 3
/// headings that are links" is a row of src/data/page_types.tsv, with a weight for each type.
/// src/training/page_types.py makes the rows.
#pragma once

#include <string_view>

#include <pith/article.hpp>

#include "select/page_evidence.hpp"

namespace pith::select {

struct TypeGuess {
  Verdict type = Verdict::article;  ///< article, forum, product, listing or documentation
  float probability = 0;            ///< 0 to 1
};

/// The likeliest type. The same to the last bit on every IEEE machine.
[[nodiscard]] TypeGuess guess_type(const PageEvidence& evidence, page::PageKind kind);

/// The rows of page_types.tsv, without comments: kind, evidence, least value, and a weight in hundredths for each type.
/// Each ends in a line feed. Made by cmake/embed_rows.cmake.
[[nodiscard]] std::string_view page_type_rows() noexcept;

}  // namespace pith::select
