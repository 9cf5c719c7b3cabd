#include <doctest/doctest.h>

#include <string>

#include "html/html.hpp"

namespace {

std::string stripped(std::string_view html) {
  std::string out;
  pith::html::strip_tags(html, out);
  return out;
}

}  // namespace

TEST_CASE("blocks end lines, inline elements do not") {
  CHECK(stripped("<p>one</p><div>two <b>three</b></div>four") == "one\ntwo three\nfour");
  CHECK(stripped("a<i>b</i>c") == "abc");
  CHECK(stripped("a<br>b<BR/>c") == "a\nb\nc");
  CHECK(stripped("<ul><li>a<li>b</ul>") == "a\nb\n");
}

TEST_CASE("what no browser shows is left out") {
  CHECK(stripped("a<script>if (b < c) d('</p>')</script>e<style>p { }</style>f") == "a\ne\nf");
  CHECK(stripped("<title>a</title><textarea>b</textarea><iframe>c</iframe>d") == "d");
  CHECK(stripped("a<!-- b --><!doctype html><?c?></div >e") == "a\ne");
  CHECK(stripped("a<p title='b>c'>d") == "a\nd");
  CHECK(stripped("a<p title='b") == "a\n");
}

TEST_CASE("references are decoded, other signs stay") {
  CHECK(stripped("1 &lt; 2 &amp; 3 < 4 &nope; &") == "1 < 2 & 3 < 4 &nope; &");
  CHECK(stripped("&NotEqualTilde;") == "\u2242\u0338");
}
