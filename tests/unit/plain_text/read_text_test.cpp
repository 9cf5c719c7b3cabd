#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "plain_text/plain_text.hpp"

using pith::page::Page;
using pith::page::Tag;

namespace {

struct Line {
  Tag tag;
  std::string_view text;
  bool blank_before;
  friend bool operator==(const Line&, const Line&) = default;
};

/// The elements below the body, each with its one text.
std::vector<Line> lines_of(const Page& page) {
  std::vector<Line> lines;
  for (std::size_t i = 2; i < page.nodes.size(); i += 2) {
    lines.push_back({page.nodes[i].tag, page.nodes[i + 1].text, page.nodes[i].blank_before});
  }
  return lines;
}

struct Reading {
  explicit Reading(std::string_view text) : lines() {
    pith::plain_text::read_text(text, page);
    lines = lines_of(page);
  }
  Page page;
  std::vector<Line> lines;
};

}  // namespace

TEST_CASE("each line that is not blank is a paragraph") {
  const std::vector<Line> expected = {{Tag::p, "One", false}, {Tag::p, "Two", false}, {Tag::p, "Three", true}};

  SUBCASE("Unix line ends") {
    CHECK(Reading("One\nTwo\n\nThree\n").lines == expected);
  }
  SUBCASE("Windows line ends") {
    CHECK(Reading("One\r\nTwo\r\n\r\nThree").lines == expected);
  }
  SUBCASE("old Macintosh line ends") {
    CHECK(Reading("One\rTwo\r\rThree").lines == expected);
  }
  SUBCASE("lines of spaces are blank") {
    CHECK(Reading("One\nTwo\n \u3000\t\nThree").lines == expected);
  }
}

TEST_CASE("a form feed ends a line") {
  CHECK(Reading("One\fTwo").lines == std::vector<Line>{{Tag::p, "One", false}, {Tag::p, "Two", false}});
}

TEST_CASE("indentation is cut off") {
  CHECK(Reading("\u3000\u3000One").lines == std::vector<Line>{{Tag::p, "One", false}});
}

TEST_CASE("bullets make list items, marks make headings") {
  CHECK(Reading("- One").lines == std::vector<Line>{{Tag::li, "One", false}});
  CHECK(Reading("\u2022One").lines == std::vector<Line>{{Tag::li, "One", false}});
  CHECK(Reading("## One").lines == std::vector<Line>{{Tag::h2, "One", false}});
  CHECK(Reading("###### One").lines == std::vector<Line>{{Tag::h2, "One", false}});
  CHECK(Reading("== One ==").lines == std::vector<Line>{{Tag::h2, "One", false}});
}

TEST_CASE("a row of signs below a line of its own makes it a heading") {
  CHECK(Reading("The river\n=========\n\nIt rose.\nBy night\n--------").lines ==
        std::vector<Line>{{Tag::h2, "The river", false},
                          {Tag::p, "It rose.", true},
                          {Tag::p, "By night", false},
                          {Tag::p, "--------", false}});
  CHECK(Reading("The river\n\n=========").lines.size() == 2);
}

TEST_CASE("what only looks like a mark stays") {
  CHECK(Reading("-5 degrees").lines == std::vector<Line>{{Tag::p, "-5 degrees", false}});
  CHECK(Reading("####### One").lines == std::vector<Line>{{Tag::p, "####### One", false}});
  CHECK(Reading("#hashtag").lines == std::vector<Line>{{Tag::p, "#hashtag", false}});
  CHECK(Reading("-").lines == std::vector<Line>{{Tag::p, "-", false}});
}

TEST_CASE("one giant line is cut at sentence ends, and nothing is lost") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "This is sentence number " + std::to_string(i) + ". ";
  const Reading reading(text);
  CHECK(reading.lines.size() > 5);
  std::string joined;
  for (const Line& line : reading.lines) {
    CHECK(line.text.back() == '.');
    CHECK(line.text.size() < 400);
    joined += std::string(line.text) + " ";
  }
  CHECK(joined == text);
}

TEST_CASE("a page of lines is a tree, and its texts view the input") {
  const std::string text = "One\nTwo";
  const Reading reading(text);
  REQUIRE(reading.page.nodes.size() == 6);
  CHECK(reading.page.kind == pith::page::PageKind::text);
  CHECK(reading.page.nodes[0].subtree_end == 6);
  CHECK(reading.page.nodes[2].subtree_end == 4);
  CHECK(reading.lines[1].text.data() == text.data() + 4);
}

TEST_CASE("no text is an empty page") {
  CHECK(Reading("").lines.empty());
  CHECK(Reading("\n \n").lines.empty());
}

TEST_CASE("the parts of a giant line say that they are one, and whether a space stood between") {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "The river rose by two metres overnight, as it does. ";
  for (int i = 0; i < 60; ++i) text += "\u6CB3\u6C34\u4E00\u591C\u4E4B\u95F4\u4E0A\u6DA8\u4E86\u3002";
  const Reading reading("Home\n" + text);
  std::vector<const pith::page::Node*> lines;
  for (const auto& node : reading.page.nodes) {
    if (node.tag == Tag::p) lines.push_back(&node);
  }
  REQUIRE(lines.size() > 10);
  CHECK_FALSE(lines[0]->continues_previous);
  CHECK_FALSE(lines[1]->continues_previous);
  CHECK(lines[2]->continues_previous);
  CHECK(lines[2]->space_before);
  CHECK(lines.back()->continues_previous);
  CHECK_FALSE(lines.back()->space_before);
}

TEST_CASE("a text of one line is cut at its sentences, its full-width blanks and the words after its last sentence") {
  // "The water rose." and "Report an error", "Related articles".
  const std::string sentence = "\u6C34\u5728\u591C\u91CC\u6DA8\u4E86\u4E24\u7C73\u5341\u5398\u7C73\u3002";
  const std::string report = "\u4E3E\u62A5";
  const std::string related = "\u76F8\u5173\u6587\u7AE0";
  std::string text;
  for (int i = 0; i < 16; ++i) text += sentence;
  text += "\u3000\u3000" + sentence + sentence + " " + report + " " + related;
  const Reading reading(text);
  REQUIRE(reading.lines.size() == 20);
  CHECK(reading.lines[0].text == sentence);
  CHECK(reading.lines[18].text == report);
  CHECK(reading.lines[19].text == related);

  SUBCASE("one full-width blank parts nothing") {
    const std::string parted = sentence.substr(0, 6) + "\u3000" + sentence.substr(6);
    const std::string longer = parted + text;
    const Reading with_blank(longer);
    REQUIRE(with_blank.lines.size() == 21);
    CHECK(with_blank.lines[0].text == parted);
  }
}

TEST_CASE("what stands before the sentences of a text of one line, and after them, is cut off") {
  // "The water rose.", and entries of a menu: "Front page", "News", "Sport".
  const std::string sentence = "\u6C34\u5728\u591C\u91CC\u6DA8\u4E86\u4E24\u7C73\u5341\u5398\u7C73\u3002";
  const std::string menu = "\u9996\u9875 \u65B0\u95FB \u4F53\u80B2";
  const std::string text = sentence + sentence + sentence + sentence;
  const std::string line = menu + " " + text + "\u4E3E\u62A5 \u5206\u4EAB";
  const Reading reading(line);
  REQUIRE(reading.lines.size() == 4);
  CHECK(reading.lines[0].text == menu);
  CHECK(reading.lines[1].text == text);
  CHECK(reading.lines[3].text == "\u5206\u4EAB");
}

TEST_CASE("a menu before the sentences of a text of one line is cut off by the words that menus have") {
  const std::string text = "The herons are back. Wardens counted ninety nests this spring, up from forty.";
  const auto first = [&](const std::string& menu) {
    const std::string line = menu + " " + text;
    const Reading reading(line);
    CHECK(reading.lines.back().text.ends_with("up from forty."));
    return std::string(reading.lines[0].text);
  };
  CHECK(first("Home News Sport") == "Home News Sport");
  CHECK(first("Home | News | Tides | Sport |") == "Home | News | Tides | Sport |");
  CHECK(first("\uD648 \uB274\uC2A4 \uC2A4\uD3EC\uCE20") == "\uD648 \uB274\uC2A4 \uC2A4\uD3EC\uCE20");
  CHECK(first("Home News") != "Home News");
  const std::string two_lines = "Home News Sport " + text + "\n" + text;
  CHECK(Reading(two_lines).lines.size() == 2);
}

TEST_CASE("a short line is left whole") {
  const std::string sentence = "\u6C34\u5728\u591C\u91CC\u6DA8\u4E86\u3002";
  CHECK(Reading(sentence + sentence + " " + sentence).lines.size() == 1);
}
