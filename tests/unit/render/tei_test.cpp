#include <doctest/doctest.h>

#include <pith/render.hpp>

#include "support/article_builder.hpp"

using pith::BlockKind;
using pith::FrameKind;
using pith::SpanKind;
using pith::test::ArticleBuilder;

namespace {

/// What stands in the body.
std::string body_of(ArticleBuilder& builder, pith::Links links = pith::Links::keep) {
  const std::string tei = pith::to_tei(builder.article(), links);
  const std::size_t begin = tei.find("<body>\n") + 7;
  return tei.substr(begin, tei.find("</body>") - begin);
}

}  // namespace

TEST_CASE("headings outside of frames begin divisions, those within do not") {
  auto page = ArticleBuilder("T").paragraph("a").block(BlockKind::heading, "H", 2).open(FrameKind::quote);
  page.block(BlockKind::heading, "Q", 3).paragraph("b");
  CHECK(body_of(page) ==
        "<div>\n<head>T</head>\n<p>a</p>\n</div>\n<div n=\"2\">\n<head>H</head>\n<quote>\n<ab type=\"head\">Q</ab>\n"
        "<p>b</p>\n</quote>\n</div>\n");
}

TEST_CASE("lists, definitions and tables keep their places") {
  auto page = ArticleBuilder().open(FrameKind::list).item("a", 3).close().open(FrameKind::definitions);
  page.block(BlockKind::term, "t").block(BlockKind::definition, "d").close().open(FrameKind::table);
  page.block(BlockKind::caption, "c").cell(0, 1, 2, 1, true).paragraph("x").close().cell(1, 0).paragraph("y");
  CHECK(
      body_of(page) ==
      "<div>\n<list rend=\"numbered\">\n<item n=\"3\">\n<p>a</p>\n</item>\n</list>\n<list type=\"gloss\">\n"
      "<label>t</label>\n<item>\n<p>d</p>\n</item>\n</list>\n<table>\n<head>c</head>\n<row>\n"
      "<cell role=\"label\" n=\"2\" rows=\"2\">\n<p>x</p>\n</cell>\n</row>\n<row>\n<cell n=\"1\">\n<p>y</p>\n</cell>\n"
      "</row>\n</table>\n</div>\n");
}

TEST_CASE("spans become highlights, references and formulas; unsafe targets are left out") {
  auto page = ArticleBuilder()
                  .paragraph("go there")
                  .span(SpanKind::link, "there", "/x")
                  .paragraph(
                      "10"
                      "6");
  page.span(SpanKind::superscript, "6").paragraph("bad").span(SpanKind::link, "bad", "javascript:x");
  CHECK(body_of(page) ==
        "<div>\n<p>go <ref target=\"/x\">there</ref></p>\n<p>10<hi "
        "rend=\"superscript\">6</hi></p>\n<p>bad</p>\n</div>\n");
  CHECK(body_of(page, pith::Links::drop).find("<ref") == std::string::npos);
}

TEST_CASE("notes are tied to their references, whatever their labels hold") {
  auto page = ArticleBuilder().paragraph("see*").span(SpanKind::note, "*", "*").open(FrameKind::note);
  page.paragraph("the note").detail("*");
  CHECK(body_of(page) ==
        "<div>\n<p>see<ref type=\"note\" target=\"#note-_42\">*</ref></p>\n"
        "<note place=\"foot\" xml:id=\"note-_42\" n=\"*\">\n<p>the note</p>\n</note>\n</div>\n");
}

TEST_CASE("an abbreviation stands beside its long form") {
  auto page = ArticleBuilder().paragraph("WHO").span(SpanKind::abbreviation, "WHO");
  page.article().blocks[0].spans[0].detail = "World & Health";
  CHECK(body_of(page) == "<div>\n<p><choice><abbr>WHO</abbr><expan>World &amp; Health</expan></choice></p>\n</div>\n");
}

TEST_CASE("code, images, formulas, rules and embeds have their elements") {
  auto page = ArticleBuilder().block(BlockKind::code, "a < b\nc").detail("c").block(BlockKind::image, "alt");
  page.detail("/i.png").block(BlockKind::math, "x^2").block(BlockKind::rule, "").block(BlockKind::embed, "");
  page.detail("https://v.example/1");
  CHECK(body_of(page) ==
        "<div>\n<ab type=\"code\" xml:space=\"preserve\"><code lang=\"c\">a &lt; b\nc</code></ab>\n<figure>\n"
        "<graphic url=\"/i.png\"/>\n<figDesc>alt</figDesc>\n</figure>\n"
        "<p><formula notation=\"tex\" rend=\"display\">x^2</formula></p>\n<milestone unit=\"section\" rend=\"rule\"/>\n"
        "<p><ref type=\"embed\" target=\"https://v.example/1\">https://v.example/1</ref></p>\n</div>\n");
}

TEST_CASE("the header holds the metadata, and an empty article is a document too") {
  pith::Article article;
  article.metadata.title = "A & B";
  article.metadata.authors = {"Ann"};
  article.metadata.published.year = 2024;
  article.metadata.language = "en";
  const std::string tei = pith::to_tei(article);
  CHECK(tei.find("<titleStmt>\n<title>A &amp; B</title>\n<author>Ann</author>\n</titleStmt>") != std::string::npos);
  CHECK(tei.find("<date type=\"published\" when-iso=\"2024\">2024</date>") != std::string::npos);
  CHECK(tei.find("<language ident=\"en\"/>") != std::string::npos);
  CHECK(pith::to_tei({}).find("<div>\n<p/>\n</div>") != std::string::npos);
}

TEST_CASE("of two notes with one label only the first has the identifier") {
  auto page = ArticleBuilder().open(FrameKind::note);
  page.paragraph("a").detail("1").close().open(FrameKind::note);
  page.paragraph("b").detail("1");
  const std::string body = body_of(page);
  CHECK(body.find("xml:id=\"note-1\"") == body.rfind("xml:id=\"note-1\""));
  CHECK(body.find("xml:id=\"note-1\"") != std::string::npos);
}

TEST_CASE("what is to be done is told by its item") {
  auto page = pith::test::ArticleBuilder().open(pith::FrameKind::list).open(pith::FrameKind::item);
  page.task(pith::Task::done).paragraph("a");
  CHECK(pith::to_tei(page.article()).find("<item rend=\"done\">") != std::string::npos);
}
