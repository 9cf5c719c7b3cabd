#include "support/metadata_cases.hpp"

namespace {

/// The title of a page whose declared headline stands in a heading of the text, below this only <h1>.
std::string title_below(const std::string& main_heading, const std::string& page_title) {
  const std::string declared = "Old locks get new gates";
  pith::test::MetadataPage page("<title>" + page_title + "</title><meta property=og:title content=\"" + declared +
                                "\"><h1>" + main_heading + "</h1><p>Before the spring.</p><h2>" + declared + "</h2>");
  page.title_block = 2;
  return page.collect().title;
}

}  // namespace

TEST_CASE("a title loses the site and nothing else") {
  pith::test::check_pages("titles");
}

TEST_CASE("the only main heading is the title, but not where it names the blog or speaks of something else") {
  const std::string declared = "Old locks get new gates";
  CHECK(title_below("Old locks of the canal get gates at last", declared) ==
        "Old locks of the canal get gates at last");
  CHECK(title_below("The old locks and gates", "The old locks and gates: " + declared) == declared);
  CHECK(title_below("Boats of the lower canal", declared) == declared);
}
