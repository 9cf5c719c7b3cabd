// The fuzzers' cases of the pith command. PITH_FUZZ_DIR is set by CMake.
#include "support/fuzz_cases.hpp"

#include "support/filter_promises.hpp"
#include "support/warc_promises.hpp"

TEST_CASE("pith filter writes a record for every line") {
  pith::test::check_cases("filter", pith::test::broken_filter_promise);
}

TEST_CASE("records of archives are found again where they were") {
  pith::test::check_cases("warc", pith::test::broken_warc_promise);
}
