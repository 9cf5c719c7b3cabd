/// Charset labels, and finding them where pages declare them. Private to text.
#pragma once

#include <string_view>

namespace pith::text {

/// A charset that pith reads.
struct Charset {
  std::string_view name;  ///< IANA name, as DecodedText::charset gives it
  const char* icu_name;   ///< what ICU calls the decoder that browsers use for it
};

/// The rows of data/charsets.tsv, without comments: label, encoding. Made by cmake/embed_rows.cmake.
[[nodiscard]] std::string_view charset_labels() noexcept;

/// By any label of the WHATWG Encoding standard, in any case, white space around it; nullptr for other labels and for
/// encodings that pith does not read. gb2312 and gbk give GB18030, iso-8859-1 gives windows-1252, as browsers read
/// them.
[[nodiscard]] const Charset* charset_of(std::string_view label) noexcept;

/// The label in a Content-Type value, "text/html; charset=gbk"; "" when it has none.
[[nodiscard]] std::string_view charset_in_content_type(std::string_view value) noexcept;

/// The label that a <meta> in the first 8 KiB declares; "" when there is none. The HTML standard's prescan, except that
/// it stops at 1,024 bytes: Chinese pages put scripts and comments first.
[[nodiscard]] std::string_view charset_in_meta(std::string_view html) noexcept;

}  // namespace pith::text
