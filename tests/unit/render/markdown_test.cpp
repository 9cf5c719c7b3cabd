#include <doctest/doctest.h>

#include <pith/render.hpp>

#include "support/article_builder.hpp"

using pith::BlockKind;
using pith::Links;
using pith::SpanKind;
using pith::to_markdown;
using pith::test::ArticleBuilder;

TEST_CASE("headings keep their levels below the title") {
  CHECK(to_markdown(ArticleBuilder("Title")
                        .block(BlockKind::heading, "First", 1)
                        .block(BlockKind::heading, "Third", 3)
                        .block(BlockKind::heading, "Deep", 9)
                        .article()) == "# Title\n\n## First\n\n### Third\n\n###### Deep\n");
}

TEST_CASE("lists nest by four spaces and keep their numbers") {
  CHECK(to_markdown(ArticleBuilder().item("a").item("b", 2).item("c", 3, 1).item("d", 1, 12).article()) ==
        "- a\n    - b\n        1. c\n12. d\n");
}

TEST_CASE("tables get a rule below their first row") {
  CHECK(to_markdown(ArticleBuilder().row("Band\tTurns").row("Long|wave\t180").article()) ==
        "| Band | Turns |\n| --- | --- |\n| Long\\|wave | 180 |\n");
}

TEST_CASE("quotes are marked on every line and by depth") {
  CHECK(to_markdown(ArticleBuilder().block(BlockKind::quote, "one\ntwo", 1).article()) == "> one  \n> two\n");
  CHECK(to_markdown(ArticleBuilder().block(BlockKind::quote, "deep", 2).article()) == ">> deep\n");
}

TEST_CASE("code is fenced by more backticks than it has") {
  CHECK(to_markdown(ArticleBuilder().block(BlockKind::code, "a *b*\n  c").article()) == "```\na *b*\n  c\n```\n");
  CHECK(to_markdown(ArticleBuilder().block(BlockKind::code, "```x```").article()) == "````\n```x```\n````\n");
}

TEST_CASE("what would mean something is escaped") {
  CHECK(to_markdown(ArticleBuilder().paragraph("a*b_c[d]<e>&`f`\\~").article()) ==
        "a\\*b\\_c\\[d\\]\\<e\\>\\&\\`f\\`\\\\\\~\n");
  CHECK(to_markdown(ArticleBuilder().paragraph("# no heading").article()) == "\\# no heading\n");
  CHECK(to_markdown(ArticleBuilder().paragraph("1999. A year").article()) == "1999\\. A year\n");
  CHECK(to_markdown(ArticleBuilder().paragraph("- no item\n+ none").article()) == "\\- no item  \n\\+ none\n");
}

TEST_CASE("links are kept or not, and never unsafe") {
  auto link = ArticleBuilder().paragraph("see the river here");
  link.span(SpanKind::link, "the river", "https://r.example/a(b) c");
  CHECK(to_markdown(link.article()) == "see [the river](https://r.example/a\\(b\\)%20c) here\n");
  CHECK(to_markdown(link.article(), Links::drop) == "see the river here\n");

  auto unsafe = ArticleBuilder().paragraph("click").span(SpanKind::link, "click", "javascript:alert(1)");
  CHECK(to_markdown(unsafe.article()) == "click\n");
}

TEST_CASE("emphasis nests") {
  auto page = ArticleBuilder().paragraph("all of it");
  page.span(SpanKind::strong, "all of it").span(SpanKind::emphasis, "of");
  CHECK(to_markdown(page.article()) == "**all *of* it**\n");
}

TEST_CASE("a caption is one line of emphasis") {
  CHECK(to_markdown(ArticleBuilder().block(BlockKind::caption, "A *bee*").article()) == "*A \\*bee\\**\n");
}

TEST_CASE("code within text is code, and nothing in it is escaped") {
  auto page = ArticleBuilder().paragraph("call read_all() twice").span(SpanKind::code, "read_all()");
  CHECK(to_markdown(page.article()) == "call `read_all()` twice\n");
  auto ticks = ArticleBuilder().paragraph("a `b` c").span(SpanKind::code, "`b`");
  CHECK(to_markdown(ticks.article()) == "a `` `b` `` c\n");
  auto linked = ArticleBuilder().paragraph("see read()").span(SpanKind::code, "read()");
  linked.span(SpanKind::link, "read", "https://r.example/");
  CHECK(to_markdown(linked.article()) == "see [`read`](https://r.example/)`()`\n");
}

TEST_CASE("nothing is escaped in a formula") {
  CHECK(to_markdown(ArticleBuilder().paragraph("so \\(a_1*b\\) and $$c_2$$, [d]").article()) ==
        "so \\(a_1*b\\) and $$c_2$$, \\[d\\]\n");
}

TEST_CASE("emphasis that asterisks cannot mark is HTML") {
  auto cjk = ArticleBuilder().paragraph("\u4E2D\u201C\u6587\u201D\u5B57").span(SpanKind::strong, "\u201C\u6587\u201D");
  CHECK(to_markdown(cjk.article()) == "\u4E2D<strong>\u201C\u6587\u201D</strong>\u5B57\n");
  auto word = ArticleBuilder().paragraph("half-baked").span(SpanKind::emphasis, "baked");
  CHECK(to_markdown(word.article()) == "half-*baked*\n");
}
