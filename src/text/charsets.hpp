/// Charset labels, and finding them where pages declare them. Private to text.
#pragma once

#include <string_view>

namespace pith::text {

/// A charset that pith reads.
struct Charset {
  std::string_view name;  ///< IANA name, as answered
  const char* icu_name;   ///< what ICU calls the decoder that browsers use for it
};

/// By any label of the WHATWG Encoding standard, in any case, white space around it; nullptr when there is none of that
/// label. gb2312 and gbk answer GB18030, iso-8859-1 answers windows-1252, as browsers read them.
[[nodiscard]] const Charset* charset_of(std::string_view label) noexcept;

/// The label in a Content-Type value, "text/html; charset=gbk"; "" when it has none.
[[nodiscard]] std::string_view charset_in_content_type(std::string_view value) noexcept;

/// The label that a <meta> in the first 8 KiB declares; "" when there is none. The HTML standard's prescan, except that
/// it stops at 1,024 bytes: Chinese pages put scripts and comments first.
[[nodiscard]] std::string_view charset_in_meta(std::string_view html) noexcept;

}  // namespace pith::text
