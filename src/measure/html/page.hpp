/// HtmlPage: what the families of HTML features share. Private to measure.
/// A family is one .cpp: markup (a block's own; its text: ../text_columns.cpp), place, containers, overlap (title and
/// description: word_facts), repetition, phrases, neighbours, votes (the article's container), topic, declared.
/// features.cpp lists them, read it first.
///
/// prepare() computes, once a page, everything that more than one column reads: per block, per container, prefix sums
/// over blocks. A container's blocks are a range, so any sum over a subtree is a difference of two prefix sums.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "measure/columns.hpp"
#include "measure/html/word_facts.hpp"
#include "measure/text_columns.hpp"
#include "measure/text_shape.hpp"
#include "rules/category_set.hpp"

namespace pith::measure {

inline constexpr std::uint8_t far_away = 30;  ///< distance to an ancestor that is not there

/// By tag: its place in a list of tags; the size of the list when it is none of them.
template <std::size_t size>
[[nodiscard]] constexpr std::array<std::uint8_t, 256> places_in(const std::array<page::Tag, size>& tags) noexcept {
  std::array<std::uint8_t, 256> places{};
  places.fill(static_cast<std::uint8_t>(size));
  for (std::size_t t = 0; t < size; ++t) places[static_cast<std::size_t>(tags[t])] = static_cast<std::uint8_t>(t);
  return places;
}

/// Ancestor tags whose distance is a feature.
inline constexpr std::array ancestor_tags = {
    page::Tag::nav,  page::Tag::header,   page::Tag::footer, page::Tag::aside,      page::Tag::article,
    page::Tag::main, page::Tag::section,  page::Tag::form,   page::Tag::table,      page::Tag::ul,
    page::Tag::ol,   page::Tag::li,       page::Tag::figure, page::Tag::blockquote, page::Tag::pre,
    page::Tag::dl,   page::Tag::noscript, page::Tag::button, page::Tag::td,         page::Tag::p};

/// ARIA roles whose distance is a feature.
inline constexpr std::array<std::string_view, 6> ancestor_roles = {"navigation", "contentinfo", "main",
                                                                   "dialog",     "menu",        "tabpanel"};

/// A block's own container and so many ancestors with ever more blocks are measured.
inline constexpr std::size_t wider_ancestor_count = 4;

inline constexpr std::size_t group_count = rules::attribute_group_names.size();

/// Distances from a container to the nearest of each kind among itself (0) and its ancestors.
struct Distances {
  std::array<std::uint8_t, ancestor_tags.size()> tags;
  std::array<std::uint8_t, group_count> groups;
  std::array<std::uint8_t, ancestor_roles.size()> roles;
  std::uint8_t lists = 0, tables = 0, sections = 0, divs = 0;  ///< how many above, saturated
};

/// Prefix sums over blocks; entry i holds the sum of the blocks before i.
struct Sums {
  std::span<double> words, weighted, linked, letters, sentences, good, links, headings;
};

/// Sums over a range of blocks.
struct Totals {
  double words = 0, weighted = 0, linked = 0, letters = 0, blocks = 0, sentences = 0, good = 0, links = 0;
};

/// Blocks grouped by a key: the shape of where they stand.
struct GroupStatistics {
  float count = 0, mean_words = 0, spread_words = 0, link_density = 0, sentences = 0, share = 0;
};

/// All arrays live in `temporary`.
struct HtmlMeasureScratch {
  Temporary temporary;
  ColumnList columns;
  // per block
  std::span<TextShape> shapes;
  std::span<float> weighted;  ///< words, CJK at 1/1.7
  std::span<float> link_density;
  std::span<float> good;                  ///< weighted words of good blocks, else 0
  std::span<std::uint64_t> fingerprints;  ///< of the words
  std::span<WordShares> word_shares;
  std::span<WordFacts> word_facts;
  std::span<Category> phrase;  ///< the line's best phrase category, content when none
  /// Its own container, and the ancestors with ever more blocks; the last one again when there are fewer.
  std::array<std::span<std::uint32_t>, wider_ancestor_count + 1> ancestors;
  // per container
  std::span<Distances> distances;
  std::span<std::uint64_t> tag_path;        ///< of all tags from the body
  std::span<std::uint32_t> siblings;        ///< of the same parent, tag and class, itself included
  std::span<std::uint32_t> sibling_index;   ///< among them
  std::span<std::uint32_t> wider_ancestor;  ///< nearest ancestor with strictly more blocks; itself when there is none
  std::span<std::uint32_t> card;  ///< nearest container, itself included, with 3 or more siblings and 2 or more blocks
  Sums sums;
  // page
  std::uint32_t tags_seen = 0, roles_seen = 0;  ///< of any container; bits in the order of ancestor_tags, _roles
  rules::AttributeGroups groups_seen = 0;       ///< likewise
  rules::CategorySet named_lines;               ///< of `phrase` of all blocks
  float all_words = 1, all_good = 1;            ///< at least 1
  float cjk_share = 0;

  void prepare(const MeasureInput& in);
  /// Of the container's blocks. Here, so that those who ask for one sum pay for one.
  [[nodiscard]] Totals totals(const blocks::Container& container) const noexcept {
    const auto over = [&](std::span<const double> sum) {
      return sum[container.end_block] - sum[container.first_block];
    };
    return {over(sums.words),
            over(sums.weighted),
            over(sums.linked),
            over(sums.letters),
            static_cast<double>(container.end_block - container.first_block),
            over(sums.sentences),
            over(sums.good),
            over(sums.links)};
  }
};

/// What a family of columns reads.
struct HtmlPage {
  const MeasureInput& in;
  const HtmlMeasureScratch& prepared;
  Temporary& temporary;

  [[nodiscard]] const std::vector<blocks::TextBlock>& blocks() const { return in.blocks.blocks; }
  [[nodiscard]] const std::vector<blocks::Container>& containers() const { return in.blocks.containers; }
  [[nodiscard]] const blocks::TextBlock& block(std::size_t i) const { return in.blocks.blocks[i]; }
  [[nodiscard]] const blocks::Container& container_of(std::size_t i) const { return containers()[block(i).container]; }
  [[nodiscard]] std::size_t size() const { return in.blocks.blocks.size(); }
  /// Good words from that block to this one; -1 where `begin` is -1.
  [[nodiscard]] double good_since(std::ptrdiff_t begin, std::size_t end) const {
    return begin < 0 ? -1.0 : prepared.sums.good[end] - prepared.sums.good[static_cast<std::size_t>(begin)];
  }
};

/// Per block: the last one up to it, itself included, for which `holds` is true; -1: none. Temporary.
template <typename Holds>
[[nodiscard]] std::span<const std::ptrdiff_t> last_blocks(const HtmlPage& page, Holds holds) {
  const std::span<std::ptrdiff_t> found = page.temporary.room<std::ptrdiff_t>(page.size());
  std::ptrdiff_t last = -1;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (holds(i)) last = static_cast<std::ptrdiff_t>(i);
    found[i] = last;
  }
  return found;
}

/// Statistics of every block's group. Temporary.
struct GroupedBlocks {
  std::span<const GroupStatistics> groups;
  std::span<const std::uint32_t> numbers;  ///< per block: which group

  [[nodiscard]] const GroupStatistics& operator()(std::size_t i) const noexcept { return groups[numbers[i]]; }
};
/// `keys` has one entry per block.
[[nodiscard]] GroupedBlocks group_blocks(const HtmlPage& page, std::span<const std::uint64_t> keys);

/// Four columns about where each block stands in relation to one container of the page.
void add_container_place(const HtmlPage& page, Columns& columns, std::string_view name, std::uint32_t chosen);

// The families, in column order.
void add_markup_columns(const HtmlPage& page, Columns& columns);      // markup.cpp
void add_overlap_columns(const HtmlPage& page, Columns& columns);     // overlap.cpp
void add_place_columns(const HtmlPage& page, Columns& columns);       // place.cpp
void add_container_columns(const HtmlPage& page, Columns& columns);   // containers.cpp
void add_vote_columns(const HtmlPage& page, Columns& columns);        // votes.cpp
void add_repetition_columns(const HtmlPage& page, Columns& columns);  // repetition.cpp
void add_neighbour_columns(const HtmlPage& page, Columns& columns);   // neighbours.cpp
void add_phrase_columns(const HtmlPage& page, Columns& columns);      // phrases.cpp
void add_declared_columns(const HtmlPage& page, Columns& columns);    // declared.cpp
void add_topic_columns(const HtmlPage& page, Columns& columns);       // topic.cpp

}  // namespace pith::measure
