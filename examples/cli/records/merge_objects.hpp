/// Two JSON objects in one.
#pragma once

#include <string>
#include <string_view>

namespace records {

/// All members of `kept`, then those of `added` whose names `kept` does not have. `added` alone when `kept` is no
/// object. Both are valid JSON.
[[nodiscard]] std::string merge_objects(std::string_view kept, std::string_view added);

}  // namespace records
