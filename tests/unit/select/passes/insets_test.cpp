#include <doctest/doctest.h>

#include "support/selecting.hpp"

using pith::page::AttributeName;
using pith::page::PageKind;
using pith::page::Tag;
using pith::test::PageBuilder;
using pith::test::Selecting;

namespace {

constexpr const char* prose = "The river rose by two metres overnight, and the lower town had to be cleared by boat.";
constexpr const char* more =
    "The level is expected to fall from Sunday on, and the gym serves as a shelter until then.";

void image(PageBuilder& page, std::string_view address = "/flood.jpg") {
  page.open(Tag::img, {{AttributeName::src, address}}).close();
}

}  // namespace

TEST_CASE("images and rules between kept text stay") {
  Selecting page(PageKind::html);
  page.line(prose, 0.95F);
  image(page.page());
  page.page().open(Tag::hr).close();
  image(page.page(), "/icons/mail.png");
  page.line(more, 0.95F).run();
  CHECK(page.selection.kept_insets == std::vector{true, true, false});
}

TEST_CASE("images may be unwanted") {
  Selecting page(PageKind::html);
  page.line(prose, 0.95F);
  image(page.page());
  pith::Options options;
  options.keep_images = false;
  page.line(more, 0.95F).run(options);
  CHECK(page.selection.kept_insets == std::vector{false});
}

TEST_CASE("an image in the card of another article goes") {
  Selecting page(PageKind::html);
  page.line(prose, 0.95F).page().open(Tag::div);
  image(page.page());
  page.page().element(Tag::p, "Ten boats you will love").close();
  page.score(0.01F).line(more, 0.95F).run();
  CHECK(page.selection.kept_insets == std::vector{false});
}

TEST_CASE("the name and size beside an image that can be enlarged are no other article") {
  Selecting page(PageKind::html);
  page.page().open(Tag::div);
  page.line(prose, 0.95F).page().open(Tag::div).open(Tag::a, {{AttributeName::href, "/boats.png"}});
  image(page.page());
  page.page().element(Tag::div, "boats 1920x1080 150 KB").close().close();
  page.score(0.01F).line(more, 0.95F).run();
  CHECK(page.selection.kept_insets == std::vector{true});
}

TEST_CASE("at the end of the text an image beside it stays, one in another box goes") {
  Selecting page(PageKind::html);
  page.page().open(Tag::div);
  page.line(prose, 0.95F).line(more, 0.95F);
  image(page.page());
  page.page().close().open(Tag::div).open(Tag::div).open(Tag::div).open(Tag::div);
  image(page.page());
  page.page().close().close().close().close();
  page.line("Menu", 0.01F).run();
  CHECK(page.selection.kept_insets == std::vector{true, false});
}

TEST_CASE("an image brings the caption of its figure, which is no text of the article's") {
  Selecting page(PageKind::html);
  page.line(prose, 0.95F).page().open(Tag::figure);
  image(page.page());
  page.page().element(Tag::figcaption, "The gym on Friday night").close();
  page.score(0.01F).line(more, 0.95F);
  SUBCASE("as long as captions are wanted") {
    page.run();
    CHECK(page.kept() == std::vector{0, 1, 2});
    CHECK(page.selection.choices[1].category == pith::Category::caption);
  }
  SUBCASE("not when they are unwanted") {
    pith::Options options;
    options.keep_captions = false;
    page.run(options);
    CHECK(page.kept() == std::vector{0, 2});
  }
  SUBCASE("nor when images are") {
    pith::Options options;
    options.keep_images = false;
    page.run(options);
    CHECK(page.kept() == std::vector{0, 2});
  }
}

TEST_CASE("the caption of a figure in the text stays without its image, which a script loads") {
  const auto kept = [](Tag box, Tag beside) {
    Selecting page(PageKind::html);
    page.line(prose, 0.95F);
    page.page().open(box).element(Tag::figcaption, "The gym at noon on Friday");
    if (beside != Tag::figcaption) page.page().element(beside, "Ten boats you will love");
    page.page().close();
    page.score(0.02F);
    if (beside != Tag::figcaption) page.score(0.01F);
    return page.line(more, 0.95F).run().kept();
  };
  CHECK(kept(Tag::figure, Tag::figcaption) == std::vector{0, 1, 2});
  CHECK(kept(Tag::div, Tag::figcaption) == std::vector{0, 1, 2});
  CHECK(kept(Tag::figure, Tag::p) == std::vector{0, 3});  // a card of another article
}

TEST_CASE("a caption that is a link stays in the middle of the text alone") {
  for (const bool is_between : {true, false}) {
    Selecting page(PageKind::html);
    page.line(prose, 0.95F).page().open(Tag::figure);
    image(page.page());
    page.page().open(Tag::figcaption).element(Tag::a, "Source", {{AttributeName::href, "/s"}}).close().close();
    page.score(0.01F).line(more, is_between ? 0.95F : 0.01F).run();
    CHECK(page.selection.choices[1].kept == is_between);
  }
}

TEST_CASE("who made a picture stays with the caption, though it is a link") {
  Selecting page(PageKind::html);
  page.line(prose, 0.95F).page().open(Tag::figure);
  image(page.page());
  page.page().open(Tag::figcaption).element(Tag::p, "The gym at noon").open(Tag::p);
  page.page().element(Tag::a, "Ann Lee", {{AttributeName::href, "/ann"}}).close().close().close();
  page.score(0.02F).score(0.02F).line(more, 0.95F).run();
  CHECK(page.kept() == std::vector{0, 1, 2, 3});
}

TEST_CASE("an image brings what classes call its caption") {
  Selecting page(PageKind::html);
  page.line(prose, 0.95F).page().open(Tag::div);
  image(page.page());
  page.page().element(Tag::p, "The gym at noon", {{AttributeName::class_, "wp-caption-text"}}).close();
  page.score(0.02F).line(more, 0.95F).run();
  CHECK(page.kept() == std::vector{0, 1, 2});
  CHECK(page.selection.choices[1].category == pith::Category::caption);
}

TEST_CASE("a rule stays beside the text that it parts, though much was dropped below it, but not in a figure") {
  Selecting page(PageKind::html);
  page.line(prose, 0.95F).page().open(Tag::hr).close();
  for (int i = 0; i < 3; ++i) page.line("Ten boats that you and all of your friends will love this summer", 0.01F);
  page.line(more, 0.95F).page().open(Tag::figure);
  image(page.page());
  page.page().open(Tag::hr).close().element(Tag::figcaption, "The gym at noon").close();
  page.score(0.02F).line(more + std::string(" Again."), 0.95F).run();
  CHECK(page.selection.kept_insets == std::vector{true, true, false});
}

TEST_CASE("who took an image is no other text in its figure, below its caption or right in it") {
  for (const bool has_caption : {true, false}) {
    Selecting page(PageKind::html);
    page.line(prose, 0.95F).page().open(Tag::figure);
    image(page.page());
    if (has_caption) {
      page.page().element(Tag::figcaption, "The lower town").element(Tag::p, "\u00A9 agency/Ida Muster");
      page.score(0.05F);
    } else {
      page.page().element(Tag::small, "Photo agency of the lower town");
    }
    page.page().close();
    page.score(0.05F).line(more, 0.95F).run();
    CHECK(page.selection.kept_insets == std::vector{true});
  }
}

TEST_CASE("a name alone in the box of an image is who took it, in a figure, and many words are not") {
  const auto kept = [](Tag outer, std::string_view words) {
    Selecting page(PageKind::html);
    page.line(prose, 0.95F).page().open(outer).open(Tag::div);
    image(page.page());
    page.page().element(Tag::footer, words).close().close();
    page.score(0.05F).line(more, 0.95F).run();
    return page.selection.kept_insets == std::vector{true};
  };
  CHECK(kept(Tag::figure, "Ida Muster Images"));
  CHECK_FALSE(kept(Tag::section, "Ida Muster Images"));
  CHECK_FALSE(kept(Tag::figure, "Ten boats that everybody will love to see this summer"));
}

TEST_CASE("how to enlarge an image is no other text in its figure") {
  for (const bool is_figure : {true, false}) {
    Selecting page(PageKind::html);
    page.line(prose, 0.95F).page().open(is_figure ? Tag::figure : Tag::section).open(Tag::div);
    page.page().element(Tag::span, "Press to view the image in full size").open(Tag::div);
    image(page.page());
    page.page().close().close().element(Tag::figcaption, "The lower town").close();
    page.score(0.05F).score(0.1F).line(more, 0.95F).run();
    CHECK(page.selection.kept_insets == std::vector{is_figure});
  }
}

TEST_CASE("an item of a gallery keeps its image and what its class calls a caption") {
  Selecting page(PageKind::html);
  page.line(prose, 0.95F).page().open(Tag::ul).open(Tag::li);
  image(page.page());
  page.page().element(Tag::div, "The lower town", {{AttributeName::class_, "gallerytext"}}).close().close();
  page.score(0.1F).line(more, 0.95F).run();
  CHECK(page.selection.kept_insets == std::vector{true});
  CHECK(page.kept() == std::vector{0, 1, 2});
}

TEST_CASE("copies that a carousel adds to go round are not shown again") {
  Selecting page(PageKind::html);
  page.line(prose, 0.95F).page().open(Tag::div, {{AttributeName::class_, "slide slick-cloned"}});
  image(page.page());
  page.page().close();
  page.line(more, 0.95F).run();
  CHECK(page.selection.kept_insets == std::vector{false});
}
