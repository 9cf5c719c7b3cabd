/// Attacks: pages that aim at one stage of pith each, from attacks.tsv. What costs the square of its length shows
/// there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "fuzz/flood.hpp"

namespace pith::test {

/// Its texts are as attacks.tsv has them.
struct Attack {
  std::string name;
  FloodKind kind = FloodKind::html;
  std::string head;
  std::string opening;
  static constexpr std::size_t half = SIZE_MAX;
  std::size_t openings = 0;  ///< `half`: until half of the page is there
  std::string unit;
  std::string tail;
};

/// All attacks of the file; empty when it cannot be read, or is not one.
[[nodiscard]] std::vector<Attack> load_attacks(const std::string& path);

/// A page of about `bytes` bytes; at least its head, openings, one unit and the tail.
[[nodiscard]] std::string page_of(const Attack& attack, std::size_t bytes);

}  // namespace pith::test
