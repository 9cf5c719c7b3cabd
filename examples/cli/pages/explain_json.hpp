/// An Explanation as JSON, for programs that show or compare decisions.
#pragma once

#include <pith.hpp>
#include <string>

#include "options/extraction.hpp"

namespace pages {

/// {"file", "verdict", "confidence", "blocks": [{"index", "kind", "level", "kept", "score", "model_score", "category",
/// "reason", "path", "text", "phrases", "features"}]}; jsonl: on one line.
[[nodiscard]] std::string explain_json(const pith::Explanation& explanation, const std::string& name,
                                       cli::Format format);

}  // namespace pages
