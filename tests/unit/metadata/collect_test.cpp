#include "support/metadata_cases.hpp"

#include "metadata/readers.hpp"
#include "metadata/source_table.hpp"

using namespace pith::metadata;
using pith::MetadataField;
using pith::MetadataSource;
using pith::test::MetadataPage;

TEST_CASE("the surest source gives a field, and people go before sites") {
  pith::test::check_pages("collect");
}

TEST_CASE("guesses are left out where they are refused") {
  const MetadataPage page("<title>A lock</title><h1>A lock for the canal</h1><p>By Mira Holt, 7 March 2022</p>");
  const Request request{page.title_block, "https://a.example/2022/03/08/lock", {}, false};
  const pith::Metadata metadata = collect(page.page, page.list, request);
  CHECK(metadata.authors.empty());
  CHECK_FALSE(metadata.published.known());
  CHECK(page.collect().authors.size() == 1);
}

TEST_CASE("relative dates count from the time of the fetch, and later ones are refused") {
  const MetadataPage ago("<title>A lock</title><h1>A lock for the canal</h1><p class='date'>2 days ago</p>");
  const MetadataPage later("<title>A lock</title><h1>A lock for the canal</h1><p class='date'>9 May 2031</p>");
  const pith::Date now{.year = 2022, .month = 3, .day = 7, .hour = 15, .minute = 20};
  CHECK(to_string(collect(ago.page, ago.list, {ago.title_block, "", now, true}).published) == "2022-03-05");
  CHECK_FALSE(collect(later.page, later.list, {later.title_block, "", now, true}).published.known());
  CHECK_FALSE(ago.collect().published.known());
  CHECK(later.collect().published.year == 2031);
}

TEST_CASE("what no source knows has no origin") {
  const MetadataPage page("<p>x</p>");
  const pith::Metadata metadata = page.collect("");
  CHECK(metadata.origin(MetadataField::authors).source == MetadataSource::none);
  CHECK(metadata.origin(MetadataField::published).confidence == 0);
}

TEST_CASE("plain text has metadata too") {
  pith::page::Page empty;
  pith::blocks::BlockList none;
  CHECK(collect(empty, none, {}).title.empty());
}
