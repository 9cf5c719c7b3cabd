#include "scoring/text_shape.hpp"

#include "text/text.hpp"

namespace pith::scoring {
namespace {

bool is_wide_sentence_end(char32_t c) noexcept {
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x2026 || c == 0x061F || c == 0x06D4 || c == 0x0964;
}

bool is_comma(char32_t c) noexcept {
  return c == ',' || c == ';' || c == 0xFF0C || c == 0x3001 || c == 0xFF1B || c == 0x060C || c == 0x061B;
}

bool is_quote(char32_t c) noexcept {
  return c == '"' || (c >= 0x2018 && c <= 0x201F) || (c >= 0x300C && c <= 0x300F) || c == 0xAB || c == 0xBB;
}

bool is_bracket(char32_t c) noexcept {
  return c == '(' || c == '[' || c == 0xFF08 || c == 0x3010 || c == 0x3014 || c == 0xFF3B;
}

bool is_separator(char32_t c) noexcept {
  return c == '|' || c == '>' || c == '/' || c == 0x2022 || c == 0xB7 || c == 0xBB || c == 0x203A || c == 0x2192 ||
         c == 0xFF5C || c == 0x4E28;
}

bool is_closing(char32_t c) noexcept {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0x300D || c == 0x300F ||
         c == 0xFF09 || c == 0x3011;
}

bool is_date_unit(char32_t c) noexcept {
  return c == '-' || c == '/' || c == '.' || c == ':' || c == 0x5E74 || c == 0x6708 || c == 0x65E5 || c == 0xB144 ||
         c == 0xC6D4;
}

/// Follows a line from character to character.
class Scanner {
 public:
  void add(char32_t c, std::uint16_t bits, std::string_view rest) noexcept {
    ++shape_.characters;
    if ((bits & text::is_upper) != 0) ++shape_.upper;
    if ((bits & (text::is_punctuation | text::is_symbol)) != 0) ++shape_.punctuation;
    if (c == '\n') ++shape_.newlines;
    if (is_comma(c)) ++shape_.commas;
    if (is_quote(c)) ++shape_.quotes;
    if (is_bracket(c)) ++shape_.brackets;
    if (is_separator(c)) ++shape_.separators;
    if (c == ':' || c == 0xFF1A) ++shape_.colons;
    if (c == 0xA9) shape_.has_copyright = true;
    if (c == '@' && (last_bits_ & (text::is_letter | text::is_digit)) != 0) shape_.has_mail = true;
    add_sentence_end(c, rest);
    add_number(c, bits, rest);
    add_url(c, rest);
    if (!is_closing(c) && (bits & text::is_space) == 0) last_open_ = c;
    last_bits_ = bits;
  }

  /// Letters of ASCII and spaces that no rule is about: most of most texts. How many there are at the start of `rest`.
  std::size_t add_dull(std::string_view rest) noexcept {
    if (digits_ > 0) return 0;
    std::size_t count = 0;
    std::size_t upper = 0;
    for (; count < rest.size(); ++count) {
      const char c = rest[count];
      const bool is_lower = c >= 'a' && c <= 'z';
      const bool is_upper = c >= 'A' && c <= 'Z';
      const bool begins_url = (c == 'h' || c == 'w') && (last_bits_ & text::is_letter) == 0 &&
                              (rest.substr(count).starts_with("http") || rest.substr(count).starts_with("www."));
      if (begins_url || (!is_lower && !is_upper && c != ' ')) break;
      last_bits_ = is_lower   ? text::is_letter | text::is_lower
                   : is_upper ? text::is_letter | text::is_upper
                              : text::is_space;
      if (c != ' ') last_open_ = static_cast<unsigned char>(c);
      upper += is_upper ? 1 : 0;
    }
    if (count == 0) return 0;
    dots_ = 0;
    shape_.characters += static_cast<float>(count);
    shape_.upper += static_cast<float>(upper);
    return count;
  }

  [[nodiscard]] TextShape finish() noexcept {
    end_number();
    const bool ellipsis = last_open_ == 0x2026 || dots_ >= 2;
    shape_.ends_ellipsis = ellipsis;
    shape_.ends_question = last_open_ == '?' || last_open_ == 0xFF1F;
    shape_.ends_sentence =
        last_open_ == '.' || last_open_ == '!' || last_open_ == '?' || is_wide_sentence_end(last_open_);
    shape_.ends_colon = last_open_ == ':' || last_open_ == 0xFF1A;
    return shape_;
  }

  void start(char32_t c, std::uint16_t bits) noexcept {
    shape_.starts_upper = (bits & text::is_upper) != 0;
    shape_.starts_lower = (bits & text::is_lower) != 0;
    shape_.starts_digit = (bits & text::is_digit) != 0;
    shape_.starts_bracket = is_bracket(c);
  }

 private:
  void add_sentence_end(char32_t c, std::string_view rest) noexcept {
    dots_ = c == '.' ? dots_ + 1 : 0;
    if (is_wide_sentence_end(c)) ++shape_.sentences;
    if (c != '.' && c != '!' && c != '?') return;
    const bool ends = rest.empty() || rest[0] == ' ' || rest[0] == '\n' || rest[0] == '"' || rest[0] == ')' ||
                      rest.starts_with("\u201D");
    if (ends) ++shape_.sentences;
  }

  void add_number(char32_t c, std::uint16_t bits, std::string_view rest) noexcept {
    const bool digit = (bits & text::is_digit) != 0;
    if (digit) {
      ++shape_.digits;
      if (digits_ == 0) after_currency_ = (last_bits_ & text::is_currency) != 0;
      number_ = digits_ < 4 ? number_ * 10 + static_cast<int>(c - '0') : 0;
      ++digits_;
      return;
    }
    const bool next_is_digit = !rest.empty() && rest[0] >= '0' && rest[0] <= '9';
    if (digits_ > 0 && digits_ <= 4 && is_date_unit(c) && (next_is_digit || c > 0x7F)) shape_.has_date = true;
    if (digits_ > 0 && ((bits & text::is_currency) != 0 || c == 0x5143)) after_currency_ = true;
    end_number();
  }

  void end_number() noexcept {
    if (digits_ == 4 && number_ >= 1900 && number_ < 2100) shape_.has_year = true;
    if (digits_ > 0 && after_currency_) ++shape_.currency;
    digits_ = number_ = 0;
    after_currency_ = false;
  }

  void add_url(char32_t c, std::string_view rest) noexcept {
    const bool begins_word = (last_bits_ & text::is_letter) == 0;
    if ((c == 'h' && begins_word && rest.starts_with("ttp")) || (c == 'w' && begins_word && rest.starts_with("ww.")) ||
        (c == '.' && rest.starts_with("com"))) {
      ++shape_.urls;
    }
  }

  TextShape shape_;
  char32_t last_open_ = 0;  // the last character but closing quotes, brackets and spaces
  std::uint16_t last_bits_ = 0;
  int dots_ = 0;
  int digits_ = 0;
  int number_ = 0;
  bool after_currency_ = false;
};

}  // namespace

TextShape shape_of(std::string_view text) noexcept {
  Scanner scanner;
  for (std::size_t at = 0; at < text.size();) {
    const bool first = at == 0;
    const char32_t c = text::next_code_point(text, at);
    const std::uint16_t bits = text::class_of(c);
    if (first) scanner.start(c, bits);
    scanner.add(c, bits, text.substr(at));
    at += scanner.add_dull(text.substr(at));
  }
  return scanner.finish();
}

bool is_good(const blocks::TextBlock& block, const TextShape& shape) noexcept {
  return block.weighted_words() >= 10 && block.link_density() < 0.4F && (shape.sentences > 0 || shape.commas >= 2);
}

}  // namespace pith::scoring
