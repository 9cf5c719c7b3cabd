// Pages in place of an article: "page not found", "deleted by its author", robot checks, refusals, walls of consent.
// The lines are known by their patterns in the languages of the packs, and count only where no article stands beside
// them.

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "select/passes/signs.hpp"
#include "text/text.hpp"

namespace pith::select {
namespace {

/// Words of prose and of short unlinked lines: a stop page has few.
double words_beside_links(const PassState& state) {
  double words = 0;
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (state.block(i).link_density() < 0.5F && state.block(i).hidden == 0) {
      words += static_cast<double>(state.block(i).weighted_words());
    }
  }
  return words;
}

double kept_words(const PassState& state) {
  double words = 0;
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (state.out.choices[i].kept) words += static_cast<double>(state.block(i).weighted_words());
  }
  return words;
}

bool has_title(PassState& state, rules::PatternUse use) {
  std::string title;
  text::append_folded(state.in.facts.title, title);
  return fits_pattern(state, use, title);
}

constexpr rules::AttributeGroups banners = rules::attribute_groups({"cookie", "popup"});

/// Whether the page has an article beside its banners: sentences outside of them that the model is sure of.
bool has_text_beside_banners(const PassState& state) {
  constexpr float sure = 0.85F;
  constexpr int fewest = 2;
  int sentences = 0;
  for (std::size_t i = 0; i < state.size() && sentences < fewest; ++i) {
    const bool is_sure = state.out.choices[i].kept && state.out.choices[i].model_score >= sure && state.is_prose(i);
    if (is_sure && !stands_in(state, i, banners)) ++sentences;
  }
  return sentences == fewest;
}

/// What lines say that an article is gone, or that the reader was stopped.
struct Stop {
  Verdict verdict;
  rules::PatternUse whole;      ///< says so by itself
  rules::PatternUse what, how;  ///< say so together, in any order: no list of sentences knows all wordings
};
constexpr Stop stops[] = {
    {Verdict::removed, rules::PatternUse::removed, rules::PatternUse::removed_what, rules::PatternUse::removed_how},
    {Verdict::blocked, rules::PatternUse::blocked, rules::PatternUse::blocked_what, rules::PatternUse::blocked_how}};

/// Fits the patterns to lines; `is_short_page`: so short that a line which has both parts of a stop is one.
bool fits(PassState& state, const Stop& stop, std::string_view folded, bool is_short_page) {
  return fits_pattern(state, stop.whole, folded) || (is_short_page && fits_both(state, stop.what, stop.how, folded));
}

bool has_line(PassState& state, const Stop& stop, bool is_short_page) {
  // A short report with a banner of consent above it is no stop page.
  std::optional<bool> has_text;
  const auto is_of_banner = [&](std::size_t line) {
    if (!stands_in(state, line, banners)) return false;
    if (!has_text) has_text = has_text_beside_banners(state);
    return *has_text;
  };
  for (std::size_t i = 0; i < state.size(); ++i) {
    // Links to other pages say what those are.
    if (state.block(i).link_density() >= 0.5F) continue;
    if (fits(state, stop, state.folded(i), is_short_page) && !is_of_banner(i)) return true;
  }
  return false;
}

}  // namespace

void drop_all_of_stop_page(PassState& state) {
  // 120 words in all, or 60 that would be kept: notes and reports are longer. A title is surer than a line: what is
  // kept of such a page is its footer.
  constexpr double most_words = 120;
  constexpr double most_kept = 60;
  constexpr double most_kept_of_short = 30;
  if (words_beside_links(state) > most_words) return;
  const double kept = kept_words(state);
  const auto says = [&](const Stop& stop) {
    return has_title(state, stop.whole) || (kept <= most_kept && has_line(state, stop, kept <= most_kept_of_short));
  };
  const auto found = std::find_if(std::begin(stops), std::end(stops), says);
  if (found == std::end(stops)) return;
  state.page_type = found->verdict;
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (state.out.choices[i].kept) state.drop(i, Category::other);
  }
  state.out.expected_f1 = 0;
  state.out.title_in_text = false;
}

}  // namespace pith::select
