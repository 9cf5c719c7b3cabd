#include <doctest/doctest.h>

#include <pith/render.hpp>

#include "support/article_builder.hpp"

using pith::BlockKind;
using pith::FrameKind;
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
  auto page = ArticleBuilder().open(FrameKind::list).open(FrameKind::item).paragraph("a").open(FrameKind::list);
  page.open(FrameKind::item).paragraph("b").open(FrameKind::list).item("c", 1).close(4).item("d").close();
  page.open(FrameKind::list).item("e", 12);
  CHECK(to_markdown(page.article()) == "- a\n    - b\n        1. c\n- d\n\n12. e\n");
}

TEST_CASE("items of several blocks have blank lines between") {
  auto page = ArticleBuilder().open(FrameKind::list).open(FrameKind::item, 1).paragraph("a").paragraph("b");
  page.block(BlockKind::code, "x\n\ny").close().item("c", 2);
  CHECK(to_markdown(page.article()) == "1. a\n\n   b\n\n   ```\n   x\n\n   y\n   ```\n\n2. c\n");
}

TEST_CASE("two lists of the same marks in a row stay two") {
  auto page = ArticleBuilder().open(FrameKind::list).item("a").close().open(FrameKind::list).item("b");
  CHECK(to_markdown(page.article()) == "- a\n\n<!-- -->\n\n- b\n");
}

TEST_CASE("tables get a rule below their first row, and keep empty cells") {
  CHECK(to_markdown(ArticleBuilder().open(FrameKind::table).row(0, "Band|Turns|x").row(1, "|1").article()) ==
        "| Band | Turns | x |\n| --- | --- | --- |\n|  | 1 |  |\n");
  CHECK(to_markdown(ArticleBuilder().open(FrameKind::table).cell(0, 0).paragraph("a|b").paragraph("c").article()) ==
        "| a\\|b<br>c |\n| --- |\n");
}

TEST_CASE("a table that Markdown cannot hold is HTML") {
  auto page = ArticleBuilder().open(FrameKind::table).cell(0, 0, 1, 2).paragraph("a").close();
  CHECK(to_markdown(page.cell(1, 0).block(BlockKind::code, "x").article()) ==
        "<table>\n<tr><td colspan=\"2\">a</td></tr>\n<tr><td><pre><code>x</code></pre>\n</td><td></td></tr>\n"
        "</table>\n");
}

TEST_CASE("quotes are marked on every line and by depth") {
  auto page = ArticleBuilder().open(FrameKind::quote).paragraph("one\ntwo").open(FrameKind::list).item("a").close();
  page.open(FrameKind::quote).paragraph("deep");
  CHECK(to_markdown(page.article()) == "> one  \n> two\n>\n> - a\n>\n> > deep\n");
}

TEST_CASE("images, rules, formulas, definitions, notes and details have their marks") {
  CHECK(to_markdown(ArticleBuilder().block(BlockKind::image, "a]").detail("/a b.png").article()) ==
        "![a\\]](/a%20b.png)\n");
  CHECK(to_markdown(ArticleBuilder().block(BlockKind::rule, "").article()) == "---\n");
  CHECK(to_markdown(ArticleBuilder().block(BlockKind::math, "a_1*b").article()) == "$$\na_1*b\n$$\n");
  auto list = ArticleBuilder().open(FrameKind::definitions).block(BlockKind::term, "t");
  CHECK(to_markdown(list.block(BlockKind::definition, "d").block(BlockKind::term, "u").article()) == "t\n: d\n\nu\n");
  auto note = ArticleBuilder().paragraph("a1").span(SpanKind::note, "1", "1").open(FrameKind::note);
  CHECK(to_markdown(note.paragraph("n").detail("1").paragraph("m").article()) == "a[^1]\n\n[^1]: n\n\n    m\n");
  auto details = ArticleBuilder().open(FrameKind::details).block(BlockKind::caption, "s").paragraph("p").close();
  CHECK(to_markdown(details.paragraph("q").article()) == "<details>\n<summary>s</summary>\n\np\n\n</details>\n\nq\n");
}

TEST_CASE("raised, lowered, deleted letters and formulas in a line") {
  auto page = ArticleBuilder().paragraph("H2O 106 no x_1");
  page.span(SpanKind::subscript, "2").span(SpanKind::superscript, "6").span(SpanKind::deleted, "no");
  CHECK(to_markdown(page.span(SpanKind::math, "x_1").article()) == "H<sub>2</sub>O 10<sup>6</sup> ~~no~~ $x_1$\n");
}

TEST_CASE("code is fenced by more backticks than it has") {
  CHECK(to_markdown(ArticleBuilder().block(BlockKind::code, "a *b*\n  c").article()) == "```\na *b*\n  c\n```\n");
  CHECK(to_markdown(ArticleBuilder().block(BlockKind::code, "```x```").article()) == "````\n```x```\n````\n");
}

TEST_CASE("what would mean something is escaped") {
  CHECK(to_markdown(ArticleBuilder().paragraph("a*b_c[d]<e>&`f`\\~").article()) ==
        "a\\*b_c\\[d\\]\\<e>&\\`f\\`\\\\\\~\n");
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
  CHECK(to_markdown(ArticleBuilder().paragraph("\\begin{align*} a_1*b &= c \\end{align*} [d]").article()) ==
        "\\begin{align*} a_1*b &= c \\end{align*} \\[d\\]\n");
  // No formula, and none that ends.
  CHECK(to_markdown(ArticleBuilder().paragraph("\\begin{lens} *a* \\end{lens}").article()).starts_with("\\\\begin"));
  CHECK(to_markdown(ArticleBuilder().paragraph("\\begin{align} *a*").article()) == "\\\\begin{align} \\*a\\*\n");
}

TEST_CASE("code in a cell has no blank line, which would end the table") {
  auto page = ArticleBuilder().open(FrameKind::table).cell(0, 0).paragraph("a").close();
  page.cell(0, 1).block(BlockKind::code, "x\n\n \ny");
  CHECK(to_markdown(page.article()) ==
        "<table>\n<tr><td>a</td><td><pre><code>x\n&#10; &#10;y</code></pre>\n</td></tr>\n</table>\n");
}

TEST_CASE("emphasis that asterisks cannot mark is HTML") {
  auto cjk = ArticleBuilder().paragraph("\u4E2D\u201C\u6587\u201D\u5B57").span(SpanKind::strong, "\u201C\u6587\u201D");
  CHECK(to_markdown(cjk.article()) == "\u4E2D<strong>\u201C\u6587\u201D</strong>\u5B57\n");
  auto word = ArticleBuilder().paragraph("half-baked").span(SpanKind::emphasis, "baked");
  CHECK(to_markdown(word.article()) == "half-*baked*\n");
}

TEST_CASE("asterisks beside another mark are HTML where no space is outside") {
  auto link = ArticleBuilder().paragraph("see it").span(SpanKind::emphasis, "it").span(SpanKind::link, "it", "/x");
  CHECK(to_markdown(link.article()) == "see *[it](/x)*\n");
  auto word = ArticleBuilder().paragraph("seeit").span(SpanKind::emphasis, "it").span(SpanKind::link, "it", "/x");
  CHECK(to_markdown(word.article()) == "see<em>[it](/x)</em>\n");
}

TEST_CASE("a number sign that ends a heading is text") {
  CHECK(to_markdown(ArticleBuilder("F#").block(BlockKind::heading, "C #", 2).article()) == "# F\\#\n\n## C \\#\n");
}

TEST_CASE("an exclamation mark makes no image of a link or a note") {
  auto link = ArticleBuilder().paragraph("See! here").span(SpanKind::link, " here", "/x");
  CHECK(to_markdown(link.article()) == "See\\![ here](/x)\n");
  auto note = ArticleBuilder().paragraph("So!1").span(SpanKind::note, "1", "1");
  CHECK(to_markdown(note.article()) == "So\\![^1]\n");
}

TEST_CASE("a colon after a reference does not make the note of it") {
  auto page = ArticleBuilder().paragraph("1: so").span(SpanKind::note, "1", "1");
  CHECK(to_markdown(page.article()) == "[^1]\\: so\n");
  auto bracket = ArticleBuilder().paragraph("1(so)").span(SpanKind::note, "1", "1");
  CHECK(to_markdown(bracket.article()) == "[^1]\\(so)\n");
}

TEST_CASE("a list within an item that does not begin with 1 has a blank line before it") {
  auto page = ArticleBuilder().open(FrameKind::list).open(FrameKind::item).paragraph("a").open(FrameKind::list);
  CHECK(to_markdown(page.item("b", 3).article()) == "- a\n\n    3. b\n");
}

TEST_CASE("no link stands in another") {
  auto page = ArticleBuilder().paragraph("a b").span(SpanKind::link, "a b", "/x").span(SpanKind::link, "b", "/y");
  CHECK(to_markdown(page.article()) == "[a b](/x)\n");
}

TEST_CASE("the captions of a figure are one line") {
  auto page = ArticleBuilder().open(FrameKind::figure).block(BlockKind::caption, "A bee");
  CHECK(to_markdown(page.block(BlockKind::caption, "Ann").article()) == "*A bee<br>Ann*\n");
}

TEST_CASE("only definitions side by side are lines of one term") {
  auto page = ArticleBuilder().open(FrameKind::definitions).block(BlockKind::definition, "a");
  CHECK(to_markdown(page.open(FrameKind::figure).block(BlockKind::definition, "b").article()) == "a\n\nb\n");
}

TEST_CASE("an abbreviation keeps its long form, in cells too") {
  auto page = ArticleBuilder().paragraph("the WHO").span(SpanKind::abbreviation, "WHO");
  page.article().blocks[0].spans[0].detail = "World \"Health\" | Organization";
  CHECK(to_markdown(page.article()) == "the <abbr title=\"World &quot;Health&quot; | Organization\">WHO</abbr>\n");
  page.article().blocks[0].frames = ArticleBuilder().open(FrameKind::table).row(0, "x").article().blocks[0].frames;
  CHECK(to_markdown(page.article()) ==
        "| the <abbr title=\"World &quot;Health&quot; \\| Organization\">WHO</abbr> |\n| --- |\n");
}

TEST_CASE("a caption keeps its code and links") {
  auto page = ArticleBuilder().open(FrameKind::figure).block(BlockKind::caption, "Using match here");
  page.span(SpanKind::code, "match").span(SpanKind::link, "here", "/h_i*j");
  CHECK(to_markdown(page.article()) == "*Using `match` [here](/h_i*j)*\n");
  auto strong = ArticleBuilder().open(FrameKind::figure).block(BlockKind::caption, "A bee").span(SpanKind::strong, "A");
  CHECK(to_markdown(strong.article()) == "<em>**A** bee</em>\n");
}

TEST_CASE("code with more backticks than readers count is an element") {
  const std::string ticks(80, '`');
  const std::string text = ticks + "<b>";
  const std::string out = to_markdown(ArticleBuilder().paragraph(text).span(SpanKind::code, text).article());
  CHECK(out.starts_with("<code>"));
  CHECK(out.find("\\<b>") != std::string::npos);
}

TEST_CASE("a formula is no element to those who know no formulas") {
  const auto paragraph = [](const char* text) { return to_markdown(ArticleBuilder().paragraph(text).article()); };
  CHECK(paragraph("\\(<script>x()</script>\\)") == "\\\\(\\<script>x()\\</script>\\\\)\n");
  CHECK(paragraph("$$<img src=x>$$").find("\\<img") != std::string::npos);
  CHECK(paragraph("\\[a\n<div\n\\]").find("\\<div") != std::string::npos);
  CHECK(paragraph("\\(a<b\\) and \\(c > d\\)") == "\\(a<b\\) and \\(c > d\\)\n");
  CHECK(to_markdown(ArticleBuilder().block(BlockKind::math, "<script>\na<b").article()) == "$$\n< script>\na<b\n$$\n");
  CHECK(to_markdown(ArticleBuilder().paragraph("So a<b>c<d").span(SpanKind::math, "a<b>c<d").article()) ==
        "So $a< b>c<d$\n");
}

TEST_CASE("no line of a formula begins another block") {
  const auto shown = [](std::string_view latex) {
    return to_markdown(ArticleBuilder().block(BlockKind::math, latex).article());
  };
  for (const std::string begin : {"> a", "- b", "+ b", "* b", "1. c", "2) c", "# d", "=", "= =", "---", ":-", "***",
                                  "_ _ _", "```", "~~~", "[^1]: e"}) {
    CAPTURE(begin);
    CHECK(shown(begin) == "$$\n{}" + begin + "\n$$\n");
    CHECK(shown("x\n" + begin + "\ny") == "$$\nx\n{}" + begin + "\ny\n$$\n");
  }
  for (const std::string plain : {"-b", "+b", "= c", "1.5", "\\#", "#d", "a > b", "*b", "|a|", "[1]"}) {
    CAPTURE(plain);
    CHECK(shown(plain) == "$$\n" + plain + "\n$$\n");
  }
}

TEST_CASE("formulas between single signs are left alone, prices are text") {
  CHECK(to_markdown(ArticleBuilder().paragraph("Let $a_1*b_1$ be").article()) == "Let $a_1*b_1$ be\n");
  CHECK(to_markdown(ArticleBuilder().paragraph("$5_ *a and $6").article()) == "$5\\_ \\*a and $6\n");
  CHECK(to_markdown(ArticleBuilder().paragraph("$a_1 <b$").article()) == "$a_1 \\<b$\n");
}

TEST_CASE("what means nothing where it stands is not escaped") {
  CHECK(to_markdown(ArticleBuilder().paragraph("a_b, _c_, 1 & 2, &amp; 3 > 2").article()) ==
        "a_b, \\_c\\_, 1 & 2, \\&amp; 3 > 2\n");
  CHECK(to_markdown(ArticleBuilder().paragraph("> a\n> b&").article()) == "\\> a  \n\\> b\\&\n");
}

TEST_CASE("an address is written as it is, but for what would end it or mean something else") {
  auto page = ArticleBuilder().paragraph("x").span(SpanKind::link, "x", "/a_b?c=1&d=~2&copy;=(3)");
  CHECK(to_markdown(page.article()) == "[x](/a_b?c=1&d=~2\\&copy;=\\(3\\))\n");
}

TEST_CASE("two deleted stretches side by side do not run together") {
  auto page = ArticleBuilder().paragraph("abc").span(SpanKind::deleted, "a").span(SpanKind::deleted, "b");
  CHECK(to_markdown(page.article()) == "~~a~~<del>b</del>c\n");
}

TEST_CASE("a list in definitions and one right in their item are two") {
  auto page = ArticleBuilder().open(FrameKind::list).open(FrameKind::item).paragraph("a").open(FrameKind::definitions);
  page.open(FrameKind::list).item("b").close(2).open(FrameKind::list).item("c");
  CHECK(to_markdown(page.article()).find("b\n\n  <!-- -->\n\n") != std::string::npos);
}

TEST_CASE("a list in a note that nothing refers to and one right after it are two") {
  auto page = ArticleBuilder().open(FrameKind::list).open(FrameKind::item).open(FrameKind::note);
  page.open(FrameKind::list).item("a").close(2).open(FrameKind::list).item("b");
  CHECK(to_markdown(page.article()).find("- - a\n\n  <!-- -->\n\n") == 0);
}

TEST_CASE("an image between words has a space on both its sides") {
  auto page = ArticleBuilder().paragraph("a b");
  page.article().blocks[0].spans = {{SpanKind::image, 1, 1, "/i.png"}};
  CHECK(to_markdown(page.article()) == "a ![](/i.png) b\n");
}

TEST_CASE("what is to be done has a box, where a paragraph begins the item") {
  auto page =
      ArticleBuilder().open(FrameKind::list).open(FrameKind::item).task(pith::Task::done).paragraph("a").close();
  page.open(FrameKind::item, 2).task(pith::Task::open).paragraph("b").open(FrameKind::list).item("c").close(2);
  page.open(FrameKind::item).task(pith::Task::open).block(BlockKind::code, "d");
  CHECK(to_markdown(page.article()) == "- [x] a\n\n<!-- -->\n\n2. [ ] b\n    - c\n- ```\n  d\n  ```\n");
}

TEST_CASE("nothing in a task that is open reads as a ticked box") {
  const auto markdown_of = [](SpanKind kind, std::string_view part, std::string target, pith::Task task) {
    auto page = ArticleBuilder().open(FrameKind::list).open(FrameKind::item).task(task);
    page.paragraph("On X or [x] or [x").span(kind, part, target);
    return to_markdown(page.article());
  };
  const auto of_open_task = [&](SpanKind kind, std::string_view part, std::string target) {
    return markdown_of(kind, part, std::move(target), pith::Task::open);
  };

  CHECK(of_open_task(SpanKind::link, "X", "/x") == "- [ ] On [&#88;](/x) or \\[x\\] or \\[x\n");
  CHECK(of_open_task(SpanKind::link, "or [x", "/x") == "- [ ] On X [or \\[&#120;](/x)\\] or \\[x\n");
  CHECK(of_open_task(SpanKind::code, "[x]", "") == "- [ ] On X or <code>\\[x\\]</code> or \\[x\n");
  CHECK(markdown_of(SpanKind::link, "X", "/x", pith::Task::done) == "- [x] On [X](/x) or \\[x\\] or \\[x\n");
}

TEST_CASE("terms of one explanation stand on lines that follow each other") {
  auto page = ArticleBuilder().open(FrameKind::definitions).block(BlockKind::term, "a").block(BlockKind::term, "b");
  page.block(BlockKind::definition, "c").block(BlockKind::term, "d").block(BlockKind::term, "e");
  CHECK(to_markdown(page.article()) == "a\nb\n: c\n\nd\n\ne\n");
}

TEST_CASE("a note is one where the text refers to it further down, too") {
  auto page = ArticleBuilder().open(FrameKind::note).paragraph("n").detail("1").close().paragraph("a1");
  CHECK(to_markdown(page.span(SpanKind::note, "1", "1").article()) == "[^1]: n\n\na[^1]\n");
}

TEST_CASE("a reference to a note in a table is text, where no reader finds the way") {
  auto page = ArticleBuilder().paragraph("a1").span(SpanKind::note, "1", "1").open(FrameKind::table).cell(0, 0);
  page.open(FrameKind::note).paragraph("n").detail("1");
  CHECK(to_markdown(page.article()).starts_with("a1\n\n<table>\n"));
}

TEST_CASE("a definition without a term, as pages indent with, is a paragraph") {
  auto page = ArticleBuilder().open(FrameKind::definitions).block(BlockKind::definition, "a");
  CHECK(to_markdown(page.block(BlockKind::definition, "b").article()) == "a\n\nb\n");
  auto inner = ArticleBuilder().open(FrameKind::definitions).block(BlockKind::term, "t");
  inner.open(FrameKind::definitions).block(BlockKind::term, "u").block(BlockKind::definition, "a").close();
  CHECK(to_markdown(inner.block(BlockKind::definition, "b").article()) == "t\n\nu\n: a\n\n: b\n");
}

TEST_CASE("a reference in a table that is HTML is text, where no reader finds the way") {
  auto page = ArticleBuilder().paragraph("a1").span(SpanKind::note, "1", "1").open(FrameKind::table).cell(0, 0, 1, 2);
  page.paragraph("b 1").span(SpanKind::note, " 1", "1").close(2).open(FrameKind::note).paragraph("n").detail("1");
  CHECK(to_markdown(page.article()) ==
        "a[^1]\n\n<table>\n<tr><td colspan=\"2\">b <sup>1</sup></td></tr>\n</table>\n\n[^1]: n\n");
}

TEST_CASE("emphasis within bold letters that begin with emphasis does not end them") {
  auto page = ArticleBuilder().paragraph("leaking onp").span(SpanKind::strong, "onp").span(SpanKind::emphasis, "o");
  CHECK(to_markdown(page.span(SpanKind::emphasis, "p").article()) == "leaking ***o*n<em>p</em>**\n");
}

TEST_CASE("nor does bold print in emphasis that begins with bold letters, and with a link that is left out") {
  auto page = ArticleBuilder().paragraph("@>!").span(SpanKind::emphasis, "@>!").span(SpanKind::link, "@", "/a");
  page.span(SpanKind::strong, "@").span(SpanKind::strong, "!");
  CHECK(to_markdown(page.article(), Links::drop) == "***@**><strong>!</strong>*\n");
}

TEST_CASE("control characters are left out") {
  CHECK(to_markdown(ArticleBuilder(std::string("a\0b\x01", 4)).paragraph("c").article()) == "# ab\n\nc\n");
}
