// Days that a text begins with, as press releases have them: "Berlin, 5. September 2023 - The council ...".

#include <algorithm>
#include <span>

#include "metadata/name_words.hpp"
#include "metadata/readers.hpp"
#include "metadata/words.hpp"
#include "text/text.hpp"

namespace pith::metadata {
namespace {

constexpr std::size_t longest_place = 45;  // bytes
constexpr int most_place_words = 5;

bool begins_with_any(std::string_view text, std::span<const std::string_view> marks) noexcept {
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.starts_with(mark); });
}

/// Cuts the mark that parts a place from its day, and a bracket that opens before the day.
bool cut_mark(std::string_view& text) noexcept {
  static constexpr std::string_view marks[] = {"(", ",", "|", "/", "-", "\u2013", "\u2014", ":"};
  bool cut = false;
  for (const std::string_view mark : marks) {
    if (!text.ends_with(mark)) continue;
    text = text::trim(text.substr(0, text.size() - mark.size()));
    cut = true;
  }
  return cut;
}

/// "Berlin, den" without its last word, which leads to the day.
std::string_view without_word_before_day(std::string_view text) {
  const std::size_t space = text.rfind(' ');
  if (space == std::string_view::npos) return text;
  const FoundWord word = words().dates.at(text, space + 1);
  return word.kind == WordKind::before_day && word.end == text.size() ? text::trim(text.substr(0, space)) : text;
}

/// "Berlin,", "Frankfurt am Main, den", "NEW YORK --", "(Bonn,": what stands before the day is where it was written.
bool is_place(std::string_view text) {
  constexpr std::size_t short_word = 3;
  if (text.size() > longest_place) return false;
  text = without_word_before_day(text);
  if (!cut_mark(text)) return false;
  if (text.starts_with('(')) text.remove_prefix(1);
  int words = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view word = word_at(text, at);
    at += word.size() + 1;
    if (word.empty()) continue;
    ++words;
    const std::uint16_t first = class_of_first(word);
    const bool is_small = (first & text::is_lower) != 0 && word.size() <= short_word && words > 1;
    const bool is_mark = (first & (text::is_letter | text::is_digit)) == 0;
    if (((first & text::is_upper) == 0 && !is_small && !is_mark) || is_month_or_weekday(word)) return false;
  }
  return words > 0 && words <= most_place_words;
}

/// Whether a day at the beginning of a text ends there: with a dash, a bracket or the line's end.
bool ends_dateline(std::string_view after, bool has_place, bool is_open) {
  static constexpr std::string_view closing[] = {")", ",", "/"};
  static constexpr std::string_view marks[] = {"-", "\u2013", "\u2014", ":", "|"};
  static constexpr std::string_view marks_after_place[] = {")", ".", "(", "/"};
  if (is_open) return begins_with_any(after, closing);
  if (after.empty()) return has_place;
  if (has_place && begins_with_any(after, marks_after_place)) return true;
  if (!begins_with_any(after, marks)) return false;
  // "5.9.2023 - 8.9.2023" is when something takes place.
  const std::size_t space = after.find(' ');
  return space != std::string_view::npos && (class_of_first(text::trim(after.substr(space))) & text::is_digit) == 0;
}

Date day_at_beginning(const blocks::TextBlock& block, const DateSetting& setting) {
  constexpr std::size_t farthest = 110;        // bytes
  constexpr std::uint32_t shortest_text = 90;  // letters: lists of news begin with days too
  const std::string_view beginning = beginning_of(block.text, farthest);
  const std::vector<FoundDate> dates = find_dates(beginning, setting);
  if (dates.empty() || dates.front().role != DateRole::unlabelled || dates.front().date.day == 0) return {};
  const std::string_view before = text::trim(beginning.substr(0, dates.front().begin));
  const std::string_view after = text::trim(beginning.substr(dates.front().end));
  const bool is_open = before.find('(') != std::string_view::npos;
  const bool has_place = before.size() > 1;
  if (has_place && !is_place(before)) return {};
  if (!has_place && ((!before.empty() && !is_open) || block.letters < shortest_text)) return {};
  return ends_dateline(after, has_place, is_open) ? dates.front().date : Date{};
}

Date day_of_dateline(const Input& input) {
  const auto& blocks = input.blocks.blocks;
  const std::size_t end = std::min({input.head.end, input.head.text + 3, blocks.size()});
  for (std::size_t i = input.head.title_node == 0 ? input.head.title : input.head.title + 1; i < end; ++i) {
    if (blocks[i].kind == BlockKind::heading || blocks[i].link_density() > 0.5F) continue;
    const Date day = day_at_beginning(blocks[i], input.dates);
    if (day.known() && !is_of_others(input, input.blocks.containers[blocks[i].container].node)) return day;
  }
  return {};
}

/// Whether a source that is surer than addresses and scripts tells the day.
bool is_told_surely(Answers& answers) noexcept {
  const Date guessed[] = {answers.of(MetadataSource::address).published, answers.of(MetadataSource::script).published};
  return std::any_of(answers.begin(), answers.end(), [&](const Metadata& answer) {
    return answer.published.known() && answer.published != guessed[0] && answer.published != guessed[1];
  });
}

}  // namespace

void read_dateline(const Input& input, Answers& answers) {
  if (is_told_surely(answers)) return;
  const Date first = day_of_dateline(input);
  answers.of(MetadataSource::byline).published = first.known() ? first : day_of_entry_footer(input);
}

}  // namespace pith::metadata
