#include <pith/article.hpp>

#include <array>
#include <chrono>
#include <span>

#include <pith/options.hpp>
#include <pith/source.hpp>

namespace pith {
namespace {

using Names = std::span<const char* const>;

template <typename Enum>
const char* look_up(Names names, Enum value) noexcept {
  const auto index = static_cast<std::size_t>(value);
  return index < names.size() ? names[index] : "unknown";
}

template <typename Enum>
std::optional<Enum> enumerator_named(std::string_view name, Names names) noexcept {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

// In the order of the enumerators.
constexpr std::array category_names = {"content",       "navigation",  "breadcrumb",  "related",    "hot_topics",
                                       "disclaimer",    "app_promo",   "share",       "comments",   "copyright",
                                       "advertisement", "source_line", "credit_line", "date_line",  "end_mark",
                                       "site_chrome",   "cookie_wall", "login_wall",  "newsletter", "pagination",
                                       "duplicate",     "caption",     "hidden",      "other"};
constexpr std::array block_kind_names = {"paragraph",  "heading", "code", "caption", "term",
                                         "definition", "image",   "math", "rule",    "embed"};
constexpr std::array frame_kind_names = {"quote", "list",   "item",    "definitions", "table",
                                         "cell",  "figure", "details", "note"};
constexpr std::array task_names = {"none", "open", "done"};
constexpr std::array verdict_names = {"article",         "listing",    "forum",   "product", "documentation",
                                      "too_little_text", "not_a_page", "removed", "blocked"};
constexpr std::array notice_names = {"read_as_html",     "read_as_text", "charset_guessed", "charset_overruled",
                                     "bytes_replaced",   "truncated",    "flattened",       "parse_budget_spent",
                                     "blocks_truncated", "work_spent"};
constexpr std::array span_kind_names = {"link",    "strong", "emphasis", "code", "superscript",  "subscript",
                                        "deleted", "math",   "image",    "note", "abbreviation", "inserted"};
constexpr std::array<const char*, static_cast<std::size_t>(MetadataSource::script) + 1> metadata_source_names = {
    "none",    "json_ld",  "open_graph", "twitter", "html_meta",    "dublin_core", "citation",
    "parsely", "sailthru", "microdata",  "link",    "time_element", "class_name",  "labelled_line",
    "byline",  "heading",  "page_title", "figure",  "address",      "text",        "script"};
constexpr std::array<const char*, metadata_field_count> metadata_field_names = {
    "title",         "authors",   "author_urls", "published",
    "modified",      "site_name", "source",      "description",
    "canonical_url", "image_url", "language",    "keywords",
    "section",       "license",   "page_type",   "is_accessible_for_free",
    "alternates",    "hostname"};
constexpr std::array access_names = {"unknown", "free", "restricted"};
constexpr std::array leaning_names = {"balanced", "precise", "complete"};
constexpr std::array source_kind_names = {"automatic", "html", "text"};
constexpr std::array expect_names = {"automatic", "article", "forum", "product", "listing", "documentation"};

/// `number` in `digits` decimal digits.
void append_padded(std::string& out, int number, int digits) {
  std::string text = std::to_string(number);
  while (text.size() < static_cast<std::size_t>(digits)) text.insert(text.begin(), '0');
  out += text;
}

void append_offset(std::string& out, int minutes) {
  if (minutes == 0) {
    out += 'Z';
    return;
  }
  out += minutes < 0 ? '-' : '+';
  const int distance = minutes < 0 ? -minutes : minutes;
  append_padded(out, distance / 60, 2);
  out += ':';
  append_padded(out, distance % 60, 2);
}

}  // namespace

const char* name_of(Category category) noexcept {
  return look_up(category_names, category);
}
template <>
std::optional<Category> from_name(std::string_view name) noexcept {
  return enumerator_named<Category>(name, category_names);
}

const char* name_of(BlockKind kind) noexcept {
  return look_up(block_kind_names, kind);
}
template <>
std::optional<BlockKind> from_name(std::string_view name) noexcept {
  return enumerator_named<BlockKind>(name, block_kind_names);
}

const char* name_of(FrameKind kind) noexcept {
  return look_up(frame_kind_names, kind);
}
template <>
std::optional<FrameKind> from_name(std::string_view name) noexcept {
  return enumerator_named<FrameKind>(name, frame_kind_names);
}

const char* name_of(Task task) noexcept {
  return look_up(task_names, task);
}
template <>
std::optional<Task> from_name(std::string_view name) noexcept {
  return enumerator_named<Task>(name, task_names);
}

const char* name_of(Verdict verdict) noexcept {
  return look_up(verdict_names, verdict);
}
template <>
std::optional<Verdict> from_name(std::string_view name) noexcept {
  return enumerator_named<Verdict>(name, verdict_names);
}

const char* name_of(NoticeCode code) noexcept {
  return look_up(notice_names, code);
}
template <>
std::optional<NoticeCode> from_name(std::string_view name) noexcept {
  return enumerator_named<NoticeCode>(name, notice_names);
}

const char* name_of(SpanKind kind) noexcept {
  return look_up(span_kind_names, kind);
}
template <>
std::optional<SpanKind> from_name(std::string_view name) noexcept {
  return enumerator_named<SpanKind>(name, span_kind_names);
}

const char* name_of(Leaning leaning) noexcept {
  return look_up(leaning_names, leaning);
}
template <>
std::optional<Leaning> from_name(std::string_view name) noexcept {
  return enumerator_named<Leaning>(name, leaning_names);
}

const char* name_of(Expect kind) noexcept {
  return look_up(expect_names, kind);
}
template <>
std::optional<Expect> from_name(std::string_view name) noexcept {
  return enumerator_named<Expect>(name, expect_names);
}
const char* name_of(SourceKind kind) noexcept {
  return look_up(source_kind_names, kind);
}
template <>
std::optional<SourceKind> from_name(std::string_view name) noexcept {
  return enumerator_named<SourceKind>(name, source_kind_names);
}

Date date_from_unix_time(std::int64_t seconds) {
  constexpr std::int64_t begin = -62'135'596'800;  // of the year 1
  constexpr std::int64_t end = 253'402'300'800;    // of the year 10000
  if (seconds < begin || seconds >= end) return {};
  const std::chrono::sys_seconds instant{std::chrono::seconds(seconds)};
  const auto midnight = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::year_month_day day(midnight);
  const std::chrono::hh_mm_ss time(instant - midnight);
  Date date;
  date.year = static_cast<std::int16_t>(static_cast<int>(day.year()));
  date.month = static_cast<std::int8_t>(static_cast<unsigned>(day.month()));
  date.day = static_cast<std::int8_t>(static_cast<unsigned>(day.day()));
  date.hour = static_cast<std::int8_t>(time.hours().count());
  date.minute = static_cast<std::int8_t>(time.minutes().count());
  date.second = static_cast<std::int8_t>(time.seconds().count());
  date.utc_offset_minutes = 0;
  return date;
}

const char* name_of(MetadataSource source) noexcept {
  return look_up(metadata_source_names, source);
}
template <>
std::optional<MetadataSource> from_name(std::string_view name) noexcept {
  return enumerator_named<MetadataSource>(name, metadata_source_names);
}

const char* name_of(MetadataField field) noexcept {
  return look_up(metadata_field_names, field);
}
template <>
std::optional<MetadataField> from_name(std::string_view name) noexcept {
  return enumerator_named<MetadataField>(name, metadata_field_names);
}

const char* name_of(Access access) noexcept {
  return look_up(access_names, access);
}
template <>
std::optional<Access> from_name(std::string_view name) noexcept {
  return enumerator_named<Access>(name, access_names);
}

std::string to_string(const Date& date) {
  std::string out;
  if (!date.known()) return out;
  append_padded(out, date.year, 4);
  if (date.month == 0) return out;
  out += '-';
  append_padded(out, date.month, 2);
  if (date.day == 0) return out;
  out += '-';
  append_padded(out, date.day, 2);
  if (date.hour < 0) return out;
  out += 'T';
  append_padded(out, date.hour, 2);
  out += ':';
  append_padded(out, date.minute < 0 ? 0 : date.minute, 2);
  if (date.second >= 0) {
    out += ':';
    append_padded(out, date.second, 2);
  }
  if (date.utc_offset_minutes != Date::no_offset) append_offset(out, date.utc_offset_minutes);
  return out;
}

}  // namespace pith
