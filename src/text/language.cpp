#include <algorithm>
#include <array>
#include <bit>

#include "core/bit_filter.hpp"
#include "text/text.hpp"
#include "text/word_lists.hpp"

namespace pith::text {
namespace {

enum Script { latin, han, kana, hangul, cyrillic, arabic, greek, hebrew, thai, devanagari, script_count };

Script script_of(char32_t c) {
  if (c < 0x250) return latin;
  if (c >= 0x370 && c <= 0x3FF) return greek;
  if (c >= 0x400 && c <= 0x52F) return cyrillic;
  if (c >= 0x590 && c <= 0x5FF) return hebrew;
  if (c >= 0x600 && c <= 0x6FF) return arabic;
  if (c >= 0x900 && c <= 0x97F) return devanagari;
  if (c >= 0xE00 && c <= 0xE7F) return thai;
  if (c >= 0x3040 && c <= 0x30FF) return kana;
  if (c >= 0xAC00 && c <= 0xD7A3) return hangul;
  return (c >= 0x3400 && c <= 0x9FFF) ? han : latin;
}

/// Frequent characters that only simplified, or only traditional text has.
constexpr std::u32string_view simplified_only =
    U"\u4E2A\u4EEC\u8FD9\u4E3A\u56FD\u4F1A\u5BF9\u65F6\u6765\u53D1\u5F00\u5173\u4E1A\u4E1C\u8F66\u7ECF\u8BF4\u95EE"
    U"\u95E8\u95F4\u5B66\u673A\u8FD8\u8FDB\u5B9E\u73B0\u4E66\u70B9\u4F53";
constexpr std::u32string_view traditional_only =
    U"\u500B\u5011\u9019\u70BA\u570B\u6703\u5C0D\u6642\u4F86\u767C\u958B\u95DC\u696D\u6771\u8ECA\u7D93\u8AAA\u554F"
    U"\u9580\u9593\u5B78\u6A5F\u9084\u9032\u5BE6\u73FE\u66F8\u9EDE\u9AD4";

/// A first look at a character: most are in neither set.
constexpr std::array<std::uint64_t, 16> telling_bits = [] {
  std::array<std::uint64_t, 16> bits{};
  for (const std::u32string_view set : {simplified_only, traditional_only}) {
    for (const char32_t c : set) bits[(c >> 6U) % 16] |= std::uint64_t{1} << (c % 64);
  }
  return bits;
}();

bool may_tell_chinese(char32_t c) {
  return (telling_bits[(c >> 6U) % 16] >> (c % 64) & 1U) != 0;
}

struct Counts {
  std::array<std::size_t, script_count> scripts{};
  std::size_t simplified = 0;
  std::size_t traditional = 0;
  std::size_t ukrainian = 0;  // letters that Russian does not have
  std::size_t persian = 0;    // letters that Arabic does not have
};

Counts count(std::string_view utf8) {
  Counts counts;
  for (std::size_t at = 0; at < utf8.size();) {
    if (static_cast<unsigned char>(utf8[at]) < 0x80) {  // most text: no need to ask which script it is
      const auto lower = static_cast<unsigned char>(static_cast<unsigned char>(utf8[at++]) | 0x20U);
      counts.scripts[latin] += lower >= 'a' && lower <= 'z';
      continue;
    }
    const char32_t c = next_code_point(utf8, at);
    if (c >= 0x4E00 && c <= 0x9FFF) {
      ++counts.scripts[han];
      if (!may_tell_chinese(c)) continue;
      counts.simplified += simplified_only.find(c) != std::u32string_view::npos;
      counts.traditional += traditional_only.find(c) != std::u32string_view::npos;
      continue;
    }
    if ((class_of(c) & is_letter) == 0) continue;
    ++counts.scripts[script_of(c)];
    counts.ukrainian += c == 0x456 || c == 0x457 || c == 0x454 || c == 0x491;
    counts.persian += c == 0x67E || c == 0x686 || c == 0x6AF || c == 0x6CC;
  }
  return counts;
}

/// Which languages a function word belongs to: bit i is that of FunctionWords::languages[i].
struct FunctionWord {
  std::uint64_t hash = 0;
  std::uint32_t languages = 0;
};

/// All function words (data/language_words.tsv). A word of several languages stands there several times.
class FunctionWords {
 public:
  static constexpr std::size_t most_languages = 32;
  static constexpr std::size_t most_words = 10 * most_languages;

  FunctionWords() {
    for (std::string_view rest = language_word_rows(); !rest.empty() && language_count_ < most_languages;) {
      const std::string_view rows = take_group(rest, languages_[language_count_]);
      Words(rows, languages_[language_count_].size()).for_each([this](std::string_view word) {
        if (word_count_ < most_words) words_[word_count_++] = {hash_word(word), std::uint32_t{1} << language_count_};
      });
      ++language_count_;
    }
    std::sort(words_.data(), words_.data() + word_count_, is_before);
    for (std::size_t w = 0; w < word_count_; ++w) seen_.add(words_[w].hash);
  }

  [[nodiscard]] std::string_view language(std::size_t number) const { return languages_[number]; }

  /// Bits of the languages that have the word.
  [[nodiscard]] std::uint32_t languages_of(std::uint64_t hash) const {
    if (!seen_.may_have(hash)) return 0;
    std::uint32_t languages = 0;
    const auto same = std::equal_range(words_.data(), words_.data() + word_count_, FunctionWord{hash, 0}, is_before);
    for (auto word = same.first; word != same.second; ++word) languages |= word->languages;
    return languages;
  }

 private:
  static bool is_before(const FunctionWord& a, const FunctionWord& b) { return a.hash < b.hash; }

  // Arrays, so that there is nothing to free when a program ends.
  std::array<std::string_view, most_languages> languages_;
  std::array<FunctionWord, most_words> words_;  // sorted by hash
  std::size_t word_count_ = 0;
  std::size_t language_count_ = 0;
  core::BitFilter<2048> seen_;  // most words are none
};

/// The Latin-script language whose function words are most frequent; "" when none stands out.
std::string guess_latin(std::string_view utf8) {
  std::vector<Word> words;
  words.reserve(utf8.size() / 4);
  tokenize(utf8, words);
  static const FunctionWords known;
  std::array<std::size_t, FunctionWords::most_languages> hits{};
  for (const Word& word : words) {
    if (word.letters > 8) continue;  // no function word is longer
    std::uint32_t languages = known.languages_of(word.hash);
    for (; languages != 0; languages &= languages - 1) ++hits[static_cast<std::size_t>(std::countr_zero(languages))];
  }
  const auto best = std::max_element(hits.begin(), hits.end());
  // One word in thirty at least: names and code hold a few by chance.
  if (*best == 0 || *best * 30 < words.size()) return {};
  return std::string(known.language(static_cast<std::size_t>(best - hits.begin())));
}

std::string guess_other(const Counts& counts, Script script) {
  switch (script) {
    case kana:
      return "ja";
    case hangul:
      return "ko";
    case greek:
      return "el";
    case hebrew:
      return "he";
    case thai:
      return "th";
    case devanagari:
      return "hi";
    case cyrillic:
      return counts.ukrainian * 50 > counts.scripts[cyrillic] ? "uk" : "ru";
    case arabic:
      return counts.persian * 50 > counts.scripts[arabic] ? "fa" : "ar";
    case han:
      return counts.traditional > counts.simplified ? "zh-Hant" : "zh-Hans";
    case latin:
    case script_count:
      return {};
  }
  return {};
}

}  // namespace

std::string guess_language(std::string_view utf8) {
  const Counts counts = count(utf8);
  const auto& scripts = counts.scripts;
  // Japanese mixes Han and kana; a tenth of kana is enough.
  if (scripts[kana] * 10 > scripts[han] && scripts[kana] > 0 && scripts[kana] + scripts[han] > scripts[latin] / 2)
    return "ja";
  const auto most = std::max_element(scripts.begin(), scripts.end());
  if (*most == 0) return {};
  // A Han character says as much as three letters.
  if (scripts[han] * 3 > scripts[latin] && scripts[han] * 3 > *most) return guess_other(counts, han);
  const auto script = static_cast<Script>(most - scripts.begin());
  return script == latin ? guess_latin(utf8) : guess_other(counts, script);
}

}  // namespace pith::text
