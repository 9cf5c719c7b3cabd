/// "Name: value" lines, as WARC and HTTP have them.
#pragma once

#include <string_view>

namespace warc {

/// One line, taken off the front of `text` with its \r\n or \n.
[[nodiscard]] std::string_view take_line(std::string_view& text) noexcept;

struct HeaderField {
  std::string_view name;  ///< empty: the line is no field
  std::string_view value;
};
[[nodiscard]] HeaderField split_field(std::string_view line) noexcept;

/// Without ASCII white space at both ends.
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;

/// As names of fields and media types are compared: ASCII letters without case.
[[nodiscard]] bool same_name(std::string_view a, std::string_view b) noexcept;
[[nodiscard]] bool contains_name(std::string_view text, std::string_view name) noexcept;

/// Where the first empty line ends; 0 when there is none.
[[nodiscard]] std::size_t find_header_end(std::string_view bytes) noexcept;

}  // namespace warc
