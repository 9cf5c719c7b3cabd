// Copies: a block that stands twice is kept once.

#include <algorithm>

#include "measure/hashes.hpp"
#include "select/passes/passes.hpp"

namespace pith::select {
namespace {

/// Longer blocks that stand twice are copies; shorter ones may repeat in earnest.
std::uint32_t least_words_of_copy(const PassState& state) {
  return state.is_text() ? 10 : 25;
}

/// Which of the copies [begin, end) stays: in HTML the best scored (others are modals or mobile versions), in text the
/// first (the best scored one would move a paragraph after its neighbours).
std::size_t survivor(const PassState& state, const std::vector<Fingerprint>& copies, std::size_t begin,
                     std::size_t end) {
  std::size_t best = begin;
  if (state.is_text()) return best;
  for (std::size_t k = begin + 1; k < end; ++k) {
    if (state.out.choices[copies[k].block].score > state.out.choices[copies[best].block].score) best = k;
  }
  return best;
}

void drop_all_but_one(PassState& state, const std::vector<Fingerprint>& copies, std::size_t begin, std::size_t end) {
  const std::size_t stays = survivor(state, copies, begin, end);
  float highest = 0;
  for (std::size_t k = begin; k < end; ++k) highest = std::max(highest, state.out.choices[copies[k].block].score);
  state.out.choices[copies[stays].block].score = highest;
  for (std::size_t k = begin; k < end; ++k) {
    if (k != stays) state.exclude(copies[k].block, Category::duplicate);
  }
}

/// Whether lines of text that stand three times or more are the order of the text itself: an agenda's rooms, a form's
/// questions. All of them score as the article does, which lists of other articles and controls do not; no prose.
bool repeat_in_earnest(const PassState& state, const std::vector<Fingerprint>& copies, std::size_t begin,
                       std::size_t end) {
  constexpr std::size_t least_times = 3;
  constexpr float least_score = 0.5F;
  if (!state.is_text() || end - begin < least_times) return false;
  return std::all_of(copies.begin() + static_cast<std::ptrdiff_t>(begin),
                     copies.begin() + static_cast<std::ptrdiff_t>(end), [&](const Fingerprint& copy) {
                       return state.out.choices[copy.block].score >= least_score && !state.is_prose(copy.block);
                     });
}

}  // namespace

void drop_copies(PassState& state) {
  // Manuals repeat in earnest. In threads a quote repeats its post, but what stands twice is more often a modal's or a
  // mobile copy: wcxb forums .801 to .810.
  // Clean text does so, too: questions of an interview, times of a programme.
  if ((state.page_type == Verdict::documentation && !state.is_text()) || state.is_undisputed) return;
  std::vector<Fingerprint>& prints = state.out.scratch.fingerprints;
  prints.clear();
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (state.block(i).word_count < least_words_of_copy(state) || state.block(i).preformatted) continue;
    prints.push_back({measure::hash_words(state.words(i)), static_cast<std::uint32_t>(i)});
  }
  std::sort(prints.begin(), prints.end(), [](const Fingerprint& a, const Fingerprint& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.block < b.block;
  });
  for (std::size_t begin = 0; begin < prints.size();) {
    std::size_t end = begin + 1;
    while (end < prints.size() && prints[end].hash == prints[begin].hash) ++end;
    if (end - begin > 1 && !repeat_in_earnest(state, prints, begin, end)) drop_all_but_one(state, prints, begin, end);
    begin = end;
  }
}

}  // namespace pith::select
