#include "measure/hashes.hpp"

#include "core/packed.hpp"

namespace pith::measure {

std::uint64_t hash_text(std::string_view text) noexcept {
  std::uint64_t hash = text.size();
  for (; text.size() > 8; text.remove_prefix(8)) hash = mix_hash(hash, core::pack(text.substr(0, 8)));
  return mix_hash(hash, core::pack(text));
}

void KeyGroups::find(std::span<const std::uint64_t> keys) {
  table_.reset(2 * keys.size());
  numbers_.clear();
  for (const std::uint64_t key : keys) numbers_.push_back(table_.add(key));
}

}  // namespace pith::measure
