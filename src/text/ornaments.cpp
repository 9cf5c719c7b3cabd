#include "text/ornaments.hpp"

#include <algorithm>
#include <iterator>

#include "text/text.hpp"

namespace pith::text {
namespace {

constexpr std::string_view signs[] = {"*",      "\u2022", "\u00B7", "\u25CF", "\u25CB", "\u25C6", "\u25C7",
                                      "\u25A0", "\u25A1", "\u2605", "\u2606", "\u2726", "\u2727", "\u273B",
                                      "~",      "\uFF5E", "-",      "\u2013", "\u2014", "\u2015", "\u2500",
                                      "\u2501", "_",      "=",      "\uFF0A"};
/// They part texts, and nothing else: an asterism, floral hearts.
constexpr std::string_view signs_alone[] = {"*", "\u2042", "\u2766", "\u2767", "\u2619", "\u2756"};

template <std::size_t size>
bool is_one_of(const std::string_view (&all)[size], std::string_view sign) noexcept {
  return std::find(std::begin(all), std::end(all), sign) != std::end(all);
}

}  // namespace

bool is_ornament(std::string_view line) noexcept {
  constexpr std::size_t longest = 80;  // bytes: a row of stars with spaces between
  constexpr int fewest = 3;
  if (line.empty() || line.size() > longest || word_byte(line[0]) != 0) return false;
  int count = 0;
  bool is_alone = false;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(line, at);
    if (c == U' ' || c == U'\u00A0' || c == U'\u3000') continue;
    const std::string_view sign = line.substr(begin, at - begin);
    is_alone = is_one_of(signs_alone, sign);
    if (!is_alone && !is_one_of(signs, sign)) return false;
    ++count;
  }
  return count >= fewest || (count == 1 && is_alone);
}

}  // namespace pith::text
