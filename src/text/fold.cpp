#include <algorithm>

#include "text/text.hpp"

namespace pith::text {
namespace {

/// Full-width forms of ASCII as ASCII.
char32_t narrow(char32_t c) noexcept {
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

/// Where the code point before `end` begins.
std::size_t previous_start(std::string_view utf8, std::size_t end) noexcept {
  do {
    --end;
  } while (end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xC0U) == 0x80U);
  return end;
}

}  // namespace

std::string_view trim(std::string_view utf8) noexcept {
  std::size_t begin = 0;
  while (begin < utf8.size()) {
    std::size_t next = begin;
    if ((class_of(next_code_point(utf8, next)) & is_space) == 0) break;
    begin = next;
  }
  std::size_t end = utf8.size();
  while (end > begin) {
    const std::size_t start = previous_start(utf8, end);
    std::size_t position = start;
    if ((class_of(next_code_point(utf8, position)) & is_space) == 0) break;
    end = start;
  }
  return utf8.substr(begin, end - begin);
}

void append_folded(std::string_view utf8, std::string& out) {
  const std::size_t start = out.size();
  bool gap = false;       // white space or punctuation since the last character
  bool last_cjk = false;  // the last character needs no space behind it
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    while (at < utf8.size() && lower_ascii(utf8[at]) != 0) ++at;
    if (at > begin) {
      if (gap && out.size() > start && !last_cjk) out += ' ';
      const std::size_t word = out.size();
      out.append(utf8, begin, at - begin);
      std::transform(out.begin() + static_cast<std::ptrdiff_t>(word), out.end(),
                     out.begin() + static_cast<std::ptrdiff_t>(word), lower_ascii);
      gap = last_cjk = false;
      continue;
    }
    if (is_ascii(utf8[at])) {
      gap = true;
      ++at;
      continue;
    }
    const char32_t c = narrow(next_code_point(utf8, at));
    const std::uint16_t bits = class_of(c);
    const bool is_narrow_symbol = c < 0x80 && (bits & (is_letter | is_digit)) == 0;
    if (is_narrow_symbol || (bits & (is_space | is_punctuation)) != 0) {
      gap = true;
      continue;
    }
    const bool cjk = (bits & is_cjk) != 0;
    if (gap && out.size() > start && !cjk && !last_cjk) out += ' ';
    append_utf8(out, to_lower(c));
    gap = false;
    last_cjk = cjk;
  }
}

}  // namespace pith::text
