/// What pith uses of Gumbo: a parse within a fence, and the tree that comes of it as nodes of a Page. Private to html.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "html/html.hpp"
#include "html/parse_fence.hpp"
#include "html/skeleton/skeleton.hpp"

namespace pith::html {

/// Memory of the tree's reader, kept from page to page.
struct TreeScratch;
struct TreeScratchDeleter {
  void operator()(TreeScratch*) const noexcept;
};
using TreeScratchOwner = std::unique_ptr<TreeScratch, TreeScratchDeleter>;
[[nodiscard]] TreeScratchOwner make_tree_scratch();

struct ParserInput {
  std::string_view utf8;     ///< the page, of which runs and attributes are read
  const Skeleton& skeleton;  ///< of it: what the parser gets
  std::uint64_t max_blocks;  ///< of Limits
};

/// What the tree had too many of.
struct TreeCounts {
  std::uint64_t joined = 0;    ///< elements that are no blocks of their own
  std::uint64_t left_out = 0;  ///< blocks that were not read
};

/// Parses the skeleton and adds its tree to `out`. The parser's memory is the fence's; nothing of it is needed
/// afterwards. Returns nullopt when the fence ended the parse: then `out` is as it was.
[[nodiscard]] std::optional<TreeCounts> read_tree(const ParserInput& input, ParseFence& fence, TreeScratch& scratch,
                                                  Page& out);

}  // namespace pith::html
