/// LinePage: what the families of plain-text features share. Private to lines; features.cpp lists them, read it first.
/// A family is one .cpp: shape (a line's own, by marks; its text: ../text_columns.cpp), positions, windows (lines
/// around), runs, copies, segments, phrases, threads (posts), code.
///
/// prepare() finds, once a page, what more than one family reads: the shape, the phrases and the copies of every line,
/// and how many words stand above it. All is linear in the page.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "core/bit_filter.hpp"
#include "measure/columns.hpp"
#include "measure/lines/marks.hpp"
#include "measure/text_columns.hpp"
#include "measure/text_shape.hpp"

namespace pith::measure {

/// Words that running text has and labels lack ("the", "und").
class FunctionWords {
 public:
  FunctionWords();
  [[nodiscard]] bool contains(std::uint64_t word_hash) const noexcept;

 private:
  std::vector<std::uint64_t> hashes_;  // sorted
  core::BitFilter<8192> seen_;         // most words are none
};

/// Of one line: what other families read of its TextShape, and what plain text alone is asked for. Flags are 0 or 1.
struct LineShape {
  float words = 0;  ///< a CJK character counts as one
  float cjk_share = 0, digit_share = 0, comma_density = 0;
  float ends_sentence = 0, ends_ellipsis = 0, ends_colon = 0, ends_question = 0, starts_lower = 0;
  float urls = 0, copyright = 0, at_signs = 0;
  float date = 0, ago = 0, time = 0, price = 0, phone = 0;
  float list_number = 0, more = 0, key_value = 0;
  float capital_share = 0, function_share = 0;
  float code = 0;        ///< looks like a line of a program
  float good = 0;        ///< running text: measure::is_good
  float long_prose = 0;  ///< surely running text
};

/// What phrase evidence is summed up to.
enum class PhraseGroup : std::uint8_t {
  advertisement,
  app_promo,
  breadcrumb,
  cookie_wall,
  copyright,
  disclaimer,
  end_mark,
  login_wall,
  newsletter,
  pagination,
  related,
  share,
  source,
  navigation,
  comments
};
inline constexpr std::size_t phrase_group_count = static_cast<std::size_t>(PhraseGroup::comments) + 1;

/// Phrase evidence of one line.
struct LinePhrases {
  std::array<rules::Match, phrase_group_count> match{};
  std::array<float, phrase_group_count> share{};  ///< of the line that the phrase covers, 0 to 1
  float most_share = 0;                           ///< over all groups
  bool heading = false;                           ///< announces a section
  std::uint32_t hits = 0;                         ///< bit per group: the evidence is strong
};

/// Of a line: where else its words stand.
struct LineCopies {
  float copies = 0, first_copy = 0, last_copy_distance = 0, prefix_copies = 0, next_prefix = 0, previous_prefix = 0;
  std::uint64_t hash = 0;  ///< of all its words
  bool is_copied = false;  ///< stands on the page more than once, and has some words
};

inline constexpr std::uint32_t no_line = std::numeric_limits<std::uint32_t>::max();

struct LineMeasureScratch {
  Temporary temporary;
  ColumnList columns;
  FunctionWords function_words;
  LineText text;                        ///< of one line
  std::vector<text::Word> words;        ///< of one line, where the page's words are not kept
  std::vector<text::Word> other_words;  ///< of another
  std::vector<TextShape> characters;    ///< by find_shapes, as all of these
  std::vector<float> weighted;          ///< words, CJK at 1/1.7
  std::vector<WordShares> word_shares;
  std::vector<LineShape> shapes;
  std::vector<LinePhrases> phrases;  ///< by find_phrases
  std::vector<LineCopies> copies;    ///< by find_copies
  std::vector<double> words_before;  ///< one more than lines: words of all lines above
  std::vector<double> good_before;   ///< the same of good words, at most most_good_words a line

  void prepare(const MeasureInput& in);
};

/// What a family of columns reads.
struct LinePage {
  const MeasureInput& in;
  LineMeasureScratch& prepared;
  Temporary& temporary;

  [[nodiscard]] std::size_t size() const noexcept { return in.blocks.blocks.size(); }
  [[nodiscard]] const LineShape& shape(std::size_t line) const { return prepared.shapes[line]; }
  /// Until the next call.
  [[nodiscard]] std::span<const text::Word> words(std::size_t line) const {
    return in.blocks.words_of(in.blocks.blocks[line], prepared.words);
  }
  /// Beside those of words().
  [[nodiscard]] std::span<const text::Word> other_words(std::size_t line) const {
    return in.blocks.words_of(in.blocks.blocks[line], prepared.other_words);
  }
  [[nodiscard]] double words_between(std::size_t begin, std::size_t end) const {
    return prepared.words_before[end] - prepared.words_before[begin];
  }
  [[nodiscard]] double good_between(std::size_t begin, std::size_t end) const {
    return prepared.good_before[end] - prepared.good_before[begin];
  }
};

/// Words of a good line that count: a giant line must not outweigh the page.
inline constexpr float most_good_words = 80;

/// Farther than this is just far. In lines.
inline constexpr float far_lines = 200;

/// b - a in lines, cut to +-far_lines.
[[nodiscard]] float signed_distance(std::size_t a, std::size_t b) noexcept;
/// Lines from `from` to `to`; far_lines when either is no_line or they are farther apart.
[[nodiscard]] float line_distance(std::size_t from, std::size_t to) noexcept;

/// Per line: lines since the last one above for which `holds` is true, and until the next one below. Temporary.
template <typename Holds>
[[nodiscard]] std::span<const float> distances_since(const LinePage& page, Holds holds) {
  const std::span<float> distances = page.temporary.room<float>(page.size());
  std::size_t last = no_line;
  for (std::size_t i = 0; i < page.size(); ++i) {
    distances[i] = line_distance(last, i);
    if (holds(i)) last = i;
  }
  return distances;
}
template <typename Holds>
[[nodiscard]] std::span<const float> distances_until(const LinePage& page, Holds holds) {
  const std::span<float> distances = page.temporary.room<float>(page.size());
  std::size_t next = no_line;
  for (std::size_t i = page.size(); i-- > 0;) {
    distances[i] = line_distance(i, next);
    if (holds(i)) next = i;
  }
  return distances;
}

/// Sums of value(i) over the lines above each, one more than lines. Temporary.
template <typename Value>
[[nodiscard]] std::span<const double> prefix_sums(const LinePage& page, Value value) {
  const std::span<double> sums = page.temporary.room<double>(page.size() + 1);
  sums[0] = 0;
  for (std::size_t i = 0; i < page.size(); ++i) sums[i + 1] = sums[i] + static_cast<double>(value(i));
  return sums;
}

/// Mean of something over the lines up to `reach` away, itself included; `sums` by prefix_sums.
[[nodiscard]] float mean_around(std::span<const double> sums, std::size_t line, std::size_t reach) noexcept;

// What prepare() finds, in this order: each reads what those before it found.
void find_shapes(const MeasureInput& in, LineMeasureScratch& out);
void find_phrases(const MeasureInput& in, LineMeasureScratch& out);
void find_copies(const LinePage& page);

// The families, in column order.
void add_shape_columns(const LinePage& page, Columns& columns);           // shape.cpp
void add_line_phrase_columns(const LinePage& page, Columns& columns);     // phrases.cpp
void add_copy_columns(const LinePage& page, Columns& columns);            // copies.cpp
void add_segment_columns(const LinePage& page, Columns& columns);         // segments.cpp
void add_position_columns(const LinePage& page, Columns& columns);        // positions.cpp
void add_line_neighbour_columns(const LinePage& page, Columns& columns);  // windows.cpp
void add_window_columns(const LinePage& page, Columns& columns);          // windows.cpp
void add_section_columns(const LinePage& page, Columns& columns);         // phrases.cpp
void add_run_columns(const LinePage& page, Columns& columns);             // runs.cpp
void add_thread_columns(const LinePage& page, Columns& columns);          // threads.cpp
void add_code_columns(const LinePage& page, Columns& columns);            // code.cpp

}  // namespace pith::measure
