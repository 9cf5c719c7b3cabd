#include "core/arena.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

using pith::core::Arena;

TEST_CASE("memory is aligned and apart") {
  Arena arena(1 << 20);
  auto* const first = static_cast<char*>(arena.try_allocate(3));
  auto* const second = static_cast<char*>(arena.try_allocate(8));
  REQUIRE(first != nullptr);
  REQUIRE(second != nullptr);
  CHECK(reinterpret_cast<std::uintptr_t>(second) % alignof(double) == 0);
  CHECK((second >= first + 3 || second + 8 <= first));
  CHECK(arena.used_bytes() >= 11);
}

TEST_CASE("the budget ends it, and reset begins anew") {
  Arena arena(1000);
  CHECK(arena.try_allocate(600) != nullptr);
  CHECK(arena.try_allocate(600) == nullptr);
  arena.reset();
  CHECK(arena.used_bytes() == 0);
  CHECK(arena.try_allocate(600) != nullptr);
  CHECK(arena.peak_bytes() >= 600);
  arena.set_budget(100);
  arena.reset();
  CHECK(arena.try_allocate(600) == nullptr);
}

TEST_CASE("copies last until the reset, and what is not used goes back") {
  Arena arena(1 << 20);
  std::string text = "river";
  const std::string_view copy = arena.copy(text);
  text = "other";
  CHECK(copy == "river");

  char* const room = arena.allocate_chars(1000);
  const std::size_t used = arena.used_bytes();
  arena.shrink_last(room, 1000, 10);
  CHECK(arena.used_bytes() < used);
}

TEST_CASE("a reset keeps the memory of the page before, however large") {
  constexpr std::size_t large = std::size_t{40} << 20;
  Arena arena(std::size_t{1} << 30);
  const void* const first = arena.try_allocate(large);

  arena.reset();
  CHECK(arena.try_allocate(large) == first);

  arena.reset();
  arena.reset();  // a page that needs none gives it back
  CHECK(arena.used_bytes() == 0);
}

TEST_CASE("memory of a page before is not given out for more than it holds") {
  constexpr std::size_t small = 1000;
  constexpr std::size_t large = std::size_t{1} << 20;
  Arena arena(std::size_t{1} << 30);
  auto* const first = static_cast<char*>(arena.try_allocate(small));
  arena.reset();

  // The slab that was kept has room for a small page only.
  auto* const place = static_cast<char*>(arena.try_allocate(large));
  REQUIRE(place != nullptr);
  CHECK(place != first);
  auto* const next = static_cast<char*>(arena.try_allocate(large));
  REQUIRE(next != nullptr);
  CHECK((next >= place + large || next + large <= place));

  // Slabs too small for it, in use or kept, are passed over.
  arena.reset();
  auto* const again = static_cast<char*>(arena.try_allocate(4 * large));
  REQUIRE(again != nullptr);
  CHECK((again < place || again >= place + large));
  CHECK((again < next || again >= next + large));
}

TEST_CASE("giving back what is not the end of the last allocation changes nothing") {
  Arena arena(1 << 20);
  char* const first = arena.allocate_chars(100);
  char* const second = arena.allocate_chars(100);
  arena.shrink_last(first, 100, 10);
  CHECK(arena.used_bytes() == 200);
  arena.shrink_last(second, 100, 10);
  CHECK(arena.used_bytes() == 110);
  CHECK(arena.allocate_chars(1) == second + 10);
}
