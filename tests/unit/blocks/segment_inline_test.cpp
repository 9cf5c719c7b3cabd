// What stands in lines: spans, images, formulas, marks.
#include <doctest/doctest.h>

#include <string>

#include "support/rendering_case.hpp"
#include "support/segmented.hpp"

using pith::BlockKind;
using pith::page::AttributeName;
using pith::page::Tag;
using pith::test::PageBuilder;
using pith::test::Segmented;

TEST_CASE("an element of the page's own within a sentence is a part of it, elsewhere a box") {
  PageBuilder page;
  page.open(Tag::p).text("the ").element(Tag::custom, "glossary").text(" of terms").close();
  page.open(Tag::div).element(Tag::custom, "one").element(Tag::custom, "two").text("three").close();
  const Segmented cut(page);

  REQUIRE(cut.list.blocks.size() == 4);
  CHECK(cut.text(0) == "the glossary of terms");
  CHECK(cut.text(1) == "one");
  CHECK(cut.text(3) == "three");
}

TEST_CASE("links are counted and kept as spans") {
  PageBuilder page;
  page.open(Tag::p).text("see ").element(Tag::a, "the page", {{AttributeName::href, "/x"}}).text(", and ");
  page.element(Tag::a, "no address").text(".");
  const Segmented cut(page);

  REQUIRE(cut.list.blocks.size() == 1);
  CHECK(cut.text(0) == "see the page, and no address.");
  CHECK(cut.block(0).links == 1);
  CHECK(cut.block(0).linked_letters == 7);
  REQUIRE(cut.block(0).span_count == 1);
  const auto& span = cut.list.spans.at(cut.block(0).first_span);
  CHECK(cut.text(0).substr(span.begin, span.end - span.begin) == "the page");
  CHECK(span.target == "/x");
}

TEST_CASE("a link around a whole article counts as none, one around a teaser as one") {
  const std::string sentence = "The river rose by two metres overnight, and the lower town had to be cleared. ";
  for (const int sentences : {2, 8}) {
    CAPTURE(sentences);
    std::string paragraph;
    for (int i = 0; i < sentences; ++i) paragraph += sentence;
    PageBuilder page;
    page.open(Tag::a, {{AttributeName::href, "/river"}});
    for (int i = 0; i < 4; ++i) page.element(Tag::p, paragraph);
    const Segmented cut(page);

    REQUIRE(cut.list.blocks.size() == 4);
    CHECK((cut.block(3).linked_letters == 0) == (sentences == 8));
    CHECK(cut.block(3).links == (sentences == 8 ? 0 : 1));
    REQUIRE(cut.block(3).span_count == 1);  // and stays a link
    CHECK(cut.list.spans[cut.block(3).first_span].target == "/river");
  }
}

TEST_CASE("a link around blocks links each of them") {
  PageBuilder page;
  page.open(Tag::a, {{AttributeName::href, "/card"}}).element(Tag::h3, "Title").element(Tag::p, "Teaser");
  const Segmented cut(page);

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
  const Segmented cut(page);

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
  const Segmented cut(page);

  REQUIRE(cut.list.blocks.size() == 3);
  CHECK(cut.text(0) == "seen seen too");
  CHECK(cut.block(0).hidden == 0);
  CHECK(cut.text(1) == "unseen");
  CHECK(cut.block(1).hidden == pith::blocks::hidden_by_style);
  CHECK(cut.text(2) == "Copy");
  CHECK(cut.list.containers.at(cut.block(2).container).tag == Tag::button);
}

TEST_CASE("a formula is LaTeX, alone a block of its kind, in a sentence a span") {
  PageBuilder page;
  page.open(Tag::p).text("so ").open(Tag::math, {{AttributeName::alttext, "a_1"}}).close().text(" falls").close();
  page.open(Tag::p).open(Tag::math, {{AttributeName::alttext, "{\\displaystyle b^2}"}}).close().close();
  const Segmented cut(page);

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
  const Segmented cut(page);

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

TEST_CASE("an image in text that is left out stands below the last block") {
  PageBuilder page;
  page.element(Tag::p, "first").open(Tag::p).text("second ");
  page.element(Tag::img, "", {{AttributeName::src, "/river.png"}}).text(" more");
  const Segmented cut(page, 1);

  CHECK(cut.list.blocks.size() == 1);
  REQUIRE(cut.list.insets.size() == 1);
  CHECK(cut.list.insets[0].block == 1);
  CHECK(cut.list.insets[0].offset == 0);
}

TEST_CASE("marks of places are no text, readings of ruby stand in brackets") {
  PageBuilder page;
  page.open(Tag::h2).text("Head").element(Tag::a, "\u00B6", {{AttributeName::href, "#head"}}).close();
  page.open(Tag::p).open(Tag::ruby).text("\u6F22").element(Tag::rt, "kan").close().close();
  const Segmented cut(page);

  CHECK(cut.text(0) == "Head");
  CHECK(cut.text(1) == "\u6F22(kan)");
}

TEST_CASE("quotation marks that browsers add are told, unless the page has its own") {
  PageBuilder page;
  page.open(Tag::p).text("She said ").element(Tag::q, "no").text(".").close();
  page.open(Tag::p).text("She said ").element(Tag::q, "\u201Eno\u201C").text(".").close();
  page.open(Tag::p).text("She said \u201C").element(Tag::q, "no").text("\u201D.").close();
  page.open(Tag::p).text("She said ").element(Tag::q, "").text("nothing.").close();
  const Segmented cut(page);
  CHECK(cut.text(0) == "She said \u201Cno\u201D.");
  CHECK(cut.text(1) == "She said \u201Eno\u201C.");
  CHECK(cut.text(2) == "She said \u201Cno\u201D.");
  CHECK(cut.text(3) == "She said nothing.");
}

TEST_CASE("code in code is one span") {
  PageBuilder page;
  page.open(Tag::p).text("Press ").open(Tag::kbd).element(Tag::kbd, "Ctrl").text("+").element(Tag::kbd, "C").close();
  const Segmented cut(page);
  REQUIRE(cut.list.spans.size() == 1);
  CHECK(cut.list.spans[0].end - cut.list.spans[0].begin == 6);
}

TEST_CASE("a link to edit what is below is no part of a heading") {
  PageBuilder page;
  page.open(Tag::h2)
      .element(Tag::span, "Bees")
      .element(Tag::span, "[edit]", {{AttributeName::class_, "mw-editsection"}});
  page.close().open(Tag::p).element(Tag::span, "[edit]", {{AttributeName::class_, "mw-editsection"}});
  const Segmented cut(page);
  CHECK(cut.text(0) == "Bees");
  CHECK(cut.text(1) == "[edit]");
}

TEST_CASE("a mark of place goes where it is wrapped, too") {
  PageBuilder page;
  page.open(Tag::li).open(Tag::b).element(Tag::a, "^", {{AttributeName::href, "#ref"}}).close().text(" The source.");
  const Segmented cut(page);
  CHECK(cut.text(0) == "The source.");
}

TEST_CASE("a video that an element of the page's own names is an embed") {
  PageBuilder page;
  page.open(Tag::custom, {{AttributeName::video_id, "abc_12-3xyz"}}).close().element(Tag::p, "text");
  const Segmented cut(page);
  REQUIRE(cut.list.insets.size() == 1);
  CHECK(cut.list.insets[0].kind == BlockKind::embed);
}

TEST_CASE("a picture parts words, and so do the edges of elements right in a list") {
  PageBuilder page;
  page.open(Tag::p).text("one").open(Tag::img).close().text("two \u6CB3").open(Tag::img).close().text("\u6CB3").close();
  page.open(Tag::ul).element(Tag::b, "one").element(Tag::b, "two").close();
  page.open(Tag::p).element(Tag::b, "one").element(Tag::b, "two");
  const Segmented cut(page);
  CHECK(cut.text(0) == "one two \u6CB3\u6CB3");
  CHECK(cut.text(1) == "one two");
  CHECK(cut.text(2) == "onetwo");
}

TEST_CASE("a formula that an element tells stands for what it shows") {
  PageBuilder page;
  page.open(Tag::p).text("so ").element(Tag::span, "x2", {{AttributeName::latex, "x^2"}}).text(" is");
  const Segmented cut(page);
  CHECK(cut.text(0) == "so x^2 is");
  REQUIRE(cut.list.spans.size() == 1);
  CHECK(cut.list.spans[0].kind == pith::SpanKind::math);
}

TEST_CASE("emphasis is what browsers show as such") {
  PageBuilder page;
  page.open(Tag::p).element(Tag::var, "n").element(Tag::span, "bold", {{AttributeName::style, "font-weight:bold"}});
  page.element(Tag::b, "plain", {{AttributeName::style, "font-weight:normal"}}).close();
  page.open(Tag::h2).element(Tag::span, "bold", {{AttributeName::style, "font-weight:bold"}});
  const Segmented cut(page);
  REQUIRE(cut.list.spans.size() == 2);
  CHECK(cut.list.spans[0].kind == pith::SpanKind::emphasis);
  CHECK(cut.list.spans[1].kind == pith::SpanKind::strong);
}

TEST_CASE("a reference that marks its title is no title itself") {
  PageBuilder page;
  page.open(Tag::p).open(Tag::cite).text("Jane Doe: ").element(Tag::i, "Mills of the coast").text(".").close().close();
  page.open(Tag::p).element(Tag::cite, "Mills of the coast").close();
  const Segmented cut(page);
  REQUIRE(cut.list.spans.size() == 2);
  CHECK(cut.list.spans[0].begin == 10);
  CHECK(cut.list.spans[1].begin == 0);
}

TEST_CASE("an element of the page's own with a formula in it is a part of the sentence") {
  const auto text = [](const std::string& html) {
    const pith::Article article = pith::test::unjudged_article("<p>It is " + html + ", as told.</p>");
    return article.blocks.size() == 1 ? article.blocks[0].text : "";
  };
  CHECK(text("<x-formula><mml:math><mml:msqrt><mml:mi>x</mml:mi></mml:msqrt></mml:math></x-formula>") ==
        "It is \\sqrt{x}, as told.");
  CHECK(text("<embed-tex><eq class=a><span><math><mi>a</mi><mi>b</mi><mi>c</mi><mi>d</mi><mi>e</mi></math></span></eq>"
             "</embed-tex>") == "It is abcde, as told.");
  CHECK(text("<x-formula><p>a box</p></x-formula>").empty());
}

TEST_CASE("a row of an equation is one formula, beside its number") {
  const pith::Article article = pith::test::unjudged_article(
      "<table class='ltx_eqn_align ltx_eqn_table'><tr><td></td><td><math alttext='\\displaystyle a'></math></td>"
      "<td><math alttext='\\displaystyle=b+c'></math></td><td class=ltx_eqn_eqno rowspan=2>(1)</td></tr>"
      "<tr><td></td><td></td><td><math alttext='=d'></math></td></tr></table>");
  REQUIRE(article.blocks.size() == 3);
  CHECK(article.blocks[0].kind == pith::BlockKind::math);
  CHECK(article.blocks[0].text == "a =b+c");
  CHECK(article.blocks[0].frames.empty());
  CHECK(article.blocks[1].text == "(1)");
  CHECK(article.blocks[2].text == "=d");
}

TEST_CASE("the number before a formula of a manual does not stick to it, nor the link to its place") {
  const pith::Article article = pith::test::unjudged_article(
      "<div class=math><span class=eqno>(1)<a class=headerlink href='#e'>#</a></span>\\[E = mgh\\]</div>");
  REQUIRE(article.blocks.size() == 2);
  CHECK(article.blocks[0].text == "(1)");
  CHECK(article.blocks[1].text == "\\[E = mgh\\]");
}

TEST_CASE("links back from a note and the printed mark of an item are left out, signs shown as pictures are not") {
  const pith::Article article = pith::test::unjudged_article(
      "<ol><li><span class=mw-cite-backlink>^ <a href='#r1'>a</a> <a href='#r2'>b</a></span> The register.</li>"
      "<li><span class=num>2.</span> Wash</li></ol><p>At noon <img class=emoji alt='\u2602' src=r.png>.</p>");
  REQUIRE(article.blocks.size() == 3);
  CHECK(article.blocks[0].text == "The register.");
  CHECK(article.blocks[1].text == "Wash");
  CHECK(article.blocks[2].text == "At noon \u2602.");
}

TEST_CASE("letters that are raised by their style stand in their word") {
  PageBuilder page;
  page.open(Tag::p).text("H").element(Tag::span, "2", {{AttributeName::style, "vertical-align: sub"}}).text("O");
  CHECK(Segmented(page).text(0) == "H2O");
}

TEST_CASE("elements of papers are told by their names") {
  PageBuilder page;
  const auto paper = [&page](std::string_view name, std::string_view text) {
    page.element(Tag::custom, text, {{AttributeName::element, name}});
  };
  page.open(Tag::p);
  paper("d-math", "x^2");
  page.text(" grows");
  paper("d-footnote", "But slowly.");
  page.text(" with time");
  paper("d-cite", "");
  page.text(".").close();
  paper("d-math", "E = mc^2");
  paper("d-code", "a\n  b");
  const Segmented cut(page);
  REQUIRE(cut.list.blocks.size() == 4);
  CHECK(cut.text(0) == "x^2 grows with time.");
  CHECK(cut.list.spans.at(0).kind == pith::SpanKind::math);
  CHECK(cut.list.spans.at(0).target.empty());
  CHECK(cut.text(1) == "But slowly.");
  CHECK(cut.block(2).kind == BlockKind::math);
  CHECK(cut.block(3).kind == BlockKind::code);
  CHECK(cut.text(3) == "a\n  b");
}
