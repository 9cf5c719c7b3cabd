/// FailingMemory: a program that links failing_memory.cpp gets its memory, and that of ICU, from here, and an
/// allocation of the test's choice fails. For one thread at a time.
#pragma once

#include <cstdint>

namespace pith::test {

/// While it lives, the allocation of that number fails, counted from 1; those after it succeed again.
class FailingAllocation {
 public:
  explicit FailingAllocation(std::uint64_t number) noexcept;
  ~FailingAllocation();
  FailingAllocation(const FailingAllocation&) = delete;
  FailingAllocation& operator=(const FailingAllocation&) = delete;

  /// There were that many.
  [[nodiscard]] bool has_failed() const noexcept;
};

/// Allocations since the program began.
[[nodiscard]] std::uint64_t allocations_made() noexcept;
/// Those that were not given back. ICU's caches are emptied first.
[[nodiscard]] std::int64_t allocations_alive() noexcept;

}  // namespace pith::test
