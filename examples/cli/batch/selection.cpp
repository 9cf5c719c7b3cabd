#include "batch/selection.hpp"

#include <fnmatch.h>

#include <algorithm>

namespace batch {
namespace {

constexpr std::uint64_t fnv_start = 0xCBF29CE484222325U;
constexpr std::uint64_t fnv_prime = 0x100000001B3U;

bool matches_any(const std::vector<std::string>& patterns, const std::string& url) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const std::string& pattern) { return ::fnmatch(pattern.c_str(), url.c_str(), 0) == 0; });
}

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

/// "zh" takes "zh-Hans", "zh-Hans" takes itself only. Tags of languages have no case.
bool takes_language(std::string_view wanted, std::string_view language) {
  if (language.size() > wanted.size() && language[wanted.size()] != '-') return false;
  const std::string_view front = language.substr(0, wanted.size());
  const bool is_front =
      front.size() == wanted.size() &&
      std::equal(front.begin(), front.end(), wanted.begin(), [](char a, char b) { return lower(a) == lower(b); });
  return is_front && (front.size() == language.size() || wanted.find('-') == std::string_view::npos);
}

bool has_language(const std::vector<std::string>& languages, std::string_view language) {
  return std::any_of(languages.begin(), languages.end(),
                     [&](const std::string& wanted) { return takes_language(wanted, language); });
}

/// The code point that begins at `at`, which moves past it. Malformed bytes count one each.
char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at++]);
  const unsigned length = first >= 0xF0 ? 3U : first >= 0xE0 ? 2U : first >= 0xC0 ? 1U : 0U;
  char32_t code = length == 0 ? first : first & (0x3FU >> length);
  for (unsigned i = 0; i < length && at < text.size(); ++i)
    code = code << 6U | (static_cast<unsigned char>(text[at++]) & 0x3FU);
  return code;
}

/// Han, Hiragana, Katakana, Hangul.
bool is_word_by_itself(char32_t code) {
  return (code >= 0x2E80 && code <= 0x9FFF && !(code >= 0x3000 && code <= 0x303F)) ||
         (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0xF900 && code <= 0xFAFF) ||
         (code >= 0x20000 && code <= 0x3FFFF);
}

/// What stands between words: white space and, next to the characters above, their punctuation.
bool is_between_words(char32_t code) {
  return code <= 0x20 || code == 0xA0 || (code >= 0x2000 && code <= 0x200B) || (code >= 0x3000 && code <= 0x303F) ||
         (code >= 0xFF00 && code <= 0xFF0F);
}

bool is_ignored(unsigned char c) {
  const bool is_letter_or_digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return c < 0x80 && !is_letter_or_digit;
}

}  // namespace

bool is_language_tag(std::string_view text) {
  const std::size_t length = std::min(text.find('-'), text.size());
  const auto is_letter = [](char c) { return lower(c) >= 'a' && lower(c) <= 'z'; };
  return (length == 2 || length == 3) && std::all_of(text.begin(), text.begin() + static_cast<long>(length), is_letter);
}

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    const bool stands_alone = is_word_by_itself(code);
    const bool is_letter = !stands_alone && !is_between_words(code);
    if (stands_alone || (is_letter && !in_word)) ++count;
    in_word = is_letter;
  }
  return count;
}

std::uint64_t exact_hash(std::string_view bytes) {
  std::uint64_t hash = fnv_start;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * fnv_prime;
  return hash;
}

std::uint64_t folded_hash(std::string_view text) {
  std::uint64_t hash = fnv_start;
  for (const char c : text) {
    auto byte = static_cast<unsigned char>(c);
    if (is_ignored(byte)) continue;
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<unsigned char>(byte | 0x20U);
    hash = (hash ^ byte) * fnv_prime;
  }
  return hash;
}

const char* reason_against_url(const SelectionArguments& arguments, const std::string& url) {
  const bool is_included = arguments.include_urls.empty() || matches_any(arguments.include_urls, url);
  return is_included && !matches_any(arguments.exclude_urls, url) ? nullptr : "left_out.url";
}

std::string reason_against(const SelectionArguments& arguments, const pith::Article& article, std::string_view text,
                           std::string_view language) {
  if (article.empty() && !arguments.keep_empty) return std::string("empty.") + pith::name_of(article.verdict);
  if (!arguments.verdicts.empty() && !has(arguments.verdicts, pith::name_of(article.verdict)))
    return "left_out.verdict";
  if (article.confidence < arguments.min_confidence) return "left_out.confidence";
  if (!arguments.languages.empty() && !has_language(arguments.languages, language)) return "left_out.language";
  if (arguments.min_words > 0 && count_words(text) < arguments.min_words) return "left_out.words";
  return {};
}

}  // namespace batch
