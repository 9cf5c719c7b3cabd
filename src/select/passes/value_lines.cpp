// Lines of values in plain text: a label and what it stands for ("Weight: 2.4 kg"), a thing and how much of it
// ("Carrots - 3 pcs"), a span of years and what they brought. Each by itself scores like the labels of a page; a run of
// them beside the text is its table. Lists of other articles have lines of the same shape now and then, but score less.

#include <algorithm>
#include <vector>

#include "measure/hashes.hpp"
#include "select/passes/signs.hpp"
#include "text/ascii.hpp"
#include "text/sentence.hpp"

namespace pith::select {
namespace {

constexpr float longest_value_line = 12;  // weighted words; longer ones are headlines and what people say

bool holds_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), text::is_ascii_digit);
}

/// The label before the colon of a line; empty: it has none, or nothing stands after it. A time of day has digits.
std::string_view label_of(std::string_view line) {
  constexpr std::size_t longest_label = 36;  // bytes
  constexpr std::ptrdiff_t most_blanks = 3;
  for (const std::string_view colon : {":", "\uFF1A"}) {
    const std::size_t at = line.substr(0, longest_label).find(colon);
    if (at == std::string_view::npos) continue;
    const std::string_view label = text::trim(line.substr(0, at));
    const std::string_view value = text::trim(line.substr(at + colon.size()));
    const bool is_label = !value.empty() && !value.starts_with("//") && !holds_digit(label) &&
                          std::count(label.begin(), label.end(), ' ') <= most_blanks;
    return is_label ? label : std::string_view{};
  }
  return {};
}

/// "Carrots - 3 pcs": ends with a number and a short unit.
bool ends_with_quantity(std::string_view line) {
  constexpr std::size_t longest = 90;   // bytes
  constexpr std::size_t most_unit = 5;  // letters
  if (line.empty() || line.size() > longest || text::is_ascii_digit(line.front())) return false;
  if (line.ends_with('.')) line.remove_suffix(1);
  std::size_t letters = 0;
  while (!line.empty() && letters <= most_unit) {
    if (text::is_ascii_digit(line.back())) return letters > 0;
    const std::size_t at = text::code_point_start(line, line.size() - 1);
    std::size_t next = at;
    const char32_t last = text::next_code_point(line, next);
    line = line.substr(0, at);
    if (last == U' ') return !line.empty() && letters > 0 && text::is_ascii_digit(line.back());
    if (last != U'%' && (text::class_of(last) & (text::is_letter | text::is_mark)) == 0) return false;
    ++letters;
  }
  return false;
}

/// Bytes of the year and month that the text begins with: "2009", "2009.01"; 0: there is none.
std::size_t month_bytes(std::string_view text) {
  constexpr std::size_t year = 4;
  const bool is_year = text.size() >= year && (text.starts_with("19") || text.starts_with("20")) &&
                       text::is_ascii_digit(text[2]) && text::is_ascii_digit(text[3]);
  if (!is_year) return 0;
  for (const std::string_view mark : {".", "/", "-", "\u5E74"}) {
    if (!text.substr(year).starts_with(mark)) continue;
    std::size_t end = year + mark.size();
    while (end < text.size() && text::is_ascii_digit(text[end])) ++end;
    const std::size_t digits = end - year - mark.size();
    if (digits == 0 || digits > 2) return mark == "\u5E74" ? year + mark.size() : year;
    const std::string_view month = "\u6708";
    return text.substr(end).starts_with(month) ? end + month.size() : end;
  }
  return year;
}

/// "2009.01-2013.12 lecturer", "2018 to date" in Chinese: begins with a span of years or months.
bool begins_with_span(std::string_view line) {
  const std::size_t bytes = month_bytes(line);
  if (bytes == 0) return false;
  std::string_view rest = text::trim(line.substr(bytes));
  bool has_mark = false;
  for (const std::string_view mark : {"\u2014", "\u2013", "-", "~", "\uFF5E", "\u81F3"}) {
    if (!rest.starts_with(mark)) continue;
    has_mark = true;
    rest.remove_prefix(mark.size());
    if (mark == "\u81F3") return true;
  }
  return has_mark && month_bytes(text::trim(rest)) > 0;
}

/// A short line without a full stop: a heading above a list, a thing without a number in it.
bool is_short_label(const PassState& state, std::size_t i) {
  constexpr float longest_label = 6;  // weighted words
  return state.block(i).weighted_words() <= longest_label &&
         !text::ends_with_mark(state.text(i), text::ends_of_short_blocks);
}

bool is_value_line(const PassState& state, std::size_t i) {
  const std::string_view line = state.text(i);
  const bool is_menu = line.find('|') != std::string_view::npos;
  return !is_menu && state.block(i).weighted_words() <= longest_value_line &&
         (!label_of(line).empty() || ends_with_quantity(line) || begins_with_span(line));
}

struct Run {
  std::size_t begin = 0, end = 0;
};

/// Lines below a run that are searched for the text; quantities have a heading of the steps below them.
constexpr std::size_t near = 2;
constexpr std::size_t far = 4;

/// The run that begins with line `begin`. Among quantities one thing may have none: "Pepper".
Run run_from(const PassState& state, std::size_t begin) {
  Run run{begin, begin};
  const auto is_quantity = [&](std::size_t i) { return i < state.size() && ends_with_quantity(state.text(i)); };
  while (run.end < state.size() && is_value_line(state, run.end)) {
    ++run.end;
    const bool goes_on = is_quantity(run.end - 1) && is_quantity(run.end + 1) && is_quantity(run.end + 2);
    if (goes_on && !is_value_line(state, run.end) && is_short_label(state, run.end)) ++run.end;
  }
  return run;
}

bool is_kept_text(const PassState& state, std::size_t i) {
  return state.out.choices[i].kept && static_cast<std::int32_t>(i) != state.out.title_block;
}

/// Whether a kept line stands among the `reach` lines above the run, or in it.
bool follows_text(const PassState& state, const Run& run) {
  constexpr std::size_t reach = 2;
  for (std::size_t i = run.begin - std::min(reach, run.begin); i < run.end; ++i) {
    if (is_kept_text(state, i)) return true;
  }
  return false;
}

/// The kept line among the `reach` below the run; size() where there is none.
std::size_t text_below(const PassState& state, const Run& run, std::size_t reach) {
  for (std::size_t i = run.end; i < std::min(state.size(), run.end + reach); ++i) {
    if (is_kept_text(state, i)) return i;
  }
  return state.size();
}

/// Whether nothing is said of the same label or thing twice: who says what in a thread, prices of a listing.
bool has_distinct_labels(const PassState& state, const Run& run) {
  std::vector<std::uint64_t> labels;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const std::string_view line = state.text(i);
    std::string_view label = label_of(line);
    if (label.empty() && ends_with_quantity(line)) label = line.substr(0, line.find_first_of("0123456789"));
    if (!label.empty()) labels.push_back(measure::hash_text(label));
  }
  std::sort(labels.begin(), labels.end());
  return std::adjacent_find(labels.begin(), labels.end()) == labels.end();
}

float mean_of_run(const PassState& state, const Run& run) {
  float sum = 0;
  for (std::size_t i = run.begin; i < run.end; ++i) sum += state.out.choices[i].model_score;
  return sum / static_cast<float>(run.end - run.begin);
}

/// What a recipe needs: most of the lines end with a quantity.
bool is_of_quantities(const PassState& state, const Run& run) {
  constexpr std::size_t fewest = 3;
  std::size_t quantities = 0;
  for (std::size_t i = run.begin; i < run.end; ++i) quantities += ends_with_quantity(state.text(i)) ? 1U : 0U;
  return quantities >= fewest && 4 * quantities >= 3 * (run.end - run.begin);
}

/// Below the text or in it lines of .1 are mostly of it (.8 of 540 such lines on held-out pages), above it of .2.
bool is_of_text(const PassState& state, const Run& run) {
  constexpr std::size_t fewest = 3;
  constexpr float least_below = 0.1F;
  constexpr float least_above = 0.2F;
  constexpr float least_of_quantities = 0.06F;
  if (run.end - run.begin < fewest || !has_distinct_labels(state, run)) return false;
  const float mean = mean_of_run(state, run);
  if (mean >= least_below && follows_text(state, run)) return true;
  const bool quantities = is_of_quantities(state, run);
  return mean >= (quantities ? least_of_quantities : least_above) &&
         text_below(state, run, quantities ? far : near) < state.size();
}

void keep_value_line(PassState& state, std::size_t i, float least_score) {
  if (!may_be_line(state, i, least_score)) return;
  state.out.choices[i].category = Category::content;
  state.keep(i);
}

/// The run, the line that heads it, and below quantities what stands between them and the text.
void keep_run(PassState& state, const Run& run) {
  constexpr float least_score = 0.02F;
  constexpr float least_of_label = 0.06F;
  for (std::size_t i = run.begin; i < run.end; ++i) keep_value_line(state, i, least_score);
  if (run.begin > 0 && is_short_label(state, run.begin - 1)) keep_value_line(state, run.begin - 1, least_of_label);
  const std::size_t below = is_of_quantities(state, run) ? text_below(state, run, far) : run.end;
  for (std::size_t i = run.end; below < state.size() && i < below; ++i) keep_value_line(state, i, least_of_label);
}

}  // namespace

void keep_value_lines(PassState& state) {
  if (!state.is_text() || state.options.leaning == Leaning::precise) return;
  if (state.page_type != Verdict::article && state.page_type != Verdict::product) return;
  for (std::size_t begin = 0; begin < state.size(); ++begin) {
    const Run run = run_from(state, begin);
    if (is_of_text(state, run)) keep_run(state, run);
    begin = std::max(begin, run.end);
  }
}

}  // namespace pith::select
