#include "metadata/words.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <utility>

#include "core/packed.hpp"
#include "text/ascii.hpp"
#include "text/text.hpp"

namespace pith::metadata {
namespace {

constexpr std::pair<std::string_view, WordKind> kind_names[] = {
    {"month", WordKind::month},
    {"jalali_month", WordKind::jalali_month},
    {"hijri_month", WordKind::hijri_month},
    {"weekday", WordKind::weekday},
    {"year_unit", WordKind::year_unit},
    {"month_unit", WordKind::month_unit},
    {"day_unit", WordKind::day_unit},
    {"hour_unit", WordKind::hour_unit},
    {"minute_unit", WordKind::minute_unit},
    {"second_unit", WordKind::second_unit},
    {"meridiem", WordKind::meridiem},
    {"era", WordKind::era},
    {"era_letter", WordKind::era_letter},
    {"first_year", WordKind::first_year},
    {"zone", WordKind::zone},
    {"filler", WordKind::filler},
    {"before_day", WordKind::before_day},
    {"span", WordKind::span},
    {"ago", WordKind::ago},
    {"before_ago", WordKind::before_ago},
    {"day_word", WordKind::day_word},
    {"published", WordKind::published},
    {"modified", WordKind::modified},
    {"other_date", WordKind::other_date},
    {"author", WordKind::author},
    {"author_prefix", WordKind::author_prefix},
    {"author_suffix", WordKind::author_suffix},
    {"weak_prefix", WordKind::weak_prefix},
    {"source", WordKind::source},
    {"source_prefix", WordKind::source_prefix},
    {"other_label", WordKind::other_label},
    {"name_end", WordKind::name_end},
    {"title", WordKind::title},
    {"role", WordKind::role},
    {"organization", WordKind::organization},
    {"account", WordKind::account},
    {"suffix", WordKind::suffix},
    {"joiner", WordKind::joiner},
    {"particle", WordKind::particle},
    {"surname", WordKind::surname},
    {"place", WordKind::place},
    {"outlet", WordKind::outlet},
};

WordKind kind_of(std::string_view name) {
  const auto row = std::find_if(std::begin(kind_names), std::end(kind_names),
                                [&](const auto& entry) { return entry.first == name; });
  return row == std::end(kind_names) ? WordKind::none : row->second;
}

constexpr std::size_t no_match = static_cast<std::size_t>(-1);

/// Where `word`, which is in lower case, ends in the text at `at`; no_match when it does not stand there.
std::size_t end_of_word(std::string_view text, std::size_t at, std::string_view word) noexcept {
  for (std::size_t i = 0; i < word.size();) {
    if (at >= text.size()) return no_match;
    if (text::is_ascii(word[i])) {
      const char letter = text[at++];
      const char lower = text::to_lower_ascii(letter);
      // A typographic apostrophe stands for the plain one.
      if (word[i] == '\'' && text.substr(at - 1, 3) == "\u2019") {
        at += 2;
      } else if (lower != word[i]) {
        return no_match;
      }
      ++i;
      continue;
    }
    if (text::to_lower(text::next_code_point(text, at)) != text::next_code_point(word, i)) return no_match;
  }
  return at;
}

/// Of a script that sets spaces between words.
bool is_spaced_letter(char32_t letter) noexcept {
  if (letter < 0x80) return text::is_ascii_letter(static_cast<char>(letter));
  return !is_unspaced(letter) && (text::class_of(letter) & (text::is_letter | text::is_mark)) != 0;
}

bool is_letter_at(std::string_view text, std::size_t at) noexcept {
  return at < text.size() && is_spaced_letter(text::next_code_point(text, at));
}

/// A label of Hangul may be followed by its particle.
bool ends_word(std::string_view text, std::size_t last, std::size_t end) noexcept {
  if (!is_letter_at(text, last)) return true;
  return !is_letter_at(text, end);
}

/// Kana and Han: most of all letters that are no ASCII.
bool has_no_case(char32_t letter) noexcept {
  return letter >= 0x3000 && letter < 0xA000;
}

/// Of a letter in lower case, from 0 to 1,023: ten bits part the Han characters, which share their first byte.
std::size_t letter_key(char32_t c) noexcept {
  constexpr std::size_t mask = 1023;
  if (c < 0x80) return static_cast<std::size_t>(text::to_lower_ascii(static_cast<char>(c)));
  return static_cast<std::size_t>(has_no_case(c) ? c : text::to_lower(c)) & mask;
}

std::size_t first_key(std::string_view text, std::size_t at) noexcept {
  return letter_key(text::next_code_point(text, at));
}

/// The same of the letter that `rest` begins with, with a bit that no first key has. Apostrophes are one.
std::uint16_t key_of_second(std::string_view rest) noexcept {
  constexpr std::size_t is_there = 1024;
  constexpr char32_t apostrophe = 0x2019;
  std::size_t at = 0;
  const char32_t c = text::next_code_point(rest, at);
  return static_cast<std::uint16_t>(is_there | letter_key(c == apostrophe ? U'\'' : c));
}

/// Of the letter after the one at `at`; 0 when there is none.
std::uint16_t second_key(std::string_view text, std::size_t at) noexcept {
  (void)text::next_code_point(text, at);
  return at < text.size() ? key_of_second(text.substr(at)) : std::uint16_t{0};
}

/// The first eight bytes at most, capitals of ASCII as small letters.
std::uint64_t beginning_at(std::string_view text, std::size_t at) noexcept {
  return core::lower_packed(core::pack(text.substr(at, 8)));
}

/// How many of a word's first eight bytes stand in every text that has the word: up to the first letter of another
/// case or the first apostrophe, of which there are two.
std::size_t bytes_of_one_form(std::string_view word) noexcept {
  std::size_t end = 0;
  for (std::size_t at = 0; end < word.size() && word[end] != '\''; end = at) {
    const char32_t letter = text::next_code_point(word, at);
    if (at > 8 || (letter >= 0x80 && !has_no_case(letter))) break;
  }
  return end;
}

/// Whether a text that begins with the bytes `here` may begin with a word whose bytes of one form are `wanted`.
bool begins_like(std::uint64_t here, std::uint64_t wanted) noexcept {
  const int bits = (64 - std::countl_zero(wanted) + 7) / 8 * 8;
  return bits == 0 || ((here ^ wanted) << (64 - bits)) == 0;
}

/// Of the first two letters of a word. What a filter looks at first is all of the second, and what tells letters of one
/// script apart of the first.
std::size_t pair_key(std::size_t first, std::uint16_t second) noexcept {
  return first << 10U | (second & 1023U);
}

std::vector<WordRow> embedded(std::initializer_list<std::string_view> names) {
  std::vector<WordRow> rows;
  for (const rules::EmbeddedFile& file : metadata_files()) {
    if (std::find(names.begin(), names.end(), file.name) == names.end()) continue;
    const std::vector<WordRow> more = read_words(file.bytes);
    rows.insert(rows.end(), more.begin(), more.end());
  }
  return rows;
}

/// The rows of one kind, or all others.
std::vector<WordRow> of_kind(std::vector<WordRow> rows, WordKind kind, bool wanted) {
  std::erase_if(rows, [&](const WordRow& row) { return (row.kind == kind) != wanted; });
  return rows;
}

}  // namespace

bool is_unspaced(char32_t letter) noexcept {
  return (letter >= 0x3040 && letter <= 0x30FF) || (letter >= 0x3400 && letter <= 0x9FFF) ||
         (letter >= 0xE00 && letter <= 0xE7F) || letter == 0x3007;
}

std::size_t code_point_bytes(std::string_view text, std::size_t at) noexcept {
  std::size_t end = at;
  (void)text::next_code_point(text, end);
  return end - at;
}

bool is_word_start(std::string_view text, std::size_t at) noexcept {
  return at == 0 || !is_letter_at(text, text::code_point_start(text, at - 1)) || !is_letter_at(text, at);
}

WordTable::WordTable(std::vector<WordRow> rows) : rows_(std::move(rows)) {
  struct Place {
    std::size_t first;
    std::uint16_t second;
    WordRow row;
  };
  std::vector<Place> places;
  places.reserve(rows_.size());
  for (const WordRow& row : rows_) places.push_back({first_key(row.word, 0), second_key(row.word, 0), row});
  std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    if (a.first != b.first) return a.first < b.first;
    return a.second != b.second ? a.second < b.second : a.row.word.size() > b.row.word.size();
  });
  rows_.clear();
  seconds_.reserve(places.size());
  beginnings_.reserve(places.size());
  for (const Place& place : places) {
    rows_.push_back(place.row);
    seconds_.push_back(place.second);
    beginnings_.push_back(core::pack(place.row.word.substr(0, bytes_of_one_form(place.row.word))));
    ++begins_[place.first + 1];
    if (place.second == 0) letters_.add(place.first);
    if (place.second != 0) pairs_.add(pair_key(place.first, place.second));
  }
  for (std::size_t key = 1; key < begins_.size(); ++key) {
    begins_[key] = static_cast<std::uint16_t>(begins_[key] + begins_[key - 1]);
  }
}

bool WordTable::may_begin(std::size_t first, std::uint16_t second) const noexcept {
  return (second != 0 && pairs_.may_have(pair_key(first, second))) || letters_.may_have(first);
}

template <typename Fits>
FoundWord WordTable::first_at(std::string_view text, std::size_t at, Fits fits) const noexcept {
  const std::size_t key = first_key(text, at);
  if (begins_[key] == begins_[key + 1]) return {};
  const std::uint16_t next = second_key(text, at);
  if (!may_begin(key, next)) return {};
  const auto seconds = seconds_.begin();
  const auto begin = seconds + begins_[key];
  const auto end = seconds + begins_[key + 1];
  const std::uint64_t here = beginning_at(text, at);
  const auto first_of = [&](std::uint16_t second) -> FoundWord {
    for (auto row = std::lower_bound(begin, end, second); row != end && *row == second; ++row) {
      const auto k = static_cast<std::size_t>(row - seconds);
      if (!begins_like(here, beginnings_[k])) continue;
      const WordRow& word = rows_[k];
      const std::size_t word_end = end_of_word(text, at, word.word);
      if (word_end != no_match && fits(word_end)) return {word.kind, word.value, word_end};
    }
    return {};
  };
  const FoundWord longer = first_of(next);
  return longer.kind != WordKind::none ? longer : first_of(0);  // a word of one letter, whatever follows it
}

FoundWord WordTable::at(std::string_view text, std::size_t at) const noexcept {
  if (at >= text.size()) return {};
  return first_at(text, at,
                  [text](std::size_t end) { return ends_word(text, text::code_point_start(text, end - 1), end); });
}

std::size_t WordTable::find(std::string_view text, std::size_t from, FoundWord& found) const noexcept {
  bool after_letter = from > 0 && is_letter_at(text, text::code_point_start(text, from - 1));
  for (std::size_t at = from; at < text.size();) {
    std::size_t next = at;
    const char32_t first = text::next_code_point(text, next);
    const bool on_letter = is_spaced_letter(first);
    const std::size_t key = letter_key(first);
    const bool may_start = !(after_letter && on_letter) && begins_[key] != begins_[key + 1];
    if (may_start && may_begin(key, next < text.size() ? key_of_second(text.substr(next)) : std::uint16_t{0})) {
      found = this->at(text, at);
      if (found.kind != WordKind::none) return at;
    }
    after_letter = on_letter;
    at = next;
  }
  found = {};
  return text.size();
}

FoundWord WordTable::beginning(std::string_view text) const noexcept {
  if (text.empty()) return {};
  return first_at(text, 0, [](std::size_t) { return true; });
}

std::vector<WordRow> read_words(std::string_view file_bytes) {
  std::vector<WordRow> rows;
  while (!file_bytes.empty()) {
    std::string_view line = text::take_until(file_bytes, '\n');
    if (line.empty() || line.front() == '#') continue;
    WordRow row;
    row.kind = kind_of(text::take_until(line, '\t'));
    const std::string_view value = text::take_until(line, '\t');
    std::from_chars(value.data(), value.data() + value.size(), row.value);
    row.word = text::take_until(line, '\t');
    if (row.kind != WordKind::none && !row.word.empty()) rows.push_back(row);
  }
  return rows;
}

const Words& words() {
  static const Words read{
      WordTable(embedded({"metadata/months.tsv", "metadata/date_words.tsv", "metadata/date_labels.tsv"})),
      WordTable(of_kind(embedded({"metadata/labels.tsv"}), WordKind::author_suffix, false)),
      WordTable(of_kind(embedded({"metadata/labels.tsv"}), WordKind::source_prefix, true)),
      WordTable(embedded({"metadata/names.tsv"})),
      WordTable(of_kind(embedded({"metadata/labels.tsv"}), WordKind::author_suffix, true)),
      WordTable(embedded({"metadata/weak_prefixes.tsv"})),
      WordTable(embedded({"metadata/han_names.tsv"})),
  };
  return read;
}

}  // namespace pith::metadata
