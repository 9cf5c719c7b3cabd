/// Options: where a <select> ends that holds nothing but options and their groups, of which nothing comes into the
/// page.
#pragma once

#include <cstddef>
#include <string_view>

namespace pith::html {

/// One past the "</select>" of the element whose start tag ends at `begin`; npos when anything but text, <option> and
/// <optgroup> stands in it: then only a parser can tell where it ends. Linear in what it passes over.
[[nodiscard]] std::size_t plain_select_end(std::string_view html, std::size_t begin) noexcept;

}  // namespace pith::html
