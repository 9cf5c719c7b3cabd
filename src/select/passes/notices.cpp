// Notices below a text, with or without a heading: whose articles they are, how they may be used, whom to write to. The
// first line is known by its pattern; what follows in its form, numbered or short, goes with it.

#include <algorithm>

#include "select/passes/signs.hpp"
#include "text/ascii.hpp"

namespace pith::select {
namespace {

/// "1. ...", "(2) ...", and in Chinese numbers: what an item of a notice begins with.
bool is_numbered(std::string_view line) {
  static constexpr std::string_view brackets[] = {"(", "\uFF08", "[", "\u203B"};
  for (const std::string_view bracket : brackets) {
    if (line.starts_with(bracket)) line.remove_prefix(bracket.size());
  }
  if (!line.empty() && text::is_ascii_digit(line.front())) return true;
  for (const std::string_view number : han_numbers) {
    // "One, ..." is an item, "a village ..." is not.
    if (line.starts_with(number)) return line.substr(number.size()).starts_with("\u3001");
  }
  return line.starts_with("\u203B");
}

bool begins_notice(PassState& state, std::size_t i) {
  return fits_pattern(state, rules::PatternUse::notice, state.folded(i));
}

/// Whether the line is about what notices are about, and has one of their turns.
bool reads_like_notice(PassState& state, std::size_t i) {
  return fits_both(state, rules::PatternUse::notice_what, rules::PatternUse::notice_how, state.folded(i));
}

/// The first block from which on all prose that is kept begins a notice or reads like one; further up a text may speak
/// of such things. size(): there is none.
std::size_t closing_notices(PassState& state) {
  std::size_t first = state.size();
  for (std::size_t i = state.size(); i > 0; --i) {
    if (!state.out.choices[i - 1].kept) continue;
    const bool is_notice = begins_notice(state, i - 1) || reads_like_notice(state, i - 1);
    if (is_notice) first = i - 1;
    if (!is_notice && state.is_prose(i - 1)) break;
  }
  return first;
}

}  // namespace

void drop_notices(PassState& state) {
  // Two fifths above: a notice about use stands below the text. Whole pages of terms have their first one on top.
  constexpr double least_above = 0.4;
  if (state.page_type == Verdict::forum) return;
  const auto kept_words = [&](std::size_t i) { return state.out.choices[i].kept ? state.block(i).word_count : 0U; };
  auto all = static_cast<double>(state.kept_words());
  double above = 0;
  const auto drop = [&](std::size_t i) {
    all -= kept_words(i);
    if (state.out.choices[i].kept) state.drop(i, Category::disclaimer);
  };
  const std::size_t closing = closing_notices(state);
  const auto is_notice = [&](std::size_t i) {
    return begins_notice(state, i) || (i >= closing && reads_like_notice(state, i));
  };
  std::size_t reached = 0;  // by the notices so far: no need to walk through a part of one again
  for (std::size_t i = 1; i < state.size(); ++i) {
    above += kept_words(i - 1);
    if (above >= all) break;  // nothing is kept from here on
    if (above < least_above * all) continue;
    if (static_cast<std::int32_t>(i) == state.out.title_block || !is_notice(i)) continue;
    drop(i);
    std::size_t k = std::max(i + 1, reached);
    // A heading alone says nothing yet: what stands under it is the notice.
    bool headed = k == i + 1 && !state.is_prose(i);
    for (; k < state.size(); ++k) {
      const bool is_short = !state.is_prose(k);
      if (!headed && !is_short && !is_numbered(state.text(k)) && !is_notice(k)) break;
      headed = false;
      drop(k);
    }
    reached = k;
  }
}

}  // namespace pith::select
