/// Marks: small scanners over one line of plain text, in place of regular expressions. Private to lines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.hpp"

namespace pith::measure {

/// A line as code points: scanners look at neighbours, which UTF-8 makes awkward. Both have the same size. Of a line
/// that is longer than any, the middle is left out: code points take six times the memory of letters.
struct LineText {
  std::u32string lower;                ///< lower-cased
  std::vector<std::uint16_t> classes;  ///< text::class_of, before lower-casing

  static constexpr std::size_t longest_line = std::size_t{64} << 10U;  ///< bytes

  void assign(std::string_view utf8);
  [[nodiscard]] std::size_t size() const noexcept { return lower.size(); }
  /// Whether any of the CharClass bits `mask` holds at `at`; false outside the line.
  [[nodiscard]] bool has(std::size_t at, std::uint16_t mask) const noexcept {
    return at < classes.size() && (classes[at] & mask) != 0;
  }

 private:
  void append(std::string_view utf8);
};

/// What stands around the numbers of a line.
struct NumberMarks {
  bool date = false;   ///< 2024-03-23, 23.3.2024, 03-23, 3 May, May 3
  bool ago = false;    ///< "5 hours ago"
  bool time = false;   ///< 08:15
  bool price = false;  ///< a currency sign or unit beside a number
};
[[nodiscard]] NumberMarks find_number_marks(const LineText& line);
[[nodiscard]] bool has_phone_number(const LineText& line);
[[nodiscard]] bool ends_with_more(const LineText& line);
[[nodiscard]] bool starts_with_list_number(const LineText& line);
[[nodiscard]] bool is_key_value(const LineText& line);

/// A line of a program, by its signs (code.cpp); the line does not end as a sentence does.
[[nodiscard]] bool looks_like_code(const LineText& line);

}  // namespace pith::measure
