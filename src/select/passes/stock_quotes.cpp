// Stock quotes that finance sites write into sentences after a company's name: "Example Corp(431.2, 7.37, 1.74%)
// said". A reader's eye passes over them; a training corpus or an index should not have them. Nothing else has their
// form: price, change and the same change in percent; a percentage with links to the share's pages; its number with
// one.

#include <algorithm>
#include <cmath>

#include "select/passes/passes.hpp"
#include "text/ascii.hpp"

namespace pith::select {
namespace {

/// Bytes of the longest quote, brackets included.
constexpr std::size_t longest_quote = 80;

/// A number such as "-1,234.5"; `rest` is what stands after it. Plain decimal notation, as quotes have it.
bool take_number(std::string_view& rest, double& value) {
  std::size_t at = !rest.empty() && (rest.front() == '-' || rest.front() == '+') ? 1 : 0;
  const bool negative = at == 1 && rest.front() == '-';
  const std::size_t first_digit = at;
  double scale = 0;  // of the next digit after the point; 0: before it
  value = 0;
  for (; at < rest.size(); ++at) {
    const char c = rest[at];
    if (c == '.' && scale == 0 && at > first_digit) {
      scale = 0.1;
    } else if (text::is_ascii_digit(c)) {
      value = scale == 0 ? value * 10 + (c - '0') : value + (c - '0') * scale;
      scale *= 0.1;
    } else {
      break;
    }
  }
  if (negative) value = -value;
  rest.remove_prefix(at);
  return at > first_digit;
}

bool take(std::string_view& rest, std::string_view what) {
  if (!rest.starts_with(what)) return false;
  rest.remove_prefix(what.size());
  return true;
}

bool take_separator(std::string_view& rest) {
  if (!take(rest, ",") && !take(rest, "\uFF0C")) return false;
  while (take(rest, " ")) {
  }
  return true;
}

/// "431.2, 7.37, 1.74%": the percentage must follow from price and change.
bool is_price_change(std::string_view inside) {
  // The percentage has two decimals; of cheap shares the price has too few to be more exact.
  constexpr double tolerance = 0.06;
  double price = 0;
  double change = 0;
  double percent = 0;
  if (!take_number(inside, price) || !take_separator(inside) || !take_number(inside, change)) return false;
  if (!take_separator(inside) || !take_number(inside, percent) || inside != "%") return false;
  const double before = price - change;
  return before > 0 && std::fabs(100 * change / before - percent) <= tolerance;
}

/// "-1.02% \u8D44\u91D1 \u7814\u62A5": links to the flow of money and to reports.
bool is_percent_with_links(std::string_view inside) {
  double percent = 0;
  return take_number(inside, percent) && take(inside, "% ") && inside.find("\u8D44\u91D1") != std::string_view::npos;
}

/// "600519,\u80A1\u5427": the share's number, a link to its board of readers.
bool is_number_with_board(std::string_view inside) {
  constexpr std::size_t digits = 6;
  const bool numbered =
      inside.size() > digits && std::all_of(inside.begin(), inside.begin() + digits, text::is_ascii_digit);
  return numbered && inside.find("\u80A1\u5427") != std::string_view::npos;
}

struct Brackets {
  std::string_view open, close;
};
constexpr Brackets brackets[] = {{"(", ")"}, {"[", "]"}, {"\uFF08", "\uFF09"}};

/// Length of the quote that `text` begins with; 0: none.
std::size_t quote_bytes(std::string_view text) {
  for (const Brackets& pair : brackets) {
    if (!text.starts_with(pair.open)) continue;
    const std::size_t close = text.substr(0, longest_quote).find(pair.close);
    if (close == std::string_view::npos) return 0;
    const std::string_view inside = text.substr(pair.open.size(), close - pair.open.size());
    const bool is_quote = is_price_change(inside) || is_percent_with_links(inside) || is_number_with_board(inside);
    return is_quote ? close + pair.close.size() : 0;
  }
  return 0;
}

/// Every quote has a percentage or a link to a board.
bool may_have_quotes(std::string_view text) {
  return text.find('%') != std::string_view::npos || text.find("\u80A1\u5427") != std::string_view::npos;
}

}  // namespace

void cut_stock_quotes(PassState& state) {
  state.out.inner_cuts.clear();
  for (std::uint32_t i = 0; i < state.size(); ++i) {
    const Choice& choice = state.out.choices[i];
    if (!choice.kept || state.block(i).preformatted || !may_have_quotes(state.text(i))) continue;
    const std::string_view text = state.text(i).substr(0, choice.cut_end);
    for (std::uint32_t at = choice.cut_begin; at < text.size();) {
      const bool may_open = text[at] == '(' || text[at] == '[' || text[at] == '\xEF';
      const auto bytes = may_open ? static_cast<std::uint32_t>(quote_bytes(text.substr(at))) : 0U;
      if (bytes != 0) state.out.inner_cuts.push_back({i, at, at + bytes});
      at += std::max(bytes, 1U);
    }
  }
}

}  // namespace pith::select
