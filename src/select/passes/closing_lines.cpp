// The last lines of a kept text that lead elsewhere: a label or a heading above what was dropped, links to other pages.
// They score as headings and lists of the text do; that nothing of it follows tells them.

#include <algorithm>
#include <string_view>

#include "select/passes/signs.hpp"
#include "text/sentence.hpp"

namespace pith::select {
namespace {

/// Whether an image, an embed or a rule stands between the block and the next one.
bool has_inset_below(const PassState& state, std::size_t i) {
  const auto& insets = state.in.blocks.insets;
  const auto first =
      std::partition_point(insets.begin(), insets.end(), [i](const blocks::Inset& inset) { return inset.block <= i; });
  return first != insets.end() && first->block == i + 1;
}

/// Whether it announces what should follow.
bool is_label(const PassState& state, std::size_t i) {
  constexpr float most_words = 10;
  const blocks::TextBlock& block = state.block(i);
  if (block.weighted_words() > most_words || static_cast<std::int32_t>(i) == state.out.title_block) return false;
  const bool is_section_heading = block.kind == BlockKind::heading && block.level > 1;
  return (is_section_heading || text::ends_with_colon(text::trim(state.text(i)))) && !has_inset_below(state, i);
}

/// Whether it is nothing but a link, and no sentence.
bool is_link_line(const PassState& state, std::size_t i) {
  constexpr float nearly_all = 0.95F;
  constexpr float sure_of_text = 0.7F;
  const blocks::TextBlock& block = state.block(i);
  return block.link_density() >= nearly_all && state.out.choices[i].score < sure_of_text && block.fragment_links == 0 &&
         !text::ends_with_mark(state.text(i), text::ends_of_short_blocks);
}

bool leads_off(const PassState& state, std::size_t i) {
  const bool may_go = state.is_left_to_score(i) || state.is_decided_by(i, by_section_headings);
  return may_go && !state.block(i).preformatted && (is_label(state, i) || is_link_line(state, i));
}

}  // namespace

void drop_closing_lines(PassState& state) {
  constexpr std::size_t most_lines = 12;
  constexpr std::uint64_t letters_of_text = 10;  // for each letter of them: else they are the text
  const ProseExtent prose = prose_extent(state);
  const bool is_list = state.page_type != Verdict::article || prose.first == state.size();
  if (is_list || state.options.leaning == Leaning::complete) return;
  std::size_t begin = state.size();
  std::size_t lines = 0;
  for (std::size_t i = state.size(); i-- > prose.first;) {
    if (!state.out.choices[i].kept) continue;
    if (!leads_off(state, i)) break;
    begin = i;
    ++lines;
  }
  const std::uint64_t letters = state.kept_letters(begin, state.size());
  if (lines == 0 || lines > most_lines || letters * letters_of_text > state.kept_letters()) return;
  for (std::size_t i = begin; i < state.size(); ++i) {
    if (state.out.choices[i].kept) state.drop(i, Category::related);
  }
}

}  // namespace pith::select
