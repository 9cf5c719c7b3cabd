/// Rules: phrase packs, class and id words, and models. Immutable, cheap to copy, shared between threads.
#pragma once

#include <string_view>

#include <pith/export.h>
#include <pith/result.hpp>

namespace pith {

struct LoadedRules;
class Rules;

/// The rules compiled into the library. Made on first use, once; safe from any thread.
[[nodiscard]] PITH_API const Rules& builtin_rules();

/// `base` with the rows of `file_bytes` added. The first line says which kind of file it is:
///   "# pith phrases 1"     category, match, text[, example, counter_example] (tab separated), see README.md;
///                          text: (a|b) is a or b; {number}, {year}, {date}, {name}, {site}, {words} are slots
///   "# pith attributes 1"  word, group; "# pith box categories 1"  group, category[, example]
///   "# pith category words 1"  use, category, word
///   "# pith line patterns 1"  use, category, pattern[, example, counter_example]
///   "# pith model 1"       replaces the model of the feature set that it names
/// Fails with line and expectation on anything else; a pack is taken whole or not at all.
[[nodiscard]] PITH_API Result<Rules> load_rules(std::string_view file_bytes, const Rules& base = builtin_rules());

/// A set of rules. Copies share one immutable object; every member may be called from any thread. One that was moved
/// from may only be assigned to or destroyed. It counts its owners itself: `<memory>` would be a third of what a
/// compiler has to read for pith.hpp.
class PITH_API Rules {
 public:
  Rules(const Rules& other) noexcept;
  Rules(Rules&& other) noexcept;
  Rules& operator=(Rules other) noexcept;
  ~Rules();

 private:
  friend struct LoadedRules;
  friend const Rules& builtin_rules();
  friend Result<Rules> load_rules(std::string_view file_bytes, const Rules& base);
  explicit Rules(LoadedRules* loaded) noexcept;
  LoadedRules* loaded_;
};

}  // namespace pith
