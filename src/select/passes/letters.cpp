// Letters in plain text: below the last sentence a closing line that ends with a comma and a name, above the first one
// a salutation and where and when it was written; below a Chinese notice who gave it, and the day. By themselves such
// lines score like bylines and labels.

#include <algorithm>

#include "select/passes/signs.hpp"
#include "text/sentence.hpp"

namespace pith::select {
namespace {

constexpr float most_words = 6;  // weighted words

/// "Dear Agnes," and "Your loving brother,": a few words and a comma.
bool ends_with_comma(const PassState& state, std::size_t i) {
  const std::string_view line = state.text(i);
  return state.block(i).weighted_words() <= most_words &&
         (line.ends_with(",") || line.ends_with("\uFF0C") || line.ends_with("\u060C"));
}

bool is_undisputed_line(PassState& state, std::size_t i) {
  return state.is_left_to_score(i) && sign_of_boilerplate(state, i) == Category::content;
}

void keep_line(PassState& state, std::size_t i) {
  if (!state.out.choices[i].kept && is_undisputed_line(state, i)) state.keep(i);
}

/// Whether the model gives the line twice what it gives any line above it: those are a menu.
bool stands_out(const PassState& state, std::size_t i) {
  constexpr float least_rise = 2;
  constexpr float least_score = 0.05F;
  const float score = state.out.choices[i].model_score;
  for (std::size_t above = 0; above < i; ++above) {
    if (least_rise * state.out.choices[above].model_score > score) return false;
  }
  return score >= least_score;
}

/// The salutation above the first prose: the one line, or the one above it; size() where there is none.
std::size_t salutation_above(const PassState& state, std::size_t prose) {
  for (std::size_t up = 1; up <= 2 && up <= prose; ++up) {
    if (ends_with_comma(state, prose - up)) return prose - up;
  }
  return state.size();
}

/// The closing line below the last prose, with only sentences between; size() where there is none.
std::size_t closing_below(const PassState& state, std::size_t prose) {
  constexpr std::size_t reach = 4;
  for (std::size_t i = prose + 1; i < std::min(state.size(), prose + 1 + reach); ++i) {
    if (ends_with_comma(state, i)) return i;
    if (!text::ends_with_mark(state.text(i), text::ends_of_short_blocks)) break;
  }
  return state.size();
}

/// "2024", year, "4", month, "2", day: the day of a notice in Chinese and Japanese, and nothing else.
bool is_day_of_notice(std::string_view line) {
  constexpr std::size_t longest = 24;  // bytes
  constexpr std::string_view day = "\u65E5";
  constexpr std::string_view year = "\u5E74";
  return line.size() <= longest && line.ends_with(day) && line.find(year) != std::string_view::npos &&
         line.find(' ') == std::string_view::npos;
}

/// Who gave a notice and when, the last lines below its text.
void keep_signature(PassState& state) {
  constexpr std::size_t reach = 4;          // contacts and annexes may stand between
  constexpr std::size_t longest_name = 60;  // bytes: 20 characters
  std::size_t last = state.size();
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (state.out.choices[i].kept) last = i;
  }
  for (std::size_t i = last + 1; i + 1 < std::min(state.size(), last + reach); ++i) {
    const std::string_view name = state.text(i);
    if (!is_day_of_notice(state.text(i + 1))) continue;
    const bool is_name = state.block(i).cjk_words > 0 && name.size() <= longest_name &&
                         sign_of_boilerplate(state, i) == Category::content && !is_named_credit(state, i) &&
                         name.find(' ') == std::string_view::npos && name.find(':') == std::string_view::npos &&
                         name.find("\uFF1A") == std::string_view::npos;
    if (!is_name) return;
    state.keep(i);
    state.keep(i + 1);
    return;
  }
}

}  // namespace

void keep_letter(PassState& state) {
  if (!state.is_text() || state.page_type == Verdict::product || state.options.leaning == Leaning::precise) return;
  if (state.cjk_share >= mostly_cjk) keep_signature(state);
  const ProseExtent prose = prose_extent(state);
  if (prose.first == state.size()) return;
  const std::size_t salutation = salutation_above(state, prose.first);
  const std::size_t closing = salutation < state.size() ? closing_below(state, prose.last) : state.size();
  if (closing == state.size()) return;
  if (salutation > 0 && is_dated(state.text(salutation - 1))) {
    keep_line(state, salutation - 1);
    if (salutation > 1 && stands_out(state, salutation - 2)) keep_line(state, salutation - 2);
  }
  keep_line(state, salutation);
  for (std::size_t i = prose.last + 1; i <= closing; ++i) keep_line(state, i);
  const std::size_t name = closing + 1;
  const bool is_name = name < state.size() && state.block(name).weighted_words() <= most_words &&
                       !text::ends_with_mark(state.text(name), text::ends_of_blocks);
  if (is_name) keep_line(state, name);
}

}  // namespace pith::select
