/// Posts: which boxes of a thread's page hold one post each.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis.hpp"
#include "select/select.hpp"

namespace pith {

/// By block: the container of the post that it stands in, 0 when it stands in none. Empty when no boxes side by side,
/// of one tag and class, hold most of the kept text: then nothing tells one post from the next. Linear in the page, but
/// for the depth of its kept blocks.
[[nodiscard]] std::vector<std::uint32_t> find_posts(const Analysis& analysis, const select::Selection& selection);

}  // namespace pith
