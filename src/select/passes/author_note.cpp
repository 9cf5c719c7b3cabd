// The author's note of plain text: below the article its writer's name once more, alone on a line, and a line or two
// about the writer. The name is known from the byline, between the headline and the text.

#include <algorithm>

#include "select/passes/signs.hpp"
#include "text/sentence.hpp"

namespace pith::select {
namespace {

/// Whether the line has the name with nothing of a Latin word at its sides.
bool names(std::string_view line, std::string_view name) {
  const auto is_edge = [&](std::size_t at) {
    return at >= line.size() || !(text::is_ascii_letter(line[at]) || text::is_ascii_digit(line[at]));
  };
  for (std::size_t at = line.find(name); at != std::string_view::npos; at = line.find(name, at + 1)) {
    if ((at == 0 || is_edge(at - 1)) && is_edge(at + name.size())) return true;
  }
  return false;
}

bool may_be_name(const PassState& state, std::size_t i) {
  constexpr float most_words = 5;
  constexpr std::size_t shortest = 4;  // bytes
  return state.out.choices[i].kept && !state.is_prose(i) && state.text(i).size() >= shortest &&
         state.block(i).weighted_words() <= most_words && state.text(i).find('\n') == std::string_view::npos &&
         state.text(i).find_first_of(":0123456789") == std::string_view::npos &&
         !text::ends_with_mark(state.text(i), text::ends_of_short_blocks);
}

/// Whether a short line right above the text has the name, and says more: a list of the sections has their headings
/// alone.
bool stands_in_byline(const PassState& state, std::string_view name, std::size_t first_prose) {
  constexpr std::size_t reach = 6;  // lines
  constexpr float most_words = 12;
  for (std::size_t k = first_prose - std::min(first_prose, reach); k < first_prose; ++k) {
    const bool is_title = static_cast<std::int32_t>(k) == state.out.title_block;
    if (is_title || state.text(k).size() == name.size() || state.block(k).weighted_words() > most_words) continue;
    if (names(state.text(k), name)) return true;
  }
  return false;
}

}  // namespace

void drop_author_note(PassState& state) {
  constexpr std::size_t most_kept = 4;  // the name and what is said of the writer
  constexpr double greatest_share = 0.1;
  if (!state.is_text() || state.page_type != Verdict::article || state.options.leaning == Leaning::complete) return;
  const ProseExtent prose = prose_extent(state);
  if (prose.first == state.size()) return;
  const auto room = static_cast<std::uint64_t>(greatest_share * static_cast<double>(state.kept_letters()));
  std::size_t kept = 0;
  for (std::size_t i = state.size(); i-- > prose.first + 1 && kept < most_kept;) {
    if (!state.out.choices[i].kept) continue;
    ++kept;
    if (state.kept_letters(i, state.size()) > room) return;
    if (!may_be_name(state, i) || !stands_in_byline(state, state.text(i), prose.first)) continue;
    for (std::size_t k = i; k < state.size(); ++k) {
      if (state.out.choices[k].kept) state.drop(k, Category::credit_line);
    }
    return;
  }
}

}  // namespace pith::select
