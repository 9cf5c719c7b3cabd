// Which of the days that a page tells is that of publication: asked after the surest source's was taken.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "metadata/calendars.hpp"
#include "metadata/source_table.hpp"

namespace pith::metadata {
namespace {

/// Whether a folder of the address, "/2023/09/" or "/2023/9/", is the month of the day.
bool is_of_address(std::string_view url, const Date& day) {
  const std::string year = '/' + std::to_string(day.year) + '/';
  const std::string month = std::to_string(day.month) + '/';
  return url.find(year + month) != std::string_view::npos || url.find(year + '0' + month) != std::string_view::npos;
}

/// Whether the address has a folder of that day: "/2023/09/05/", "/2023/9/5".
bool is_path_day(std::string_view url, const Date& day) {
  for (const char* const before_month : {"/", "/0"}) {
    for (const char* const before_day : {"/", "/0"}) {
      const std::string path = '/' + std::to_string(day.year) + before_month + std::to_string(day.month) + before_day +
                               std::to_string(day.day);
      const std::size_t at = url.find(path);
      if (at == std::string_view::npos) continue;
      const std::size_t end = at + path.size();
      if (end >= url.size() || url[end] == '/') return true;
    }
  }
  return false;
}

bool is_days_before(const Date& one, const Date& other) noexcept {
  if (!one.known() || !other.known() || one.day == 0 || other.day == 0) return false;
  return days_of(one.year, one.month, one.day) + 1 < days_of(other.year, other.month, other.day);
}

/// Whether a line right below the headline is that day and nothing else.
bool stands_alone(const Input& input, const Date& day) {
  constexpr std::size_t reach = 6;  // blocks
  const std::size_t end = std::min({input.head.title + reach, input.head.text, input.blocks.blocks.size()});
  for (std::size_t i = input.head.title + 1; i < end; ++i) {
    const blocks::TextBlock& block = input.blocks.blocks[i];
    if (is_only_date(input, block) && is_same_day(parse_date(block.text, input.dates), day)) return true;
  }
  return false;
}

/// Whether a label or the element's own marks tell of the day in the byline, so that it is no clock.
bool is_shown_twice(const Answers& answers) {
  static constexpr std::array sources = {MetadataSource::labelled_line, MetadataSource::time_element,
                                         MetadataSource::class_name};
  const Date& byline = answers.of(MetadataSource::byline).published;
  return std::any_of(sources.begin(), sources.end(),
                     [&](MetadataSource source) { return is_same_day(answers.of(source).published, byline); });
}

/// How many of the page's declarations say that day.
std::ptrdiff_t count_declared(const Answers& answers, const Date& day) {
  static constexpr std::array declared = {
      MetadataSource::json_ld,  MetadataSource::open_graph, MetadataSource::html_meta, MetadataSource::dublin_core,
      MetadataSource::citation, MetadataSource::parsely,    MetadataSource::sailthru,  MetadataSource::microdata};
  return std::count_if(declared.begin(), declared.end(),
                       [&](MetadataSource source) { return is_same_day(answers.of(source).published, day); });
}

/// The day that readers are shown counts more than one of a <meta> that says "date" of anything, and more than that of
/// JSON-LD alone where another declaration says it too: systems put in there when a draft was begun.
void use_shown_day(const Answers& answers, Metadata& merged) {
  const Date& shown = answers.of(MetadataSource::byline).published;
  if (!is_days_before(merged.published, shown)) return;
  const MetadataSource source = merged.origin(MetadataField::published).source;
  const bool is_vague = source == MetadataSource::html_meta || source == MetadataSource::dublin_core;
  const bool is_alone = source == MetadataSource::json_ld && count_declared(answers, merged.published) == 1;
  const bool is_outvoted = is_alone && count_declared(answers, shown) > 0;
  if (!(is_vague && is_shown_twice(answers)) && !is_outvoted) return;
  merged.published = shown;
  set_origin(merged, MetadataField::published, MetadataSource::byline);
}

/// 11/01/2021 and 01/11/2021: the same figures, read in two ways.
bool is_swapped(const Date& one, const Date& other) noexcept {
  return one.year == other.year && one.month == other.day && one.day == other.month;
}

/// No reader sees an earlier day than that of publication: what is declared later is when the page was made anew, as
/// when a site moves to another system.
void use_earlier_day(const Input& input, const Answers& answers, Metadata& merged) {
  const Date& labelled = answers.of(MetadataSource::labelled_line).published;
  const Date& byline = answers.of(MetadataSource::byline).published;
  const Date& timed = answers.of(MetadataSource::time_element).published;
  const Date& classed = answers.of(MetadataSource::class_name).published;
  const auto is_shown = [&](const Date& day) { return is_same_day(timed, day) || is_same_day(classed, day); };
  const auto is_earlier = [&](const Date& day) {
    return is_days_before(day, merged.published) && !is_swapped(day, merged.published);
  };
  const bool seen_twice = is_shown(byline);
  const bool seen_alone = !timed.known() && !classed.known() && !labelled.known();
  if (is_of_address(input.request.url, merged.published)) return;
  if (const Date& of_path = answers.of(MetadataSource::address).published;
      is_earlier(of_path) && is_path_day(input.request.url, of_path)) {
    merged.published = of_path;
    set_origin(merged, MetadataField::published, MetadataSource::address);
  } else if (is_earlier(labelled) && !is_shown(merged.published)) {
    merged.published = labelled;
    set_origin(merged, MetadataField::published, MetadataSource::labelled_line);
  } else if (is_earlier(byline) && (seen_twice || (seen_alone && stands_alone(input, byline)))) {
    merged.published = byline;
    set_origin(merged, MetadataField::published, MetadataSource::byline);
  }
}

/// The day by the publisher's clock, which the page shows, of an instant given by that of Greenwich.
void use_local_day(Date& date, const Date& shown) {
  if (!shown.known() || date.utc_offset_minutes != 0 || date.hour < 0 || shown.day == 0) return;
  const std::int64_t days = days_of(shown.year, shown.month, shown.day) - days_of(date.year, date.month, date.day);
  if (std::abs(days) > 1) return;
  if (shown.hour < 0) {
    if (days != 0) date = shown;
    return;
  }
  constexpr std::int64_t quarter = 15;
  const std::int64_t minutes = days * 1'440 + (shown.hour - date.hour) * 60 + shown.minute - date.minute;
  if (minutes % quarter == 0 && minutes != 0 && std::abs(minutes) <= 14 * 60)
    date = at_offset(date, static_cast<std::int16_t>(minutes));
}

/// The same instant by another clock, which is the publisher's.
void use_local_clock(Date& date, const Date& other) {
  const bool can_differ = date.utc_offset_minutes == 0 && date.hour >= 0 && other.hour >= 0 &&
                          other.utc_offset_minutes != 0 && other.utc_offset_minutes != Date::no_offset;
  if (!can_differ) return;
  const Date local = at_offset(date, other.utc_offset_minutes);
  if (is_same_day(local, other) && local.hour == other.hour && local.minute == other.minute) date = local;
}

void use_local_days(const Answers& answers, Metadata& merged) {
  const Date declared = merged.published;
  use_local_clock(merged.published, answers.of(MetadataSource::time_element).published);
  for (const MetadataSource source :
       {MetadataSource::labelled_line, MetadataSource::class_name, MetadataSource::byline}) {
    const Date before = merged.published;
    use_local_day(merged.published, answers.of(source).published);
    if (merged.published != before) break;
  }
  use_local_day(merged.modified, answers.of(MetadataSource::labelled_line).modified);
  // One clock for both.
  const std::int16_t offset = merged.published.utc_offset_minutes;
  const bool moved = declared.utc_offset_minutes == 0 && offset != 0 && offset != Date::no_offset;
  if (moved && merged.modified.hour >= 0 && merged.modified.utc_offset_minutes == 0)
    merged.modified = at_offset(merged.modified, offset);
}

}  // namespace

void settle_published(const Input& input, const Answers& answers, Metadata& merged) {
  use_shown_day(answers, merged);
  use_earlier_day(input, answers, merged);
  use_local_days(answers, merged);
}

}  // namespace pith::metadata
