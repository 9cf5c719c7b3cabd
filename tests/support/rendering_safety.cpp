#include "support/rendering_safety.hpp"

#include <gumbo.h>

#include <set>

namespace pith::test {
namespace {

const std::set<std::string_view> safe_tags = {
    "html",      "head",  "body",       "article", "h1",         "h2",      "h3",      "h4",     "h5",   "h6",
    "p",         "pre",   "code",       "ul",      "ol",         "li",      "dl",      "dt",     "dd",   "table",
    "tr",        "td",    "th",         "tbody",   "caption",    "figure",  "em",      "sup",    "sub",  "del",
    "a",         "img",   "br",         "hr",      "blockquote", "details", "summary", "strong", "abbr", "math",
    "semantics", "mtext", "annotation", "aside",   "figcaption", "input",   "ins"};
const std::set<std::string_view> safe_attributes = {"href",    "src",      "alt",   "class", "start",    "value",
                                                    "rowspan", "colspan",  "id",    "role",  "lang",     "dir",
                                                    "display", "encoding", "title", "type",  "disabled", "checked"};
/// Of cmark-gfm.
const std::set<std::string_view> markdown_tags = {"thead", "section"};
const std::set<std::string_view> markdown_attributes = {
    "align", "data-footnotes", "data-footnote-ref", "data-footnote-backref", "data-footnote-backref-idx", "aria-label"};

/// As browsers read it: control characters and spaces before it go, tabs and newlines within too.
std::string scheme_of(std::string_view address) {
  std::string scheme;
  for (const char c : address) {
    if (c == ':') return scheme;
    if (c == '/' || c == '?' || c == '#') return {};
    if (static_cast<unsigned char>(c) > ' ') scheme += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  return {};
}

/// Looks at every element of a tree.
class SafetyCheck {
 public:
  SafetyCheck(bool of_markdown) : of_markdown_(of_markdown) {}

  std::string check(const GumboNode& node, int depth = 0) {
    constexpr int deepest = 900;
    if (node.type == GUMBO_NODE_COMMENT) return of_markdown_ ? "" : "a comment";
    if (node.type == GUMBO_NODE_TEMPLATE) return "a template";
    if (node.type != GUMBO_NODE_ELEMENT || depth > deepest) return {};
    std::string wrong = check(node.v.element);
    const GumboVector& all = node.v.element.children;
    for (unsigned i = 0; i < all.length && wrong.empty(); ++i)
      wrong = check(*static_cast<const GumboNode*>(all.data[i]), depth + 1);
    return wrong;
  }

 private:
  [[nodiscard]] std::string check(const GumboElement& element) const {
    const std::string tag = name_of_tag(element);
    if (!is_safe(tag, safe_tags, markdown_tags)) return "an element <" + tag + ">";
    if (element.tag == GUMBO_TAG_INPUT && !is_box(element)) return "a field that can be filled in";
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
      const std::string name = attribute.name;
      if (!is_safe(name, safe_attributes, markdown_attributes)) return "an attribute " + name;
      if ((name == "href" || name == "src") && !runs_nothing(attribute.value))
        return "an address " + std::string(attribute.value);
    }
    return {};
  }

  /// That nobody can tick.
  static bool is_box(const GumboElement& input) {
    const GumboAttribute* const type = gumbo_get_attribute(&input.attributes, "type");
    return type != nullptr && std::string_view(type->value) == "checkbox" &&
           gumbo_get_attribute(&input.attributes, "disabled") != nullptr;
  }

  /// Those of formulas are unknown to Gumbo.
  static std::string name_of_tag(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece name = element.original_tag;
    gumbo_tag_from_original_text(&name);
    return {name.data, name.length};
  }

  [[nodiscard]] bool is_safe(std::string_view name, const std::set<std::string_view>& of_all,
                             const std::set<std::string_view>& of_markdown) const {
    return of_all.count(name) > 0 || (of_markdown_ && of_markdown.count(name) > 0);
  }

  bool of_markdown_;
};

std::string unsafe(std::string_view html, bool of_markdown) {
  GumboOptions options = kGumboDefaultOptions;
  GumboOutput* const tree = gumbo_parse_with_options(&options, html.data(), html.size());
  const std::string wrong = SafetyCheck(of_markdown).check(*tree->root);
  gumbo_destroy_output(&options, tree);
  return wrong;
}

}  // namespace

bool runs_nothing(std::string_view address) {
  const std::string scheme = scheme_of(address);
  return scheme.empty() || scheme == "http" || scheme == "https" || scheme == "mailto";
}

std::string unsafe_html(std::string_view html) {
  return unsafe(html, false);
}

std::string unsafe_markdown(std::string_view html) {
  return unsafe(html, true);
}

}  // namespace pith::test
