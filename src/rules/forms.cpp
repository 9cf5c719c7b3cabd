#include <array>

#include "core/quoted.hpp"
#include "rules/grammar.hpp"
#include "text/text.hpp"

namespace pith::rules {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;

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

/// Strings one after the other: a row may stand for hundreds, and none of them is worth an allocation. What is said of
/// the last ones concerns those from number `first` on.
class Texts {
 public:
  [[nodiscard]] std::size_t size() const noexcept { return ends_.size(); }
  [[nodiscard]] std::size_t begin_of(std::size_t number) const noexcept { return number == 0 ? 0 : ends_[number - 1]; }
  [[nodiscard]] std::size_t bytes_from(std::size_t first) const noexcept { return all_.size() - begin_of(first); }
  [[nodiscard]] std::string_view operator[](std::size_t number) const noexcept {
    return std::string_view(all_).substr(begin_of(number), ends_[number] - begin_of(number));
  }

  void add(std::string_view begin, std::string_view end) {
    all_.append(begin).append(end);
    ends_.push_back(static_cast<std::uint32_t>(all_.size()));
  }

  /// In place of the last ones, each of them with each of the endings.
  void multiply(std::size_t first, const Texts& endings) {
    if (begin_of(first) == all_.size() && first + 1 == size()) {  // most groups are the whole row
      ends_.pop_back();
      for (std::size_t e = 0; e < endings.size(); ++e) add(endings[e], {});
      return;
    }
    Texts last;
    for (std::size_t k = first; k < size(); ++k) last.add((*this)[k], {});
    all_.resize(begin_of(first));
    ends_.resize(first);
    for (std::size_t k = 0; k < last.size(); ++k) {
      for (std::size_t e = 0; e < endings.size(); ++e) add(last[k], endings[e]);
    }
  }

  /// To each of the last ones.
  void append(std::size_t first, std::string_view ending) {
    if (ending.empty()) return;
    if (first + 1 == size()) {
      all_ += ending;
      ends_.back() = static_cast<std::uint32_t>(all_.size());
      return;
    }
    Texts one;
    one.add(ending, {});
    multiply(first, one);
  }

 private:
  std::string all_;
  std::vector<std::uint32_t> ends_;
};

/// Takes the text of a row apart. The forms are strings in which a byte below ' ' stands for a slot, until they are
/// complete.
class Reader {
 public:
  Reader(std::string_view text, bool star) : text_(text), star_(star) { find_closed(); }

  Texts read() {
    Texts forms;
    add_sequence(0, forms);
    return forms;
  }
  [[nodiscard]] const std::string& wrong() const noexcept { return wrong_; }

 private:
  /// Up to the end, or to the `|` or `)` that ends an alternative.
  void add_sequence(std::size_t depth, Texts& forms) {
    const std::size_t first = forms.size();
    forms.add({}, {});
    while (at_ < text_.size() && wrong_.empty()) {
      const char c = text_[at_];
      if (depth > 0 && (c == '|' || c == ')')) break;
      if (c == '(' && is_closed()) {
        ++at_;
        multiply_by_group(depth + 1, first, forms);
      } else if (c == '{') {
        const char slot = take_slot();
        forms.append(first, {&slot, 1});
      } else {
        forms.append(first, take_plain());
      }
      if (forms.bytes_from(first) > most_form_bytes && wrong_.empty()) {
        wrong_ = "the row stands for more than " + std::to_string(most_form_bytes) + " bytes of phrases";
      }
    }
  }

  /// After the opening parenthesis.
  void add_alternatives(std::size_t depth, Texts& forms) {
    if (depth > deepest) wrong_ = "groups within groups within groups are one too many";
    while (wrong_.empty()) {
      add_sequence(depth, forms);
      if (at_ >= text_.size()) wrong_ = "a group that begins with ( and has a | ends nowhere: expected )";
      if (at_ >= text_.size() || text_[at_++] == ')') break;
    }
  }

  void multiply_by_group(std::size_t depth, std::size_t first, Texts& forms) {
    Texts endings;
    add_alternatives(depth, endings);
    if ((forms.size() - first) * endings.size() > most_forms) {
      wrong_ = "the row stands for more than " + std::to_string(most_forms) + " phrases: write it as several rows";
      return;
    }
    // One alternative: no more than punctuation, which parts words.
    const std::string_view edge = endings.size() == 1 ? " " : "";
    forms.append(first, edge);
    forms.multiply(first, endings);
    forms.append(first, edge);
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

  [[nodiscard]] bool is_before(std::size_t last) const noexcept { return last != nowhere && at_ < last; }

  /// Whether the parenthesis at at_ is no mere punctuation: it is closed, or was meant to be, as it has alternatives.
  [[nodiscard]] bool is_closed() const noexcept { return is_closed_[at_] || is_before(last_bar_); }

  /// From a character on that means nothing else, up to the next one that may. Control characters are space, as bytes
  /// below ' ' mean slots. A view of plain_.
  std::string_view take_plain() {
    const auto may_mean_more = [](char c) { return c == '(' || c == '{' || c == '|' || c == ')'; };
    const std::size_t begin = at_++;
    while (at_ < text_.size() && !may_mean_more(text_[at_])) ++at_;
    plain_.assign(text_.substr(begin, at_ - begin));
    for (char& c : plain_) {
      if (c == '*' && star_) {
        c = static_cast<char>(Slot::any);
      } else if (static_cast<unsigned char>(c) < ' ') {
        c = ' ';
      }
    }
    return plain_;
  }

  /// From '{' on.
  char take_slot() {
    const std::size_t end = is_before(last_brace_) ? text_.find('}', at_) : nowhere;
    if (end == nowhere) {
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
  std::size_t last_bar_ = nowhere;
  std::size_t last_brace_ = nowhere;
  std::size_t at_ = 0;
  std::string plain_;
  std::string wrong_;
};

void add_pieces(std::string_view form, Forms& all) {
  for (std::size_t at = 0; at < form.size();) {
    std::size_t end = at;
    while (end < form.size() && form[end] >= 0 && form[end] < ' ') ++end;
    for (; at < end; ++at) all.pieces.push_back({static_cast<Slot>(form[at])});
    while (end < form.size() && !(form[end] >= 0 && form[end] < ' ')) ++end;
    const auto first = static_cast<std::uint32_t>(all.words.size());
    text::append_folded(form.substr(at, end - at), all.words);
    const auto bytes = static_cast<std::uint32_t>(all.words.size()) - first;
    if (bytes > 0) all.pieces.push_back({Slot::none, first, bytes});
    at = end;
  }
  all.ends.push_back(static_cast<std::uint32_t>(all.pieces.size()));
}

/// Whether something tells where each open slot of the form ends.
bool are_slots_closed(std::span<const FormPiece> form) noexcept {
  for (std::size_t k = 1; k < form.size(); ++k) {
    if (is_open(form[k - 1].slot) && form[k].slot != Slot::none) return false;
  }
  return true;
}

}  // namespace

std::span<const FormPiece> Forms::form(std::size_t number) const noexcept {
  const std::size_t begin = number == 0 ? 0 : ends[number - 1];
  return std::span(pieces).subspan(begin, ends[number] - begin);
}

Forms forms_of(std::string_view text, bool star) {
  Forms all;
  if (text.size() > most_row_bytes) {
    all.wrong = "expected at most " + std::to_string(most_row_bytes) + " bytes, found " + std::to_string(text.size());
    return all;
  }
  Reader reader(text, star);
  const Texts forms = reader.read();
  all.wrong = reader.wrong();
  if (!all.wrong.empty()) return all;
  all.words.reserve(forms.bytes_from(0));
  all.ends.reserve(forms.size());
  all.pieces.reserve(forms.size());
  for (std::size_t k = 0; k < forms.size(); ++k) {
    add_pieces(forms[k], all);
    if (are_slots_closed(all.form(k))) continue;
    all.wrong = "nothing tells where a {name}, {site} or {words} ends: expected words after it, or the end";
  }
  return all;
}

}  // namespace pith::rules
