#include "blocks/code_lines.hpp"

#include <doctest/doctest.h>

#include "support/page_builder.hpp"
#include "support/rendering_case.hpp"

using pith::page::AttributeName;
using pith::page::Tag;

namespace {

/// Node 2 of a page: one element of that class.
pith::page::Page& page_of(pith::test::PageBuilder& builder, Tag tag, std::string_view classes) {
  builder.element(tag, "12", {{AttributeName::class_, classes}});
  return builder.done();
}

bool is_number(std::string_view classes) {
  pith::test::PageBuilder builder;
  return pith::blocks::is_line_number(page_of(builder, Tag::span, classes), 2);
}

bool is_line(Tag tag, std::string_view classes) {
  pith::test::PageBuilder builder;
  return pith::blocks::is_code_line(page_of(builder, tag, classes), 2);
}

}  // namespace

TEST_CASE("numbers of lines are known by their class, as a whole word") {
  for (const char* const classes : {"lineno", "x line-number", "gutter", "blob-num"}) CHECK(is_number(classes));
  for (const char* const classes : {"", "linenox", "line", "number"}) CHECK_FALSE(is_number(classes));
}

TEST_CASE("inline elements may be lines of code") {
  CHECK(is_line(Tag::span, "line"));
  CHECK(is_line(Tag::code, "x code-line"));
  CHECK_FALSE(is_line(Tag::div, "line"));
  CHECK_FALSE(is_line(Tag::span, "liner"));
}

namespace {

std::string language(std::initializer_list<std::pair<Tag, std::string_view>> elements) {
  pith::test::PageBuilder builder;
  for (const auto& [tag, classes] : elements) builder.open(tag, {{AttributeName::class_, classes}});
  const auto pre = static_cast<std::uint32_t>(elements.size() + 1);
  return pith::blocks::code_language(builder.text("x").done(), pre);
}

}  // namespace

TEST_CASE("a language may be a word of the class of code by itself, but not of a box around it") {
  CHECK(language({{Tag::pre, "python"}}) == "python");
  CHECK(language({{Tag::pre, "code python literal-block"}}) == "python");
  CHECK(language({{Tag::pre, "pythonic"}}).empty());
  CHECK(language({{Tag::pre, "intro"}}).empty());
  CHECK(language({{Tag::div, "go"}, {Tag::pre, ""}}).empty());
}

TEST_CASE("tools put the language into boxes and tables around the code") {
  CHECK(language({{Tag::div, "mw-highlight mw-highlight-lang-lua"}, {Tag::pre, ""}}) == "lua");
  CHECK(language({{Tag::div, "language-ruby"},
                  {Tag::div, "highlight"},
                  {Tag::table, ""},
                  {Tag::tbody, ""},
                  {Tag::tr, ""},
                  {Tag::td, "code"},
                  {Tag::pre, ""}}) == "ruby");
  CHECK(language({{Tag::div, "language-en"}, {Tag::div, ""}, {Tag::div, ""}, {Tag::pre, ""}}).empty());
}

TEST_CASE("boxes of code are known by their class") {
  const auto is_box = [](Tag tag, std::string_view classes) {
    pith::test::PageBuilder builder;
    return pith::blocks::is_code_box(page_of(builder, tag, classes), 2);
  };
  CHECK(is_box(Tag::div, "syntaxhighlighter php"));
  CHECK_FALSE(is_box(Tag::span, "syntaxhighlighter"));
  CHECK_FALSE(is_box(Tag::div, "highlighter"));
  CHECK(pith::blocks::is_between_lines(" \n\t"));
  CHECK_FALSE(pith::blocks::is_between_lines("  "));
  CHECK_FALSE(pith::blocks::is_between_lines("\nx"));
}

TEST_CASE("a language may be told by the attribute for those of people, which tells no other") {
  const auto told = [](AttributeName name, std::string_view value) {
    pith::test::PageBuilder builder;
    builder.element(Tag::pre, "x", {{name, value}});
    return pith::blocks::code_language(builder.done(), 2);
  };
  CHECK(told(AttributeName::lang, "php") == "php");
  CHECK(told(AttributeName::lang, "en").empty());
  CHECK(told(AttributeName::data_lang, "go") == "go");
  CHECK(told(AttributeName::data_lang, "plaintext").empty());
}

TEST_CASE("what cannot be copied with the code is no part of it") {
  const auto is_beside = [](std::string_view style) {
    pith::test::PageBuilder builder;
    builder.element(Tag::span, "1", {{AttributeName::style, style}});
    return pith::blocks::is_line_number(builder.done(), 2);
  };
  CHECK(is_beside("margin-right:.4em;user-select:none"));
  CHECK(is_beside("-webkit-user-select: none"));
  CHECK_FALSE(is_beside("user-select:text"));
}

TEST_CASE("a label above code, in the box of a tool, names its language") {
  const auto language = [](std::string_view label, Tag box) {
    pith::test::PageBuilder page;
    page.open(box).element(Tag::div, label).element(Tag::pre, "read()").close();
    pith::blocks::BlockList list;
    std::vector<pith::Notice> notices;
    pith::blocks::segment(page.done(), pith::Limits{}, list, notices);
    return pith::blocks::labelled_language(list, 1);
  };
  CHECK(language("Python", Tag::div) == "python");
  CHECK(language("Python", Tag::section).empty());
  CHECK(language("Snakes", Tag::div).empty());
}

TEST_CASE("pieces of code side by side in a <pre> are its lines") {
  pith::test::PageBuilder page;
  page.open(Tag::pre).element(Tag::code, "a").element(Tag::code, "b").close().open(Tag::pre).element(Tag::code, "c");
  page.done();
  CHECK(pith::blocks::is_code_line(page.done(), 3));
  CHECK(pith::blocks::is_code_line(page.done(), 5));
  CHECK_FALSE(pith::blocks::is_code_line(page.done(), 8));
}

TEST_CASE("code below the box of a tool tells its language, too") {
  pith::test::PageBuilder page;
  page.open(Tag::pre).open(Tag::div).element(Tag::span, "Copy").element(Tag::span, "Fold").close();
  page.element(Tag::code, "read()", {{AttributeName::class_, "language-js"}});
  CHECK(pith::blocks::code_language(page.done(), 2) == "js");
}

TEST_CASE("code without <pre> is told by the style that keeps its lines, or the class of its tool") {
  const auto kind = [](const std::string& html) {
    const pith::Article article = pith::test::unjudged_article(html);
    return article.blocks.size() == 1 && article.blocks[0].kind == pith::BlockKind::code ? article.blocks[0].text : "";
  };
  const std::string typed = "style=\"font-family: Menlo, 'Courier New', monospace; white-space: pre;\"";
  CHECK(kind("<div " + typed +
             "><div><span>def a():</span></div><div><span>    </span><b>run()</b></div><br><div>a()"
             "</div></div>") == "def a():\n    run()\n\na()");
  CHECK(kind("<code style='white-space:pre'>mill --open\n  --fast</code>") == "mill --open\n  --fast");
  CHECK(kind("<div class='x __se_code_view'>if a:\n    run()</div>") == "if a:\n    run()");
  CHECK(kind("<code style='white-space:pre-wrap'>mill --open</code>").empty());
  CHECK(kind("<div style='white-space:pre'>one\ntwo</div>").empty());
  CHECK(kind("<div " + typed + "><p>The river rose.</p></div>").empty());
}

TEST_CASE("the list in the box of a tool is its lines, and the button beside it is none") {
  const pith::Article article = pith::test::unjudged_article(
      "<div class=blockcode><div><ol><li>if a:<br></li><li>&nbsp; run()</li></ol></div><em>Copy</em></div>");
  REQUIRE(article.blocks.size() == 2);
  CHECK(article.blocks[0].kind == pith::BlockKind::code);
  CHECK(article.blocks[0].text == "if a:\n  run()");
}

TEST_CASE("lines of code in cells keep their indentation") {
  const pith::Article article = pith::test::unjudged_article(
      "<table class=js-file-line-container><tr><td class=blob-num></td><td>if a:</td></tr><tr><td class=blob-num></td>"
      "<td>    <b>run</b>()</td></tr></table>");
  REQUIRE(article.blocks.size() == 1);
  CHECK(article.blocks[0].text == "if a:\n    run()");
}

TEST_CASE("an editor's measure is no code, nor is a line a language") {
  const pith::Article article = pith::test::unjudged_article(
      "<pre><div><div class=CodeMirror-measure><span>x</span></div><div><pre "
      "class=CodeMirror-line>a()</pre></div></div>"
      "</pre><pre><code><span class=highlight-line><b class=highlight-line-content>b()</b></span></code></pre>");
  REQUIRE(article.blocks.size() == 2);
  CHECK(article.blocks[0].text == "a()");
  CHECK(article.blocks[1].detail.empty());
}

TEST_CASE("code whose class says that a tool adds numbers is code") {
  const pith::Article article = pith::test::unjudged_article(
      "<pre><code class='language-css line-numbers'>a { }\nb { }</code></pre>"
      "<pre><code class=line-numbers>1\n2</code><code>run()</code></pre>");
  REQUIRE(article.blocks.size() == 2);
  CHECK(article.blocks[0].text == "a { }\nb { }");
  CHECK(article.blocks[1].text == "run()");
}

TEST_CASE("no-break spaces indent the lines of code that line breaks part") {
  const auto code = [](const std::string& inner) {
    const pith::Article article = pith::test::unjudged_article("<div><code>" + inner + "</code></div>");
    return article.blocks.size() == 1 && article.blocks[0].kind == pith::BlockKind::code ? article.blocks[0].text : "";
  };
  CHECK(code("if a:<br>&nbsp;&nbsp;run()<br>\n &nbsp;&nbsp;<b>end</b>()") == "if a:\n  run()\n  end()");
  CHECK(code("if a:<br>\n run()") == "if a:\nrun()");
}

TEST_CASE("an editor's lines are code, its numbers are not") {
  const pith::Article article = pith::test::unjudged_article(
      "<div class=cm-scroller><div class=cm-gutters>1 2 3</div><div class=cm-content data-language=javascript>"
      "<div class=cm-line>if (a) {</div><div class=cm-line><br></div><div class=cm-line>  run();</div></div></div>");
  REQUIRE(article.blocks.back().kind == pith::BlockKind::code);
  CHECK(article.blocks.back().text == "if (a) {\n\n  run();");
  CHECK(article.blocks.back().detail == "javascript");
}

TEST_CASE("lines in boxes are code by the class of what holds them, or by their numbers; lines of verse are not") {
  const auto first = [](const std::string& html) { return pith::test::unjudged_article(html).blocks.at(0); };
  const pith::Block numbered = first(
      "<div><div class=line><a name=l1></a><span class=lineno>    1</span> if (a) {</div>"
      "<div class=line><span class=lineno>    2</span>   run();</div></div>");
  CHECK(numbered.kind == pith::BlockKind::code);
  CHECK(numbered.text == "if (a) {\n  run();");
  const pith::Block plain = first("<div class=fragment><div class=line>if (a)</div><div class=line>  b();</div></div>");
  CHECK(plain.kind == pith::BlockKind::code);
  CHECK(plain.text == "if (a)\n  b();");
  CHECK(first("<div class=line-block><div class=line>The river rose</div></div>").kind != pith::BlockKind::code);
}

TEST_CASE("Org names the language in a word of its own") {
  const pith::Article article = pith::test::unjudged_article("<pre class='src src-python'>run()</pre>");
  CHECK(article.blocks.at(0).detail == "python");
}
