#include "support/metadata_cases.hpp"

#include "metadata/readers.hpp"

using namespace pith::metadata;

TEST_CASE("an address tells its host, and sometimes the day") {
  for (const auto& row : pith::test::metadata_rows("address.tsv")) {
    CAPTURE(row[0]);
    const pith::page::Page page;
    const pith::blocks::BlockList list;
    const Request request{-1, row[0], {}, true};
    const Input input{page, list, request, {}, {}, {}, {}, {}};
    Answers answers;
    read_address(input, answers);
    CHECK(pith::test::or_dash(to_string(answers.of(pith::MetadataSource::address).published)) == row[1]);
    CHECK(pith::test::or_dash(answers.of(pith::MetadataSource::address).hostname) == row[2]);
  }
}

TEST_CASE("the address that the page declares tells the day too") {
  pith::test::check_pages("address");
}
