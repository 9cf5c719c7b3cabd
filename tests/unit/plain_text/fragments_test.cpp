#include "plain_text/fragments.hpp"
#include "plain_text/plain_text.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "page/page.hpp"

namespace {

using Lines = std::vector<std::string>;

/// The blocks, as the plain text reader makes them.
Lines blocks_of(std::string_view utf8) {
  pith::page::Page page;
  pith::plain_text::read_text(utf8, page);
  Lines blocks;
  for (std::size_t i = 2; i < page.nodes.size(); ++i) {
    if (page.nodes[i].text.empty()) {
      blocks.emplace_back();
    } else {
      blocks.back() += page.nodes[i].text;
    }
  }
  return blocks;
}

/// Two sentences, each cut by a link.
constexpr const char* cut_sentences =
    "The mayor of the town told\nThe Harbour Post\n, which had asked, that the wall\nwill be mended\n.\n"
    "And the keeper of the\nOld Mill\nhas left (he is\nseventy\n) and no other was found.\n";

}  // namespace

TEST_CASE("lines that go on a sentence make one block with it") {
  CHECK(blocks_of(cut_sentences) ==
        Lines{"The mayor of the town told The Harbour Post, which had asked, that the wall will be mended.",
              "And the keeper of the Old Mill has left (he is seventy) and no other was found."});
}

TEST_CASE("entries of menus stay by themselves") {
  CHECK(blocks_of(std::string("Home\nNews\nAbout us\n") + cut_sentences + "Imprint\nContact\n").size() == 7);
}

TEST_CASE("a blank line parts blocks") {
  CHECK(blocks_of(std::string(cut_sentences) + "\nand so on\n").size() == 3);
}

TEST_CASE("Chinese sentences are joined without a space") {
  // "The mayor of / Lower town / , who / did not sleep / , said so."
  CHECK(
      blocks_of(
          "\u636E\u5F53\u5730\u62A5\u7EB8\u6628\u5929\u62A5\u9053\n\u4E0B\u57CE\n\uFF0C\u5E02\u957F\u8BF4\n\uFF0C\u5899"
          "\u5C06\u4FEE\u597D\u3002\n") ==
      Lines{
          "\u636E\u5F53\u5730\u62A5\u7EB8\u6628\u5929\u62A5\u9053\u4E0B\u57CE\uFF0C\u5E02\u957F\u8BF4\uFF0C\u5899\u5C06"
          "\u4FEE\u597D\u3002"});
}

TEST_CASE("one such line is none, nor are those of code, smileys and dots") {
  using pith::plain_text::has_fragments;
  CHECK(has_fragments(cut_sentences));
  CHECK_FALSE(has_fragments("The wall\n, they say,\nwill be mended\n"));
  CHECK_FALSE(has_fragments("call(\n  first\n);\nother(\n  second\n);\n"));
  CHECK_FALSE(has_fragments("the list\n.first { }\nof all\n.second { }\n"));
  CHECK_FALSE(has_fragments("well\n... so it was\nand then\n... it rained\nhaha\n:)\nyes\n:-)\n"));
  CHECK_FALSE(has_fragments("It rained.\n, 2 mm\nIt rained on.\n, 3 mm\n"));
}

TEST_CASE("Georgian has no capitals that would tell where a sentence begins") {
  const std::string entries = "\u10DB\u10D7\u10D0\u10D5\u10D0\u10E0\u10D8\n\u10D0\u10DB\u10D8\u10DC\u10D3\u10D8\n";
  CHECK(blocks_of(cut_sentences + entries).size() == 4);
}
