// Where blocks begin and end, their kinds and their containers.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/segmented.hpp"

using pith::BlockKind;
using pith::blocks::BlockList;
using pith::page::AttributeName;
using pith::page::Tag;
using pith::test::PageBuilder;
using pith::test::Segmented;

TEST_CASE("a block is a run of inline content") {
  PageBuilder page;
  page.open(Tag::div).text("  One \n two ").element(Tag::b, "three").text(" four ").element(Tag::p, "five").text("six");
  const Segmented cut(page);

  REQUIRE(cut.list.blocks.size() == 3);
  CHECK(cut.text(0) == "One two three four");
  CHECK(cut.text(1) == "five");
  CHECK(cut.text(2) == "six");
  CHECK(cut.block(0).word_count == 4);
  CHECK(cut.block(0).letters == 15);
  CHECK(cut.block(0).bold_letters == 5);
}

TEST_CASE("text that stands in the page as it is read is not copied") {
  PageBuilder page;
  page.element(Tag::p, " \n The river rose.\n ").element(Tag::p, "The  town slept.");
  page.open(Tag::p).text("Nobody ").element(Tag::b, "saw").text(" it.").close();
  page.element(Tag::pre, "\n  a = 1;\n  b = 2;\n").element(Tag::pre, "a\u00A0= 1;");
  const Segmented cut(page);

  REQUIRE(cut.list.blocks.size() == 5);
  CHECK(cut.text(0) == "The river rose.");
  CHECK(cut.text(1) == "The town slept.");
  CHECK(cut.text(2) == "Nobody saw it.");
  CHECK(cut.text(3) == "  a = 1;\n  b = 2;");
  CHECK(cut.text(4) == "a = 1;");
  const std::size_t copied = cut.text(1).size() + cut.text(2).size() + cut.text(4).size();
  CHECK(cut.list.storage.used_bytes() == copied);
}

TEST_CASE("the words of a huge page are not kept, but found anew") {
  std::string half;
  while (half.size() < std::size_t{1} << 20U) half += "The river rose by 2 metres. ";
  PageBuilder page;
  page.element(Tag::p, "The town slept.").element(Tag::p, half).element(Tag::p, half);
  const Segmented cut(page);

  REQUIRE(cut.list.blocks.size() == 3);
  std::vector<pith::text::Word> expected, room;
  for (const pith::blocks::TextBlock& block : cut.list.blocks) {
    expected.clear();
    pith::text::tokenize(block.text, expected);
    CHECK(block.word_count == expected.size());
    const auto words = cut.list.words_of(block, room);
    CHECK(std::equal(words.begin(), words.end(), expected.begin(), expected.end(),
                     [](const auto& a, const auto& b) { return a.hash == b.hash; }));
  }
  CHECK_FALSE(cut.list.keeps_words);
  CHECK(cut.list.words.capacity() == 0);
}

TEST_CASE("one line break is a newline, two end the block") {
  PageBuilder page;
  page.open(Tag::p).text("one").open(Tag::br).close().text(" two ");
  page.open(Tag::br).close().text(" \n ").open(Tag::br).close().text("three");
  const Segmented cut(page);

  REQUIRE(cut.list.blocks.size() == 2);
  CHECK(cut.text(0) == "one\ntwo");
  CHECK(cut.text(1) == "three");
}

TEST_CASE("a hidden element before the line has a block before it") {
  PageBuilder page;
  page.open(Tag::p).element(Tag::span, "unseen", {{AttributeName::hidden, ""}}).text("seen");
  const Segmented cut(page);

  REQUIRE(cut.list.blocks.size() == 2);
  CHECK(cut.text(0) == "unseen");
  CHECK(cut.text(1) == "seen");
}

TEST_CASE("a pre is one block, whatever its lines are made of") {
  PageBuilder page;
  page.open(Tag::pre);
  SUBCASE("block elements, an empty one too") {
    page.element(Tag::div, "a").element(Tag::div, "").element(Tag::div, "  b");
    const Segmented cut(page);
    REQUIRE(cut.list.blocks.size() == 1);
    CHECK(cut.text(0) == "a\n\n  b");
  }
  SUBCASE("inline elements named lines, with and without newlines between") {
    const auto line = {std::pair{AttributeName::class_, std::string_view("line")}};
    page.element(Tag::span, "a", line).element(Tag::span, "b", line).text("\n").element(Tag::span, "c", line);
    const Segmented cut(page);
    REQUIRE(cut.list.blocks.size() == 1);
    CHECK(cut.text(0) == "a\nb\nc");
  }
  SUBCASE("line breaks") {
    page.text("a").open(Tag::br).close().open(Tag::br).close().text("b");
    const Segmented cut(page);
    REQUIRE(cut.list.blocks.size() == 1);
    CHECK(cut.text(0) == "a\n\nb");
  }
  SUBCASE("numbers of lines and buttons are left out") {
    page.element(Tag::span, "1", {{AttributeName::class_, "lineno"}}).text("a\n").element(Tag::button, "Copy");
    const Segmented cut(page);
    REQUIRE(cut.list.blocks.size() == 1);
    CHECK(cut.text(0) == "a");
  }
}

TEST_CASE("all that stands in a hidden element is hidden, and nothing after it") {
  PageBuilder page;
  page.open(Tag::div, {{AttributeName::hidden, ""}}).open(Tag::div);
  page.element(Tag::p, "unseen").close().element(Tag::p, "unseen", {{AttributeName::aria_hidden, "true"}}).close();
  page.element(Tag::p, "seen");
  const Segmented cut(page);

  REQUIRE(cut.list.blocks.size() == 3);
  CHECK(cut.block(0).hidden == pith::blocks::hidden_by_style);
  CHECK(cut.block(1).hidden == (pith::blocks::hidden_by_style | pith::blocks::hidden_by_aria));
  CHECK(cut.block(2).hidden == 0);
}

TEST_CASE("kinds come from the elements around") {
  PageBuilder page;
  page.element(Tag::h2, "Head");
  page.open(Tag::ol, {{AttributeName::start, "3"}}).element(Tag::li, "third");
  page.open(Tag::li).element(Tag::p, "fourth").element(Tag::p, "more of it").close().close();
  page.open(Tag::dl).element(Tag::dt, "term").element(Tag::dd, "explained").close();
  page.element(Tag::figcaption, "caption");
  page.element(Tag::pre, "\n  a\n    b\n");
  const Segmented cut(page);

  REQUIRE(cut.list.blocks.size() == 8);
  CHECK(cut.block(0).kind == BlockKind::heading);
  CHECK(cut.block(0).level == 2);
  CHECK(cut.block(1).starts_item);
  CHECK(cut.block(2).starts_item);
  CHECK_FALSE(cut.block(3).starts_item);
  CHECK(cut.block(3).kind == BlockKind::paragraph);
  CHECK(cut.block(4).kind == BlockKind::term);
  CHECK(cut.block(5).kind == BlockKind::definition);
  CHECK(cut.block(6).kind == BlockKind::caption);
  CHECK(cut.block(7).kind == BlockKind::code);
  CHECK(cut.text(7) == "  a\n    b");
}

TEST_CASE("a term that begins an item is a term") {
  PageBuilder page;
  page.open(Tag::ul).open(Tag::li).open(Tag::dl).element(Tag::dt, "term").element(Tag::dd, "explained").close();
  const Segmented cut(page);
  CHECK(cut.block(0).kind == BlockKind::term);
  CHECK(cut.block(0).starts_item);
  CHECK(cut.block(1).kind == BlockKind::definition);
}

TEST_CASE("containers know their blocks") {
  PageBuilder page;
  page.open(Tag::div).element(Tag::p, "a").element(Tag::p, "b").close().element(Tag::p, "c");
  const Segmented cut(page);

  REQUIRE(cut.list.containers.size() == 5);
  CHECK(cut.list.containers[0].first_block == 0);
  CHECK(cut.list.containers[0].end_block == 3);
  CHECK(cut.list.containers[1].tag == Tag::div);
  CHECK(cut.list.containers[1].end_block == 2);
  CHECK(cut.list.containers[1].subtree_end == 4);
  CHECK(cut.list.containers[4].first_block == 2);
  CHECK(cut.list.containers[4].parent == 0);
}

TEST_CASE("blocks past the limit are counted in a notice") {
  PageBuilder page;
  for (int i = 0; i < 5; ++i) page.element(Tag::p, "text");
  const Segmented cut(page, 3);

  CHECK(cut.list.blocks.size() == 3);
  REQUIRE(cut.notices.size() == 1);
  CHECK(cut.notices[0].code == pith::NoticeCode::blocks_truncated);
  CHECK(cut.notices[0].count == 2);
}

TEST_CASE("an empty page has one container and no blocks") {
  pith::page::Page page;
  BlockList list;
  std::vector<pith::Notice> notices;
  pith::blocks::segment(page, pith::Limits{}, list, notices);

  CHECK(list.blocks.empty());
  REQUIRE(list.containers.size() == 1);
  CHECK(list.containers[0].subtree_end == 1);
}

TEST_CASE("what tools lay out as lines of code without a pre is one block") {
  PageBuilder page;
  page.open(Tag::table, {{AttributeName::class_, "js-file-line-container"}});
  for (const char* const line : {"x = 1", "  y = 2"}) {
    page.text("\n  ").open(Tag::tr).text("\n").element(Tag::td, "1", {{AttributeName::class_, "blob-num"}}).text("\n ");
    page.element(Tag::td, line, {{AttributeName::class_, "blob-code"}}).close();
  }
  page.close().element(Tag::p, "text  after");
  const Segmented cut(page);
  REQUIRE(cut.list.blocks.size() == 2);
  CHECK(cut.block(0).kind == BlockKind::code);
  CHECK(cut.text(0) == "x = 1\n  y = 2");
  CHECK(cut.text(1) == "text after");
}

TEST_CASE("control characters are no text") {
  PageBuilder page;
  page.element(Tag::p, "so\x12me\x1B te\x01xt").element(Tag::pre, "a\x12 = 1").element(Tag::pre, "\x12");
  const Segmented cut(page);
  CHECK(cut.list.blocks.size() == 2);
  CHECK(cut.text(0) == "some text");
  CHECK(cut.text(1) == "a = 1");
}

TEST_CASE("cells that are only called so are apart") {
  PageBuilder page;
  page.open(Tag::div).element(Tag::span, "Month", {{AttributeName::role, "columnheader"}});
  page.element(Tag::span, "mm", {{AttributeName::role, "columnheader"}}).element(Tag::b, "x");
  const Segmented cut(page);
  CHECK(cut.text(0) == "Month mm x");
}

TEST_CASE("verse in a pre is text in lines, a block for each stanza") {
  PageBuilder page;
  page.open(Tag::pre, {{AttributeName::class_, "wp-block-verse"}}).text("One line,\n  and  ").element(Tag::em, "one");
  page.text(".\n \nAnother.\n").close().element(Tag::pre, "x\n  y");
  const Segmented cut(page);
  REQUIRE(cut.list.blocks.size() == 3);
  CHECK(cut.text(0) == "One line,\nand one.");
  CHECK(cut.block(0).kind == BlockKind::paragraph);
  CHECK(cut.text(1) == "Another.");
  CHECK(cut.block(2).kind == BlockKind::code);
}

TEST_CASE("the box in which a tool shows the formula that follows is not read") {
  PageBuilder page;
  page.open(Tag::div, {{AttributeName::class_, "MathJax_Display"}}).element(Tag::span, "P = Q h").close();
  page.open(Tag::math, {{AttributeName::alttext, "P=Qh"}, {AttributeName::display, "block"}}).close();
  page.open(Tag::div, {{AttributeName::class_, "MathJax_Display"}}).element(Tag::span, "P = Q").close();
  const Segmented cut(page);

  REQUIRE(cut.list.blocks.size() == 2);
  CHECK(cut.text(0) == "P=Qh");
  CHECK(cut.text(1) == "P = Q");
}

TEST_CASE("a heading in a caption is the caption, unless it leads elsewhere") {
  PageBuilder page;
  page.open(Tag::figcaption).element(Tag::h2, "The harbour in May").open(Tag::h3);
  page.element(Tag::a, "Read on", {{AttributeName::href, "/more"}}).close().close().element(Tag::h2, "After it");
  const Segmented cut(page);
  REQUIRE(cut.list.blocks.size() == 3);
  CHECK(cut.block(0).kind == BlockKind::caption);
  CHECK(cut.block(1).kind == BlockKind::heading);
  CHECK(cut.block(2).kind == BlockKind::heading);
}

TEST_CASE("names that HTML does not know are words where only lines can stand, or text stands right before") {
  PageBuilder page;
  page.open(Tag::p).text("Use List").open(Tag::unknown).text(" names, and Map").open(Tag::unknown).text(" too.");
  page.close().close().close().open(Tag::div).text("Use vector").open(Tag::unknown).text(" here.").close().close();
  page.open(Tag::div).element(Tag::unknown, "One.").element(Tag::unknown, "Two.").close();
  const Segmented cut(page);
  REQUIRE(cut.list.blocks.size() == 4);
  CHECK(cut.text(0) == "Use List names, and Map too.");
  CHECK(cut.text(1) == "Use vector here.");
  CHECK(cut.text(3) == "Two.");
}
