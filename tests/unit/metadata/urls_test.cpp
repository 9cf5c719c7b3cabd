#include <doctest/doctest.h>

#include "metadata/metadata.hpp"

using pith::metadata::base_url_of;
using pith::metadata::resolve_url;

TEST_CASE("references resolve as RFC 3986 says") {
  // Section 5.4.1 and 5.4.2, those that web pages have.
  constexpr std::string_view base = "http://a/b/c/d;p?q";
  CHECK(resolve_url(base, "g:h") == "g:h");
  CHECK(resolve_url(base, "g") == "http://a/b/c/g");
  CHECK(resolve_url(base, "./g") == "http://a/b/c/g");
  CHECK(resolve_url(base, "g/") == "http://a/b/c/g/");
  CHECK(resolve_url(base, "/g") == "http://a/g");
  CHECK(resolve_url(base, "//g") == "http://g");
  CHECK(resolve_url(base, "?y") == "http://a/b/c/d;p?y");
  CHECK(resolve_url(base, "g?y") == "http://a/b/c/g?y");
  CHECK(resolve_url(base, "#s") == "http://a/b/c/d;p?q#s");
  CHECK(resolve_url(base, "g#s") == "http://a/b/c/g#s");
  CHECK(resolve_url(base, "") == "http://a/b/c/d;p?q");
  CHECK(resolve_url(base, ".") == "http://a/b/c/");
  CHECK(resolve_url(base, "..") == "http://a/b/");
  CHECK(resolve_url(base, "../g") == "http://a/b/g");
  CHECK(resolve_url(base, "../../g") == "http://a/g");
  CHECK(resolve_url(base, "../../../g") == "http://a/g");
}

TEST_CASE("a base without a path") {
  CHECK(resolve_url("https://a.example", "g") == "https://a.example/g");
  CHECK(resolve_url("https://a.example", "?q") == "https://a.example/?q");
  CHECK(resolve_url("https://a.example?x=/y", "g") == "https://a.example/g");
}

TEST_CASE("without a hierarchical base the reference stays as it is") {
  CHECK(resolve_url("", "/g") == "/g");
  CHECK(resolve_url("mailto:a@b.example", "/g") == "/g");
  CHECK(resolve_url("a/b", "g") == "g");
}

TEST_CASE("references are resolved against <base>, or the page's address, unless these are longer than any") {
  const std::string long_path(4096, 'z');
  pith::page::Page page;
  CHECK(base_url_of(page, "http://a.example/b/c") == "http://a.example/b/c");
  CHECK(base_url_of(page, "http://a.example/" + long_path).empty());
  page.base_url = " /z/ ";
  CHECK(base_url_of(page, "http://a.example/b/c") == "http://a.example/z/");
  page.base_url = "http://b.example/";
  CHECK(base_url_of(page, "http://a.example/" + long_path) == "http://b.example/");
  const std::string longer_path = long_path + "z";
  page.base_url = longer_path;
  CHECK(base_url_of(page, "http://a.example/b/c") == "http://a.example/b/c");
}
