#include "rules/grammar.hpp"

#include <algorithm>

#include "text/ascii.hpp"
#include "text/text.hpp"

namespace pith::rules {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_digit_at(std::string_view line, std::size_t at) noexcept {
  return at < line.size() && text::is_ascii_digit(line[at]);
}
std::size_t digits_end(std::string_view line, std::size_t at) noexcept {
  while (is_digit_at(line, at)) ++at;
  return at;
}
std::size_t after_space(std::string_view line, std::size_t at) noexcept {
  return at < line.size() && line[at] == ' ' ? at + 1 : at;
}

/// Where the word at `at` ends: letters up to the next space, or one CJK character.
std::size_t unit_end(std::string_view line, std::size_t at) noexcept {
  if (is_cjk_lead(line[at])) return text::code_point_end(line, at + 1);
  while (at < line.size() && line[at] != ' ' && !is_cjk_lead(line[at])) ++at;
  return at;
}

std::size_t number_end(std::string_view line, std::size_t at) noexcept {
  std::size_t end = digits_end(line, at);
  if (end == at) return npos;
  // Points and commas are spaces by now.
  for (int groups = 0; groups < 3 && end < line.size() && line[end] == ' ' && is_digit_at(line, end + 1); ++groups) {
    end = digits_end(line, end + 1);
  }
  for (const std::string_view thousand : {"k", "m", "\u4E07", "\u842C", "\u5343", "\uB9CC", "\uCC9C", "w"}) {
    if (line.substr(end).starts_with(thousand) && is_word_boundary(line, end + thousand.size())) {
      return end + thousand.size();
    }
  }
  return end;
}

bool is_year_at(std::string_view line, std::size_t at) noexcept {
  return digits_end(line, at) == at + 4 && (line.substr(at, 2) == "19" || line.substr(at, 2) == "20");
}

std::size_t year_end(std::string_view line, std::size_t at) noexcept {
  if (!is_year_at(line, at)) return npos;
  const std::size_t end = at + 4;
  return is_year_at(line, end + 1) && line[end] == ' ' ? end + 5 : end;
}

/// Whether a word stands in dates: a number, a name of a month or a day (any short word is taken for one), a CJK unit.
bool is_of_date(std::string_view word) noexcept {
  constexpr std::size_t longest_month = 20;  // bytes
  constexpr std::string_view units =
      "\u5E74\u6708\u65E5\u65F6\u6642\u5206\u79D2\u5468\u661F\u671F\u4E0A\u4E0B\u5348"
      "\uB144\uC6D4\uC77C\uC2DC\uBD84\uCD08\uC624\uC804\uD6C4";
  if (is_cjk_lead(word.front())) return units.find(word) != npos;
  return word.size() <= longest_month;
}

std::size_t date_end(std::string_view line, std::size_t at) noexcept {
  constexpr int most_numbers = 7;
  constexpr int most_words = 3;  // that are no numbers
  int numbers = 0;
  int words = 0;
  std::size_t end = npos;
  for (std::size_t next = at; next < line.size();) {
    const std::size_t unit = unit_end(line, next);
    const bool is_number = text::is_ascii_digit(line[next]);
    const bool is_cjk = is_cjk_lead(line[next]);
    numbers += is_number ? 1 : 0;
    words += is_number || is_cjk ? 0 : 1;
    if (!is_of_date(line.substr(next, unit - next)) || numbers > most_numbers || words > most_words) break;
    if (numbers > 0) end = unit;
    next = after_space(line, unit);
  }
  return end;
}

std::size_t longest_of(Slot slot) noexcept {
  return slot == Slot::words ? 90 : 60;
}

/// Whether an open slot may stand for all of `text`.
bool may_be(Slot slot, std::string_view text) noexcept {
  if (text.empty() || text.size() > longest_of(slot)) return false;
  return slot != Slot::name || std::none_of(text.begin(), text.end(), text::is_ascii_digit);
}

/// Where a slot that knows its own end does; npos: it does not stand there, or it is an open one.
std::size_t closed_end(Slot slot, std::string_view line, std::size_t at) noexcept {
  std::size_t end = npos;
  if (slot == Slot::number) end = number_end(line, at);
  if (slot == Slot::year) end = year_end(line, at);
  if (slot == Slot::date) end = date_end(line, at);
  return end != npos && is_word_boundary(line, end) ? end : npos;
}

/// Where `words` stand at line[at], or after a space there; npos: they do not.
std::size_t words_end(std::string_view words, std::string_view line, std::size_t at) noexcept {
  const std::size_t begin = after_space(line, at);
  const std::size_t end = begin + words.size();
  const bool stand = line.substr(begin).starts_with(words);
  return stand && is_word_boundary(line, begin) && is_word_boundary(line, end) ? end : npos;
}

/// Where the words that end an open slot end; npos: they come nowhere near.
std::size_t end_after_open(Slot slot, std::string_view words, std::string_view line, std::size_t at) noexcept {
  const std::size_t begin = after_space(line, at);
  for (std::size_t unit = begin; unit < line.size() && unit - begin <= longest_of(slot);) {
    unit = unit_end(line, unit);
    const std::size_t end = words_end(words, line, unit);
    if (end != npos && may_be(slot, line.substr(begin, unit - begin))) return end;
    unit = after_space(line, unit);
  }
  return npos;
}

}  // namespace

std::size_t pieces_end(std::span<const Piece> pieces, std::string_view words, std::string_view line,
                       std::size_t at) noexcept {
  for (std::size_t k = 0; k < pieces.size() && at != npos; ++k) {
    const Piece& piece = pieces[k];
    if (piece.slot == Slot::none) {
      at = words_end(piece.words_in(words), line, at);
    } else if (!is_open(piece.slot)) {
      at = closed_end(piece.slot, line, after_space(line, at));
    } else if (k + 1 == pieces.size()) {
      at = may_be(piece.slot, line.substr(after_space(line, at))) ? line.size() : npos;
    } else {
      at = end_after_open(piece.slot, pieces[++k].words_in(words), line, at);
    }
  }
  return at;
}

bool fills(Slot slot, std::string_view text) noexcept {
  return !text.empty() && text::is_ascii_digit(text.front()) && closed_end(slot, text, 0) == text.size();
}

bool is_word_boundary(std::string_view folded, std::size_t at) noexcept {
  if (at == 0 || at >= folded.size()) return true;
  if (folded[at - 1] == ' ' || folded[at] == ' ') return true;
  // Both sides letters of a script with spaces: inside a word. Bytes from 0xE3 on begin CJK characters.
  return is_cjk_lead(folded[at]) || is_cjk_lead(folded[text::code_point_start(folded, at - 1)]);
}

}  // namespace pith::rules
