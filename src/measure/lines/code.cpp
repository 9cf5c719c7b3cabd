// Lines of programs: short, without sentences, and part of the article all the same when it explains them.

#include <algorithm>

#include "measure/lines/page.hpp"

namespace pith::measure {
namespace {

constexpr std::array<model::FeatureName, code_columns> code_features = {{
    {"code", "1: looks like a line of a program"},
    {"code_around", "share of such lines among the 6 above, itself and the 6 below, 0 to 1"},
    {"code_words_share", "share of the page's words that stand in such lines, 0 to 1"},
}};

constexpr std::size_t code_reach = 6;

/// What programs have and prose has not: calls, assignments, comparisons, ends of statements and of tags.
constexpr std::array<std::u32string_view, 18> signs = {U"()", U");", U"){", U"):", U" = ", U"==",
                                                       U"!=", U"=>", U"->", U"::", U"&&",  U"||",
                                                       U"+=", U"</", U"/>", U"={", U"[]",  U"\", \""};

/// Characters that make up a good part of a line of code. Not '/', '|', '$' and parentheses: menus, addresses and
/// prices have those.
constexpr std::u32string_view symbols = U"{}[]<>=;_\\+`#";

/// "print(level)": the first word is a name with a parenthesis behind it, which the line closes.
bool is_call(std::u32string_view line) {
  const std::size_t open = line.find(U'(');
  return line.back() == U')' && open != std::u32string_view::npos && open >= 3 && line.find(U' ') > open;
}

}  // namespace

bool looks_like_code(const LineText& line) {
  constexpr std::size_t longest = 300;  // longer lines are text, or data that nobody reads
  constexpr std::size_t least_symbols = 3;
  constexpr std::size_t symbol_every = 8;  // in code points
  if (line.size() == 0 || line.size() > longest || ends_sentence(line)) return false;
  const std::u32string_view all = line.lower;
  if (all.back() == U';' || all.back() == U'{' || all.back() == U'}') return true;
  if (is_call(all)) return true;
  const auto is_symbol = [](char32_t c) { return symbols.find(c) != std::u32string_view::npos; };
  const auto count = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), is_symbol));
  if (count >= least_symbols && count * symbol_every >= all.size()) return true;
  return std::any_of(signs.begin(), signs.end(),
                     [&](std::u32string_view sign) { return all.find(sign) != std::u32string_view::npos; });
}

model::FeatureName code_name(std::size_t column) {
  return code_features[column];
}

void measure_code(const MeasureInput& /*in*/, LineMeasureScratch& scratch, FeatureColumns out) {
  scratch.sums.assign(scratch.size() + 1, 0);
  double words = 0;
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    const double code = static_cast<double>(scratch.shapes[i].code);
    scratch.sums[i + 1] = scratch.sums[i] + code;
    words += code * static_cast<double>(scratch.shapes[i].words);
  }
  const auto share = static_cast<float>(words / std::max(1.0, scratch.words_before.back()));
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    const std::size_t begin = i - std::min(i, code_reach);
    const std::size_t end = std::min(i + code_reach + 1, scratch.size());
    float* row = out.row(i);
    row[0] = scratch.shapes[i].code;
    row[1] = static_cast<float>((scratch.sums[end] - scratch.sums[begin]) / static_cast<double>(end - begin));
    row[2] = share;
  }
}

}  // namespace pith::measure
