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

}  // namespace report
