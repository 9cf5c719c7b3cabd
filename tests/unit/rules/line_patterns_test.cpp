// Line patterns: the pattern language, and every shipped row by its example and counter-example.
#include <doctest/doctest.h>

#include <pith/rules.hpp>

#include <fstream>
#include <sstream>
#include <string>

#include "loaded_rules.hpp"
#include "rules/line_patterns.hpp"
#include "rules/rule_set.hpp"
#include "text/text.hpp"

using pith::Category;
using pith::rules::forms_of;
using pith::rules::LinePatterns;
using pith::rules::PatternUse;

namespace {

Category find(const LinePatterns& patterns, PatternUse use, const std::string& line) {
  std::string folded;
  std::string scratch;
  pith::text::append_folded(line, folded);
  return patterns.find(use, folded, scratch);
}

LinePatterns one(std::string_view pattern) {
  LinePatterns patterns;
  REQUIRE(patterns.add("everyday", Category::copyright, forms_of(pattern, true)).empty());
  patterns.build_index();
  return patterns;
}

bool fits(std::string_view pattern, const std::string& line) {
  return find(one(pattern), PatternUse::everyday, line) == Category::copyright;
}

}  // namespace

TEST_CASE("a pattern fits the whole line, with anything where a star stands") {
  CHECK(fits("copyright 0*", "Copyright 1999, the crew"));
  CHECK_FALSE(fits("copyright 0*", "The copyright of 1999"));
  CHECK(fits("*all rights reserved", "The crew. All rights reserved."));
  CHECK_FALSE(fits("*all rights reserved", "All rights reserved by the crew"));
  CHECK(fits("error 0", "Error 404"));
  CHECK_FALSE(fits("error 0", "Error 404 of the pump"));
}

TEST_CASE("words of a pattern are no parts of longer words") {
  CHECK_FALSE(fits("*port closed*", "The airport closed early"));
  CHECK(fits("*port closed*", "The port closed early"));
}

TEST_CASE("what cannot be a row is refused") {
  LinePatterns patterns;
  CHECK_FALSE(patterns.add("daily", Category::copyright, forms_of("x", true)).empty());
  CHECK_FALSE(patterns.add("everyday", Category::copyright, forms_of("*", true)).empty());
}

TEST_CASE("long lines are prose about such a line") {
  CHECK_FALSE(fits("*all rights reserved*", "All rights reserved, " + std::string(300, 'x')));
  LinePatterns removed;
  REQUIRE(removed.add("removed", Category::other, forms_of("*was removed*", true)).empty());
  removed.build_index();
  CHECK(find(removed, PatternUse::removed, "It was removed, " + std::string(200, 'x')) == Category::other);
  CHECK(find(removed, PatternUse::removed, "It was removed, " + std::string(300, 'x')) == Category::content);
}

TEST_CASE("every shipped pattern finds its example and lets its counter-example be") {
  std::size_t rows = 0;
  std::ifstream lines(PITH_DATA_DIR "/line_patterns.tsv", std::ios::binary);
  REQUIRE(lines);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    std::string field[5];
    for (std::string& text : field) std::getline(fields, text, '\t');
    LinePatterns row;
    REQUIRE(row.add(field[0], Category::other, forms_of(field[2], true)).empty());
    row.build_index();
    const PatternUse use = pith::rules::use_of(field[0]).value();
    INFO(field[2] << ": " << field[3] << " / " << field[4]);
    CHECK(find(row, use, field[3]) == Category::other);
    CHECK(find(row, use, field[4]) == Category::content);
    ++rows;
  }
  CHECK(rows > 120);
}

TEST_CASE("alternatives and slots of a pattern are those of phrases") {
  CHECK(fits("*(ferry|tram) closed*", "The tram closed early"));
  CHECK(fits("*(ferry|tram) closed*", "The ferry closed early"));
  CHECK_FALSE(fits("*(ferry|tram) closed*", "The road closed early"));
  CHECK(fits("copyright (c |){year} {name}", "Copyright (c) 1999 the crew"));
  CHECK(fits("copyright (c |){year} {name}", "Copyright 1999 the crew"));
  LinePatterns patterns;
  CHECK(
      patterns.add("everyday", Category::copyright, forms_of("{years} ago", true)).starts_with("unknown slot {years}"));
}
