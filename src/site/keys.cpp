#include <algorithm>
#include <vector>

#include "measure/hashes.hpp"
#include "site/site.hpp"
#include "text/text.hpp"

namespace pith::site {
namespace {

/// A hash of the container, its parent and its grandparent. More would tell pages of different sections apart, less
/// would take a teaser in a list for the deck it repeats.
std::uint64_t place_of(const blocks::BlockList& blocks, std::span<const std::uint64_t> shapes,
                       std::uint32_t container) {
  constexpr int levels = 3;
  std::uint64_t hash = 1;
  auto at = static_cast<std::int32_t>(container);
  for (int level = 0; level < levels && at >= 0; ++level) {
    hash = measure::mix_hash(hash, shapes[static_cast<std::size_t>(at)]);
    at = blocks.containers[static_cast<std::size_t>(at)].parent;
  }
  return hash;
}

}  // namespace

void find_line_keys(const blocks::BlockList& blocks, std::span<const std::uint64_t> container_shapes,
                    std::vector<std::uint64_t>& out) {
  out.clear();
  std::vector<text::Word> room;
  std::uint32_t container = 0;
  std::uint64_t place = 0;  // of the container; 0: not known yet
  for (const blocks::TextBlock& block : blocks.blocks) {
    if (block.word_count == 0) {
      out.push_back(0);
      continue;
    }
    if (place == 0 || block.container != container) {
      container = block.container;
      place = place_of(blocks, container_shapes, container) | 1U;
    }
    std::uint64_t key = place;
    for (const text::Word& word : blocks.words_of(block, room)) key = measure::mix_hash(key, word.hash);
    out.push_back(key | 1U);  // never 0
  }
}

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#\\"));
  if (const std::size_t user = url.rfind('@'); user != std::string_view::npos) url.remove_prefix(user + 1);
  if (const std::size_t port = url.rfind(':'); port != std::string_view::npos && url.back() != ']')
    url = url.substr(0, port);
  std::string host(url);
  for (char& c : host) c = text::to_lower_ascii(c);
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

}  // namespace pith::site
