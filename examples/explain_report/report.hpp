/// The report of an Explanation, for people who would rather look: one HTML page that needs no network.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <pith.hpp>
#include <string>
#include <string_view>

namespace report {

/// The page, with "PITH_DATA" where the JSON belongs. Made of page.html when building.
[[nodiscard]] std::string_view page_template() noexcept;

/// A block with its verdict, phrases and features, by their names in `pith --explain --to json`.
[[nodiscard]] nlohmann::ordered_json to_json(const pith::ExplainedBlock& explained);

/// The whole page. All text of the article stands in JSON that no HTML parser takes for anything else.
[[nodiscard]] std::string to_html(const pith::Explanation& explanation);

/// One side of a comparison.
struct Side {
  std::string_view name;  ///< as the page calls it
  const pith::Explanation& explanation;
};

/// The page with the verdicts of both on every block, and a filter for the blocks on which they differ. Both are of the
/// same bytes, read under other rules or options; phrases and features shown are those of the first.
[[nodiscard]] std::string to_html(const Side& first, const Side& second);

}  // namespace report
