#include "blocks/styles.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "text/ascii.hpp"
#include "text/text.hpp"

namespace pith::blocks {
namespace {

/// Of the last declaration of that property, as browsers take it; "" when there is none.
std::string_view declared(std::string_view style, std::string_view property) noexcept {
  std::string_view value;
  while (!style.empty()) {
    const std::string_view declaration = style.substr(0, style.find(';'));
    style.remove_prefix(std::min(declaration.size() + 1, style.size()));
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    if (text::equals_ignoring_case(text::trim(declaration.substr(0, colon)), property))
      value = text::trim(declaration.substr(colon + 1));
  }
  return value;
}

enum class Told : unsigned char { nothing, no, yes };

Told is_bold_by(std::string_view style) noexcept {
  const std::string_view weight = declared(style, "font-weight");
  if (weight.empty()) return Told::nothing;
  if (text::starts_with_ignoring_case(weight, "bold")) return Told::yes;
  if (text::starts_with_ignoring_case(weight, "normal") || text::starts_with_ignoring_case(weight, "light"))
    return Told::no;
  constexpr int least_bold = 600;  // below, letters are shown as those around
  int number = 0;
  if (std::from_chars(weight.data(), weight.data() + weight.size(), number).ec != std::errc()) return Told::nothing;
  return number >= least_bold ? Told::yes : Told::no;
}

Told is_italic_by(std::string_view style) noexcept {
  const std::string_view slant = declared(style, "font-style");
  if (text::starts_with_ignoring_case(slant, "italic") || text::starts_with_ignoring_case(slant, "oblique"))
    return Told::yes;
  return text::starts_with_ignoring_case(slant, "normal") ? Told::no : Told::nothing;
}

}  // namespace

std::optional<SpanKind> mark_of_style(std::string_view style) noexcept {
  const std::string_view place = declared(style, "vertical-align");
  if (text::equals_ignoring_case(place, "super")) return SpanKind::superscript;
  if (text::equals_ignoring_case(place, "sub")) return SpanKind::subscript;
  if (declared(style, "text-decoration").starts_with("line-through") ||
      declared(style, "text-decoration-line") == "line-through")
    return SpanKind::deleted;
  if (is_bold_by(style) == Told::yes) return SpanKind::strong;
  if (is_italic_by(style) == Told::yes) return SpanKind::emphasis;
  return std::nullopt;
}

bool keeps_lines(std::string_view style) noexcept {
  return text::starts_with_ignoring_case(declared(style, "white-space"), "pre");
}

bool is_typed(std::string_view style) noexcept {
  // What names of such fonts have, and no names of others.
  static constexpr std::string_view names[] = {"mono", "Mono", "Courier", "Consolas", "Menlo"};
  const std::string_view fonts = declared(style, "font-family");
  return std::any_of(std::begin(names), std::end(names),
                     [fonts](std::string_view name) { return fonts.find(name) != std::string_view::npos; });
}

page::Tag table_part_of_style(std::string_view style) noexcept {
  using page::Tag;
  if (style.find("table") == std::string_view::npos) return Tag::none;
  const std::string_view shown = declared(style, "display");
  if (shown == "table") return Tag::table;
  if (shown == "table-row") return Tag::tr;
  if (shown == "table-cell") return Tag::td;
  if (shown == "table-header-group") return Tag::thead;
  return shown == "table-row-group" || shown == "table-footer-group" ? Tag::tbody : Tag::none;
}

bool is_item_of_word(std::string_view style) noexcept {
  const std::string_view list = declared(style, "mso-list");
  return list.size() > 1 && text::to_lower_ascii(list[0]) == 'l' && text::is_ascii_digit(list[1]);
}

ListOfWord list_of_word(std::string_view style) noexcept {
  constexpr std::string_view label = "level";
  constexpr int deepest = 9;
  const std::string_view list = declared(style, "mso-list");
  ListOfWord told{list.substr(0, list.find(' ')), 1};
  if (const std::size_t at = list.find(label); at != std::string_view::npos) {
    const std::string_view digits = list.substr(at + label.size());
    std::from_chars(digits.data(), digits.data() + digits.size(), told.level);
    told.level = std::clamp(told.level, 1, deepest);
  }
  return told;
}

bool is_mark_of_word(std::string_view style) noexcept {
  return text::equals_ignoring_case(declared(style, "mso-list"), "ignore");
}

bool style_undoes(std::string_view style, SpanKind kind) noexcept {
  if (kind == SpanKind::strong) return is_bold_by(style) == Told::no;
  return kind == SpanKind::emphasis && is_italic_by(style) == Told::no;
}

}  // namespace pith::blocks
