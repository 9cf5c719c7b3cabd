#include <doctest/doctest.h>

#include <pith/render.hpp>

#include "support/article_builder.hpp"

using pith::BlockKind;
using pith::FrameKind;
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
  CHECK(inner(ArticleBuilder().block(BlockKind::code, "a<b\n c")) == "<pre><code>a&lt;b\n c</code></pre>\n");
  CHECK(inner(ArticleBuilder().block(BlockKind::rule, "")) == "<hr>\n");
  CHECK(inner(ArticleBuilder().block(BlockKind::code, "a\fb\x01")) == "<pre><code>a\fb</code></pre>\n");
  CHECK(inner(ArticleBuilder().block(BlockKind::code, "a").detail("c++")) ==
        "<pre><code class=\"language-c++\">a</code></pre>\n");
  CHECK(inner(ArticleBuilder().block(BlockKind::image, "alt").detail("/a.png")) ==
        "<p><img src=\"/a.png\" alt=\"alt\"></p>\n");
  CHECK(inner(ArticleBuilder().paragraph("a\nb")) == "<p>a<br>b</p>\n");
}

TEST_CASE("the language of the article and the way it is written stand at its element") {
  const auto start_of = [](std::string language) {
    pith::Article article = ArticleBuilder().paragraph("p").article();
    article.metadata.language = std::move(language);
    const std::string html = pith::to_html(article);
    return html.substr(0, html.find('\n'));
  };
  CHECK(start_of("") == "<article>");
  CHECK(start_of("zh-Hans") == "<article lang=\"zh-Hans\">");
  CHECK(start_of("ar") == "<article lang=\"ar\" dir=\"rtl\">");
  CHECK(start_of("he-IL") == "<article lang=\"he-IL\" dir=\"rtl\">");
  CHECK(start_of("en\" onclick=\"x") == "<article>");
  CHECK(start_of(std::string(36, 'a')) == "<article>");
}

TEST_CASE("frames open and close around their blocks") {
  CHECK(inner(ArticleBuilder().open(FrameKind::quote).paragraph("q").close().paragraph("p")) ==
        "<blockquote>\n<p>q</p>\n</blockquote>\n<p>p</p>\n");
  CHECK(inner(ArticleBuilder().open(FrameKind::list).item("a").item("b").close().paragraph("p")) ==
        "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p>p</p>\n");
  auto nested = ArticleBuilder().open(FrameKind::list).open(FrameKind::item, 3).paragraph("a");
  CHECK(inner(nested.open(FrameKind::list).item("b").close(2).item("c", 5)) ==
        "<ol start=\"3\">\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n<li value=\"5\">c</li>\n</ol>\n");
}

TEST_CASE("two lists in a row are two") {
  CHECK(inner(ArticleBuilder().open(FrameKind::list).item("a").close().open(FrameKind::list).item("b")) ==
        "<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>\n");
}

TEST_CASE("items with and without numbers are in lists of their own") {
  auto page = ArticleBuilder().open(FrameKind::list).item("a", 1).item("b").item("c").item("d", 2).close();
  CHECK(to_html(page.article())
            .find("<ol>\n<li>a</li>\n</ol>\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n"
                  "<ol start=\"2\">\n<li>d</li>\n</ol>\n") != std::string::npos);
}

TEST_CASE("tables have their empty cells and spans") {
  CHECK(inner(ArticleBuilder().open(FrameKind::table).row(0, "a|b").row(1, "|c")) ==
        "<table>\n<tr><td>a</td><td>b</td></tr>\n<tr><td></td><td>c</td></tr>\n</table>\n");
  auto spans = ArticleBuilder().open(FrameKind::table).cell(0, 0, 2, 1, true).paragraph("a").close();
  spans.cell(0, 1).paragraph("b").close().cell(1, 1).paragraph("c");
  CHECK(inner(spans) == "<table>\n<tr><th rowspan=\"2\">a</th><td>b</td></tr>\n<tr><td>c</td></tr>\n</table>\n");
}

TEST_CASE("captions, definitions, notes and formulas have their elements") {
  CHECK(inner(ArticleBuilder().open(FrameKind::figure).block(BlockKind::caption, "c")) ==
        "<figure>\n<figcaption>c</figcaption>\n</figure>\n");
  auto list = ArticleBuilder().open(FrameKind::definitions).block(BlockKind::term, "t");
  CHECK(inner(list.block(BlockKind::definition, "d")) == "<dl>\n<dt>t</dt>\n<dd>d</dd>\n</dl>\n");
  auto whole = ArticleBuilder().open(FrameKind::definitions).block(BlockKind::definition, "a");
  whole.block(BlockKind::code, "b").open(FrameKind::quote).paragraph("c").close().block(BlockKind::definition, "d");
  CHECK(inner(whole) ==
        "<dl>\n<dd>a<pre><code>b</code></pre>\n<blockquote>\n<p>c</p>\n</blockquote>\n</dd>\n<dd>d</dd>\n</dl>\n");
  auto note = ArticleBuilder().paragraph("a1").span(SpanKind::note, "1", "1").open(FrameKind::note);
  CHECK(inner(note.paragraph("n").detail("1")) ==
        "<p>a<sup><a href=\"#note-1\" role=\"doc-noteref\">1</a></sup></p>\n"
        "<aside id=\"note-1\" role=\"doc-footnote\">\n<p>n</p>\n</aside>\n");
  CHECK(inner(ArticleBuilder().paragraph("x<y").span(SpanKind::math, "x<y")) ==
        "<p><math><semantics><mtext>x&lt;y</mtext><annotation "
        "encoding=\"application/x-tex\">x&lt;y</annotation></semantics></math></p>\n");
}

TEST_CASE("captions side by side are one, and what an explanation goes on with stays in it") {
  auto figure = ArticleBuilder().open(FrameKind::figure).block(BlockKind::caption, "c").block(BlockKind::caption, "d");
  CHECK(inner(figure) == "<figure>\n<figcaption>\n<p>c</p>\n<p>d</p>\n</figcaption>\n</figure>\n");
  auto list = ArticleBuilder().open(FrameKind::definitions).block(BlockKind::definition, "a").paragraph("b");
  CHECK(inner(list) == "<dl>\n<dd>a<p>b</p>\n</dd>\n</dl>\n");
}

TEST_CASE("a note is called by the first block that tells its label") {
  auto page = ArticleBuilder().paragraph("a1").span(SpanKind::note, "1", "1").open(FrameKind::note);
  page.block(BlockKind::image, "").detail("/i.png").paragraph("n").detail("1");
  CHECK(inner(page).find("<aside id=\"note-1\"") != std::string::npos);
}

TEST_CASE("an abbreviation has its long form") {
  auto page = ArticleBuilder().paragraph("WHO").span(SpanKind::abbreviation, "WHO");
  page.article().blocks[0].spans[0].detail = "World \"Health\"";
  CHECK(inner(page) == "<p><abbr title=\"World &quot;Health&quot;\">WHO</abbr></p>\n");
}

TEST_CASE("no link or note stands in a link") {
  auto page = ArticleBuilder().paragraph("a b").span(SpanKind::link, "a b", "/x").span(SpanKind::link, "b", "/y");
  CHECK(inner(page) == "<p><a href=\"/x\">a b</a></p>\n");
}

TEST_CASE("all text is escaped") {
  CHECK(inner(ArticleBuilder("<i>").paragraph("<script>\"&'</script>")) ==
        "<h1>&lt;i&gt;</h1>\n<p>&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt;</p>\n");
  CHECK(inner(ArticleBuilder().open(FrameKind::table).row(0, "<td>|&")) ==
        "<table>\n<tr><td>&lt;td&gt;</td><td>&amp;</td></tr>\n</table>\n");
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
  spans = {{SpanKind::strong, 0, 2, "", ""}, {SpanKind::emphasis, 1, 3, "", ""}, {SpanKind::code, 3, 9, "", ""}};
  CHECK(inner(page) == "<p><strong>ab</strong>cd</p>\n");
}

TEST_CASE("an empty article gives nothing") {
  CHECK(pith::to_html(ArticleBuilder("T").article()).empty());
}

TEST_CASE("control characters are left out, inserted text is marked") {
  auto page = ArticleBuilder().paragraph("a\x12 five").span(SpanKind::inserted, "five");
  CHECK(inner(page) == "<p>a <ins>five</ins></p>\n");
}

TEST_CASE("an image between words has a space on both its sides") {
  auto page = ArticleBuilder().paragraph("a b");
  page.article().blocks[0].spans = {{SpanKind::image, 1, 1, "/i.png"}};
  CHECK(inner(page) == "<p>a <img src=\"/i.png\" alt=\"\"> b</p>\n");
}

TEST_CASE("the space that a reference has taken is not shown") {
  auto page = ArticleBuilder().paragraph("High 1 up").span(SpanKind::note, " 1", "1");
  CHECK(inner(page) == "<p>High<sup><a href=\"#note-1\" role=\"doc-noteref\">1</a></sup> up</p>\n");
}

TEST_CASE("what is to be done has a box that nobody can tick") {
  auto page =
      ArticleBuilder().open(FrameKind::list).open(FrameKind::item).task(pith::Task::done).paragraph("a").close();
  page.open(FrameKind::item).task(pith::Task::open).paragraph("b").close().item("c");
  CHECK(pith::to_html(page.article()) ==
        "<article>\n<ul>\n<li><input type=\"checkbox\" disabled checked> a</li>\n"
        "<li><input type=\"checkbox\" disabled> b</li>\n<li>c</li>\n</ul>\n</article>\n");
}
