/// RuleSet: phrases, class and id words; and finding them. Immutable after loading, shared by all threads.
/// In: data files, then lines and attribute values of pages. Out: which phrases and groups were found in them. load.cpp
/// reads the files, read it first; forms.cpp takes rows apart, grammar.cpp tells what their slots stand for,
/// match_line.cpp finds phrases, attributes.cpp groups, category_words.cpp names of lines, line_patterns.cpp everyday
/// lines. A phrase, word or language is a row in src/data; a kind of file is a row in load.cpp.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <pith/article.hpp>
#include <pith/result.hpp>

#include "core/flat_table.hpp"
#include "rules/category_words.hpp"
#include "rules/grammar.hpp"
#include "rules/line_patterns.hpp"

namespace pith::rules {

/// How much of a line a phrase covers. Stronger matches have higher values.
/// A phrase is evidence, never a verdict by itself; `inside` least of all: no pass may drop a block for it.
enum class Match : std::uint8_t { none, inside, suffix, prefix, line };

/// How a phrase row may match. `prefix` and `suffix` also match the whole line; `heading` is a whole line that
/// announces a section (related, hot, comments ...), so what follows it shares its fate; `alone` is a whole line
/// too, but no evidence: "News" and "Email" say what a line is, not whether it is of the article. It names what was
/// dropped, credits above and below a text as well (named_alone()), and no measure sees it.
enum class MatchKind : std::uint8_t { line, prefix, suffix, heading, alone };

struct Phrase {
  Category category = Category::other;
  MatchKind kind = MatchKind::line;
  std::string text;  ///< as in the row

  template <typename Self>
  static auto fields_of(Self& self) noexcept {
    return std::tie(self.category, self.kind, self.text);
  }
};

/// One of the texts that a row stands for. It is found by its first words; a slot may stand before them, and other
/// words and slots after them.
struct PhraseForm {
  std::uint32_t phrase = 0;       ///< index in RuleSet::phrases
  std::uint32_t first_byte = 0;   ///< of the words, in RuleSet::folded_text
  std::uint32_t first_after = 0;  ///< what stands after the words, in RuleSet::after
  std::uint16_t word_bytes = 0;   ///< of the words
  std::uint16_t after_count = 0;  ///< mostly 0
  Slot before = Slot::none;       ///< number, year or date, and the line begins with it

  template <typename Self>
  static auto fields_of(Self& self) noexcept {
    return std::tie(self.phrase, self.first_byte, self.first_after, self.word_bytes, self.after_count, self.before);
  }
};

/// Best match of one category in one line.
struct PhraseMatch {
  Match match = Match::none;
  bool heading = false;    ///< matched as a heading row
  float share = 0;         ///< share of the folded line's characters that the phrase covers, 0 to 1
  std::uint32_t form = 0;  ///< index in RuleSet::forms
};

/// A row that stands in a line, and how.
struct RowMatch {
  std::uint32_t phrase = 0;  ///< index in RuleSet::phrases
  std::uint32_t form = 0;    ///< index in RuleSet::forms
  Match match = Match::none;
  float share = 0;  ///< as PhraseMatch::share
};

inline constexpr std::size_t category_count = static_cast<std::size_t>(Category::other) + 1;

/// Best match per category, indexed by Category. Most lines have none, and who asks about all categories of all lines
/// should be told that at once.
struct LineMatches : std::array<PhraseMatch, category_count> {
  std::uint32_t found = 0;  ///< bit c: category c has a match

  void clear() noexcept {
    for (; found != 0; found &= found - 1) (*this)[static_cast<std::size_t>(std::countr_zero(found))] = {};
  }
};

/// A view of the matches of one line: all of LineMatches, or only those that the line has, in order of category.
class FoundMatches {
 public:
  // Not explicit: it says the same.
  FoundMatches(const LineMatches& line) noexcept : found(line.found), first_(line.data()), is_packed_(false) {}
  FoundMatches(std::uint32_t categories, const PhraseMatch* first) noexcept
      : found(categories), first_(first), is_packed_(true) {}

  [[nodiscard]] const PhraseMatch& operator[](std::size_t category) const noexcept {
    static constexpr PhraseMatch no_match{};
    if ((found >> category & 1U) == 0) return no_match;
    const std::uint32_t before = found & ((std::uint32_t{1} << category) - 1);
    return first_[is_packed_ ? static_cast<std::size_t>(std::popcount(before)) : category];
  }

  std::uint32_t found;  ///< bit c: category c has a match

 private:
  const PhraseMatch* first_;
  bool is_packed_;
};

/// All phrases, folded (text::append_folded). Opaque; in phrase_index.hpp.
class PhraseIndex;

/// What a class, id or role word says an element is. Bits of AttributeGroups.
using AttributeGroups = std::uint64_t;

/// Names of the groups, in bit order; the rows of data/attributes.tsv name them.
inline constexpr std::array<std::string_view, 57> attribute_group_names = {
    "comment",    "nav",     "footer",  "header",  "sidebar",   "share",  "related",   "promo", "cookie",     "crumb",
    "content",    "article", "main",    "title",   "author",    "date",   "caption",   "popup", "newsletter", "search",
    "filter",     "page",    "tagcat",  "product", "price",     "review", "card",      "forum", "user",       "quote",
    "toc",        "tab",     "account", "hero",    "gallery",   "button", "code",      "table", "skip",       "lang",
    "meta",       "video",   "legal",   "form",    "wp",        "inner",  "signature", "hot",   "app",        "wall",
    "disclosure", "sharing", "scan",    "reward",  "complaint", "like",   "beside"};

/// Bit of a group name that a file has; 0 when there is none of that name.
[[nodiscard]] constexpr AttributeGroups find_attribute_group(std::string_view name) noexcept {
  for (std::size_t i = 0; i < attribute_group_names.size(); ++i) {
    if (attribute_group_names[i] == name) return AttributeGroups{1} << i;
  }
  return 0;
}

/// Bit of a group name in the code: a name that no group has does not compile.
[[nodiscard]] consteval AttributeGroups attribute_group(std::string_view name) {
  const AttributeGroups group = find_attribute_group(name);
  if (group == 0) throw "no attribute group of that name";
  return group;
}

/// Bits of several group names.
[[nodiscard]] consteval AttributeGroups attribute_groups(std::initializer_list<std::string_view> names) {
  AttributeGroups groups = 0;
  for (const std::string_view name : names) groups |= attribute_group(name);
  return groups;
}

/// What an element of a group is called when it was dropped; see data/box_categories.tsv.
struct BoxCategory {
  AttributeGroups group = 0;
  Category category = Category::other;

  template <typename Self>
  static auto fields_of(Self& self) noexcept {
    return std::tie(self.group, self.category);
  }
};

/// Class and id words by hash: an element's words are looked up by the thousand, and hardly any is known.
class AttributeTable {
 public:
  AttributeTable() = default;
  /// Words of more than `longest_word` letters are left out: those are hashes, which no page repeats.
  explicit AttributeTable(const std::vector<std::pair<std::string, AttributeGroups>>& words);

  static constexpr std::size_t longest_word = 24;
  /// A word in lower case, eight letters a number, zeros after it.
  using Key = std::array<std::uint64_t, longest_word / 8>;
  /// 0 when the word is unknown.
  [[nodiscard]] AttributeGroups find(const Key& word) const noexcept {
    const std::uint32_t number = words_.find(word);
    return number == Words::none ? 0 : groups_[number];
  }

  template <typename Self>
  static auto fields_of(Self& self) noexcept {
    return std::tie(self.words_, self.groups_);
  }

 private:
  struct Hash {
    std::uint32_t operator()(const Key& word) const noexcept {
      const std::uint64_t mixed = word[0] ^ word[1] * 0x9E3779B97F4A7C15U ^ word[2] * 0xC2B2AE3D27D4EB4FU;
      return static_cast<std::uint32_t>(mixed * 0xFF51AFD7ED558CCDU >> 32U);
    }
  };
  using Words = core::FlatTable<Key, Hash>;

  Words words_;
  std::vector<AttributeGroups> groups_;  // by number of the word
};

struct RuleSet {
  std::vector<Phrase> phrases;
  std::string folded_text;                                               ///< words of all forms, one after the other
  std::vector<PhraseForm> forms;                                         ///< of all phrases, in their order
  std::vector<Piece> after;                                              ///< of all forms; words in folded_text
  std::shared_ptr<const PhraseIndex> phrase_index;                       ///< of the words of all forms
  std::vector<std::pair<std::string, AttributeGroups>> attribute_words;  ///< sorted by word
  AttributeTable attribute_table;                                        ///< of these
  CategoryWords category_words;                                          ///< they name what was dropped
  std::vector<BoxCategory> box_categories;                               ///< so do these, the surer ones first
  LinePatterns line_patterns;                                            ///< everyday lines, pages without article

  /// All but the index of phrases, which is not known here.
  template <typename Self>
  static auto fields_of(Self& self) noexcept {
    return std::tie(self.phrases, self.folded_text, self.forms, self.after, self.attribute_words, self.attribute_table,
                    self.category_words, self.box_categories, self.line_patterns);
  }
};

/// Longer lines are searched only in their first and last 200 bytes.
inline constexpr std::size_t long_line_bytes = 400;

/// Finds the phrases of one line. `scratch` and `out` are overwritten. Linear in the line.
void match_line(const RuleSet& rules, std::string_view line, std::string& scratch, LineMatches& out);
[[nodiscard]] LineMatches match_line(const RuleSet& rules, std::string_view line, std::string& scratch);

/// The same for a line of at most `long_line_bytes` that is already folded.
void match_folded_line(const RuleSet& rules, std::string_view folded, LineMatches& out) noexcept;

/// Category of the row of kind `alone` that the line is; content: there is none.
[[nodiscard]] Category named_alone(const RuleSet& rules, std::string_view folded) noexcept;

/// Every row that stands in the line, some of them more than once; for those who ask about the rows themselves.
void find_rows(const RuleSet& rules, std::string_view line, std::string& scratch, std::vector<RowMatch>& out);

/// The row that a match comes from.
[[nodiscard]] inline const Phrase& row_of(const RuleSet& rules, const PhraseMatch& match) noexcept {
  return rules.phrases[rules.forms[match.form].phrase];
}
/// The words, folded, by which it was found; without what stands beside them.
[[nodiscard]] inline std::string_view words_of(const RuleSet& rules, const PhraseMatch& match) noexcept {
  const PhraseForm& form = rules.forms[match.form];
  return std::string_view(rules.folded_text).substr(form.first_byte, form.word_bytes);
}

/// False: match_line() would find no phrase that the line is or begins with. Far cheaper than to ask it.
[[nodiscard]] bool may_begin_phrase(const RuleSet& rules, std::string_view line, std::string& scratch);

/// Groups of all words of a class, id or role value ("post-navBar" has the words post, nav, bar). Words match whole.
[[nodiscard]] AttributeGroups match_attribute(const RuleSet& rules, std::string_view value) noexcept;

/// The category of an element of these groups: of the first row of `box_categories` that fits; content: there is none.
[[nodiscard]] Category category_of_groups(const RuleSet& rules, AttributeGroups groups) noexcept;

/// Adds the rows of one phrase pack, attribute, box categories, category words or line patterns file (see
/// src/data/README.md). On an error `set` is unchanged. build_indexes() must follow before the set is used.
[[nodiscard]] Result<bool> add_rows(std::string_view file_bytes, RuleSet& set);

/// Builds what is derived from the rows: the index of phrases, the sorted words.
void build_indexes(RuleSet& set);

/// Name and bytes of a data file: "phrases/zh-Hans.tsv", "attributes.tsv".
struct EmbeddedFile {
  std::string_view name;
  std::string_view bytes;
};
/// The set of the rows of all these files, models left out; they must be good ones.
[[nodiscard]] RuleSet read_files(std::span<const EmbeddedFile> files);

}  // namespace pith::rules
