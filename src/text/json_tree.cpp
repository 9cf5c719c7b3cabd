#include "text/json_tree.hpp"

#include <algorithm>

#include "text/ascii.hpp"
#include "text/text.hpp"

namespace pith::text {
namespace {

constexpr std::size_t deepest = 64;
constexpr std::size_t most_nodes = 50'000;

bool is_white(char c) noexcept {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

class Parser {
 public:
  Parser(std::string_view json, std::vector<JsonNode>& nodes) : json_(json), nodes_(nodes) {}

  void run() {
    while (at_ < json_.size() && nodes_.size() < most_nodes) step();
    while (!open_.empty()) close();
  }

 private:
  void step() {
    const char c = json_[at_];
    if (c == '"') {
      read_string('"');
    } else if (c == '\'' && is_quoted_once()) {
      read_string('\'');
    } else if (c == '{' || c == '[') {
      open(c == '{' ? JsonKind::object : JsonKind::array);
      ++at_;
    } else if (c == '}' || c == ']') {
      close();
      ++at_;
    } else if (c == ',') {
      key_ = {};
      ++at_;
    } else if (is_white(c) || c == ':' || open_.empty()) {
      ++at_;
    } else {
      read_literal();
    }
  }

  std::uint32_t push(JsonKind kind, std::string_view raw) {
    JsonNode node;
    node.kind = kind;
    node.key = key_;
    node.raw = raw;
    node.parent = open_.empty() ? -1 : static_cast<std::int32_t>(open_.back());
    node.end = static_cast<std::uint32_t>(nodes_.size()) + 1;
    nodes_.push_back(node);
    key_ = {};
    return node.end - 1;
  }

  void open(JsonKind kind) {
    if (open_.size() >= deepest) {
      ++too_deep_;
      return;
    }
    const std::uint32_t node = push(kind, {});
    open_.push_back(node);
  }

  void close() {
    if (too_deep_ > 0) {
      --too_deep_;
      return;
    }
    key_ = {};
    if (open_.empty()) return;
    nodes_[open_.back()].end = static_cast<std::uint32_t>(nodes_.size());
    open_.pop_back();
  }

  /// Scripts quote with apostrophes too: one that ends where a value or key may end.
  [[nodiscard]] bool is_quoted_once() const noexcept {
    constexpr std::size_t longest = 500;
    const std::size_t end = json_.substr(0, at_ + longest).find('\'', at_ + 1);
    if (open_.empty() || end == std::string_view::npos) return false;
    std::size_t next = end + 1;
    while (next < json_.size() && is_white(json_[next])) ++next;
    return next < json_.size() && std::string_view(",:}]").find(json_[next]) != std::string_view::npos;
  }

  void read_string(char quote) {
    const std::size_t begin = ++at_;
    while (at_ < json_.size() && json_[at_] != quote) at_ += json_[at_] == '\\' ? 2 : 1;
    at_ = std::min(at_, json_.size());
    const std::string_view raw = json_.substr(begin, at_ - begin);
    if (at_ < json_.size()) ++at_;
    std::size_t next = at_;
    while (next < json_.size() && is_white(json_[next])) ++next;
    const bool in_object = !open_.empty() && nodes_[open_.back()].kind == JsonKind::object;
    if (in_object && next < json_.size() && json_[next] == ':') {
      // The vocabulary's prefix says nothing.
      key_ = raw.starts_with("schema:") ? raw.substr(7) : raw;
      at_ = next + 1;
    } else if (too_deep_ == 0 && !open_.empty()) {
      (void)push(JsonKind::string, raw);
    }
  }

  void read_literal() {
    const std::size_t begin = at_;
    while (at_ < json_.size() && !is_white(json_[at_]) &&
           std::string_view(",:]}[{\"").find(json_[at_]) == std::string_view::npos) {
      ++at_;
    }
    if (at_ == begin) ++at_;
    const bool is_value = too_deep_ == 0 && !key_.empty();
    if (is_value) (void)push(JsonKind::literal, json_.substr(begin, at_ - begin));
  }

  std::string_view json_;
  std::vector<JsonNode>& nodes_;
  std::vector<std::uint32_t> open_;
  std::string_view key_;
  std::size_t at_ = 0;
  std::size_t too_deep_ = 0;
};

bool is_hex_digit(char c) noexcept {
  return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// The hex digits at `at`, four at most. What stands after fewer of them may be a character of several bytes.
std::string_view hex_digits(std::string_view raw, std::size_t at) noexcept {
  const std::string_view four = raw.substr(std::min(at, raw.size()), 4);
  return four.substr(0,
                     static_cast<std::size_t>(std::find_if_not(four.begin(), four.end(), is_hex_digit) - four.begin()));
}

/// Value of four hex digits; 0xFFFD of fewer.
char32_t hex_value(std::string_view digits) noexcept {
  char32_t value = 0;
  for (const char c : digits) {
    value = value * 16 + static_cast<char32_t>(is_ascii_digit(c) ? c - '0' : (c | 32) - 'a' + 10);
  }
  return digits.size() == 4 ? value : 0xFFFD;
}

/// "\uXXXX" with its digits at `at`, which moves past them; a pair of surrogates is one character.
void append_unicode(std::string_view raw, std::size_t& at, std::string& out) {
  const std::string_view digits = hex_digits(raw, at);
  char32_t c = hex_value(digits);
  at += digits.size();
  if (c >= 0xD800 && c < 0xDC00 && raw.substr(at, 2) == "\\u") {
    const char32_t low = hex_value(hex_digits(raw, at + 2));
    if (low >= 0xDC00 && low < 0xE000) {
      c = 0x10000U + ((c - 0xD800U) << 10U) + (low - 0xDC00U);
      at = std::min(at + 6, raw.size());
    }
  }
  append_utf8(out, c >= 0xD800 && c < 0xE000 ? U'\uFFFD' : c);
}

char escaped(char c) noexcept {
  switch (c) {
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'r':
      return '\r';
    case 'b':
    case 'f':
      return ' ';
    default:
      return c;
  }
}

}  // namespace

void JsonTree::add(std::string_view json) {
  Parser(json, nodes).run();
}

std::int32_t JsonTree::member(std::uint32_t object, std::string_view key) const noexcept {
  if (nodes[object].kind != JsonKind::object) return -1;
  for (std::uint32_t i = next_child(object, object); i < nodes[object].end; i = nodes[i].end) {
    if (nodes[i].key == key) return static_cast<std::int32_t>(i);
  }
  return -1;
}

std::string JsonTree::text(std::uint32_t node) const {
  const std::string_view raw = nodes[node].raw;
  if (raw.find('\\') == std::string_view::npos) return std::string(raw);
  std::string out;
  for (std::size_t at = 0; at < raw.size();) {
    if (raw[at] != '\\' || at + 1 >= raw.size()) {
      out += raw[at++];
      continue;
    }
    const char c = raw[at + 1];
    at += 2;
    if (c == 'u') {
      append_unicode(raw, at, out);
    } else {
      out += escaped(c);
    }
  }
  return out;
}

}  // namespace pith::text
