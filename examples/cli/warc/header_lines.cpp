#include "warc/header_lines.hpp"

#include <algorithm>

namespace warc {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_same_letter(char a, char b) {
  return lower(a) == lower(b);
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

}  // namespace

std::string_view take_line(std::string_view& text) noexcept {
  const std::size_t newline = text.find('\n');
  std::string_view line = text.substr(0, newline);
  text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view trim(std::string_view text) noexcept {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

HeaderField split_field(std::string_view line) noexcept {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  return {trim(line.substr(0, colon)), trim(line.substr(colon + 1))};
}

bool same_name(std::string_view a, std::string_view b) noexcept {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), is_same_letter);
}

bool contains_name(std::string_view text, std::string_view name) noexcept {
  return std::search(text.begin(), text.end(), name.begin(), name.end(), is_same_letter) != text.end();
}

std::size_t find_header_end(std::string_view bytes) noexcept {
  for (std::size_t newline = bytes.find('\n'); newline != std::string_view::npos;
       newline = bytes.find('\n', newline + 1)) {
    if (bytes.substr(newline + 1).starts_with('\n')) return newline + 2;
    if (bytes.substr(newline + 1).starts_with("\r\n")) return newline + 3;
  }
  return 0;
}

}  // namespace warc
