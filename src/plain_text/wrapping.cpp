#include "plain_text/wrapping.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace pith::plain_text {
namespace {

/// Wrapped text is no wider: 72 to 80 cells are common, 160 are 80 CJK characters.
constexpr std::size_t greatest_width = 160;
/// Nor narrower: lines of menus and lists are.
constexpr std::size_t least_width = 40;
/// A CJK character and a mark that may not begin a line.
constexpr std::size_t cells_of_cjk_unit = 4;

bool is_wide(char32_t c) noexcept {
  return (text::class_of(c) & text::is_cjk) != 0 || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF60);
}

std::size_t cells_of(char32_t c) noexcept {
  if (is_wide(c)) return 2;
  return (text::class_of(c) & text::is_mark) != 0 ? 0 : 1;
}

std::size_t cells_of(std::string_view utf8) noexcept {
  std::size_t cells = 0;
  for (std::size_t at = 0; at < utf8.size();) cells += cells_of(text::next_code_point(utf8, at));
  return cells;
}

/// Cells that the first word of the line needs, or the first CJK character.
std::size_t first_word_cells(std::string_view line) noexcept {
  line = text::trim(line);
  std::size_t cells = 0;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = text::next_code_point(line, at);
    if (c == ' ' || c == '\t') break;
    if (is_wide(c)) return cells == 0 ? cells_of_cjk_unit : cells;
    cells += cells_of(c);
  }
  return cells;
}

std::string_view without_trailing_space(std::string_view line) noexcept {
  return line.substr(0, line.find_last_not_of(" \t") + 1);
}

/// The line without a last word that has no room anywhere, such as an address.
std::string_view without_long_word(std::string_view line) noexcept {
  const std::size_t space = line.rfind(' ');
  if (cells_of(line) <= greatest_width || space == std::string_view::npos) return line;
  return without_trailing_space(line.substr(0, space));
}

/// Cells of the widest line; more than greatest_width as soon as one is wider.
std::size_t widest_line(std::string_view utf8) noexcept {
  std::size_t widest = 0;
  while (!utf8.empty() && widest <= greatest_width) {
    const std::string_view line = without_long_word(without_trailing_space(take_line(utf8)));
    // A wide line is wide by its first bytes: it may be all there is.
    constexpr std::size_t bytes_looked_at = 4 * (greatest_width + 1);
    widest = std::max(widest, cells_of(line.substr(0, bytes_looked_at)));
  }
  return widest;
}

}  // namespace

std::string_view take_line(std::string_view& rest) noexcept {
  const auto is_end = [](char c) { return c == '\n' || c == '\r' || c == '\f' || c == '\v'; };
  const auto end = static_cast<std::size_t>(std::find_if(rest.begin(), rest.end(), is_end) - rest.begin());
  const std::string_view line = rest.substr(0, end);
  const bool windows_end = rest.substr(end, 2) == "\r\n";
  rest.remove_prefix(std::min(rest.size(), end + (windows_end ? 2 : 1)));
  return line;
}

bool was_broken(std::string_view line, std::string_view next, std::size_t width) noexcept {
  line = without_trailing_space(line);
  const std::size_t word = first_word_cells(next);
  if (line.empty() || word == 0) return false;
  return cells_of(line) + (was_broken_at_space(line, next) ? 1 : 0) + word > width;
}

bool was_broken_at_space(std::string_view line, std::string_view next) noexcept {
  next = text::trim(next);
  line = text::trim(line);
  if (line.empty() || next.empty()) return false;
  std::size_t last = text::code_point_start(line, line.size() - 1);
  std::size_t begin = 0;
  return !is_wide(text::next_code_point(line, last)) || !is_wide(text::next_code_point(next, begin));
}

std::size_t wrap_width(std::string_view utf8) noexcept {
  // Of text that was not wrapped, few of the longer lines that another follows are broken: no more than a quarter on
  // nearly all of 1,835 texts, and no more than 5 on those with more; of wrapped text, three quarters and up.
  constexpr std::size_t least_broken_lines = 8;
  constexpr double least_broken_share = 0.6;
  const std::size_t width = widest_line(utf8);
  if (width < least_width || width > greatest_width) return 0;
  std::size_t broken_lines = 0;
  std::size_t long_lines = 0;
  for (std::string_view line = take_line(utf8); !utf8.empty();) {
    const std::string_view next = take_line(utf8);
    const bool is_broken = was_broken(line, next, width);
    const bool is_long = !text::trim(next).empty() && 5 * cells_of(without_trailing_space(line)) >= 3 * width;
    broken_lines += is_broken ? 1 : 0;
    long_lines += is_broken || is_long ? 1 : 0;
    line = next;
  }
  const bool is_wrapped = broken_lines >= least_broken_lines &&
                          static_cast<double>(broken_lines) >= least_broken_share * static_cast<double>(long_lines);
  return is_wrapped ? width : 0;
}

}  // namespace pith::plain_text
