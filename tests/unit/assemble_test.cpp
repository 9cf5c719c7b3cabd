#include <doctest/doctest.h>

#include "assemble.hpp"
#include "pipeline.hpp"

namespace {

/// A page that was read and measured, and a selection that keeps all of it.
struct Measured {
  explicit Measured(std::string page, std::string_view url = "http://m.example/a/b",
                    pith::SourceKind kind = pith::SourceKind::html)
      : bytes(std::move(page)) {
    pipeline.measure({.bytes = bytes, .url = url, .kind = kind}, {});
    for (const auto& block : pipeline.analysis.blocks.blocks) {
      pith::select::Choice choice;
      choice.kept = true;
      choice.category = pith::Category::content;
      choice.score = 0.75F;
      choice.decided_by = "test";
      choice.cut_end = static_cast<std::uint32_t>(block.text.size());
      selection.choices.push_back(choice);
    }
    selection.kept_insets.assign(pipeline.analysis.blocks.insets.size(), true);
  }
  pith::Article assemble(const pith::Options& options = {}) const {
    return pith::assemble(pipeline.analysis, selection, options);
  }

  std::string bytes;
  pith::Pipeline pipeline{pith::builtin_rules()};
  pith::select::Selection selection;
};

pith::Options keeping_dropped() {
  pith::Options options;
  options.keep_dropped = true;
  return options;
}

}  // namespace

TEST_CASE("kept and dropped blocks part, the title is in neither") {
  Measured page("<h1>Bees</h1><p>One.</p><p>Two.</p>");
  REQUIRE(page.selection.choices.size() == 3);
  page.selection.title_block = 0;
  page.selection.choices[2].kept = false;
  page.selection.choices[2].category = pith::Category::related;

  const pith::Article article = page.assemble(keeping_dropped());
  REQUIRE(article.blocks.size() == 1);
  CHECK(article.blocks[0].text == "One.");
  CHECK(article.blocks[0].index == 1);
  CHECK(article.blocks[0].reason == "test");
  CHECK(article.metadata.title == "Bees");
  REQUIRE(article.dropped.size() == 1);
  CHECK(article.dropped[0].category == pith::Category::related);

  CHECK(page.assemble().dropped.empty());
}

TEST_CASE("a piece cut from within closes the gap and moves the spans") {
  Measured page("<p>One <a href='/x'>two</a> three <b>four</b></p>");
  page.selection.inner_cuts = {{0, 4, 8}, {0, 8, 10}};

  const pith::Article article = page.assemble();
  REQUIRE(article.blocks.size() == 1);
  CHECK(article.blocks[0].text == "One ree four");
  REQUIRE(article.blocks[0].spans.size() == 1);
  CHECK(article.blocks[0].spans[0].begin == 8);
  CHECK(article.blocks[0].spans[0].end == 12);
}

TEST_CASE("a cut shortens the text and moves its spans") {
  Measured page("<p>One <a href='/x'>two three</a> four</p>");
  page.selection.choices[0].cut_begin = 8;
  page.selection.choices[0].cut_end = 16;

  const pith::Block block = page.assemble().blocks.at(0);
  CHECK(block.text == "three fo");
  REQUIRE(block.spans.size() == 1);
  CHECK(block.text.substr(block.spans[0].begin, block.spans[0].end - block.spans[0].begin) == "three");
}

TEST_CASE("a span outside the cut is gone") {
  Measured page("<p><a href='/x'>One</a> two</p>");
  page.selection.choices[0].cut_begin = 4;
  CHECK(page.assemble().blocks.at(0).spans.empty());
}

TEST_CASE("links are resolved against the page, or its base") {
  CHECK(Measured("<p><a href=' c '>x</a></p>").assemble().blocks.at(0).spans.at(0).target == "http://m.example/a/c");
  CHECK(Measured("<base href='/z/'><p><a href='c'>x</a></p>").assemble().blocks.at(0).spans.at(0).target ==
        "http://m.example/z/c");
  CHECK(Measured("<p><a href='c'>x</a></p>", "").assemble().blocks.at(0).spans.at(0).target == "c");
}

TEST_CASE("cells have their place") {
  const pith::Article article = Measured("<table><tr><td>a<td>b<tr><td>c<td>d</table>").assemble();
  REQUIRE(article.blocks.size() == 4);
  REQUIRE(article.blocks[2].frames.size() == 2);
  CHECK(article.blocks[2].frames[0].kind == pith::FrameKind::table);
  CHECK(article.blocks[2].frames[0].id == article.blocks[0].frames[0].id);
  CHECK(article.blocks[2].frames[1].row == 1);
  CHECK(article.blocks[2].frames[1].column == 0);
}

TEST_CASE("images stand between blocks and in them, each address once") {
  const pith::Article article = Measured(
                                    "<p>One <img src=in.png alt=inner> two.</p><p><img src=a.png alt=A></p>"
                                    "<noscript><img src=a.png alt=A></noscript><p>Three.</p>")
                                    .assemble();
  REQUIRE(article.blocks.size() == 3);
  REQUIRE(article.blocks[0].spans.size() == 1);
  CHECK(article.blocks[0].spans[0].kind == pith::SpanKind::image);
  CHECK(article.blocks[0].spans[0].begin == 3);
  CHECK(article.blocks[0].spans[0].target == "http://m.example/a/in.png");
  CHECK(article.blocks[0].spans[0].detail == "inner");
  CHECK(article.blocks[1].kind == pith::BlockKind::image);
  CHECK(article.blocks[1].text == "A");
  CHECK(article.blocks[1].detail == "http://m.example/a/a.png");
  CHECK(article.blocks[1].index == 1);
  CHECK(article.blocks[2].index == 1);
}

TEST_CASE("a reference takes its brackets, a note has its label") {
  const pith::Article article =
      Measured("<p>High.[<a href='#n1'>1</a>] Low.</p><ol><li id=n1>The note.</ol>").assemble();
  REQUIRE(article.blocks.size() == 2);
  CHECK(article.blocks[0].text == "High.[1] Low.");
  REQUIRE(article.blocks[0].spans.size() == 1);
  CHECK(article.blocks[0].spans[0].kind == pith::SpanKind::note);
  CHECK(article.blocks[0].spans[0].begin == 5);
  CHECK(article.blocks[0].spans[0].end == 8);
  CHECK(article.blocks[0].spans[0].target == "1");
  CHECK(article.blocks[1].detail == "1");
}

TEST_CASE("a note that nothing kept refers to is text, and each note has a label of its own") {
  const std::string bytes =
      "<p>High.[<a href='#n1'>1</a>]</p><p>Low.[<a href='#n2'>1</a>]</p><p id=n1>First.</p><p id=n2>Second.</p>";
  Measured page(bytes);
  const pith::Article both = page.assemble();
  CHECK(both.blocks.at(1).spans.at(0).target == "1-2");
  CHECK(both.blocks.at(2).detail == "1");
  CHECK(both.blocks.at(3).detail == "1-2");

  page.selection.choices[0].kept = false;
  const pith::Article rest = page.assemble();
  REQUIRE(rest.blocks.size() == 3);
  CHECK(rest.blocks[1].frames.empty());
  CHECK(rest.blocks[2].detail == "1");
}

TEST_CASE("the label of a note is told by its first text") {
  const pith::Article article =
      Measured("<p>High.[<a href='#n'>1</a>]</p><div id=n><img src=/i.png><p>The note.</div>").assemble();
  REQUIRE(article.blocks.size() == 3);
  CHECK(article.blocks[1].detail == "http://m.example/i.png");
  CHECK(article.blocks[2].detail == "1");
}

TEST_CASE("an explanation of two blocks is one, and goes on") {
  const pith::Article article =
      Measured("<dl><dt>Flood<dd><p>High water.</p><p>It passes.</p><dd>A play.</dl>").assemble();
  REQUIRE(article.blocks.size() == 4);
  CHECK(article.blocks[1].kind == pith::BlockKind::definition);
  CHECK(article.blocks[2].kind == pith::BlockKind::paragraph);
  CHECK(article.blocks[3].kind == pith::BlockKind::definition);
}

TEST_CASE("an image stands before the formula that follows it, and in the link") {
  const auto spans =
      Measured("<p>x<a href=/y><img src=i.png alt=' two\nlines '><script type=math/tex>a_1</script></a></p>")
          .assemble()
          .blocks.at(0)
          .spans;
  REQUIRE(spans.size() == 3);
  CHECK(spans[0].kind == pith::SpanKind::link);
  CHECK(spans[1].kind == pith::SpanKind::image);
  CHECK(spans[1].detail == "two lines");
  CHECK(spans[2].kind == pith::SpanKind::math);
}

TEST_CASE("an abbreviation tells what it is short for, a date for programs is none") {
  const auto spans =
      Measured("<p>the <abbr title=' World\nHealth '>WH</abbr> on <abbr title='2024-03-02'>2 March</abbr>")
          .assemble()
          .blocks.at(0)
          .spans;
  REQUIRE(spans.size() == 1);
  CHECK(spans[0].kind == pith::SpanKind::abbreviation);
  CHECK(spans[0].detail == "World Health");
  CHECK(spans[0].target.empty());
}

TEST_CASE("code tells its language") {
  CHECK(Measured("<pre><code class='hljs language-Python'>x</code></pre>").assemble().blocks.at(0).detail == "python");
  CHECK(Measured("<div class='highlight-source-js'><pre>x</pre></div>").assemble().blocks.at(0).detail == "js");
  CHECK(Measured("<pre class='brush: cpp; gutter: true'>x</pre>").assemble().blocks.at(0).detail == "cpp");
  CHECK(Measured("<pre class='code-block'>x</pre>").assemble().blocks.at(0).detail.empty());
}

TEST_CASE("parts of one long line are one block again, where nothing between was dropped") {
  const std::string sentence =
      "The river rose by two metres overnight, and the lower town had to be cleared by boat, all of it. ";
  std::string line;
  for (int i = 0; i < 30; ++i) line += std::to_string(i) + " " + sentence;
  Measured page(line + "\nNext line.", "", pith::SourceKind::text);
  const std::size_t parts = page.selection.choices.size() - 1;
  REQUIRE(parts > 10);

  SUBCASE("all kept") {
    const pith::Article article = page.assemble();
    REQUIRE(article.blocks.size() == 2);
    CHECK(article.blocks[0].text == line.substr(0, line.size() - 1));
    CHECK(article.blocks[1].text == "Next line.");
  }
  SUBCASE("one dropped") {
    page.selection.choices[4].kept = false;
    CHECK(page.assemble().blocks.size() == 3);
  }
  SUBCASE("the first is the headline") {
    page.selection.title_block = 0;
    const pith::Article article = page.assemble();
    REQUIRE(article.blocks.size() == 2);
    CHECK(article.blocks[0].index == 1);
  }
}

TEST_CASE("code of several lines is a block of code without a pre, too") {
  const pith::Article article =
      Measured("<p><code class=language-c>a = 1;<br>b = 2;</code></p><p><code>c</code></p>").assemble();
  REQUIRE(article.blocks.size() == 2);
  CHECK(article.blocks[0].kind == pith::BlockKind::code);
  CHECK(article.blocks[0].spans.empty());
  CHECK(article.blocks[0].detail == "c");
  CHECK(article.blocks[1].kind == pith::BlockKind::paragraph);
}

TEST_CASE("what classes and roles say of a paragraph is its kind") {
  const pith::Article article = Measured(
                                    "<div class=wp-caption><img src=/bee.jpg><p class=wp-caption-text>A bee</p></div>"
                                    "<div role=heading aria-level=3>Bees</div><p>Bees fly far.</p>")
                                    .assemble();
  REQUIRE(article.blocks.size() == 4);
  CHECK(article.blocks[0].frames == article.blocks[1].frames);
  CHECK(article.blocks[1].kind == pith::BlockKind::caption);
  CHECK(article.blocks[2].kind == pith::BlockKind::heading);
  CHECK(article.blocks[2].level == 3);
  CHECK(article.blocks[3].kind == pith::BlockKind::paragraph);
}

TEST_CASE("a heading that names what is explained is a term") {
  const pith::Article article = Measured("<dl><dt><h3>Bees</h3></dt><dd>fly.</dd></dl><h3>More</h3>").assemble();
  CHECK(article.blocks.at(0).kind == pith::BlockKind::term);
  CHECK(article.blocks.at(0).level == 0);
  CHECK(article.blocks.at(2).kind == pith::BlockKind::heading);
}

TEST_CASE("the label of a note is not repeated in it") {
  const pith::Article article =
      Measured("<p>High.<a class=noteref href='#n'>1</a></p><div id=n><a href='#r'>1</a><p>The note.</p></div>")
          .assemble();
  REQUIRE(article.blocks.size() == 2);
  CHECK(article.blocks[1].text == "The note.");
  CHECK(article.blocks[1].detail == "1");
}

TEST_CASE("two rules in a row are one, and none begins the text") {
  Measured page("<hr><p>One.</p><hr><p>Two.</p><hr><p>Three.</p>");
  page.selection.choices[1].kept = false;
  const pith::Article article = page.assemble();
  REQUIRE(article.blocks.size() == 3);
  CHECK(article.blocks[1].kind == pith::BlockKind::rule);
}

TEST_CASE("addresses have no spaces") {
  CHECK(Measured("<p><a href='/a b\n c'>x</a></p>").assemble().blocks.at(0).spans.at(0).target ==
        "http://m.example/a%20b%20c");
}

TEST_CASE("text that was put in later is told") {
  CHECK(Measured("<p>at <ins>five</ins></p>").assemble().blocks.at(0).spans.at(0).kind == pith::SpanKind::inserted);
}

TEST_CASE("a rule parts the posts of a thread") {
  Measured page("<div class=post>I have a question.</div><div class=post>So have I, and it is <p>long.</p></div>");
  CHECK(page.assemble().blocks.size() == 3);
  page.selection.verdict = pith::Verdict::forum;
  const pith::Article article = page.assemble();
  REQUIRE(article.blocks.size() == 4);
  CHECK(article.blocks[1].kind == pith::BlockKind::rule);
  CHECK(article.blocks[1].reason == "posts");
}

TEST_CASE("a reference takes the space that parts it from its word, but not one of the page") {
  for (const bool is_of_page : {false, true}) {
    const std::string space = is_of_page ? " " : "";
    const pith::Article article =
        Measured("<p>High" + space + "<sup><a href='#n'>1</a></sup> up.</p><p id=n>The note.</p>").assemble();
    CHECK(article.blocks.at(0).text == "High 1 up.");
    REQUIRE(article.blocks[0].spans.size() == 1);
    CHECK(article.blocks[0].spans[0].begin == (is_of_page ? 5 : 4));
  }
}

TEST_CASE("links back are no text of a note, and a block of them none of the article") {
  const pith::Article article =
      Measured(
          "<p>High<sup><a id=r href='#n'>1</a></sup></p><div id=n><p>1. The note. <a href='#r'>Back</a></p>"
          "<p><a href='#r'>Back to text</a></p></div>")
          .assemble();
  REQUIRE(article.blocks.size() == 2);
  CHECK(article.blocks[1].text == "The note.");
  CHECK(article.blocks[1].spans.empty());
  CHECK(article.blocks[1].detail == "1");
}

TEST_CASE("a heading does not link to itself, but may refer to a note") {
  const pith::Article article =
      Measured(
          "<h2 id=a><a href='#a'>Bees</a></h2><h2>On <a href='/x'>ants</a><sup><a href='#n'>1</a></sup></h2>"
          "<p id=n>The note.</p>")
          .assemble();
  CHECK(article.blocks.at(0).spans.empty());
  REQUIRE(article.blocks.at(1).spans.size() == 2);
  CHECK(article.blocks[1].spans[0].kind == pith::SpanKind::link);
  CHECK(article.blocks[1].spans[1].kind == pith::SpanKind::note);
}

TEST_CASE("a heading in what details show when they are closed is their caption") {
  const pith::Article article =
      Measured("<details><summary><h3>Bees</h3><p>They fly.</p></summary><h3>Ants</h3><p>Six legs.</p></details>")
          .assemble();
  CHECK(article.blocks.at(0).kind == pith::BlockKind::caption);
  CHECK(article.blocks.at(0).level == 0);
  CHECK(article.blocks.at(1).kind == pith::BlockKind::paragraph);
  CHECK(article.blocks.at(2).kind == pith::BlockKind::heading);
}

TEST_CASE("a foot above the rows of its table comes after them") {
  Measured page(
      "<p>One.</p><table><thead><tr><th>a<th>b</thead><tfoot><tr><td>c<td>d</tfoot><tbody><tr><td>e<td>f</table>"
      "<p>Two.</p>");
  std::string order;
  for (const pith::Block& block : page.assemble().blocks) order += block.text + " ";
  CHECK(order == "One. a b e f c d Two. ");
}

TEST_CASE("a heading of notes that nobody sees is left out") {
  const std::string page =
      "<p>One<sup><a href=#n1 id=r1>1</a></sup> two.</p><section class=footnotes><h2 class=sr-only>Footnotes</h2>"
      "<ol><li id=n1>Three.</li></ol></section>";
  const pith::Article article = Measured(page).assemble();
  REQUIRE(article.blocks.size() == 2);
  CHECK(article.blocks[1].text == "Three.");
  std::string seen = page;
  seen.replace(seen.find(" class=sr-only"), 14, "");
  CHECK(Measured(seen).assemble().blocks.size() == 3);
}

TEST_CASE("a line of a menu of headlines and dates is no title of the text below") {
  Measured page(
      "Meadow Herald\n\nNew bridge at the weir\n\n5 March 2022\n\nOld mill is for sale\n\n4 March 2022\n\n"
      "A lock for the old canal (photos)\n\n7 March 2022\n\nThe old canal was dug when the mill still ground corn for "
      "the whole valley, and for a hundred years the boats have waited at the weir.\n",
      "http://m.example/a/b", pith::SourceKind::text);
  REQUIRE(page.pipeline.analysis.blocks.blocks.at(5).text == "A lock for the old canal (photos)");
  page.selection.title_block = 5;
  CHECK(page.assemble().metadata.title == "A lock for the old canal (photos)");
}

TEST_CASE("a headline of a text that was cut off is one, a sentence above a date is none") {
  const auto title_of = [](const std::string& first_line) {
    Measured page(first_line +
                      "\n7 March 2022\nThe old canal was dug when the mill still ground corn for the whole valley, "
                      "and for a hundred years the boats have waited at the weir.\n",
                  "http://m.example/a/b", pith::SourceKind::text);
    return page.assemble().metadata.title;
  };
  CHECK(title_of("A lock for the old canal, a bridge for the...") == "A lock for the old canal, a bridge for the...");
  CHECK(title_of("The old canal has a new lock since this week.") == "");
}

TEST_CASE("a sentence of plain text that looked like the headline stays where another line is the title") {
  Measured page(
      "A lock for the old canal\n\n7 March 2022\n\nHello everybody, my boat waits at the weir and nobody comes to open "
      "the lock, what can I do about it, and whom must I ask before the winter comes.\n\nThe old canal was dug when "
      "the mill still ground corn for the valley, and "
      "for a hundred years the boats have waited at the weir.\n",
      "http://m.example/a/b", pith::SourceKind::text);
  page.selection.title_block = 2;
  const pith::Article article = page.assemble();
  REQUIRE(article.metadata.title == "A lock for the old canal");
  CHECK(article.blocks.at(2).text.starts_with("Hello everybody"));
}

TEST_CASE("a line below the title that looked more like the headline stays") {
  Measured page(
      "A lock for the old canal\n\n7 March 2022\n\n(Approved by the council of the lower town)\n\nThe old canal was "
      "dug when the mill still ground corn for the valley, and for a hundred years the boats have waited at the "
      "weir.\n",
      "http://m.example/a/b", pith::SourceKind::text);
  page.selection.title_block = 2;
  const pith::Article article = page.assemble();
  REQUIRE(article.metadata.title == "A lock for the old canal");
  CHECK(article.blocks.at(2).text.starts_with("(Approved"));
}

TEST_CASE("a line of ornaments is a rule, but not in a list") {
  const pith::Article article =
      Measured(
          "<p>One.</p><p>* * *</p><blockquote><p>Two.</p><h2>***</h2><p>Three.</p></blockquote>"
          "<ul><li>Four</li><li>***</li></ul>")
          .assemble();
  REQUIRE(article.blocks.size() == 7);
  CHECK(article.blocks[1].kind == pith::BlockKind::rule);
  CHECK(article.blocks[1].text.empty());
  CHECK(article.blocks[3].kind == pith::BlockKind::rule);
  CHECK(article.blocks[3].frames.size() == 1);
  CHECK(article.blocks[6].kind == pith::BlockKind::paragraph);
  CHECK(Measured("<p>One.</p><p><a href=/a>*</a></p>").assemble().blocks.at(1).kind == pith::BlockKind::paragraph);
  CHECK(Measured("<p>***</p><p>One.</p><p>***</p><hr><p>Two.</p>").assemble().blocks.size() == 3);
}

TEST_CASE("what a cell says again of its column is left out") {
  const pith::Article article = Measured(
                                    "<table><tr><th>Part</th><th>Weight</th></tr><tr><td><b>Part</b> Wheel</td>"
                                    "<td><b>Weight</b> 2 kg</td></tr></table>")
                                    .assemble();
  CHECK(article.blocks.at(2).text == "Wheel");
  CHECK(article.blocks.at(3).text == "2 kg");
}
