#include "blocks/captions.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/page_builder.hpp"

using pith::page::AttributeName;
using pith::page::Tag;
using pith::test::PageBuilder;

namespace {

struct Cut {
  explicit Cut(PageBuilder& builder) : page(builder.done()) {
    std::vector<pith::Notice> notices;
    pith::blocks::segment(page, pith::Limits{}, list, notices);
  }
  /// Whether any element around the first block is one.
  [[nodiscard]] bool has_box() const {
    for (std::uint32_t c = 0; c < list.containers.size(); ++c) {
      if (pith::blocks::is_captioned_box(page, list, c)) return true;
    }
    return false;
  }

  pith::page::Page& page;
  pith::blocks::BlockList list;
};

PageBuilder& image(PageBuilder& page) {
  return page.open(Tag::img, {{AttributeName::src, "/bee.jpg"}}).close();
}

}  // namespace

TEST_CASE("a class that names it calls its text a caption") {
  const auto is_called = [](std::string_view classes) {
    PageBuilder page;
    page.open(Tag::div).open(Tag::div, {{AttributeName::class_, classes}}).text("The wheel in May");
    const Cut cut(page);
    return pith::blocks::is_called_caption(cut.page, cut.list, cut.list.blocks.at(0).container, 0);
  };
  CHECK(is_called("box photo-box__caption"));
  CHECK(is_called("imageCaption large"));
  CHECK(is_called("caption_area"));
  CHECK(is_called("c-image__caption-text"));
  CHECK_FALSE(is_called("captioned"));
  CHECK_FALSE(is_called("wp-block-image has-caption"));
}

TEST_CASE("a figure without a <figcaption> has its text as caption") {
  const auto has_box = [](Tag inner, bool has_image, std::string_view text) {
    PageBuilder page;
    page.open(Tag::figure);
    if (has_image) image(page);
    page.open(inner).element(Tag::p, text).close();
    return Cut(page).has_box();
  };
  CHECK(has_box(Tag::div, true, "A bee in May"));
  CHECK_FALSE(has_box(Tag::div, false, "A bee in May"));
  CHECK_FALSE(has_box(Tag::blockquote, true, "A bee in May"));
  CHECK_FALSE(has_box(Tag::div, true, std::string(300, 'b')));
}

TEST_CASE("so has a small box whose class calls it a picture") {
  const auto has_box = [](std::string_view classes, Tag line) {
    PageBuilder page;
    page.open(Tag::div, {{AttributeName::class_, classes}});
    image(page).element(line, "A bee in May");
    return Cut(page).has_box();
  };
  CHECK(has_box("photo", Tag::p));
  CHECK(has_box("left image-wrapper", Tag::span));
  CHECK_FALSE(has_box("teaser", Tag::p));
  CHECK_FALSE(has_box("photo", Tag::h3));
}

TEST_CASE("a line leads to another article in a card") {
  PageBuilder page;
  page.open(Tag::div, {{AttributeName::class_, "image"}});
  image(page).open(Tag::p).element(Tag::a, "A bee in May", {{AttributeName::href, "/may"}});
  CHECK_FALSE(Cut(page).has_box());
}

TEST_CASE("a caption may stand in the paragraph of its image") {
  const auto has_box = [](Tag tag, std::string_view classes, std::string_view text_beside) {
    PageBuilder page;
    page.open(Tag::p).text(text_beside);
    image(page).element(tag, "A bee in May", {{AttributeName::class_, classes}});
    return Cut(page).has_box();
  };
  CHECK(has_box(Tag::em, "", ""));
  CHECK(has_box(Tag::span, "caption", ""));
  CHECK_FALSE(has_box(Tag::span, "", ""));
  CHECK_FALSE(has_box(Tag::em, "", "Bees fly far."));
}

TEST_CASE("a table of an image above a cell of text is the figure of both") {
  const auto has_box = [](std::string_view beside) {
    PageBuilder page;
    page.open(Tag::table).open(Tag::tbody).open(Tag::tr).open(Tag::td);
    image(page).close();
    if (!beside.empty()) page.element(Tag::td, beside);
    page.close().open(Tag::tr).element(Tag::td, "A bee in May");
    return Cut(page).has_box();
  };
  CHECK(has_box(""));
  CHECK_FALSE(has_box("12 mm"));
}
