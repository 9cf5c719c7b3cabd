#include "measure/phrase_category.hpp"

#include <doctest/doctest.h>

using pith::Category;
using pith::rules::LineMatches;
using pith::rules::Match;
using pith::rules::PhraseMatch;

namespace {

struct Found {
  Category category;
  PhraseMatch match;
};

LineMatches matches(std::initializer_list<Found> found) {
  LineMatches line{};
  for (const Found& one : found) {
    line[static_cast<std::size_t>(one.category)] = one.match;
    line.found |= 1U << static_cast<unsigned>(one.category);
  }
  return line;
}

}  // namespace

TEST_CASE("a line is called what the phrase that covers it most says") {
  using pith::measure::phrase_category;
  CHECK(phrase_category(LineMatches{}) == Category::content);
  CHECK(phrase_category(matches({{Category::share, {Match::line, false, 1, 0}}})) == Category::share);
  CHECK(phrase_category(matches({{Category::source_line, {Match::prefix, false, 0.5F, 0}}})) == Category::source_line);
  // A prefix names its line only while the line is not much longer; phrases inside or at the end name nothing.
  CHECK(phrase_category(matches({{Category::source_line, {Match::prefix, false, 0.19F, 0}}})) == Category::content);
  CHECK(phrase_category(matches({{Category::end_mark, {Match::suffix, false, 0.9F, 0}}})) == Category::content);
  CHECK(phrase_category(matches({{Category::share, {Match::inside, false, 0.9F, 0}}})) == Category::content);
  // A whole line is better than any prefix.
  CHECK(phrase_category(matches({{Category::share, {Match::prefix, false, 0.9F, 0}},
                                 {Category::copyright, {Match::line, false, 0.5F, 0}}})) == Category::copyright);
}

TEST_CASE("the heading of a list of other articles is a whole line") {
  using pith::measure::list_headed_by;
  CHECK(list_headed_by(matches({{Category::related, {Match::line, true, 1, 0}}})) == Category::related);
  CHECK(list_headed_by(matches({{Category::hot_topics, {Match::line, true, 1, 0}}})) == Category::hot_topics);
  CHECK(list_headed_by(matches({{Category::related, {Match::line, false, 1, 0}}})) == Category::content);
  CHECK(list_headed_by(matches({{Category::related, {Match::prefix, true, 0.9F, 0}}})) == Category::content);
  CHECK(list_headed_by(matches({{Category::comments, {Match::line, true, 1, 0}}})) == Category::content);
}
