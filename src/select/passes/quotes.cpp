// The pass that keeps quotations whole: one in the middle of an article, and who said it with what was said.

#include "select/passes/signs.hpp"

namespace pith::select {
namespace {

/// A quotation in the middle of the text stays, unless the model is sure. In threads it repeats what stands above.
void keep_within_text(PassState& state, const blocks::Container& quote) {
  constexpr std::uint32_t most_blocks = 6;
  constexpr float least_score = 0.4F;
  if (state.page_type == Verdict::forum || quote.end_block - quote.first_block > most_blocks) return;
  if (!may_be_text(state, quote, {least_score}) || !stands_within_text(state, quote)) return;
  for (std::uint32_t b = quote.first_block; b < quote.end_block; ++b) {
    if (!state.out.choices[b].kept && !state.is_left_to_score(b)) return;
  }
  for (std::uint32_t b = quote.first_block; b < quote.end_block; ++b) {
    if (!state.out.choices[b].kept) state.keep(b);
  }
}

/// Who said it, and when, stays with what was said, where most of it is kept; it is no text where the model is sure, as
/// a caption is none that stays for its image.
void keep_attribution(PassState& state, const blocks::Container& quote) {
  constexpr std::uint32_t most_blocks = 12;
  constexpr std::uint32_t longest = 150;  // letters
  constexpr float least_score = 0.45F;
  if (quote.end_block - quote.first_block > most_blocks) return;
  std::uint64_t letters = 0;
  for (std::uint32_t b = quote.first_block; b < quote.end_block; ++b) letters += state.block(b).letters;
  if (state.kept_letters(quote.first_block, quote.end_block) * 2 < letters) return;
  for (std::uint32_t b = quote.first_block; b < quote.end_block; ++b) {
    const blocks::TextBlock& block = state.block(b);
    if (state.out.choices[b].kept || block.hidden != 0 || block.word_count == 0 || block.letters > longest) continue;
    if (rules::named_alone(state.in.rules, state.folded(b)) == Category::navigation) continue;  // "Click to expand"
    const bool is_text = state.out.choices[b].score >= least_score;
    state.out.choices[b].category = is_text ? Category::content : Category::caption;
    state.keep(b);
  }
}

}  // namespace

void keep_quotes_whole(PassState& state) {
  if (state.is_text()) return;
  for (const blocks::Container& quote : state.in.blocks.containers) {
    if (quote.tag != page::Tag::blockquote || quote.first_block == quote.end_block) continue;
    keep_within_text(state, quote);
    keep_attribution(state, quote);
  }
}

}  // namespace pith::select
