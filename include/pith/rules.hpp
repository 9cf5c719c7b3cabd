/// Rules: phrase packs, class and id words, and models. Immutable, cheap to copy, shared between threads.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include <pith/result.hpp>

#pragma GCC visibility push(default)
namespace pith {

namespace rules {
struct RuleSet;
}

/// A set of rules. Copies share one immutable object; every member may be called from any thread.
class Rules {
 public:
  /// For the library itself: user code gets Rules from builtin_rules() and load_rules().
  explicit Rules(std::shared_ptr<const rules::RuleSet> set) noexcept : set_(std::move(set)) {}
  [[nodiscard]] const rules::RuleSet& set() const noexcept { return *set_; }

 private:
  std::shared_ptr<const rules::RuleSet> set_;
};

/// The rules compiled into the library. Made on first use, once; safe from any thread.
[[nodiscard]] const Rules& builtin_rules();

/// `base` with the rows of `file_bytes` added. The first line says which kind of file it is:
///   "# pith phrases 1"     kind, match, text, example, counter_example (tab separated), see README.md
///   "# pith attributes 1"  word, group
///   "# pith model 1"       replaces the model of the feature set that it names
/// Fails with line and expectation on anything else; a pack is taken whole or not at all.
[[nodiscard]] Result<Rules> load_rules(std::string_view file_bytes, const Rules& base = builtin_rules());

}  // namespace pith
#pragma GCC visibility pop
