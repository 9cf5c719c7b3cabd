#include <array>
#include <bit>
#include <cstring>

#include "core/wide_bytes.hpp"
#include "text/text.hpp"

namespace pith::text {
namespace {

/// Full-width forms of ASCII as ASCII.
char32_t narrow(char32_t c) noexcept {
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

core::WideBytes are_words(core::WideBytes bytes) noexcept {
  const auto is_letter = (bytes | 0x20) - 'a' < 26;
  const auto is_digit = bytes - '0' < 10;
  return std::bit_cast<core::WideBytes>(is_letter | is_digit);
}

/// Writes sixteen bytes of `text` in lower case, of which the first are letters and digits of ASCII with single spaces
/// between them. How many these are. Reads one byte more.
std::size_t fold_plain_words(const char* text, char* out) noexcept {
  const core::WideBytes bytes = core::load_wide(text);
  const core::WideBytes lowered = bytes | 0x20;  // which digits and spaces have already
  std::memcpy(out, &lowered, sizeof lowered);
  const auto is_single_space = std::bit_cast<core::WideBytes>(bytes == ' ') & are_words(core::load_wide(text + 1));
  return core::first_set(~(are_words(bytes) | is_single_space));
}

/// Writes a folded text. What parts two words is noted when it is seen and written when the next one comes.
class Folder {
 public:
  /// `out` has room for most_folded_bytes().
  explicit Folder(char* out) noexcept : begin_(out), end_(out) {}

  void part() noexcept { gap_ = true; }
  /// Writes the word of ASCII at the start of `text`, and in long texts those after it that one space parts from it.
  /// How many bytes they are.
  std::size_t add_ascii_words(std::string_view text) noexcept {
    begin_character(false);
    std::size_t count = 0;
    for (std::size_t plain = sizeof(core::WideBytes);
         plain == sizeof(core::WideBytes) && text.size() - count > sizeof(core::WideBytes); count += plain) {
      plain = fold_plain_words(text.data() + count, end_);
      end_ += plain;
    }
    for (; count < text.size(); ++count) {
      const char lowered = word_byte(text[count]);
      if (lowered == 0) break;
      *end_++ = lowered;
    }
    return count;
  }
  /// Writes Han characters, which have no other forms.
  void add_han(std::string_view text) noexcept {
    begin_character(true);
    std::memcpy(end_, text.data(), text.size());
    end_ += text.size();
  }
  void add(char32_t c, bool cjk) noexcept {
    begin_character(cjk);
    end_ = write_utf8(end_, to_lower(c));
  }
  [[nodiscard]] char* end() const noexcept { return end_; }

 private:
  void begin_character(bool cjk) noexcept {
    if (gap_ && end_ != begin_ && !cjk && !last_cjk_) *end_++ = ' ';
    gap_ = false;
    last_cjk_ = cjk;
  }

  char* begin_;
  char* end_;
  bool gap_ = false;       // white space or punctuation since the last character
  bool last_cjk_ = false;  // the last character needs no space after it
};

/// Writes the folded text to `out`; returns where it ends.
char* fold(std::string_view utf8, char* out) noexcept {
  Folder folder(out);
  for (std::size_t at = 0; at < utf8.size();) {
    if (word_byte(utf8[at]) != 0) {
      at += folder.add_ascii_words(utf8.substr(at));
      continue;
    }
    if (is_ascii(utf8[at])) {
      folder.part();
      ++at;
      continue;
    }
    if (const std::size_t han = han_prefix(utf8.substr(at)); han > 0) {
      folder.add_han(utf8.substr(at, han));
      at += han;
      continue;
    }
    const char32_t c = narrow(next_code_point(utf8, at));
    const std::uint16_t bits = class_of(c);
    const bool is_narrow_symbol = c < 0x80 && (bits & (is_letter | is_digit)) == 0;
    if (is_narrow_symbol || (bits & (is_space | is_punctuation)) != 0) {
      folder.part();
    } else {
      folder.add(c, (bits & is_cjk) != 0);
    }
  }
  return folder.end();
}

/// A small letter may have three bytes where its capital has two, and a character that is cut off at the end becomes
/// U+FFFD, which has three.
constexpr std::size_t most_folded_bytes(std::size_t bytes) noexcept {
  return bytes + bytes / 2 + 3;
}

}  // namespace

std::string_view trim(std::string_view utf8) noexcept {
  const auto is_visible_ascii = [](char c) { return c > ' ' && c < '\x7F'; };
  if (!utf8.empty() && is_visible_ascii(utf8.front()) && is_visible_ascii(utf8.back())) return utf8;  // most
  std::size_t begin = 0;
  while (begin < utf8.size()) {
    std::size_t next = begin;
    if ((class_of(next_code_point(utf8, next)) & is_space) == 0) break;
    begin = next;
  }
  std::size_t end = utf8.size();
  while (end > begin) {
    const std::size_t start = code_point_start(utf8, end - 1);
    std::size_t position = start;
    if ((class_of(next_code_point(utf8, position)) & is_space) == 0) break;
    end = start;
  }
  return utf8.substr(begin, end - begin);
}

void append_folded(std::string_view utf8, std::string& out) {
  constexpr std::size_t short_bytes = 256;  // nearly all that is folded; needs no room in `out` but its own
  if (utf8.size() <= short_bytes) {
    std::array<char, most_folded_bytes(short_bytes)> folded;
    out.append(folded.data(), fold(utf8, folded.data()));
    return;
  }
  const std::size_t start = out.size();
  out.resize(start + most_folded_bytes(utf8.size()));
  out.resize(static_cast<std::size_t>(fold(utf8, out.data() + start) - out.data()));
}

}  // namespace pith::text
