/// A built page, cut into blocks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "blocks/blocks.hpp"
#include "support/page_builder.hpp"

namespace pith::test {

struct Segmented {
  explicit Segmented(PageBuilder& page, std::uint32_t max_blocks = 1000) {
    Limits limits;
    limits.max_blocks = max_blocks;
    blocks::segment(page.done(), limits, list, notices);
  }
  [[nodiscard]] std::string_view text(std::size_t i) const { return list.blocks.at(i).text; }
  [[nodiscard]] const blocks::TextBlock& block(std::size_t i) const { return list.blocks.at(i); }

  blocks::BlockList list;
  std::vector<Notice> notices;
};

}  // namespace pith::test
