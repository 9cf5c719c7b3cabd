#include "scoring/hashes.hpp"

#include "core/packed.hpp"

namespace pith::scoring {

std::uint64_t hash_text(std::string_view text) noexcept {
  std::uint64_t hash = text.size();
  for (; text.size() > 8; text.remove_prefix(8)) hash = mix_hash(hash, core::pack(text.substr(0, 8)));
  return mix_hash(hash, core::pack(text));
}

}  // namespace pith::scoring
