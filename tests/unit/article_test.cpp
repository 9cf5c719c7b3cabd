#include <doctest/doctest.h>

#include <pith/article.hpp>

#include <set>

namespace {

/// Names of all values of an enum up to `last`.
template <typename Enum>
std::multiset<std::string> names_up_to(Enum last) {
  std::multiset<std::string> names;
  for (int i = 0; i <= static_cast<int>(last); ++i) names.insert(pith::name_of(static_cast<Enum>(i)));
  return names;
}

bool all_differ(const std::multiset<std::string>& names) {
  return std::set<std::string>(names.begin(), names.end()).size() == names.size() && names.count("unknown") == 0;
}

}  // namespace

TEST_CASE("every value has a name of its own") {
  CHECK(all_differ(names_up_to(pith::Category::other)));
  CHECK(all_differ(names_up_to(pith::BlockKind::embed)));
  CHECK(all_differ(names_up_to(pith::FrameKind::note)));
  CHECK(all_differ(names_up_to(pith::SpanKind::note)));
  CHECK(all_differ(names_up_to(pith::Verdict::not_a_page)));
  CHECK(all_differ(names_up_to(pith::NoticeCode::blocks_truncated)));
}

TEST_CASE("names stand at their values") {
  CHECK(std::string(pith::name_of(pith::Category::hot_topics)) == "hot_topics");
  CHECK(std::string(pith::name_of(pith::Category::other)) == "other");
  CHECK(std::string(pith::name_of(pith::BlockKind::definition)) == "definition");
  CHECK(std::string(pith::name_of(pith::Verdict::not_a_page)) == "not_a_page");
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
