#include <doctest/doctest.h>

#include "metadata/readers.hpp"

using namespace pith::metadata;

TEST_CASE("texts lose references and tags that were encoded twice") {
  CHECK(plain_text("Locks &amp;amp; gates") == "Locks & gates");
  CHECK(plain_text(" a \n  b ") == "a b");
  CHECK(plain_text("<p>The <b>lock</b></p>") == "The lock");
  CHECK(plain_text("1 < 2 > 0") == "1 < 2 > 0");
}

TEST_CASE("keywords are split, each once") {
  std::vector<std::string> keywords;
  add_keywords(keywords, "canal, lock;canal,, Lock\uFF0Cboats");
  CHECK(keywords == std::vector<std::string>{"canal", "lock", "boats"});
}

TEST_CASE("a host is found in any address") {
  CHECK(host_of("https://user@a.example:8080/b?c") == "a.example");
  CHECK(host_of("a.example/b").empty());
}

TEST_CASE("fields are set once") {
  std::string text;
  set_once(text, " x ");
  set_once(text, "y");
  CHECK(text == "x");
  pith::Date date;
  set_once(date, {.year = 2022});
  set_once(date, {.year = 2023});
  CHECK(date.year == 2022);
}
