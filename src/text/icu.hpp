/// What pith uses of ICU: converters for legacy charsets and the charset detector. Private to text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pith::text {

/// Appends `bytes`, read as `charset` (a name that ICU knows), to `out` as UTF-8; malformed sequences become U+FFFD.
/// Returns how many, or -1 when ICU has no such converter: then `out` is unchanged.
[[nodiscard]] std::int64_t convert_to_utf8(std::string_view bytes, const char* charset, std::string& out);

/// ICU's best guess for a sample, "" when it has none. Costs some 3 ms per 8 KB.
[[nodiscard]] std::string detect_charset(std::string_view sample);

}  // namespace pith::text
