#include "blocks/images.hpp"

#include <doctest/doctest.h>

#include "support/page_builder.hpp"

using pith::page::AttributeName;
using pith::page::Tag;
using pith::test::PageBuilder;

namespace {

/// Node 2 of the page: the first in its body.
constexpr std::uint32_t image = 2;

pith::page::Page& with(PageBuilder& builder, PageBuilder::Attributes attributes, Tag tag = Tag::img) {
  return builder.open(tag, attributes).close().done();
}

}  // namespace

TEST_CASE("the address of a lazy image is where its script looks") {
  PageBuilder lazy;
  CHECK(pith::blocks::image_address(
            with(lazy, {{AttributeName::src, "data:image/gif;base64,R0"}, {AttributeName::lazy_src, "/a.jpg"}}),
            image) == "/a.jpg");
  PageBuilder sizes;
  CHECK(pith::blocks::image_address(with(sizes, {{AttributeName::src, "/blank.gif"},
                                                 {AttributeName::srcset, "/s.jpg 400w, /l.jpg 1200w,/m.jpg 800w"}}),
                                    image) == "/l.jpg");
  PageBuilder plain;
  CHECK(pith::blocks::image_address(with(plain, {{AttributeName::src, " /a.jpg "}}), image) == "/a.jpg");
  PageBuilder none;
  CHECK(pith::blocks::image_address(with(none, {{AttributeName::src, "data:image/gif;base64,R0"}}), image).empty());
}

TEST_CASE("pixels, icons and faces are no content") {
  const auto is_content = [](PageBuilder::Attributes attributes) {
    PageBuilder builder;
    return pith::blocks::is_content_image(with(builder, attributes), image);
  };
  CHECK(is_content({{AttributeName::src, "/flood.jpg"}}));
  CHECK(is_content({{AttributeName::src, "/flood.jpg"}, {AttributeName::width, "640"}}));
  CHECK_FALSE(is_content({{AttributeName::src, "/flood.jpg"}, {AttributeName::width, "1"}}));
  CHECK_FALSE(is_content({{AttributeName::src, "/icons/mail.png"}}));
  CHECK_FALSE(is_content({{AttributeName::src, "/jane.jpg"}, {AttributeName::class_, "round avatar"}}));
  CHECK(is_content({{AttributeName::src, "/iconic-bridge.jpg"}}));
}

TEST_CASE("players are content, advertisements are not") {
  const auto is_content = [](std::string_view address) {
    PageBuilder builder;
    return pith::blocks::is_content_embed(with(builder, {{AttributeName::src, address}}, Tag::iframe), image);
  };
  CHECK(is_content("https://www.youtube.com/embed/abc"));
  CHECK_FALSE(is_content("https://ads.example/frame"));
  CHECK_FALSE(is_content(""));
}

TEST_CASE("an image without an address has that of the sources beside it") {
  PageBuilder builder;
  builder.open(Tag::picture).open(Tag::source, {{AttributeName::srcset, "/a.avif 1x, /b.avif 2x"}}).close();
  builder.open(Tag::source, {{AttributeName::srcset, "/a.webp 400w, /b.webp 800w"}}).close();
  builder.open(Tag::img).close();
  CHECK(pith::blocks::image_address(builder.done(), 5) == "/b.webp");
}

TEST_CASE("a video that is only named has an address") {
  const auto address = [](std::string_view id) {
    PageBuilder builder;
    return pith::blocks::embed_address(with(builder, {{AttributeName::video_id, id}}, Tag::custom), image);
  };
  CHECK(address("abc_12-3xyz") == "https://www.youtube.com/watch?v=abc_12-3xyz");
  CHECK(address("123456") == "https://vimeo.com/123456");
  PageBuilder builder;
  CHECK(pith::blocks::embed_address(with(builder, {{AttributeName::src, "/v.mp4"}}, Tag::video), image) == "/v.mp4");
}

TEST_CASE("an element of the page's own is an image by its address and its words") {
  const auto is_image = [](PageBuilder::Attributes attributes, Tag tag) {
    PageBuilder builder;
    return pith::blocks::is_image_element(with(builder, attributes, tag), image);
  };
  CHECK(is_image({{AttributeName::src, "/a.jpg"}, {AttributeName::alt, ""}}, Tag::custom));
  CHECK_FALSE(is_image({{AttributeName::src, "/a.mp4"}}, Tag::custom));
  CHECK_FALSE(is_image({{AttributeName::src, "/a.jpg"}, {AttributeName::alt, ""}}, Tag::div));
}

TEST_CASE("a link to a picture is told from one to a page") {
  const auto leads = [](std::string_view address) {
    PageBuilder builder;
    builder.open(Tag::a, {{AttributeName::href, address}}).open(Tag::img).close().close();
    return pith::blocks::leads_to_picture(builder.done(), 3);
  };
  CHECK(leads("/img/wheel.JPG?w=1200"));
  CHECK_FALSE(leads("/2024/wheel"));
  CHECK_FALSE(leads(".png"));
}

TEST_CASE("pictures of signs are the signs, and those of words are not") {
  const auto sign = [](std::string_view classes, std::string_view alt) {
    PageBuilder builder;
    return std::string(pith::blocks::sign_of_image(
        with(builder, {{AttributeName::class_, classes}, {AttributeName::alt, alt}}), image));
  };
  CHECK(sign("emoji big", "\U0001F389") == "\U0001F389");
  CHECK(sign("emoji", ":smile:").empty());
  CHECK(sign("emoji", "\u7B11").empty());
  CHECK(sign("wheel", "\U0001F389").empty());
}

TEST_CASE("a file is no placeholder for one word among others of its name, nor for a letter and a number") {
  const auto is_content = [](std::string_view address) {
    PageBuilder builder;
    return pith::blocks::is_content_image(with(builder, {{AttributeName::src, address}}), image);
  };
  CHECK(is_content("/img/s1.jpg"));
  CHECK_FALSE(is_content("/img/s.gif"));
  CHECK(is_content("/img/Grey-Sweater-Restaurant-7.jpg"));
  CHECK_FALSE(is_content("/img/grey.png"));
  CHECK_FALSE(is_content("/img/Default-Image.png"));
  CHECK_FALSE(is_content("/img/the_grey_image_placeholder.png"));
}

TEST_CASE("an image that is told to be large is no icon, whatever its class says") {
  const auto is_content = [](std::string_view width, std::string_view height) {
    PageBuilder builder;
    return pith::blocks::is_content_image(with(builder, {{AttributeName::src, "/img/notes.jpg"},
                                                         {AttributeName::class_, "border img-share"},
                                                         {AttributeName::width, width},
                                                         {AttributeName::height, height}}),
                                          image);
  };
  CHECK(is_content("634", "459"));
  CHECK_FALSE(is_content("128", "128"));
  CHECK_FALSE(is_content("634", "60"));
}
