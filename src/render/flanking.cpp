#include "render/flanking.hpp"

#include <array>

namespace pith::render {
namespace {

struct Neighbours {
  std::string_view from, to;
  Neighbour kind;
};

constexpr Neighbour space = Neighbour::space;
constexpr Neighbour punctuation = Neighbour::punctuation;
constexpr Neighbour unknown = Neighbour::unknown;

/// Beyond ASCII, by their bytes: the first that fits. What is not here is a letter, or counts as one.
constexpr std::array<Neighbours, 34> neighbours = {{
    {"\xC2\xA0", "\xC2\xA0", space},
    {"\xC2\xA1", "\xC2\xA1", punctuation},
    {"\xC2\xA7", "\xC2\xA7", punctuation},
    {"\xC2\xAB", "\xC2\xAB", punctuation},
    {"\xC2\xB6", "\xC2\xB7", punctuation},
    {"\xC2\xBB", "\xC2\xBB", punctuation},
    {"\xC2\xBF", "\xC2\xBF", punctuation},
    {"\xC2\x80", "\xC2\xBF", unknown},
    {"\xC3\x97", "\xC3\x97", unknown},
    {"\xC3\xB7", "\xC3\xB7", unknown},
    {"\xE1\x9A\x80", "\xE1\x9A\x80", space},
    {"\xE2\x80\x80", "\xE2\x80\x8A", space},
    {"\xE2\x80\x90", "\xE2\x80\xA7", punctuation},
    {"\xE2\x80\xAF", "\xE2\x80\xAF", space},
    {"\xE2\x80\xB0", "\xE2\x80\xBE", punctuation},
    {"\xE2\x81\x9F", "\xE2\x81\x9F", space},
    {"\xE2\x80\x80", "\xE2\xB1\x80", unknown},
    {"\xE3\x80\x80", "\xE3\x80\x80", space},
    {"\xE3\x80\x81", "\xE3\x80\x83", punctuation},
    {"\xE3\x80\x88", "\xE3\x80\x91", punctuation},
    {"\xE3\x80\x94", "\xE3\x80\x9F", punctuation},
    {"\xE3\x80\x92", "\xE3\x80\xBF", unknown},
    {"\xEF\xBC\x81", "\xEF\xBC\x83", punctuation},
    {"\xEF\xBC\x85", "\xEF\xBC\x8A", punctuation},
    {"\xEF\xBC\x8C", "\xEF\xBC\x8F", punctuation},
    {"\xEF\xBC\x9A", "\xEF\xBC\x9B", punctuation},
    {"\xEF\xBC\x9F", "\xEF\xBC\xA0", punctuation},
    {"\xEF\xBC\x81", "\xEF\xBC\xA0", unknown},
    {"\xEF\xBC\xBB", "\xEF\xBC\xBD", punctuation},
    {"\xEF\xBC\xBE", "\xEF\xBD\x80", unknown},
    {"\xEF\xBD\x9F", "\xEF\xBD\xA5", punctuation},
    {"\xEF\xBD\x9B", "\xEF\xBD\x9E", unknown},
    {"\xEF\xBF\xA0", "\xEF\xBF\xBD", unknown},
    {"\xF0\x9F\x80\x80", "\xF0\x9F\xBF\xBF", unknown},
}};

bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

bool goes_on(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

Neighbour neighbour_of(std::string_view code_point) {
  if (code_point.empty()) return Neighbour::space;
  const char first = code_point.front();
  if (static_cast<unsigned char>(first) <= ' ') return Neighbour::space;
  if (static_cast<unsigned char>(first) < 0x80) {
    return is_ascii_punctuation(first) ? Neighbour::punctuation : Neighbour::letter;
  }
  for (const Neighbours& some : neighbours) {
    if (code_point >= some.from && code_point <= some.to) return some.kind;
  }
  return Neighbour::letter;
}

}  // namespace

Neighbour neighbour_from(std::string_view text, std::size_t at) noexcept {
  std::size_t end = at < text.size() ? at + 1 : at;
  while (end < text.size() && goes_on(text[end])) ++end;
  return neighbour_of(text.substr(at, end - at));
}

Neighbour neighbour_before(std::string_view text, std::size_t at) noexcept {
  std::size_t begin = at;
  while (begin > 0 && goes_on(text[--begin])) {
  }
  return neighbour_of(text.substr(begin, at - begin));
}

}  // namespace pith::render
