// What the parser is still handed of a page. That the tree is the same is tested by
// properties/reader_equality_test.cpp.
#include "html/skeleton/skeleton.hpp"

#include <doctest/doctest.h>

#include <string>

namespace html = pith::html;

namespace {

/// The skeleton, with each run as "[its source]".
std::string skeleton_of(const std::string& source) {
  pith::page::Page page;
  html::Skeleton skeleton;
  REQUIRE(html::write_skeleton(source, {}, html::HtmlReading::skeleton, page, skeleton));
  std::string shown;
  for (std::size_t at = 0; at < skeleton.html.size();) {
    const auto run = html::next_run(skeleton.html, at);
    if (run < 0) {
      shown += skeleton.html[at++];
    } else {
      const html::ByteRange range = skeleton.runs.at(static_cast<std::size_t>(run));
      shown += '[' + source.substr(range.begin, range.end - range.begin) + ']';
    }
  }
  return shown;
}

}  // namespace

TEST_CASE("properly nested elements are one run") {
  const std::string sections =
      "<div><h2>a</h2> <ul><li>b <i>c</i></li></ul><p>d<br>e</p></div><x-y><dl><dt>f</dt></dl></x-y>";
  CHECK(skeleton_of("<body>" + sections) == "<body>[" + sections + "]");
}

TEST_CASE("what leaves no trace lies within runs") {
  const std::string parts = "<p>a</p><!-- b --> <script>c</script><p>d</p>\n e";
  CHECK(skeleton_of("<body>" + parts) == "<body>[" + parts + "]");
}

TEST_CASE("what closes something is left to the parser") {
  CHECK(skeleton_of("<body><p>a<div>b</div>") == "<body><p>[a]<div>[b]</div>");
  CHECK(skeleton_of("<body><ul><li>a<li>b</li></ul>") == "<body><ul><li>[a]<li>[b]</li></ul>");
  CHECK(skeleton_of("<body><a>a<a>b</a>") == "<body><a>[a]<a>[b]</a>");
  CHECK(skeleton_of("<body><div><b>a</div>b</b>") == "<body><div><b>[a]</div>[b]</b>");
}

TEST_CASE("forms and tables are the parser's, what stands in them is folded") {
  CHECK(skeleton_of("<body><form><div>a</div></form>") == "<body><form>[<div>a</div>]<!----></form>");
  CHECK(skeleton_of("<body><table><tr><td><p>a</p></table>") == "<body><table><tr><td>[<p>a</p>]</table>");
  CHECK(skeleton_of("<body><table><p>a</p></table>") == "<body><table><p>[a]</p></table>");
}

TEST_CASE("a select of options is part of a run, or empty to the parser") {
  const std::string select = "<select id=a><option>b<optgroup><option>c</select>";
  CHECK(skeleton_of("<body><p>a " + select + " d</p>") == "<body>[<p>a " + select + " d</p>]");
  CHECK(skeleton_of("<body><p>a<ul>" + select + "</ul>") == "<body><p>[a]<ul>[" + select + "]</ul>");
  CHECK(skeleton_of(select) == "<select></select>");
  CHECK(skeleton_of("<body><select><input></select>") == "<body><select><input></select>");
}

TEST_CASE("what stands before stray form ends is parted from them once") {
  CHECK(skeleton_of("<body><b>a</b>c</form></form>d</form>") == "<body>[<b>a</b>]<!---->[c]</form></form>[d]</form>");
}

TEST_CASE("nothing is folded after an end tag that may have closed any unknown element") {
  CHECK(skeleton_of("<body><x-y>a</z-z><p>b</p>") == "<body><x-y>[a]</z-z><p>[b]</p>");
}

TEST_CASE("drawings are passed over where they plainly end") {
  const std::string drawing = "<svg><path><foreignObject><div>a<br></div></foreignObject></svg>";
  CHECK(skeleton_of("<body>" + drawing + "<p>b</p>") == "<body>[" + drawing + "<p>b</p>]");
  // A paragraph ends the drawing: from there on the page is as it was.
  CHECK(skeleton_of("<body><p>a</p><svg><g><p>b</svg>c") == "<body>[<p>a</p>]<svg><g><p>b</svg>c");
}
