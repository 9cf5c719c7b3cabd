#include "support/metadata_cases.hpp"

using pith::test::MetadataPage;

namespace {

std::string published(const std::string& html, const std::string& url) {
  return to_string(MetadataPage("<title>A lock</title><h1>A lock for the canal</h1>" + html).collect(url).published);
}

}  // namespace

TEST_CASE("the day that readers are shown counts more than a vague or lonely declaration") {
  pith::test::check_pages("published");
}

TEST_CASE("a day in the folders of the address is no later than that of publication") {
  const std::string declared = "<meta property='article:published_time' content='2022-03-07'>";
  CHECK(published(declared, "https://a.example/2017/7/12/lock") == "2017-07-12");
  CHECK(published(declared, "https://a.example/2017-07-12-lock") == "2022-03-07");
}

TEST_CASE("an earlier day is not believed where the address has the declared month") {
  const std::string page =
      "<meta property='article:published_time' content='2022-03-07'><p class='date'>1 February 2021</p>";
  CHECK(published(page, "https://a.example/2022/03/lock/") == "2022-03-07");
  CHECK(published(page, "https://a.example/lock/") == "2021-02-01");
}
