#include "block_spans.hpp"

#include <doctest/doctest.h>

using pith::Span;
using pith::SpanKind;

namespace {

Span span(SpanKind kind, std::uint32_t begin, std::uint32_t end) {
  Span made;
  made.kind = kind;
  made.begin = begin;
  made.end = end;
  return made;
}

}  // namespace

TEST_CASE("stretches of the same emphasis side by side are one") {
  std::vector<Span> spans{span(SpanKind::strong, 0, 2), span(SpanKind::strong, 2, 4), span(SpanKind::strong, 4, 5)};
  pith::join_spans(spans);
  REQUIRE(spans.size() == 1);
  CHECK(spans[0].begin == 0);
  CHECK(spans[0].end == 5);
}

TEST_CASE("what stands within joined stretches stays within, and is joined too") {
  std::vector<Span> spans{span(SpanKind::strong, 0, 2), span(SpanKind::emphasis, 1, 2), span(SpanKind::strong, 2, 4),
                          span(SpanKind::emphasis, 2, 3)};
  pith::join_spans(spans);
  REQUIRE(spans.size() == 2);
  CHECK(spans[0].end == 4);
  CHECK(spans[1].kind == SpanKind::emphasis);
  CHECK(spans[1].end == 3);
}

TEST_CASE("what is parted, or differs, or stands in another stretch is not joined") {
  std::vector<Span> parted{span(SpanKind::strong, 0, 2), span(SpanKind::strong, 3, 4)};
  pith::join_spans(parted);
  CHECK(parted.size() == 2);
  std::vector<Span> other{span(SpanKind::strong, 0, 2), span(SpanKind::emphasis, 2, 4), span(SpanKind::code, 4, 5),
                          span(SpanKind::code, 5, 6)};
  pith::join_spans(other);
  CHECK(other.size() == 4);
  std::vector<Span> linked{span(SpanKind::link, 0, 2), span(SpanKind::strong, 0, 2), span(SpanKind::strong, 2, 4)};
  pith::join_spans(linked);
  CHECK(linked.size() == 3);
}

TEST_CASE("a reference takes its brackets and the marks on it") {
  std::vector<Span> spans{span(SpanKind::superscript, 1, 2), span(SpanKind::note, 1, 2)};
  pith::settle_notes("[1]", spans);
  REQUIRE(spans.size() == 1);
  CHECK(spans[0].begin == 0);
  CHECK(spans[0].end == 3);
}

TEST_CASE("images stand in the emphasis that begins with them, and before a formula") {
  const std::vector<Span> spans = pith::with_images({span(SpanKind::strong, 1, 3), span(SpanKind::math, 4, 5)},
                                                    {span(SpanKind::image, 1, 1), span(SpanKind::image, 4, 4)});
  REQUIRE(spans.size() == 4);
  CHECK(spans[0].kind == SpanKind::strong);
  CHECK(spans[1].kind == SpanKind::image);
  CHECK(spans[2].kind == SpanKind::image);
  CHECK(spans[3].kind == SpanKind::math);
}
