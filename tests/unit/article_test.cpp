#include <doctest/doctest.h>

#include <pith/article.hpp>
#include <pith/options.hpp>
#include <pith/source.hpp>

#include <set>

namespace {

/// Names of all values of an enum up to `last`.
template <typename Enum>
std::multiset<std::string> names_up_to(Enum last) {
  std::multiset<std::string> names;
  for (int i = 0; i <= static_cast<int>(last); ++i) names.insert(pith::name_of(static_cast<Enum>(i)));
  return names;
}

/// Whether each value up to `last` is found by its name, and other names are not.
template <typename Enum>
bool are_found_by_name(Enum last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    const auto value = static_cast<Enum>(i);
    if (pith::from_name<Enum>(pith::name_of(value)) != value) return false;
  }
  const std::string past = pith::name_of(static_cast<Enum>(static_cast<int>(last) + 1));
  const std::string upper = "A" + std::string(pith::name_of(last)).substr(1);
  return past == "unknown" && !pith::from_name<Enum>(past) && !pith::from_name<Enum>("") &&
         !pith::from_name<Enum>(upper);
}

pith::Block block_of(std::string text) {
  return {.kind = pith::BlockKind::heading, .level = 2, .text = std::move(text), .spans = {{.begin = 0, .end = 1}}};
}

bool all_differ(const std::multiset<std::string>& names) {
  return std::set<std::string>(names.begin(), names.end()).size() == names.size() && names.count("unknown") == 0;
}

}  // namespace

TEST_CASE("every value has a name of its own") {
  CHECK(all_differ(names_up_to(pith::Category::other)));
  CHECK(all_differ(names_up_to(pith::BlockKind::embed)));
  CHECK(all_differ(names_up_to(pith::FrameKind::note)));
  CHECK(all_differ(names_up_to(pith::SpanKind::inserted)));
  CHECK(all_differ(names_up_to(pith::Verdict::blocked)));
  CHECK(all_differ(names_up_to(pith::NoticeCode::work_spent)));
}

TEST_CASE("values are found by their names, and no others") {
  CHECK(are_found_by_name(pith::Category::other));
  CHECK(are_found_by_name(pith::BlockKind::embed));
  CHECK(are_found_by_name(pith::SpanKind::inserted));
  CHECK(are_found_by_name(pith::FrameKind::note));
  CHECK(are_found_by_name(pith::Verdict::blocked));
  CHECK(are_found_by_name(pith::NoticeCode::work_spent));
  CHECK(are_found_by_name(pith::Leaning::complete));
  CHECK(are_found_by_name(pith::SourceKind::text));
}

TEST_CASE("articles are equal when all of their parts are") {
  const pith::Article article{.metadata = {.title = "Bees"}, .blocks = {block_of("One"), block_of("Two")}};
  pith::Article other = article;
  CHECK(other == article);

  SUBCASE("a span") {
    other.blocks[1].spans[0].target = "https://herald.example/";
    CHECK(other.blocks[0] == article.blocks[0]);
    CHECK(other.blocks[1].spans[0] != article.blocks[1].spans[0]);
  }
  SUBCASE("a block") {
    other.blocks[1].score = 0.5F;
  }
  SUBCASE("a dropped block") {
    other.dropped.push_back(block_of("Three"));
  }
  SUBCASE("metadata") {
    other.metadata.keywords.emplace_back("hive");
    CHECK(other.metadata != article.metadata);
  }
  SUBCASE("a date") {
    other.metadata.published.year = 2024;
  }
  SUBCASE("a notice") {
    other.notices.push_back({.code = pith::NoticeCode::truncated});
  }
  SUBCASE("confidence") {
    other.confidence = 0.25F;
  }
  CHECK(other != article);
}

TEST_CASE("names stand at their values") {
  CHECK(std::string(pith::name_of(pith::Category::hot_topics)) == "hot_topics");
  CHECK(std::string(pith::name_of(pith::Category::other)) == "other");
  CHECK(std::string(pith::name_of(pith::BlockKind::definition)) == "definition");
  CHECK(std::string(pith::name_of(pith::Verdict::not_a_page)) == "not_a_page");
  CHECK(std::string(pith::name_of(pith::Verdict::blocked)) == "blocked");
  CHECK(std::string(pith::name_of(pith::NoticeCode::blocks_truncated)) == "blocks_truncated");
  CHECK(std::string(pith::name_of(static_cast<pith::Category>(200))) == "unknown");
}

TEST_CASE("a date is written as far as it is known") {
  constexpr auto no_offset = pith::Date::no_offset;
  CHECK(to_string(pith::Date{}).empty());
  CHECK(to_string(pith::Date{2024, 0, 0, -1, -1, no_offset}) == "2024");
  CHECK(to_string(pith::Date{2024, 3, 0, -1, -1, no_offset}) == "2024-03");
  CHECK(to_string(pith::Date{2024, 3, 9, -1, -1, no_offset}) == "2024-03-09");
  CHECK(to_string(pith::Date{2024, 3, 9, 8, 5, no_offset}) == "2024-03-09T08:05");
  CHECK(to_string(pith::Date{2024, 3, 9, 8, -1, no_offset}) == "2024-03-09T08:00");
  CHECK(to_string(pith::Date{2024, 3, 9, 8, 5, 0}) == "2024-03-09T08:05Z");
  CHECK(to_string(pith::Date{2024, 3, 9, 8, 5, 480}) == "2024-03-09T08:05+08:00");
  CHECK(to_string(pith::Date{2024, 3, 9, 8, 5, -210}) == "2024-03-09T08:05-03:30");
}
