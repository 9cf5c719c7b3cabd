#include "measure/hashes.hpp"

#include <bit>

#include "core/packed.hpp"

namespace pith::measure {

std::uint64_t hash_text(std::string_view text) noexcept {
  std::uint64_t hash = text.size();
  for (; text.size() > 8; text.remove_prefix(8)) hash = mix_hash(hash, core::pack(text.substr(0, 8)));
  return mix_hash(hash, core::pack(text));
}

void KeyGroups::find(std::span<const std::uint64_t> keys) {
  const std::size_t size = std::bit_ceil(2 * keys.size() + 1);
  slots_.assign(size, 0);
  first_.clear();
  numbers_.resize(keys.size());
  for (std::uint32_t i = 0; i < keys.size(); ++i) {
    std::size_t slot = (keys[i] * 0x9E3779B97F4A7C15U >> 32U) & (size - 1);
    while (slots_[slot] != 0 && keys[first_[slots_[slot] - 1]] != keys[i]) slot = (slot + 1) & (size - 1);
    if (slots_[slot] == 0) {
      first_.push_back(i);
      slots_[slot] = static_cast<std::uint32_t>(first_.size());
    }
    numbers_[i] = slots_[slot] - 1;
  }
}

}  // namespace pith::measure
