/// Stages: one extraction cut at its stages, each timed by the caller. The same calls in the same order as
/// src/pipeline.cpp and src/extractor.cpp make.
#pragma once

#include <pith.hpp>

#include <array>
#include <string>

#include "pipeline.hpp"
#include "scoring/scoring.hpp"

namespace pith::bench {

inline constexpr std::array stage_names = {"decode", "read",   "segment",  "match", "features",
                                           "model",  "select", "assemble", "render"};

/// Seconds per stage, in the order of stage_names.
using StageSeconds = std::array<double, stage_names.size()>;

class StagedExtractor {
 public:
  StagedExtractor();
  /// Adds the time of each stage to `seconds`. Answers the length of the rendered text, so that nothing is optimised
  /// away.
  std::size_t run(std::string_view page, StageSeconds& seconds);

 private:
  Options options_;
  Pipeline pipeline_;
  page::HtmlScratchOwner html_;
  std::unique_ptr<scoring::HtmlMeasureScratch, scoring::MeasureScratchDeleter> measures_;
  scoring::Scores scores_;
  scoring::Selection selection_;
};

}  // namespace pith::bench
