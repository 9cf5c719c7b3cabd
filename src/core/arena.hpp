/// Arena: bump memory with a byte budget, reused from page to page.
/// Not thread-safe; one per Extractor. Destructors of what lives in it never run: trivial objects only.
///
/// Core knows memory and bytes, and nothing of pages. Read this file first; flat_table.hpp and bit_filter.hpp find
/// words by hash, packed.hpp and wide_bytes.hpp look at many bytes at once, uninitialized.hpp is a vector for large
/// arrays, work_meter.hpp counts what a page may cost. A container or a trick on bytes that two rooms need goes here.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace pith::core {

class Arena {
 public:
  /// At most `budget_bytes` are given out between two resets.
  explicit Arena(std::size_t budget_bytes) noexcept;

  /// Memory aligned for any scalar, or nullptr when the budget is spent. Never throws (std::bad_alloc
  /// counts as a spent budget). Valid until reset().
  [[nodiscard]] void* try_allocate(std::size_t bytes) noexcept;

  /// A copy that lives until reset(). Throws std::bad_alloc when the budget is spent.
  [[nodiscard]] std::string_view copy(std::string_view text);

  /// Room for `bytes` chars that lives until reset(). Throws std::bad_alloc when the budget is spent.
  [[nodiscard]] char* allocate_chars(std::size_t bytes);

  /// Shrinks the last allocation from `reserved` to `used` bytes; does nothing when `last` is not the last one.
  void shrink_last(const void* last, std::size_t reserved, std::size_t used) noexcept;

  /// Forgets everything. Keeps the slabs that were in use, because large pages tend to follow each other, and some
  /// megabytes of others.
  void reset() noexcept;
  void set_budget(std::size_t budget_bytes) noexcept;

  [[nodiscard]] std::size_t used_bytes() const noexcept;
  [[nodiscard]] std::size_t peak_bytes() const noexcept;  ///< most ever in use between two resets

 private:
  struct Slab {
    std::unique_ptr<std::byte[]> memory;
    std::size_t size = 0;
  };
  [[nodiscard]] std::byte* take(std::size_t bytes, std::size_t start) noexcept;
  [[nodiscard]] bool next_slab(std::size_t bytes) noexcept;
  [[nodiscard]] bool is_last(const void* place, std::size_t bytes) const noexcept;

  std::vector<Slab> slabs_;
  std::size_t slab_ = 0;    // index of the slab in use
  std::size_t offset_ = 0;  // first free byte of it
  std::size_t used_ = 0;
  std::size_t peak_ = 0;
  std::size_t budget_;
};

}  // namespace pith::core
