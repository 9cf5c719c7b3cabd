// Which words of a page stand in its gold text: longest common run of words, then the same to the left and to the right
// of it (Ratcliff and Obershelp, 1988). Built by labels.py as a shared library.

#include <algorithm>
#include <vector>

namespace {

struct Window {
  int page_begin, page_end, gold_begin, gold_end;
};

struct Run {
  int page = 0, gold = 0, length = 0;
};

/// The longest common run of a window, by dynamic programming over the places of each page word in the gold.
Run longest_run(const int* page, const std::vector<std::vector<int>>& places, const Window& w) {
  const auto width = static_cast<std::size_t>(w.gold_end - w.gold_begin + 1);
  std::vector<int> above(width, 0), here(width, 0), touched_above, touched;
  Run best;
  for (int i = w.page_begin; i < w.page_end; ++i) {
    touched.clear();
    const auto& at = places[static_cast<std::size_t>(page[i])];
    for (auto j = std::lower_bound(at.begin(), at.end(), w.gold_begin); j != at.end() && *j < w.gold_end; ++j) {
      const auto k = static_cast<std::size_t>(*j - w.gold_begin);
      here[k + 1] = above[k] + 1;
      touched.push_back(static_cast<int>(k + 1));
      if (here[k + 1] > best.length) best = {i - here[k + 1] + 1, *j - here[k + 1] + 1, here[k + 1]};
    }
    for (const int k : touched_above) above[static_cast<std::size_t>(k)] = 0;
    std::swap(above, here);
    std::swap(touched, touched_above);
  }
  return best;
}

}  // namespace

/// Words are numbers below `vocabulary`. Sets page_matched[i] and gold_matched[j] to 1 for matched words; both are
/// given zeroed.
extern "C" void align(const int* page, int page_words, const int* gold, int gold_words, int vocabulary,
                      int* page_matched, int* gold_matched) {
  std::vector<std::vector<int>> places(static_cast<std::size_t>(vocabulary));
  for (int j = 0; j < gold_words; ++j) places[static_cast<std::size_t>(gold[j])].push_back(j);
  std::vector<Window> open{{0, page_words, 0, gold_words}};
  while (!open.empty()) {
    const Window w = open.back();
    open.pop_back();
    if (w.page_begin >= w.page_end || w.gold_begin >= w.gold_end) continue;
    const Run run = longest_run(page, places, w);
    if (run.length == 0) continue;
    std::fill_n(page_matched + run.page, run.length, 1);
    std::fill_n(gold_matched + run.gold, run.length, 1);
    open.push_back({w.page_begin, run.page, w.gold_begin, run.gold});
    open.push_back({run.page + run.length, w.page_end, run.gold + run.length, w.gold_end});
  }
}
