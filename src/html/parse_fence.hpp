/// ParseFence: the parser's memory, given out only while the parse is worth its price.
///
/// What makes a page dear for a tree builder is how many elements are open: for each tag it looks through them, some
/// times once, some times more. Gumbo asks for memory at least twice a tag, and keeps the open elements in the one
/// array that it asks for first with room for ten; when that is full it takes a bigger one and gives the old one back.
/// So the fence sees from outside how deep the parser really is, whatever the nesting model (nesting.hpp) takes it for,
/// and charges each request with that depth. Should a Gumbo do otherwise, nothing is charged: a test tells.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/arena.hpp"

namespace pith::html {

/// Trivial: a longjmp may pass over it. Starts anew with each parse.
class ParseFence {
 public:
  /// `steps`: what may be charged in all.
  ParseFence(core::Arena& arena, std::uint64_t steps) noexcept : arena_(&arena), steps_left_(steps) {}

  /// Null when the arena's budget or the steps are spent.
  [[nodiscard]] void* allocate(std::size_t bytes) noexcept;
  /// What the parser gives back: the next small request gets it. A table's row costs Gumbo a dozen buffers of a few
  /// bytes, which would take eight times as much memory as the row. `place` may be null.
  void deallocate(void* place) noexcept;

  /// What may still be charged.
  [[nodiscard]] std::uint64_t steps_left() const noexcept { return steps_left_; }
  /// The steps were spent, not the arena's budget.
  [[nodiscard]] bool out_of_steps() const noexcept { return steps_left_ < depth_; }

  /// How deep the parser was at most, less what is left of the array's room: 0 while ten elements or fewer were open.
  [[nodiscard]] std::size_t depth() const noexcept { return depth_; }

 private:
  /// In memory that was given back.
  struct FreePlace {
    FreePlace* next;
  };

  core::Arena* arena_;
  std::uint64_t steps_left_;
  FreePlace* free_ = nullptr;
  const void* open_elements_ = nullptr;  // the parser's array of them
  void* last_ = nullptr;                 // what was given out last, and its size
  std::size_t last_bytes_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace pith::html
