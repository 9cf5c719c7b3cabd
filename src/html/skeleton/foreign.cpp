#include "html/skeleton/foreign.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "html/lexer.hpp"
#include "html/skeleton/nesting.hpp"
#include "html/skeleton/nesting_rules.hpp"

namespace pith::html {
namespace {

// Deeper islands are left to the parser.
constexpr std::size_t max_island_depth = 64;
constexpr std::size_t longest_name = 24;

/// Elements that end SVG, or hold HTML within it.
bool is_html_in_svg(std::string_view name) noexcept {
  constexpr std::array<std::string_view, 47> names = {
      "b",     "big",  "blockquote",    "body",   "br",   "center", "code",  "dd", "div", "dl",   "dt",   "em",
      "embed", "font", "foreignobject", "h1",     "h2",   "h3",     "h4",    "h5", "h6",  "head", "hr",   "i",
      "img",   "li",   "listing",       "math",   "menu", "meta",   "nobr",  "ol", "p",   "pre",  "ruby", "s",
      "small", "span", "strike",        "strong", "sub",  "sup",    "table", "tt", "u",   "ul",   "var"};
  return std::binary_search(names.begin(), names.end(), name);
}

/// All but MathML's own elements; its <annotation-xml> may hold HTML.
bool is_html_in_math(std::string_view name) noexcept {
  if (name == "semantics" || name == "annotation" || name == "none") return false;
  constexpr std::array<std::string_view, 9> names = {"main", "map",      "mark", "marquee", "math",
                                                     "menu", "menuitem", "meta", "meter"};
  return name.front() != 'm' || std::binary_search(names.begin(), names.end(), name);
}

class IslandScanner {
 public:
  IslandScanner(std::string_view html, std::size_t begin, ForeignLanguage language) noexcept
      : html_(html), position_(begin), language_(language) {
    open_[0] = language == ForeignLanguage::svg ? "svg" : "math";
  }

  std::size_t find_end() {
    while (!failed_ && depth_ != 0) step();
    return failed_ ? std::string_view::npos : position_;
  }

 private:
  [[nodiscard]] bool is_html(std::string_view name) const noexcept {
    return language_ == ForeignLanguage::svg ? is_html_in_svg(name) : is_html_in_math(name);
  }

  void step() {
    position_ = html_.find('<', position_);
    if (position_ == std::string_view::npos) return fail();
    const MarkupKind kind = markup_kind(html_, position_);
    if (kind == MarkupKind::text) {
      ++position_;
    } else if (kind == MarkupKind::cdata) {
      // In HTML within the drawing it is a comment; to the parser, VerbatimWriter hands it.
      if (html_depth_ > 1 || language_ == ForeignLanguage::math) return fail();
      position_ = cdata_end(html_, position_);
    } else if (kind == MarkupKind::comment || kind == MarkupKind::doctype) {
      if (html_.substr(position_, 3) == "</>") return fail();  // Gumbo 0.10 is not sure what this is
      position_ = comment_end(html_, position_);
    } else {
      read(kind);
    }
  }

  void read(MarkupKind kind) {
    const TagToken tag = read_tag(html_, position_, kind);
    std::array<char, longest_name> lowered{};
    const std::string_view written = html_.substr(tag.name_begin, tag.name_end - tag.name_begin);
    if (!tag.complete || written.size() > longest_name) return fail();
    std::transform(written.begin(), written.end(), lowered.begin(), text::to_lower_ascii);
    const std::string_view name(lowered.data(), written.size());
    position_ = tag.end;
    // To Gumbo all that stands between "</" and ">" is the name.
    if (kind == MarkupKind::end_tag) return tag.end == tag.name_end + 1 ? close(written) : fail();
    if (html_depth_ != 0) return open_html(name, written);
    const bool holds_html = language_ == ForeignLanguage::svg && name == "foreignobject";
    // For show_unparsed_text(), which knows no drawings.
    const bool may_be_shown =
        name == "template" || name == "frameset" || (tag.self_closing && is_raw_text(tag_of(name)));
    if ((is_html(name) && !holds_html) || may_be_shown) return fail();
    if (!tag.self_closing) open(written, holds_html || name == "title" || name == "desc");
  }

  /// In <foreignObject>, <title> and <desc>: HTML, of which only what is properly nested is let pass.
  void open_html(std::string_view name, std::string_view written) {
    const ElementName element = element_name(name);
    if (!nesting_rules::is_plainly_inserted(element.tag)) return fail();
    if (!is_void(element)) open(written, true);
  }

  void open(std::string_view written, bool holds_html) {
    if (depth_ == max_island_depth) return fail();
    open_[depth_++] = written;
    if (holds_html) ++html_depth_;
  }

  /// Closes the innermost element of that name and what is open within it, but not across HTML.
  void close(std::string_view written) {
    const auto is_same = [written](std::string_view other) {
      return std::equal(other.begin(), other.end(), written.begin(), written.end(),
                        [](char a, char b) { return text::to_lower_ascii(a) == text::to_lower_ascii(b); });
    };
    std::size_t at = depth_;
    while (at > 0 && !is_same(open_[at - 1])) --at;
    if (at == 0 || (html_depth_ != 0 && at != depth_)) return fail();
    depth_ = at - 1;
    if (html_depth_ != 0) --html_depth_;
  }

  void fail() noexcept { failed_ = true; }

  std::string_view html_;
  std::size_t position_;
  ForeignLanguage language_;
  std::array<std::string_view, max_island_depth> open_{};

  std::size_t depth_ = 1;
  std::size_t html_depth_ = 0;  // of depth_: elements whose content is HTML; all others are around them
  bool failed_ = false;
};

}  // namespace

std::size_t cdata_end(std::string_view html, std::size_t less_than) noexcept {
  constexpr std::size_t opening_bytes = 9;  // "<![CDATA["
  const std::size_t end = html.find("]]>", less_than + opening_bytes);
  return end == std::string_view::npos ? html.size() : end + 3;
}

std::size_t plain_island_end(std::string_view html, std::size_t begin, ForeignLanguage language) {
  return IslandScanner(html, begin, language).find_end();
}

}  // namespace pith::html
