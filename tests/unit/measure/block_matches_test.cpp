#include <doctest/doctest.h>

#include <pith/rules.hpp>

#include "loaded_rules.hpp"
#include "measure/measure.hpp"
#include "support/page_builder.hpp"

using pith::Category;
using pith::page::AttributeName;
using pith::page::Tag;
using pith::rules::attribute_group;

namespace {

struct Matched {
  explicit Matched(pith::test::PageBuilder& builder) {
    std::vector<pith::Notice> notices;
    pith::blocks::segment(builder.done(), {}, list, notices);
    pith::measure::match_blocks(builder.done(), list, pith::LoadedRules::of(pith::builtin_rules()).set, matches);
  }
  /// Of the innermost container of a block.
  [[nodiscard]] std::size_t container(std::size_t block) const { return list.blocks[block].container; }
  pith::blocks::BlockList list;
  pith::measure::BlockMatches matches;
};

}  // namespace

TEST_CASE("every block has its phrases and its folded text") {
  pith::test::PageBuilder builder;
  const std::string giant(pith::measure::longest_folded + 1, 'x');
  builder.element(Tag::p, "All rights reserved.").element(Tag::p, "The river").element(Tag::p, giant);
  const Matched matched(builder);

  REQUIRE(matched.matches.lines.size() == 3);
  const auto copyright = static_cast<std::size_t>(Category::copyright);
  CHECK(matched.matches.lines[0][copyright].match == pith::rules::Match::line);
  CHECK(matched.matches.lines[1].found == 0);
  CHECK(matched.matches.folded(0) == "all rights reserved");
  CHECK(matched.matches.folded(1) == "the river");
  CHECK(matched.matches.folded(2) == "");
}

TEST_CASE("a line's matches are those of its categories") {
  pith::rules::LineMatches line{};
  const auto set = [&line](Category category, float share) {
    line[static_cast<std::size_t>(category)] = {pith::rules::Match::inside, false, share, 0};
    line.found |= 1U << static_cast<unsigned>(category);
  };
  set(Category::share, 0.25F);
  set(Category::copyright, 0.5F);
  pith::measure::MatchedLines lines;
  lines.push_back({});
  lines.push_back(line);
  lines.push_back({});

  REQUIRE(lines.size() == 3);
  CHECK(lines[0].found == 0);
  CHECK(lines[1].found == line.found);
  CHECK(lines[2].found == 0);
  for (std::size_t c = 0; c < pith::rules::category_count; ++c) {
    CAPTURE(c);
    CHECK(lines[0][c].match == pith::rules::Match::none);
    CHECK(lines[1][c].share == line[c].share);
    CHECK(pith::rules::FoundMatches(line)[c].share == line[c].share);
  }
}

TEST_CASE("containers are named by class, id and role, and marked by itemprop") {
  pith::test::PageBuilder builder;
  builder.open(Tag::div, {{AttributeName::class_, "post-comments"}, {AttributeName::id, "footer"}})
      .element(Tag::p, "one")
      .close();
  builder.open(Tag::div, {{AttributeName::itemprop, "author"}}).element(Tag::p, "two").close();
  const Matched matched(builder);

  const auto holder = [&](std::size_t block) {
    const auto& containers = matched.list.containers;
    return static_cast<std::size_t>(containers[matched.container(block)].parent);
  };
  const std::size_t first =
      matched.list.containers[matched.container(0)].tag == Tag::div ? matched.container(0) : holder(0);
  const std::size_t second =
      matched.list.containers[matched.container(1)].tag == Tag::div ? matched.container(1) : holder(1);
  CHECK((matched.matches.groups_by_name[first] & attribute_group("comment")) != 0);
  CHECK((matched.matches.groups_by_name[first] & attribute_group("footer")) != 0);
  CHECK(matched.matches.groups_by_property[first] == 0);
  CHECK(matched.matches.groups_by_name[second] == 0);
  CHECK((matched.matches.groups_by_property[second] & attribute_group("author")) != 0);
  CHECK(matched.matches.shapes[first] != matched.matches.shapes[second]);
}

TEST_CASE("different marks of threads are counted") {
  pith::test::PageBuilder builder;
  builder.element(Tag::p, "3 replies").element(Tag::p, "4 replies").element(Tag::p, "Thread starter");
  const Matched matched(builder);
  CHECK(matched.matches.thread_mark_kinds == 2);
  CHECK(matched.matches.thread_marks[0] == matched.matches.thread_marks[1]);
  CHECK(matched.matches.thread_marks[0] >= 0);
}
