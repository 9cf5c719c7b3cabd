// Lines of programs: short, without sentences, and part of the article all the same when it explains them.

#include <algorithm>
#include <array>

#include "measure/lines/page.hpp"

namespace pith::measure {
namespace {

/// What programs have and prose has not: calls, assignments, comparisons, ends of statements and of tags.
constexpr std::u32string_view signs[] = {U"()", U");", U"){", U"):", U" = ", U"==", U"!=", U"=>", U"->",
                                         U"::", U"&&", U"||", U"+=", U"</",  U"/>", U"={", U"[]", U"\", \""};

/// Characters that make up a good part of a line of code. Not '/', '|', '$' and parentheses: menus, addresses and
/// prices have those.
constexpr std::u32string_view symbols = U"{}[]<>=;_\\+`#";

/// By code points of ASCII: it is one of the symbols; a sign begins with it.
struct AsciiRoles {
  bool symbol = false, begins_sign = false;
};
constexpr std::array<AsciiRoles, 128> roles = [] {
  std::array<AsciiRoles, 128> all{};
  for (const char32_t c : symbols) all[c].symbol = true;
  for (const std::u32string_view sign : signs) all[sign.front()].begins_sign = true;
  return all;
}();

/// "print(level)": the first word is a name with a parenthesis after it, which the line closes.
bool is_call(std::u32string_view line) {
  const std::size_t open = line.find(U'(');
  return line.back() == U')' && open != std::u32string_view::npos && open >= 3 && line.find(U' ') > open;
}

bool is_sign_at(std::u32string_view line, std::size_t at) {
  return std::any_of(std::begin(signs), std::end(signs),
                     [&](std::u32string_view sign) { return line.substr(at).starts_with(sign); });
}

}  // namespace

bool looks_like_code(const LineText& line) {
  constexpr std::size_t longest = 300;  // longer lines are text, or data that nobody reads
  constexpr std::size_t least_symbols = 3;
  constexpr std::size_t symbol_every = 8;  // in code points
  if (line.size() == 0 || line.size() > longest) return false;
  const std::u32string_view all = line.lower;
  if (all.back() == U';' || all.back() == U'{' || all.back() == U'}') return true;
  if (is_call(all)) return true;
  std::size_t count = 0;
  bool has_sign = false;
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (all[at] >= roles.size()) continue;
    const AsciiRoles role = roles[all[at]];
    count += role.symbol ? 1 : 0;
    has_sign = has_sign || (role.begins_sign && is_sign_at(all, at));
  }
  return has_sign || (count >= least_symbols && count * symbol_every >= all.size());
}

void add_code_columns(const LinePage& page, Columns& columns) {
  constexpr std::size_t reach = 6;
  const std::span<const LineShape> shapes = page.prepared.shapes;
  const std::span<const double> code_above = prefix_sums(page, [&](std::size_t i) { return shapes[i].code; });
  double words = 0;
  for (const LineShape& shape : shapes) words += static_cast<double>(shape.code) * static_cast<double>(shape.words);
  columns.add({"code"}, "1: looks like a line of a program", [=](std::size_t i) { return shapes[i].code; });
  columns.add({"code_around"}, "share of such lines among the 6 above, itself and the 6 below, 0 to 1",
              [=](std::size_t i) { return mean_around(code_above, i, reach); });
  columns.add_uniform({"code_words_share"}, "share of the page's words that stand in such lines, 0 to 1",
                      words / std::max(1.0, page.prepared.words_before.back()));
}

}  // namespace pith::measure
