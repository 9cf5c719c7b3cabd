#include <algorithm>

#include "page/sniff.hpp"

#include "page/tags.hpp"

namespace pith::page {
namespace {

char lower_ascii(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool starts_ignoring_case(std::string_view text, std::string_view lower_word) noexcept {
  return text.size() >= lower_word.size() && std::equal(lower_word.begin(), lower_word.end(), text.begin(),
                                                        [](char w, char t) { return w == lower_ascii(t); });
}

/// Whether a tag of HTML begins at `text`, which begins with '<': a known element's name and then its end.
bool is_tag(std::string_view text) noexcept {
  std::size_t at = text.size() > 1 && text[1] == '/' ? 2 : 1;
  const std::size_t begin = at;
  char name[16];
  while (at < text.size() && at - begin < sizeof name) {
    const char c = lower_ascii(text[at]);
    if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) break;
    name[at - begin] = c;
    ++at;
  }
  if (at == begin || at >= text.size()) return false;
  const char next = text[at];
  const bool ends = next == '>' || next == '/' || next == ' ' || next == '\n' || next == '\t' || next == '\r';
  return ends && tag_of({name, at - begin}) != Tag::unknown;
}

}  // namespace

bool looks_binary(std::string_view utf8) noexcept {
  constexpr std::size_t sample_bytes = 4096;
  const std::string_view sample = utf8.substr(0, sample_bytes);
  // The "binary data bytes" of the MIME Sniffing standard, without NUL: mistaken UTF-16 has one in every letter.
  const auto binary = std::count_if(sample.begin(), sample.end(), [](char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte != 0 && byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\f' && byte != '\r' && byte != 0x1B;
  });
  return binary * 100 >= static_cast<std::ptrdiff_t>(sample.size()) * 3 && binary > 0;
}

bool looks_like_html(std::string_view utf8) noexcept {
  constexpr std::size_t reach = 4096;
  const std::string_view start = utf8.substr(0, reach);
  const std::size_t first = start.find_first_not_of(" \t\r\n\f");
  if (first == std::string_view::npos) return false;
  const std::string_view trimmed = start.substr(first);
  for (const std::string_view sure : {"<!doctype html", "<html", "<head", "<body", "<?xml", "<!--"}) {
    if (starts_ignoring_case(trimmed, sure)) return true;
  }
  // Text about HTML holds a tag or two; a page has one every few words.
  std::size_t tags = 0;
  for (std::size_t at = 0; (at = start.find('<', at)) != std::string_view::npos; ++at) tags += is_tag(start.substr(at));
  return tags >= 3 || (tags >= 1 && trimmed.front() == '<');
}

}  // namespace pith::page
