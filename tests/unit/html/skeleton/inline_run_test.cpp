#include "html/skeleton/inline_run.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pith::html;

namespace {

/// The run that begins with the first tag of `html`.
std::string run_of(const std::string& html, std::size_t formatting_room = 3) {
  const TagToken first = read_tag(html, 0, MarkupKind::start_tag);
  const Tag tag = tag_of(std::string_view(html).substr(first.name_begin, first.name_end - first.name_begin));
  return html.substr(0, inline_run(html, first, tag, formatting_room).end);
}

}  // namespace

TEST_CASE("a run ends outside of all its elements") {
  CHECK(run_of("<b>a</b> c <i>d</i><p>") == "<b>a</b> c <i>d</i>");
  CHECK(run_of("<a href='x'>a <b>b</b></a>, c</p>") == "<a href='x'>a <b>b</b></a>, c");
  CHECK(run_of("<br>a<img src=b> c") == "<br>a<img src=b> c");
  CHECK(run_of("<b>a</b> 1 < 2 <div>") == "<b>a</b> 1 < 2 ");
  CHECK(run_of("<svg><path/></svg>a</p>") == "<svg><path/></svg>a");
}

TEST_CASE("what is not properly nested is no run") {
  CHECK(run_of("<b>a<p>b</b>") == "");
  CHECK(run_of("<b>a<i>b</b>c</i>") == "");
  CHECK(run_of("<b>a") == "");
  CHECK(run_of("<a>a<a>b</a></a>") == "");
  CHECK(run_of("<nobr>a</nobr>") == "");
  CHECK(run_of("<b>a</b><!-- c --><i>d</i>") == "<b>a</b>");
}

TEST_CASE("formatting elements stand no deeper in each other than there is room") {
  CHECK(run_of("<b><i>a</i></b>", 2) == "<b><i>a</i></b>");
  CHECK(run_of("<b><i>a</i></b>", 1) == "");
  CHECK(run_of("<b>a</b><i>b</i>", 1) == "<b>a</b><i>b</i>");
  CHECK(run_of("<span><span>a</span></span>", 0) == "<span><span>a</span></span>");
}

TEST_CASE("where the elements end is told apart from the text after them") {
  const std::string html = "<b>a</b> text<p>";
  const InlineRun run = inline_run(html, read_tag(html, 0, MarkupKind::start_tag), Tag::b, 3);
  CHECK(html.substr(run.element_end, run.end - run.element_end) == " text");
}
