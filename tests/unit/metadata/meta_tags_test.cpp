#include "metadata/readers.hpp"
#include "support/metadata_cases.hpp"

TEST_CASE("meta tags fill the fields that their rows name") {
  pith::test::check_pages("meta_tags");
}

TEST_CASE("every row's example fills its field as its source") {
  using namespace pith::metadata;
  std::size_t rows = 0;
  for (const pith::test::Row& row :
       pith::test::split_rows(pith::test::read_file(PITH_DATA_DIR "/metadata/meta_names.tsv"))) {
    REQUIRE(row.size() == 4);
    CAPTURE(row[3]);
    const pith::test::MetadataPage page("<head>" + row[3] + "</head><p>A lock for the canal");
    const Request request;
    const Input input{page.page, page.list, request, {}, {}, {}, {}, {}};
    Answers answers;
    read_meta_tags(input, answers);
    for (std::size_t s = 0; s < source_count; ++s) {
      const auto source = static_cast<pith::MetadataSource>(s);
      const bool is_filled = pith::test::field_of(answers.of(source), row[2]) != "-";
      CHECK(is_filled == (row[1] == pith::name_of(source)));
    }
    ++rows;
  }
  CHECK(rows > 100);
}
