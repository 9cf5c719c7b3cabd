#include <array>

#include "text/text.hpp"

namespace pith::text {
char32_t next_wide_code_point(std::string_view utf8, std::size_t& position) noexcept {
  const auto byte = [&](std::size_t k) {
    return static_cast<char32_t>(static_cast<unsigned char>(utf8[position + k]));
  };
  const char32_t lead = byte(0);
  if (lead >= 0xE0 && lead < 0xF0 && position + 3 <= utf8.size()) {  // nearly all of Chinese, Japanese and Korean
    const char32_t c = (lead & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    position += 3;
    return c;
  }
  // Text that is not UTF-8 after all must not be read past its end.
  const std::size_t length = lead < 0xE0 ? 2 : (lead < 0xF0 ? 3 : 4);
  if (position + length > utf8.size()) {
    position = utf8.size();
    return 0xFFFD;
  }
  char32_t c = lead & (0xFFU >> (length + 1));
  for (std::size_t k = 1; k < length; ++k) c = c << 6U | (byte(k) & 0x3FU);
  position += length;
  return c;
}

char* write_utf8(char* out, char32_t c) noexcept {
  const auto put = [&out](char32_t byte) { *out++ = static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | c >> 6U);
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | c >> 12U);
    put(0x80U | (c >> 6U & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | c >> 18U);
    put(0x80U | (c >> 12U & 0x3FU));
    put(0x80U | (c >> 6U & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
  return out;
}

void append_utf8(std::string& out, char32_t c) {
  std::array<char, 4> bytes;
  out.append(bytes.data(), write_utf8(bytes.data(), c));
}

}  // namespace pith::text
