#include "pipeline.hpp"

#include <algorithm>
#include <utility>

#include "metadata/metadata.hpp"
#include "page/sniff.hpp"
#include "plain_text/plain_text.hpp"
#include "site_memory.hpp"

namespace pith {
namespace {

/// What the page says of itself outside its blocks.
measure::PageFacts facts_of(const page::Page& page, std::string_view url) {
  measure::PageFacts facts;
  facts.title = page.title;
  facts.headline = metadata::headline_of(page);
  facts.url = url;
  for (const page::MetaTag& tag : page.meta) {
    if (tag.name == "og:description" || (tag.name == "description" && facts.description.empty())) {
      facts.description = tag.content;
    }
  }
  return facts;
}

/// Blocks are left out by the reader and by segment(): one notice for both.
void count_left_out_once(std::vector<Notice>& notices) {
  const auto is_truncation = [](const Notice& notice) { return notice.code == NoticeCode::blocks_truncated; };
  const auto first = std::find_if(notices.begin(), notices.end(), is_truncation);
  if (first == notices.end()) return;
  const auto second = std::find_if(first + 1, notices.end(), is_truncation);
  if (second == notices.end()) return;
  second->count += first->count;
  notices.erase(first);
}

/// With all its memory: a string keeps its own when an empty one is assigned to it.
template <typename Value>
void give_back(Value& value) {
  Value empty;
  std::swap(value, empty);
}

}  // namespace

Pipeline::Pipeline(Rules rules)
    : rules_(std::move(rules)),
      html_scratch_(html::make_html_scratch()),
      html_measures_(measure::make_html_measure_scratch()),
      line_measures_(measure::make_line_measure_scratch()) {}

void Pipeline::analyse(const Source& source, const Options& options) {
  core::WorkMeter meter(options.limits.max_work);
  analysis.notices.clear();
  analysis.url.assign(source.url);
  analysis.fetched_at = source.fetched_at;
  read(source, options.limits, meter);
  if (is_large()) html_scratch_ = html::make_html_scratch();
  segment(options.limits, meter);
  if (is_large()) analysis.blocks.scratch.reset();
  measure::match_blocks(analysis.page, analysis.blocks, rules().set, analysis.matches);
  analysis.facts = facts_of(analysis.page, analysis.url);
  analysis.facts.known_title = source.known_title;
  analysis.facts.expect = source.expect;
}

void Pipeline::measure(const Source& source, const Options& options) {
  analyse(source, options);
  if (analysis.page.kind == page::PageKind::text) {
    measure::measure_lines(input(), *line_measures_, analysis.features);
  } else {
    measure::measure_html(input(), *html_measures_, analysis.features);
  }
}

void Pipeline::score(const Source& source, const Options& options, model::Scores& out) {
  analyse(source, options);
  const bool is_html = analysis.page.kind == page::PageKind::html;
  if (is_html) {
    measure::score_html(model(), input(), *html_measures_, out);
  } else {
    measure::score_lines(model(), input(), *line_measures_, out);
  }
  if (!is_large()) return;
  if (is_html) {
    html_measures_ = measure::make_html_measure_scratch();
  } else {
    line_measures_ = measure::make_line_measure_scratch();
  }
}

void Pipeline::score_measured(model::Scores& out) const {
  model::score(model(), analysis.features, out);
}

/// Whether memory that is no longer needed is given back at once: to take it again costs little, in comparison.
bool Pipeline::is_large() const noexcept {
  constexpr std::size_t large_page_bytes = std::size_t{1} << 20U;
  return analysis.decoded.utf8.size() > large_page_bytes;
}

void Pipeline::release_measures() {
  if (!is_large()) return;
  give_back(analysis.blocks.words);
  give_back(analysis.matches);
}

bool Pipeline::release() {
  if (!is_large()) return false;
  give_back(analysis);
  give_back(stripped_);
  give_back(line_keys_);
  give_back(lines_);
  return true;
}

void Pipeline::learn_page(SiteMemory& memory) {
  site::find_line_keys(analysis.blocks, analysis.matches.shapes, line_keys_);
  // A page without a line that counts says nothing, and must not make its host known.
  if (std::all_of(line_keys_.begin(), line_keys_.end(), [](std::uint64_t key) { return key == 0; })) return;
  SiteMemoryAccess::hosts(memory)[site::host_of(analysis.url)].learn(line_keys_);
}

void Pipeline::find_witnesses(const SiteMemory* memory, const model::Scores& scores) {
  analysis.witnesses.clear();
  if (memory == nullptr) return;
  constexpr float shortest_compared = 10;  // words; menus are the same on all pages, whatever the article
  const site::Hosts& hosts = SiteMemoryAccess::hosts(*memory);
  const auto host = hosts.find(site::host_of(analysis.url));
  if (host == hosts.end()) return;
  site::find_line_keys(analysis.blocks, analysis.matches.shapes, line_keys_);
  lines_.clear();
  for (std::size_t i = 0; i < line_keys_.size(); ++i) {
    const float words = analysis.blocks.blocks[i].weighted_words();
    lines_.push_back({line_keys_[i], words >= shortest_compared ? words * scores.values[i] : 0.0F});
  }
  host->second.count_witnesses(lines_, analysis.witnesses);
}

void Pipeline::read(const Source& source, const Limits& limits, core::WorkMeter& meter) {
  std::vector<Notice>& notices = analysis.notices;
  std::string_view bytes = source.bytes;
  const std::uint64_t wanted = std::min(bytes.size(), limits.max_input_bytes);
  const auto affordable = static_cast<std::size_t>(meter.half_affords(wanted, 1));
  if (bytes.size() > affordable) notices.push_back({NoticeCode::truncated, bytes.size() - affordable, {}});
  if (wanted > affordable) notices.push_back({NoticeCode::work_spent, 0, {}});
  bytes = bytes.substr(0, affordable);
  meter.spend(bytes.size());
  const text::DecodeHints hints{source.content_type, source.encoding, source.kind != SourceKind::text};
  text::decode(bytes, hints, analysis.decoded, notices);
  const std::string_view utf8 = analysis.decoded.utf8;
  const bool is_unknown = source.kind == SourceKind::automatic;
  if (is_unknown && page::looks_binary(utf8)) return read_text({}, limits);
  bool is_html = source.kind == SourceKind::html;
  if (is_unknown) {
    is_html = page::looks_like_html(utf8);
    notices.push_back({is_html ? NoticeCode::read_as_html : NoticeCode::read_as_text, 0, {}});
  }
  if (is_html) return read_html(utf8, limits, meter);
  read_text(utf8, limits);
}

/// By the parser or, when that is too costly, the text between the tags.
void Pipeline::read_html(std::string_view utf8, const Limits& limits, core::WorkMeter& meter) {
  Limits share = limits;
  share.max_work = meter.left() / 2;
  const bool is_parsed = html::read_html(utf8, share, *html_scratch_, analysis.page, analysis.notices);
  const html::ParseWork work = html::parse_work(*html_scratch_);
  meter.spend(work.spent);
  if (is_parsed) return;
  analysis.notices.push_back({NoticeCode::parse_budget_spent, 0, {}});
  if (work.refused) analysis.notices.push_back({NoticeCode::work_spent, 0, {}});
  if (is_large()) html_scratch_ = html::make_html_scratch();
  stripped_.clear();
  html::strip_tags(utf8, stripped_);
  read_text(stripped_, limits);
}

void Pipeline::read_text(std::string_view utf8, const Limits& limits) {
  const std::uint64_t left_out = plain_text::read_text(utf8, analysis.page, limits.max_blocks);
  if (left_out != 0) analysis.notices.push_back({NoticeCode::blocks_truncated, left_out, {}});
}

/// All of what is left is the blocks'.
void Pipeline::segment(const Limits& limits, core::WorkMeter& meter) {
  Limits share = limits;
  const std::uint64_t affordable = meter.left() / core::work_of_block;
  const bool is_short = affordable < limits.max_blocks;
  if (is_short) share.max_blocks = static_cast<std::uint32_t>(affordable);
  const std::size_t before = analysis.notices.size();
  blocks::segment(analysis.page, share, analysis.blocks, analysis.notices);
  meter.spend(core::work_of_block * analysis.blocks.blocks.size());
  if (is_short && analysis.notices.size() > before) analysis.notices.push_back({NoticeCode::work_spent, 0, {}});
  count_left_out_once(analysis.notices);
}

}  // namespace pith
