// Lines that other pages of the site have too are not this page's article, however much they read like it.

#include "select/passes/passes.hpp"

namespace pith::select {
namespace {

// Measured on hosts with five and more pages of daniel, HTML .929 to .944, lines .883 to .922, and on pages with at
// least one sibling of eight other sets, where nothing may be lost.

/// Two other pages are proof; one may be a teaser, or an article that quotes this one.
constexpr float factor_of_one_witness = 0.6F;
constexpr float factor_of_more = 0.1F;
/// Where so much of the prose repeats, the pages are versions of each other, and no witnesses.
constexpr double most_repeated = 0.66;
constexpr float shortest_prose = 20;  // words

/// The share of the expected words in longer blocks that stands in repeated ones.
double repeated_share(const PassState& state) {
  double all = 0;
  double repeated = 0;
  for (std::size_t i = 0; i < state.size(); ++i) {
    const float words = state.block(i).weighted_words();
    const double expected = static_cast<double>(state.out.choices[i].score) * static_cast<double>(words);
    all += expected;
    if (state.in.witnesses[i] > 0 && words >= shortest_prose) repeated += expected;
  }
  return all > 0 ? repeated / all : 0;
}

}  // namespace

void lower_site_repeats(PassState& state) {
  // Cards and standing terms of sale are the text of products and listings, and repeat in earnest.
  if (state.page_type == Verdict::product || state.page_type == Verdict::listing) return;
  if (state.in.witnesses.empty() || repeated_share(state) > most_repeated) return;
  for (std::size_t i = 0; i < state.size(); ++i) {
    const std::uint8_t witnesses = state.in.witnesses[i];
    if (witnesses == 0 || static_cast<std::int32_t>(i) == state.out.title_block) continue;
    state.lower(i, witnesses == 1 ? factor_of_one_witness : factor_of_more);
  }
}

}  // namespace pith::select
