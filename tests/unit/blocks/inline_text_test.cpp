#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "blocks/inline_text.hpp"

using pith::SpanKind;
using pith::blocks::InlineText;

namespace {

std::string collapsed(std::initializer_list<std::string_view> parts) {
  InlineText text;
  for (const std::string_view part : parts) text.add_collapsed(part);
  text.finish(false);
  return text.text();
}

std::string_view covered(const InlineText& text, std::size_t span) {
  const auto& found = text.spans().at(span);
  return std::string_view(text.text()).substr(found.begin, found.end - found.begin);
}

}  // namespace

TEST_CASE("white space collapses across texts and goes at the ends") {
  CHECK(collapsed({" a \n\t b ", " c", "d "}) == "a b cd");
  CHECK(collapsed({"\u3000\u3000a\u00A0b\u200B"}) == "a b");
  CHECK(collapsed({"\u2003\u2003a\u2009b\u2028\u205Fc\u202F"}) == "a b c");
  CHECK(collapsed({"a\u200Db\u2019s \u20AC"}) == "a\u200Db\u2019s \u20AC");  // no spaces
  CHECK(collapsed({" \n "}).empty());
}

TEST_CASE("spaces of no width part no words") {
  CHECK(collapsed({"dampf\u200B\u200Bschiff", "\u200B", "fahrt \u200B"}) == "dampf\u200Bschiff\u200Bfahrt");
  CHECK(collapsed({"http://\u200Bherald.\u200Bexample\u200B."}) == "http://herald.example.");
  CHECK(collapsed({"\u200Bch\uFEFFarging\uFEFF"}) == "charging");
  CHECK(collapsed({"a\u200B b \uFEFFc\u200B\u2003d"}) == "a b c d");
}

TEST_CASE("white space collapses wherever it stands in a long text") {
  const std::string words = "The river rose and the bridge fell while the town slept";
  for (std::size_t at = words.find(' '); at != std::string::npos; at = words.find(' ', at + 1)) {
    CAPTURE(at);
    for (const std::string_view space : {"  ", "\t", "\n ", " \u00A0", " \u200B", "\u200B ", "\uFEFF\u3000"}) {
      std::string spaced = words;
      CHECK(collapsed({spaced.replace(at, 1, space)}) == words);
    }
  }
}

TEST_CASE("white space collapses wherever it stands among characters of three bytes") {
  std::string text;
  while (text.size() < 90) text += "\u6CB3\uFF0C\u3002";
  for (std::size_t at = 3; at < text.size(); at += 3) {
    CAPTURE(at);
    for (const std::string_view space : {" ", "  ", "\u3000", "\u00A0\n", " \uFEFF"}) {
      CHECK(collapsed({std::string(text).insert(at, space)}) == std::string(text).insert(at, " "));
    }
    CHECK(collapsed({std::string(text).insert(at, "\x01")}) == text);
  }
  InlineText counted;
  CHECK(counted.add_collapsed(text + " a") == text.size() / 3 + 1);
}

TEST_CASE("letters that only begin like white space stay") {
  CHECK(collapsed({"\u00E9\u2014\u3001\uFF0C"}) == "\u00E9\u2014\u3001\uFF0C");
}

TEST_CASE("letters are counted by code points") {
  InlineText text;
  CHECK(text.add_collapsed("a \u00E9 \u9644") == 3);
  CHECK(text.add_verbatim("a \u9644\n") == 2);
}

TEST_CASE("a line break trims around it and never stands at an end") {
  InlineText text;
  text.add_newline();
  text.add_collapsed("a ");
  text.add_newline();
  text.add_collapsed(" b");
  text.add_newline();
  text.finish(false);
  CHECK(text.text() == "a\nb");
}

TEST_CASE("an edge parts ASCII words only") {
  InlineText text;
  text.add_collapsed("one");
  text.add_word_edge();
  text.add_collapsed("Two");
  text.add_word_edge();
  text.add_collapsed(", \u9644");
  text.add_word_edge();
  text.add_collapsed("\u8FD1");
  text.finish(false);
  CHECK(text.text() == "one Two, \u9644\u8FD1");
}

TEST_CASE("an edge does not part a word from the letters that end it") {
  InlineText text;
  text.add_collapsed("boat");
  text.add_word_edge();
  text.add_collapsed("s");
  text.finish(false);
  CHECK(text.text() == "boats");
}

TEST_CASE("an edge does not part a first letter or the beginning of a name from the rest") {
  const auto joined = [](std::string_view before, std::string_view after) {
    InlineText text;
    text.add_collapsed(before);
    text.add_word_edge();
    text.add_collapsed(after);
    text.finish(false);
    return text.text();
  };
  CHECK(joined("the Mc", "Donald yard") == "the McDonald yard");
  CHECK(joined("T", "HE quay") == "THE quay");
  CHECK(joined("on e", "Bay") == "on eBay");
  CHECK(joined("By", "Jane") == "By Jane");
  CHECK(joined("A", "Boat") == "A Boat");
  CHECK(joined("3", "May") == "3 May");
}

TEST_CASE("no-break spaces of verbatim text are spaces") {
  InlineText text;
  text.add_verbatim("a\u00A0\u00A0b");
  text.finish(true);
  CHECK(text.text() == "a  b");
}

TEST_CASE("control characters, which only references write, are left out") {
  CHECK(collapsed({"a\u0012b \u007F \u0081c\u009D"}) == "ab c");
  CHECK(collapsed({"The old mill stands by\u0081 the river since\u007F long."}) ==
        "The old mill stands by the river since long.");
  CHECK(collapsed({"the mill\u0092s wheel"}) == "the mill\u0092s wheel");  // an apostrophe of Windows-1252
  InlineText text;
  text.add_verbatim("a\u0012b\u0081c\u007F");
  text.finish(true);
  CHECK(text.text() == "abc");
}

TEST_CASE("verbatim text keeps its white space but no carriage returns") {
  InlineText text;
  text.add_verbatim("\n  a\r\n\n  b  c\n\n");
  text.finish(true);
  CHECK(text.text() == "  a\n\n  b  c");
}

TEST_CASE("spans cover their letters, not the white space around them") {
  InlineText text;
  text.add_collapsed("see ");
  const auto link = text.open_span(SpanKind::link, "/x");
  text.add_collapsed(" the ");
  const auto strong = text.open_span(SpanKind::strong, "");
  text.add_collapsed("river ");
  text.close_span(strong);
  text.close_span(link);
  text.finish(false);
  REQUIRE(text.spans().size() == 2);
  CHECK(covered(text, 0) == "the river");
  CHECK(text.spans()[0].target == "/x");
  CHECK(covered(text, 1) == "river");
}

TEST_CASE("of spans that begin together the outer one stands first") {
  InlineText text;
  const auto link = text.open_span(SpanKind::link, "/x");
  const auto strong = text.open_span(SpanKind::strong, "");
  text.add_collapsed("the");
  text.close_span(strong);
  text.add_collapsed(" river");
  text.close_span(link);
  text.finish(false);
  REQUIRE(text.spans().size() == 2);
  CHECK(covered(text, 0) == "the river");
  CHECK(covered(text, 1) == "the");
}

TEST_CASE("of spans around the same text the outer one stands first, however many there are") {
  for (const int pairs : {1, 40}) {
    InlineText text;
    for (int i = 0; i < pairs; ++i) {
      const auto link = text.open_span(SpanKind::link, "/x");
      const auto strong = text.open_span(SpanKind::strong, "");
      text.add_collapsed("river ");
      text.close_span(strong);
      text.close_span(link);
    }
    text.finish(false);
    REQUIRE(text.spans().size() == 2U * static_cast<unsigned>(pairs));
    for (std::size_t i = 0; i < text.spans().size(); ++i)
      CHECK(text.spans()[i].kind == (i % 2 == 0 ? SpanKind::link : SpanKind::strong));
  }
}

TEST_CASE("empty spans are left out") {
  InlineText text;
  text.add_collapsed("a");
  text.close_span(text.open_span(SpanKind::link, "/x"));
  const auto space = text.open_span(SpanKind::link, "/y");
  text.add_collapsed(" ");
  text.close_span(space);
  text.finish(false);
  CHECK(text.spans().empty());
}

TEST_CASE("a span that is open when the block ends goes on in the next") {
  InlineText text;
  text.add_collapsed("a ");
  const auto link = text.open_span(SpanKind::link, "/x");
  text.add_collapsed("b");
  text.finish(false);
  REQUIRE(text.spans().size() == 1);
  CHECK(covered(text, 0) == "b");

  text.start_next();
  text.add_collapsed("c");
  text.close_span(link);
  text.add_collapsed(" d");
  text.finish(false);
  CHECK(text.text() == "c d");
  REQUIRE(text.spans().size() == 1);
  CHECK(covered(text, 0) == "c");
}

TEST_CASE("spans move with the newlines that code loses at its start") {
  InlineText text;
  text.add_verbatim("\n\n");
  const auto strong = text.open_span(SpanKind::strong, "");
  text.add_verbatim("a b");
  text.close_span(strong);
  text.finish(true);
  CHECK(text.text() == "a b");
  REQUIRE(text.spans().size() == 1);
  CHECK(covered(text, 0) == "a b");
}

TEST_CASE("spans beyond the deepest are left out, and closed like the others") {
  InlineText text;
  std::vector<std::uint32_t> open;
  for (std::size_t i = 0; i < InlineText::most_open_spans + 2; ++i)
    open.push_back(text.open_span(SpanKind::strong, ""));
  text.add_collapsed("a");
  for (; !open.empty(); open.pop_back()) text.close_span(open.back());
  text.add_collapsed(" b");
  text.finish(false);
  CHECK(text.text() == "a b");
  REQUIRE(text.spans().size() == InlineText::most_open_spans);
  for (std::size_t i = 0; i < text.spans().size(); ++i) CHECK(covered(text, i) == "a");
}
