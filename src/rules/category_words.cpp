#include "rules/category_words.hpp"

#include <algorithm>

#include "core/packed.hpp"
#include "core/quoted.hpp"
#include "text/ascii.hpp"

namespace pith::rules {
namespace {

/// Whether `word` stands at `at`; one of ASCII letters must end where the line's own word ends.
bool stands_at(std::string_view line, std::size_t at, std::string_view word) noexcept {
  if (!line.substr(at).starts_with(word)) return false;
  const std::size_t end = at + word.size();
  return !text::is_ascii_letter(word.back()) || end >= line.size() || !text::is_ascii_letter(line[end]);
}

bool mentions(std::string_view line, std::string_view word) noexcept {
  const std::size_t at = line.find(word);
  if (at == std::string_view::npos || !stands_at(line, at, word)) return false;
  return at == 0 || !text::is_ascii_letter(word.front()) || !text::is_ascii_letter(line[at - 1]);
}

/// Bytes of what may stand between the words of a bar at line[at], a space, a digit or the glyph of an icon font
/// (a private-use code point, U+E000 to U+F8FF); 0: none.
std::size_t bytes_between(std::string_view line, std::size_t at) noexcept {
  const char c = line[at];
  if (c == ' ' || text::is_ascii_digit(c)) return 1;
  const auto second = at + 2 < line.size() ? static_cast<unsigned char>(line[at + 1]) : 0U;
  return c == '\xEE' || (c == '\xEF' && second <= 0xA3U && second != 0) ? 3 : 0;
}

/// A hash of a line's first letters and its length.
std::uint64_t hash_of_start(std::string_view line) noexcept {
  return (core::pack(line.substr(0, 8)) ^ line.size()) * 0x9E3779B97F4A7C15U >> 32U;
}

}  // namespace

void WordList::sort() {
  const auto first = [](const std::string& word) { return static_cast<unsigned char>(word.front()); };
  // Ties by the letters: the order of a file must not matter.
  std::sort(words_.begin(), words_.end(), [&](const std::string& a, const std::string& b) {
    if (first(a) != first(b)) return first(a) < first(b);
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  begins_.fill(0);
  for (const std::string& word : words_) ++begins_[first(word) + 1U];
  for (std::size_t byte = 1; byte < begins_.size(); ++byte) begins_[byte] += begins_[byte - 1];
}

std::size_t WordList::bytes_at(std::string_view line, std::size_t at) const noexcept {
  const auto byte = static_cast<unsigned char>(line[at]);
  for (std::uint32_t i = begins_[byte]; i < begins_[byte + 1U]; ++i) {
    if (stands_at(line, at, words_[i])) return words_[i].size();
  }
  return 0;
}

void CategoryWordList::add(Category category, std::string_view word) {
  rows_.push_back({category, PairSet::of(word), std::string(word)});
}

Category CategoryWordList::first_in(std::string_view line, std::size_t least_bytes) const noexcept {
  const PairSet pairs = PairSet::of(line);
  const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) {
    return pairs.has_all(row.pairs) && row.word.size() >= least_bytes && mentions(line, row.word);
  });
  return found == rows_.end() ? Category::content : found->category;
}

std::string CategoryWords::add(std::string_view use, Category category, std::string_view word) {
  if (word.empty()) return "expected a word, found none";
  const bool is_share = category == Category::share;
  if (use == "control") {
    (is_share ? networks_ : controls_).add(word);
  } else if (use == "companion") {
    (is_share ? network_companions_ : companions_).add(word);
  } else if (use == "time") {
    times_.add(word);
  } else if (use == "thread") {
    thread_marks_.emplace_back(word);
  } else if (use == "command") {
    commands_.add(word);
  } else if (use == "beside") {
    command_companions_.add(word);
  } else if (use == "announces") {
    announcing_.add(category, word);
  } else if (use == "speaks_of") {
    speaking_.add(category, word);
  } else {
    return "unknown use " + core::quoted(use) +
           "; expected control, companion, time, command, beside, thread, announces or speaks_of";
  }
  return {};
}

void CategoryWords::sort() {
  controls_.sort();
  companions_.sort();
  networks_.sort();
  network_companions_.sort();
  times_.sort();
  commands_.sort();
  command_companions_.sort();
  std::sort(thread_marks_.begin(), thread_marks_.end());
  for (const std::string& mark : thread_marks_) thread_filter_.add(hash_of_start(mark));
}

int CategoryWords::thread_mark(std::string_view folded) const noexcept {
  // 48 bytes: the longest mark is "you must log in or register to reply here".
  constexpr std::size_t longest = 48;
  if (folded.empty() || folded.size() > longest) return -1;
  std::array<char, longest> letters{};
  std::size_t size = 0;
  for (const char c : folded) {
    const bool skipped = text::is_ascii_digit(c) || (c == ' ' && (size == 0 || letters[size - 1] == ' '));
    if (!skipped) letters[size++] = c;
  }
  if (size > 0 && letters[size - 1] == ' ') --size;
  const std::string_view line(letters.data(), size);
  if (!thread_filter_.may_have(hash_of_start(line))) return -1;
  const auto found = std::lower_bound(thread_marks_.begin(), thread_marks_.end(), line);
  if (line.empty() || found == thread_marks_.end() || *found != line) return -1;
  return static_cast<int>(found - thread_marks_.begin());
}

CommentMark CategoryWords::comment_mark(std::string_view folded) const noexcept {
  // 90 bytes: 30 CJK characters; rows of controls are shorter.
  if (folded.empty() || folded.size() > 90) return CommentMark::none;
  std::size_t control_count = 0;
  std::size_t companion_count = 0;
  for (std::size_t at = 0; at < folded.size();) {
    const bool between = folded[at] == ' ' || text::is_ascii_digit(folded[at]);
    std::size_t step = between ? 1 : 0;
    if (step == 0 && (step = controls_.bytes_at(folded, at)) != 0) ++control_count;
    if (step == 0) step = times_.bytes_at(folded, at);
    if (step == 0 && (step = companions_.bytes_at(folded, at)) != 0) ++companion_count;
    if (step == 0) return CommentMark::none;
    at += step;
  }
  if (control_count > 0) return CommentMark::controls;
  const bool has_letters =
      std::any_of(folded.begin(), folded.end(), [](char c) { return c != ' ' && (c < '0' || c > '9'); });
  return companion_count == 0 && has_letters ? CommentMark::bare_time : CommentMark::none;
}

bool CategoryWords::is_share_bar(std::string_view folded) const noexcept {
  // 150 bytes: a dozen networks.
  if (folded.size() > 150) return false;
  std::size_t network_count = 0;
  std::size_t other_bytes = 0;
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t step = bytes_between(folded, at);
    if (step == 0 && (step = networks_.bytes_at(folded, at)) != 0) ++network_count;
    if (step == 0) step = network_companions_.bytes_at(folded, at);
    if (step == 0) other_bytes += step = 1;
    at += step;
  }
  return other_bytes == 0 ? network_count > 0 : network_count >= 3 && 4 * other_bytes <= folded.size();
}

bool CategoryWords::is_command_row(std::string_view folded) const noexcept {
  // 100 bytes: rows of buttons are shorter.
  if (folded.empty() || folded.size() > 100) return false;
  constexpr int fewest_companions = 3;
  int commands = 0;
  int companions = 0;
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t step = bytes_between(folded, at);
    if (step == 0 && (step = commands_.bytes_at(folded, at)) != 0) ++commands;
    if (step == 0 && (step = command_companions_.bytes_at(folded, at)) != 0) ++companions;
    if (step == 0) return false;
    at += step;
  }
  return commands > 0 || companions >= fewest_companions;
}

Category CategoryWords::announced_by(std::string_view folded) const noexcept {
  // 36 bytes: 12 CJK characters or five words; longer lines are headlines in such a list.
  return folded.size() > 36 ? Category::content : announcing_.first_in(folded);
}

Category CategoryWords::spoken_of_in(std::string_view folded, std::size_t least_bytes) const noexcept {
  return speaking_.first_in(folded, least_bytes);
}

}  // namespace pith::rules
