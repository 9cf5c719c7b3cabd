// A site's own policy text: cookie and privacy prose. It is well-formed prose, so scores take it for an article.

#include <algorithm>

#include "measure/greatest_run.hpp"
#include "select/passes/passes.hpp"
#include "text/text.hpp"
#include "text/word_lists.hpp"

namespace pith::select {
namespace {

/// How often "cookie" stands in the text, in any case: folding all prose to find out would cost more than all other
/// passes.
std::size_t count_cookies(std::string_view text) {
  constexpr std::string_view word = "cookie";
  const auto same = [](char a, char b) {
    return (static_cast<unsigned char>(a) | 0x20U) == static_cast<unsigned char>(b);
  };
  std::size_t count = 0;
  for (const char rare : {'k', 'K'}) {
    for (std::size_t at = text.find(rare); at != std::string_view::npos; at = text.find(rare, at + 1)) {
      if (at < 3 || at + 3 > text.size()) continue;
      const std::string_view around = text.substr(at - 3, word.size());
      count += std::equal(around.begin(), around.end(), word.begin(), word.end(), same) ? 1 : 0;
    }
  }
  return count;
}

/// Whether the block speaks of cookies as browsers have them: most languages use the English word for them.
bool speaks_of_cookies(PassState& state, std::size_t i) {
  // A block may be a whole article, which tells of one bakery or one browser. Policies name them in every sentence.
  constexpr std::size_t most_words_a_mention = 60;
  const std::size_t mentions = count_cookies(state.text(i));
  if (mentions == 0 || state.block(i).word_count > mentions * most_words_a_mention) return false;
  const bool is_long = state.text(i).size() > measure::longest_folded;
  const std::string_view folded = is_long ? state.fold(state.text(i)) : state.folded(i);
  return text::words_of(text::WordList::cookie_context).any_in(folded);
}

}  // namespace

void lower_cookie_prose(PassState& state) {
  // Fewer words are a sentence about cookies in an article, and a banner that the scores know.
  constexpr double least_words = 60;
  const auto value = [&](std::size_t i) {
    const double words = state.block(i).word_count;
    return speaks_of_cookies(state, i) ? words : -words;
  };
  const auto run = measure::greatest_run(state.size(), value, 0.0);
  if (run.sum < least_words) return;
  std::string headline(state.fold(state.in.facts.headline));
  if (state.out.title_block >= 0) headline += state.folded(static_cast<std::size_t>(state.out.title_block));
  if (text::words_of(text::WordList::policy_headline).any_in(headline)) return;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    state.lower(i, 0.1F);
    state.out.choices[i].category = Category::cookie_wall;
  }
}

}  // namespace pith::select
