#include "records/json_text.hpp"

#include <simdjson.h>

#include <nlohmann/json.hpp>

namespace records {
namespace {

constexpr bool is_escaped(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == '"' || byte == '\\';
}

/// The first escaped byte at or after `at`, else the text's size. Articles have one in some dozens of bytes.
std::size_t find_escaped(std::string_view text, std::size_t at) {
  constexpr std::size_t block = 16;  // looked at as a whole, without a branch a byte
  for (; at + block <= text.size(); at += block) {
    bool has_escaped = false;
    for (std::size_t i = 0; i < block; ++i) has_escaped |= is_escaped(text[at + i]);
    if (has_escaped) break;
  }
  while (at < text.size() && !is_escaped(text[at])) ++at;
  return at;
}

void append_escaped(std::string& out, char c) {
  constexpr std::string_view controls = "\b\t\n\f\r";
  constexpr std::string_view letters = "btnfr";
  constexpr char digits[] = "0123456789abcdef";
  const std::size_t control = controls.find(c);
  if (c == '"' || c == '\\') {
    out.append({'\\', c});
  } else if (control != std::string_view::npos) {
    out.append({'\\', letters[control]});
  } else {
    const auto byte = static_cast<unsigned char>(c);
    out.append("\\u00").append({digits[byte >> 4U], digits[byte & 15U]});
  }
}

}  // namespace

void append_string(std::string& out, std::string_view text) {
  if (!simdjson::validate_utf8(text.data(), text.size())) {
    out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return;
  }
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t escaped = find_escaped(text, at);
    out.append(text.substr(at, escaped - at));
    if (escaped < text.size()) append_escaped(out, text[escaped]);
    at = escaped + 1;
  }
  out += '"';
}

void ObjectWriter::separate() {
  if (!is_first_) out_ += ',';
  is_first_ = false;
}

void ObjectWriter::key(std::string_view name) {
  separate();
  append_string(out_, name);
  out_ += ':';
}

void ObjectWriter::raw(std::string_view name, std::string_view json) {
  key(name);
  out_ += json;
}

void ObjectWriter::text(std::string_view name, std::string_view value) {
  key(name);
  append_string(out_, value);
}

void ObjectWriter::number(std::string_view name, unsigned long long value) {
  key(name);
  out_ += std::to_string(value);
}

void ObjectWriter::members(std::string_view json) {
  if (json.empty()) return;
  separate();
  out_ += json;
}

}  // namespace records
