// The feature set of HTML pages: its families in column order.

#include "scoring/html_measures.hpp"

namespace pith::scoring {
namespace {

using AddFamily = void (*)(const HtmlPage& page, Columns& columns);
constexpr AddFamily families[] = {
    add_text_columns,       add_overlap_columns,   add_place_columns,  add_container_columns, add_vote_columns,
    add_repetition_columns, add_neighbour_columns, add_phrase_columns, add_declared_columns,  add_topic_columns};

void add_all_columns(const HtmlPage& page, Columns& columns) {
  for (const AddFamily add : families) {
    page.temporary.reset();
    add(page, columns);
  }
}

/// An empty page, to list the columns with.
struct EmptyPage {
  page::Page page;
  blocks::BlockList blocks;
  BlockMatches matches;
  rules::RuleSet rules;
  HtmlMeasureScratch scratch;

  EmptyPage() { blocks.containers.push_back({.subtree_end = 1}); }
};

struct FeatureList {
  std::vector<ColumnTexts> texts;
  std::vector<FeatureName> names;

  FeatureList() {
    EmptyPage empty;
    const MeasureInput in{empty.page, empty.blocks, empty.matches, empty.rules, {}};
    empty.scratch.prepare(in);
    Columns columns(texts);
    add_all_columns({in, empty.scratch, empty.scratch.temporary}, columns);
    for (const ColumnTexts& text : texts) names.push_back({text.name, text.meaning});
  }
};

}  // namespace

std::span<const FeatureName> html_features() noexcept {
  static const FeatureList list;
  return list.names;
}

std::vector<float> Features::row(std::size_t block) const {
  std::vector<float> copy(columns);
  for (std::size_t c = 0; c < columns; ++c) copy[c] = column(c)[block];
  return copy;
}

void MeasureScratchDeleter::operator()(HtmlMeasureScratch* scratch) const noexcept {
  delete scratch;
}

std::unique_ptr<HtmlMeasureScratch, MeasureScratchDeleter> make_html_measure_scratch() {
  return std::unique_ptr<HtmlMeasureScratch, MeasureScratchDeleter>(new HtmlMeasureScratch);
}

void measure_html(const MeasureInput& in, HtmlMeasureScratch& scratch, Features& out) {
  scratch.prepare(in);
  Columns columns(out, in.blocks.blocks.size(), html_features().size());
  add_all_columns({in, scratch, scratch.temporary}, columns);
}

}  // namespace pith::scoring
