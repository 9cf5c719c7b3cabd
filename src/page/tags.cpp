#include "page/tags.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "page/name_table.hpp"

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

constexpr NameTable<tag_count, 512, 2> name_table(names);

}  // namespace

Tag tag_of(std::string_view name) noexcept {
  const std::size_t index = name_table.find(name);
  if (index > 1 && index < tag_count) return static_cast<Tag>(index);
  return name.find('-') == std::string_view::npos ? Tag::unknown : Tag::custom;
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

bool ends_paragraph(Tag tag, TableParts parts) noexcept {
  if (tag == Tag::html || tag == Tag::body || tag == Tag::form || tag <= Tag::unknown || tag == Tag::custom) {
    return false;
  }
  const bool table_part = tag >= Tag::caption && tag <= Tag::col;
  return !is_inline(tag) && !is_ignored(tag) && (parts == TableParts::counted || !table_part);
}

int heading_level(Tag tag) noexcept {
  return tag >= Tag::h1 && tag <= Tag::h6 ? 1 + static_cast<int>(tag) - static_cast<int>(Tag::h1) : 0;
}

}  // namespace pith::page
