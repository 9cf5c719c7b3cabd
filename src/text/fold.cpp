#include <array>

#include "text/text.hpp"

namespace pith::text {
namespace {

/// Full-width forms of ASCII as ASCII.
char32_t narrow(char32_t c) noexcept {
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

/// Appends the letters and digits of ASCII that the text begins with, or the first of many; how many they are.
std::size_t append_ascii_word(std::string_view text, std::string& out) {
  std::array<char, 32> word;
  std::size_t length = 0;
  for (const char c : text.substr(0, word.size())) {
    const char lowered = lower_ascii(c);
    if (lowered == 0) break;
    word[length++] = lowered;
  }
  out.append(word.data(), length);
  return length;
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
    if (lower_ascii(utf8[at]) != 0) {
      if (gap && out.size() > start && !last_cjk) out += ' ';
      at += append_ascii_word(utf8.substr(at), out);
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
