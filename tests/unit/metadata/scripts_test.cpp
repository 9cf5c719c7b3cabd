#include "support/metadata_cases.hpp"

TEST_CASE("scripts tell the day where nothing else does") {
  pith::test::check_pages("scripts");
}

TEST_CASE("every name's example tells a day") {
  for (const pith::test::Row& row :
       pith::test::split_rows(pith::test::read_file(PITH_DATA_DIR "/metadata/script_names.tsv"))) {
    REQUIRE(row.size() == 2);
    CAPTURE(row[1]);
    const pith::test::MetadataPage page("<script>" + row[1] + "</script><h1>A lock for the canal</h1>");
    CHECK(pith::test::field_of(page.collect(), "published") != "-");
  }
}
