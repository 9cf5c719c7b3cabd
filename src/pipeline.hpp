/// Pipeline: the stages from bytes to scores, with the memory they reuse. Shared by the extractor and by the tool that
/// dumps features for training, so that training and run time cannot differ.
#pragma once

#include <pith/extractor.hpp>
#include <pith/site.hpp>

#include "analysis.hpp"
#include "core/work_meter.hpp"
#include "html/html.hpp"
#include "loaded_rules.hpp"
#include "site/site.hpp"

namespace pith {

/// One page at a time, one thread at a time.
class Pipeline {
 public:
  explicit Pipeline(Rules rules);

  /// decode -> read -> segment -> match: fills `analysis` but for the features, for those who need no scores.
  void analyse(const Source& source, const Options& options);

  /// analyse() -> measure: with all features.
  void measure(const Source& source, const Options& options);

  /// analyse() -> score: the features go no further than the model.
  void score(const Source& source, const Options& options, model::Scores& out);

  /// Fills `analysis.witnesses` of the page that analyse() or score() left; null: with nothing.
  void find_witnesses(const SiteMemory* memory, const model::Scores& scores);

  /// Gives back what assemble() does not need of a large page; input() is gone.
  void release_measures();
  /// Gives back the memory of a large page, and the analysis with it; false: that of others is kept for the next one.
  [[nodiscard]] bool release();

  /// Adds that page to what is known of its site.
  void learn_page(SiteMemory& memory);

  /// The same scores of the page that measure() left, from its features.
  void score_measured(model::Scores& out) const;

  [[nodiscard]] measure::MeasureInput input() const { return analysis.seen_by(rules().set); }
  [[nodiscard]] const LoadedRules& rules() const noexcept { return LoadedRules::of(rules_); }
  /// That of the page's kind.
  [[nodiscard]] const model::Model& model() const { return rules().model_for(analysis.page.kind); }

  Analysis analysis;

 private:
  [[nodiscard]] bool is_large() const noexcept;
  void read(const Source& source, const Limits& limits, core::WorkMeter& meter);
  void read_html(std::string_view utf8, const Limits& limits, core::WorkMeter& meter);
  void read_text(std::string_view utf8, const Limits& limits);
  void segment(const Limits& limits, core::WorkMeter& meter);

  Rules rules_;
  html::HtmlScratchOwner html_scratch_;
  std::unique_ptr<measure::HtmlMeasureScratch, measure::MeasureScratchDeleter> html_measures_;
  std::unique_ptr<measure::LineMeasureScratch, measure::MeasureScratchDeleter> line_measures_;
  std::vector<std::uint64_t> line_keys_;
  std::vector<site::HostPages::Line> lines_;
  std::string stripped_;  // text of HTML that was too costly to parse
};

}  // namespace pith
