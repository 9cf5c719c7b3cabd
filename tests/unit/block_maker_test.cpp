#include "block_maker.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/rendering_case.hpp"

using pith::SpanKind;
using pith::test::unjudged_article;

TEST_CASE("no link stands in another") {
  const pith::Article article =
      unjudged_article("<p>Bees<p><a href=/bees>Bees <table><tr><td>fly <a href=/far>far</a> out</table></a>");
  int links = 0;
  for (const pith::Block& block : article.blocks) {
    std::uint32_t link_end = 0;
    for (const pith::Span& span : block.spans) {
      if (span.kind != SpanKind::link) continue;
      CHECK(span.begin >= link_end);
      link_end = span.end;
      ++links;
    }
  }
  CHECK(links > 0);
}

TEST_CASE("a reference within a link is a part of it") {
  const pith::Article article = unjudged_article(
      "<p>Bees<sup><a href=#n1>1</a></sup></p>"
      "<a href=/bees><table><tr><td>Wasps<sup><a href=#n1>1</a></sup></td></tr></table></a><p id=n1>They fly.</p>");
  int notes = 0;
  for (const pith::Block& block : article.blocks)
    for (const pith::Span& span : block.spans) notes += span.kind == SpanKind::note;
  CHECK(notes == 1);
}

TEST_CASE("a line of a note that only says its label again is none") {
  for (const char* const label : {"2", "2.", "(2)"}) {
    CAPTURE(label);
    const pith::Article article = unjudged_article("<p>Bees<sup><a href=#n2>2</a></sup><div id=n2><p>" +
                                                   std::string(label) + "</p><p>They fly.</p><p>2</p></div>");
    REQUIRE(article.blocks.size() == 3);
    CHECK(article.blocks[1].text == "They fly.");
    CHECK(article.blocks[1].detail == "2");
    CHECK(article.blocks[2].text == "2");
  }
}

TEST_CASE("code on several lines is code, in a caption too") {
  for (const char* const tag : {"p", "figcaption"}) {
    CAPTURE(tag);
    const std::string box(tag);
    const pith::Article article =
        unjudged_article("<figure><" + box + "><code>raise(gate);<br>close(gate);</code></" + box + "></figure>");
    REQUIRE(article.blocks.size() == 1);
    CHECK(article.blocks[0].kind == pith::BlockKind::code);
    CHECK(article.blocks[0].spans.empty());
  }
}

TEST_CASE("an image stands before the space that follows it, or in what begins after the space") {
  const pith::Article heading =
      unjudged_article("<h2>Bees <a href=#bees><img src=/bee.jpg>fly</a></h2><p>Bees <b><img src=/bee.jpg>fly</b></p>");
  REQUIRE(heading.blocks.size() == 2);
  REQUIRE(heading.blocks[0].spans.size() == 1);
  CHECK(heading.blocks[0].spans[0].begin == 4);
  REQUIRE(heading.blocks[1].spans.size() == 2);
  CHECK(heading.blocks[1].spans[1].begin == 5);
}

TEST_CASE("an explanation goes on after the definitions within it") {
  const pith::Article article =
      unjudged_article("<dl><dt>Gate<dd><p>Bars the water.</p><dl><dt>Key<dd>Of iron.</dl><p>It is heavy.</p></dl>");
  REQUIRE(article.blocks.size() == 5);
  CHECK(article.blocks[1].kind == pith::BlockKind::definition);
  CHECK(article.blocks[3].kind == pith::BlockKind::definition);
  CHECK(article.blocks[4].kind == pith::BlockKind::paragraph);
}

TEST_CASE("the lists of a word processor are lists, without the marks in print") {
  const auto item = [](const std::string& mark, const std::string& text) {
    return "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>" + mark + "<span>&nbsp; </span></span>" +
           text + "</p>";
  };
  const pith::Article article = unjudged_article(item("\u00B7", "Clear the race.") + item("\u00B7", "Hang the gate.") +
                                                 "<p>So it was.</p>" + item("3.", "Oil the wheel."));
  REQUIRE(article.blocks.size() == 4);
  CHECK(article.blocks[0].text == "Clear the race.");
  REQUIRE(article.blocks[1].frames.size() == 2);
  CHECK(article.blocks[1].frames[0] == article.blocks[0].frames[0]);
  CHECK(article.blocks[1].frames[1].number == 0);
  CHECK(article.blocks[2].frames.empty());
  CHECK(article.blocks[3].frames.at(1).number == 3);
}

TEST_CASE("notes of the margin come after their sentence, and those with a mark are notes") {
  const pith::Article article = unjudged_article(
      "<p>The wheel turns.<sup>1</sup><span class=ltx_note_outer><sup>1</sup><span class=ltx_tag_note>1</span>Slowly."
      "</span> It stops.<span class=sidenote>At night.</span></p>");
  REQUIRE(article.blocks.size() == 3);
  CHECK(article.blocks[0].text == "The wheel turns.1 It stops.");
  REQUIRE(article.blocks[0].spans.size() == 1);
  CHECK(article.blocks[0].spans[0].kind == SpanKind::note);
  CHECK(article.blocks[1].text == "Slowly.");
  CHECK(article.blocks[1].detail == "1");
  REQUIRE(article.blocks[1].frames.size() == 1);
  CHECK(article.blocks[1].frames[0].kind == pith::FrameKind::note);
  CHECK(article.blocks[2].text == "At night.");
  CHECK(article.blocks[2].frames.empty());
}

TEST_CASE("lines of a box are one text") {
  const pith::Article article = unjudged_article(
      "<div class=line-block><div class=line>The water is low,</div><div class=line-block><div class=line>the wheel is "
      "slow.</div></div><div class=line><br></div><div class=line>Nobody goes.</div></div>");
  REQUIRE(article.blocks.size() == 2);
  CHECK(article.blocks[0].text == "The water is low,\nthe wheel is slow.");
  CHECK(article.blocks[1].text == "Nobody goes.");
}

TEST_CASE("numbers that begin the lines of code, each in an element, are none of it") {
  const pith::Article numbered =
      unjudged_article("<pre><span>1</span> <b>if</b> dry:\n<span> 2</span>   stop()\n</pre>");
  REQUIRE(numbered.blocks.size() == 1);
  CHECK(numbered.blocks[0].text == "if dry:\n  stop()");
  const pith::Article table = unjudged_article("<pre><span>1</span> mill\n<span>3</span> mills\n</pre>");
  REQUIRE(table.blocks.size() == 1);
  CHECK(table.blocks[0].text == "1 mill\n3 mills");
}

TEST_CASE("the bar of a tool in a pre is no code") {
  const pith::Article article = unjudged_article(
      "<pre><div><div>python</div><div><div>Copy</div></div><div><code>import "
      "mill\nmill.run()</code></div></div></pre>");
  REQUIRE(article.blocks.size() == 1);
  CHECK(article.blocks[0].text == "import mill\nmill.run()");
}

TEST_CASE("references of one bracket all refer to notes, and a label goes whatever follows it") {
  const pith::Article article = unjudged_article(
      "<p>They are loud [<a href=#b2>2</a>, <a href=#b3>3</a>].</p>"
      "<ul><li id=b2><span>2.</span><cite>Smith</cite> B. Noise.</li><li id=b3>3. Jones C.</li></ul>");
  REQUIRE(article.blocks.size() == 3);
  CHECK(article.blocks[0].spans.size() == 2);
  CHECK(article.blocks[1].text == "Smith B. Noise.");
  CHECK(article.blocks[2].detail == "3");
}

TEST_CASE("an asterisk that links to a note refers to it") {
  const pith::Article article =
      unjudged_article("<p>It was sold<span><a href=#f1>*1</a></span>.</p><p id=f1>*1: By will.</p>");
  REQUIRE(article.blocks.size() == 2);
  REQUIRE(article.blocks[0].spans.size() == 1);
  CHECK(article.blocks[0].spans[0].kind == SpanKind::note);
}

TEST_CASE("a picture of a formula may stand on a line of its own") {
  const pith::Article article = unjudged_article(
      "<p>so <img class=mwe-math-fallback-image-display src=/x.svg alt='{\\displaystyle P=mgh}'> it is</p>");
  REQUIRE(article.blocks.size() == 1);
  REQUIRE(article.blocks[0].spans.size() == 1);
  CHECK(article.blocks[0].spans[0].target == "display");
}
