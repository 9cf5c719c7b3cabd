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

TEST_CASE("the last allocation grows in place, others are copied") {
  Arena arena(1 << 20);
  auto* const text = static_cast<char*>(arena.try_allocate(4));
  std::string("abcd").copy(text, 4);
  CHECK(arena.try_grow(text, 4, 16) == text);
  CHECK(arena.try_allocate(1) != nullptr);
  auto* const moved = static_cast<char*>(arena.try_grow(text, 16, 64));
  REQUIRE(moved != nullptr);
  CHECK(moved != text);
  CHECK(std::string(moved, 4) == "abcd");
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
