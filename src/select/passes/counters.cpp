// Counters: "3/20" above each picture of a gallery. A score takes them for text, and then for the frame of what stands
// between them.

#include <algorithm>

#include "select/passes/passes.hpp"
#include "text/ascii.hpp"

namespace pith::select {
namespace {

/// The total of a counter; empty: the line is none. "12/20", perhaps with spaces.
std::string_view total_of(std::string_view line) {
  constexpr std::size_t longest = 9;  // bytes: "123 / 456"
  if (line.size() > longest) return {};
  const std::size_t slash = line.find('/');
  if (slash == std::string_view::npos) return {};
  const std::string_view number = text::trim(line.substr(0, slash));
  const std::string_view total = text::trim(line.substr(slash + 1));
  const auto is_number = [](std::string_view digits) {
    return !digits.empty() && std::all_of(digits.begin(), digits.end(), text::is_ascii_digit);
  };
  return is_number(number) && is_number(total) && number.size() <= total.size() ? total : std::string_view{};
}

}  // namespace

void drop_counters(PassState& state) {
  constexpr std::size_t fewest = 3;  // one may be a fraction
  std::size_t found = 0;
  std::string_view total;
  for (std::size_t i = 0; i < state.size(); ++i) {
    const std::string_view of_line = total_of(state.text(i));
    if (of_line.empty()) continue;
    found = of_line == total ? found + 1 : 1;
    total = of_line;
    if (found >= fewest) break;
  }
  if (found < fewest) return;
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (total_of(state.text(i)) == total) state.exclude(i, Category::pagination);
  }
}

}  // namespace pith::select
