// What the caller asked for: captions, readers' comments, credits.

#include "select/passes/passes.hpp"

namespace pith::select {

void apply_keep_options(PassState& state) {
  const Options& options = state.options;
  for (std::size_t i = 0; i < state.size(); ++i) {
    Choice& choice = state.out.choices[i];
    if (choice.kept && state.block(i).kind == BlockKind::caption && !options.keep_captions) {
      state.drop(i, Category::caption);
    }
    const bool asked_for = (options.keep_comments && choice.category == Category::comments) ||
                           (options.keep_credits && credits.has(choice.category));
    if (!choice.kept && asked_for) state.keep(i);
  }
}

}  // namespace pith::select
