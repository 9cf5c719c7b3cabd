#include "filter/surrogates.hpp"

#include <charconv>

namespace filter {
namespace {

constexpr std::size_t escape_length = 6;  // \uXXXX

/// The code unit of an escape \uXXXX at `at`; 0 when there is none.
unsigned escaped_unit(std::string_view json, std::size_t at) {
  if (json.size() < at + escape_length || json[at] != '\\' || json[at + 1] != 'u') return 0;
  unsigned unit = 0;
  const char* const end = json.data() + at + escape_length;
  return std::from_chars(json.data() + at + 2, end, unit, 16).ptr == end ? unit : 0;
}

bool is_high(unsigned unit) {
  return unit >= 0xD800U && unit < 0xDC00U;
}

bool is_low(unsigned unit) {
  return unit >= 0xDC00U && unit < 0xE000U;
}

}  // namespace

std::string replace_lone_surrogates(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    if (json[at] != '\\') {
      out += json[at++];
      continue;
    }
    const unsigned unit = escaped_unit(json, at);
    std::size_t length = unit == 0 ? 2 : escape_length;
    const bool is_pair = is_high(unit) && is_low(escaped_unit(json, at + escape_length));
    if (is_pair) length *= 2;
    if (!is_pair && (is_high(unit) || is_low(unit)))
      out += "\\ufffd";
    else
      out += json.substr(at, length);
    at += length;
  }
  return out;
}

}  // namespace filter
