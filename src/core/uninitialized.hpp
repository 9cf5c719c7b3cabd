/// UninitializedVector: a vector that leaves new numbers as they are instead of setting them to 0, for large arrays
/// that are written before they are read.
#pragma once

#include <memory>
#include <utility>
#include <vector>

namespace pith::core {

template <typename Value>
struct UninitializedAllocator : std::allocator<Value> {
  template <typename Other>
  struct rebind {
    using other = UninitializedAllocator<Other>;
  };
  template <typename Other>
  void construct(Other* place) noexcept {
    ::new (static_cast<void*>(place)) Other;
  }
  template <typename Other, typename... Arguments>
  void construct(Other* place, Arguments&&... arguments) {
    std::construct_at(place, std::forward<Arguments>(arguments)...);
  }
};

template <typename Value>
using UninitializedVector = std::vector<Value, UninitializedAllocator<Value>>;

}  // namespace pith::core
