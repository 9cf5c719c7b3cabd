#include "html/skeleton/run_reader.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/page_dump.hpp"

using namespace pith::html;

namespace {

/// The nodes that a run gives below <body>.
std::string nodes_of(const std::string& run) {
  Page page;
  PageBuilder builder(page, run.size());
  builder.open(Tag::body);
  RunReader(run, page, builder).read(0, run.size());
  builder.close();
  return pith::test::dump_tree(page);
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
  Page page;
  const std::string run = "<div>a</div>\n <p>b</p> c";
  PageBuilder builder(page, run.size());
  builder.open(Tag::body);
  RunReader(run, page, builder).read(0, run.size());
  builder.close();
  std::string texts;
  for (const auto& node : page.nodes) texts += node.tag == Tag::none ? "[" + std::string(node.text) + "]" : "";
  CHECK(texts == "[a][b][ c]");
}
