/// Line measures: the families of plain-text features. Private to scoring; line_features.cpp puts them in order.
///
/// A family is a list of named columns and a function that fills them for all lines. Families run in the order of
/// `line_families` and may read what earlier ones left in the scratch. All are linear in the page.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "measure/measure.hpp"

namespace pith::measure {

/// A line as code points: scanners look at neighbours, which UTF-8 makes awkward. Both have the same size.
struct LineText {
  std::u32string lower;                ///< lower-cased
  std::vector<std::uint16_t> classes;  ///< text::class_of, before lower-casing

  void assign(std::string_view utf8);
  [[nodiscard]] std::size_t size() const noexcept { return lower.size(); }
  /// Whether any of the CharClass bits `mask` holds at `at`; false outside the line.
  [[nodiscard]] bool has(std::size_t at, std::uint16_t mask) const noexcept {
    return at < classes.size() && (classes[at] & mask) != 0;
  }
};

// --- line_marks.cpp: small scanners over one line, in place of regular expressions ---

/// What stands around the numbers of a line.
struct NumberMarks {
  bool date = false;     ///< 2024-03-23, 23.3.2024, 03-23, 3 May, May 3
  bool ago = false;      ///< "5 hours ago"
  bool time = false;     ///< 08:15
  bool price = false;    ///< a currency sign or unit beside a number
  bool counter = false;  ///< "12 comments"
};
[[nodiscard]] NumberMarks find_number_marks(const LineText& line);
[[nodiscard]] std::size_t count_sentence_marks(const LineText& line);
[[nodiscard]] std::size_t count_addresses(const LineText& line);
[[nodiscard]] bool has_mail_address(const LineText& line);
[[nodiscard]] bool has_phone_number(const LineText& line);
[[nodiscard]] bool has_rights_mark(const LineText& line);
[[nodiscard]] bool ends_sentence(const LineText& line);
[[nodiscard]] bool ends_with_ellipsis(const LineText& line);
[[nodiscard]] bool ends_with_more(const LineText& line);
[[nodiscard]] bool starts_with_list_number(const LineText& line);
[[nodiscard]] bool starts_with_bullet(const LineText& line);
[[nodiscard]] bool starts_as_byline(const LineText& line);
[[nodiscard]] bool is_key_value(const LineText& line);

// --- line_code.cpp ---

/// A line of a program, by its signs.
[[nodiscard]] bool looks_like_code(const LineText& line);

// --- line_words.cpp ---

/// Words that running text has and labels lack ("the", "und").
class FunctionWords {
 public:
  FunctionWords();
  [[nodiscard]] bool contains(std::uint64_t word_hash) const noexcept;

 private:
  std::vector<std::uint64_t> hashes_;  // sorted
};

/// Counts per key: open addressing. At most `longest_probe` steps a key, so that no page makes it slow: keys that find
/// no place by then share one. The answer depends on nothing but the keys and their order.
class KeyTable {
 public:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t count = 0;
    std::uint32_t line = 0;  ///< the user's: the last line that held the key
    bool used = false;
  };
  /// Empties the table and makes room for `keys`.
  void reset(std::size_t keys);
  /// The slot of `key`, made when there is none.
  [[nodiscard]] Slot& at(std::uint64_t key);
  /// nullptr when there is none.
  [[nodiscard]] const Slot* find(std::uint64_t key) const noexcept;

 private:
  static constexpr std::size_t longest_probe = 32;
  static constexpr std::size_t most_slots = std::size_t{1} << 20;
  [[nodiscard]] std::size_t first_place(std::uint64_t key) const noexcept;

  std::vector<Slot> slots_;
};

// --- what families share ---

/// Of one line. Flags are 0 or 1.
struct LineShape {
  float words = 0, weighted_words = 0, code_points = 0, word_letters = 0;
  float cjk_share = 0, digit_share = 0, punctuation_share = 0, space_share = 0;
  float commas = 0, comma_density = 0, sentence_marks = 0, sentence_density = 0;
  float ends_sentence = 0, ends_colon = 0, ends_ellipsis = 0, ends_question = 0;
  float starts_upper = 0, starts_lower = 0, capital_share = 0, all_capitals = 0;
  float addresses = 0, mail = 0, date = 0, ago = 0, time = 0, price = 0, rights = 0;
  float bars = 0, arrows = 0, number_only = 0, list_number = 0, bullet = 0, heading_mark = 0, more = 0;
  float byline = 0, counter = 0, phone = 0, function_share = 0;
  float quotes = 0, parentheses = 0, brackets = 0, hashes = 0, at_signs = 0, key_value = 0;
  float code = 0;        ///< looks like a line of a program
  float good = 0;        ///< a sentence or so: enough words, and a comma or sentence mark
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
  std::array<float, phrase_group_count> match{};  ///< rules::Match: 0 none, 1 inside, 2 suffix, 3 prefix, 4 line
  std::array<float, phrase_group_count> share{};  ///< of the line that the phrase covers, 0 to 1
  float most_share = 0;                           ///< over all groups
  float heading = 0;                              ///< 1: announces a section
  std::uint32_t hits = 0;                         ///< bit per group: the evidence is strong
};

/// Of a line: where else its words stand.
struct LineCopies {
  float copies = 0, first_copy = 0, last_copy_distance = 0, prefix_copies = 0, next_prefix = 0, previous_prefix = 0;
  std::uint64_t hash = 0;  ///< of all its words
  bool is_copied = false;  ///< stands on the page more than once, and has some words
};

/// The columns of one family in the feature matrix.
struct FeatureColumns {
  float* first = nullptr;  ///< of line 0
  std::size_t stride = 0;  ///< from line to line

  [[nodiscard]] float* row(std::size_t line) const noexcept { return first + line * stride; }
};

/// A feature that is one member of the facts that its family finds about a line.
template <typename Facts>
struct MemberFeature {
  model::FeatureName name;
  float Facts::*member;
};

template <typename Facts, std::size_t N>
void write_members(const std::array<MemberFeature<Facts>, N>& table, const Facts& facts, float* out) {
  for (const auto& feature : table) *out++ = facts.*feature.member;
}

/// Text that is put together at compile time, for the names of features that are products.
struct FixedText {
  std::array<char, 112> chars{};
  std::size_t size = 0;

  constexpr FixedText& operator<<(std::string_view text) {
    for (const char c : text) chars[size++] = c;
    return *this;
  }
  [[nodiscard]] constexpr std::string_view view() const { return {chars.data(), size}; }
};
struct FixedName {
  FixedText name;
  FixedText meaning;
  [[nodiscard]] constexpr model::FeatureName view() const { return {name.view(), meaning.view()}; }
};

inline constexpr std::uint32_t no_line = std::numeric_limits<std::uint32_t>::max();

struct LineMeasureScratch {
  FunctionWords function_words;
  LineText text;
  KeyTable keys;
  std::vector<LineShape> shapes;     ///< by measure_shapes
  std::vector<LinePhrases> phrases;  ///< by measure_phrases
  std::vector<LineCopies> copies;    ///< by measure_copies
  std::vector<double> words_before;  ///< by measure_shapes; one more than lines: words of all lines above
  std::vector<double> good_before;   ///< the same of good words, at most 80 a line
  std::vector<float> rows;           ///< the matrix, row by row: the families write a line at a time
  std::vector<double> sums;          ///< prefix sums and the like, within one family
  std::vector<float> values;         ///< within one family
  std::vector<std::uint32_t> lines;  ///< within one family

  [[nodiscard]] std::size_t size() const noexcept { return shapes.size(); }
  [[nodiscard]] double words_between(std::size_t begin, std::size_t end) const {
    return words_before[end] - words_before[begin];
  }
  [[nodiscard]] double good_between(std::size_t begin, std::size_t end) const {
    return good_before[end] - good_before[begin];
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

[[nodiscard]] inline std::span<const text::Word> words_of(const MeasureInput& in, std::size_t line) {
  const blocks::TextBlock& block = in.blocks.blocks[line];
  return std::span(in.blocks.words).subspan(block.first_word, block.word_count);
}

// --- the families ---

inline constexpr std::size_t shape_columns = 46;
inline constexpr std::size_t phrase_columns = 2 * phrase_group_count + 2;
inline constexpr std::size_t copy_columns = 6;
inline constexpr std::size_t segment_columns = 18;
inline constexpr std::size_t topic_columns = 2;
inline constexpr std::size_t position_columns = 15;
inline constexpr std::size_t page_columns = 11;
inline constexpr std::size_t paragraph_columns = 5;
inline constexpr std::size_t neighbour_columns = 54;
inline constexpr std::size_t window_columns = 90;
inline constexpr std::size_t section_columns = 26;
inline constexpr std::size_t run_columns = 9;
inline constexpr std::size_t cluster_columns = 4;
inline constexpr std::size_t rhythm_columns = 9;
inline constexpr std::size_t thread_columns = 9;
inline constexpr std::size_t code_columns = 3;

[[nodiscard]] model::FeatureName shape_name(std::size_t column);
[[nodiscard]] model::FeatureName phrase_name(std::size_t column);
[[nodiscard]] model::FeatureName copy_name(std::size_t column);
[[nodiscard]] model::FeatureName segment_name(std::size_t column);
[[nodiscard]] model::FeatureName topic_name(std::size_t column);
[[nodiscard]] model::FeatureName position_name(std::size_t column);
[[nodiscard]] model::FeatureName page_name(std::size_t column);
[[nodiscard]] model::FeatureName paragraph_name(std::size_t column);
[[nodiscard]] model::FeatureName neighbour_name(std::size_t column);
[[nodiscard]] model::FeatureName window_name(std::size_t column);
[[nodiscard]] model::FeatureName section_name(std::size_t column);
[[nodiscard]] model::FeatureName run_name(std::size_t column);
[[nodiscard]] model::FeatureName cluster_name(std::size_t column);
[[nodiscard]] model::FeatureName rhythm_name(std::size_t column);
[[nodiscard]] model::FeatureName thread_name(std::size_t column);
[[nodiscard]] model::FeatureName code_name(std::size_t column);

void measure_shapes(const MeasureInput& in, LineMeasureScratch& scratch, FeatureColumns out);
void measure_phrases(const MeasureInput& in, LineMeasureScratch& scratch, FeatureColumns out);
void measure_copies(const MeasureInput& in, LineMeasureScratch& scratch, FeatureColumns out);
void measure_segments(const MeasureInput& in, LineMeasureScratch& scratch, FeatureColumns out);
void measure_topics(const MeasureInput& in, LineMeasureScratch& scratch, FeatureColumns out);
void measure_positions(const MeasureInput& in, LineMeasureScratch& scratch, FeatureColumns out);
void measure_page(const MeasureInput& in, LineMeasureScratch& scratch, FeatureColumns out);
void measure_paragraphs(const MeasureInput& in, LineMeasureScratch& scratch, FeatureColumns out);
void measure_neighbours(const MeasureInput& in, LineMeasureScratch& scratch, FeatureColumns out);
void measure_windows(const MeasureInput& in, LineMeasureScratch& scratch, FeatureColumns out);
void measure_sections(const MeasureInput& in, LineMeasureScratch& scratch, FeatureColumns out);
void measure_runs(const MeasureInput& in, LineMeasureScratch& scratch, FeatureColumns out);
void measure_clusters(const MeasureInput& in, LineMeasureScratch& scratch, FeatureColumns out);
void measure_rhythm(const MeasureInput& in, LineMeasureScratch& scratch, FeatureColumns out);
void measure_threads(const MeasureInput& in, LineMeasureScratch& scratch, FeatureColumns out);
void measure_code(const MeasureInput& in, LineMeasureScratch& scratch, FeatureColumns out);

}  // namespace pith::measure
