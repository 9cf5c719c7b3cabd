/// Pipeline: the stages from bytes to features, with the memory they reuse. Shared by the extractor and by the tool
/// that dumps features for training, so that training and run time cannot differ.
#pragma once

#include <pith/extractor.hpp>

#include "blocks/blocks.hpp"
#include "page/page.hpp"
#include "scoring/scoring.hpp"
#include "text/text.hpp"

namespace pith {

/// One page at a time, one thread at a time. All results live until the next page, and as long as the source's bytes.
class Pipeline {
 public:
  explicit Pipeline(Rules rules);

  /// decode -> read -> segment -> match -> measure: fills `features`, all of them.
  void measure(const Source& source, const Options& options);

  /// decode -> read -> segment -> match -> score: the features go no further than the model.
  void score(const Source& source, const Options& options, scoring::Scores& out);

  /// The same scores of the page that measure() left, from its features.
  void score_measured(scoring::Scores& out) const;

  /// That of the page's kind; null when the rules carry none.
  [[nodiscard]] const scoring::Model* model() const;

  [[nodiscard]] scoring::MeasureInput input() const;

  text::DecodedText decoded;
  page::Page page;
  blocks::BlockList blocks;
  scoring::BlockMatches matches;
  scoring::Features features;
  std::vector<Notice> notices;
  std::string url;
  Rules rules;

 private:
  void match(const Source& source, const Options& options);
  void read(const Source& source, const Options& options);

  page::HtmlScratchOwner html_scratch_;
  std::unique_ptr<scoring::HtmlMeasureScratch, scoring::MeasureScratchDeleter> html_measures_;
  std::unique_ptr<scoring::LineMeasureScratch, scoring::MeasureScratchDeleter> line_measures_;
  std::string stripped_;  // text of HTML that was too costly to parse
};

}  // namespace pith
