#include "plain_text/long_line.hpp"

#include <algorithm>

#include "text/word_lists.hpp"

namespace pith::plain_text {
namespace {

bool is_wide_end(std::string_view three) noexcept {
  return three == "\u3002" || three == "\uFF01" || three == "\uFF1F";
}

bool is_high(char c) noexcept {
  return static_cast<unsigned char>(c) >= 0x80U;
}

std::size_t after_closing_quotes(std::string_view line, std::size_t at) noexcept {
  while (line.substr(at, 3) == "\u201D" || line.substr(at, 3) == "\u300D" || line.substr(at, 3) == "\uFF09") at += 3;
  return at;
}

/// Whether a blank at `at` stands between two paragraphs: two full-width ones, or two plain ones beside a CJK
/// character.
bool parts_paragraphs(std::string_view line, std::size_t at) noexcept {
  if (line.substr(at, 6) == "\u3000\u3000") return true;
  if (line.substr(at, 2) != "  ") return false;
  const std::size_t next = line.find_first_not_of(' ', at);
  return is_high(line[at - 1]) || (next != std::string_view::npos && is_high(line[next]));
}

/// A blank between two CJK characters.
bool parts_words(std::string_view line, std::size_t at) noexcept {
  return line[at] == ' ' && is_high(line[at - 1]) && at + 1 < line.size() && is_high(line[at + 1]);
}

/// Length of the sentence that ends at `at`; 0: none ends there.
std::size_t sentence_to(std::string_view line, std::size_t at) noexcept {
  const char c = line[at];
  const bool ascii_end = (c == '.' || c == '!' || c == '?') && at + 1 < line.size() && line[at + 1] == ' ';
  if (ascii_end) return at + 1;
  return is_wide_end(line.substr(at, 3)) ? after_closing_quotes(line, at + 3) : 0;
}

/// What parts the clauses of a sentence, or ends it.
bool ends_clause(std::string_view three) noexcept {
  return is_wide_end(three) || three == "\uFF0C" || three == "\u3001";
}

/// Bytes of the blank at `at`; 0: none is there.
std::size_t blank_bytes(std::string_view line, std::size_t at) noexcept {
  if (line[at] == ' ') return 1;
  return line.substr(at, 3) == "\u3000" ? 3 : 0;
}

/// A word that is too long for a menu's and has no mark of a label or a path: a headline.
bool is_headline(std::string_view word) noexcept {
  constexpr std::size_t longest_entry = 24;  // bytes: eight CJK characters
  return word.size() > longest_entry && word.find(':') == std::string_view::npos &&
         word.find("\uFF1A") == std::string_view::npos && word.find('>') == std::string_view::npos;
}

/// What stands between the entries of a menu.
bool is_separator(std::string_view word) noexcept {
  for (const std::string_view mark : {"", "|", "/", ">", "-", "\u00BB", "\u203A", "\u00B7", "\u2022"}) {
    if (word == mark) return true;
  }
  return false;
}

}  // namespace

std::size_t end_of_head(std::string_view line) noexcept {
  constexpr int fewest_words = 3;
  int words = 0;
  std::size_t begin = 0;  // of the word at hand
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (ends_clause(line.substr(at, 3))) break;
    const std::size_t blank = blank_bytes(line, at);
    if (blank == 0) continue;
    if (at > begin) {
      if (is_headline(line.substr(begin, at - begin))) break;
      ++words;
    }
    begin = at + blank;
    at = begin - 1;
  }
  return words >= fewest_words ? begin : 0;
}

std::size_t end_of_menu(std::string_view line) noexcept {
  constexpr int fewest_entries = 3;
  constexpr int most_between = 1;
  if (line.find(". ") == std::string_view::npos && !line.ends_with('.')) return 0;
  int entries = 0;
  int between = 0;  // words since the last entry
  std::size_t end = 0;
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t blank = std::min(line.find(' ', begin), line.size());
    const std::string_view word = line.substr(begin, blank - begin);
    begin = blank + 1;
    if (is_separator(word)) {
      if (between == 0 && entries > 0) end = std::min(begin, line.size());
      continue;
    }
    if (text::words_of(text::WordList::menu_entry).has(word)) {
      ++entries;
      between = 0;
      end = std::min(begin, line.size());
    } else if (++between > most_between) {
      break;
    }
  }
  return entries >= fewest_entries ? end : 0;
}

std::size_t end_of_sentences(std::string_view line) noexcept {
  std::size_t last = std::string_view::npos;
  for (const std::string_view end : {"\u3002", "\uFF01", "\uFF1F"}) {
    const std::size_t at = line.rfind(end);
    if (at != std::string_view::npos && (last == std::string_view::npos || at + 3 > last)) last = at + 3;
  }
  return last == std::string_view::npos ? last : after_closing_quotes(line, last);
}

LinePart first_part(std::string_view line, const LineCut& cut) noexcept {
  const bool is_tail = cut.at_blanks && cut.sentences_end == std::string_view::npos;
  for (std::size_t at = 1; at < line.size(); ++at) {
    if (cut.at_blanks && parts_paragraphs(line, at)) return {at, true};
    if (is_tail && parts_words(line, at)) return {at, true};
    const std::size_t end = sentence_to(line, at);
    if (end == 0) continue;
    const bool before_blank = cut.at_blanks && is_high(line[at]) && line.substr(end, 1) == " ";
    if (at >= cut.least_bytes || before_blank || end == cut.sentences_end) return {end, end == cut.sentences_end};
  }
  return {line.size(), false};
}

}  // namespace pith::plain_text
