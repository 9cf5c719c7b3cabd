/// Site: which lines of a page its site repeats.
/// In: the line keys of a page (keys.cpp) and the pages learned of its host (host_pages.cpp). Out: per block, on how
/// many other pages it stands. host_pages.cpp is what is remembered, read it first; file.cpp writes and reads a memory;
/// src/site_memory.cpp is the public class around it. What is done to a repeated line: select/passes/site_repeats.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "blocks/blocks.hpp"

namespace pith::site {

/// Of each host this many pages are kept: one bit each.
inline constexpr std::size_t most_pages = 64;
/// Of each page this many lines: those with the smallest keys, so that two pages keep the same ones of what they share.
inline constexpr std::size_t most_lines = 1000;

/// Per block a number that is equal where the words are, and in HTML the elements around them; 0: no words.
/// `container_shapes` as measure::BlockMatches has them: equal where containers look alike. Overwrites `out`.
void find_line_keys(const blocks::BlockList& blocks, std::span<const std::uint64_t> container_shapes,
                    std::vector<std::uint64_t>& out);

/// "herald.example" of "https://www.Herald.example:8080/a"; empty when the URL has no host.
[[nodiscard]] std::string host_of(std::string_view url);

/// The pages of one host.
class HostPages {
 public:
  /// `keys` as find_line_keys() gives them. A page that is kept already changes nothing.
  void learn(std::span<const std::uint64_t> keys);
  void merge(const HostPages& other);

  /// A block of the page that is asked about.
  struct Line {
    std::uint64_t key = 0;
    float article_words = 0;  ///< expected words of the article in it, CJK at 1/1.7; 0 for short blocks
  };
  /// Per line: on how many kept pages it stands, without the page itself and pages that are the same article.
  /// Overwrites `out`. Linear.
  void count_witnesses(std::span<const Line> lines, std::vector<std::uint8_t>& out) const;

  [[nodiscard]] std::size_t size() const noexcept { return count_; }

  /// One kept page: its id, and its keys in ascending order.
  struct Kept {
    std::uint64_t id = 0;
    std::vector<std::uint64_t> keys;
    friend bool operator==(const Kept&, const Kept&) = default;
  };
  /// In ascending order of their ids: equal for equal sets of learned pages.
  [[nodiscard]] std::vector<Kept> pages() const;
  void add(const Kept& page);

 private:
  struct Entry {
    std::uint64_t key = 0;    ///< 0: free
    std::uint64_t pages = 0;  ///< bit s: the page in slot s has the line
  };

  /// The slots of the pages that may testify about a page of these lines; `found`: per line the slots that have it.
  [[nodiscard]] std::uint64_t witnesses_for(std::span<const Line> lines, std::span<const std::uint64_t> found) const;
  [[nodiscard]] std::uint64_t pages_with(std::uint64_t key) const noexcept;
  [[nodiscard]] bool has(std::uint64_t id) const noexcept;
  /// A slot for the page; most_pages when it is not among the smallest ids.
  [[nodiscard]] std::size_t take_slot(std::uint64_t id);
  void forget_slot(std::size_t slot);
  void insert(std::uint64_t key, std::uint64_t pages) noexcept;
  void make_room(std::span<const std::uint64_t> keys);
  void rebuild(std::size_t size, std::uint64_t mask);

  std::array<std::uint64_t, most_pages> ids_{};  // by slot; meaningful where `used_` has its bit
  std::uint64_t used_ = 0;
  std::size_t count_ = 0;
  // Open addressing; a power of two, at most half taken. A core::FlatTable would neither grow nor forget a page.
  std::vector<Entry> entries_;
  std::size_t lines_ = 0;
};

/// By host.
using Hosts = std::map<std::string, HostPages, std::less<>>;

/// Bytes of a memory, and back. read() is false, and says why, on anything that write() did not write.
[[nodiscard]] std::string write(const Hosts& hosts);
[[nodiscard]] bool read(std::string_view bytes, Hosts& out, std::string& reason);

}  // namespace pith::site
