#include "page/sniff.hpp"

#include <algorithm>

#include "page/tags.hpp"
#include "text/ascii.hpp"

namespace pith::page {
namespace {

/// Whether `markup` begins with a tag of HTML; it begins with '<': a known element's name and then its end.
bool is_tag(std::string_view markup) noexcept {
  std::size_t at = markup.size() > 1 && markup[1] == '/' ? 2 : 1;
  const std::size_t begin = at;
  char name[16];
  while (at < markup.size() && at - begin < sizeof name) {
    const char c = text::to_lower_ascii(markup[at]);
    if (!text::is_ascii_letter(c) && !text::is_ascii_digit(c)) break;
    name[at - begin] = c;
    ++at;
  }
  if (at == begin || at >= markup.size()) return false;
  const char next = markup[at];
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
    if (text::starts_with_ignoring_case(trimmed, sure)) return true;
  }
  // Text about HTML holds a tag or two; a page has one every few words.
  std::size_t tags = 0;
  for (std::size_t at = 0; (at = start.find('<', at)) != std::string_view::npos; ++at) tags += is_tag(start.substr(at));
  return tags >= 3 || (tags >= 1 && trimmed.front() == '<');
}

}  // namespace pith::page
