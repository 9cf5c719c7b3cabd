#include "blocks/word_items.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/rendering_case.hpp"

using pith::Block;
using pith::FrameKind;
using pith::test::unjudged_article;

namespace {

std::string item(const std::string& list, const std::string& mark, const std::string& text) {
  return "<p style='mso-list:" + list + " lfo1'><span style='mso-list:Ignore'>" + mark + "<span>&nbsp; </span></span>" +
         text + "</p>";
}

/// The numbers of the items around it, outermost first: "2.1".
std::string place_of(const Block& block) {
  std::string place;
  for (const pith::Frame& frame : block.frames) {
    if (frame.kind != FrameKind::item) continue;
    if (!place.empty()) place += '.';
    place += std::to_string(frame.number);
  }
  return place;
}

}  // namespace

TEST_CASE("items of deeper levels stand in the item above them") {
  const pith::Article article =
      unjudged_article(item("l0 level1", "1.", "Open the gate.") + item("l0 level2", "a.", "Turn the wheel.") +
                       item("l0 level2", "b.", "Clear the grid.") + item("l0 level1", "2.", "Close the gate."));
  REQUIRE(article.blocks.size() == 4);
  CHECK(place_of(article.blocks[0]) == "1");
  CHECK(place_of(article.blocks[1]) == "1.1");
  CHECK(place_of(article.blocks[2]) == "1.2");
  CHECK(place_of(article.blocks[3]) == "2");
  CHECK(article.blocks[1].frames[1] == article.blocks[0].frames[1]);
  CHECK(article.blocks[2].frames[2] == article.blocks[1].frames[2]);
  CHECK(article.blocks[3].frames[0] == article.blocks[0].frames[0]);
}

TEST_CASE("bullets have no number, though they look like letters") {
  const pith::Article article =
      unjudged_article(item("l0 level1", "\u00B7", "The mill") + item("l0 level2", "o", "Its wheel"));
  REQUIRE(article.blocks.size() == 2);
  CHECK(place_of(article.blocks[1]) == "0.0");
}

TEST_CASE("lists of other names, and past a paragraph, are others") {
  const pith::Article article =
      unjudged_article(item("l0 level1", "1.", "Open the gate.") + item("l1 level1", "\u00B7", "The mill") +
                       "<p>So it was.</p>" + item("l1 level1", "\u00B7", "The pond"));
  REQUIRE(article.blocks.size() == 4);
  CHECK(article.blocks[1].frames[0].id != article.blocks[0].frames[0].id);
  CHECK(article.blocks[3].frames[0].id != article.blocks[1].frames[0].id);
}

TEST_CASE("lists beside each other that tell their levels are one within another, and go on") {
  const pith::Article article = unjudged_article(
      "<ol class='c1 lst-kix_a-0 start'><li>Open the gate.</li></ol>"
      "<ol class='lst-kix_a-1 start'><li>Turn the wheel.</li><li>Clear the grid.</li></ol>"
      "<ol class='lst-kix_a-0' start=2><li>Close the gate.</li></ol><p>So it was.</p>"
      "<ol class='lst-kix_a-0' start=3><li>Go home.</li></ol>");
  REQUIRE(article.blocks.size() == 6);
  CHECK(place_of(article.blocks[0]) == "1");
  CHECK(place_of(article.blocks[1]) == "1.1");
  CHECK(place_of(article.blocks[2]) == "1.2");
  CHECK(place_of(article.blocks[3]) == "2");
  CHECK(article.blocks[1].frames[1] == article.blocks[0].frames[1]);
  CHECK(article.blocks[3].frames[0] == article.blocks[0].frames[0]);
  CHECK(place_of(article.blocks[5]) == "3");
  CHECK(article.blocks[5].frames[0].id != article.blocks[0].frames[0].id);
}

TEST_CASE("so are items of one list that tell theirs") {
  for (const std::string name : {"ql-indent-", "public-DraftStyleDefault-depth"}) {
    const pith::Article article =
        unjudged_article("<ol><li>Gate</li><li class='" + name + "1 x'>Wheel</li><li class='" + name +
                         "2'>Grid</li><li>Pond</li></ol><ul><li class='ql-indents-1'>Weir</li></ul>");
    REQUIRE(article.blocks.size() == 5);
    CHECK(place_of(article.blocks[1]) == "1.1");
    CHECK(place_of(article.blocks[2]) == "1.1.1");
    CHECK(place_of(article.blocks[3]) == "2");
    CHECK(article.blocks[4].frames.size() == 2);
  }
}

TEST_CASE("an editor that has one kind of list tells of each item what it is") {
  const pith::Article article = unjudged_article(
      "<ol><li data-list=bullet>Gate</li><li data-list=bullet class=ql-indent-1>Wheel</li><li "
      "data-list=checked>Grid</li>"
      "<li data-list=unchecked>Pond</li></ol><ol><li data-list=ordered>Weir</li><li data-list=bullet>Ford</li></ol>");
  REQUIRE(article.blocks.size() == 6);
  CHECK(place_of(article.blocks[0]) == "0");
  CHECK(place_of(article.blocks[1]) == "0.0");
  CHECK(article.blocks[2].frames.back().task == pith::Task::done);
  CHECK(article.blocks[3].frames.back().task == pith::Task::open);
  CHECK(place_of(article.blocks[4]) == "1");
  CHECK(place_of(article.blocks[5]) == "0");
}
