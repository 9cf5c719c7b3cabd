/// A reader of JSON-LD that never fails: it walks the text once and reports every string, with the names above it.
/// Pages carry broken JSON, so what can be read is reported, and the rest is left. Private to metadata.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace pith::metadata {

/// Names of the objects' members from the root to the value; arrays add no name.
using JsonPath = std::vector<std::string>;

/// Calls found(path, value) for every string value, escapes decoded. Nesting deeper than 64 is skipped. Linear.
void for_each_json_string(std::string_view json,
                          const std::function<void(const JsonPath& path, const std::string& value)>& found);

}  // namespace pith::metadata
