#include "html/skeleton/inline_run.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pith::html;

namespace {

/// The run that begins with the first tag of `html`.
std::string run_of(const std::string& html, std::size_t formatting_room = 3) {
  TagNotes notes;
  const TagToken first = notes.read(html, 0, MarkupKind::start_tag);
  return html.substr(0, inline_run(html, first, notes, formatting_room).end);
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
  TagNotes notes;
  const TagToken first = notes.read(html, 0, MarkupKind::start_tag);
  const InlineRun run = inline_run(html, first, notes, 3);
  CHECK(html.substr(run.element_end, run.end - run.element_end) == " text");
}

TEST_CASE("the tags of a run are noted, and no others after its first") {
  const auto notes_after = [](const std::string& html) {
    TagNotes notes;
    const TagToken first = notes.read(html, 0, MarkupKind::start_tag);
    static_cast<void>(inline_run(html, first, notes, 3));
    return notes.size();
  };
  CHECK(notes_after("<b>a</b> <i>c</i><p>") == 4);
  CHECK(notes_after("<b>a<p>b</b>") == 1);
}
