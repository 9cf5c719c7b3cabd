#include "html/skeleton/run_reader.hpp"

#include <doctest/doctest.h>

#include <string>

#include "html/skeleton/skeleton.hpp"
#include "support/page_dump.hpp"

using namespace pith::html;

namespace {

/// A run and the nodes that it gives below <body>.
struct ReadRun {
  explicit ReadRun(const std::string& run) : html("<body>" + run) {
    Page head;
    Skeleton skeleton;
    REQUIRE(write_skeleton(html, {}, HtmlReading::skeleton, head, skeleton));
    PageBuilder builder(page, html.size());
    builder.open(Tag::body);
    RunReader(html, page, builder, skeleton.notes).read(html.size() - run.size(), html.size());
    builder.close();
  }

  std::string html;
  Page page;
};

std::string nodes_of(const std::string& run) {
  return pith::test::dump_tree(ReadRun(run).page);
}

}  // namespace

TEST_CASE("elements, attributes and text of a run become nodes") {
  CHECK(nodes_of("a &amp; b") == "<body>\n \"a & b\"\n");
  CHECK(nodes_of("<p>a <b>b</b><br>c</p>") == "<body>\n <p>\n  \"a \"\n  <b>\n   \"b\"\n  <br>\n  \"c\"\n");
  CHECK(nodes_of("<a href='/x?a&copy=b'>c</a>").find("=[/x?a&copy=b]") != std::string::npos);
}

TEST_CASE("comments, scripts and styles within a run leave no trace") {
  CHECK(nodes_of("a<!-- b --><script>c</script><style>d</style>e") == "<body>\n \"ae\"\n");
  CHECK(nodes_of("a<input>b") == "<body>\n \"ab\"\n");
}

TEST_CASE("elements without shown content stay as an empty mark") {
  CHECK(nodes_of("<iframe>a</iframe><svg><g/></svg><video><p>b</p></video>") ==
        "<body>\n <iframe>\n <svg>\n <video>\n");
}

TEST_CASE("white space between the tags of blocks is left out, other is one space") {
  const ReadRun read("<div>a</div>\n <p>b</p> c");
  std::string texts;
  for (const auto& node : read.page.nodes) texts += node.tag == Tag::none ? "[" + std::string(node.text) + "]" : "";
  CHECK(texts == "[a][b][ c]");
}
