/// Columns: how the measures of HTML write the feature matrix. Private to measure.
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
  /// `size` copies of `value`; lives until the next reset().
  template <typename Value>
  [[nodiscard]] std::span<Value> array(std::size_t size, const Value& value = {}) {
    static_assert(std::is_trivially_destructible_v<Value>);
    void* const place = arena_.try_allocate(size * sizeof(Value));
    if (place == nullptr) throw std::bad_alloc();
    Value* const first = static_cast<Value*>(place);
    std::uninitialized_fill_n(first, size, value);
    return {first, size};
  }
  void reset() noexcept { arena_.reset(); }

  std::vector<text::Word> words;  ///< of one short text
  KeyGroups groups;               ///< of the keys at hand

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
};

/// A column's name in parts, joined when the names are listed.
struct ColumnName {
  std::string_view a;
  std::string_view b = {};
  std::string_view c = {};
};

/// Names and meanings that own their text.
struct ColumnTexts {
  std::string name;
  std::string meaning;
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
  void add(const ColumnName& name, std::string_view meaning, const Value& value) {
    static_assert(std::is_trivially_copyable_v<Value>);
    if (!is_wanted(name, meaning)) return;
    list_->varied.push_back({number(), fill<Value>, memory_->array<Value>(1, value).data()});
  }

  /// The next column, which is the same for all blocks.
  template <typename Value>
  void add_uniform(const ColumnName& name, std::string_view meaning, Value value) {
    if (is_wanted(name, meaning)) list_->uniform.push_back({number(), static_cast<float>(value)});
  }

  /// The next column, of something that most pages do not have: then it is `otherwise` for all blocks.
  template <typename Value>
  void add_rare(bool is_there, float otherwise, const ColumnName& name, std::string_view meaning, const Value& value) {
    is_there ? add(name, meaning, value) : add_uniform(name, meaning, otherwise);
  }

 private:
  template <typename Value>
  static void fill(const void* kept, std::size_t first, std::span<float> out) {
    const Value value = *static_cast<const Value*>(kept);
    for (std::size_t k = 0; k < out.size(); ++k) out[k] = static_cast<float>(value(first + k));
  }

  /// Whether to list the next column's value.
  [[nodiscard]] bool is_wanted(const ColumnName& name, std::string_view meaning);
  [[nodiscard]] std::uint32_t number() const noexcept { return next_ - 1; }

  ColumnList* list_ = nullptr;
  Temporary* memory_ = nullptr;
  const model::RowScorer* scorer_ = nullptr;  // null: all columns are wanted
  std::vector<ColumnTexts>* texts_ = nullptr;
  std::uint32_t next_ = 0;
};

}  // namespace pith::measure
