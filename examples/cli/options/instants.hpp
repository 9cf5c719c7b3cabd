/// Instants as the command takes them.
#pragma once

#include <pith.hpp>
#include <string_view>

namespace cli {

/// A day or instant of ISO 8601: "2024-03-23", "20240323", "2024-03-23T08:15", "2024-03-23T08:15:30Z",
/// "2024-03-23 08:15+08:00"; or, in UTC, as indexes of crawls have it: "20240323081530"; or seconds since 1970 (9 to 11
/// digits, perhaps with a fraction) or milliseconds (12 or 13). Anything else gives an unknown date.
[[nodiscard]] pith::Date parse_instant(std::string_view text);

}  // namespace cli
