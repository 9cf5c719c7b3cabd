#include "rules/category_words.hpp"

#include <algorithm>
#include <span>

namespace pith::rules {
namespace {

using Words = std::span<const std::string>;

bool is_ascii_letter(char c) noexcept {
  return c >= 'a' && c <= 'z';
}

/// Whether `word` stands at `at`; one of ASCII letters must end where the line's own word ends.
bool stands_at(std::string_view line, std::size_t at, std::string_view word) noexcept {
  if (!line.substr(at).starts_with(word)) return false;
  const std::size_t end = at + word.size();
  return !is_ascii_letter(word.back()) || end >= line.size() || !is_ascii_letter(line[end]);
}

/// Bytes of the first of `words` that stands at `at`; 0: none.
std::size_t word_at(std::string_view line, std::size_t at, Words words) noexcept {
  const auto found =
      std::find_if(words.begin(), words.end(), [&](const auto& word) { return stands_at(line, at, word); });
  return found == words.end() ? 0 : found->size();
}

bool mentions(std::string_view line, std::string_view word) noexcept {
  const std::size_t at = line.find(word);
  if (at == std::string_view::npos || !stands_at(line, at, word)) return false;
  return at == 0 || !is_ascii_letter(word.front()) || !is_ascii_letter(line[at - 1]);
}

Category first_mentioned(std::string_view line, std::span<const std::pair<Category, std::string>> rows) noexcept {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return mentions(line, row.second); });
  return found == rows.end() ? Category::content : found->first;
}

/// Ties by the letters: the order of a file must not matter.
void sort_longest_first(std::vector<std::string>& words) {
  std::sort(words.begin(), words.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
}

}  // namespace

std::string CategoryWords::add(std::string_view use, Category category, std::string_view word) {
  if (word.empty()) return "expected a word, found none";
  if (use == "control") {
    controls_.emplace_back(word);
  } else if (use == "companion") {
    companions_.emplace_back(word);
  } else if (use == "time") {
    times_.emplace_back(word);
  } else if (use == "announces") {
    announcing_.emplace_back(category, word);
  } else if (use == "speaks_of") {
    speaking_.emplace_back(category, word);
  } else {
    return "unknown use \"" + std::string(use) + "\"; expected control, companion, time, announces or speaks_of";
  }
  return {};
}

void CategoryWords::sort() {
  sort_longest_first(controls_);
  sort_longest_first(companions_);
  sort_longest_first(times_);
}

CommentMark CategoryWords::comment_mark(std::string_view folded) const noexcept {
  // 90 bytes: 30 CJK characters; rows of controls are shorter.
  if (folded.empty() || folded.size() > 90) return CommentMark::none;
  std::size_t control_count = 0;
  std::size_t companion_count = 0;
  for (std::size_t at = 0; at < folded.size();) {
    const bool between = folded[at] == ' ' || (folded[at] >= '0' && folded[at] <= '9');
    std::size_t step = between ? 1 : 0;
    if (step == 0 && (step = word_at(folded, at, controls_)) != 0) ++control_count;
    if (step == 0) step = word_at(folded, at, times_);
    if (step == 0 && (step = word_at(folded, at, companions_)) != 0) ++companion_count;
    if (step == 0) return CommentMark::none;
    at += step;
  }
  if (control_count > 0) return CommentMark::controls;
  const bool has_letters =
      std::any_of(folded.begin(), folded.end(), [](char c) { return c != ' ' && (c < '0' || c > '9'); });
  return companion_count == 0 && has_letters ? CommentMark::bare_time : CommentMark::none;
}

Category CategoryWords::announced_by(std::string_view folded) const noexcept {
  // 36 bytes: 12 CJK characters or five words; longer lines are headlines in such a list.
  return folded.size() > 36 ? Category::content : first_mentioned(folded, announcing_);
}

Category CategoryWords::spoken_of_in(std::string_view folded) const noexcept {
  return first_mentioned(folded, speaking_);
}

}  // namespace pith::rules
