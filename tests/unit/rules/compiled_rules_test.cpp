#include "rules/compiled_rules.hpp"

#include <doctest/doctest.h>

#include <string>

#include "builtin.hpp"

using namespace pith::rules;

namespace {

RuleSet set_of(std::string_view file) {
  RuleSet set;
  REQUIRE(add_rows(file, set).has_value());
  build_indexes(set);
  return set;
}

Match match_of(const RuleSet& set, pith::Category category, std::string_view line) {
  std::string scratch;
  return match_line(set, line, scratch)[static_cast<std::size_t>(category)].match;
}

}  // namespace

TEST_CASE("a set that was read again finds the same") {
  const RuleSet set = read_compiled_rules(
      compile_rules(set_of("# pith phrases 1\nshare\tprefix\tZzyzx by {name}\nshare\tline\tzzyzx (a|b)\n")));
  CHECK(set.phrases.size() == 2);
  CHECK(match_of(set, pith::Category::share, "Zzyzx B") == Match::line);
  CHECK(match_of(set, pith::Category::share, "Zzyzx by Ann Lee") != Match::none);
  CHECK(match_of(set, pith::Category::share, "Zzyzx c") == Match::none);
}

TEST_CASE("rows can be added to it") {
  RuleSet set = read_compiled_rules(compile_rules(set_of("# pith phrases 1\nshare\tline\tzzyzx\n")));
  REQUIRE(add_rows("# pith phrases 1\nshare\tline\tyzzyx\n", set).has_value());
  build_indexes(set);
  CHECK(match_of(set, pith::Category::share, "zzyzx") == Match::line);
  CHECK(match_of(set, pith::Category::share, "yzzyx") == Match::line);
}

TEST_CASE("all kinds of rows are kept: what is compiled again has the same bytes") {
  const std::string bytes = compile_rules(read_files(pith::embedded_files()));
  CHECK(compile_rules(read_compiled_rules(bytes)) == bytes);
}
