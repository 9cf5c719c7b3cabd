#include "page/tags.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace pith::page {
namespace {

constexpr std::size_t tag_count = static_cast<std::size_t>(Tag::count);

/// In the order of Tag.
constexpr std::array<std::string_view, tag_count> names = {
    "",         "?",        "html",    "head",     "body",    "article",  "section", "nav",      "aside",
    "header",   "footer",   "main",    "hgroup",   "address", "div",      "center",  "form",     "fieldset",
    "legend",   "details",  "summary", "dialog",   "search",  "noscript", "menu",    "figure",   "figcaption",
    "-",        "h1",       "h2",      "h3",       "h4",      "h5",       "h6",      "p",        "blockquote",
    "pre",      "listing",  "xmp",     "hr",       "ul",      "ol",       "li",      "dl",       "dt",
    "dd",       "label",    "button",  "output",   "table",   "caption",  "thead",   "tbody",    "tfoot",
    "tr",       "td",       "th",      "colgroup", "col",     "a",        "abbr",    "acronym",  "b",
    "bdi",      "bdo",      "big",     "cite",     "code",    "data",     "del",     "dfn",      "em",
    "font",     "i",        "ins",     "kbd",      "mark",    "math",     "meter",   "nobr",     "q",
    "ruby",     "rb",       "rt",      "rp",       "rtc",     "s",        "samp",    "slot",     "small",
    "span",     "strike",   "strong",  "sub",      "sup",     "time",     "tt",      "u",        "var",
    "wbr",      "br",       "img",     "picture",  "source",  "script",   "style",   "template", "svg",
    "iframe",   "object",   "embed",   "canvas",   "audio",   "video",    "select",  "option",   "optgroup",
    "datalist", "textarea", "input",   "progress", "track",   "map",      "area",    "param",    "base",
    "link",     "meta",     "title",   "frameset", "frame",   "noframes"};

static_assert(names.back() == "noframes", "names and Tag must have the same order");

constexpr std::size_t longest_name = 10;
constexpr std::size_t bucket_count = 512;

constexpr std::size_t bucket_of(std::string_view name) noexcept {
  std::size_t hash = name.size();
  for (const char letter : name) hash = hash * 31 + static_cast<unsigned char>(letter);
  return (hash ^ (hash >> 9)) % bucket_count;
}

/// Open addressing: the names hashed once, by the compiler.
constexpr std::array<std::uint8_t, bucket_count> make_buckets() noexcept {
  std::array<std::uint8_t, bucket_count> buckets{};
  for (std::size_t tag = 2; tag < tag_count; ++tag) {
    std::size_t bucket = bucket_of(names[tag]);
    while (buckets[bucket] != 0) bucket = (bucket + 1) % bucket_count;
    buckets[bucket] = static_cast<std::uint8_t>(tag);
  }
  return buckets;
}

constexpr std::array<std::uint8_t, bucket_count> buckets = make_buckets();

}  // namespace

Tag tag_of(std::string_view name) noexcept {
  if (name.size() <= longest_name) {
    for (std::size_t bucket = bucket_of(name); buckets[bucket] != 0; bucket = (bucket + 1) % bucket_count) {
      if (names[buckets[bucket]] == name) return static_cast<Tag>(buckets[bucket]);
    }
  }
  return name.find('-') == std::string_view::npos ? Tag::unknown : Tag::custom;
}

Tag tag_of_source(std::string_view written) noexcept {
  if (written.size() > longest_name) return tag_of(written);
  std::array<char, longest_name> name{};
  std::transform(written.begin(), written.end(), name.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
  });
  return tag_of({name.data(), written.size()});
}

std::string_view name_of(Tag tag) noexcept {
  const auto index = static_cast<std::size_t>(tag);
  if (tag == Tag::custom) return "custom";
  return index < names.size() ? names[index] : names[1];
}

bool is_inline(Tag tag) noexcept {
  return (tag >= Tag::a && tag <= Tag::source) || tag == Tag::none || tag == Tag::label || tag == Tag::output ||
         tag == Tag::map;
}

bool is_ignored(Tag tag) noexcept {
  return (tag >= Tag::script && tag < Tag::count && tag != Tag::map) || tag == Tag::head;
}

bool is_raw_text(Tag tag) noexcept {
  return tag == Tag::script || tag == Tag::style || tag == Tag::xmp || tag == Tag::iframe || tag == Tag::noframes ||
         tag == Tag::title || tag == Tag::textarea;
}

bool drops_first_newline(Tag tag) noexcept {
  return tag == Tag::pre || tag == Tag::listing;
}

bool parts_text(Tag tag, bool in_table) noexcept {
  if (tag == Tag::html || tag == Tag::body || tag == Tag::form || tag <= Tag::unknown || tag == Tag::custom) {
    return false;
  }
  const bool table_part = tag >= Tag::caption && tag <= Tag::col;
  return !is_inline(tag) && !is_ignored(tag) && (in_table || !table_part);
}

int heading_level(Tag tag) noexcept {
  return tag >= Tag::h1 && tag <= Tag::h6 ? 1 + static_cast<int>(tag) - static_cast<int>(Tag::h1) : 0;
}

}  // namespace pith::page
