/// Compiled rules: a RuleSet as it stands in memory once its rows have been read, as bytes. See builtin.hpp.
#pragma once

#include <string>
#include <string_view>

#include "rules/rule_set.hpp"

namespace pith::rules {

/// The bytes of a set whose indexes have been built. Equal rows give equal bytes.
[[nodiscard]] std::string compile_rules(const RuleSet& set);

/// The set that such bytes, of the same build, were made of.
[[nodiscard]] RuleSet read_compiled_rules(std::string_view bytes);

}  // namespace pith::rules
