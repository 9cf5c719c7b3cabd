/// Phrase category: what the phrases found in a line say about the whole line.
#pragma once

#include "rules/rule_set.hpp"

namespace pith::measure {

/// The category that the phrases give a line by themselves (line, prefix or heading matches that cover enough of it),
/// or Category::content when they give none.
[[nodiscard]] Category phrase_category(const rules::FoundMatches& matches) noexcept;

/// Which list of other articles a line is the heading of, related or hot_topics; content: of neither.
[[nodiscard]] Category list_headed_by(const rules::FoundMatches& matches) noexcept;

}  // namespace pith::measure
