// The fuzzers' cases, in every build: those of what needs no program of the examples. PITH_FUZZ_DIR is set by CMake.
#include <doctest/doctest.h>

#include "support/c_promises.hpp"
#include "support/date_promises.hpp"
#include "support/fuzz_cases.hpp"
#include "support/json_promises.hpp"
#include "support/model_promises.hpp"
#include "support/rules_promises.hpp"
#include "support/text_promises.hpp"
#include "support/url_promises.hpp"

using pith::test::check_cases;

TEST_CASE("plain texts keep their letters") {
  check_cases("text", pith::test::broken_text_promise);
}

TEST_CASE("JSON-LD is read as a strict parser reads it") {
  check_cases("json", pith::test::broken_json_promise);
}

TEST_CASE("dates are days of the calendar") {
  check_cases("date", pith::test::broken_date_promise);
}

TEST_CASE("resolved references resolve to themselves") {
  check_cases("url", pith::test::broken_url_promise);
}

TEST_CASE("rules files are refused with a line, or used") {
  check_cases("rules", pith::test::broken_rules_promise);
}

TEST_CASE("rules files are refused or taken by the public call as by its parts") {
  for (const std::string& bytes : pith::test::fuzz_cases("rules")) {
    const std::string file = pith::test::rules_file(bytes);
    const auto loaded = pith::load_rules(file);
    if (!loaded) {
      CHECK(pith::test::broken_error(loaded.error(), file) == "");
    } else {
      CHECK(pith::Extractor({}, *loaded).extract({.bytes = "<p>The river rose.</p>"}).blocks.size() == 1);
    }
  }
}

TEST_CASE("model files are refused, or score as their trees say") {
  check_cases("model", pith::test::broken_model_promise);
}

TEST_CASE("calls of the C ABI keep their promises in any order") {
  check_cases("c", pith::test::broken_c_promise);
}
