// Tickers beside the article: the time of day and a headline that leads elsewhere, line below line, each perhaps with a
// sentence. Programmes and reports by the minute have no links on their lines.

#include <algorithm>
#include <string_view>

#include "select/passes/passes.hpp"
#include "text/ascii.hpp"

namespace pith::select {
namespace {

/// "9:05 ...", "[10/04 23:59] ...", "... (23:59)": whether the time of day stands at either end, perhaps with a day.
bool is_timed(std::string_view line) {
  constexpr std::size_t longest = 20;  // bytes, of the day and the time
  const auto is_digit = [&](std::size_t k) { return k < line.size() && text::is_ascii_digit(line[k]); };
  const auto is_sign = [](char c) { return std::string_view(" ./-,:[]()|").find(c) != std::string_view::npos; };
  std::size_t begin = 0;
  while (begin < line.size() && (is_digit(begin) || is_sign(line[begin]))) ++begin;
  std::size_t end = line.size();
  while (end > 0 && (is_digit(end - 1) || is_sign(line[end - 1]))) --end;
  const auto has_clock = [&](std::size_t from, std::size_t to) {
    if (to - from > longest) return false;
    for (std::size_t i = from + 1; i + 2 < to; ++i) {
      if (line[i] == ':' && is_digit(i - 1) && is_digit(i + 1) && is_digit(i + 2)) return true;
    }
    return false;
  };
  return has_clock(0, begin) || (end > 0 && has_clock(end, line.size()));
}

bool is_ticker_line(const PassState& state, std::size_t i) {
  constexpr std::size_t longest = 300;  // bytes
  constexpr float least_links = 0.6F;
  const blocks::TextBlock& block = state.block(i);
  // Chapters of a recording lead to their place on the page.
  return block.text.size() <= longest && block.link_density() >= least_links && block.fragment_links == 0 &&
         is_timed(block.text);
}

/// Lines in a column, with at most one block after each.
struct Ticker {
  std::size_t begin = 0;
  std::size_t end = 0;  ///< one past the last line
  std::size_t lines = 0;
};

Ticker ticker_at(const PassState& state, std::size_t begin) {
  Ticker ticker{begin, begin + 1, 1};
  for (std::size_t i = begin + 1; i < state.size() && i <= ticker.end + 1; ++i) {
    if (!is_ticker_line(state, i)) continue;
    ticker.end = i + 1;
    ++ticker.lines;
  }
  return ticker;
}

}  // namespace

void drop_tickers(PassState& state) {
  constexpr std::size_t fewest = 5;
  if (state.is_text() || state.page_type != Verdict::article) return;
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (!is_ticker_line(state, i)) continue;
    Ticker ticker = ticker_at(state, i);
    i = ticker.end - 1;
    if (ticker.lines < fewest) continue;
    const std::size_t between = ticker.end - ticker.begin - ticker.lines;
    if (2 * between > ticker.lines) ticker.end = std::min(ticker.end + 1, state.size());  // the last line's sentence
    for (std::size_t line = ticker.begin; line < ticker.end; ++line) {
      if (state.out.choices[line].kept) state.drop(line, Category::related);
    }
  }
}

}  // namespace pith::select
