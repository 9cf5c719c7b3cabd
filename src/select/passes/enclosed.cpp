// Short lines that the article encloses: a list that the sentence above announces, loose text between two paragraphs, a
// line of code. By themselves they score like links, labels or captions; kept text above and below says otherwise.

#include "select/passes/signs.hpp"
#include "text/sentence.hpp"

namespace pith::select {
namespace {

/// Not kept blocks between two kept ones.
struct Gap {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_announced = false;  ///< the block above ends with a colon
};

/// A sure paragraph of the article. Beside anything else, a short line stands by itself; below the headline it is a
/// byline or a date.
bool is_sure(const PassState& state, std::size_t i) {
  constexpr float sure_score = 0.7F;
  if (static_cast<std::int32_t>(i) == state.out.title_block) return false;
  return state.out.choices[i].kept && state.out.choices[i].model_score >= sure_score;
}

/// Whether block `i` or a kept one near it is sure, walking by `step`.
bool stands_by_sure_text(const PassState& state, std::size_t i, std::ptrdiff_t step) {
  constexpr int reach = 3;  // a heading or two may stand between
  auto at = static_cast<std::ptrdiff_t>(i);
  for (int seen = 0; seen < reach; ++seen, at += step) {
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(state.size())) return false;
    if (!state.out.choices[static_cast<std::size_t>(at)].kept) return false;
    if (is_sure(state, static_cast<std::size_t>(at))) return true;
  }
  return false;
}

/// Not what has a pass of its own: code and formulas by units.cpp, captions by the options.
bool is_line_of_text(BlockKind kind) {
  return kind != BlockKind::code && kind != BlockKind::math && kind != BlockKind::caption;
}

bool may_be_enclosed(PassState& state, std::size_t i, bool is_announced) {
  constexpr float least_score = 0.3F;
  constexpr float least_announced_score = 0.15F;
  const Choice& choice = state.out.choices[i];
  const blocks::TextBlock& block = state.block(i);
  if (!state.is_left_to_score(i)) return false;
  const bool is_button = state.in.blocks.containers[block.container].tag == page::Tag::button;
  if (block.hidden != 0 || is_button || !is_line_of_text(block.kind) ||
      choice.model_score < (is_announced ? least_announced_score : least_score))
    return false;
  if (!is_announced && block.linked_letters * 2 > block.letters) return false;
  return !stands_in(state, i, foreign_groups) && sign_of_boilerplate(state, i) == Category::content;
}

bool is_enclosed(PassState& state, const Gap& gap) {
  constexpr std::size_t most_blocks = 12;
  constexpr std::uint32_t most_words = 80;
  if (gap.end - gap.begin > most_blocks || has_image_beside(state, gap.begin, gap.end)) return false;
  std::uint32_t words = 0;
  for (std::size_t i = gap.begin; i < gap.end; ++i) {
    words += state.block(i).word_count;
    if (words > most_words || !may_be_enclosed(state, i, gap.is_announced)) return false;
  }
  return stands_by_sure_text(state, gap.begin - 1, -1) && stands_by_sure_text(state, gap.end, 1);
}

}  // namespace

void keep_enclosed_lines(PassState& state) {
  // In plain text captions and teasers stand between the paragraphs, with nothing to tell them by.
  if (state.is_text() || state.page_type == Verdict::forum || state.page_type == Verdict::listing ||
      state.page_type == Verdict::product)
    return;
  if (state.options.leaning == Leaning::precise) return;
  for (std::size_t begin = 1; begin < state.size(); ++begin) {
    if (state.out.choices[begin].kept || !state.out.choices[begin - 1].kept) continue;
    Gap gap{begin, begin, text::ends_with_colon(state.text(begin - 1))};
    while (gap.end < state.size() && !state.out.choices[gap.end].kept) ++gap.end;
    if (gap.end < state.size() && is_enclosed(state, gap)) {
      for (std::size_t i = gap.begin; i < gap.end; ++i) state.keep(i);
    }
    begin = gap.end;
  }
}

}  // namespace pith::select
