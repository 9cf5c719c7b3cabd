/// Columns: how the measures write the feature matrix. Private to measure.
///
/// A measure states each column once, with name, meaning and value: the same code lists the names and the values, so
/// the two cannot get out of step. A column is a function of the block. It is called later, for a stretch of blocks at
/// a time: what one column reads of them, the next finds in the cache.
#pragma once

#include <memory>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/arena.hpp"
#include "measure/hashes.hpp"
#include "measure/measure.hpp"
#include "model/row_scorer.hpp"

namespace pith::measure {

/// Memory of the measures of one page: trivial values that nobody frees.
class Temporary {
 public:
  /// Places for `size` values, which are written before they are read; they live until the next reset().
  template <typename Value>
  [[nodiscard]] std::span<Value> room(std::size_t size) {
    static_assert(std::is_trivially_destructible_v<Value> && std::is_trivially_copyable_v<Value>);
    void* const place = arena_.try_allocate(size * sizeof(Value));
    if (place == nullptr) throw std::bad_alloc();
    return {static_cast<Value*>(place), size};
  }
  /// The same, each set to `value`.
  template <typename Value>
  [[nodiscard]] std::span<Value> array(std::size_t size, const Value& value = {}) {
    const std::span<Value> places = room<Value>(size);
    std::uninitialized_fill_n(places.data(), size, value);
    return places;
  }
  void reset() noexcept { arena_.reset(); }

  std::vector<text::Word> words;  ///< of one short text
  KeyGroups groups;               ///< of the keys at hand
  KeyTable keys;                  ///< likewise

 private:
  core::Arena arena_{std::size_t{1} << 40U};
};

/// A column of one page.
struct Column {
  std::uint32_t number = 0;
  /// Writes the values of the blocks from `first` on.
  void (*fill)(const void* value, std::size_t first, std::span<float> out) = nullptr;
  const void* value = nullptr;  ///< the measure's function, in the page's Temporary
};

/// One that is the same for all blocks.
struct UniformColumn {
  std::uint32_t number = 0;
  float value = 0;
};

/// All columns of one page that somebody wants.
struct ColumnList {
  std::vector<Column> varied;
  std::vector<UniformColumn> uniform;

  /// Writes every column of `out`, which has a row per block.
  void fill(model::FeatureMatrix& out) const;
  /// Scores a few hundred blocks at a time. out.values has a place per block.
  void score(model::RowScorer& scorer, model::Scores& out) const;
};

/// A column's name in parts, joined when the names are listed.
struct ColumnName {
  std::string_view prefix;
  std::string_view name = {};
  std::string_view suffix = {};
};

/// What a column says, in parts as its name is. Mostly it is one text.
struct ColumnMeaning {
  // Not explicit: the text stands for the meaning in nearly all of 600 columns.
  ColumnMeaning(const char* whole) : ColumnMeaning(whole, {}, {}) {}
  ColumnMeaning(std::string_view first, std::string_view second, std::string_view third = {})
      : parts{first, second, third} {}

  std::string_view parts[3];
};

/// Names and meanings that own their text.
struct ColumnTexts {
  std::string name;
  std::string meaning;
};

/// A column that is one member of what a measure finds about each block.
template <typename Values>
struct MemberColumn {
  std::string_view name;  ///< after the prefix of its family
  const char* meaning;
  float Values::*member;
};

/// The value of a column where the page has nothing that it speaks of.
struct Absent {
  bool is_absent = false;
  float value = 0;
};

class Columns {
 public:
  /// Lists the columns of a page, all of them or those that `scorer` asks about. They live until memory.reset().
  Columns(ColumnList& list, Temporary& memory, const model::RowScorer* scorer)
      : list_(&list), memory_(&memory), scorer_(scorer) {
    list.varied.clear();
    list.uniform.clear();
  }
  /// Lists the names instead.
  explicit Columns(std::vector<ColumnTexts>& texts) : texts_(&texts) {}

  /// The next column: value(i) for block i. `value` is kept: it captures by value, and nothing that owns memory.
  template <typename Value>
  void add(const ColumnName& name, const ColumnMeaning& meaning, const Value& value) {
    static_assert(std::is_trivially_copyable_v<Value>);
    if (!is_wanted(name, meaning)) return;
    list_->varied.push_back({number(), fill<Value>, memory_->array<Value>(1, value).data()});
  }

  /// The next column, which is the same for all blocks.
  template <typename Value>
  void add_uniform(const ColumnName& name, const ColumnMeaning& meaning, Value value) {
    if (is_wanted(name, meaning)) list_->uniform.push_back({number(), static_cast<float>(value)});
  }

  /// The next column, of something that most pages do not have.
  template <typename Value>
  void add_rare(Absent absent, const ColumnName& name, const ColumnMeaning& meaning, const Value& value) {
    absent.is_absent ? add_uniform(name, meaning, absent.value) : add(name, meaning, value);
  }

  /// A column for each row of the table: that member of values(i).
  template <typename Values, std::size_t size, typename ValuesOf>
  void add_members(std::string_view prefix, const MemberColumn<Values> (&table)[size], const ValuesOf& values) {
    for (const MemberColumn<Values>& column : table) {
      add({prefix, column.name}, column.meaning,
          [values, member = column.member](std::size_t i) { return values(i).*member; });
    }
  }

 private:
  template <typename Value>
  static void fill(const void* kept, std::size_t first, std::span<float> out) {
    const Value value = *static_cast<const Value*>(kept);
    for (std::size_t k = 0; k < out.size(); ++k) out[k] = static_cast<float>(value(first + k));
  }

  /// Whether to list the next column's value.
  [[nodiscard]] bool is_wanted(const ColumnName& name, const ColumnMeaning& meaning);
  [[nodiscard]] std::uint32_t number() const noexcept { return next_ - 1; }

  ColumnList* list_ = nullptr;
  Temporary* memory_ = nullptr;
  const model::RowScorer* scorer_ = nullptr;  // null: all columns are wanted
  std::vector<ColumnTexts>* texts_ = nullptr;
  std::uint32_t next_ = 0;
};

/// A list of columns in the form that models are loaded with.
struct FeatureList {
  /// add_all(columns) adds them, on a page without blocks.
  template <typename AddAll>
  explicit FeatureList(AddAll add_all) {
    Columns columns(texts);
    add_all(columns);
    for (const ColumnTexts& text : texts) names.push_back({text.name, text.meaning});
  }

  std::vector<ColumnTexts> texts;
  std::vector<model::FeatureName> names;  ///< views of `texts`
};

/// An empty page, to list the columns with.
struct EmptyPage {
  EmptyPage();
  [[nodiscard]] MeasureInput input() const { return {page, blocks, matches, rules, {}}; }

  page::Page page;
  blocks::BlockList blocks;
  BlockMatches matches;
  rules::RuleSet rules;
};

}  // namespace pith::measure
