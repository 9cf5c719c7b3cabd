// What kind of page it is. It steers conventions (are posts the article?) and is the verdict; what the scores gain by a
// page's type the trees already have from its declared type and its address.

#include "select/passes/passes.hpp"
#include "select/type_weights.hpp"

namespace pith::select {
namespace {

/// As the caller knows it; `article` for pages of which nothing is known.
Verdict type_of(Expect kind) {
  switch (kind) {
    case Expect::automatic:
    case Expect::article:
      break;
    case Expect::forum:
      return Verdict::forum;
    case Expect::product:
      return Verdict::product;
    case Expect::listing:
      return Verdict::listing;
    case Expect::documentation:
      return Verdict::documentation;
  }
  return Verdict::article;
}

/// Plain text of a line or two has no marks of any type, which is not a mark of threads.
bool is_too_short_to_tell(const PassState& state) {
  constexpr float fewest_words = 30;  // weighted
  if (!state.is_text()) return false;
  float words = 0;
  for (std::size_t i = 0; i < state.size() && words < fewest_words; ++i) words += state.block(i).weighted_words();
  return words < fewest_words;
}

}  // namespace

void find_page_type(PassState& state) {
  if (!state.expects(Expect::automatic)) {
    state.page_type = state.out.verdict = type_of(state.in.facts.expect);
    return;
  }
  const PageEvidence evidence = find_evidence(state.in, state.model_scores, state.out.scratch.evidence);
  TypeGuess guess = guess_type(evidence, state.in.page.kind);
  if (guess.type != Verdict::article && is_too_short_to_tell(state)) guess = {Verdict::article, 1 - guess.probability};
  state.out.verdict = guess.type;
  state.out.verdict_confidence = guess.probability;
  // Conventions of forums and shops cost an article more than those of articles cost them.
  constexpr float least_trusted = 0.7F;
  if (guess.probability >= least_trusted) state.page_type = guess.type;
}

void find_verdict(PassState& state) {
  if (state.kept_words() > 0) return;
  std::size_t links = 0;
  for (std::size_t i = 0; i < state.size(); ++i) links += state.block(i).links;
  // 30 linked blocks without an article: fewer are the menu of a page that is merely empty.
  constexpr std::size_t links_of_a_listing = 30;
  state.out.verdict_confidence = 1;
  if (state.size() == 0) {
    state.out.verdict = Verdict::not_a_page;
  } else if (state.page_type == Verdict::removed || state.page_type == Verdict::blocked) {
    state.out.verdict = state.page_type;
  } else {
    const bool is_listing = links >= links_of_a_listing && !state.expects(Expect::article);
    state.out.verdict = is_listing ? Verdict::listing : Verdict::too_little_text;
  }
}

}  // namespace pith::select
