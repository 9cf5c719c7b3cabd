#include "render/inline.hpp"

#include <doctest/doctest.h>

#include <string>

using pith::Block;
using pith::Span;
using pith::SpanKind;
using pith::render::is_safe_target;

namespace {

/// The text with "[" and "]" at the edges of its spans.
std::string walked(std::string text, std::vector<Span> spans) {
  Block block;
  block.text = std::move(text);
  block.spans = std::move(spans);
  std::string out;
  pith::render::walk_spans(
      block, [&](std::string_view part) { out += part; }, [&](const Span&) { out += '['; },
      [&](const Span&) { out += ']'; });
  return out;
}

}  // namespace

TEST_CASE("spans are walked as brackets that nest") {
  CHECK(walked("abcd", {}) == "abcd");
  CHECK(walked("abcd", {{SpanKind::strong, 1, 3, ""}}) == "a[bc]d");
  CHECK(walked("abcd", {{SpanKind::link, 0, 4, "/"}, {SpanKind::strong, 1, 2, ""}}) == "[a[b]cd]");
  CHECK(walked("abcd", {{SpanKind::link, 0, 2, "/"}, {SpanKind::strong, 2, 4, ""}}) == "[ab][cd]");
}

TEST_CASE("spans that cross, are empty or leave the text are left out") {
  CHECK(walked("abcd", {{SpanKind::strong, 0, 2, ""}, {SpanKind::emphasis, 1, 3, ""}}) == "[ab]cd");
  CHECK(walked("abcd", {{SpanKind::strong, 2, 2, ""}, {SpanKind::strong, 3, 5, ""}}) == "abcd");
}

TEST_CASE("targets of known schemes and relative ones are safe") {
  for (const char* const target : {"http://a.example", "HTTPS://a.example", "mailto:a@b.example", "/a", "a.html", "?b",
                                   "#c", "//a.example", "a/b:c", "?b:c", "#c:d"}) {
    INFO(target);
    CHECK(is_safe_target(target));
  }
}

TEST_CASE("targets that could run code are not, nor those with control characters") {
  for (const std::string target : {"", "javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "vbscript:x",
                                   "blob:x", "java\nscript:x", "java\tscript:x", "\x01javascript:x",
                                   "/a\x01"
                                   "b",
                                   "ht\ntp://a.example", "http://a.example/\n", "https\x7F://a.example", "/a\rb"}) {
    INFO(target);
    CHECK_FALSE(is_safe_target(target));
  }
}

TEST_CASE("an image between two spaces stands in the one that the text has") {
  Block block;
  block.text = "a b";
  const auto stands = [&block](std::uint32_t at) {
    return pith::render::stands_between_spaces(block, {SpanKind::image, at, at, "/i.png"});
  };
  CHECK(stands(1));
  CHECK_FALSE(stands(0));
  CHECK_FALSE(stands(2));
  CHECK_FALSE(stands(3));
}
