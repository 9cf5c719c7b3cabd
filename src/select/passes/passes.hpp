/// Passes: the small named steps of the selection. select.cpp runs them in the order of its table.
/// Each reads the page and changes the choices; what it changes carries its name.
#pragma once

#include <string>
#include <vector>

#include "select/select.hpp"

namespace pith::select {

/// What the passes share. Lives during one select().
struct PassState {
  const measure::MeasureInput& in;
  const Options& options;
  Selection& out;
  float cjk_share = 0;  ///< of the page's words, 0 to 1
  Verdict page_type = Verdict::article;

  [[nodiscard]] const blocks::TextBlock& block(std::size_t i) const { return in.blocks.blocks[i]; }
  [[nodiscard]] std::size_t size() const { return out.choices.size(); }
  [[nodiscard]] bool is_text() const { return in.page.kind == page::PageKind::text; }
  [[nodiscard]] std::string_view text(std::size_t i) const { return block(i).text; }
  [[nodiscard]] std::string_view folded(std::size_t i) const { return in.matches.folded(i); }
};

/// From this share of CJK words on, a page is read by the conventions of Chinese and Japanese pages.
inline constexpr float mostly_cjk = 0.3F;

/// The blocks [begin, end), and a sum over them.
struct BlockRun {
  std::size_t begin = 0;
  std::size_t end = 0;
  double sum = 0;
};

/// The run of blocks that maximises the sum of value(i) (Kadane's algorithm); empty when no value is positive.
template <typename Value>
[[nodiscard]] BlockRun greatest_run(std::size_t size, Value value) {
  BlockRun best;
  double sum = 0;
  std::size_t start = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (sum <= 0) {
      sum = 0;
      start = i;
    }
    sum += value(i);
    if (sum > best.sum) best = {start, i + 1, sum};
  }
  return best;
}

// --- before the decision: what the page is, and evidence that scores do not see ---
void draw_alike_together(PassState& state);
void find_page_type(PassState& state);
void find_title(PassState& state);
void drop_title_repeats(PassState& state);
void drop_site_names(PassState& state);
void drop_deck_repeats(PassState& state);
void drop_copies(PassState& state);
void judge_tail_after_end_mark(PassState& state);
void judge_readers_comments(PassState& state);
void favour_main_segment(PassState& state);
void judge_policy_prose(PassState& state);

// --- the decision ---
void decide(PassState& state);
void judge_title(PassState& state);

// --- after it: conventions, clean-up, names for what was dropped ---
void cut_tail(PassState& state);
void drop_labelled_lines(PassState& state);
void cut_residue(PassState& state);
void cut_stock_quotes(PassState& state);
void keep_units_whole(PassState& state);
void name_dropped_blocks(PassState& state);
void apply_keep_options(PassState& state);
void choose_insets(PassState& state);
void find_verdict(PassState& state);

}  // namespace pith::select
