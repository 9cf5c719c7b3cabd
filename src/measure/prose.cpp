#include "measure/prose.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <string_view>

#include "core/wide_bytes.hpp"
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

/// The other bytes of ASCII.
constexpr std::string_view marks = ".,!?;";
static_assert(std::count(plain_bytes.begin(), plain_bytes.begin() + 0x80, false) == marks.size() &&
              std::none_of(marks.begin(), marks.end(),
                           [](char c) { return plain_bytes[static_cast<unsigned char>(c)]; }));

/// Where the plain bytes from `at` on end. Precondition: at < text.size().
std::size_t plain_end(std::string_view text, std::size_t at) noexcept {
  if (!plain_bytes[static_cast<unsigned char>(text[at])]) return at;
  for (; at + sizeof(core::WideBytes) <= text.size(); at += sizeof(core::WideBytes)) {
    const core::WideBytes bytes = core::load_wide(text.data() + at);
    auto others = bytes >= 0x80;
    for (const char mark : marks) others |= bytes == static_cast<unsigned char>(mark);
    const std::size_t place = core::first_set(std::bit_cast<core::WideBytes>(others));
    if (place < sizeof others) return at + place;
  }
  while (at < text.size() && plain_bytes[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

constexpr int fewest_commas = 2;

/// Whether there is enough text that is not linked for the marks in it to decide.
bool has_enough_text(const blocks::TextBlock& block) noexcept {
  constexpr float fewest_words = 10;  // weighted
  constexpr float most_linked = 0.4F;
  return block.weighted_words() >= fewest_words && block.link_density() < most_linked;
}

bool is_comma(char32_t c) noexcept {
  return c == ',' || c == 0xFF0C || c == 0x3001 || c == ';' || c == 0xFF1B;
}

}  // namespace

bool is_prose(const blocks::TextBlock& block) noexcept {
  if (!has_enough_text(block)) return false;
  int commas = 0;
  bool after_thai = false;  // or Lao: they set a space where others set a mark
  for (std::size_t at = 0; at < block.text.size();) {
    commas += after_thai && block.text[at] == ' ';
    const std::size_t begin = at;
    at = plain_end(block.text, at);
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
  return commas >= fewest_commas;
}

bool is_good(const blocks::TextBlock& block, const TextShape& shape) noexcept {
  return has_enough_text(block) && (shape.sentences > 0 || shape.commas >= fewest_commas);
}

}  // namespace pith::measure
