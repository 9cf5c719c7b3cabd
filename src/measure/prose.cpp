#include "measure/prose.hpp"

#include <array>

#include "text/sentence.hpp"

namespace pith::measure {
namespace {

/// Bytes that neither end a sentence nor part clauses: most of all text of ASCII.
constexpr std::array<bool, 256> plain_bytes = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0; c < 0x80; ++c) {
    plain[c] = text::mark_of(static_cast<char32_t>(c)) == 0 && c != ',' && c != ';';
  }
  return plain;
}();

bool is_comma(char32_t c) noexcept {
  return c == ',' || c == 0xFF0C || c == 0x3001 || c == ';' || c == 0xFF1B;
}

}  // namespace

bool is_prose(const blocks::TextBlock& block) noexcept {
  if (block.weighted_words() < 10 || block.link_density() >= 0.4F) return false;
  int commas = 0;
  bool after_thai = false;  // or Lao: they set a space where others set a mark
  for (std::size_t at = 0; at < block.text.size();) {
    commas += after_thai && block.text[at] == ' ';
    const std::size_t begin = at;
    while (at < block.text.size() && plain_bytes[static_cast<unsigned char>(block.text[at])]) ++at;
    at += text::han_prefix(block.text.substr(at));
    if (at > begin) {
      after_thai = false;
      continue;
    }
    const char32_t c = text::next_code_point(block.text, at);
    const bool ends_here = at >= block.text.size() || block.text[at] == ' ' || block.text[at] == '"';
    if ((text::mark_of(c) & (ends_here ? text::cjk_ends | text::ascii_ends : text::cjk_ends)) != 0) return true;
    commas += is_comma(c);
    after_thai = c >= 0x0E00 && c < 0x0F00;
  }
  return commas >= 2;
}

}  // namespace pith::measure
