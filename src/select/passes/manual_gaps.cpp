// Gaps in manuals: what stands beside kept blocks of a page of documentation, in the same element, is its text, too.
// Manuals are made of headings, tables, notes and lists of a few linked words, which the model doubts one by one; what
// else such a page has, menus and contents, stands around that element, not in it.

#include <vector>

#include "select/passes/signs.hpp"

namespace pith::select {
namespace {

/// But "app", which programs call what is around all that they make, and captions, which are the text's.
constexpr rules::AttributeGroups foreign_to_manuals = foreign_groups & ~rules::attribute_groups({"app", "caption"});

bool is_manual(const PassState& state) {
  const bool may_be = state.page_type == Verdict::article && state.out.verdict == Verdict::documentation;
  return !state.is_text() && (state.page_type == Verdict::documentation || may_be);
}

struct Extent {
  std::size_t first = 0, end = 0;
};

/// The blocks of the innermost element that holds nearly all of what is kept.
Extent element_around_text(const PassState& state) {
  constexpr double least_share = 0.98;
  std::vector<std::uint64_t> kept_above{0};  // letters, by block
  for (std::size_t i = 0; i < state.size(); ++i)
    kept_above.push_back(kept_above.back() + (state.out.choices[i].kept ? state.block(i).letters : 0U));
  const double least = least_share * static_cast<double>(kept_above.back());
  Extent innermost{0, state.size()};
  for (const blocks::Container& element : state.in.blocks.containers) {  // outer ones first
    const std::uint64_t here = kept_above[element.end_block] - kept_above[element.first_block];
    if (static_cast<double>(here) >= least) innermost = {element.first_block, element.end_block};
  }
  return innermost;
}

/// Whether the gap is neither a list of links nor all that the model is sure of not to be the text.
bool may_be_manual(const PassState& state, Extent gap) {
  constexpr double least_score = 0.1;
  double letters = 0;
  double linked = 0;
  double score = 0;
  for (std::size_t i = gap.first; i < gap.end; ++i) {
    const double here = state.block(i).letters;
    letters += here;
    linked += state.block(i).linked_letters;
    score += here * static_cast<double>(state.out.choices[i].score);
  }
  return 2 * linked <= letters && score >= least_score * letters;
}

void keep_gap(PassState& state, Extent gap) {
  for (std::size_t i = gap.first; i < gap.end; ++i) {
    // Units that were dropped for the sake of wholeness are doubted, too.
    const bool is_free = state.is_left_to_score(i) || state.is_decided_by(i, by_units);
    if (!is_free || state.block(i).hidden != 0 || stands_in(state, i, foreign_to_manuals)) continue;
    if (sign_of_boilerplate(state, i) == Category::content) state.keep(i);
  }
}

}  // namespace

void keep_manual_gaps(PassState& state) {
  if (!is_manual(state) || state.options.leaning == Leaning::precise) return;
  const Extent text = element_around_text(state);
  for (std::size_t i = text.first; i < text.end; ++i) {
    if (state.out.choices[i].kept) continue;
    Extent gap{i, i};
    while (gap.end < text.end && !state.out.choices[gap.end].kept) ++gap.end;
    if (may_be_manual(state, gap)) keep_gap(state, gap);
    i = gap.end;
  }
}

}  // namespace pith::select
