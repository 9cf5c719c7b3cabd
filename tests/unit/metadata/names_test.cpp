#include "metadata/names.hpp"
#include "support/metadata_cases.hpp"

using namespace pith::metadata;

TEST_CASE("one splitter reads the names of all sources") {
  for (const auto& row : pith::test::metadata_rows("names.tsv")) {
    CAPTURE(row[1]);
    const NameTrust trust = row[0] == "declared" ? NameTrust::declared : NameTrust::announced;
    CHECK(pith::test::joined(split_names(row[1], trust)) == row[2]);
  }
}

TEST_CASE("a page may name authors without number, and keeps the first") {
  Names names;
  for (int i = 0; i < 3'000; ++i) add_name(names, "Mira Holt " + std::to_string(i));
  CHECK(names.size() == 200);
  CHECK(names.front() == "Mira Holt 0");
  CHECK(split_names(std::string(5'000, 'a'), NameTrust::declared).empty());
}

TEST_CASE("names are compared without case and punctuation") {
  CHECK(is_same_name("Mira Holt", "MIRA  HOLT"));
  CHECK_FALSE(is_same_name("Mira Holt", "Mira Holm"));
}

TEST_CASE("accounts and organizations are told by their words") {
  CHECK(is_account("Admin"));
  CHECK_FALSE(is_account("Admina Holt"));
  CHECK(is_organization("Meadow Herald"));
  CHECK(is_organization("Associated Press"));
  CHECK_FALSE(is_organization("Mira Holt"));
}
