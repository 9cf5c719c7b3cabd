#include <doctest/doctest.h>

#include <string>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::Category;
using pith::page::PageKind;
using pith::test::Selecting;

namespace {

/// An article, and below it a gallery: a counter above each caption.
Selecting gallery(const std::vector<std::string>& counters) {
  Selecting page(PageKind::html);
  page.menu().eight_paragraphs();
  for (const std::string& counter : counters) page.line(counter, 0.85F).line("The bakery on Rope Lane", 0.1F);
  page.run();
  return page;
}

constexpr std::size_t first_counter = 12;

}  // namespace

TEST_CASE("counters of one total above the pictures of a gallery are no text") {
  const Selecting page = gallery({"1/14", "2/14", "3 / 14"});
  CHECK(page.kept().size() == 8);
  CHECK(page.decided_by(first_counter) == "counters");
  CHECK(page.category(first_counter) == Category::pagination);
}

TEST_CASE("fractions are no counters") {
  CHECK(gallery({"1/2", "3/4", "2/3"}).kept().size() == 11);
  CHECK(gallery({"1/2", "1/2"}).kept().size() == 10);
  CHECK(gallery({"2/14/20", "3/14/20", "4/14/20"}).kept().size() == 11);
}
