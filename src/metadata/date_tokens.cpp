#include "metadata/date_tokens.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/ascii.hpp"
#include "text/text.hpp"

namespace pith::metadata {
namespace {

/// Value of a decimal digit of the scripts that pages write dates in; -1 for all else.
int digit_value(char32_t c) noexcept {
  // Arabic, Persian, Devanagari, Bengali, Gurmukhi, Gujarati, Tamil, Telugu, Kannada, Malayalam, Thai.
  static constexpr std::array<char32_t, 13> zeros = {U'0',  0xFF10, 0x660, 0x6F0, 0x966, 0x9E6, 0xA66,
                                                     0xAE6, 0xBE6,  0xC66, 0xCE6, 0xD66, 0xE50};
  if (c > U'9' && c < zeros[2]) return -1;  // Latin, Greek and Cyrillic
  if (c > 0xE59 && c < 0xFF10) return -1;   // all of Chinese, Japanese and Korean
  for (const char32_t zero : zeros) {
    if (c >= zero && c <= zero + 9) return static_cast<int>(c - zero);
  }
  return -1;
}

/// Value of a Han numeral, 10 for ten, 100 for a hundred; -1 for all else.
int han_value(char32_t c) noexcept {
  static constexpr std::u32string_view numerals = U"\u3007\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341";
  if (c == 0x96F6 || c == 0x25CB) return 0;
  if (c == 0x767E) return 100;
  // Texts without numbers are searched for these too, character by character: most need no look at the list.
  static constexpr std::uint64_t low_bits = [] {
    std::uint64_t bits = 0;
    for (const char32_t numeral : numerals) bits |= std::uint64_t{1} << (numeral % 64);
    return bits;
  }();
  if ((low_bits >> (c % 64) & 1U) == 0) return -1;
  const std::size_t at = numerals.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

bool is_date_unit(WordKind kind) noexcept {
  return kind == WordKind::year_unit || kind == WordKind::month_unit || kind == WordKind::day_unit;
}

/// Full-width marks as ASCII, the many dashes as one.
char32_t plain_mark(char32_t c) noexcept {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  if (c >= 0x2010 && c <= 0x2015) return U'-';
  if (c == 0x2212) return U'-';
  if (c == 0x2019) return U'\'';
  return c;
}

class Lexer {
 public:
  Lexer(std::string_view text, DateTokens& out) : text_(text), out_(out) {}

  void run() {
    while (at_ < text_.size()) step();
  }

 private:
  void step() {
    std::size_t next = at_;
    const char32_t c = text::next_code_point(text_, next);
    // Marks of direction stand within dates of Arabic and Hebrew pages.
    const bool invisible = c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E);
    if (invisible || (text::class_of(c) & text::is_space) != 0 || c == 0xA0) {
      space_ = true;
      at_ = next;
    } else if (digit_value(c) >= 0) {
      read_number();
    } else if ((text::class_of(c) & (text::is_letter | text::is_mark | text::is_other_number)) != 0 || c == 0xA9 ||
               c == 0x25CB) {
      if (!read_han_number() && !read_known_word()) skip_word();
    } else {
      DateToken& token = push(TokenKind::mark, next);
      token.mark = plain_mark(c);
    }
  }

  DateToken& push(TokenKind kind, std::size_t end) {
    DateToken token;
    token.kind = kind;
    token.space_before = space_;
    token.begin = static_cast<std::uint32_t>(at_);
    token.end = static_cast<std::uint32_t>(end);
    out_.push_back(token);
    at_ = end;
    space_ = false;
    return out_.back();
  }

  void read_number() {
    std::int64_t value = 0;
    std::uint8_t digits = 0;
    std::size_t end = at_;
    for (std::size_t next = end; next < text_.size(); end = next) {
      const int digit = digit_value(text::next_code_point(text_, next));
      if (digit < 0) break;
      if (digits < 18) value = value * 10 + digit;
      if (digits < 200) ++digits;
    }
    if (digits == 4 && is_day_and_hour(end)) {
      push_number(end - 2, value / 100, 2);
      push_number(end, value % 100, 2);
    } else {
      push_number(end, value, digits);
    }
  }

  void push_number(std::size_t end, std::int64_t value, std::uint8_t digits) {
    DateToken& token = push(TokenKind::number, end);
    token.value = value;
    token.digits = digits;
  }

  /// "2023-09-0516:05": lost a space between them.
  [[nodiscard]] bool is_day_and_hour(std::size_t end) const noexcept {
    if (out_.size() < 4 || end - at_ != 4 || space_ || text_.substr(end, 1) != ":") return false;
    const DateToken* const before = out_.data() + out_.size() - 4;
    const char32_t mark = before[1].mark;
    return before[0].digits == 4 && before[2].digits == 2 && before[3].is_mark(mark) && before[3].end == at_ &&
           (mark == U'-' || mark == U'/' || mark == U'.');
  }

  /// "\u4E8C\u3007\u4E8C\u4E09" (2023), "\u4E5D" (9), "\u4E8C\u5341\u4E09" (23), before the unit of a date only.
  bool read_han_number() {
    std::int64_t value = 0;    // of the tens and hundreds
    std::int64_t figures = 0;  // after the last of them
    std::uint8_t digits = 0;
    std::size_t end = at_;
    for (std::size_t next = end; next < text_.size() && digits < 7; end = next) {
      const int numeral = han_value(text::next_code_point(text_, next));
      if (numeral < 0) break;
      if (numeral >= 10) {
        value += std::max<std::int64_t>(figures, 1) * numeral;
        figures = 0;
      } else {
        figures = figures * 10 + numeral;
      }
      ++digits;
    }
    if (digits == 0 || end >= text_.size()) return false;
    const FoundWord unit = words().dates.at(text_, end);
    if (!is_date_unit(unit.kind)) return false;
    DateToken& token = push(TokenKind::number, end);
    token.value = value + figures;
    if (value > 0) digits = value >= 100 ? 3 : 2;
    token.digits = digits;
    return true;
  }

  bool read_known_word() {
    // "16h05", "5th": a word may stand right after a number.
    const bool after_number = !out_.empty() && out_.back().kind == TokenKind::number && out_.back().end == at_;
    if (!after_number && !is_word_start(text_, at_)) return false;
    const FoundWord word = words().dates.at(text_, at_);
    if (word.kind == WordKind::none) return false;
    DateToken& token = push(TokenKind::known, word.end);
    token.word = word;
    return true;
  }

  /// To the end of the word; of scripts without spaces one character.
  void skip_word() {
    std::size_t end = at_;
    bool first = true;
    for (std::size_t next = end; next < text_.size(); end = next, first = false) {
      const char32_t c = text::next_code_point(text_, next);
      if (!first && (is_unspaced(c) || (text::class_of(c) & (text::is_letter | text::is_mark)) == 0)) break;
      if (first && is_unspaced(c)) {
        end = next;
        break;
      }
    }
    push(TokenKind::other, end);
  }

  std::string_view text_;
  DateTokens& out_;
  std::size_t at_ = 0;
  bool space_ = false;
};

}  // namespace

bool may_have_number(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (c < 0x80 ? text::is_ascii_digit(static_cast<char>(c)) : digit_value(c) >= 0) return true;
    if (c < 0x25CB || han_value(c) < 0 || at >= text.size()) continue;
    // Of a date when another one or a unit follows.
    std::size_t next = at;
    if (han_value(text::next_code_point(text, next)) >= 0 || is_date_unit(words().dates.at(text, at).kind)) return true;
  }
  return false;
}

void read_tokens(std::string_view text, DateTokens& out) {
  Lexer(text, out).run();
}

}  // namespace pith::metadata
