/// Character references ("&amp;", "&#x4e2d;") by the HTML standard's rules. Pure functions; any thread.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/arena.hpp"

namespace pith::html {

/// Where the reference stands: in attributes "&copy=1" of an address is no reference.
enum class ReferencePlace : unsigned char { text, attribute };

struct CharacterReference {
  std::size_t length = 0;  ///< bytes from the '&' on; 0: no reference
  char32_t first = 0;
  char32_t second = 0;  ///< of the few that stand for two; else 0
};

/// The reference at the start of `source`, which begins with '&'.
[[nodiscard]] CharacterReference read_reference(std::string_view source, ReferencePlace place) noexcept;

/// `source` without references, CR LF and CR as LF, without NUL (U+FFFD for it in attributes). A view of `source` when
/// that changes nothing, else in `storage`.
[[nodiscard]] std::string_view decode_references(std::string_view source, ReferencePlace place, core::Arena& storage);

}  // namespace pith::html
