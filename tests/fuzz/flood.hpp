/// Floods: pages made of a short random sequence of markup, repeated until the page is big. A reader whose cost for a
/// tag grows with what stands before it shows that here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace pith::test {

enum class FloodKind : std::uint8_t { html, text };

/// `opening` stands `openings` times, then `first` and `second` share the rest of the page. A '%' in them is the number
/// of the repetition, so that no two are alike.
struct Flood {
  std::string opening;
  std::size_t openings = 0;
  std::string first;
  std::string second;  ///< may be empty
};

/// The same seed gives the same flood, on every machine.
[[nodiscard]] Flood make_flood(std::uint64_t seed, FloodKind kind);

/// A page of about `bytes` bytes.
[[nodiscard]] std::string page_of(const Flood& flood, std::size_t bytes);

}  // namespace pith::test
