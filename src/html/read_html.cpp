// From bytes to a Page: what the parser is given, what a parse may cost, and what is left of one that costs more.
#include <algorithm>
#include <optional>

#include "core/work_meter.hpp"
#include "html/gumbo.hpp"
#include "html/html.hpp"
#include "html/parse_fence.hpp"
#include "html/replace_invalid.hpp"
#include "html/skeleton/skeleton.hpp"
#include "html/unparsed_text.hpp"

namespace pith::html {

struct HtmlScratch {
  core::Arena arena{0};
  Skeleton skeleton;
  TreeScratchOwner tree = make_tree_scratch();
  ParseWork work;
};

HtmlScratchOwner make_html_scratch() {
  return HtmlScratchOwner(new HtmlScratch);
}
void HtmlScratchDeleter::operator()(HtmlScratch* scratch) const noexcept {
  delete scratch;
}
std::size_t parse_bytes(const HtmlScratch& scratch) noexcept {
  return scratch.arena.peak_bytes();
}
ParseWork parse_work(const HtmlScratch& scratch) noexcept {
  return scratch.work;
}

namespace {

// Bytes of the parser's memory for a byte of skeleton: several times what real pages need, and too little for a few
// bytes to open a crowd of elements again and again.
constexpr std::size_t parse_bytes_per_byte = 400;
constexpr std::size_t free_parse_bytes = std::size_t{8} << 20;

// Steps of ParseFence, of some six nanoseconds, for a page and for a byte of it. Real pages take 2.1 a byte at most.
constexpr std::uint64_t free_parse_steps = 1'000'000;
constexpr std::uint64_t parse_steps_per_byte = 30;

struct PageText {
  std::string_view given;
  std::string_view valid;  ///< the same with what no parser takes as it is replaced
};

/// read_tree() within the page's budgets.
std::optional<TreeCounts> parse_within(const Limits& limits, PageText text, HtmlScratch& scratch, Page& out) {
  const std::size_t parsed_bytes = scratch.skeleton.html.size();
  const std::uint64_t price = core::work_of_parsed_byte * parsed_bytes;
  scratch.work = {0, price > limits.max_work};
  if (scratch.work.refused) return std::nullopt;
  const std::size_t wanted = free_parse_bytes + parse_bytes_per_byte * parsed_bytes;
  scratch.arena.set_budget(std::min(limits.max_parse_bytes, wanted));
  const std::uint64_t own_steps = free_parse_steps + parse_steps_per_byte * text.given.size();
  const std::uint64_t steps = std::min(own_steps, limits.max_work - price);
  ParseFence fence(scratch.arena, steps);
  const std::optional<TreeCounts> counts =
      read_tree({text.valid, scratch.skeleton, limits.max_blocks}, fence, *scratch.tree, out);
  scratch.work = {price + steps - fence.steps_left(), !counts && steps < own_steps && fence.out_of_steps()};
  return counts;
}

}  // namespace

bool read_html(std::string_view utf8, const Limits& limits, HtmlScratch& scratch, Page& out,
               std::vector<Notice>& notices, HtmlReading reading) {
  out.clear();
  scratch.arena.reset();
  scratch.work = {};
  Skeleton& skeleton = scratch.skeleton;
  std::string_view valid = replace_invalid(utf8, out.storage);
  bool affordable = write_skeleton(valid, limits, reading, out, skeleton);
  if (skeleton.has_unparsed_text) {  // on few pages, which are read once more
    valid = show_unparsed_text(valid, out.storage);
    affordable = write_skeleton(valid, limits, reading, out, skeleton);
  }
  const std::optional<TreeCounts> counts =
      affordable ? parse_within(limits, {utf8, valid}, scratch, out) : std::nullopt;
  if (!counts) {
    out.clear();
    return false;
  }
  const std::uint64_t flattened = skeleton.flattened + counts->joined;
  if (flattened != 0) notices.push_back({NoticeCode::flattened, flattened, {}});
  const std::uint64_t left_out = skeleton.left_out + counts->left_out;
  if (left_out != 0) notices.push_back({NoticeCode::blocks_truncated, left_out, {}});
  return true;
}

}  // namespace pith::html
