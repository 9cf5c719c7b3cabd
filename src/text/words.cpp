#include <algorithm>
#include <array>

#include "text/text.hpp"

namespace pith::text {
namespace {

// FNV-1a over the bytes of the lower-cased word (Fowler, Noll, Vo).
constexpr std::uint64_t hash_start = 0xCBF29CE484222325U;
constexpr std::uint64_t hash_prime = 0x100000001B3U;
// What of it is kept. The lowest bits: they are mixed as well as any.
constexpr std::uint64_t hash_bits = (std::uint64_t{1} << 57U) - 1;
constexpr unsigned most_letters = 15;

std::uint64_t mix(std::uint64_t hash, unsigned char byte) noexcept {
  return (hash ^ byte) * hash_prime;
}

std::uint64_t mix_code_point(std::uint64_t hash, char32_t c) noexcept {
  const auto byte = [](char32_t value) { return static_cast<unsigned char>(value); };
  if (c < 0x80) return mix(hash, byte(c));
  if (c < 0x800) return mix(mix(hash, byte(0xC0U | c >> 6U)), byte(0x80U | (c & 0x3FU)));
  if (c < 0x10000) {
    hash = mix(mix(hash, byte(0xE0U | c >> 12U)), byte(0x80U | (c >> 6U & 0x3FU)));
    return mix(hash, byte(0x80U | (c & 0x3FU)));
  }
  hash = mix(mix(hash, byte(0xF0U | c >> 18U)), byte(0x80U | (c >> 12U & 0x3FU)));
  return mix(mix(hash, byte(0x80U | (c >> 6U & 0x3FU))), byte(0x80U | (c & 0x3FU)));
}

/// By byte: what words of ASCII are made of, in lower case; 0 for all others.
constexpr std::array<char, 256> ascii_words = [] {
  std::array<char, 256> letters = word_bytes;
  letters['_'] = '_';
  return letters;
}();

bool begins_ascii_word(char c) noexcept {
  return ascii_words[static_cast<unsigned char>(c)] != 0;
}

/// What a word is made of: \w of the scorers. Marks are not, so they part words there and here.
bool is_word_class(std::uint16_t bits) noexcept {
  return (bits & (is_letter | is_digit | is_other_number)) != 0;
}

/// Collects one word.
struct WordReader {
  std::uint64_t hash = hash_start;
  unsigned letters = 0;
  bool starts_upper = false;
  bool all_digits = true;

  void add(char32_t c, std::uint16_t bits) noexcept {
    if (letters == 0) starts_upper = (bits & is_upper) != 0;
    if ((bits & is_digit) == 0) all_digits = false;
    hash = mix_code_point(hash, to_lower(c));
    ++letters;
  }

  /// The letters of ASCII at the start of `rest`. How many they are.
  std::size_t add_ascii(std::string_view rest) noexcept {
    if (letters == 0) starts_upper = rest[0] >= 'A' && rest[0] <= 'Z';
    std::uint64_t longer = hash;
    bool digits = all_digits;
    std::size_t count = 0;
    for (; count < rest.size() && begins_ascii_word(rest[count]); ++count) {
      const char lowered = ascii_words[static_cast<unsigned char>(rest[count])];
      digits = digits && lowered <= '9';
      longer = mix(longer, static_cast<unsigned char>(lowered));
    }
    hash = longer;
    all_digits = digits;
    letters += static_cast<unsigned>(count);
    return count;
  }

  [[nodiscard]] Word word() const noexcept {
    return {hash & hash_bits, std::min(letters, most_letters) & most_letters, false, starts_upper, all_digits};
  }
};

/// Of one character, which has no lower case.
Word cjk_word(std::string_view character) noexcept {
  return {hash_word(character) & hash_bits, 1, true, false, false};
}

}  // namespace

void tokenize(std::string_view utf8, std::vector<Word>& out) {
  WordReader reader;
  for (std::size_t at = 0; at < utf8.size();) {
    if (begins_ascii_word(utf8[at])) {
      at += reader.add_ascii(utf8.substr(at));
      continue;
    }
    if (is_ascii(utf8[at])) {
      if (reader.letters > 0) {
        out.push_back(reader.word());
        reader = WordReader{};
      }
      ++at;
      continue;
    }
    if (const std::size_t han = han_prefix(utf8.substr(at)); han > 0) {
      if (reader.letters > 0) {
        out.push_back(reader.word());
        reader = WordReader{};
      }
      constexpr std::size_t bytes = 3;
      for (const std::size_t end = at + han; at < end; at += bytes) out.push_back(cjk_word(utf8.substr(at, bytes)));
      continue;
    }
    const std::size_t begin = at;
    const char32_t c = next_code_point(utf8, at);
    const std::uint16_t bits = class_of(c);
    const bool in_word = (bits & is_cjk) == 0 && is_word_class(bits);
    if (in_word) {
      reader.add(c, bits);
      continue;
    }
    if (reader.letters > 0) out.push_back(reader.word());
    reader = WordReader{};
    if ((bits & is_cjk) != 0) out.push_back(cjk_word(utf8.substr(begin, at - begin)));
  }
  if (reader.letters > 0) out.push_back(reader.word());
}

std::uint64_t hash_word(std::string_view word) noexcept {
  std::uint64_t hash = hash_start;
  for (const char c : word) hash = mix(hash, static_cast<unsigned char>(c));
  return hash & hash_bits;
}

}  // namespace pith::text
