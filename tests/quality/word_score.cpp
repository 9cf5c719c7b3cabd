#include "quality/word_score.hpp"

#include <algorithm>
#include <vector>

#include "text/text.hpp"

namespace pith::quality {
namespace {

std::vector<std::uint64_t> sorted_words(std::string_view utf8) {
  std::vector<text::Word> words;
  text::tokenize(utf8, words);
  std::vector<std::uint64_t> hashes;
  hashes.reserve(words.size());
  for (const text::Word& word : words) hashes.push_back(word.hash);
  std::sort(hashes.begin(), hashes.end());
  return hashes;
}

std::size_t count_common(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::vector<std::uint64_t> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return common.size();
}

/// Python's \s, which WCXB's scorer uses: unlike text::is_space without U+200B and U+FEFF, but with U+001C to U+001F.
bool is_python_space(char32_t c) {
  if (c == 0x200B || c == 0xFEFF) return false;
  return (c >= 0x1C && c <= 0x1F) || (text::class_of(c) & text::is_space) != 0;
}

/// The text with every run of white space replaced.
std::string replace_space(std::string_view utf8, std::string_view replacement) {
  std::string out;
  bool in_space = false;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    const bool is_space = is_python_space(text::next_code_point(utf8, at));
    if (!is_space) out.append(utf8.substr(begin, at - begin));
    if (is_space && !in_space) out.append(replacement);
    in_space = is_space;
  }
  return out;
}

}  // namespace

WordScore& WordScore::operator+=(const WordScore& other) noexcept {
  precision += other.precision;
  recall += other.recall;
  f1 += other.f1;
  return *this;
}

WordScore WordScore::over(double count) const noexcept {
  return {precision / count, recall / count, f1 / count};
}

WordScore score_words(std::string_view output, std::string_view gold) {
  const auto output_words = sorted_words(output);
  const auto gold_words = sorted_words(gold);
  if (gold_words.empty()) return output_words.empty() ? WordScore{1, 1, 1} : WordScore{};
  const auto common = static_cast<double>(count_common(output_words, gold_words));
  if (output_words.empty() || common == 0) return {};
  const double precision = common / static_cast<double>(output_words.size());
  const double recall = common / static_cast<double>(gold_words.size());
  return {precision, recall, 2 * precision * recall / (precision + recall)};
}

std::string squeeze(std::string_view utf8) {
  return replace_space(utf8, "");
}

std::string collapse(std::string_view utf8) {
  return replace_space(utf8, " ");
}

std::size_t count_characters(std::string_view utf8) noexcept {
  return static_cast<std::size_t>(std::count_if(
      utf8.begin(), utf8.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

}  // namespace pith::quality
