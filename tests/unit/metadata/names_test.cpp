#include <doctest/doctest.h>

#include "metadata/names.hpp"

using namespace pith::metadata;

namespace {

using Names = std::vector<std::string>;

Names kept(std::string_view name) {
  Names names;
  add_author(names, name);
  return names;
}

Names in_byline(std::string_view byline) {
  Names names;
  add_names(names, byline);
  return names;
}

}  // namespace

TEST_CASE("an author is the name alone") {
  CHECK(kept(" Ann Lee ") == Names{"Ann Lee"});
  CHECK(kept("By Ann Lee") == Names{"Ann Lee"});
  CHECK(kept("BY ANN LEE") == Names{"ANN LEE"});
  CHECK(kept("Von Ulrike Br\u00F6mmel") == Names{"Ulrike Br\u00F6mmel"});
  CHECK(kept("Elena Ober (obe)") == Names{"Elena Ober"});
  CHECK(kept("Bylund Persson") == Names{"Bylund Persson"});
}

TEST_CASE("addresses, numbers and long texts are no authors") {
  CHECK(kept("https://x.example/ann").empty());
  CHECK(kept("ann@x.example").empty());
  CHECK(kept("105092").empty());
  CHECK(kept("").empty());
  CHECK(kept(std::string(150, 'a')).empty());
}

TEST_CASE("a page may name authors without number, and keeps the first") {
  std::vector<std::string> authors;
  for (int i = 0; i < 100'000; ++i) pith::metadata::add_author(authors, "Jane Doe " + std::to_string(i));
  CHECK(authors.size() == 200);
  CHECK(authors.front() == "Jane Doe 0");
}

TEST_CASE("a byline ends where the name does") {
  CHECK(in_byline("Tomas Reyl, Nature correspondent") == Names{"Tomas Reyl"});
  CHECK(in_byline("Wren Abbott on March 3, 2022") == Names{"Wren Abbott"});
  CHECK(in_byline("Teresa Vilhena em 30 de janeiro") == Names{"Teresa Vilhena"});
  CHECK(in_byline("Ann Lee November 2, 2018") == Names{"Ann Lee"});
  CHECK(in_byline("Ann Lee | Updated") == Names{"Ann Lee"});
  CHECK(in_byline("Jan de Vries") == Names{"Jan de Vries"});
  CHECK(in_byline("\u041D\u0438\u043D\u0430 \u041A\u043B\u043E\u0447\u043A\u043E\u0432\u0430") ==
        Names{"\u041D\u0438\u043D\u0430 \u041A\u043B\u043E\u0447\u043A\u043E\u0432\u0430"});
}

TEST_CASE("two names may share a byline") {
  CHECK(in_byline("Ann Lee and Bo Ode") == Names{"Ann Lee", "Bo Ode"});
  CHECK(in_byline("Anna Lang und Jens Ott, Wien") == Names{"Anna Lang", "Jens Ott"});
}

TEST_CASE("prose behind a byline word is no byline") {
  CHECK(behind_byline_words("By hand and by eye").empty());
  CHECK(behind_byline_words("Bystanders saw it").empty());
  CHECK(behind_byline_words("Posted by Wren Abbott") == "Wren Abbott");
  CHECK(behind_byline_words("Ann Lee").empty());
}

TEST_CASE("names are the same whatever their case and punctuation") {
  CHECK(is_same_name("The Daily-Meadow", "the daily meadow"));
  CHECK_FALSE(is_same_name("Daily Meadow", "Daily Shadow"));
}
