// Covered text: a long block whose words all stand in other kept blocks, as when a page has its article once more as
// one line for machines. Copies of single blocks go earlier, by their hash.

#include <algorithm>

#include "measure/hashes.hpp"
#include "select/passes/passes.hpp"

namespace pith::select {
namespace {

constexpr std::size_t run_words = 5;

/// Hashes of all runs of five words in the block.
void append_runs(const PassState& state, std::size_t i, std::vector<std::uint64_t>& runs) {
  const std::span<const text::Word> words = state.words(i);
  for (std::size_t w = 0; w + run_words <= words.size(); ++w) {
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < run_words; ++k) hash = measure::mix_hash(hash, words[w + k].hash);
    runs.push_back(hash);
  }
}

}  // namespace

void drop_covered_text(PassState& state) {
  // 80 words, and a quarter of what is kept: shorter blocks may quote what stands elsewhere.
  constexpr std::uint32_t least_words = 80;
  constexpr double least_share = 0.25;
  constexpr double covered_share = 0.85;
  const auto kept_words = static_cast<double>(state.kept_words());
  for (std::size_t i = 0; i < state.size(); ++i) {
    const std::uint32_t words = state.block(i).word_count;
    if (!state.out.choices[i].kept || words < least_words || words < least_share * kept_words) continue;
    std::vector<std::uint64_t> others;
    for (std::size_t k = 0; k < state.size(); ++k) {
      if (k != i && state.out.choices[k].kept) append_runs(state, k, others);
    }
    if (others.empty()) continue;
    std::sort(others.begin(), others.end());
    std::vector<std::uint64_t> own;
    own.reserve(words);
    append_runs(state, i, own);
    const auto covered = std::count_if(own.begin(), own.end(), [&](std::uint64_t run) {
      return std::binary_search(others.begin(), others.end(), run);
    });
    if (static_cast<double>(covered) >= covered_share * static_cast<double>(own.size()))
      state.drop(i, Category::duplicate);
  }
}

}  // namespace pith::select
