#include <doctest/doctest.h>

#include <string>

#include "html/html.hpp"

namespace {

std::string stripped(std::string_view text) {
  std::string out;
  pith::html::strip_value_tags(text, out);
  return out;
}

std::string times(int count, std::string_view text) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("markup in pairs, with attributes or where words begin is cut out") {
  CHECK(stripped("The river rose <b>two</b> metres") == "The river rose two metres");
  CHECK(stripped("<p>The river rose.</p><p>It was wet.</p>") == " The river rose.  It was wet. ");
  CHECK(stripped("The river<br>rose <br> again<br/>") == "The river rose   again ");
  CHECK(stripped("The <a href=\"/river\">river rose") == "The river rose");
  CHECK(stripped("The river rose - <p> It was wet") == "The river rose -   It was wet");
  CHECK(stripped("<p>The river rose.<strong>It was") == " The river rose.It was");
  CHECK(stripped("The river<o:p></o:p> rose<o:p>") == "The river rose");
  CHECK(stripped("\u6CB3\u6C34<font color=red>\u4E0A\u6DA8</font>\u3002<p>") == "\u6CB3\u6C34\u4E0A\u6DA8\u3002 ");
}

TEST_CASE("what no browser shows is cut out with its element") {
  CHECK(stripped("The river<script>count('<b>')</script> rose<!-- twice -->") == "The river   rose");
  CHECK(stripped("The river rose<script>count(") == "The river rose ");
  CHECK(stripped("The river rose <a href=\"/ri") == "The river rose ");
}

TEST_CASE("a tag among words is a word") {
  for (const std::string_view title :
       {"How the <title> element works", "The <script> tag and why it blocks", "<script> and what it costs",
        "Why List<String> beats Map<K, V>", "Never forget the </div>", "The <p> and <div> elements",
        "\u5982\u4F55\u4F7F\u7528<script>\u6807\u7B7E", "\u7F51\u9875\u4E2D\u7684<div>\u5143\u7D20",
        "When a<b and c>d hold", "a < b <!-- nobody ends this", "x <y"}) {
    CAPTURE(title);
    CHECK(stripped(title) == title);
  }
}

TEST_CASE("of crowds of tags all are cut out") {
  CHECK(stripped(times(100, "a <x> ")).find("<x>") == 2);
  CHECK(stripped(times(100, "a <x> ")).ends_with("<x> a  a  a  a  a ") == false);
  CHECK(stripped(times(100'000, "</b>x<b>")).size() < 110'000);
}
