#include <doctest/doctest.h>

#include <string>

#include "page/page.hpp"
#include "page/sniff.hpp"

using pith::page::looks_binary;
using pith::page::looks_like_html;

TEST_CASE("pages are HTML") {
  CHECK(looks_like_html("<!DOCTYPE html><p>One"));
  CHECK(looks_like_html("\n  <HTML lang=en>"));
  CHECK(looks_like_html("<div class=a>One</div>"));
  CHECK(looks_like_html("One <b>two</b> three <br> four"));
  CHECK(looks_like_html("<!-- made by hand --><p>One"));
}

TEST_CASE("text is no HTML") {
  CHECK_FALSE(looks_like_html(""));
  CHECK_FALSE(looks_like_html("   \n"));
  CHECK_FALSE(looks_like_html("One line and another."));
  CHECK_FALSE(looks_like_html("The <p> tag begins a paragraph."));
  CHECK_FALSE(looks_like_html("if a < b and c > d then <e>"));
  CHECK_FALSE(looks_like_html("<one@example.org> wrote:"));
}

TEST_CASE("only the first kilobytes are read") {
  CHECK_FALSE(looks_like_html(std::string(5000, 'x') + "<p>One</p><p>Two</p>"));
}

TEST_CASE("images and archives are no text") {
  std::string archive = "PK\x03\x04\x14";
  for (int i = 0; i < 1000; ++i) archive += static_cast<char>(i * 37 % 256);
  CHECK(looks_binary(archive));
  CHECK(looks_binary("\x01\x02"));
}

TEST_CASE("text with a stray control character is text") {
  CHECK_FALSE(looks_binary(""));
  CHECK_FALSE(looks_binary("One line\tand another.\r\n\f"));
  CHECK_FALSE(looks_binary(std::string(100, 'x') + "\x08"));
  CHECK_FALSE(looks_binary(std::string("O\0n\0e\0", 6)));
}
