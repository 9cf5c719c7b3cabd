#include "select/passes/signs.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "measure/phrase_category.hpp"
#include "text/ascii.hpp"
#include "text/sentence.hpp"

namespace pith::select {
namespace {

bool begins_with_year(std::string_view text) {
  text = text::trim(text);
  return text.size() >= 4 && std::all_of(text.begin(), text.begin() + 4, text::is_ascii_digit);
}

/// "(c) 2024 Acme Ltd", with the sign itself: at the beginning of the line, or before a year.
bool has_copyright_sign(std::string_view line) {
  // 160 bytes: longer lines are captions with a credit at their end.
  constexpr std::size_t longest = 160;
  constexpr std::string_view sign = "\u00A9";
  if (line.size() > longest) return false;
  for (const std::string_view typed : {"(c)", "(C)"}) {
    if (line.starts_with(typed) && begins_with_year(line.substr(typed.size()))) return true;
  }
  const std::size_t at = line.find(sign);
  return at != std::string_view::npos && (at == 0 || begins_with_year(line.substr(at + sign.size())));
}

/// What stands between the steps of a path.
constexpr std::array<std::string_view, 4> path_marks = {">", "\u2192", "\u00BB", "\u203A"};

/// What a phrase says of the word; content: none names it.
Category category_of_word(PassState& state, std::string_view word) {
  std::string& scratch = state.out.scratch.text;
  const Category by_phrase = measure::phrase_category(rules::match_line(state.in.rules, word, scratch));
  if (by_phrase != Category::content) return by_phrase;
  scratch.clear();
  text::append_folded(word, scratch);
  return rules::named_alone(state.in.rules, scratch);
}

/// Whether a phrase names the word, or a label that it begins with ("Source:Reuters"), or it is a path's mark.
bool names_no_text(PassState& state, std::string_view word) {
  const bool is_quoted = word.find_first_of("<`") != std::string_view::npos;  // "<file|folder>"
  return (has_path_mark(word) && !is_quoted) || category_of_word(state, word) != Category::content;
}

/// Whether a word of more than three bytes begins with a small letter: not "in" of "Sign in".
bool has_small_initial(std::string_view line) {
  constexpr std::size_t short_word = 3;
  while (!line.empty()) {
    const std::size_t blank = std::min(line.find(' '), line.size());
    std::size_t at = 0;
    if (blank > short_word && (text::class_of(text::next_code_point(line, at)) & text::is_lower) != 0) return true;
    line.remove_prefix(std::min(blank + 1, line.size()));
  }
  return false;
}

/// Whether the line ends with where readers log in, "Sign in" or "Login", or begins and ends with an entry of menus.
bool has_ends_of_menu(PassState& state, std::string_view line) {
  const std::size_t blank = line.rfind(' ');
  if (blank == std::string_view::npos || blank == 0) return false;
  const std::size_t before = line.rfind(' ', blank - 1);
  const std::string_view last = line.substr(blank + 1);
  if (category_of_word(state, last) == Category::login_wall) return true;
  if (before != std::string_view::npos && names_no_text(state, line.substr(before + 1))) return true;
  return names_no_text(state, last) && names_no_text(state, line.substr(0, line.find(' ')));
}

/// Whether the block is a caption that was dropped: of the unit, or of an image beside it.
bool is_dropped_caption(const PassState& state, std::uint32_t block) noexcept {
  return block < state.size() && state.block(block).kind == BlockKind::caption && !state.out.choices[block].kept;
}

}  // namespace

bool has_path_mark(std::string_view line) {
  return std::any_of(path_marks.begin(), path_marks.end(),
                     [line](std::string_view mark) { return line.find(mark) != std::string_view::npos; });
}

NamedWords named_words(PassState& state, std::string_view line) {
  NamedWords words;
  while (!line.empty()) {
    const std::size_t blank = std::min(line.find(' '), line.size());
    if (blank > 0) {
      ++words.all;
      words.named += names_no_text(state, line.substr(0, blank)) ? 1U : 0U;
    }
    line.remove_prefix(std::min(blank + 1, line.size()));
  }
  return words;
}

bool is_menu_line(PassState& state, std::size_t i) {
  constexpr std::size_t longest = 200;  // bytes
  constexpr std::size_t fewest = 3;
  const std::string_view line = state.text(i);
  if (line.size() > longest || text::ends_with_mark(line, text::ends_of_blocks)) return false;
  const NamedWords words = named_words(state, line);
  return words.named >= fewest && 2 * words.named >= words.all;
}

bool is_top_menu(PassState& state, std::size_t i) {
  constexpr std::size_t first_lines = 3;
  constexpr std::size_t longest = 200;       // bytes
  constexpr std::size_t fewest = 4;          // entries
  constexpr std::size_t longest_entry = 18;  // bytes, on average: six CJK characters
  const std::string_view line = state.text(i);
  if (!state.is_text() || i >= first_lines || line.size() > longest) return false;
  if (state.block(i).kind == BlockKind::heading) return false;
  if (text::ends_with_mark(line, text::ends_of_blocks) || line.find_first_of(",:") != std::string_view::npos)
    return false;
  const NamedWords words = named_words(state, line);
  if (words.all < fewest || words.all * longest_entry < line.size()) return false;
  if (state.block(i).cjk_words > 0 && words.named > 0) return true;
  // Headlines of one kind have capitals, too, and words that are entries elsewhere.
  return !has_small_initial(line) && has_ends_of_menu(state, line);
}

bool heads_other_things(PassState& state, std::string_view folded) {
  constexpr std::size_t longest = 60;  // bytes
  constexpr std::ptrdiff_t most_blanks = 2;
  if (folded.size() > longest) return false;
  if (fits_pattern(state, rules::PatternUse::list_head, folded)) return true;
  return std::count(folded.begin(), folded.end(), ' ') <= most_blanks &&
         fits_both(state, rules::PatternUse::list_head_what, rules::PatternUse::list_head_how, folded);
}

bool heads_list(PassState& state, std::size_t i) {
  return measure::list_headed_by(state.in.matches.lines[i]) != Category::content ||
         heads_other_things(state, state.folded(i));
}

bool is_bar_of_entries(PassState& state, std::size_t i) {
  constexpr std::size_t longest = 200;  // bytes
  constexpr int fewest_parts = 3;
  constexpr int fewest_named = 2;
  constexpr std::size_t longest_part = 40;
  std::string_view rest = state.text(i);
  if (rest.size() > longest || rest.find('|') == std::string_view::npos) return false;
  int parts = 0;
  int named = 0;
  while (!rest.empty()) {
    const std::size_t bar = std::min(rest.find('|'), rest.size());
    const std::string_view part = text::trim(rest.substr(0, bar));
    if (part.size() > longest_part) return false;
    parts += part.empty() ? 0 : 1;
    named += !part.empty() && names_no_text(state, part) ? 1 : 0;
    rest.remove_prefix(std::min(bar + 1, rest.size()));
  }
  return parts >= fewest_parts && named >= fewest_named;
}

bool is_command_row(const PassState& state, std::size_t i) {
  constexpr std::size_t longest = 150;  // bytes
  return state.text(i).size() <= longest && state.in.rules.category_words.is_command_row(state.folded(i)) &&
         !text::ends_with_mark(state.text(i), text::ends_of_short_blocks);
}

ProseExtent prose_extent(const PassState& state) {
  ProseExtent extent{state.size(), state.size(), 0};
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (!state.out.choices[i].kept || !state.is_prose(i)) continue;
    if (extent.first == state.size()) {
      extent.first = i;
    } else if (extent.second == state.size()) {
      extent.second = i;
    }
    extent.last = i;
  }
  return extent;
}

Category everyday_category(PassState& state, std::size_t i) {
  if (has_copyright_sign(state.text(i))) return Category::copyright;
  return state.in.rules.line_patterns.find(rules::PatternUse::everyday, state.folded(i), state.out.scratch.text);
}

Category sign_of_boilerplate(PassState& state, std::size_t i) {
  if (const Category by_phrase = measure::phrase_category(state.in.matches.lines[i]); by_phrase != Category::content)
    return by_phrase;
  if (const Category everyday = everyday_category(state, i); everyday != Category::content) return everyday;
  return state.in.rules.line_patterns.find(rules::PatternUse::notice, state.folded(i), state.out.scratch.text);
}

bool fits_pattern(PassState& state, rules::PatternUse use, std::string_view folded) {
  return state.in.rules.line_patterns.find(use, folded, state.out.scratch.text) != Category::content;
}

bool fits_both(PassState& state, rules::PatternUse what, rules::PatternUse how, std::string_view folded) {
  return fits_pattern(state, what, folded) && fits_pattern(state, how, folded);
}

bool is_named_credit(const PassState& state, std::size_t i) {
  return credits.has(rules::named_alone(state.in.rules, state.folded(i)));
}

bool may_be_line(PassState& state, std::size_t i, float least_score) {
  const Choice& choice = state.out.choices[i];
  const bool is_free = state.is_left_to_score(i) || state.is_decided_by(i, by_main_segment) ||
                       state.is_decided_by(i, by_spared_sentences);
  // Prose that the decision left out has more against it than that it is short.
  if (!is_free || choice.kept || choice.model_score < least_score || state.is_prose(i)) return false;
  return sign_of_boilerplate(state, i) == Category::content && !is_named_credit(state, i);
}

bool is_date_line(std::string_view line) {
  constexpr std::size_t longest = 32;  // bytes
  constexpr auto fewest_digits = 7;    // of "2023/9/5 4:05" before the colon
  const std::size_t colon = line.substr(0, longest).find(':');
  if (colon == std::string_view::npos || !text::is_ascii_digit(line.front())) return false;
  return std::count_if(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), text::is_ascii_digit) >=
         fewest_digits;
}

bool is_dated(std::string_view line) {
  constexpr std::size_t longest = 48;       // bytes
  constexpr std::size_t fewest_digits = 5;  // the day's and the year's
  constexpr std::size_t most_others = 26;   // bytes: "Wednesday, 12 December 2018"
  if (line.size() > longest) return false;
  std::size_t digits = 0;
  bool has_year = false;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    while (end < line.size() && text::is_ascii_digit(line[end])) ++end;
    const std::string_view number = line.substr(at, end - at);
    has_year = has_year || (number.size() == 4 && (number.starts_with("19") || number.starts_with("20")));
    digits += number.size();
    at = end + 1;
  }
  return has_year && digits >= fewest_digits && line.size() - digits <= most_others;
}

bool stands_in(const PassState& state, std::size_t i, rules::AttributeGroups groups) {
  const auto& containers = state.in.blocks.containers;
  for (auto c = static_cast<std::int32_t>(state.block(i).container); c >= 0;
       c = containers[static_cast<std::size_t>(c)].parent) {
    if ((state.in.matches.groups_by_name[static_cast<std::size_t>(c)] & groups) != 0) return true;
  }
  return false;
}

bool may_be_text(const PassState& state, const blocks::Container& unit, TextLimits limits) noexcept {
  float letters = 0, links = 0, scores = 0;
  for (std::uint32_t b = unit.first_block; b < unit.end_block; ++b) {
    const blocks::TextBlock& block = state.block(b);
    const auto weight = static_cast<float>(block.letters);
    if (block.hidden != 0 && !limits.may_hide) return false;
    if (block.hidden != 0) continue;
    letters += weight;
    links += static_cast<float>(block.linked_letters);
    scores += weight * state.out.choices[b].score;
  }
  return letters > 0 && scores >= limits.least_score * letters && links <= limits.most_links * letters;
}

bool stands_within_text(const PassState& state, const blocks::Container& unit) noexcept {
  constexpr int widest = 6;
  constexpr std::uint32_t few_letters = 40;
  constexpr std::uint32_t most_captions = 4;
  if (unit.first_block == 0 || unit.end_block >= state.size()) return false;
  std::uint32_t above = unit.first_block - 1;
  std::uint32_t below = unit.end_block;
  for (std::uint32_t k = 0; k < most_captions && above > 0 && is_dropped_caption(state, above); ++k) --above;
  for (std::uint32_t k = 0; k < most_captions && is_dropped_caption(state, below); ++k) ++below;
  const bool is_passed = below < state.size() && !state.out.choices[below].kept &&
                         (state.block(below).hidden != 0 || state.block(below).letters <= few_letters);
  if (is_passed) ++below;
  if (below >= state.size() || !state.out.choices[above].kept || !state.out.choices[below].kept) return false;
  std::int32_t c = unit.parent;
  for (int up = 0; up < widest && c > 0; ++up) {
    const blocks::Container& around = state.in.blocks.containers[static_cast<std::size_t>(c)];
    if (around.first_block <= above && below < around.end_block) return true;
    c = around.parent;
  }
  return false;
}

bool has_image_beside(const PassState& state, std::size_t begin, std::size_t end) noexcept {
  const auto& insets = state.in.blocks.insets;
  const auto is_before = [](const blocks::Inset& inset, std::size_t block) { return inset.block < block; };
  for (auto inset = std::lower_bound(insets.begin(), insets.end(), begin, is_before);
       inset != insets.end() && inset->block <= end; ++inset) {
    if (inset->kind == BlockKind::image || inset->kind == BlockKind::embed) return true;
  }
  return false;
}

bool is_sure_text(const PassState& state, const std::vector<std::uint32_t>& box) {
  constexpr double least_mean = 0.7;
  double letters = 0;
  double sum = 0;
  for (const std::uint32_t i : box) {
    letters += state.block(i).letters;
    sum += state.block(i).letters * static_cast<double>(state.out.choices[i].model_score);
  }
  return sum >= least_mean * letters;
}

}  // namespace pith::select
