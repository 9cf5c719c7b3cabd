#include "metadata/json_reader.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace pith::metadata {
namespace {

constexpr std::size_t deepest = 64;

/// Value of four hex digits; 0xFFFD when they are none.
char32_t hex_value(std::string_view digits) {
  char32_t value = 0;
  for (const char c : digits) {
    const bool decimal = c >= '0' && c <= '9';
    const bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (!decimal && !letter) return 0xFFFD;
    value = value * 16 + static_cast<char32_t>(decimal ? c - '0' : (c | 32) - 'a' + 10);
  }
  return digits.size() == 4 ? value : 0xFFFD;
}

class Reader {
 public:
  Reader(std::string_view json, const std::function<void(const JsonPath&, const std::string&)>& found)
      : json_(json), found_(found) {}

  void run() {
    while (at_ < json_.size()) step();
  }

 private:
  void step() {
    const char c = json_[at_];
    if (c == '"') {
      read_string_or_key();
    } else {
      if (c == '{' || c == '[') open(c == '{');
      if (c == '}' || c == ']') close();
      if (c == ',') drop_key();
      ++at_;
    }
  }

  void open(bool is_object) { open_.push_back({is_object, path_.size()}); }

  void close() {
    if (open_.empty()) return;
    path_.resize(std::min(path_.size(), open_.back().names_above));
    open_.pop_back();
    drop_key();
  }

  /// Behind a member's value its name no longer holds.
  void drop_key() {
    if (!open_.empty() && open_.back().is_object) path_.resize(std::min(path_.size(), open_.back().names_above));
  }

  void read_string_or_key() {
    std::string text = read_string();
    std::size_t next = at_;
    while (next < json_.size() && (json_[next] == ' ' || (json_[next] >= '\t' && json_[next] <= '\r'))) ++next;
    const bool is_key = next < json_.size() && json_[next] == ':' && !open_.empty() && open_.back().is_object;
    if (is_key) {
      drop_key();
      path_.push_back(std::move(text));
      at_ = next + 1;
    } else if (path_.size() <= deepest) {
      found_(path_, text);
    }
  }

  /// The string at the quote; `at_` moves behind it.
  std::string read_string() {
    std::string text;
    ++at_;
    while (at_ < json_.size() && json_[at_] != '"') {
      if (json_[at_] == '\\' && at_ + 1 < json_.size()) {
        read_escape(text);
      } else {
        text += json_[at_++];
      }
    }
    ++at_;
    return text;
  }

  void read_escape(std::string& text) {
    const char c = json_[at_ + 1];
    at_ += 2;
    switch (c) {
      case 'n':
        text += '\n';
        break;
      case 't':
        text += '\t';
        break;
      case 'r':
        text += '\r';
        break;
      case 'b':
      case 'f':
        text += ' ';
        break;
      case 'u':
        read_unicode(text);
        break;
      default:
        text += c;
    }
  }

  void read_unicode(std::string& text) {
    char32_t c = hex_value(json_.substr(std::min(at_, json_.size()), 4));
    at_ = std::min(at_ + 4, json_.size());
    if (c >= 0xD800 && c < 0xDC00 && json_.substr(at_, 2) == "\\u") {
      const char32_t low = hex_value(json_.substr(std::min(at_ + 2, json_.size()), 4));
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000U + ((c - 0xD800U) << 10U) + (low - 0xDC00U);
        at_ = std::min(at_ + 6, json_.size());
      }
    }
    text::append_utf8(text, c >= 0xD800 && c < 0xE000 ? U'\uFFFD' : c);
  }

  struct Open {
    bool is_object = false;
    std::size_t names_above = 0;
  };

  std::string_view json_;
  const std::function<void(const JsonPath&, const std::string&)>& found_;
  std::size_t at_ = 0;
  std::vector<Open> open_;
  JsonPath path_;
};

}  // namespace

void for_each_json_string(std::string_view json,
                          const std::function<void(const JsonPath& path, const std::string& value)>& found) {
  Reader(json, found).run();
}

}  // namespace pith::metadata
