#include <pith/article.hpp>

#include <array>

namespace pith {
namespace {

template <std::size_t N, typename Enum>
const char* look_up(const std::array<const char*, N>& names, Enum value) noexcept {
  const auto index = static_cast<std::size_t>(value);
  return index < N ? names[index] : "unknown";
}

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
  static constexpr std::array names = {"content",       "navigation",  "breadcrumb",  "related",    "hot_topics",
                                       "disclaimer",    "app_promo",   "share",       "comments",   "copyright",
                                       "advertisement", "source_line", "credit_line", "date_line",  "end_mark",
                                       "site_chrome",   "cookie_wall", "login_wall",  "newsletter", "pagination",
                                       "duplicate",     "caption",     "hidden",      "other"};
  return look_up(names, category);
}

const char* name_of(BlockKind kind) noexcept {
  static constexpr std::array names = {"paragraph",  "heading", "code", "caption", "term",
                                       "definition", "image",   "math", "rule",    "embed"};
  return look_up(names, kind);
}

const char* name_of(FrameKind kind) noexcept {
  static constexpr std::array names = {"quote", "list",   "item",    "definitions", "table",
                                       "cell",  "figure", "details", "note"};
  return look_up(names, kind);
}

const char* name_of(SpanKind kind) noexcept {
  static constexpr std::array names = {"link",      "strong",  "emphasis", "code",  "superscript",
                                       "subscript", "deleted", "math",     "image", "note"};
  return look_up(names, kind);
}

const char* name_of(Verdict verdict) noexcept {
  static constexpr std::array names = {"article",       "listing",         "forum",     "product",
                                       "documentation", "too_little_text", "not_a_page"};
  return look_up(names, verdict);
}

const char* name_of(NoticeCode code) noexcept {
  static constexpr std::array names = {"read_as_html",      "read_as_text",       "charset_guessed",
                                       "charset_overruled", "bytes_replaced",     "truncated",
                                       "flattened",         "parse_budget_spent", "blocks_truncated"};
  return look_up(names, code);
}

const char* name_of(MetadataSource source) noexcept {
  static constexpr std::array<const char*, static_cast<std::size_t>(MetadataSource::text) + 1> names = {
      "none",    "json_ld",  "open_graph", "twitter", "html_meta",    "dublin_core", "citation",
      "parsely", "sailthru", "microdata",  "link",    "time_element", "class_name",  "labelled_line",
      "byline",  "heading",  "page_title", "figure",  "address",      "text"};
  return look_up(names, source);
}

const char* name_of(MetadataField field) noexcept {
  static constexpr std::array<const char*, metadata_field_count> names = {
      "title",         "authors",   "author_urls", "published",
      "modified",      "site_name", "source",      "description",
      "canonical_url", "image_url", "language",    "keywords",
      "section",       "license",   "page_type",   "is_accessible_for_free",
      "alternates",    "hostname"};
  return look_up(names, field);
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
