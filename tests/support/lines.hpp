/// Lines: a page of plain paragraphs cut into blocks, for tests of the stages that read blocks.
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "blocks/blocks.hpp"
#include "support/page_builder.hpp"

namespace pith::test {

struct Lines {
  Lines(std::initializer_list<std::string_view> lines) {
    for (const std::string_view line : lines) builder.element(page::Tag::p, line);
    std::vector<Notice> notices;
    blocks::segment(page(), {}, list, notices);
  }

  page::Page& page() { return builder.done(); }

  PageBuilder builder;
  blocks::BlockList list;
};

/// Words enough that no stage takes the line for a byline or date.
inline constexpr std::string_view prose_line =
    "The river rose in the night and took the lower pontoon first, and with it the only two boats that were dry, so "
    "that in the morning there was nothing to row in and nobody who minded.";

}  // namespace pith::test
