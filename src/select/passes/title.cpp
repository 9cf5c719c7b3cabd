// Passes about the headline: where it stands, its repetitions, and a deck that only repeats the first paragraphs.

#include <algorithm>
#include <functional>

#include "measure/prose.hpp"
#include "select/passes/passes.hpp"
#include "select/passes/title_line.hpp"

namespace pith::select {
namespace {

/// How much a block looks like the page's headline; 0: not at all.
int headline_likeness(const PassState& state, std::size_t i, std::string_view headline) {
  const std::string_view text = state.folded(i);
  const blocks::TextBlock& block = state.block(i);
  if (text.empty() || block.word_count == 0) return 0;
  const bool is_heading = block.kind == BlockKind::heading && block.level <= 2;
  if (headline.empty()) return is_heading && block.level == 1 ? 2 : 0;
  if (text == headline) return is_heading ? 6 : 4;
  const bool longer = text.size() > headline.size();
  const std::string_view part = longer ? headline : text;
  const std::string_view whole = longer ? text : headline;
  const bool mostly_same = part.size() * 10 >= whole.size() * 6 && whole.find(part) != std::string::npos;
  if (mostly_same) return is_heading ? 5 : 3;
  return is_heading && block.level == 1 ? 2 : 0;
}

/// Valid until the next use of the scratch.
std::string_view fold(PassState& state, std::string_view text) {
  std::string& folded = state.out.scratch.text;
  folded.clear();
  text::append_folded(text, folded);
  return folded;
}

void find_html_title(PassState& state) {
  const std::string_view headline = fold(state, state.in.facts.headline);
  int best = 0;
  for (std::size_t i = 0; i < state.size(); ++i) {
    const int value = headline_likeness(state, i, headline);
    if (value > best) {
      best = value;
      state.out.title_block = static_cast<std::int32_t>(i);
    }
  }
}

void drop_repeat(PassState& state, std::size_t i, const char* pass, Category category) {
  state.out.choices[i].score = 0;
  state.out.choices[i].category = category;
  state.out.choices[i].decided_by = pass;
}

/// The score from which on the headline is printed as part of the text.
float least_title_score(const PassState& state) {
  // A headline is few words, so the cut hardly feels it; readers miss it more than they mind it. Printed from .2 on,
  // wcxb gains .002, news .006 and magic-article .004 over printing it always; zh is unchanged.
  constexpr float usual = 0.2F;
  if (state.options.leaning == Leaning::complete) return 0.0F;
  // Found by its words among plain Chinese lines it is right nine times in ten, whatever its score: zh +.010.
  return state.is_text() && state.cjk_share > mostly_cjk ? 0.0F : usual;
}

}  // namespace

void find_title(PassState& state) {
  if (state.is_text()) {
    state.out.title_block = find_title_line(state);
  } else {
    find_html_title(state);
  }
}

void judge_title(PassState& state) {
  if (state.out.title_block < 0) return;
  const float score = state.out.choices[static_cast<std::size_t>(state.out.title_block)].score;
  state.out.title_in_text = score >= least_title_score(state);
}

void drop_title_repeats(PassState& state) {
  if (state.out.title_block < 0) return;
  const auto title = static_cast<std::size_t>(state.out.title_block);
  if (state.block(title).word_count < 2) return;
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (i != title && state.folded(i) == state.folded(title))
      drop_repeat(state, i, "title repeats", Category::duplicate);
  }
}

void drop_site_names(PassState& state) {
  // Names are a few words long; a whole <title> may be a name, but then it is the headline too.
  constexpr std::uint32_t most_letters = 24;
  const std::string_view title = fold(state, state.in.facts.title);
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (measure::is_prose(state.block(i))) return;  // further down a name may be a signature or a source
    const std::string_view name = state.folded(i);
    if (static_cast<std::int32_t>(i) == state.out.title_block || name.empty()) continue;
    if (state.block(i).letters <= most_letters && name.size() < title.size() && title.ends_with(name)) {
      drop_repeat(state, i, "site name", Category::site_chrome);
    }
  }
}

void drop_deck_repeats(PassState& state) {
  if (state.out.title_block < 0) return;
  const auto title = static_cast<std::size_t>(state.out.title_block);
  // A deck follows the title within a few lines; what it repeats follows within a few more.
  constexpr std::size_t deck_reach = 6;
  constexpr std::size_t repeated_reach = 6;
  constexpr std::size_t least_bytes = 24;
  std::string& following = state.out.scratch.text;
  for (std::size_t i = title + 1; i < std::min(state.size(), title + 1 + deck_reach); ++i) {
    const std::string_view deck = state.folded(i);
    if (deck.size() < least_bytes) continue;
    following.clear();
    for (std::size_t j = i + 1; j < std::min(state.size(), i + 1 + repeated_reach); ++j) {
      // A copy that no reader sees (print version, modal) repeats nothing: the one that is shown stays.
      if (state.block(j).hidden != 0 || state.folded(j) == state.folded(title)) continue;
      following += state.folded(j);
    }
    const std::boyer_moore_horspool_searcher repeated(deck.begin(), deck.end());
    if (std::search(following.begin(), following.end(), repeated) != following.end())
      drop_repeat(state, i, "deck repeats", Category::duplicate);
  }
}

}  // namespace pith::select
