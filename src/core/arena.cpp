#include "core/arena.hpp"

#include <algorithm>
#include <cstdint>
#include <new>

namespace pith::core {
namespace {

constexpr std::size_t alignment = alignof(std::max_align_t);
// Slabs start small for small pages and grow with the page, so that a big page needs few of them.
constexpr std::size_t first_slab_bytes = std::size_t{64} << 10;
constexpr std::size_t largest_slab_bytes = std::size_t{4} << 20;
// What one page leaves to the next at least: enough for nearly every page, little enough to keep per thread.
constexpr std::size_t kept_bytes = std::size_t{16} << 20;

std::size_t align_up(std::size_t bytes) noexcept {
  return (bytes + alignment - 1) & ~(alignment - 1);
}

}  // namespace

Arena::Arena(std::size_t budget_bytes) noexcept : budget_(budget_bytes) {}

std::byte* Arena::take(std::size_t bytes, std::size_t start) noexcept {
  if (bytes > budget_ - std::min(used_, budget_)) return nullptr;
  if (slabs_.empty() || start > slabs_[slab_].size || bytes > slabs_[slab_].size - start) {
    if (!next_slab(bytes)) return nullptr;
    start = 0;
  }
  std::byte* const place = slabs_[slab_].memory.get() + start;
  offset_ = start + bytes;
  used_ += bytes;
  peak_ = std::max(peak_, used_);
  return place;
}

bool Arena::next_slab(std::size_t bytes) noexcept {
  while (slab_ + 1 < slabs_.size()) {
    ++slab_;
    offset_ = 0;
    if (slabs_[slab_].size >= bytes) return true;
  }
  const std::size_t grown = slabs_.empty() ? first_slab_bytes : std::min(slabs_.back().size * 2, largest_slab_bytes);
  const std::size_t size = std::max(grown, bytes);
  try {
    Slab slab{std::unique_ptr<std::byte[]>(new std::byte[size]), size};
    slabs_.push_back(std::move(slab));
  } catch (const std::bad_alloc&) {
    return false;
  }
  slab_ = slabs_.size() - 1;
  offset_ = 0;
  return true;
}

void* Arena::try_allocate(std::size_t bytes) noexcept {
  if (bytes > SIZE_MAX - alignment) return nullptr;
  return take(std::max<std::size_t>(bytes, 1), align_up(offset_));
}

char* Arena::allocate_chars(std::size_t bytes) {
  std::byte* const place = take(bytes, offset_);
  if (place == nullptr) throw std::bad_alloc();
  return reinterpret_cast<char*>(place);
}

std::string_view Arena::copy(std::string_view text) {
  if (text.empty()) return {};
  char* const place = allocate_chars(text.size());
  std::memcpy(place, text.data(), text.size());
  return {place, text.size()};
}

bool Arena::is_last(const void* place, std::size_t bytes) const noexcept {
  if (slabs_.empty()) return false;
  return static_cast<const std::byte*>(place) + bytes == slabs_[slab_].memory.get() + offset_;
}

void Arena::shrink_last(const void* last, std::size_t reserved, std::size_t used) noexcept {
  if (used >= reserved || !is_last(last, reserved)) return;
  offset_ -= reserved - used;
  used_ -= reserved - used;
}

void Arena::reset() noexcept {
  std::size_t kept = 0;
  std::size_t slabs = 0;
  const auto was_used = [&] { return used_ != 0 && slabs <= slab_; };
  const auto is_cheap = [&] { return kept + slabs_[slabs].size <= kept_bytes; };
  while (slabs < slabs_.size() && (was_used() || is_cheap())) kept += slabs_[slabs++].size;
  slabs_.erase(slabs_.begin() + static_cast<std::ptrdiff_t>(slabs), slabs_.end());
  slab_ = 0;
  offset_ = 0;
  used_ = 0;
  peak_ = 0;
}

void Arena::set_budget(std::size_t budget_bytes) noexcept {
  budget_ = budget_bytes;
}
std::size_t Arena::used_bytes() const noexcept {
  return used_;
}
std::size_t Arena::peak_bytes() const noexcept {
  return peak_;
}

}  // namespace pith::core
