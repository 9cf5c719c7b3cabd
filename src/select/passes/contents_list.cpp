// The list of contents of a plain text: numbered lines that say again what headings below say. HTML has elements for
// it.

#include <string>
#include <unordered_map>

#include "select/passes/signs.hpp"

namespace pith::select {
namespace {

/// The line without the number that it begins with, "2 History" or "2.1 History"; empty: it has none.
std::string_view without_number(std::string_view line) {
  constexpr std::string_view digits = "0123456789";
  constexpr std::string_view number_marks = "0123456789.)";
  if (line.empty() || digits.find(line.front()) == std::string_view::npos) return {};
  const std::size_t end = line.find_first_not_of(number_marks);
  return end == std::string_view::npos || line[end] != ' ' ? std::string_view{} : text::trim(line.substr(end));
}

}  // namespace

void drop_contents_list(PassState& state) {
  constexpr std::size_t longest = 80;  // bytes
  constexpr std::size_t fewest = 2;    // entries one below the other
  if (!state.is_text()) return;
  std::unordered_map<std::string, std::size_t> last_line;  // by what stands there
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (state.text(i).size() <= longest) last_line[std::string(state.folded(i))] = i;
  }
  const auto is_entry = [&](std::size_t i) {
    if (state.text(i).size() > longest) return false;
    const std::string_view heading = without_number(state.text(i));
    if (heading.empty()) return false;
    const auto found = last_line.find(std::string(state.fold(heading)));
    return found != last_line.end() && found->second > i + 1;
  };
  for (std::size_t begin = 0; begin < state.size(); ++begin) {
    std::size_t end = begin;
    while (end < state.size() && is_entry(end)) ++end;
    for (std::size_t i = begin; end - begin >= fewest && i < end; ++i) {
      if (state.out.choices[i].kept) state.drop(i, Category::navigation);
    }
    begin = end;
  }
}

}  // namespace pith::select
