#include "html/parse_fence.hpp"
#include "html/html.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "page/page.hpp"

namespace {

constexpr std::size_t first_array_bytes = 10 * sizeof(void*);

/// A parser that asks for its array of open elements, and lets it grow to room for `elements`.
void open_elements(pith::html::ParseFence& fence, std::size_t elements) {
  void* array = fence.allocate(first_array_bytes);
  for (std::size_t bytes = 2 * first_array_bytes; bytes <= elements * sizeof(void*); bytes *= 2) {
    void* const bigger = fence.allocate(bytes);
    fence.deallocate(array);
    array = bigger;
  }
}

}  // namespace

TEST_CASE("the fence sees the parser's array of open elements grow") {
  pith::core::Arena arena(std::size_t{1} << 20);
  pith::html::ParseFence fence(arena, 1'000'000);

  open_elements(fence, 10);
  CHECK(fence.depth() == 0);

  SUBCASE("other memory that is given back says nothing") {
    void* const other = fence.allocate(640);
    fence.deallocate(other);
    CHECK(fence.depth() == 0);
  }
  SUBCASE("it grew five times") {
    pith::html::ParseFence deep(arena, 1'000'000);
    open_elements(deep, 320);
    CHECK(deep.depth() == 160);
  }
}

TEST_CASE("requests are free while little is open, and end where the steps do") {
  pith::core::Arena arena(std::size_t{1} << 20);
  pith::html::ParseFence shallow(arena, 10);
  pith::html::ParseFence deep(arena, 1000);
  open_elements(shallow, 10);
  open_elements(deep, 160);

  int given = 0;
  for (int i = 0; i < 100; ++i) given += shallow.allocate(8) != nullptr;
  CHECK(given == 100);
  given = 0;
  for (int i = 0; i < 100; ++i) given += deep.allocate(8) != nullptr;
  CHECK(given == (1000 - 10 - 20 - 40) / 80);
}

TEST_CASE("the installed parser keeps its open elements as the fence expects") {
  // To the nesting model, all after the first <iframe> is raw text; to the parser, which is in a drawing, it is tags.
  std::string html = "<p>before</p>";
  for (int i = 0; i < 4500; ++i) html += "<svg><select><template><iframe>";
  for (int i = 0; i < 5000; ++i) html += "</listing></meta></u>";
  pith::page::Page page;
  std::vector<pith::Notice> notices;

  CHECK_FALSE(pith::html::read_html(html, {}, *pith::html::make_html_scratch(), page, notices));
}

TEST_CASE("memory that is given back serves the next small request") {
  pith::core::Arena arena(std::size_t{1} << 20);
  pith::html::ParseFence fence(arena, 1'000'000);
  void* const name = fence.allocate(5);
  void* const attributes = fence.allocate(64);
  fence.deallocate(name);
  fence.deallocate(nullptr);
  fence.deallocate(attributes);
  const std::size_t used = arena.used_bytes();
  CHECK(fence.allocate(16) == attributes);
  CHECK(fence.allocate(1) == name);
  CHECK(arena.used_bytes() == used);
  CHECK(fence.allocate(17) != nullptr);
  CHECK(arena.used_bytes() > used);
}
