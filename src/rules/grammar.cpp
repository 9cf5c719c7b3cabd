#include "rules/grammar.hpp"

#include <algorithm>
#include <array>

#include "core/quoted.hpp"
#include "text/ascii.hpp"
#include "text/text.hpp"

namespace pith::rules {
namespace {

constexpr std::size_t npos = std::string_view::npos;

struct SlotRow {
  std::string_view name;
  Slot slot;
};
constexpr std::array<SlotRow, 6> slots = {{{"number", Slot::number},
                                           {"year", Slot::year},
                                           {"date", Slot::date},
                                           {"name", Slot::name},
                                           {"site", Slot::site},
                                           {"words", Slot::words}}};

/// Takes the text of a row apart. The forms are strings in which a byte below ' ' stands for a slot, until they are
/// complete.
class Reader {
 public:
  Reader(std::string_view text, bool star) : text_(text), star_(star) { find_closed(); }

  std::vector<std::string> read() { return sequence(0); }
  [[nodiscard]] const std::string& wrong() const noexcept { return wrong_; }

 private:
  /// Up to the end, or to the `|` or `)` that ends an alternative.
  std::vector<std::string> sequence(std::size_t depth) {
    std::vector<std::string> forms{{}};
    while (at_ < text_.size() && wrong_.empty()) {
      const char c = text_[at_];
      if (depth > 0 && (c == '|' || c == ')')) break;
      if (c == '(' && is_closed()) {
        ++at_;
        std::vector<std::string> inner = alternatives(depth + 1);
        // One alternative: no more than punctuation, which parts words.
        if (inner.size() == 1) inner[0] = " " + inner[0] + " ";
        multiply(forms, std::move(inner));
      } else if (c == '{') {
        append(forms, std::string(1, take_slot()));
      } else {
        append(forms, take_plain());
      }
      if (bytes_of(forms) > most_form_bytes && wrong_.empty()) {
        wrong_ = "the row stands for more than " + std::to_string(most_form_bytes) + " bytes of phrases";
      }
    }
    return forms;
  }

  /// After the opening parenthesis.
  std::vector<std::string> alternatives(std::size_t depth) {
    std::vector<std::string> all;
    if (depth > deepest) wrong_ = "groups within groups within groups are one too many";
    while (wrong_.empty()) {
      for (std::string& form : sequence(depth)) all.push_back(std::move(form));
      if (at_ >= text_.size()) wrong_ = "a group that begins with ( and has a | ends nowhere: expected )";
      if (at_ >= text_.size() || text_[at_++] == ')') break;
    }
    return all;
  }

  /// Which parentheses are closed: all at once, as to search anew from each would cost the square of the row.
  void find_closed() {
    is_closed_.resize(text_.size());
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] == '(') open.push_back(i);
      if (text_[i] != ')' || open.empty()) continue;
      is_closed_[open.back()] = true;
      open.pop_back();
    }
    last_bar_ = text_.rfind('|');
    last_brace_ = text_.rfind('}');
  }

  [[nodiscard]] bool is_before(std::size_t last) const noexcept { return last != npos && at_ < last; }

  /// Whether the parenthesis at at_ is no mere punctuation: it is closed, or was meant to be, as it has alternatives.
  [[nodiscard]] bool is_closed() const noexcept { return is_closed_[at_] || is_before(last_bar_); }

  void multiply(std::vector<std::string>& forms, std::vector<std::string> endings) {
    if (forms.size() * endings.size() > most_forms) {
      wrong_ = "the row stands for more than " + std::to_string(most_forms) + " phrases: write it as several rows";
      return;
    }
    if (forms.size() == 1 && forms[0].empty()) {  // most groups are the whole row
      forms = std::move(endings);
      return;
    }
    std::vector<std::string> longer;
    longer.reserve(forms.size() * endings.size());
    for (const std::string& form : forms) {
      for (const std::string& ending : endings) longer.push_back(form + ending);
    }
    forms = std::move(longer);
  }

  static std::size_t bytes_of(const std::vector<std::string>& forms) noexcept {
    std::size_t bytes = 0;
    for (const std::string& form : forms) bytes += form.size();
    return bytes;
  }

  static void append(std::vector<std::string>& forms, std::string text) {
    if (forms.size() == 1 && forms[0].empty()) {
      forms[0] = std::move(text);
      return;
    }
    for (std::string& form : forms) form += text;
  }

  /// From a character on that means nothing else, up to the next one that may. Control characters are space, as bytes
  /// below ' ' mean slots.
  std::string take_plain() {
    const auto may_mean_more = [](char c) { return c == '(' || c == '{' || c == '|' || c == ')'; };
    const std::size_t begin = at_++;
    while (at_ < text_.size() && !may_mean_more(text_[at_])) ++at_;
    std::string plain(text_.substr(begin, at_ - begin));
    for (char& c : plain) {
      if (c == '*' && star_) {
        c = static_cast<char>(Slot::any);
      } else if (static_cast<unsigned char>(c) < ' ') {
        c = ' ';
      }
    }
    return plain;
  }

  /// From '{' on.
  char take_slot() {
    const std::size_t end = is_before(last_brace_) ? text_.find('}', at_) : npos;
    if (end == npos) {
      ++at_;
      return ' ';
    }
    const std::string_view name = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    for (const SlotRow& row : slots) {
      if (row.name == name) return star_ ? in_line_pattern(row.slot) : static_cast<char>(row.slot);
    }
    wrong_ = "unknown slot {" + core::excerpt(name) +
             "}; expected {number}, {year}, {date}, {name}, {site} or {words}; " +
             "braces that belong to a phrase are left out, as punctuation does not count";
    return ' ';
  }

  /// Line patterns know no numbers but "every number", which is any of them, and no slot but anything.
  static char in_line_pattern(Slot slot) noexcept {
    return slot == Slot::number || slot == Slot::year ? '0' : static_cast<char>(Slot::any);
  }

  static constexpr std::size_t deepest = 4;

  std::string_view text_;
  bool star_;
  std::vector<bool> is_closed_;  // by byte of the text: a `(` with its `)`
  std::size_t last_bar_ = npos;
  std::size_t last_brace_ = npos;
  std::size_t at_ = 0;
  std::string wrong_;
};

Form pieces_of(std::string_view form) {
  Form pieces;
  for (std::size_t at = 0; at < form.size();) {
    std::size_t end = at;
    while (end < form.size() && form[end] >= 0 && form[end] < ' ') ++end;
    for (; at < end; ++at) pieces.push_back({static_cast<Slot>(form[at]), {}});
    while (end < form.size() && !(form[end] >= 0 && form[end] < ' ')) ++end;
    std::string words;
    text::append_folded(form.substr(at, end - at), words);
    if (!words.empty()) pieces.push_back({Slot::none, std::move(words)});
    at = end;
  }
  return pieces;
}

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

bool is_open(Slot slot) noexcept {
  return slot == Slot::name || slot == Slot::site || slot == Slot::words;
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

Forms forms_of(std::string_view text, bool star) {
  Forms all;
  if (text.size() > most_row_bytes) {
    all.wrong = "expected at most " + std::to_string(most_row_bytes) + " bytes, found " + std::to_string(text.size());
    return all;
  }
  Reader reader(text, star);
  for (const std::string& form : reader.read()) all.forms.push_back(pieces_of(form));
  all.wrong = reader.wrong();
  if (!all.wrong.empty()) return all;
  for (const Form& form : all.forms) {
    for (std::size_t k = 1; k < form.size(); ++k) {
      const bool both = is_open(form[k - 1].slot) && form[k].slot != Slot::none;
      if (both) all.wrong = "nothing tells where a {name}, {site} or {words} ends: expected words after it, or the end";
    }
  }
  return all;
}

std::size_t pieces_end(const std::vector<Piece>& pieces, std::string_view line, std::size_t at) noexcept {
  for (std::size_t k = 0; k < pieces.size() && at != npos; ++k) {
    const Piece& piece = pieces[k];
    if (piece.slot == Slot::none) {
      at = words_end(piece.words, line, at);
    } else if (!is_open(piece.slot)) {
      at = closed_end(piece.slot, line, after_space(line, at));
    } else if (k + 1 == pieces.size()) {
      at = may_be(piece.slot, line.substr(after_space(line, at))) ? line.size() : npos;
    } else {
      at = end_after_open(piece.slot, pieces[++k].words, line, at);
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
