/// FlatTable: keys by number, in the order of their first appearance. What belongs to a key is its user's: an array by
/// that number. Open addressing in one array of numbers; memory is kept from use to use.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <tuple>
#include <vector>

namespace pith::core {

/// Of keys that are numbers (Fibonacci hashing, Knuth 1973).
struct KeyHash {
  constexpr std::uint32_t operator()(std::uint64_t key) const noexcept {
    return static_cast<std::uint32_t>(key * 0x9E3779B97F4A7C15U >> 32U);
  }
};

/// Hash{}(key) is a number of 32 good bits. At most `longest_probe` steps a key, so that no page makes it slow: a key
/// that finds no place by then shares the number of another. The numbers depend on nothing but the keys and their
/// order.
template <typename Key, typename Hash>
class FlatTable {
 public:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  /// Empties the table and makes room for `keys` different ones. Before any other use. Who must tell all keys apart
  /// asks for twice the room: then hardly any search takes more than a few steps.
  void reset(std::size_t keys) {
    slots_.assign(std::bit_ceil(std::clamp(2 * keys, least_slots, most_slots)), 0);
    keys_.clear();
  }
  /// The number of `key`; a new one, which is count() before the call, when it is not there yet.
  std::uint32_t add(const Key& key) {
    std::uint32_t& slot = slots_[slot_of(key)];
    if (slot == 0) {
      keys_.push_back(key);
      slot = static_cast<std::uint32_t>(keys_.size());
    }
    return slot - 1;
  }
  /// The number of `key`, or `none`.
  [[nodiscard]] std::uint32_t find(const Key& key) const noexcept {
    if (slots_.empty()) return none;
    const std::uint32_t slot = slots_[slot_of(key)];
    return slot == 0 || !(keys_[slot - 1] == key) ? none : slot - 1;
  }
  [[nodiscard]] std::size_t count() const noexcept { return keys_.size(); }

  template <typename Self>
  static auto fields_of(Self& self) noexcept {
    return std::tie(self.keys_, self.slots_);
  }

 private:
  static constexpr int longest_probe = 32;
  static constexpr std::size_t least_slots = 16;
  static constexpr std::size_t most_slots = std::size_t{1} << 20;  // 4 MB

  /// Where the key is, or would be, or the last place that was looked at.
  [[nodiscard]] std::size_t slot_of(const Key& key) const noexcept {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = Hash{}(key)&mask;
    for (int step = 1; step < longest_probe && slots_[slot] != 0 && !(keys_[slots_[slot] - 1] == key); ++step) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  std::vector<Key> keys_;
  std::vector<std::uint32_t> slots_;  // number + 1, 0: free; a power of two
};

}  // namespace pith::core
