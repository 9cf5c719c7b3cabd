#include <doctest/doctest.h>

#include <array>
#include <string>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::Category;
using pith::page::PageKind;
using pith::test::Selecting;

namespace {

constexpr std::array<const char*, 5> headlines = {"The bakery on the square changes hands", "Two bridges open again",
                                                  "Council puts off its vote", "School gym needs a new roof",
                                                  "A quiet night for the fire brigade"};

/// Blocks kept of an article with these lines below.
template <typename AddLine>
std::size_t kept_with(AddLine add_line) {
  Selecting page(PageKind::html);
  page.menu().eight_paragraphs();
  for (std::size_t i = 0; i < headlines.size(); ++i) add_line(page, static_cast<int>(i), std::string(headlines[i]));
  page.run();
  return page.kept().size();
}

std::string minute(int i) {
  return "9:1" + std::to_string(i);
}

}  // namespace

TEST_CASE("a column of times and headlines that lead elsewhere goes") {
  CHECK(kept_with([](Selecting& page, int i, const std::string& line) { page.link(minute(i) + " " + line, 0.6F); }) ==
        8);
  CHECK(kept_with([](Selecting& page, int i, const std::string& line) {
          page.link("[10/04 1" + minute(i) + "] " + line, 0.6F);
        }) == 8);
  CHECK(kept_with([](Selecting& page, int i, const std::string& line) {
          page.link(line + " (" + minute(i) + ")", 0.6F);
        }) == 8);
}

TEST_CASE("so do the sentences below its lines") {
  CHECK(kept_with([](Selecting& page, int i, const std::string& line) {
          page.link(minute(i) + " " + line, 0.6F).line(std::to_string(i) + ". " + pith::test::rain, 0.8F);
        }) == 8);
}

TEST_CASE("programmes and reports by the minute have no links, and stay") {
  CHECK(kept_with([](Selecting& page, int i, const std::string& line) { page.line(minute(i) + " " + line, 0.8F); }) ==
        13);
}

TEST_CASE("chapters of a recording lead to their place on the page, and stay") {
  using pith::page::AttributeName;
  using pith::page::Tag;
  CHECK(kept_with([](Selecting& page, int i, const std::string& line) {
          page.page().open(Tag::p).element(Tag::a, minute(i) + " " + line, {{AttributeName::href, "#t"}}).close();
          page.score(0.8F);
        }) == 13);
}

TEST_CASE("headlines without a time are left to their scores") {
  CHECK(kept_with([](Selecting& page, int i, const std::string& line) {
          page.link(line + " 4:" + std::to_string(i), 0.8F);
        }) == 13);
}
