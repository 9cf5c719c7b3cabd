#include "blocks/frames.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/page_builder.hpp"

using pith::FrameKind;
using pith::blocks::BlockList;
using pith::page::AttributeName;
using pith::page::Tag;
using pith::test::PageBuilder;

namespace {

struct Framed {
  explicit Framed(PageBuilder& builder) : page(builder.done()) {
    std::vector<pith::Notice> notices;
    pith::blocks::segment(page, pith::Limits{}, list, notices);
    notes = pith::blocks::find_notes(page, list);
  }

  [[nodiscard]] pith::blocks::FrameFinder finder() const { return {page, list, notes}; }

  /// "list item 3 quote" of the block's frames, outermost first; an item's number, a cell's place.
  std::string around(std::size_t block) {
    std::string all;
    for (const pith::Frame& frame : finder().around(list.blocks.at(block).container)) {
      if (!all.empty()) all += ' ';
      all += pith::name_of(frame.kind);
      if (frame.kind == FrameKind::item && frame.number > 0) all += " " + std::to_string(frame.number);
      if (frame.kind == FrameKind::cell) all += " " + std::to_string(frame.row) + "," + std::to_string(frame.column);
    }
    return all;
  }

  pith::page::Page& page;
  BlockList list;
  std::vector<pith::blocks::Note> notes;
};

}  // namespace

TEST_CASE("lists nest in items, which are numbered where the list is") {
  PageBuilder page;
  page.open(Tag::ol, {{AttributeName::start, "3"}}).element(Tag::li, "third");
  page.open(Tag::li).text("fourth").open(Tag::ul).element(Tag::li, "inner").close().close();
  page.element(Tag::li, "ninth", {{AttributeName::value, "9"}}).element(Tag::li, "tenth");
  Framed framed(page);

  CHECK(framed.around(0) == "list item 3");
  CHECK(framed.around(1) == "list item 4");
  CHECK(framed.around(2) == "list item 4 list item");
  CHECK(framed.around(3) == "list item 9");
  CHECK(framed.around(4) == "list item 10");
}

TEST_CASE("a list that holds nothing but lists is none; one right in a list belongs to the item above") {
  PageBuilder page;
  page.open(Tag::ul).open(Tag::li).open(Tag::ul).element(Tag::li, "bare").close().close().close();
  page.open(Tag::ol).element(Tag::li, "one").open(Tag::ul).element(Tag::li, "below one").close().close();
  Framed framed(page);

  CHECK(framed.around(0) == "list item");
  CHECK(framed.around(1) == "list item 1");
  CHECK(framed.around(2) == "list item 1 list item");
}

TEST_CASE("quotes, figures, details and definitions stand around what is in them") {
  PageBuilder page;
  page.open(Tag::blockquote).open(Tag::ul).element(Tag::li, "quoted").close().close();
  page.open(Tag::figure).element(Tag::figcaption, "caption").close();
  page.open(Tag::details).element(Tag::summary, "more").close();
  page.open(Tag::dl).element(Tag::dt, "term").close().element(Tag::p, "free");
  Framed framed(page);

  CHECK(framed.around(0) == "quote list item");
  CHECK(framed.around(1) == "figure");
  CHECK(framed.around(2) == "details");
  CHECK(framed.around(3) == "definitions");
  CHECK(framed.around(4).empty());
}

TEST_CASE("cells stand in the grid of their table, past cells that reach down") {
  PageBuilder page;
  page.open(Tag::table).open(Tag::tr);
  page.element(Tag::th, "a", {{AttributeName::rowspan, "2"}}).element(Tag::th, "b", {{AttributeName::colspan, "2"}});
  page.close().open(Tag::tr).element(Tag::td, "c").element(Tag::td, "").close();
  page.open(Tag::tr).element(Tag::td, "").element(Tag::td, "d").element(Tag::td, "e");
  Framed framed(page);

  CHECK(framed.around(0) == "table cell 0,0");
  CHECK(framed.around(1) == "table cell 0,1");
  CHECK(framed.around(2) == "table cell 1,1");
  CHECK(framed.around(3) == "table cell 2,1");
  CHECK(framed.around(4) == "table cell 2,2");
}

TEST_CASE("a table of layout is no frame") {
  PageBuilder page;
  SUBCASE("with one row") {
    page.open(Tag::table).open(Tag::tr).element(Tag::td, "menu").element(Tag::td, "text");
  }
  SUBCASE("with a table in it") {
    page.open(Tag::table).open(Tag::tr).open(Tag::td).open(Tag::table).open(Tag::tr).element(Tag::td, "inner").close();
    page.close().close().element(Tag::td, "beside").close().open(Tag::tr).element(Tag::td, "a").element(Tag::td, "b");
  }
  SUBCASE("with cells as long as columns of text") {
    page.open(Tag::table).open(Tag::tr).element(Tag::td, "a").element(Tag::td, std::string(500, 'x')).close();
    page.open(Tag::tr).element(Tag::td, "a").element(Tag::td, "b");
  }
  SUBCASE("that says so") {
    page.open(Tag::table, {{AttributeName::role, "presentation"}}).open(Tag::tr).element(Tag::td, "a");
    page.element(Tag::td, "b").close().open(Tag::tr).element(Tag::td, "a").element(Tag::td, "b");
  }
  Framed framed(page);
  CHECK(framed.around(0).empty());
}

TEST_CASE("a note that the text refers to has a frame in place of its list") {
  PageBuilder page;
  page.open(Tag::p).text("text").open(Tag::sup).element(Tag::a, "1", {{AttributeName::href, "#fn1"}}).close().close();
  page.open(Tag::ol).open(Tag::li, {{AttributeName::id, "fn1"}}).element(Tag::p, "the note").close().close();
  Framed framed(page);

  REQUIRE(framed.notes.size() == 1);
  CHECK(framed.notes[0].label == "1");
  CHECK(framed.around(1) == "note");
}

TEST_CASE("lists right in a list belong to the item above each") {
  PageBuilder page;
  page.open(Tag::ul).open(Tag::ul).element(Tag::li, "of none").close();
  page.element(Tag::li, "first").open(Tag::ul).element(Tag::li, "of first").close();
  page.element(Tag::li, "second").open(Tag::ul).element(Tag::li, "of second").close().close();
  Framed framed(page);
  pith::blocks::FrameFinder finder = framed.finder();
  const auto frames_of = [&](std::size_t block) { return finder.around(framed.list.blocks.at(block).container); };

  CHECK(framed.around(0) == "list item");
  CHECK(framed.around(2) == "list item list item");
  CHECK(frames_of(2)[1].id == frames_of(1)[1].id);
  CHECK(frames_of(4)[1].id == frames_of(3)[1].id);
}

TEST_CASE("a block far down in elements is told its outermost frames") {
  PageBuilder page;
  for (int i = 0; i < 100; ++i) page.open(Tag::blockquote);
  page.text("Deep down.");
  Framed framed(page);
  pith::blocks::FrameFinder finder = framed.finder();
  const std::vector<pith::Frame> frames = finder.around(framed.list.blocks.at(0).container);

  REQUIRE(frames.size() == pith::blocks::most_frames);
  CHECK(frames.front().id < frames.back().id);
}

TEST_CASE("the innermost frame told is no list without its item") {
  PageBuilder page;
  for (std::size_t i = 0; i + 1 < pith::blocks::most_frames; ++i) page.open(Tag::blockquote);
  page.open(Tag::ul).element(Tag::li, "Deep down.");
  Framed framed(page);
  pith::blocks::FrameFinder finder = framed.finder();
  const std::vector<pith::Frame> frames = finder.around(framed.list.blocks.at(0).container);
  CHECK(frames.size() == pith::blocks::most_frames - 1);
  CHECK(frames.back().kind == FrameKind::quote);
}

TEST_CASE("a table whose cells claim far more columns than there are is layout") {
  const auto rows_of = [](PageBuilder& page, int rows, std::string_view columns) {
    page.open(Tag::table);
    for (int i = 0; i < rows; ++i) {
      page.open(Tag::tr)
          .element(Tag::td, "name", {{AttributeName::colspan, columns}})
          .element(Tag::td, "value")
          .close();
    }
    page.close();
  };
  PageBuilder page;
  SUBCASE("rows of a thousand columns") {
    rows_of(page, 100, "1000");
    CHECK(Framed(page).around(0).empty());
  }
  SUBCASE("a few columns joined") {
    rows_of(page, 100, "12");
    CHECK(Framed(page).around(0) == "table cell 0,0");
  }
  SUBCASE("few rows") {
    rows_of(page, 3, "1000");
    CHECK(Framed(page).around(1) == "table cell 0,1000");
  }
}

TEST_CASE("cells of several tables are found in any order") {
  PageBuilder page;
  for (int i = 0; i < 3; ++i) {
    page.open(Tag::table);
    page.open(Tag::tr).element(Tag::td, "name").element(Tag::td, "value").close();
    page.open(Tag::tr).element(Tag::td, "name").element(Tag::td, "value").close().close();
  }
  Framed framed(page);
  pith::blocks::FrameFinder finder = framed.finder();
  for (const std::size_t block : {11U, 0U, 6U, 5U}) {
    const std::vector<pith::Frame> frames = finder.around(framed.list.blocks.at(block).container);
    REQUIRE(frames.size() == 2);
    CHECK(frames[1].row == block % 4 / 2);
    CHECK(frames[1].column == block % 2);
  }
}

TEST_CASE("an item in something else within a list is of a list of its own") {
  PageBuilder page;
  page.open(Tag::ol).open(Tag::blockquote).element(Tag::li, "quoted").close().element(Tag::li, "first").close();
  Framed framed(page);
  CHECK(framed.around(0) == "quote list item");
  CHECK(framed.around(1) == "list item 1");
}

TEST_CASE("the box of a caption that stands in no figure is one") {
  PageBuilder page;
  page.open(Tag::div).open(Tag::div).element(Tag::figcaption, "a bee").close().element(Tag::p, "text").close();
  Framed framed(page);
  CHECK(framed.around(0) == "figure");
  CHECK(framed.around(1).empty());
}

TEST_CASE("an item that is a note stands in the note around it, not in its list") {
  PageBuilder page;
  page.open(Tag::p).text("so ").element(Tag::a, "[1]", {{AttributeName::href, "#a"}});
  page.text(" and ").element(Tag::a, "[2]", {{AttributeName::href, "#b"}}).close();
  page.open(Tag::div, {{AttributeName::id, "a"}}).element(Tag::p, "one");
  page.element(Tag::li, "two", {{AttributeName::id, "b"}}).close();
  Framed framed(page);
  REQUIRE(framed.notes.size() == 2);
  CHECK(framed.around(1) == "note");
  CHECK(framed.around(2) == "note note");
}

TEST_CASE("items in a figure within a list are a list of their own") {
  PageBuilder page;
  page.open(Tag::ol).element(Tag::li, "first").open(Tag::figcaption).element(Tag::li, "a bee").close().close();
  Framed framed(page);
  CHECK(framed.around(0) == "list item 1");
  CHECK(framed.around(1) == "figure list item");
}

TEST_CASE("a reversed list counts down, and none counts from zero") {
  PageBuilder page;
  page.open(Tag::ol, {{AttributeName::reversed, ""}}).element(Tag::li, "three").element(Tag::li, "two").close();
  page.open(Tag::ol, {{AttributeName::reversed, ""}, {AttributeName::start, "9"}});
  page.element(Tag::li, "nine").element(Tag::li, "eight").close();
  page.open(Tag::ol, {{AttributeName::start, "0"}}).element(Tag::li, "first").element(Tag::li, "second").close();
  Framed framed(page);
  CHECK(framed.around(0) == "list item 2");
  CHECK(framed.around(1) == "list item 1");
  CHECK(framed.around(2) == "list item 9");
  CHECK(framed.around(3) == "list item 8");
  CHECK(framed.around(4) == "list item 1");
  CHECK(framed.around(5) == "list item 2");
}

TEST_CASE("a cell reaches down to the last row of its group at most, and with a span of zero so far") {
  PageBuilder page;
  page.open(Tag::table).open(Tag::thead).open(Tag::tr);
  page.element(Tag::th, "a", {{AttributeName::rowspan, "9"}}).element(Tag::th, "b").close().close();
  page.open(Tag::tbody).open(Tag::tr).element(Tag::th, "c", {{AttributeName::rowspan, "0"}}).element(Tag::td, "d");
  page.close().open(Tag::tr).element(Tag::td, "e").close();
  Framed framed(page);
  CHECK(framed.around(2) == "table cell 1,0");
  CHECK(framed.around(4) == "table cell 2,1");
  pith::blocks::FrameFinder finder = framed.finder();
  CHECK(finder.around(framed.list.blocks.at(0).container).back().row_span == 1);
  CHECK(finder.around(framed.list.blocks.at(2).container).back().row_span == 2);
}

TEST_CASE("a small box of an image and what classes call its caption is a figure") {
  const auto frames = [](std::string_view classes, bool has_image, bool has_text) {
    PageBuilder page;
    page.open(Tag::div).open(Tag::a);
    if (has_image) page.open(Tag::img, {{AttributeName::src, "/bee.jpg"}}).close();
    page.close().element(Tag::p, "a bee", {{AttributeName::class_, classes}});
    if (has_text) page.element(Tag::p, "Bees fly far.");
    Framed framed(page);
    pith::blocks::FrameFinder finder = framed.finder();
    const bool is_caption = finder.is_caption_of_box(framed.list.blocks.at(0).container);
    CHECK(is_caption == (framed.around(0) == "figure"));
    return framed.around(0);
  };
  CHECK(frames("wp-caption-text", true, false) == "figure");
  CHECK(frames("wp-caption-text", false, false).empty());
  CHECK(frames("wp-caption-text", true, true).empty());
  CHECK(frames("intro", true, false).empty());
}

TEST_CASE("a caption without a figure is one by itself, with the image right above it") {
  PageBuilder page;
  page.element(Tag::p, "Bees fly far.").open(Tag::img, {{AttributeName::src, "/bee.jpg"}}).close();
  page.element(Tag::figcaption, "a bee").element(Tag::p, "So do bumblebees.");
  page.open(Tag::img, {{AttributeName::src, "/bumblebee.jpg"}}).close();
  Framed framed(page);
  CHECK(framed.around(1) == "figure");
  pith::blocks::FrameFinder finder = framed.finder();
  const auto caption = finder.around(framed.list.blocks.at(1).container);
  CHECK(finder.around(framed.list.insets.at(0)) == caption);
  CHECK(finder.around(framed.list.insets.at(1)).empty());
}

TEST_CASE("a box in a figure is no second one") {
  PageBuilder page;
  page.open(Tag::figure).open(Tag::div).element(Tag::figcaption, "a bee").close().close();
  Framed framed(page);
  CHECK(framed.around(0) == "figure");
}

TEST_CASE("roles make lists of boxes") {
  PageBuilder page;
  page.open(Tag::div, {{AttributeName::role, "list"}}).element(Tag::div, "saw", {{AttributeName::role, "listitem"}});
  page.open(Tag::div, {{AttributeName::role, "listitem"}}).element(Tag::p, "rope").close().close();
  page.element(Tag::div, "plain", {{AttributeName::role, "note"}});
  Framed framed(page);
  CHECK(framed.around(0) == "list item");
  CHECK(framed.around(1) == "list item");
  CHECK(framed.around(2).empty());
}

TEST_CASE("the foot of a table is its last row, wherever it stands") {
  PageBuilder page;
  page.open(Tag::table).open(Tag::thead).open(Tag::tr).element(Tag::th, "a").element(Tag::th, "b").close().close();
  page.open(Tag::tfoot).open(Tag::tr).element(Tag::td, "c").element(Tag::td, "d").close().close();
  page.open(Tag::tbody).open(Tag::tr).element(Tag::td, "e").element(Tag::td, "f").close().close();
  Framed framed(page);
  CHECK(framed.around(2) == "table cell 2,0");
  CHECK(framed.around(4) == "table cell 1,0");
}

TEST_CASE("a table may be made of boxes that have roles") {
  PageBuilder page;
  page.open(Tag::div, {{AttributeName::role, "table"}});
  for (const char* const row : {"Month", "March"}) {
    page.open(Tag::div, {{AttributeName::role, "row"}}).element(Tag::span, row, {{AttributeName::role, "cell"}});
    page.element(Tag::div, "Level in metres", {{AttributeName::role, "columnheader"}}).close();
  }
  Framed framed(page);

  CHECK(framed.around(0) == "table cell 0,0");
  CHECK(framed.around(1) == "table cell 0,1");
  CHECK(framed.around(2) == "table cell 1,0");
}

TEST_CASE("a column of cells below a header is a table") {
  const auto around = [](Tag first, std::string_view last) {
    PageBuilder page;
    page.open(Tag::table).open(Tag::tr).element(first, "Keepers").close();
    for (const std::string_view cell : {std::string_view("Jean"), last})
      page.open(Tag::tr).element(Tag::td, cell).close();
    return Framed(page).around(1);
  };
  CHECK(around(Tag::th, "Marie") == "table cell 1,0");
  CHECK(around(Tag::td, "Marie").empty());
  CHECK(around(Tag::th, std::string(300, 'x')).empty());
}
