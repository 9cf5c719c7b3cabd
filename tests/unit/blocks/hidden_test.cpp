#include <doctest/doctest.h>

#include "blocks/blocks.hpp"
#include "blocks/hidden.hpp"
#include "support/page_builder.hpp"

using namespace pith::blocks;
using pith::page::AttributeName;
using pith::page::Tag;

namespace {

/// Bits of one element with one attribute.
int bits(AttributeName name, std::string_view value) {
  pith::test::PageBuilder builder;
  builder.element(Tag::div, "text", {{name, value}});
  constexpr std::uint32_t element = 2;  // html, body, div
  return hidden_bits(builder.done(), element);
}

}  // namespace

TEST_CASE("an element without attributes is shown") {
  pith::test::PageBuilder builder;
  builder.element(Tag::div, "text");
  CHECK(hidden_bits(builder.done(), 2) == 0);
}

TEST_CASE("styles hide in any spelling") {
  CHECK(bits(AttributeName::style, "display:none") == hidden_by_style);
  CHECK(bits(AttributeName::style, "color: red; Display : NONE ;") == hidden_by_style);
  CHECK(bits(AttributeName::style, "visibility:\thidden") == hidden_by_style);
  CHECK(bits(AttributeName::style, "display:block") == 0);
  CHECK(bits(AttributeName::style, "") == 0);
}

TEST_CASE("the hidden attribute needs no value, aria-hidden the value true") {
  CHECK(bits(AttributeName::hidden, "") == hidden_by_style);
  CHECK(bits(AttributeName::aria_hidden, "true") == hidden_by_aria);
  CHECK(bits(AttributeName::aria_hidden, "false") == 0);
}

TEST_CASE("classes for screen readers are whole words") {
  CHECK(bits(AttributeName::class_, "sr-only") == screen_reader);
  CHECK(bits(AttributeName::class_, "label visually-hidden big") == screen_reader);
  CHECK(bits(AttributeName::class_, "sr-only-focusable") == 0);
  CHECK(bits(AttributeName::class_, "not-sr-only") == 0);
  CHECK(bits(AttributeName::class_, "not-sr-only sr-only") == screen_reader);
}

TEST_CASE("the text of an abbreviation that shows a picture is what everybody is told") {
  pith::test::PageBuilder builder;
  builder.open(Tag::abbr, {{AttributeName::title, "Not for new mills."}});
  builder.element(Tag::span, "Deprecated", {{AttributeName::class_, "visually-hidden"}}).close();
  CHECK(hidden_bits(builder.done(), 3) == 0);
}

TEST_CASE("a caption that screen readers pass over is read by all others") {
  pith::test::PageBuilder builder;
  builder.open(Tag::figure).element(Tag::figcaption, "The mill", {{AttributeName::aria_hidden, "true"}}).close();
  CHECK(hidden_bits(builder.done(), 3) == 0);
}
