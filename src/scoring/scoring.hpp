/// Scoring: from blocks to scores to a selection. HTML pages and plain text have a feature set and a model each.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <pith/article.hpp>
#include <pith/options.hpp>
#include <pith/result.hpp>

#include "blocks/blocks.hpp"
#include "core/uninitialized.hpp"
#include "page/page.hpp"
#include "rules/rule_set.hpp"
#include "scoring/hashes.hpp"
#include "scoring/row_bits.hpp"

namespace pith::scoring {

/// One column of the feature matrix.
struct FeatureName {
  std::string_view name;
  std::string_view meaning;  ///< with unit and range
};

/// Columns of HTML pages (features.cpp) and of plain text (line_features.cpp), in matrix order.
[[nodiscard]] std::span<const FeatureName> html_features() noexcept;
[[nodiscard]] std::span<const FeatureName> line_features() noexcept;

/// What is known about the page beside its blocks.
struct PageFacts {
  std::string_view title;        ///< <title>, with the site's name
  std::string_view headline;     ///< og:title and the like; may be empty
  std::string_view description;  ///< may be empty
  std::string_view url;          ///< may be empty
};

/// Longer blocks are no titles, decks or headings: nobody compares them.
inline constexpr std::size_t longest_folded = 600;

/// The phrases of every block. Most blocks have none, and share one entry.
class MatchedLines {
 public:
  /// Of the next block.
  void push_back(const rules::LineMatches& matches) {
    places_.push_back(matches.found == 0 ? 0 : static_cast<std::uint32_t>(found_.size()));
    if (matches.found != 0) found_.push_back(matches);
  }
  void clear() {
    places_.clear();
    found_.resize(1);
  }
  void reserve(std::size_t blocks) { places_.reserve(blocks); }
  [[nodiscard]] std::size_t size() const noexcept { return places_.size(); }
  [[nodiscard]] const rules::LineMatches& operator[](std::size_t block) const noexcept {
    return found_[places_[block]];
  }

 private:
  std::vector<rules::LineMatches> found_{1};  // the first: of blocks without phrases
  std::vector<std::uint32_t> places_;         // per block
};

/// What the rules find in every block and container; indices as in BlockList. Reused from page to page.
struct BlockMatches {
  MatchedLines lines;                          ///< per block
  std::vector<rules::AttributeGroups> named;   ///< per container: of its class, id and role
  std::vector<rules::AttributeGroups> marked;  ///< per container: of its itemprop and data attributes
  std::vector<std::uint64_t> shapes;           ///< per container: hash of its tag and class
  std::vector<std::int16_t> thread_marks;      ///< per block: CategoryWords::thread_mark
  std::size_t thread_mark_kinds = 0;           ///< different ones on the page
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

/// One row a block, one column a feature; stored column by column, as the measures write and the model reads it.
/// Reused from page to page.
struct Features {
  std::size_t rows = 0;
  std::size_t columns = 0;
  core::UninitializedVector<float> values;  ///< at least rows * columns

  /// Makes room; the values are what they happen to be.
  void resize(std::size_t new_rows, std::size_t new_columns) {
    rows = new_rows;
    columns = new_columns;
    constexpr std::size_t kept_values = std::size_t{4} << 20;  // 16 MB: nearly every page needs less
    if (values.size() > kept_values && rows * columns < kept_values) values = {};
    if (values.size() < rows * columns) values.resize(rows * columns);
  }
  [[nodiscard]] std::span<float> column(std::size_t index) noexcept { return {values.data() + index * rows, rows}; }
  [[nodiscard]] std::span<const float> column(std::size_t index) const noexcept {
    return {values.data() + index * rows, rows};
  }
  /// A copy of the row of one block.
  [[nodiscard]] std::vector<float> row(std::size_t block) const;
};

/// Everything the measures read. Views; valid during the call.
struct MeasureInput {
  const page::Page& page;
  const blocks::BlockList& blocks;
  const BlockMatches& matches;
  const rules::RuleSet& rules;
  PageFacts facts;
};

/// Memory of the measures, reused from page to page. Opaque; in features.cpp and line_features.cpp.
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
void measure_html(const MeasureInput& in, HtmlMeasureScratch& scratch, Features& out);
void measure_lines(const MeasureInput& in, LineMeasureScratch& scratch, Features& out);

/// Gradient-boosted trees, loaded from a model file (model.cpp).
struct Model;
[[nodiscard]] Result<std::shared_ptr<const Model>> load_model(std::string_view file_bytes);
/// Which feature set it reads.
[[nodiscard]] page::PageKind page_kind_of(const Model& model) noexcept;

/// A model of the library's own, read from its file at the first page of its kind: whoever sees no plain text never
/// pays for that model. Any thread may ask, also in the child of a fork: there is no lock, two threads that ask at once
/// both read the file, and the first answer is kept.
class ModelOnDemand {
 public:
  explicit ModelOnDemand(std::shared_ptr<const Model> ready);
  /// `file_bytes` must be a good model and live for ever.
  explicit ModelOnDemand(std::string_view file_bytes) noexcept;
  ModelOnDemand(const ModelOnDemand&) = delete;
  ModelOnDemand& operator=(const ModelOnDemand&) = delete;
  ~ModelOnDemand();

  [[nodiscard]] const Model& get() const;

 private:
  std::string_view file_bytes_;
  mutable std::atomic<const std::shared_ptr<const Model>*> ready_{nullptr};  // owned
};
[[nodiscard]] std::string_view provenance_of(const Model& model) noexcept;

/// Probability per block that it belongs to the article.
struct Scores {
  std::vector<float> values;
  std::vector<RowSet> answers;  ///< scratch of the model
};
/// By the model; deterministic to the last bit on every IEEE machine (see model.cpp).
void score_by_model(const Model& model, const Features& features, Scores& out);
/// The same of HTML, measured as the model goes along: a few hundred blocks at a time, so that values are read while
/// they are in the cache, and no matrix is made. Only columns that the model asks about.
void score_html(const Model& model, const MeasureInput& in, HtmlMeasureScratch& scratch, Scores& out);
/// By hand-weighted evidence (evidence.cpp); used when the rules carry no model.
void score_by_rules(const MeasureInput& in, Scores& out);

/// What became of each block.
struct Choice {
  float score = 0;        ///< final
  float model_score = 0;  ///< before the passes
  bool kept = false;
  Category category = Category::content;
  const char* decided_by = "";  ///< name of the pass; static storage
  std::uint32_t cut_begin = 0;  ///< the kept text of the block: [cut_begin, cut_end) of its text
  std::uint32_t cut_end = 0;
  Category cut_category = Category::content;  ///< of what was cut off the end; content: nothing was
};

/// A piece of a kept block's text that is left out: [begin, end).
struct InnerCut {
  std::uint32_t block = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// A block in the order of scores.
struct RankedBlock {
  double score = 0;
  std::uint32_t block = 0;
};

/// Blocks that stand in alike places.
struct AlikeBlocks {
  std::uint32_t count = 0;
  double score = 0;  ///< sum, by weight
  double weight = 0;
};

/// Hash of a block's words.
struct Fingerprint {
  std::uint64_t hash = 0;
  std::uint32_t block = 0;
};

/// Memory that the passes use, kept from page to page.
struct PassScratch {
  std::string text;
  std::vector<Fingerprint> fingerprints;
  std::vector<std::uint64_t> places;  ///< per block: a hash of what is above it
  KeyGroups groups;                   ///< of these
  std::vector<AlikeBlocks> alike;     ///< per group
  std::vector<RankedBlock> ranked;    ///< of decide(), highest score first
};

struct Selection {
  std::vector<Choice> choices;       ///< index as BlockList::blocks
  std::vector<InnerCut> inner_cuts;  ///< in order of block and place; within the kept part of the block
  std::int32_t title_block = -1;     ///< the block that shows the headline; -1: none
  bool title_in_text = false;        ///< the headline is likely enough to be part of the article's text
  float expected_f1 = 0;             ///< of the choice: the confidence
  Verdict verdict = Verdict::not_a_page;
  PassScratch scratch;
};

/// Runs the ordered table of passes (select.cpp) and the expected-F1 decision (decide.cpp).
void select(const MeasureInput& in, const Scores& scores, const Options& options, Selection& out);

}  // namespace pith::scoring
