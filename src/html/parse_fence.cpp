#include "html/parse_fence.hpp"

#include <algorithm>
#include <new>
#include <utility>

namespace pith::html {
namespace {

// Gumbo's first array of open elements; nothing that it asks for earlier has this size.
constexpr std::size_t first_array_bytes = 10 * sizeof(void*);
// All that is given out has room for so much, so that any of it serves a small request later.
constexpr std::size_t small_bytes = 16;

}  // namespace

void* ParseFence::allocate(std::size_t bytes) noexcept {
  if (steps_left_ < depth_) return nullptr;
  steps_left_ -= depth_;
  last_bytes_ = bytes;
  if (bytes <= small_bytes && free_ != nullptr) {
    last_ = std::exchange(free_, free_->next);
    return last_;
  }
  last_ = arena_->try_allocate(std::max(bytes, small_bytes));
  if (open_elements_ == nullptr && bytes == first_array_bytes) open_elements_ = last_;
  return last_;
}

void ParseFence::deallocate(void* place) noexcept {
  if (place == nullptr) return;
  if (place == open_elements_) {
    open_elements_ = last_;  // twice as big, and just filled with what the old one held
    depth_ = last_bytes_ / sizeof(void*) / 2;
  }
  free_ = new (place) FreePlace{free_};
}

}  // namespace pith::html
