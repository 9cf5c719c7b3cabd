#include <bit>

#include "select/passes/passes.hpp"

namespace pith::select {
namespace {

struct Pass {
  const char* name;  // Choice::decided_by of what it changes
  void (*run)(PassState&);
};

/// The whole algorithm, in order. A pass sees what those above it left.
// clang-format off
constexpr Pass passes[] = {
    {"alike places", average_similar_blocks},
    {"page type", find_page_type},
    {"glued head", drop_glued_head},
    {"title", find_title},
    {"title repeats", drop_title_repeats},
    {"site name", drop_site_names},
    {"deck repeats", drop_deck_repeats},
    {by_copies, drop_copies},
    {"counters", drop_counters},
    {"site repeats", lower_site_repeats},
    {"end mark", lower_tail_after_end_mark},
    {by_comments, lower_comments},
    {"glued credits", lift_glued_paragraphs},
    {by_main_segment, lower_outside_main_segment},
    {by_spared_sentences, spare_sentences},
    {"numbered sections", lift_numbered_sections},
    {"cookie prose", lower_cookie_prose},
    {"popups", lower_popups},
    {"clean text", keep_clean_text},
    {"decision", decide},
    {"alike posts", keep_alike_posts},
    {"adjacent sentences", keep_adjacent_sentences},
    {"enclosed lines", keep_enclosed_lines},
    {"deck", keep_deck},
    {"short lines", keep_short_lines},
    {"value lines", keep_value_lines},
    {"letters", keep_letter},
    {"thread posts", keep_thread_posts},
    {"prose of an empty page", keep_prose_of_empty_page},
    {"headline", decide_title_in_text},
    {"tail", cut_tail},
    {by_labelled_lines, drop_labelled_lines},
    {"cards", drop_cards},
    {"below article", drop_below_article},
    {"author note", drop_author_note},
    {"stray lines", drop_stray_lines},
    {"tickers", drop_tickers},
    {"menu headlines", drop_menu_headlines},
    {"top lines", settle_top_lines},
    {"contents list", drop_contents_list},
    {by_section_headings, keep_section_headings},
    {"everyday lines", drop_everyday_lines},
    {"notices", drop_notices},
    {"named boxes", drop_named_boxes},
    {"covered text", drop_covered_text},
    {"removed or blocked", drop_all_of_stop_page},
    {"residue", cut_residue},
    {"stock quotes", cut_stock_quotes},
    {"closing lines", drop_closing_lines},
    {"closing units", keep_closing_units},
    {by_units, keep_units_whole},
    {"note boxes", keep_note_boxes},
    {"enclosed units", keep_enclosed_units},
    {"code lines", keep_code_lines},
    {"manual gaps", keep_manual_gaps},
    {by_section_headings, keep_unit_headings},
    {by_units, settle_unit_labels},
    {"quotes", keep_quotes_whole},
    {"categories", name_dropped_blocks},
    {"options", apply_keep_options},
    {"insets", choose_insets},
    {"verdict", find_verdict},
};
// clang-format on

float cjk_share_of(const blocks::BlockList& blocks) {
  std::uint64_t cjk = 0;
  std::uint64_t words = 0;
  for (const blocks::TextBlock& block : blocks.blocks) {
    cjk += block.cjk_words;
    words += block.word_count;
  }
  return words == 0 ? 0.0F : static_cast<float>(cjk) / static_cast<float>(words);
}

void start_choices(const measure::MeasureInput& in, const model::Scores& scores, Selection& out) {
  out.choices.resize(in.blocks.blocks.size());
  out.scratch.prose.assign(out.choices.size(), ProseAnswer::unknown);
  out.title_block = -1;
  out.title_in_text = false;
  out.expected_f1 = 0;
  out.verdict_confidence = 1;
  out.verdict = Verdict::not_a_page;
  for (std::size_t i = 0; i < out.choices.size(); ++i) {
    const float score = i < scores.values.size() ? scores.values[i] : 0.0F;
    out.choices[i] = Choice{.score = score,
                            .model_score = score,
                            .decided_by = by_score,
                            .cut_end = static_cast<std::uint32_t>(in.blocks.blocks[i].text.size())};
  }
}

}  // namespace

void select_blocks(const measure::MeasureInput& in, const model::Scores& scores, const Options& options,
                   Selection& out) {
  start_choices(in, scores, out);
  PassState state{.in = in, .options = options, .out = out, .model_scores = scores.values};
  state.cjk_share = cjk_share_of(in.blocks);
  state.is_undisputed = is_undisputed(state);
  for (const Pass& pass : passes) {
    state.pass = pass.name;
    pass.run(state);
  }
}

}  // namespace pith::select
