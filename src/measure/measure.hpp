/// Measure: what a model may know about each block of a page, as numbers.
/// In: the page, its blocks, and what the rules found in them (block_matches.cpp). Out: a FeatureMatrix, or at once the
/// scores of a model. HTML pages (html/) and plain text (lines/) have a set of columns each: read html/features.cpp
/// first, then columns.hpp. A feature is a column in the file of its family (a family: a row in features.cpp), and a
/// retrain: a model names the features that it asks about.
#pragma once

#include <bit>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <pith/source.hpp>

#include "blocks/blocks.hpp"
#include "model/model.hpp"
#include "page/page.hpp"
#include "rules/rule_set.hpp"

namespace pith::measure {

/// Columns of HTML pages (html/features.cpp) and of plain text (lines/features.cpp), in matrix order.
[[nodiscard]] std::span<const model::FeatureName> html_features() noexcept;
[[nodiscard]] std::span<const model::FeatureName> line_features() noexcept;

/// Both of them, "html" and "lines", for loading models; the index is that of page::PageKind.
[[nodiscard]] model::FeatureSets feature_sets() noexcept;

/// What is known about the page beside its blocks.
struct PageFacts {
  std::string_view title;        ///< <title>, with the site's name
  std::string_view headline;     ///< og:title and the like; may be empty
  std::string_view description;  ///< may be empty
  std::string_view url;          ///< may be empty
  std::string_view known_title;  ///< the headline as the caller knows it; may be empty
  Expect expect = Expect::automatic;
};

/// Longer blocks are no titles, decks or headings: nobody compares them.
inline constexpr std::size_t longest_folded = 600;

/// The phrases of every block. Most blocks have none, and few have more than one.
class MatchedLines {
 public:
  /// Of the next block.
  void push_back(const rules::LineMatches& matches) {
    lines_.push_back({static_cast<std::uint32_t>(matches_.size()), matches.found});
    for (std::uint32_t found = matches.found; found != 0; found &= found - 1) {
      matches_.push_back(matches[static_cast<std::size_t>(std::countr_zero(found))]);
    }
  }
  void clear() {
    lines_.clear();
    matches_.clear();
  }
  void reserve(std::size_t blocks) { lines_.reserve(blocks); }
  [[nodiscard]] std::size_t size() const noexcept { return lines_.size(); }
  /// Valid until the next push_back().
  [[nodiscard]] rules::FoundMatches operator[](std::size_t block) const noexcept {
    return {lines_[block].found, matches_.data() + lines_[block].first};
  }

 private:
  struct Line {
    std::uint32_t first = 0;  // in matches_
    std::uint32_t found = 0;  // bit per category
  };

  std::vector<rules::PhraseMatch> matches_;  // of all lines
  std::vector<Line> lines_;                  // per block
};

/// What the rules find in every block and container; indices as in BlockList. Reused from page to page.
struct BlockMatches {
  MatchedLines lines;                                      ///< per block
  std::vector<rules::AttributeGroups> groups_by_name;      ///< per container: of its class, id and role
  std::vector<rules::AttributeGroups> groups_by_property;  ///< per container: of its itemprop and data attributes
  std::vector<std::uint64_t> shapes;                       ///< per container: hash of its tag and class
  std::vector<std::int16_t> thread_marks;                  ///< per block: CategoryWords::thread_mark
  std::size_t thread_mark_kinds = 0;                       ///< different ones on the page
  std::string folded_text;
  std::vector<std::size_t> folded_ends;  ///< per block: end of its part of folded_text
  std::string scratch;
  std::vector<std::int16_t> seen_marks;  ///< scratch

  /// text::append_folded of a block of at most `longest_folded` bytes; empty for longer ones.
  [[nodiscard]] std::string_view folded(std::size_t block) const noexcept {
    const std::size_t begin = block == 0 ? 0 : folded_ends[block - 1];
    return std::string_view(folded_text).substr(begin, folded_ends[block] - begin);
  }
};
void match_blocks(const page::Page& page, const blocks::BlockList& blocks, const rules::RuleSet& rules,
                  BlockMatches& out);

/// Everything the measures read. Views; valid during the call.
struct MeasureInput {
  const page::Page& page;
  const blocks::BlockList& blocks;
  const BlockMatches& matches;
  const rules::RuleSet& rules;
  PageFacts facts;
  std::span<const std::uint8_t> witnesses = {};  ///< per block: other pages of its site that have it; may be empty
};

/// Memory of the measures, reused from page to page. Opaque; in html/page.hpp and lines/page.hpp.
struct HtmlMeasureScratch;
struct LineMeasureScratch;
struct MeasureScratchDeleter {
  void operator()(HtmlMeasureScratch*) const noexcept;
  void operator()(LineMeasureScratch*) const noexcept;
};
[[nodiscard]] std::unique_ptr<HtmlMeasureScratch, MeasureScratchDeleter> make_html_measure_scratch();
[[nodiscard]] std::unique_ptr<LineMeasureScratch, MeasureScratchDeleter> make_line_measure_scratch();

/// Linear in the page (windows and subtrees by prefix sums). Fills `out` with blocks.size() rows. No value is ever NaN.
/// Only + - * / sqrt and comparisons on floats: no libm function whose last bit differs between platforms.
void measure_html(const MeasureInput& in, HtmlMeasureScratch& scratch, model::FeatureMatrix& out);
void measure_lines(const MeasureInput& in, LineMeasureScratch& scratch, model::FeatureMatrix& out);

/// The same, measured as the model goes along: a few hundred blocks at a time, so that values are read while they are
/// in the cache, and no matrix is made. Only columns that the model asks about.
void score_html(const model::Model& model, const MeasureInput& in, HtmlMeasureScratch& scratch, model::Scores& out);
void score_lines(const model::Model& model, const MeasureInput& in, LineMeasureScratch& scratch, model::Scores& out);

}  // namespace pith::measure
