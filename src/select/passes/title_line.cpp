// A scraper leaves no mark on the headline. What tells it from the menus, bylines and decks around it is that the
// article's text uses its words again. On the lines of the corpora this finds three times as many headlines as the best
// scored line above the text does.

#include "select/passes/title_line.hpp"

#include <algorithm>
#include <span>

#include "measure/phrase_category.hpp"
#include "measure/topic_words.hpp"
#include "select/passes/signs.hpp"
#include "text/sentence.hpp"
#include "text/source_code.hpp"

namespace pith::select {
namespace {

/// Lines above the text that may be the headline, and lines of text that are searched for its words.
constexpr std::size_t reach_above = 20;
constexpr std::size_t reach_below = 40;

/// Triangles point at the picture that a caption of a Chinese paper stands below.
bool is_caption(std::string_view line) {
  return line.starts_with("\u25B2") || line.starts_with("\u25B3") || line.starts_with("\u25BC");
}

/// "std::vector and std::array" may be a headline, but not amid code.
bool stands_in_code(const PassState& state, std::size_t i) {
  const auto is_code = [&state](std::size_t line) { return text::is_code_line(state.text(line)); };
  return is_code(i) && (i == 0 || is_code(i - 1)) && i + 1 < state.size() && is_code(i + 1);
}

bool could_be_title(PassState& state, std::size_t i) {
  const blocks::TextBlock& block = state.block(i);
  if (is_caption(state.text(i)) || is_date_line(state.text(i)) || stands_in_code(state, i)) return false;
  // Seven: shorter Chinese lines are names of sites and columns, and entries of menus.
  const std::uint32_t least_letters = block.cjk_words > 0 ? 7 : 4;
  if (state.folded(i).empty() || block.letters < least_letters || block.letters > 160 || block.word_count < 2)
    return false;
  if (measure::phrase_category(state.in.matches.lines[i]) != Category::content) return false;
  if (state.out.choices[i].category != Category::content || is_dated(state.text(i))) return false;
  if (is_named_credit(state, i) || is_menu_line(state, i) || is_top_menu(state, i)) return false;
  if (is_command_row(state, i)) return false;
  if (fits_pattern(state, rules::PatternUse::everyday, state.folded(i))) return false;
  return state.text(i).find("http") == std::string_view::npos;
}

/// Prose that the scores hold for article text.
bool is_article_text(const PassState& state, std::size_t i) {
  return state.is_prose(i) && state.out.choices[i].score >= 0.4F;
}

/// Index of the first line of article text; size() when there is none. Long headlines are prose by their words, but do
/// not end as sentences do.
std::size_t first_prose(PassState& state) {
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (is_article_text(state, i) &&
        (text::ends_with_mark(state.text(i), text::not_of_headlines) || !could_be_title(state, i)))
      return i;
  }
  return state.size();
}

using Terms = std::vector<std::uint64_t>;

/// Appends what the line is about.
void append_terms(const PassState& state, std::size_t i, Terms& terms) {
  const std::span<const text::Word> words = state.words(i);
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::uint64_t term = measure::topic_word(words, w);
    if (term != 0) terms.push_back(term);
  }
}

void sort_unique(Terms& terms) {
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}

Terms terms_of_text(const PassState& state, std::size_t prose) {
  Terms terms;
  for (std::size_t i = prose; i < std::min(state.size(), prose + reach_below); ++i) {
    if (is_article_text(state, i)) append_terms(state, i, terms);
  }
  sort_unique(terms);
  return terms;
}

/// Whether the line stands more than once in the page.
bool is_repeated(const PassState& state, std::size_t i) {
  for (std::size_t k = 0; k < state.size(); ++k) {
    if (k != i && state.folded(k) == state.folded(i)) return true;
  }
  return false;
}

/// How much the line looks like the headline of the text with these terms.
float likeness(const PassState& state, std::size_t i, const Terms& in_text) {
  Terms terms;
  append_terms(state, i, terms);
  sort_unique(terms);
  std::size_t found = 0;
  for (const std::uint64_t term : terms) found += std::binary_search(in_text.begin(), in_text.end(), term);
  // Many words of the line, and most of them.
  float value = terms.empty() ? 0.0F : static_cast<float>(found * found) / static_cast<float>(terms.size());
  if (text::ends_with_mark(state.text(i), text::not_of_headlines) || state.is_prose(i))
    value *= 0.5F;                                        // a deck, or a teaser
  if (found > 1 && is_repeated(state, i)) value += 2.0F;  // as caption, as breadcrumb
  if (state.block(i).kind == BlockKind::heading) value += 1.0F;
  return value + state.out.choices[i].score;
}

}  // namespace

std::int32_t find_title_line(PassState& state) {
  const std::size_t prose = first_prose(state);
  if (prose == state.size()) return -1;
  const Terms in_text = terms_of_text(state, prose);
  std::int32_t best = -1;
  float most = 0;
  for (std::size_t i = prose > reach_above ? prose - reach_above : 0; i < prose; ++i) {
    if (!could_be_title(state, i)) continue;
    const float value = likeness(state, i, in_text);
    if (value <= most) continue;
    most = value;
    best = static_cast<std::int32_t>(i);
  }
  return best;
}

}  // namespace pith::select
