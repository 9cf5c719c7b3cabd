/// Hashes: equality of things by numbers, within one run.
#pragma once

#include <cstdint>
#include <string_view>

namespace pith::scoring {

/// A number for the pair; the finalizer of SplitMix64 (Steele, Lea and Flood 2014).
[[nodiscard]] std::uint64_t mix_hash(std::uint64_t a, std::uint64_t b) noexcept;

/// Equal texts have equal hashes within one run; not the same on every machine.
[[nodiscard]] std::uint64_t hash_text(std::string_view text) noexcept;

}  // namespace pith::scoring
