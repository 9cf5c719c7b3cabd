/// The table of sources: which there are, and how far each one's word counts. Private to metadata.
#pragma once

#include <array>
#include <span>

#include "metadata/readers.hpp"

namespace pith::metadata {

/// How far a source's word counts for a field.
struct FieldWeight {
  MetadataField field = MetadataField::title;
  float rank = 0;  ///< of all sources that know the field the one with the greatest gives it; 0: the row's end
};

/// How often a source is right about a field, 0 to 1, as measured on pages whose answers are known; 0 where no such
/// pages are at hand.
[[nodiscard]] float measured_share(MetadataField field, MetadataSource source) noexcept;

struct SourceRow {
  MetadataSource source = MetadataSource::none;
  void (*read)(const Input&, Answers&) = nullptr;  ///< null: the function of a row before fills this one too
  bool guesses = false;                            ///< not asked without Options::metadata_guesses
  std::array<FieldWeight, 16> weights{};           ///< fields that are not listed are not taken from it

  [[nodiscard]] float rank(MetadataField field) const noexcept;
  /// Measured where that was possible, else the rank, which is an estimate.
  [[nodiscard]] float confidence(MetadataField field) const noexcept;
};

/// Says that a field comes from a source, with that source's confidence.
void set_origin(Metadata& merged, MetadataField field, const SourceRow& row);
void set_origin(Metadata& merged, MetadataField field, MetadataSource source);

/// What collect() returns, and what each source said, without the site's name: for those who measure the sources.
struct Asked {
  Metadata merged;
  Answers answers;
};

[[nodiscard]] Asked ask_sources(const page::Page& page, const blocks::BlockList& blocks, const Request& request);

/// One row for each source.
[[nodiscard]] std::span<const SourceRow> source_rows() noexcept;

}  // namespace pith::metadata
