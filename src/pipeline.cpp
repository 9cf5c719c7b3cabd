#include "pipeline.hpp"

#include "metadata/metadata.hpp"

namespace pith {

Pipeline::Pipeline(Rules rules_to_use)
    : rules(std::move(rules_to_use)),
      html_scratch_(page::make_html_scratch()),
      html_measures_(scoring::make_html_measure_scratch()),
      line_measures_(scoring::make_line_measure_scratch()) {}

const scoring::Model* Pipeline::model() const {
  const auto& model = page.kind == page::PageKind::html ? rules.set().html_model : rules.set().text_model;
  return model == nullptr ? nullptr : &model->get();
}

void Pipeline::measure(const Source& source, const Options& options) {
  match(source, options);
  if (page.kind == page::PageKind::text) return scoring::measure_lines(input(), *line_measures_, features);
  scoring::measure_html(input(), *html_measures_, features);
}

void Pipeline::score(const Source& source, const Options& options, scoring::Scores& out) {
  match(source, options);
  const scoring::Model* const judge = model();
  if (judge == nullptr) return scoring::score_by_rules(input(), out);
  if (page.kind == page::PageKind::html) return scoring::score_html(*judge, input(), *html_measures_, out);
  scoring::measure_lines(input(), *line_measures_, features);
  score_measured(out);
}

void Pipeline::score_measured(scoring::Scores& out) const {
  const scoring::Model* const judge = model();
  if (judge == nullptr) return scoring::score_by_rules(input(), out);
  scoring::score_by_model(*judge, features, out);
}

void Pipeline::match(const Source& source, const Options& options) {
  notices.clear();
  url.assign(source.url);
  read(source, options);
  blocks::segment(page, options.limits, blocks, notices);
  scoring::match_blocks(page, blocks, rules.set(), matches);
}

scoring::MeasureInput Pipeline::input() const {
  scoring::PageFacts facts;
  facts.title = page.title;
  facts.headline = metadata::headline_of(page);
  facts.url = url;
  for (const page::MetaTag& tag : page.meta) {
    if (tag.name == "og:description" || (tag.name == "description" && facts.description.empty())) {
      facts.description = tag.content;
    }
  }
  return {page, blocks, matches, rules.set(), facts};
}

void Pipeline::read(const Source& source, const Options& options) {
  std::string_view bytes = source.bytes;
  if (bytes.size() > options.limits.max_input_bytes) {
    notices.push_back({NoticeCode::truncated, bytes.size() - options.limits.max_input_bytes, {}});
    bytes = bytes.substr(0, options.limits.max_input_bytes);
  }
  const text::DecodeHints hints{source.content_type, source.encoding, source.kind != SourceKind::text};
  text::decode(bytes, hints, decoded, notices);
  const bool is_unknown = source.kind == SourceKind::automatic;
  if (is_unknown && page::looks_binary(decoded.utf8)) return page::read_text({}, page);
  bool is_html = source.kind == SourceKind::html;
  if (is_unknown) {
    is_html = page::looks_like_html(decoded.utf8);
    notices.push_back({is_html ? NoticeCode::read_as_html : NoticeCode::read_as_text, 0, {}});
  }
  if (!is_html) {
    page::read_text(decoded.utf8, page);
  } else if (!page::read_html(decoded.utf8, options.limits, *html_scratch_, page, notices)) {
    notices.push_back({NoticeCode::parse_budget_spent, 0, {}});
    stripped_.clear();
    page::strip_tags(decoded.utf8, stripped_);
    page::read_text(stripped_, page);
  }
}

}  // namespace pith
