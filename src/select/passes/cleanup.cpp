// Passes after the decision: conventions about labelled lines, the caller's keep options.

#include <algorithm>

#include "measure/phrase_category.hpp"
#include "select/passes/passes.hpp"

namespace pith::select {
namespace {

void drop(PassState& state, std::size_t i, const char* pass, Category category) {
  state.out.choices[i].kept = false;
  state.out.choices[i].category = category;
  state.out.choices[i].decided_by = pass;
}

/// Lines that name people, sources or dates: metadata rather than text, unless the caller keeps them.
bool is_credit(Category category) {
  return category == Category::source_line || category == Category::credit_line || category == Category::date_line;
}

/// A line that a phrase names as boilerplate, short enough that the phrase speaks for all of it.
bool is_labelled_boilerplate(const PassState& state, std::size_t i, Category category) {
  // 30 words: longer lines that begin like a notice are as often prose about it.
  constexpr float longest_label = 30;
  constexpr float sure_of_article = 0.97F;
  if (state.block(i).weighted_words() > longest_label) return category == Category::disclaimer;
  const bool may_be_heading = state.block(i).kind == BlockKind::heading;
  return !may_be_heading || state.out.choices[i].score < sure_of_article;
}

bool closes_sentence(std::string_view text) {
  constexpr std::string_view ends[] = {".", "!", "\u3002", "\uFF01"};
  return std::any_of(std::begin(ends), std::end(ends), [&](std::string_view end) { return text.ends_with(end); });
}

/// "Read more: The ferry": the heading of a list of other articles, a colon, and one of them.
bool is_pointer(PassState& state, std::size_t i) {
  // 45 bytes: "You may also be interested in"; 15 CJK characters.
  constexpr std::size_t longest_heading = 45;
  constexpr float longest_headline = 30;  // weighted words
  const blocks::TextBlock& block = state.block(i);
  const bool is_headline = state.is_text() ? !closes_sentence(block.text) : block.link_density() >= 0.5F;
  if (block.weighted_words() > longest_headline || !is_headline) return false;
  for (const std::string_view colon : {":", "\uFF1A", "|", "\uFF5C"}) {
    const std::size_t at = state.text(i).substr(0, longest_heading).find(colon);
    if (at == std::string_view::npos) continue;
    const rules::LineMatches found =
        rules::match_line(state.in.rules, state.text(i).substr(0, at), state.out.scratch.text);
    if (measure::list_headed_by(found) != Category::content) return true;
  }
  return false;
}

}  // namespace

void drop_labelled_lines(PassState& state) {
  // In threads, manuals and shop pages such lines ("Related", "Reply") are part of what is kept or were scored low.
  if (state.page_type != Verdict::article) return;
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (!state.out.choices[i].kept || static_cast<std::int32_t>(i) == state.out.title_block) continue;
    if (is_pointer(state, i)) {
      drop(state, i, "labelled lines", Category::related);
      continue;
    }
    const Category category = measure::phrase_category(state.in.matches.lines[i]);
    if (category == Category::content) continue;
    if (is_credit(category) && state.options.keep_credits) continue;
    if (is_labelled_boilerplate(state, i, category)) drop(state, i, "labelled lines", category);
  }
}

void apply_keep_options(PassState& state) {
  const Options& options = state.options;
  for (std::size_t i = 0; i < state.size(); ++i) {
    Choice& choice = state.out.choices[i];
    if (choice.kept && state.block(i).kind == BlockKind::caption && !options.keep_captions) {
      drop(state, i, "options", Category::caption);
    }
    const bool asked_for = (options.keep_comments && choice.category == Category::comments) ||
                           (options.keep_credits && is_credit(choice.category));
    if (choice.kept || !asked_for) continue;
    choice.kept = true;
    choice.decided_by = "options";
  }
}

}  // namespace pith::select
