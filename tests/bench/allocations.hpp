/// Counts every allocation of the process, by replacing operator new. For benchmarks only.
#pragma once

#include <cstdint>

namespace pith::bench {

/// Calls of operator new since the program began, all threads.
[[nodiscard]] std::uint64_t allocation_count() noexcept;

}  // namespace pith::bench
