// Passes before the decision that correct scores by what a block's own features cannot show: copies of it elsewhere,
// an end mark above it, the stretch of text it belongs to.

#include <algorithm>

#include "select/passes/passes.hpp"

namespace pith::select {
namespace {

std::uint64_t fingerprint_of(const PassState& state, std::size_t i) {
  const blocks::TextBlock& block = state.block(i);
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (std::uint32_t w = 0; w < block.word_count; ++w) {
    hash = (hash ^ state.in.blocks.words[block.first_word + w].hash) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 29U;
  }
  return hash;
}

/// Longer blocks that stand twice are copies; shorter ones may repeat in earnest. Figures of scoring.md.
std::uint32_t least_words_of_copy(const PassState& state) {
  return state.is_text() ? 10 : 25;
}

/// Which of the copies [begin, end) stays: in HTML the best scored (others are modals or mobile versions), in text the
/// first (the best scored one would move a paragraph behind its neighbours).
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
  for (std::size_t k = begin; k < end; ++k) {
    Choice& choice = state.out.choices[copies[k].block];
    choice.score = k == stays ? highest : 0.0F;
    if (k == stays) continue;
    choice.category = Category::duplicate;
    choice.decided_by = "copies";
  }
}

/// Whether the line is a heading such as "All comments" or "12 comments".
bool announces_comments(const PassState& state, std::size_t i) {
  const rules::PhraseMatch& match = state.in.matches.lines[i][static_cast<std::size_t>(Category::comments)];
  return (match.match >= rules::Match::prefix && match.share >= 0.5F) ||
         state.in.rules.category_words.announced_by(state.folded(i)) == Category::comments;
}

/// The first such line from `from` on; size() when there is none.
std::size_t first_comments_heading(const PassState& state, std::size_t from) {
  while (from < state.size() && !announces_comments(state, from)) ++from;
  return from;
}

/// Whether the mark at the end of a line is set off from the sentence before it: by a bracket or dash, or by standing
/// right behind a sentence end. Phrases are compared without punctuation, so the words alone could be the end of a
/// sentence.
bool stands_apart(const PassState& state, std::size_t i, const rules::PhraseMatch& mark) {
  const std::string_view line = state.text(i);
  const std::string_view phrase = state.in.rules.phrases[mark.phrase].text;
  for (const std::string_view closer : {")", "]", "-", "\u3011", "\uFF09", "\uFF3D", "\u2014", "\u2500"}) {
    if (line.ends_with(closer)) return true;
  }
  if (!line.ends_with(phrase)) return false;
  const std::string_view before = text::trim(line.substr(0, line.size() - phrase.size()));
  for (const std::string_view end : {"\u3002", "\uFF01", "\uFF1F", "\u201D", "\u2026"}) {
    if (before.ends_with(end)) return true;
  }
  return false;
}

}  // namespace

void drop_copies(PassState& state) {
  // Manuals repeat in earnest. In threads a quote repeats its post, but what stands twice is more often a modal's or a
  // mobile copy: wcxb forums .801 to .810.
  if (state.page_type == Verdict::documentation && !state.is_text()) return;
  std::vector<Fingerprint>& prints = state.out.scratch.fingerprints;
  prints.clear();
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (state.block(i).word_count < least_words_of_copy(state) || state.block(i).preformatted) continue;
    prints.push_back({fingerprint_of(state, i), static_cast<std::uint32_t>(i)});
  }
  std::sort(prints.begin(), prints.end(), [](const Fingerprint& a, const Fingerprint& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.block < b.block;
  });
  for (std::size_t begin = 0; begin < prints.size();) {
    std::size_t end = begin + 1;
    while (end < prints.size() && prints[end].hash == prints[begin].hash) ++end;
    if (end - begin > 1) drop_all_but_one(state, prints, begin, end);
    begin = end;
  }
}

void judge_tail_after_end_mark(PassState& state) {
  if (state.page_type == Verdict::forum) return;
  double all = 0;
  for (std::size_t i = 0; i < state.size(); ++i)
    all += static_cast<double>(state.out.choices[i].score) * state.block(i).word_count;
  double before = 0;
  for (std::size_t i = 0; i < state.size(); ++i) {
    before += static_cast<double>(state.out.choices[i].score) * state.block(i).word_count;
    const rules::PhraseMatch& mark = state.in.matches.lines[i][static_cast<std::size_t>(Category::end_mark)];
    const bool ends =
        mark.match == rules::Match::line || (mark.match == rules::Match::suffix && stands_apart(state, i, mark));
    // Half of the expected text must stand above: a mark higher up ends something else.
    if (!ends || before < 0.5 * all) continue;
    for (std::size_t j = i + 1; j < state.size(); ++j) {
      state.out.choices[j].score *= 0.15F;
      state.out.choices[j].decided_by = "tail after end mark";
    }
    return;
  }
}

void judge_readers_comments(PassState& state) {
  // In HTML the scores see the elements that hold the comments; in plain text they read like the article.
  if (!state.is_text() || state.page_type == Verdict::forum) return;
  constexpr float sure_of_article = 0.85F;
  constexpr float least_words_above = 60;  // fewer may be a deck above a link to the comments
  float words_above = 0;
  std::size_t heading = state.size();
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (state.out.choices[i].score >= sure_of_article) {
      words_above += state.block(i).weighted_words();
      heading = state.size();  // the article goes on: what was above was a link to the comments
    } else if (heading == state.size() && words_above >= least_words_above && announces_comments(state, i)) {
      heading = i;
    }
  }
  for (std::size_t i = heading; i < state.size(); ++i) {
    state.out.choices[i].score *= 0.3F;
    state.out.choices[i].decided_by = "readers' comments";
  }
}

void favour_main_segment(PassState& state) {
  // On plain Chinese and Japanese articles only: elsewhere it costs more than it gains (scoring.md, "Plain text").
  if (!state.is_text() || state.cjk_share <= mostly_cjk || state.page_type == Verdict::forum) return;
  constexpr double worth_keeping = 0.4;
  const BlockRun segment = greatest_run(state.size(), [&](std::size_t i) {
    return (static_cast<double>(state.out.choices[i].score) - worth_keeping) * state.block(i).word_count;
  });
  double all = 0;
  double inside = 0;
  for (std::size_t i = 0; i < state.size(); ++i) {
    const double expected = static_cast<double>(state.out.choices[i].score) * state.block(i).word_count;
    all += expected;
    if (i >= segment.begin && i < segment.end) inside += expected;
  }
  if (inside == 0) return;
  // Text that is spread over the page, as the posts of a thread, has no main segment (+.09 on Chinese forums) - unless
  // what follows is announced as comments.
  const bool spread = inside < 0.5 * all;
  const std::size_t from = spread ? first_comments_heading(state, segment.end) : 0;
  for (std::size_t i = from; i < state.size(); ++i) {
    if (i >= segment.begin && i < segment.end) continue;
    state.out.choices[i].score *= 0.3F;
    state.out.choices[i].decided_by = "outside the main segment";
  }
}

}  // namespace pith::select
