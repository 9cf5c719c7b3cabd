// Reads rules files: phrase packs, attribute words and category words. Their formats are told in src/data/README.md.

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>

#include "core/quoted.hpp"
#include "rules/forms.hpp"
#include "rules/phrase_index.hpp"
#include "rules/rule_set.hpp"
#include "text/text.hpp"

namespace pith::rules {
namespace {

using core::quoted;

constexpr std::string_view phrases_header = "# pith phrases 1";
constexpr std::string_view attributes_header = "# pith attributes 1";
constexpr std::string_view box_categories_header = "# pith box categories 1";
constexpr std::string_view category_words_header = "# pith category words 1";
constexpr std::string_view line_patterns_header = "# pith line patterns 1";

/// Splits off the first line, without its line end.
std::string_view take_line(std::string_view& bytes) {
  const std::size_t end = bytes.find('\n');
  std::string_view line = bytes.substr(0, end);
  bytes = end == std::string_view::npos ? std::string_view{} : bytes.substr(end + 1);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

/// The fields of a line, separated by tabs; more than N are counted but not kept.
template <std::size_t N>
std::size_t split(std::string_view line, std::array<std::string_view, N>& fields) {
  std::size_t count = 0;
  for (;;) {
    const std::size_t tab = line.find('\t');
    if (count < N) fields[count] = line.substr(0, tab);
    ++count;
    if (tab == std::string_view::npos) return count;
    line.remove_prefix(tab + 1);
  }
}

std::optional<Category> category_of(std::string_view name) {
  for (std::size_t c = 1; c < category_count; ++c) {
    if (name == pith::name_of(static_cast<Category>(c))) return static_cast<Category>(c);
  }
  return std::nullopt;
}

std::optional<MatchKind> kind_of(std::string_view name) {
  if (name == "line") return MatchKind::line;
  if (name == "prefix") return MatchKind::prefix;
  if (name == "suffix") return MatchKind::suffix;
  if (name == "heading") return MatchKind::heading;
  if (name == "alone") return MatchKind::alone;
  return std::nullopt;
}

/// What was wrong with a line; empty: nothing.
using Wrong = std::string;

/// The form that the set gets; `wrong` is set when it can have none.
PhraseForm form_of(const Forms& all, std::span<const Piece> pieces, RuleSet& set, Wrong& wrong) {
  PhraseForm form;
  form.phrase = static_cast<std::uint32_t>(set.phrases.size());
  if (!pieces.empty() && pieces[0].slot != Slot::none) {
    form.before = pieces[0].slot;
    pieces = pieces.subspan(1);
    const bool is_closed = form.before == Slot::number || form.before == Slot::year || form.before == Slot::date;
    if (!is_closed) wrong = "a phrase may begin with {number}, {year} or {date}, not with another slot";
  }
  if (pieces.empty() || pieces[0].slot != Slot::none) {
    if (wrong.empty()) wrong = "no letters";
    return form;
  }
  form.first_byte = static_cast<std::uint32_t>(set.folded_text.size());
  form.word_bytes = static_cast<std::uint16_t>(pieces[0].word_bytes);  // a row has no more bytes, nor pieces
  form.first_after = static_cast<std::uint32_t>(set.after.size());
  form.after_count = static_cast<std::uint16_t>(pieces.size() - 1);
  set.folded_text += all.words_of(pieces[0]);
  for (const Piece& piece : pieces.subspan(1)) {
    set.after.push_back({piece.slot, static_cast<std::uint32_t>(set.folded_text.size()), piece.word_bytes});
    set.folded_text += all.words_of(piece);
  }
  return form;
}

Wrong add_forms(std::string_view text, RuleSet& set, FormReader& reader) {
  const Forms& all = reader.read(text, false);
  Wrong wrong = all.wrong;
  for (std::size_t k = 0; k < all.size() && wrong.empty(); ++k) {
    set.forms.push_back(form_of(all, all.form(k), set, wrong));
  }
  return wrong == "no letters" ? "the phrase has no letters: " + quoted(text) : wrong;
}

Wrong add_phrase(std::string_view line, RuleSet& set, FormReader& reader) {
  std::array<std::string_view, 3> fields;
  const std::size_t count = split(line, fields);
  // The examples are read by tests only; what is compiled in comes without them.
  if (count != 3 && count != 5) {
    return "expected 3 or 5 tab-separated fields (category, match, text, or these, example, counter_example), found " +
           std::to_string(count);
  }
  // Rows of one category mostly stand together.
  const bool as_before = !set.phrases.empty() && fields[0] == pith::name_of(set.phrases.back().category);
  const auto category = as_before ? set.phrases.back().category : category_of(fields[0]);
  if (!category) return "unknown category " + quoted(fields[0]);
  const auto kind = kind_of(fields[1]);
  if (!kind) return "unknown match " + quoted(fields[1]) + "; expected line, prefix, suffix, heading or alone";
  if (Wrong wrong = add_forms(fields[2], set, reader); !wrong.empty()) return wrong;
  set.phrases.push_back({*category, *kind, std::string(fields[2])});
  return {};
}

Wrong add_attribute(std::string_view line, RuleSet& set, FormReader& /*reader*/) {
  std::array<std::string_view, 2> fields;
  const std::size_t count = split(line, fields);
  if (count != fields.size()) return "expected 2 tab-separated fields (word, group), found " + std::to_string(count);
  const bool is_word = !fields[0].empty() &&
                       std::all_of(fields[0].begin(), fields[0].end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!is_word) return "a word is made of the letters a to z, found " + quoted(fields[0]);
  const AttributeGroups group = find_attribute_group(fields[1]);
  if (group == 0) return "unknown group " + quoted(fields[1]);
  set.attribute_words.emplace_back(fields[0], group);
  return {};
}

Wrong add_box_category(std::string_view line, RuleSet& set, FormReader& /*reader*/) {
  std::array<std::string_view, 2> fields;
  const std::size_t count = split(line, fields);
  // The example is read by tests only.
  if (count != 2 && count != 3) {
    return "expected 2 or 3 tab-separated fields (group, category, or these, example), found " + std::to_string(count);
  }
  const AttributeGroups group = find_attribute_group(fields[0]);
  if (group == 0) return "unknown group " + quoted(fields[0]);
  const auto category = category_of(fields[1]);
  if (!category) return "unknown category " + quoted(fields[1]);
  set.box_categories.push_back({group, *category});
  return {};
}

Wrong add_category_word(std::string_view line, RuleSet& set, FormReader& /*reader*/) {
  std::array<std::string_view, 3> fields;
  const std::size_t count = split(line, fields);
  if (count != fields.size()) {
    return "expected 3 tab-separated fields (use, category, word), found " + std::to_string(count);
  }
  const auto category = category_of(fields[1]);
  if (!category) return "unknown category " + quoted(fields[1]);
  return set.category_words.add(fields[0], *category, fields[2]);
}

Wrong add_line_pattern(std::string_view line, RuleSet& set, FormReader& reader) {
  std::array<std::string_view, 3> fields;
  const std::size_t count = split(line, fields);
  if (count != 3 && count != 5) {
    return "expected 3 or 5 tab-separated fields (use, category, pattern, or these, example, counter_example), found " +
           std::to_string(count);
  }
  const auto category = category_of(fields[1]);
  if (!category || *category == Category::content) return "unknown category " + quoted(fields[1]);
  return set.line_patterns.add(fields[0], *category, reader.read(fields[2], true));
}

/// Sorted, each word once with the bits of all its rows.
void merge_words(std::vector<std::pair<std::string, AttributeGroups>>& words) {
  std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (kept > 0 && words[kept - 1].first == words[i].first) {
      words[kept - 1].second |= words[i].second;
    } else {
      if (kept != i) words[kept] = std::move(words[i]);
      ++kept;
    }
  }
  words.resize(kept);
}

void build_phrase_index(RuleSet& set) {
  std::vector<std::string_view> folded;
  folded.reserve(set.forms.size());
  for (const PhraseForm& form : set.forms) {
    folded.push_back(std::string_view(set.folded_text).substr(form.first_byte, form.word_bytes));
  }
  set.phrase_index = std::make_shared<PhraseIndex>(folded);
}

/// The rows that a set has, to roll back those of a file that turns out wrong. What can only be copied is, for the kind
/// of file that adds to it.
struct RowsBefore {
  std::size_t phrases, forms, after, folded, words, boxes;
  std::optional<CategoryWords> category_words = {};
  std::optional<LinePatterns> line_patterns = {};
};

RowsBefore rows_of(const RuleSet& set, std::string_view header) {
  RowsBefore rows{set.phrases.size(),     set.forms.size(),           set.after.size(),
                  set.folded_text.size(), set.attribute_words.size(), set.box_categories.size()};
  if (header == category_words_header) rows.category_words = set.category_words;
  if (header == line_patterns_header) rows.line_patterns = set.line_patterns;
  return rows;
}

void roll_back(RuleSet& set, RowsBefore before) {
  set.phrases.resize(before.phrases);
  set.forms.resize(before.forms);
  set.after.resize(before.after);
  set.folded_text.resize(before.folded);
  set.attribute_words.resize(before.words);
  set.box_categories.resize(before.boxes);
  if (before.category_words) set.category_words = std::move(*before.category_words);
  if (before.line_patterns) set.line_patterns = std::move(*before.line_patterns);
}

/// Room for all phrases, rather too much than too little: memory that is never touched costs nothing, where each page
/// of each copy of an array that grows costs a fault.
void make_room(std::span<const EmbeddedFile> files, RuleSet& set) {
  std::size_t bytes = 0;
  for (const EmbeddedFile& file : files) {
    if (file.name.starts_with("phrases/")) bytes += file.bytes.size();
  }
  set.forms.reserve(bytes / 6);        // one for 10 bytes now
  set.folded_text.reserve(bytes * 3);  // 2 bytes now
}

using AddRow = Wrong (*)(std::string_view line, RuleSet& set, FormReader& reader);

AddRow reader_for(std::string_view header) {
  if (header == phrases_header) return add_phrase;
  if (header == attributes_header) return add_attribute;
  if (header == box_categories_header) return add_box_category;
  if (header == category_words_header) return add_category_word;
  if (header == line_patterns_header) return add_line_pattern;
  return nullptr;
}

}  // namespace

Result<bool> add_rows(std::string_view file_bytes, RuleSet& set) {
  // What finds phrases in pages reads code points, whole ones.
  if (const std::size_t valid = text::valid_utf8_prefix(file_bytes); valid < file_bytes.size()) {
    const std::string_view before_it = file_bytes.substr(0, valid);
    const auto line = static_cast<std::uint32_t>(std::count(before_it.begin(), before_it.end(), '\n')) + 1;
    return Error{"expected UTF-8, found other bytes", line};
  }
  const std::string_view header = take_line(file_bytes);
  RowsBefore before = rows_of(set, header);
  const AddRow add_row = reader_for(header);
  if (add_row == nullptr) {
    return Error{"expected " + quoted(phrases_header) + ", " + quoted(attributes_header) + ", " +
                     quoted(box_categories_header) + ", " + quoted(category_words_header) + ", " +
                     quoted(line_patterns_header) + " or \"# pith model 1\"",
                 1};
  }
  FormReader reader;
  std::uint32_t number = 1;
  while (!file_bytes.empty()) {
    const std::string_view line = take_line(file_bytes);
    ++number;
    if (line.empty() || line.front() == '#') continue;
    if (Wrong wrong = add_row(line, set, reader); !wrong.empty()) {
      roll_back(set, std::move(before));
      return Error{std::move(wrong), number};
    }
  }
  return true;
}

void build_indexes(RuleSet& set) {
  set.category_words.sort();
  set.line_patterns.build_index();
  merge_words(set.attribute_words);
  set.attribute_table = AttributeTable(set.attribute_words);
  build_phrase_index(set);
}

RuleSet read_files(std::span<const EmbeddedFile> files) {
  RuleSet set;
  make_room(files, set);
  for (const EmbeddedFile& file : files) {
    if (file.name.starts_with("model_")) continue;
    [[maybe_unused]] const auto added = add_rows(file.bytes, set);
    assert(added.has_value());
  }
  build_indexes(set);
  return set;
}

}  // namespace pith::rules
