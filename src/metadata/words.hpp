/// Words of the metadata's data files (src/data/metadata): months, labels, roles, agencies. Private to metadata.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/bit_filter.hpp"
#include "rules/rule_set.hpp"

namespace pith::metadata {

/// The first field of a row; told with examples in the data files.
enum class WordKind : std::uint8_t {
  month,
  jalali_month,
  hijri_month,
  weekday,
  year_unit,
  month_unit,
  day_unit,
  hour_unit,
  minute_unit,
  second_unit,
  meridiem,
  era,
  era_letter,
  first_year,
  zone,
  filler,
  before_day,
  span,
  ago,
  before_ago,
  day_word,
  published,
  modified,
  other_date,
  author,
  author_prefix,
  author_suffix,
  weak_prefix,
  source,
  source_prefix,
  other_label,
  name_end,
  title,
  role,
  organization,
  account,
  suffix,
  joiner,
  particle,
  surname,
  place,
  outlet,
  none,
};

struct WordRow {
  WordKind kind = WordKind::none;
  std::int16_t value = 0;
  std::string_view word;  ///< lower case
};

/// A word found in a text; `kind` is none when there is none.
struct FoundWord {
  WordKind kind = WordKind::none;
  std::int16_t value = 0;
  std::size_t end = 0;  ///< of the word, in bytes of the text
};

/// Words by their first two letters, the longest first. Immutable.
class WordTable {
 public:
  WordTable() : WordTable(std::vector<WordRow>{}) {}
  explicit WordTable(std::vector<WordRow> rows);

  /// The longest word at `at`, whatever its case. A word of letters that are written apart (all but Han, kana and
  /// Thai) ends where the text's own word ends. None at the end of the text.
  [[nodiscard]] FoundWord at(std::string_view text, std::size_t at) const noexcept;

  /// The first place from `from` on where one of the words stands, where a word may begin; text.size() and no word in
  /// `found` when there is none.
  [[nodiscard]] std::size_t find(std::string_view text, std::size_t from, FoundWord& found) const noexcept;

  /// The longest word that the text begins with, whatever follows it.
  [[nodiscard]] FoundWord beginning(std::string_view text) const noexcept;

  [[nodiscard]] const std::vector<WordRow>& rows() const noexcept { return rows_; }

 private:
  /// False for most pairs of letters that no word begins with: first_key() and second_key() of both.
  [[nodiscard]] bool may_begin(std::size_t first, std::uint16_t second) const noexcept;
  /// The first row that fits(end of its word in the text) of those that stand at `at`.
  template <typename Fits>
  [[nodiscard]] FoundWord first_at(std::string_view text, std::size_t at, Fits fits) const noexcept;

  std::vector<WordRow> rows_;
  std::vector<std::uint16_t> seconds_;        // second_key() of each row's word
  std::vector<std::uint64_t> beginnings_;     // the bytes that its word begins with in every text, eight at most
  std::array<std::uint16_t, 1025> begins_{};  // by first_key() of the word
  core::BitFilter<1024> letters_;             ///< by first_key(): of words of one letter
  core::BitFilter<32768> pairs_;              ///< by pair_key(): of all others
};

struct Words {
  WordTable dates;     ///< months, units, small words and labels of dates
  WordTable labels;    ///< of authors and sources, and of what else stands in such lines
  WordTable running;   ///< of the labels, those that run straight into an outlet's name
  WordTable names;     ///< what stands beside names: roles, agencies, titles
  WordTable suffixes;  ///< words for a reporter after the name
  WordTable weak;      ///< small words that begin bylines, and sentences too
  WordTable han;       ///< surnames, and places of datelines
};

/// The files of src/data/metadata. Made by cmake/embed.cmake.
[[nodiscard]] std::span<const rules::EmbeddedFile> metadata_files() noexcept;

/// Those compiled in. Read once; any thread.
[[nodiscard]] const Words& words();

/// The rows of one file: kind, value, word, separated by tabs; what follows is not read. Lines that begin with '#' are
/// comments. Rows of an unknown kind are left out. Views the file.
[[nodiscard]] std::vector<WordRow> read_words(std::string_view file_bytes);

/// Whether a word may begin at `at`: not within a word whose letters are written without gaps.
[[nodiscard]] bool is_word_start(std::string_view text, std::size_t at) noexcept;

/// Whether the letter belongs to a script that sets no spaces between words: Han, kana, Thai.
[[nodiscard]] bool is_unspaced(char32_t letter) noexcept;

/// Bytes of the code point at `at`.
[[nodiscard]] std::size_t code_point_bytes(std::string_view text, std::size_t at) noexcept;

}  // namespace pith::metadata
