#include "measure/text_shape.hpp"

#include <array>
#include <bit>
#include <cstring>

#include "core/wide_bytes.hpp"
#include "text/ascii.hpp"
#include "text/sentence.hpp"
#include "text/text.hpp"

namespace pith::measure {
namespace {

/// What a character means for the shape of a line. Bits.
enum Sign : std::uint16_t {
  wide_sentence_end = 1,
  comma = 2,
  quote = 4,
  bracket = 8,
  separator = 16,
  closing = 32,
  date_unit = 64,
  colon = 128,
};

/// Whether `c` is one of the literal's characters.
template <std::size_t size>
constexpr bool is_among(char32_t c, const char32_t (&set)[size]) noexcept {
  for (std::size_t k = 0; k + 1 < size; ++k) {
    if (c == set[k]) return true;
  }
  return false;
}

constexpr std::uint16_t signs_in_full(char32_t c) noexcept {
  unsigned signs = 0;
  if ((text::mark_of(c) & text::counted_in_blocks) != 0) signs |= wide_sentence_end;
  if (is_among(c, U",;\uFF0C\u3001\uFF1B\u060C\u061B")) signs |= comma;
  if (c == '"' || (c >= 0x2018 && c <= 0x201F) || (c >= 0x300C && c <= 0x300F) || c == 0xAB || c == 0xBB)
    signs |= quote;
  if (is_among(c, U"([\uFF08\u3010\u3014\uFF3B")) signs |= bracket;
  if (is_among(c, U"|>/\u2022\u00B7\u00BB\u203A\u2192\uFF5C\u4E28")) signs |= separator;
  if (is_among(c, U"\"')]\u201D\u2019\u300D\u300F\uFF09\u3011")) signs |= closing;
  if (is_among(c, U"-/.:\u5E74\u6708\u65E5\uB144\uC6D4")) signs |= date_unit;
  if (c == ':' || c == 0xFF1A) signs |= colon;
  return static_cast<std::uint16_t>(signs);
}

/// The signs of all characters of [first, first + size).
template <char32_t first, std::size_t size>
constexpr std::array<std::uint16_t, size> signs_from = [] {
  std::array<std::uint16_t, size> signs{};
  for (std::size_t k = 0; k < size; ++k) signs[k] = signs_in_full(static_cast<char32_t>(first + k));
  return signs;
}();

/// From tables for the marks of Latin and of Chinese, Japanese and Korean.
std::uint16_t signs_of(char32_t c) noexcept {
  if (c < 0x100) return signs_from<0, 0x100>[c];
  if (c - 0x2000 < 0x40) return signs_from<0x2000, 0x40>[c - 0x2000];
  if (c - 0x3000 < 0x40) return signs_from<0x3000, 0x40>[c - 0x3000];
  if (c - 0xFF00 < 0x80) return signs_from<0xFF00, 0x80>[c - 0xFF00];
  return signs_in_full(c);
}

/// Bytes that most of most texts is made of: letters of ASCII and spaces, which no sign is about.
enum class PlainByte : std::uint8_t { no, space, lower, upper, h_or_w };

constexpr std::array<PlainByte, 256> plain_byte_kinds = [] {
  std::array<PlainByte, 256> bytes{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) bytes[c] = PlainByte::lower;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) bytes[c] = PlainByte::upper;
  bytes['h'] = bytes['w'] = PlainByte::h_or_w;  // may begin an address
  bytes[' '] = PlainByte::space;
  return bytes;
}();

bool begins_address(std::string_view text) noexcept {
  return text.starts_with("http") || text.starts_with("www.");
}

/// Whether a top domain that names companies and press, and no word, begins the text.
bool begins_top_domain(std::string_view text) noexcept {
  constexpr std::string_view domains[] = {"com", "org", "net", "cn", "co", "io", "de", "jp"};
  for (const std::string_view domain : domains) {
    if (!text.starts_with(domain)) continue;
    const bool goes_on = text.size() > domain.size() && text::word_byte(text[domain.size()]) != 0;
    if (!goes_on) return true;
  }
  return false;
}

/// What plain_byte_kinds says, for sixteen bytes at once.
struct PlainBytes {
  bool all = false;  ///< all are plain, and no address begins with one
  std::size_t upper = 0;
};

/// Of the bytes at `from`; one more may be read.
PlainBytes plain_bytes_at(const char* from) noexcept {
  core::WideBytes bytes;
  core::WideBytes next;
  std::memcpy(&bytes, from, sizeof bytes);
  std::memcpy(&next, from + 1, sizeof next);
  const core::WideBytes letter_number = (bytes | 0x20) - 'a';
  const auto interesting = (letter_number >= 26) & (bytes != ' ');
  const auto address = ((bytes == 'h') & (next == 't')) | ((bytes == 'w') & (next == 'w'));
  if (core::any(std::bit_cast<core::WideBytes>(interesting | address))) return {};
  const auto upper = (letter_number < 26) & (bytes < 'a');
  return {true, core::count_set(std::bit_cast<core::WideBytes>(upper))};
}

/// Whether a Han character of U+4E00 to U+9FFF stands at `from`, but none that dates and menus use (the units of year,
/// month and day, U+4E28). `from` has three bytes of valid UTF-8.
bool is_plain_han(const char* from) noexcept {
  const std::uint32_t bytes = text::han_bytes(from);
  return bytes != 0 && bytes != 0xE5B9B4 && bytes != 0xE69C88 && bytes != 0xE697A5 && bytes != 0xE4B8A8;
}

/// Follows a line from character to character.
class Scanner {
 public:
  void add(char32_t c, std::uint16_t bits, std::string_view rest) noexcept {
    const std::uint16_t signs = signs_of(c);
    ++shape_.characters;
    if ((bits & text::is_upper) != 0) ++shape_.upper;
    if ((bits & (text::is_punctuation | text::is_symbol)) != 0) ++shape_.punctuation;
    if (signs != 0) count_signs(signs);
    if (c == '\n') ++shape_.newlines;
    if (c == 0xA9) shape_.has_copyright = true;
    add_sentence_end(c, signs, rest);
    add_number(c, bits, signs, rest);
    add_url(c, rest);
    if ((signs & closing) == 0 && (bits & text::is_space) == 0) last_content_ = c;
    last_bits_ = bits;
  }

  /// Takes the plain bytes at the start of `rest`. How many they are.
  std::size_t skip_plain_bytes(std::string_view rest) noexcept {
    if (digits_ > 0) return 0;
    std::size_t count = 0;
    std::size_t upper = 0;
    for (; rest.size() - count > sizeof(core::WideBytes); count += sizeof(core::WideBytes)) {
      const PlainBytes wide = plain_bytes_at(rest.data() + count);
      if (!wide.all) break;
      upper += wide.upper;
    }
    bool in_word = count == 0 ? (last_bits_ & text::is_letter) != 0 : rest[count - 1] != ' ';
    for (; count < rest.size(); ++count) {
      const PlainByte kind = plain_byte_kinds[static_cast<unsigned char>(rest[count])];
      if (kind == PlainByte::no || (kind == PlainByte::h_or_w && !in_word && begins_address(rest.substr(count)))) break;
      upper += kind == PlainByte::upper ? 1 : 0;
      in_word = kind != PlainByte::space;
    }
    if (count == 0) return 0;
    dots_ = 0;
    shape_.characters += static_cast<float>(count);
    shape_.upper += static_cast<float>(upper);
    last_bits_ = text::class_of(static_cast<unsigned char>(rest[count - 1]));
    std::size_t last = count;
    while (last > 0 && rest[last - 1] == ' ') --last;
    if (last > 0) last_content_ = static_cast<unsigned char>(rest[last - 1]);
    return count;
  }

  /// Takes the plain Han characters at the start of `rest`. How many bytes they are.
  std::size_t skip_plain_han(std::string_view rest) noexcept {
    constexpr std::size_t bytes = 3;
    if (digits_ > 0) return 0;
    std::size_t end = 0;
    while (end + bytes <= rest.size() && is_plain_han(rest.data() + end)) end += bytes;
    if (end == 0) return 0;
    dots_ = 0;
    shape_.characters += static_cast<float>(end / bytes);
    std::size_t last = end - bytes;
    last_content_ = text::next_code_point(rest, last);
    last_bits_ = text::class_of(last_content_);
    return end;
  }

  [[nodiscard]] TextShape finish() noexcept {
    end_number();
    const bool ellipsis = last_content_ == 0x2026 || dots_ >= 2;
    shape_.ends_ellipsis = ellipsis;
    shape_.ends_sentence = (text::mark_of(last_content_) & text::ends_of_blocks) != 0;
    return shape_;
  }

  void start(std::uint16_t bits) noexcept {
    shape_.starts_upper = (bits & text::is_upper) != 0;
    shape_.starts_lower = (bits & text::is_lower) != 0;
    shape_.starts_digit = (bits & text::is_digit) != 0;
  }

 private:
  void count_signs(std::uint16_t signs) noexcept {
    if ((signs & comma) != 0) ++shape_.commas;
    if ((signs & quote) != 0) ++shape_.quotes;
    if ((signs & bracket) != 0) ++shape_.brackets;
    if ((signs & separator) != 0) ++shape_.separators;
    if ((signs & colon) != 0) ++shape_.colons;
  }

  void add_sentence_end(char32_t c, std::uint16_t signs, std::string_view rest) noexcept {
    dots_ = c == '.' ? dots_ + 1 : 0;
    if ((signs & wide_sentence_end) != 0) ++shape_.sentences;
    if ((text::mark_of(c) & text::ascii_ends) == 0) return;
    const bool ends = rest.empty() || rest[0] == ' ' || rest[0] == '\n' || rest[0] == '"' || rest[0] == ')' ||
                      rest.starts_with("\u201D");
    if (ends) ++shape_.sentences;
  }

  void add_number(char32_t c, std::uint16_t bits, std::uint16_t signs, std::string_view rest) noexcept {
    const bool digit = (bits & text::is_digit) != 0;
    if (digit) {
      ++shape_.digits;
      number_ = digits_ < 4 ? number_ * 10 + static_cast<int>(c - '0') : 0;
      ++digits_;
      return;
    }
    const bool next_is_digit = !rest.empty() && text::is_ascii_digit(rest[0]);
    if (digits_ > 0 && digits_ <= 4 && (signs & date_unit) != 0 && (next_is_digit || c > 0x7F)) shape_.has_date = true;
    end_number();
  }

  void end_number() noexcept {
    if (digits_ == 4 && number_ >= 1900 && number_ < 2100) shape_.has_year = true;
    digits_ = number_ = 0;
  }

  void add_url(char32_t c, std::string_view rest) noexcept {
    const bool begins_word = (last_bits_ & text::is_letter) == 0;
    const bool follows_name = (last_bits_ & (text::is_letter | text::is_digit)) != 0;
    if ((c == 'h' && begins_word && rest.starts_with("ttp")) || (c == 'w' && begins_word && rest.starts_with("ww.")) ||
        (c == '.' && follows_name && begins_top_domain(rest))) {
      ++shape_.urls;
    }
  }

  TextShape shape_;
  char32_t last_content_ = 0;  // the last character but closing quotes, brackets and spaces
  std::uint16_t last_bits_ = 0;
  int dots_ = 0;
  int digits_ = 0;
  int number_ = 0;
};

}  // namespace

TextShape shape_of(std::string_view text) noexcept {
  Scanner scanner;
  for (std::size_t at = 0; at < text.size();) {
    const bool first = at == 0;
    const char32_t c = text::next_code_point(text, at);
    const std::uint16_t bits = text::class_of(c);
    if (first) scanner.start(bits);
    scanner.add(c, bits, text.substr(at));
    at += scanner.skip_plain_bytes(text.substr(at));
    at += scanner.skip_plain_han(text.substr(at));
  }
  return scanner.finish();
}

}  // namespace pith::measure
