#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "blocks/blocks.hpp"
#include "support/page_builder.hpp"

using pith::BlockKind;
using pith::blocks::BlockList;
using pith::page::AttributeName;
using pith::page::Tag;
using pith::test::PageBuilder;

namespace {

struct Cut {
  explicit Cut(PageBuilder& page, std::uint32_t max_blocks = 1000) {
    pith::Limits limits;
    limits.max_blocks = max_blocks;
    pith::blocks::segment(page.done(), limits, list, notices);
  }
  [[nodiscard]] std::string_view text(std::size_t i) const { return list.blocks.at(i).text; }
  [[nodiscard]] const pith::blocks::TextBlock& block(std::size_t i) const { return list.blocks.at(i); }

  BlockList list;
  std::vector<pith::Notice> notices;
};

}  // namespace

TEST_CASE("a block is a run of inline content") {
  PageBuilder page;
  page.open(Tag::div).text("  One \n two ").element(Tag::b, "three").text(" four ").element(Tag::p, "five").text("six");
  const Cut cut(page);

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
  const Cut cut(page);

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
  const Cut cut(page);

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

TEST_CASE("an element of the page's own within a sentence is a part of it, elsewhere a box") {
  PageBuilder page;
  page.open(Tag::p).text("the ").element(Tag::custom, "glossary").text(" of terms").close();
  page.open(Tag::div).element(Tag::custom, "one").element(Tag::custom, "two").text("three").close();
  const Cut cut(page);

  REQUIRE(cut.list.blocks.size() == 4);
  CHECK(cut.text(0) == "the glossary of terms");
  CHECK(cut.text(1) == "one");
  CHECK(cut.text(3) == "three");
}

TEST_CASE("one line break is a newline, two end the block") {
  PageBuilder page;
  page.open(Tag::p).text("one").open(Tag::br).close().text(" two ");
  page.open(Tag::br).close().text(" \n ").open(Tag::br).close().text("three");
  const Cut cut(page);

  REQUIRE(cut.list.blocks.size() == 2);
  CHECK(cut.text(0) == "one\ntwo");
  CHECK(cut.text(1) == "three");
}

TEST_CASE("links are counted and kept as spans") {
  PageBuilder page;
  page.open(Tag::p).text("see ").element(Tag::a, "the page", {{AttributeName::href, "/x"}}).text(", and ");
  page.element(Tag::a, "no address").text(".");
  const Cut cut(page);

  REQUIRE(cut.list.blocks.size() == 1);
  CHECK(cut.text(0) == "see the page, and no address.");
  CHECK(cut.block(0).links == 1);
  CHECK(cut.block(0).linked_letters == 7);
  REQUIRE(cut.block(0).span_count == 1);
  const auto& span = cut.list.spans.at(cut.block(0).first_span);
  CHECK(cut.text(0).substr(span.begin, span.end - span.begin) == "the page");
  CHECK(span.target == "/x");
}

TEST_CASE("a link around blocks links each of them") {
  PageBuilder page;
  page.open(Tag::a, {{AttributeName::href, "/card"}}).element(Tag::h3, "Title").element(Tag::p, "Teaser");
  const Cut cut(page);

  REQUIRE(cut.list.blocks.size() == 2);
  CHECK(cut.block(0).link_density() == 1.0F);
  CHECK(cut.block(1).link_density() == 1.0F);
  CHECK(cut.block(1).links == 1);
  CHECK(cut.list.containers.at(cut.block(0).container).in_link);
}

TEST_CASE("edges of spans keep words apart, but not from punctuation or CJK") {
  PageBuilder page;
  page.open(Tag::p).element(Tag::span, "By").element(Tag::span, "Jane").element(Tag::span, ", Paris").close();
  page.open(Tag::p).element(Tag::span, "\u4E2D").element(Tag::span, "\u6587").close();
  const Cut cut(page);

  CHECK(cut.text(0) == "By Jane, Paris");
  CHECK(cut.text(1) == "\u4E2D\u6587");
  CHECK(cut.block(1).cjk_words == 2);
  CHECK(cut.block(1).weighted_words() == doctest::Approx(2 / 1.7));
}

TEST_CASE("what is hidden or a button within a line is a block after it") {
  PageBuilder page;
  page.open(Tag::p)
      .text("seen ")
      .element(Tag::span, "unseen", {{AttributeName::style, "display : NONE"}})
      .text(" seen ")
      .element(Tag::button, "Copy")
      .text(" too");
  const Cut cut(page);

  REQUIRE(cut.list.blocks.size() == 3);
  CHECK(cut.text(0) == "seen seen too");
  CHECK(cut.block(0).hidden == 0);
  CHECK(cut.text(1) == "unseen");
  CHECK(cut.block(1).hidden == pith::blocks::hidden_by_style);
  CHECK(cut.text(2) == "Copy");
  CHECK(cut.list.containers.at(cut.block(2).container).tag == Tag::button);
}

TEST_CASE("a hidden element before the line has a block before it") {
  PageBuilder page;
  page.open(Tag::p).element(Tag::span, "unseen", {{AttributeName::hidden, ""}}).text("seen");
  const Cut cut(page);

  REQUIRE(cut.list.blocks.size() == 2);
  CHECK(cut.text(0) == "unseen");
  CHECK(cut.text(1) == "seen");
}

TEST_CASE("a pre is one block, whatever its lines are made of") {
  PageBuilder page;
  page.open(Tag::pre);
  SUBCASE("block elements, an empty one too") {
    page.element(Tag::div, "a").element(Tag::div, "").element(Tag::div, "  b");
    const Cut cut(page);
    REQUIRE(cut.list.blocks.size() == 1);
    CHECK(cut.text(0) == "a\n\n  b");
  }
  SUBCASE("inline elements named lines, with and without newlines between") {
    const auto line = {std::pair{AttributeName::class_, std::string_view("line")}};
    page.element(Tag::span, "a", line).element(Tag::span, "b", line).text("\n").element(Tag::span, "c", line);
    const Cut cut(page);
    REQUIRE(cut.list.blocks.size() == 1);
    CHECK(cut.text(0) == "a\nb\nc");
  }
  SUBCASE("line breaks") {
    page.text("a").open(Tag::br).close().open(Tag::br).close().text("b");
    const Cut cut(page);
    REQUIRE(cut.list.blocks.size() == 1);
    CHECK(cut.text(0) == "a\n\nb");
  }
  SUBCASE("numbers of lines and buttons are left out") {
    page.element(Tag::span, "1", {{AttributeName::class_, "lineno"}}).text("a\n").element(Tag::button, "Copy");
    const Cut cut(page);
    REQUIRE(cut.list.blocks.size() == 1);
    CHECK(cut.text(0) == "a");
  }
}

TEST_CASE("all that stands in a hidden element is hidden, and nothing after it") {
  PageBuilder page;
  page.open(Tag::div, {{AttributeName::hidden, ""}}).open(Tag::div);
  page.element(Tag::p, "unseen").close().element(Tag::p, "unseen", {{AttributeName::aria_hidden, "true"}}).close();
  page.element(Tag::p, "seen");
  const Cut cut(page);

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
  const Cut cut(page);

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
  const Cut cut(page);
  CHECK(cut.block(0).kind == BlockKind::term);
  CHECK(cut.block(0).starts_item);
  CHECK(cut.block(1).kind == BlockKind::definition);
}

TEST_CASE("a formula is LaTeX, alone a block of its kind, in a sentence a span") {
  PageBuilder page;
  page.open(Tag::p).text("so ").open(Tag::math, {{AttributeName::alttext, "a_1"}}).close().text(" falls").close();
  page.open(Tag::p).open(Tag::math, {{AttributeName::alttext, "{\\displaystyle b^2}"}}).close().close();
  const Cut cut(page);

  REQUIRE(cut.list.blocks.size() == 2);
  CHECK(cut.text(0) == "so a_1 falls");
  CHECK(cut.list.spans.at(0).kind == pith::SpanKind::math);
  CHECK(cut.block(1).kind == BlockKind::math);
  CHECK(cut.text(1) == "b^2");
}

TEST_CASE("images, rules and embeds are insets: before a block, after it, or in its text") {
  PageBuilder page;
  page.open(Tag::p).open(Tag::img, {{AttributeName::src, "a.png"}}).close().text("one ");
  page.open(Tag::img, {{AttributeName::src, "b.png"}}).close().text(" two");
  page.open(Tag::img, {{AttributeName::src, "c.png"}}).close().close();
  page.open(Tag::hr).close().element(Tag::p, "three");
  const Cut cut(page);

  REQUIRE(cut.list.insets.size() == 4);
  CHECK(cut.list.insets[0].block == 0);
  CHECK(cut.list.insets[0].offset == 0);
  CHECK(cut.list.insets[1].block == 0);
  CHECK(cut.list.insets[1].offset == 3);
  CHECK(cut.list.insets[2].block == 1);
  CHECK(cut.list.insets[2].offset == 0);
  CHECK(cut.list.insets[3].kind == BlockKind::rule);
  CHECK(cut.block(0).images == 3);
}

TEST_CASE("marks of places are no text, readings of ruby stand in brackets") {
  PageBuilder page;
  page.open(Tag::h2).text("Head").element(Tag::a, "\u00B6", {{AttributeName::href, "#head"}}).close();
  page.open(Tag::p).open(Tag::ruby).text("\u6F22").element(Tag::rt, "kan").close().close();
  const Cut cut(page);

  CHECK(cut.text(0) == "Head");
  CHECK(cut.text(1) == "\u6F22(kan)");
}

TEST_CASE("containers know their blocks") {
  PageBuilder page;
  page.open(Tag::div).element(Tag::p, "a").element(Tag::p, "b").close().element(Tag::p, "c");
  const Cut cut(page);

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
  const Cut cut(page, 3);

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

TEST_CASE("quotation marks that browsers add are told, unless the page has its own") {
  PageBuilder page;
  page.open(Tag::p).text("She said ").element(Tag::q, "no").text(".").close();
  page.open(Tag::p).text("She said ").element(Tag::q, "\u201Eno\u201C").text(".").close();
  page.open(Tag::p).text("She said \u201C").element(Tag::q, "no").text("\u201D.").close();
  page.open(Tag::p).text("She said ").element(Tag::q, "").text("nothing.").close();
  const Cut cut(page);
  CHECK(cut.text(0) == "She said \u201Cno\u201D.");
  CHECK(cut.text(1) == "She said \u201Eno\u201C.");
  CHECK(cut.text(2) == "She said \u201Cno\u201D.");
  CHECK(cut.text(3) == "She said nothing.");
}

TEST_CASE("code in code is one span") {
  PageBuilder page;
  page.open(Tag::p).text("Press ").open(Tag::kbd).element(Tag::kbd, "Ctrl").text("+").element(Tag::kbd, "C").close();
  const Cut cut(page);
  REQUIRE(cut.list.spans.size() == 1);
  CHECK(cut.list.spans[0].end - cut.list.spans[0].begin == 6);
}

TEST_CASE("a link to edit what is below is no part of a heading") {
  PageBuilder page;
  page.open(Tag::h2)
      .element(Tag::span, "Bees")
      .element(Tag::span, "[edit]", {{AttributeName::class_, "mw-editsection"}});
  page.close().open(Tag::p).element(Tag::span, "[edit]", {{AttributeName::class_, "mw-editsection"}});
  const Cut cut(page);
  CHECK(cut.text(0) == "Bees");
  CHECK(cut.text(1) == "[edit]");
}

TEST_CASE("what tools lay out as lines of code without a pre is one block") {
  PageBuilder page;
  page.open(Tag::table, {{AttributeName::class_, "js-file-line-container"}});
  for (const char* const line : {"x = 1", "  y = 2"}) {
    page.text("\n  ").open(Tag::tr).text("\n").element(Tag::td, "1", {{AttributeName::class_, "blob-num"}}).text("\n ");
    page.element(Tag::td, line, {{AttributeName::class_, "blob-code"}}).close();
  }
  page.close().element(Tag::p, "text  after");
  const Cut cut(page);
  REQUIRE(cut.list.blocks.size() == 2);
  CHECK(cut.block(0).kind == BlockKind::code);
  CHECK(cut.text(0) == "x = 1\n  y = 2");
  CHECK(cut.text(1) == "text after");
}

TEST_CASE("control characters are no text") {
  PageBuilder page;
  page.element(Tag::p, "so\x12me\x1B te\x01xt").element(Tag::pre, "a\x12 = 1").element(Tag::pre, "\x12");
  const Cut cut(page);
  CHECK(cut.list.blocks.size() == 2);
  CHECK(cut.text(0) == "some text");
  CHECK(cut.text(1) == "a = 1");
}

TEST_CASE("a mark of place goes where it is wrapped, too") {
  PageBuilder page;
  page.open(Tag::li).open(Tag::b).element(Tag::a, "^", {{AttributeName::href, "#ref"}}).close().text(" The source.");
  const Cut cut(page);
  CHECK(cut.text(0) == "The source.");
}

TEST_CASE("a video that an element of the page's own names is an embed") {
  PageBuilder page;
  page.open(Tag::custom, {{AttributeName::video_id, "abc_12-3xyz"}}).close().element(Tag::p, "text");
  const Cut cut(page);
  REQUIRE(cut.list.insets.size() == 1);
  CHECK(cut.list.insets[0].kind == BlockKind::embed);
}

TEST_CASE("cells that are only called so are apart") {
  PageBuilder page;
  page.open(Tag::div).element(Tag::span, "Month", {{AttributeName::role, "columnheader"}});
  page.element(Tag::span, "mm", {{AttributeName::role, "columnheader"}}).element(Tag::b, "x");
  const Cut cut(page);
  CHECK(cut.text(0) == "Month mm x");
}

TEST_CASE("a picture parts words, and so do the edges of elements right in a list") {
  PageBuilder page;
  page.open(Tag::p).text("one").open(Tag::img).close().text("two \u6CB3").open(Tag::img).close().text("\u6CB3").close();
  page.open(Tag::ul).element(Tag::b, "one").element(Tag::b, "two").close();
  page.open(Tag::p).element(Tag::b, "one").element(Tag::b, "two");
  const Cut cut(page);
  CHECK(cut.text(0) == "one two \u6CB3\u6CB3");
  CHECK(cut.text(1) == "one two");
  CHECK(cut.text(2) == "onetwo");
}

TEST_CASE("a formula that an element tells stands for what it shows") {
  PageBuilder page;
  page.open(Tag::p).text("so ").element(Tag::span, "x2", {{AttributeName::latex, "x^2"}}).text(" is");
  const Cut cut(page);
  CHECK(cut.text(0) == "so x^2 is");
  REQUIRE(cut.list.spans.size() == 1);
  CHECK(cut.list.spans[0].kind == pith::SpanKind::math);
}

TEST_CASE("emphasis is what browsers show as such") {
  PageBuilder page;
  page.open(Tag::p).element(Tag::var, "n").element(Tag::span, "bold", {{AttributeName::style, "font-weight:bold"}});
  page.element(Tag::b, "plain", {{AttributeName::style, "font-weight:normal"}}).close();
  page.open(Tag::h2).element(Tag::span, "bold", {{AttributeName::style, "font-weight:bold"}});
  const Cut cut(page);
  REQUIRE(cut.list.spans.size() == 2);
  CHECK(cut.list.spans[0].kind == pith::SpanKind::emphasis);
  CHECK(cut.list.spans[1].kind == pith::SpanKind::strong);
}

TEST_CASE("verse in a pre is text in lines, a block for each stanza") {
  PageBuilder page;
  page.open(Tag::pre, {{AttributeName::class_, "wp-block-verse"}}).text("One line,\n  and  ").element(Tag::em, "one");
  page.text(".\n \nAnother.\n").close().element(Tag::pre, "x\n  y");
  const Cut cut(page);
  REQUIRE(cut.list.blocks.size() == 3);
  CHECK(cut.text(0) == "One line,\nand one.");
  CHECK(cut.block(0).kind == BlockKind::paragraph);
  CHECK(cut.text(1) == "Another.");
  CHECK(cut.block(2).kind == BlockKind::code);
}
