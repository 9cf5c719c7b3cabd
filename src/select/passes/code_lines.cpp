// Code in plain text: a scraper leaves each of its lines a line, and by themselves braces have no words, members of a
// record are labels ("source": ...), and lines of which there are many are copies. A run of them is kept whole where
// most of it is.

#include <algorithm>

#include "select/passes/passes.hpp"
#include "text/sentence.hpp"
#include "text/source_code.hpp"

namespace pith::select {
namespace {

struct CodeRun {
  std::size_t begin = 0, end = 0;
  std::size_t code = 0;  ///< lines that are code by their marks
};

/// Of code too, though no mark says so: `return`, a comment's end.
bool may_stand_in_code(const PassState& state, std::size_t i) {
  constexpr std::uint32_t most_words = 12;
  return state.block(i).hidden == 0 && state.block(i).word_count <= most_words;
}

/// The run that begins with line `begin`, which is code.
CodeRun code_run_from(const PassState& state, std::size_t begin) {
  constexpr std::size_t most_between = 2;
  CodeRun run{begin, begin, 0};
  for (std::size_t i = begin; i < state.size() && i - run.end <= most_between; ++i) {
    if (text::is_code_line(state.text(i))) {
      run.end = i + 1;
      ++run.code;
    } else if (!may_stand_in_code(state, i)) {
      break;
    }
  }
  return run;
}

/// Whether most of the lines with words are kept.
bool is_mostly_kept(const PassState& state, const CodeRun& run) {
  std::size_t kept = 0;
  std::size_t lines = 0;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    if (state.block(i).word_count == 0) continue;
    ++lines;
    kept += state.out.choices[i].kept ? 1U : 0U;
  }
  return 2 * kept > lines;
}

/// Whether a kept line right above announces the run, and the model doubts its lines, no more: of scripts that a
/// scraper left it is surer.
bool is_announced(const PassState& state, const CodeRun& run) {
  constexpr std::size_t fewest = 5;
  constexpr float least_score = 0.12F;
  if (run.code < fewest || run.begin == 0 || state.options.leaning == Leaning::precise) return false;
  if (!state.out.choices[run.begin - 1].kept || !text::ends_with_colon(state.text(run.begin - 1))) return false;
  float sum = 0;
  for (std::size_t i = run.begin; i < run.end; ++i) sum += state.out.choices[i].model_score;
  return sum >= least_score * static_cast<float>(run.end - run.begin);
}

void keep_code_run(PassState& state, const CodeRun& run) {
  for (std::size_t i = run.begin; i < run.end; ++i) {
    if (state.out.choices[i].kept || state.block(i).hidden != 0) continue;
    state.out.choices[i].category = Category::content;
    state.keep(i);
  }
}

/// A brace of a few lines of code, a table's border, a fence: they stay between lines that do.
void keep_marks_between(PassState& state) {
  for (std::size_t begin = 1; begin < state.size(); ++begin) {
    if (!state.out.choices[begin - 1].kept || state.out.choices[begin].kept) continue;
    CodeRun run{begin, begin, 0};
    while (run.end < state.size() && text::is_mark_line(state.text(run.end))) ++run.end;
    if (run.end < state.size() && state.out.choices[run.end].kept) keep_code_run(state, run);
    begin = std::max(begin, run.end);
  }
}

}  // namespace

void keep_code_lines(PassState& state) {
  constexpr std::size_t fewest = 3;
  if (!state.is_text()) return;
  for (std::size_t begin = 0; begin < state.size(); ++begin) {
    if (!text::is_code_line(state.text(begin))) continue;
    const CodeRun run = code_run_from(state, begin);
    begin = run.end - 1;
    const bool is_kept = run.code >= fewest && (is_mostly_kept(state, run) || is_announced(state, run));
    if (is_kept) keep_code_run(state, run);
  }
  keep_marks_between(state);
}

}  // namespace pith::select
