#include "plain_text/wrapping.hpp"
#include "plain_text/plain_text.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "page/page.hpp"

namespace {

/// As textwrap or lynx do: lines of at most `width` characters.
std::string wrapped(std::string_view paragraph, std::size_t width, std::string_view indent = "") {
  std::string out(indent);
  std::size_t used = indent.size();
  while (!paragraph.empty()) {
    const std::size_t end = std::min(paragraph.find(' '), paragraph.size());
    if (used > indent.size() && used + 1 + end > width) {
      out += '\n';
      out += indent;
      used = indent.size();
    } else if (used > indent.size()) {
      out += ' ';
      ++used;
    }
    out += paragraph.substr(0, end);
    used += end;
    paragraph.remove_prefix(std::min(paragraph.size(), end + 1));
  }
  return out;
}

/// A paragraph of four lines and more.
const std::string& flood() {
  static const std::string text =
      "The river rose by two metres overnight, and the lower town had to be cleared before dawn, said the mayor, who "
      "had not slept. The old bridge stays closed until the end of May, since two of its piles were hit by logs that "
      "the water carried down from the sawmill above the town.";
  return text;
}

/// Another.
const std::string& school() {
  static const std::string text =
      "All three schools stay closed on Monday and on Tuesday, and the ferryman, who says that he warned them all for "
      "many years, has lost his four boats, of which one was found in a field two miles further down. He will not buy "
      "new ones, he says, but mend the one that is left.";
  return text;
}

/// The paragraphs, as the plain text reader sees them.
std::vector<std::string> paragraphs(std::string_view utf8) {
  pith::page::Page page;
  pith::plain_text::read_text(utf8, page);
  std::vector<std::string> texts;
  for (std::size_t i = 2; i < page.nodes.size(); ++i) {
    if (page.nodes[i].text.empty()) {
      texts.emplace_back();
    } else {
      texts.back() += page.nodes[i].text;
    }
  }
  return texts;
}

using Paragraphs = std::vector<std::string>;

}  // namespace

TEST_CASE("wrapped paragraphs are whole again") {
  const Paragraphs whole = {"Home", "Sport", flood(), school()};
  SUBCASE("with blank lines between") {
    CHECK(paragraphs("Home\nSport\n\n" + wrapped(flood(), 60) + "\n\n" + wrapped(school(), 60)) == whole);
  }
  SUBCASE("without, where the last line of a paragraph has room left") {
    CHECK(paragraphs("Home\nSport\n" + wrapped(flood(), 60) + "\n" + wrapped(school(), 60)) == whole);
  }
  SUBCASE("indented, with Windows line ends") {
    std::string text = "   Home\n   Sport\n\n" + wrapped(flood(), 60, "   ") + "\n\n" + wrapped(school(), 60, "   ");
    std::string windows;
    for (const char c : text) windows += c == '\n' ? "\r\n" : std::string(1, c);
    CHECK(paragraphs(windows) == whole);
  }
  SUBCASE("beside an address that has no room in any line") {
    const std::string address = "1. https://herald.example/" + std::string(180, 'x');
    const Paragraphs with_address = {"Home", "Sport", flood(), school(), address};
    CHECK(paragraphs("Home\nSport\n\n" + wrapped(flood(), 60) + "\n\n" + wrapped(school(), 60) + "\n\n" + address) ==
          with_address);
  }
}

TEST_CASE("a wrapped paragraph of a whole page is cut into parts that go on") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += flood() + " ";
  const std::string lines = wrapped(text, 70);
  pith::page::Page page;
  pith::plain_text::read_text(lines, page);
  std::vector<bool> continues;
  for (const pith::page::Node& node : page.nodes) {
    if (node.tag == pith::page::Tag::p) continues.push_back(node.continues_previous);
  }
  CHECK(continues.size() > 3);
  CHECK_FALSE(continues[0]);
  for (std::size_t i = 1; i < continues.size(); ++i) CHECK(continues[i]);
}

TEST_CASE("CJK characters take two cells, and are joined without a space") {
  const std::string sentence = "\u6CB3\u6C34\u4E00\u591C\u4E4B\u95F4\u4E0A\u6DA8\u4E86\u4E24\u7C73\uFF0C";
  std::string whole;
  std::string lines;
  // 20 characters, 60 bytes, a line.
  for (int i = 0; i < 20; ++i) whole += sentence;
  for (std::size_t at = 0; at < whole.size(); at += 60) lines += whole.substr(at, 60) + "\n";
  CHECK(paragraphs(lines) == Paragraphs{whole});
}

TEST_CASE("text that nobody wrapped stays as it is") {
  SUBCASE("one paragraph a line") {
    CHECK(pith::plain_text::wrap_width(flood() + "\n" + school() + "\n") == 0);
  }
  SUBCASE("a list of lines that are about as long") {
    std::string list;
    for (std::size_t i = 0; i < 40; ++i)
      list += "Ten recipes for rainy days, part " + std::string(1 + i % 9, 'i') + " of the series\n";
    CHECK(pith::plain_text::wrap_width(list) == 0);
  }
  SUBCASE("a few lines, whatever their ends") {
    CHECK(pith::plain_text::wrap_width(wrapped(flood(), 60)) == 0);
    CHECK(pith::plain_text::wrap_width("") == 0);
    CHECK(pith::plain_text::wrap_width("\n\n\n") == 0);
  }
}

TEST_CASE("a line was broken where the next word had no room") {
  using pith::plain_text::was_broken;
  // Ten cells, a space, and four cells.
  CHECK(was_broken("0123456789", "word and more", 14));
  CHECK_FALSE(was_broken("0123456789", "word and more", 15));
  // No space between two CJK characters; the next takes two cells, with a mark that may not begin a line four.
  CHECK(was_broken("\u6CB3\u6C34\u6DA8", "\u6865", 9));
  CHECK_FALSE(was_broken("\u6CB3\u6C34\u6DA8", "\u6865", 10));
  CHECK_FALSE(was_broken("", "word", 2));
  CHECK_FALSE(was_broken("word", " ", 2));
}

TEST_CASE("a space stood between words, but not between two CJK characters") {
  using pith::plain_text::was_broken_at_space;
  CHECK(was_broken_at_space("the river", "rose"));
  CHECK(was_broken_at_space("\u6CB3", "river"));
  CHECK(was_broken_at_space("river", "\u6CB3"));
  CHECK_FALSE(was_broken_at_space("\u6CB3 ", "\u6C34"));
  CHECK_FALSE(was_broken_at_space("", "river"));
}

TEST_CASE("lines end with any line end") {
  std::string_view rest = "a\r\nb\rc\n\fd\ve";
  std::vector<std::string_view> lines;
  while (!rest.empty()) lines.push_back(pith::plain_text::take_line(rest));
  CHECK(lines == std::vector<std::string_view>{"a", "b", "c", "", "d", "e"});
}
