// Posts of a thread in plain text that stand between rows of buttons: "Share Improve this answer Follow", "Reply 12".
// The scores of short answers are those of teasers; the buttons below them say that they are posts.

#include "select/passes/signs.hpp"
#include "text/sentence.hpp"

namespace pith::select {
namespace {

bool is_row_of_controls(const PassState& state, std::size_t i) {
  return is_command_row(state, i) ||
         state.in.rules.category_words.comment_mark(state.folded(i)) == rules::CommentMark::controls;
}

/// Whether a line above says the same: the title of the thread stands above each post.
bool is_title_again(const PassState& state, std::size_t i) {
  for (std::size_t above = 0; above < i; ++above) {
    if (state.folded(above) == state.folded(i)) return true;
  }
  return false;
}

}  // namespace

void keep_thread_posts(PassState& state) {
  constexpr float least_score = 0.08F;
  constexpr float fewest_words = 4;  // weighted: fewer are a title, a quoted one, a word of thanks
  constexpr std::size_t fewest_rows = 2;
  if (!state.is_text() || state.page_type != Verdict::forum || state.options.leaning == Leaning::precise) return;
  std::size_t rows = 0;
  for (std::size_t i = 0; i < state.size() && rows < fewest_rows; ++i) rows += is_row_of_controls(state, i) ? 1U : 0U;
  if (rows < fewest_rows) return;
  for (std::size_t i = 0; i + 1 < state.size(); ++i) {
    const Choice& choice = state.out.choices[i];
    const bool is_sentence = text::ends_with_mark(state.text(i), text::ends_of_blocks);
    if (choice.kept || !is_sentence || !state.is_left_to_score(i) || choice.model_score < least_score) continue;
    if (state.block(i).weighted_words() < fewest_words || is_title_again(state, i) || has_path_mark(state.text(i)))
      continue;
    if (is_row_of_controls(state, i + 1) && sign_of_boilerplate(state, i) == Category::content) state.keep(i);
  }
}

}  // namespace pith::select
