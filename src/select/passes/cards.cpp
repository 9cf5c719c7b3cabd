// Cards: rows of teasers, each a headline that links elsewhere and a line or two of what stands there. The headlines go
// by their links; the summaries read like the article's own paragraphs, and go with them.

#include "select/passes/signs.hpp"

namespace pith::select {
namespace {

/// A headline that was dropped, and the summary below it, which may be kept.
struct Card {
  std::int32_t row = -1;  ///< the container that holds all cards
  std::uint32_t begin = 0, end = 0;
};

bool is_dropped_headline(const PassState& state, std::size_t i) {
  constexpr float longest = 30;  // weighted words
  const blocks::TextBlock& block = state.block(i);
  return !state.out.choices[i].kept && block.hidden == 0 && block.link_density() >= 0.9F && block.word_count >= 2 &&
         block.weighted_words() <= longest;
}

/// The deepest container around both blocks.
std::int32_t common_container(const PassState& state, std::uint32_t first, std::uint32_t second) {
  const auto& containers = state.in.blocks.containers;
  auto c = static_cast<std::int32_t>(state.block(first).container);
  while (c >= 0 && second >= containers[static_cast<std::size_t>(c)].end_block)
    c = containers[static_cast<std::size_t>(c)].parent;
  return c;
}

/// Cards of the page, in order.
std::vector<Card> find_cards(const PassState& state) {
  constexpr std::uint32_t most_blocks = 6;  // of a card: headline, date, summary, "more"
  constexpr float shortest_summary = 10;    // weighted words; less is an entry of a list
  constexpr float longest_summary = 80;
  std::vector<Card> cards;
  const auto& containers = state.in.blocks.containers;
  for (std::uint32_t i = 0; i + 1 < state.size(); ++i) {
    if (!is_dropped_headline(state, i)) continue;
    const std::int32_t item = common_container(state, i, i + 1);
    if (item <= 0) continue;
    const blocks::Container& card = containers[static_cast<std::size_t>(item)];
    if (card.end_block - card.first_block > most_blocks) continue;
    float words = 0;
    for (std::uint32_t b = card.first_block; b < card.end_block; ++b) {
      if (state.out.choices[b].kept || state.is_prose(b)) words += state.block(b).weighted_words();
    }
    const page::Tag row = card.parent < 0 ? page::Tag::none : containers[static_cast<std::size_t>(card.parent)].tag;
    if (words >= shortest_summary && words <= longest_summary && row != page::Tag::ol)
      cards.push_back({card.parent, card.first_block, card.end_block});
    i = card.end_block - 1;
  }
  return cards;
}

}  // namespace

void drop_cards(PassState& state) {
  constexpr std::size_t fewest = 3;
  constexpr double most_share = 0.4;       // of the kept letters
  constexpr float sure_of_article = 0.8F;  // on other pages the cards are what is shown
  if (state.is_text() || state.out.verdict != Verdict::article || state.out.verdict_confidence < sure_of_article)
    return;
  const std::vector<Card> cards = find_cards(state);
  const auto all = static_cast<double>(state.kept_letters());
  for (std::size_t begin = 0; begin < cards.size();) {
    std::size_t end = begin;
    double letters = 0;
    for (; end < cards.size() && cards[end].row == cards[begin].row; ++end)
      letters += static_cast<double>(state.kept_letters(cards[end].begin, cards[end].end));
    if (end - begin >= fewest && letters > 0 && letters <= most_share * all) {
      for (std::size_t k = begin; k < end; ++k) {
        for (std::uint32_t b = cards[k].begin; b < cards[k].end; ++b) {
          if (state.out.choices[b].kept) state.drop(b, Category::related);
        }
      }
    }
    begin = end;
  }
}

}  // namespace pith::select
