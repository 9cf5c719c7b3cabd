#include "rules/forms.hpp"

#include <algorithm>
#include <array>

#include "core/quoted.hpp"
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

/// In a text a byte below ' ' stands for a slot, or, at its edges, for white space and punctuation: whether words are
/// parted there is known when what stands beside it is.
constexpr char gap = 0x1F;
constexpr std::string_view gap_text(&gap, 1);
constexpr bool is_slot(char c) noexcept {
  return static_cast<unsigned char>(c) < ' ' && c != gap;
}

/// Whether the byte may be no text of a phrase.
constexpr auto meaning_more = [] {
  std::array<bool, 256> more{};
  for (const char c : std::string_view("(){}|*")) more[static_cast<unsigned char>(c)] = true;
  return more;
}();
constexpr bool means_more(char c) noexcept {
  return meaning_more[static_cast<unsigned char>(c)];
}

/// Line patterns know no numbers but "every number", which is any of them, and no slot but anything.
char in_line_pattern(Slot slot) noexcept {
  return slot == Slot::number || slot == Slot::year ? '0' : static_cast<char>(Slot::any);
}

bool is_cjk_at(std::string_view text, std::size_t at) noexcept {
  return !text::is_ascii(text[at]) && (text::class_of(text::next_code_point(text, at)) & text::is_cjk) != 0;
}

/// Whether words end before, and begin after, the place between `before` and `after`.
bool parts_words(std::string_view before, std::string_view after) noexcept {
  if (is_slot(before.back()) || is_slot(after.front())) return false;
  return !is_cjk_at(before, text::code_point_start(before, before.size() - 1)) && !is_cjk_at(after, 0);
}

/// Adds a text to the one before it: as if both had been folded as one.
void append_beside(std::string_view text, std::string& out) {
  bool has_gap = false;
  if (!out.empty() && out.back() == gap) {
    out.pop_back();
    has_gap = true;
  }
  if (!text.empty() && text.front() == gap) {
    text.remove_prefix(1);
    has_gap = true;
  }
  if (has_gap && (out.empty() || text.empty())) {
    out += gap;
  } else if (has_gap && parts_words(out, text)) {
    out += ' ';
  }
  out += text;
}

void add_words(std::string_view words, Forms& all) {
  if (words.empty()) return;
  all.pieces.push_back(
      {Slot::none, static_cast<std::uint32_t>(all.words.size()), static_cast<std::uint32_t>(words.size())});
  all.words += words;
}

void add_form(std::string_view text, bool has_slots, Forms& all) {
  if (!text.empty() && text.front() == gap) text.remove_prefix(1);
  if (!text.empty() && text.back() == gap) text.remove_suffix(1);
  while (has_slots && !text.empty()) {
    const auto slot = std::find_if(text.begin(), text.end(), is_slot);
    const auto words = static_cast<std::size_t>(slot - text.begin());
    add_words(text.substr(0, words), all);
    if (words < text.size()) all.pieces.push_back({static_cast<Slot>(*slot)});
    text.remove_prefix(std::min(words + 1, text.size()));
  }
  add_words(text, all);
  all.ends.push_back(static_cast<std::uint32_t>(all.pieces.size()));
}

/// Whether something tells where each open slot of the form ends.
bool are_slots_closed(std::span<const Piece> form) noexcept {
  for (std::size_t k = 1; k < form.size(); ++k) {
    if (is_open(form[k - 1].slot) && form[k].slot != Slot::none) return false;
  }
  return true;
}

}  // namespace

std::span<const Piece> Forms::form(std::size_t number) const noexcept {
  const std::size_t begin = number == 0 ? 0 : ends[number - 1];
  return std::span(pieces).subspan(begin, ends[number] - begin);
}

/// Which parentheses are closed: all at once, as to search anew from each would cost the square of the row.
void FormReader::find_closed() {
  is_closed_.assign(text_.size(), false);
  open_.clear();
  last_bar_ = nowhere;
  last_brace_ = nowhere;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (!means_more(text_[i])) continue;
    if (text_[i] == '|') last_bar_ = i;
    if (text_[i] == '}') last_brace_ = i;
    if (text_[i] == '(') open_.push_back(i);
    if (text_[i] != ')' || open_.empty()) continue;
    is_closed_[open_.back()] = true;
    open_.pop_back();
  }
}

bool FormReader::is_before(std::size_t last) const noexcept {
  return last != nowhere && at_ < last;
}

/// Whether the parenthesis at at_ is no mere punctuation: it is closed, or was meant to be, as it has alternatives.
bool FormReader::opens_group() const noexcept {
  return text_[at_] == '(' && (is_closed_[at_] || is_before(last_bar_));
}

/// Up to the end, or to the `|` or `)` that ends an alternative: adds the texts of the sequence.
void FormReader::add_sequence(std::size_t depth) {
  const std::size_t first_place = places_.size();
  std::size_t forms = 1;
  while (at_ < text_.size() && forms_.wrong.empty()) {
    const char c = text_[at_];
    if (depth > 0 && (c == '|' || c == ')')) break;
    places_.push_back(texts_.size());
    if (opens_group()) {
      add_group(depth + 1);
      forms *= texts_.size() - places_.back();
      if (forms > most_forms && forms_.wrong.empty()) {
        forms_.wrong =
            "the row stands for more than " + std::to_string(most_forms) + " phrases: write it as several rows";
      }
    } else if (c == '{') {
      add_slot();
    } else if (c == '*' && star_) {
      add_mark(static_cast<char>(Slot::any));
      ++at_;
    } else {
      add_plain();
    }
  }
  if (forms_.wrong.empty()) join(first_place, forms);
  places_.resize(first_place);
}

/// From the parenthesis that opens it on, up to after that which closes it: adds the texts of all its alternatives.
void FormReader::add_group(std::size_t depth) {
  constexpr std::size_t deepest = 4;
  if (depth > deepest) forms_.wrong = "groups within groups within groups are one too many";
  const std::size_t first = texts_.size();
  ++at_;
  while (forms_.wrong.empty()) {
    add_sequence(depth);
    if (at_ >= text_.size()) forms_.wrong = "a group that begins with ( and has a | ends nowhere: expected )";
    if (at_ >= text_.size() || text_[at_++] == ')') break;
  }
  // One alternative: no more than punctuation, which parts words.
  if (texts_.size() != first + 1) return;
  joined_.assign(gap_text);
  append_beside(texts_[first], joined_);
  append_beside(gap_text, joined_);
  texts_.keep(first);
  texts_.add(joined_);
}

/// From a character on that means nothing else, up to the next one that may: adds it folded.
void FormReader::add_plain() {
  const std::size_t begin = at_++;
  while (at_ < text_.size() && !means_more(text_[at_])) ++at_;
  // Between two letters: what stands at the edges of a text is left out when it is folded.
  plain_.assign("x").append(text_.substr(begin, at_ - begin)) += 'x';
  joined_.clear();
  text::append_folded(plain_, joined_);
  if (joined_[1] == ' ') joined_[1] = gap;
  char& last = joined_[joined_.size() - 2];
  if (last == ' ') last = gap;
  texts_.add(std::string_view(joined_).substr(1, joined_.size() - 2));
}

/// From '{' on: adds its mark. A brace that is no slot is punctuation.
void FormReader::add_slot() {
  const std::size_t end = is_before(last_brace_) ? text_.find('}', at_) : nowhere;
  if (end == nowhere) {
    add_mark(gap);
    ++at_;
    return;
  }
  const std::string_view name = text_.substr(at_ + 1, end - at_ - 1);
  at_ = end + 1;
  const auto row = std::find_if(slots.begin(), slots.end(), [name](const SlotRow& slot) { return slot.name == name; });
  if (row == slots.end()) {
    forms_.wrong = "unknown slot {" + core::excerpt(name) +
                   "}; expected {number}, {year}, {date}, {name}, {site} or {words}; " +
                   "braces that belong to a phrase are left out, as punctuation does not count";
    return;
  }
  add_mark(star_ ? in_line_pattern(row->slot) : static_cast<char>(row->slot));
}

void FormReader::add_mark(char mark) {
  texts_.add(std::string_view(&mark, 1));
  has_slots_ |= is_slot(mark);
}

/// Bytes of the product of places; the last number ends the last place.
std::size_t FormReader::product_bytes(std::span<const std::size_t> places, std::size_t forms) const noexcept {
  std::size_t bytes = 0;
  for (std::size_t p = 0; p + 1 < places.size(); ++p) {
    const std::size_t of_place = texts_.bytes_from(places[p]) - texts_.bytes_from(places[p + 1]);
    bytes += of_place * (forms / (places[p + 1] - places[p]));
  }
  return bytes;
}

/// In product_: each text of one place with each of the next, those of the last changing first.
void FormReader::write_product(std::span<const std::size_t> places, std::size_t forms) {
  product_.clear();
  for (std::size_t k = 0; k < forms; ++k) {
    joined_.clear();
    std::size_t below = forms;  // forms that differ at later places alone
    for (std::size_t p = 0; p + 1 < places.size(); ++p) {
      const std::size_t here = places[p + 1] - places[p];
      below /= here;
      append_beside(texts_[places[p] + k / below % here], joined_);
    }
    product_.add(joined_);
  }
}

/// In place of the texts of all places of a sequence: its own.
void FormReader::join(std::size_t first_place, std::size_t forms) {
  const std::size_t first = places_.size() == first_place ? texts_.size() : places_[first_place];
  if (places_.size() == first_place) texts_.add(std::string_view());
  std::size_t bytes = texts_.bytes_from(first);
  if (places_.size() > first_place + 1) {
    places_.push_back(texts_.size());
    const std::span<const std::size_t> places = std::span(places_).subspan(first_place);
    bytes = product_bytes(places, forms);
    if (bytes <= most_form_bytes) {
      write_product(places, forms);
      texts_.keep(first);
      texts_.add(product_);
    }
  }
  if (bytes > most_form_bytes) {
    forms_.wrong = "the row stands for more than " + std::to_string(most_form_bytes) + " bytes of phrases";
  }
}

const Forms& FormReader::read(std::string_view text, bool star) {
  text_ = text;
  star_ = star;
  at_ = 0;
  has_slots_ = false;
  places_.clear();
  texts_.clear();
  forms_.words.clear();
  forms_.pieces.clear();
  forms_.ends.clear();
  forms_.wrong.clear();
  if (text.size() > most_row_bytes) {
    forms_.wrong =
        "expected at most " + std::to_string(most_row_bytes) + " bytes, found " + std::to_string(text.size());
    return forms_;
  }
  find_closed();
  add_sequence(0);
  for (std::size_t k = 0; k < texts_.size() && forms_.wrong.empty(); ++k) {
    add_form(texts_[k], has_slots_, forms_);
    if (!has_slots_ || are_slots_closed(forms_.form(k))) continue;
    forms_.wrong = "nothing tells where a {name}, {site} or {words} ends: expected words after it, or the end";
  }
  return forms_;
}

Forms forms_of(std::string_view text, bool star) {
  FormReader reader;
  return reader.read(text, star);
}

}  // namespace pith::rules
