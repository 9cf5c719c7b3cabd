#include <bit>

#include "scoring/passes.hpp"

namespace pith::scoring {
namespace {

struct Pass {
  const char* name;
  void (*run)(PassState&);
};

/// The whole algorithm, in order. A pass sees what those above it left.
// clang-format off
constexpr Pass passes[] = {
    {"alike places", draw_alike_together},
    {"page type", find_page_type},
    {"title", find_title},
    {"title repeats", drop_title_repeats},
    {"site name", drop_site_names},
    {"deck repeats", drop_deck_repeats},
    {"copies", drop_copies},
    {"end mark", judge_tail_after_end_mark},
    {"readers' comments", judge_readers_comments},
    {"main segment", favour_main_segment},
    {"cookie prose", judge_policy_prose},
    {"decision", decide},
    {"headline", judge_title},
    {"tail", cut_tail},
    {"labelled lines", drop_labelled_lines},
    {"residue", cut_residue},
    {"stock quotes", cut_stock_quotes},
    {"categories", name_dropped_blocks},
    {"options", apply_keep_options},
    {"verdict", find_verdict},
};
// clang-format on

float cjk_share_of(const blocks::BlockList& blocks) {
  std::uint64_t cjk = 0;
  for (const blocks::TextBlock& block : blocks.blocks) cjk += block.cjk_words;
  return blocks.words.empty() ? 0.0F : static_cast<float>(cjk) / static_cast<float>(blocks.words.size());
}

void start_choices(const MeasureInput& in, const Scores& scores, Selection& out) {
  out.choices.resize(in.blocks.blocks.size());
  out.title_block = -1;
  out.title_in_text = false;
  out.expected_f1 = 0;
  out.verdict = Verdict::not_a_page;
  for (std::size_t i = 0; i < out.choices.size(); ++i) {
    const float score = i < scores.values.size() ? scores.values[i] : 0.0F;
    out.choices[i] = Choice{.score = score,
                            .model_score = score,
                            .decided_by = "score",
                            .cut_end = static_cast<std::uint32_t>(in.blocks.blocks[i].text.size())};
  }
}

}  // namespace

bool is_prose(const blocks::TextBlock& block) noexcept {
  if (block.weighted_words() < 10 || block.link_density() >= 0.4F) return false;
  int commas = 0;
  for (std::size_t at = 0; at < block.text.size();) {
    const char32_t c = text::next_code_point(block.text, at);
    const bool ends_here = at >= block.text.size() || block.text[at] == ' ' || block.text[at] == '"';
    if (c == 0x3002 || c == 0xFF01 || c == 0xFF1F || ((c == '.' || c == '!' || c == '?') && ends_here)) return true;
    commas += c == ',' || c == 0xFF0C || c == 0x3001 || c == ';' || c == 0xFF1B;
  }
  return commas >= 2;
}

Category phrase_category(const rules::LineMatches& matches) noexcept {
  // A prefix such as "Source:" names its line only when the line is not much longer than it.
  constexpr float least_prefix_share = 0.2F;
  Category best = Category::content;
  float best_weight = 0;
  for (std::uint32_t found = matches.found; found != 0; found &= found - 1) {
    const auto c = static_cast<std::size_t>(std::countr_zero(found));
    const rules::PhraseMatch& match = matches[c];
    if (match.match < rules::Match::prefix) continue;
    if (match.match == rules::Match::prefix && match.share < least_prefix_share) continue;
    const float weight = match.share + (match.match == rules::Match::line ? 1.0F : 0.0F);
    if (weight > best_weight) {
      best_weight = weight;
      best = static_cast<Category>(c);
    }
  }
  return best;
}

Category list_headed_by(const rules::LineMatches& matches) noexcept {
  for (const Category list : {Category::related, Category::hot_topics}) {
    const rules::PhraseMatch& match = matches[static_cast<std::size_t>(list)];
    if (match.match == rules::Match::line && match.heading) return list;
  }
  return Category::content;
}

void select(const MeasureInput& in, const Scores& scores, const Options& options, Selection& out) {
  start_choices(in, scores, out);
  PassState state{.in = in, .options = options, .out = out};
  state.cjk_share = cjk_share_of(in.blocks);
  for (const Pass& pass : passes) pass.run(state);
}

}  // namespace pith::scoring
