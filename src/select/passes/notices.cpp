// Notices below a text, with or without a heading: whose articles they are, how they may be used, whom to write to. The
// first line is known by its pattern; what follows in its form, numbered or short, goes with it.

#include <algorithm>

#include "measure/prose.hpp"
#include "select/passes/passes.hpp"

namespace pith::select {
namespace {

/// "1. ...", "(2) ...", and in Chinese numbers: what an item of a notice begins with.
bool is_numbered(std::string_view line) {
  static constexpr std::string_view brackets[] = {"(", "\uFF08", "[", "\u203B"};
  static constexpr std::string_view numbers[] = {"\u4E00", "\u4E8C", "\u4E09", "\u56DB", "\u4E94",
                                                 "\u516D", "\u4E03", "\u516B", "\u4E5D", "\u5341"};
  for (const std::string_view bracket : brackets) {
    if (line.starts_with(bracket)) line.remove_prefix(bracket.size());
  }
  if (!line.empty() && line.front() >= '0' && line.front() <= '9') return true;
  for (const std::string_view number : numbers) {
    // "One, ..." is an item, "a village ..." is not.
    if (line.starts_with(number)) return line.substr(number.size()).starts_with("\u3001");
  }
  return line.starts_with("\u203B");
}

bool begins_notice(PassState& state, std::size_t i) {
  return state.in.rules.line_patterns.find(rules::PatternUse::notice, state.folded(i), state.out.scratch.text) !=
         Category::content;
}

/// Words that are kept before block `i`, as a share of all kept ones.
double share_before(const PassState& state, std::size_t end) {
  double before = 0;
  double all = 0;
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (!state.out.choices[i].kept) continue;
    all += state.block(i).word_count;
    if (i < end) before += state.block(i).word_count;
  }
  return all > 0 ? before / all : 0;
}

void drop(Choice& choice) {
  if (!choice.kept) return;
  choice.kept = false;
  choice.category = Category::disclaimer;
  choice.decided_by = "notices";
}

}  // namespace

void drop_notices(PassState& state) {
  // Two fifths above: a notice about use stands below the text. Whole pages of terms have their first one on top.
  constexpr double least_above = 0.4;
  if (state.page_type == Verdict::forum) return;
  for (std::size_t i = 1; i < state.size(); ++i) {
    if (static_cast<std::int32_t>(i) == state.out.title_block || !begins_notice(state, i)) continue;
    if (share_before(state, i) < least_above) continue;
    drop(state.out.choices[i]);
    // A heading alone says nothing yet: what stands under it is the notice.
    bool headed = !measure::is_prose(state.block(i));
    for (std::size_t k = i + 1; k < state.size(); ++k) {
      const bool is_short = !measure::is_prose(state.block(k));
      if (!headed && !is_short && !is_numbered(state.text(k)) && !begins_notice(state, k)) break;
      headed = false;
      drop(state.out.choices[k]);
    }
  }
}

}  // namespace pith::select
