/// Base64 (RFC 4648) as pipelines write it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace records {

/// The bytes; nothing when the text is no base64. Takes the URL-safe letters too, and white space and missing padding.
[[nodiscard]] std::optional<std::string> decode_base64(std::string_view text);

}  // namespace records
