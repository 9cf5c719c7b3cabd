// The model of open elements. That it agrees with the parser is tested by properties/reader_equality_test.cpp.
#include "html/skeleton/nesting.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using pith::html::element_name;
using pith::html::Nesting;
using pith::page::Tag;

namespace {

/// What is open after "p b /b ul li" (end tags with a slash): the depth, and the innermost element.
struct State {
  explicit State(std::string_view tags, std::uint32_t max_depth = 512) {
    nesting.reset(max_depth);
    while (!tags.empty()) {
      std::string_view tag = tags.substr(0, tags.find(' '));
      tags.remove_prefix(std::min(tags.size(), tag.size() + 1));
      const bool ends = tag.front() == '/';
      if (ends) tag.remove_prefix(1);
      if (tag == "#text") {
        nesting.text();
      } else {
        kept = ends ? nesting.end(element_name(tag)) : nesting.start(element_name(tag), false, 0);
      }
    }
  }
  Nesting nesting;
  bool kept = true;  // the last tag
};

std::size_t depth(std::string_view tags) {
  return State(tags).nesting.depth();
}

}  // namespace

TEST_CASE("blocks close an open paragraph, inline elements stand in it") {
  for (const char* const block :
       {"address",    "article", "aside",  "blockquote", "center",  "details", "dialog_", "div",    "dl",   "fieldset",
        "figcaption", "figure",  "footer", "form",       "h1",      "h6",      "header",  "hgroup", "main", "menu",
        "nav",        "ol",      "p",      "pre",        "section", "summary", "ul",      "li",     "dd",   "dt"}) {
    if (std::string_view(block) == "dialog_") continue;
    INFO(block);
    CHECK(depth(std::string("p ") + block) == 1);
    CHECK(State(std::string("p ") + block).nesting.is_open(Tag::p) == (std::string_view(block) == "p"));
  }
  for (const char* const inner : {"span", "b", "button", "object", "label", "x-y", "select"}) {
    INFO(inner);
    CHECK(depth(std::string("p ") + inner) == 2);
  }
  CHECK(depth("p hr") == 0);
}

TEST_CASE("nothing closes what is outside of a button, a cell or an object") {
  CHECK(depth("p button p") == 3);
  CHECK(depth("p object div") == 3);
  CHECK(depth("table tr td p table") == 4);  // in quirks mode the table stands in the paragraph
}

TEST_CASE("items, definitions, options and headings close their like") {
  CHECK(depth("ul li li") == 2);
  CHECK(depth("ul li ul li") == 4);
  CHECK(depth("ul li div li") == 2);
  CHECK(depth("dl dt dd") == 2);
  CHECK(depth("h1 h2") == 1);
  CHECK(depth("option option") == 1);
  CHECK(depth("ruby rt rp") == 2);
  CHECK(depth("a a") == 1);
  CHECK(depth("button button") == 1);
}

TEST_CASE("end tags close what is open within") {
  CHECK(depth("div span /div") == 0);
  CHECK(depth("div p /div") == 0);
  CHECK(depth("h1 /h3") == 0);
  CHECK(depth("div /section") == 1);
  CHECK(depth("table tr td /table") == 0);
  CHECK(depth("ul li /ul") == 0);
}

TEST_CASE("formatting that was not closed is opened again by text") {
  CHECK(State("p b /p").nesting.reopens());
  CHECK(depth("p b /p #text") == 1);
  CHECK(depth("p b i /p p #text") == 3);
  CHECK_FALSE(State("p b /b /p").nesting.reopens());
  CHECK_FALSE(State("p b /p table tr td").nesting.reopens());  // not in a cell
}

TEST_CASE("of one kind, three are opened again at most") {
  CHECK(depth("p b b b b b /p #text") == 3);
}

TEST_CASE("tags too deep are left out, and their end tags") {
  const State state("div div div div", 3);
  CHECK_FALSE(state.kept);
  CHECK(state.nesting.depth() == 3);
  CHECK(state.nesting.dropped() == 1);
  CHECK_FALSE(State("div div div div /div", 3).kept);
  CHECK(State("div div div div /div /div", 3).nesting.depth() == 2);
}

TEST_CASE("a select takes options only") {
  CHECK(depth("select div b") == 1);
  CHECK(State("select").nesting.in_select());
  CHECK_FALSE(State("select select").nesting.in_select());
  CHECK_FALSE(State("select input").nesting.in_select());
}

TEST_CASE("drawings have rules of their own") {
  CHECK(State("svg").nesting.in_foreign());
  CHECK(depth("p svg div_") == 3);
  CHECK(depth("svg g p") == 1);  // a paragraph ends the drawing
  CHECK(depth("svg foreignobject p") == 3);
}

TEST_CASE("parts of tables stand in tables only") {
  CHECK(depth("tr td") == 0);
  CHECK(State("").nesting.ignores(Tag::td));
  CHECK_FALSE(State("table").nesting.ignores(Tag::td));
  CHECK(State("table").nesting.moves_content());
  CHECK_FALSE(State("table tr td").nesting.moves_content());
}

TEST_CASE("names are known by tag or by hash") {
  CHECK(element_name("div").tag == Tag::div);
  CHECK(element_name("x-river") == element_name("x-river"));
  CHECK_FALSE(element_name("x-river") == element_name("x-bridge"));
  CHECK(element_name("marquee").is_boundary);
  CHECK(pith::html::is_void(element_name("br")));
  CHECK(pith::html::is_void(element_name("keygen")));
  CHECK_FALSE(pith::html::is_void(element_name("b")));
}
