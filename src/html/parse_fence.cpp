#include "html/parse_fence.hpp"

namespace pith::html {
namespace {

// Gumbo's first array of open elements; nothing that it asks for earlier has this size.
constexpr std::size_t first_array_bytes = 10 * sizeof(void*);

}  // namespace

void* ParseFence::allocate(std::size_t bytes) noexcept {
  if (steps_left_ < depth_) return nullptr;
  steps_left_ -= depth_;
  last_ = arena_->try_allocate(bytes);
  last_bytes_ = bytes;
  if (open_elements_ == nullptr && bytes == first_array_bytes) open_elements_ = last_;
  return last_;
}

void ParseFence::deallocate(const void* place) noexcept {
  if (place != open_elements_) return;
  open_elements_ = last_;  // twice as big, and just filled with what the old one held
  depth_ = last_bytes_ / sizeof(void*) / 2;
}

}  // namespace pith::html
