#include "scoring/hashes.hpp"

#include <cstring>

namespace pith::scoring {

std::uint64_t mix_hash(std::uint64_t a, std::uint64_t b) noexcept {
  std::uint64_t z = a * 0x9E3779B97F4A7C15U + b + 0x7F4A7C15U;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31U);
}

std::uint64_t hash_text(std::string_view text) noexcept {
  std::uint64_t hash = text.size();
  for (; text.size() >= 8; text.remove_prefix(8)) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data(), 8);
    hash = mix_hash(hash, eight);
  }
  std::uint64_t rest = 0;
  for (const char c : text) rest = rest << 8U | static_cast<unsigned char>(c);
  return mix_hash(hash, rest);
}

}  // namespace pith::scoring
