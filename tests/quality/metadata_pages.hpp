/// Reads pages as the extractor does, and keeps what each source of metadata said.
#pragma once

#include <string_view>

#include <pith.hpp>

#include "metadata/source_table.hpp"
#include "pipeline.hpp"
#include "select/select.hpp"

namespace pith::quality {

/// One page at a time.
class MetadataReader {
 public:
  MetadataReader(const Options& options, const Rules& rules) : options_(options), pipeline_(rules) {}

  /// What Article::metadata would be, and the words of all sources.
  [[nodiscard]] metadata::Asked read(const Source& source) {
    pipeline_.score(source, options_, scores_);
    pipeline_.find_witnesses(nullptr, scores_);
    select::select_blocks(pipeline_.input(), scores_, options_, selection_);
    const Analysis& analysis = pipeline_.analysis;
    return metadata::ask_sources(
        analysis.page, analysis.blocks,
        {selection_.title_block, analysis.url, analysis.fetched_at, options_.metadata_guesses});
  }

 private:
  Options options_;
  Pipeline pipeline_;
  model::Scores scores_;
  select::Selection selection_;
};

}  // namespace pith::quality
