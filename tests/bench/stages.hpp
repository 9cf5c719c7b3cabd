/// Stages: one extraction cut at its stages, each with its costs. The same calls in the same order as
/// src/pipeline.cpp and src/extractor.cpp make.
#pragma once

#include <pith.hpp>

#include <array>
#include <cstdint>
#include <string_view>

#include "html/skeleton/skeleton.hpp"
#include "pipeline.hpp"
#include "select/select.hpp"

namespace pith::bench {

inline constexpr std::array stage_names = {"decode", "read",   "segment",  "match",
                                           "score",  "select", "assemble", "render"};
/// The stages from here on make the Article and what is shown of it: what they allocate is the answer.
inline constexpr std::size_t first_answer_stage = 6;

struct StageCost {
  double seconds = 0;
  std::uint64_t allocations = 0;
};

/// In the order of stage_names.
using StageCosts = std::array<StageCost, stage_names.size()>;

class StagedExtractor {
 public:
  StagedExtractor();
  /// Adds the costs of each stage to `costs`. Returns the length of the rendered text, so that nothing is optimised
  /// away.
  std::size_t run(std::string_view page, StageCosts& costs);
  /// Seconds of the skeleton pass alone, a part of the stage "read"; what is left of that is Gumbo's and the making of
  /// the page from its tree.
  [[nodiscard]] double skeleton_seconds(std::string_view page);
  /// Seconds of the model alone on the last page of run(), a part of the stage "score": from a matrix of all features.
  [[nodiscard]] double model_seconds();
  /// Most bytes of all arenas together that the last page took.
  [[nodiscard]] std::size_t arena_bytes() const;
  [[nodiscard]] std::size_t blocks() const { return pipeline_.analysis.blocks.blocks.size(); }
  /// Of all blocks of the last page, kept or not; a character of Chinese, Japanese or Korean is one.
  [[nodiscard]] std::size_t words() const;

 private:
  Options options_;
  Pipeline pipeline_;
  html::HtmlScratchOwner html_;
  std::unique_ptr<measure::HtmlMeasureScratch, measure::MeasureScratchDeleter> measures_;
  model::Scores scores_;
  select::Selection selection_;
  page::Page skeleton_page_;
  html::Skeleton skeleton_;
};

}  // namespace pith::bench
