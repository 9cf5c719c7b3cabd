#include "records/base64.hpp"

#include <array>
#include <cstdint>

namespace records {
namespace {

constexpr std::uint8_t not_a_digit = 64;

constexpr std::array<std::uint8_t, 256> make_digits() {
  std::array<std::uint8_t, 256> digits{};
  digits.fill(not_a_digit);
  const std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (std::size_t i = 0; i < letters.size(); ++i)
    digits[static_cast<unsigned char>(letters[i])] = static_cast<std::uint8_t>(i);
  digits['-'] = digits['+'];
  digits['_'] = digits['/'];
  return digits;
}

constexpr std::array<std::uint8_t, 256> digits = make_digits();

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

}  // namespace

std::optional<std::string> decode_base64(std::string_view text) {
  while (!text.empty() && (text.back() == '=' || is_space(text.back()))) text.remove_suffix(1);
  std::string out;
  out.reserve(text.size() / 4 * 3 + 3);
  std::uint32_t bits = 0;
  unsigned count = 0;  // of bits not yet written
  for (const char c : text) {
    if (is_space(c)) continue;
    const std::uint8_t digit = digits[static_cast<unsigned char>(c)];
    if (digit == not_a_digit) return std::nullopt;
    bits = bits << 6U | digit;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xFFU);
  }
  // One digit alone is six bits: no byte.
  return count == 6 ? std::nullopt : std::optional(std::move(out));
}

}  // namespace records
