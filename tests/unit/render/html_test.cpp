#include <doctest/doctest.h>

#include <pith/render.hpp>

#include "support/article_builder.hpp"

using pith::BlockKind;
using pith::Links;
using pith::SpanKind;
using pith::test::ArticleBuilder;

namespace {

/// Without the element around it.
std::string inner(ArticleBuilder& builder, Links links = Links::keep) {
  const std::string html = pith::to_html(builder.article(), links);
  const std::string begin = "<article>\n";
  const std::string end = "</article>\n";
  REQUIRE(html.starts_with(begin));
  REQUIRE(html.ends_with(end));
  return html.substr(begin.size(), html.size() - begin.size() - end.size());
}

std::string linked(std::string target) {
  return inner(ArticleBuilder().paragraph("x").span(SpanKind::link, "x", std::move(target)));
}

}  // namespace

TEST_CASE("each kind has its element") {
  CHECK(inner(ArticleBuilder("T").paragraph("p")) == "<h1>T</h1>\n<p>p</p>\n");
  CHECK(inner(ArticleBuilder().block(BlockKind::heading, "h", 2)) == "<h2>h</h2>\n");
  CHECK(inner(ArticleBuilder().block(BlockKind::heading, "h", 9)) == "<h6>h</h6>\n");
  CHECK(inner(ArticleBuilder().block(BlockKind::quote, "q", 1)) == "<blockquote><p>q</p></blockquote>\n");
  CHECK(inner(ArticleBuilder().block(BlockKind::code, "a<b\n c")) == "<pre><code>a&lt;b\n c</code></pre>\n");
  CHECK(inner(ArticleBuilder().block(BlockKind::caption, "c")) == "<figcaption>c</figcaption>\n");
  CHECK(inner(ArticleBuilder().row("a\tb").row("c\td")) ==
        "<table>\n<tr><td>a</td><td>b</td></tr>\n<tr><td>c</td><td>d</td></tr>\n</table>\n");
  CHECK(inner(ArticleBuilder().paragraph("a\nb")) == "<p>a<br>b</p>\n");
}

TEST_CASE("lists open and close around their items") {
  CHECK(inner(ArticleBuilder().item("a").item("b").paragraph("p")) ==
        "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p>p</p>\n");
  CHECK(inner(ArticleBuilder().item("a").item("b", 2).item("c")) ==
        "<ul>\n<li>a</li>\n<ul>\n<li>b</li>\n</ul>\n<li>c</li>\n</ul>\n");
}

TEST_CASE("a numbered list after another one is a list of its own") {
  CHECK(inner(ArticleBuilder().item("a").item("b", 1, 1)) == "<ul>\n<li>a</li>\n</ul>\n<ol>\n<li>b</li>\n</ol>\n");
}

TEST_CASE("all text is escaped") {
  CHECK(inner(ArticleBuilder("<i>").paragraph("<script>\"&'</script>")) ==
        "<h1>&lt;i&gt;</h1>\n<p>&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt;</p>\n");
  CHECK(inner(ArticleBuilder().row("<td>\t&")) == "<table>\n<tr><td>&lt;td&gt;</td><td>&amp;</td></tr>\n</table>\n");
}

TEST_CASE("links that could run code lose their target") {
  CHECK(linked("https://x.example/?a=1&b=\"2\"") ==
        "<p><a href=\"https://x.example/?a=1&amp;b=&quot;2&quot;\">x</a></p>\n");
  CHECK(linked("mailto:a@x.example") == "<p><a href=\"mailto:a@x.example\">x</a></p>\n");
  CHECK(linked("/relative:path") == "<p><a href=\"/relative:path\">x</a></p>\n");
  CHECK(linked("javascript:alert(1)") == "<p>x</p>\n");
  CHECK(linked("JaVaScRiPt:alert(1)") == "<p>x</p>\n");
  CHECK(linked("java\tscript:alert(1)") == "<p>x</p>\n");
  CHECK(linked(" javascript:alert(1)") == "<p>x</p>\n");
  CHECK(linked("data:text/html,x") == "<p>x</p>\n");
  CHECK(linked("vbscript:x") == "<p>x</p>\n");
  CHECK(linked("") == "<p>x</p>\n");
}

TEST_CASE("links may be left out, emphasis stays") {
  auto page = ArticleBuilder().paragraph("a b");
  page.span(SpanKind::link, "a b", "http://x.example").span(SpanKind::strong, "b");
  CHECK(inner(page) == "<p><a href=\"http://x.example\">a <strong>b</strong></a></p>\n");
  CHECK(inner(page, Links::drop) == "<p>a <strong>b</strong></p>\n");
}

TEST_CASE("a span that crosses another or leaves the text is left out") {
  auto page = ArticleBuilder().paragraph("abcd");
  auto& spans = page.article().blocks[0].spans;
  spans = {{SpanKind::strong, 0, 2, ""}, {SpanKind::emphasis, 1, 3, ""}, {SpanKind::code, 3, 9, ""}};
  CHECK(inner(page) == "<p><strong>ab</strong>cd</p>\n");
}

TEST_CASE("an empty article gives nothing") {
  CHECK(pith::to_html(ArticleBuilder("T").article()).empty());
}
