// Text that is clean already: an article and nothing else, as a cleaned archive or an editor gives it. Models know
// pages, where an article's ends are next to boilerplate, and doubt what stands at the ends of a text. A page begins
// with its menus and ends with its footer; clean text begins and ends with prose. (Of 1,043 gold articles 93 to 99 %
// have at most three other lines before their prose and two after it, of the pages they stand on 0 to 5 %.) Nor is the
// model sure of anything in it that it is boilerplate, which it is of menus and footers: is_undisputed().

#include <algorithm>
#include <string_view>
#include <vector>

#include "measure/phrase_category.hpp"
#include "select/passes/signs.hpp"
#include "text/sentence.hpp"

namespace pith::select {
namespace {

constexpr float sure = 0.9F;
constexpr float surely_boilerplate = 0.1F;

/// What stands around the prose of a page.
struct Surroundings {
  std::size_t first = 0, last = 0;  ///< prose blocks
  std::size_t prose = 0;            ///< how many
  std::size_t before = 0, after = 0;
  std::size_t signs = 0;  ///< lines that are boilerplate by their words
};

bool is_shown(const PassState& state, std::size_t i) {
  return state.block(i).hidden == 0 && state.block(i).word_count > 0;
}

bool is_shown_prose(const PassState& state, std::size_t i) {
  return is_shown(state, i) && state.is_prose(i);
}

Surroundings surroundings_of(PassState& state, const std::vector<bool>& signs) {
  Surroundings around;
  around.first = state.size();
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (signs[i]) ++around.signs;
    if (signs[i] || !is_shown_prose(state, i)) continue;
    around.first = std::min(around.first, i);
    around.last = i;
    ++around.prose;
  }
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (signs[i] || !is_shown(state, i)) continue;
    if (i < around.first) ++around.before;
    if (i > around.last) ++around.after;
  }
  return around;
}

/// Links to elsewhere are the surest mark of a page.
bool has_links(const PassState& state) {
  constexpr double most = 0.1;
  double letters = 0;
  double linked = 0;
  std::size_t links_alone = 0;
  for (std::size_t i = 0; i < state.size(); ++i) {
    letters += state.block(i).letters;
    linked += state.block(i).linked_letters;
    if (state.block(i).link_density() >= 0.5F) ++links_alone;
  }
  return linked > most * letters || links_alone > 2;
}

/// Whether more lines stand above the prose than a text has, signs of boilerplate among them.
bool begins_with_menu(const PassState& state) {
  constexpr std::size_t most = 8;
  std::size_t before = 0;
  for (std::size_t i = 0; i < state.size() && before < most; ++i) {
    if (is_shown_prose(state, i)) return false;
    if (is_shown(state, i)) ++before;
  }
  return true;
}

/// Prose has most of the letters, there is enough of it to be an article, and the scores hold most of it for one.
bool is_mostly_prose(const PassState& state) {
  constexpr double least_share = 0.5;
  constexpr double least_words = 85;  // weighted
  constexpr double least_score = 0.5;
  double letters = 0;
  double prose = 0;
  double words = 0;
  double expected = 0;
  for (std::size_t i = 0; i < state.size(); ++i) {
    letters += state.block(i).letters;
    if (!is_shown_prose(state, i)) continue;
    const auto own = static_cast<double>(state.block(i).weighted_words());
    prose += state.block(i).letters;
    words += own;
    expected += own * static_cast<double>(state.out.choices[i].score);
  }
  return prose >= least_share * letters && words >= least_words && expected >= least_score * words;
}

bool is_like_sentence(const PassState& state, std::size_t i) {
  return state.is_prose(i) || text::ends_with_mark(state.text(i), text::ends_of_short_blocks);
}

/// Whether nothing but the model's doubt speaks against the block: no pass did, and the doubt is not certainty.
bool may_be_lifted(const PassState& state, std::size_t i, float least) {
  constexpr float least_of_sentence = 0.03F;
  return state.is_left_to_score(i) &&
         state.out.choices[i].model_score >= (is_like_sentence(state, i) ? std::min(least_of_sentence, least) : least);
}

/// Where a list of other articles or the readers' comments begin, below prose that is no sign; size() when nowhere.
/// "More videos" with prose below it is a box in the text.
std::size_t end_of_text(PassState& state, const std::vector<bool>& signs) {
  std::size_t last = 0;
  for (std::size_t i = 0; i < state.size(); ++i) last = !signs[i] && is_shown_prose(state, i) ? i : last;
  bool has_prose = false;
  for (std::size_t i = 0; i < state.size(); ++i) {
    has_prose = has_prose || (!signs[i] && is_shown_prose(state, i));
    const bool by_phrase = measure::list_headed_by(state.in.matches.lines[i]) != Category::content;
    if (has_prose && (by_phrase || announces_comments(state, i))) return i;
    if (has_prose && i > last && heads_list(state, i)) return i;
  }
  return state.size();
}

bool is_clean(const Surroundings& around) {
  constexpr std::size_t most_before = 3;  // headline, deck, byline
  constexpr std::size_t most_after = 2;   // a closing word, a signature
  constexpr std::size_t most_signs = 4;
  return around.prose > 0 && around.before <= most_before && around.after <= most_after && around.signs <= most_signs &&
         around.signs <= around.prose;
}

/// Whether a plain text neither begins nor ends with a line that the model is sure of, and begins with one that it
/// takes for text. Of 4,000 pages as plain text five are like that, whatever stands between, and nine tenths of what
/// else they have is of their gold text.
bool has_ends_of_text(const PassState& state) {
  constexpr std::size_t fewest = 5;
  constexpr std::size_t head = 2;
  constexpr std::size_t tail = 3;
  constexpr std::size_t beginning = 3;
  constexpr float like_text = 0.4F;
  if (state.size() < fewest) return false;
  const auto score = [&](std::size_t i) { return state.out.choices[i].model_score; };
  float highest = 0;
  for (std::size_t i = 0; i < beginning; ++i) highest = std::max(highest, score(i));
  bool has_sure = false;
  for (std::size_t i = 0; i < head; ++i) has_sure = has_sure || score(i) < surely_boilerplate;
  for (std::size_t i = state.size() - tail; i < state.size(); ++i) has_sure = has_sure || score(i) < surely_boilerplate;
  return highest >= like_text && !has_sure;
}

/// Whether the words of the line say that it is boilerplate, alone or as evidence.
bool is_named_boilerplate(PassState& state, std::size_t i) {
  return sign_of_boilerplate(state, i) != Category::content || heads_list(state, i) ||
         rules::named_alone(state.in.rules, state.folded(i)) != Category::content;
}

/// Whether a plain text begins with a line that the model may take for text, and at most one line in a hundred is
/// boilerplate by its words: a page has menus above its text, or "Contact us" below it. Of 3,900 pages as plain text
/// nine are like that which has_ends_of_text() does not know, of 2,160 answers given in again 24.
bool names_nothing(PassState& state) {
  constexpr std::size_t fewest = 20;  // lines: of a few, none tells little
  constexpr std::size_t beginning = 3;
  constexpr float like_text = 0.3F;
  constexpr std::size_t lines_for_one = 100;
  if (!state.is_text() || state.size() < fewest) return false;
  float highest = 0;
  for (std::size_t i = 0; i < beginning; ++i) highest = std::max(highest, state.out.choices[i].model_score);
  if (highest < like_text) return false;
  const std::size_t most = state.size() / lines_for_one;
  std::size_t named = 0;
  for (std::size_t i = 0; i < state.size() && named <= most; ++i) named += is_named_boilerplate(state, i) ? 1U : 0U;
  return named <= most;
}

/// What a line that is no sentence must score: entries of menus score less.
float least_of_clean_line(PassState& state) {
  if (!state.is_undisputed) return 0.2F;
  return names_nothing(state) ? 0.0F : 0.06F;
}

/// The block below the last that is a sentence, or that the model may take for text.
std::size_t end_of_doubt(const PassState& state) {
  std::size_t end = state.size();
  while (end > 0 && state.out.choices[end - 1].model_score < surely_boilerplate && !is_like_sentence(state, end - 1))
    --end;
  return end;
}

}  // namespace

bool is_undisputed(PassState& state) {
  constexpr double most_share = 0.05;
  constexpr std::size_t fewest = 12;  // lines: of a few, none tells little
  if (state.is_text() && has_ends_of_text(state)) return true;
  if (state.size() < fewest) return false;
  std::size_t sure_lines = 0;
  for (std::size_t i = 0; i < state.size(); ++i)
    sure_lines += state.out.choices[i].model_score < surely_boilerplate ? 1 : 0;
  if (static_cast<double>(sure_lines) <= most_share * static_cast<double>(state.size())) return true;
  return names_nothing(state);
}

void keep_clean_text(PassState& state) {
  if (state.page_type == Verdict::forum || state.page_type == Verdict::product) return;
  if (state.options.leaning == Leaning::precise) return;  // who would rather lose a line gets what the scores say
  // Most pages are told by their links or their menus, before any line is searched for signs.
  if (has_links(state)) return;
  if (!state.is_undisputed && (begins_with_menu(state) || !is_mostly_prose(state))) return;
  std::vector<bool> signs(state.size());
  for (std::size_t i = 0; i < state.size(); ++i)
    signs[i] = sign_of_boilerplate(state, i) != Category::content || is_command_row(state, i) ||
               is_top_menu(state, i) || is_bar_of_entries(state, i);
  if (!state.is_undisputed && !is_clean(surroundings_of(state, signs))) return;
  const std::size_t end = std::min(end_of_text(state, signs), end_of_doubt(state));
  const float least = least_of_clean_line(state);
  for (std::size_t i = 0; i < end; ++i) {
    if (signs[i] || !is_shown(state, i) || state.out.choices[i].score >= sure) continue;
    if (may_be_lifted(state, i, least)) state.lift(i, sure);
  }
}

}  // namespace pith::select
