#include "support/html_elements.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <utility>

#include "support/html_images.hpp"

namespace pith::test {
namespace {

/// The tree is walked by recursion.
constexpr int deepest = 300;

bool is_skipped(const GumboElement& element) {
  static constexpr std::array tags = {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,  GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
                                      GUMBO_TAG_HEAD,   GUMBO_TAG_SELECT, GUMBO_TAG_SVG,      GUMBO_TAG_TEXTAREA,
                                      GUMBO_TAG_BUTTON, GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT};
  if (std::find(tags.begin(), tags.end(), element.tag) != tags.end()) return true;
  const std::string style = lower(without_space(attribute(element, "style")));
  return style.find("display:none") != std::string::npos ||
         gumbo_get_attribute(&element.attributes, "hidden") != nullptr;
}

bool is_inline_tag(GumboTag tag) {
  static constexpr std::array tags = {
      GUMBO_TAG_A,     GUMBO_TAG_B,    GUMBO_TAG_I,   GUMBO_TAG_EM,     GUMBO_TAG_STRONG, GUMBO_TAG_SPAN,
      GUMBO_TAG_CODE,  GUMBO_TAG_SUP,  GUMBO_TAG_SUB, GUMBO_TAG_TT,     GUMBO_TAG_KBD,    GUMBO_TAG_SAMP,
      GUMBO_TAG_S,     GUMBO_TAG_DEL,  GUMBO_TAG_U,   GUMBO_TAG_FONT,   GUMBO_TAG_ABBR,   GUMBO_TAG_CITE,
      GUMBO_TAG_SMALL, GUMBO_TAG_TIME, GUMBO_TAG_VAR, GUMBO_TAG_MARK,   GUMBO_TAG_Q,      GUMBO_TAG_INS,
      GUMBO_TAG_BR,    GUMBO_TAG_IMG,  GUMBO_TAG_DFN, GUMBO_TAG_LABEL,  GUMBO_TAG_MATH,   GUMBO_TAG_WBR,
      GUMBO_TAG_BDI,   GUMBO_TAG_BDO,  GUMBO_TAG_BIG, GUMBO_TAG_UNKNOWN};
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

std::string all_text(const GumboNode& node, int depth) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA)
    return node.v.text.text;
  std::string out;
  if (node.type != GUMBO_NODE_ELEMENT || depth > deepest) return out;
  if (node.v.element.tag == GUMBO_TAG_BR) return "\n";
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i)
    out += all_text(*static_cast<const GumboNode*>(children.data[i]), depth + 1);
  return out;
}

bool has_block_within(const GumboNode& node, int depth) {
  if (node.type != GUMBO_NODE_ELEMENT || depth > deepest) return false;
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto& child = *static_cast<const GumboNode*>(children.data[i]);
    if (child.type != GUMBO_NODE_ELEMENT) continue;
    const std::string classes(attribute(child.v.element, "class"));
    const bool is_line = classes.find("line") != std::string::npos || classes.find("gutter") != std::string::npos;
    if (is_line || !is_inline_tag(child.v.element.tag) || has_block_within(child, depth + 1)) return true;
  }
  return false;
}

/// What a class or data attribute says of the language of code.
std::string language_in(const GumboElement& element) {
  for (const char* const name : {"data-lang", "data-language"})
    if (!attribute(element, name).empty()) return lower(attribute(element, name));
  const std::string classes(attribute(element, "class"));
  for (const std::string_view prefix : {"language-", "lang-", "highlight-source-"}) {
    const std::size_t at = classes.find(prefix);
    if (at == std::string::npos || (at > 0 && classes[at - 1] != ' ')) continue;
    const std::string name = classes.substr(at + prefix.size(), classes.find(' ', at) - at - prefix.size());
    if (!name.empty() && name != "none" && name != "plaintext" && name != "text") return lower(name);
  }
  return {};
}

bool is_tex(const GumboElement& element) {
  return attribute(element, "encoding") == "application/x-tex";
}

const GumboElement* find_tex(const GumboNode& node, int depth) {
  if (node.type != GUMBO_NODE_ELEMENT || depth > deepest) return nullptr;
  if (is_tex(node.v.element)) return &node.v.element;
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* const found = find_tex(*static_cast<const GumboNode*>(children.data[i]), depth + 1);
    if (found != nullptr) return found;
  }
  return nullptr;
}

class ElementReader {
 public:
  HtmlElements read(const GumboNode& root) {
    visit(root, 0);
    return std::move(out_);
  }

 private:
  struct OpenTable {
    std::size_t element = 0;
    std::uint32_t row = 0, column = 0;
    bool has_row = false;
    std::map<std::uint32_t, std::uint32_t> rows_left;  // by column
  };

  [[nodiscard]] std::size_t here() const { return out_.flow.size(); }

  std::size_t open(ElementKind kind) {
    Element element;
    element.kind = kind;
    element.begin = element.end = here();
    element.block_begin = block_begin_;
    out_.elements.push_back(std::move(element));
    return out_.elements.size() - 1;
  }

  Element& at(std::size_t index) { return out_.elements[index]; }

  void visit(const GumboNode& node, int depth) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA) {
      out_.flow += without_space(node.v.text.text);
      return;
    }
    if (node.type != GUMBO_NODE_ELEMENT || depth > deepest) return;
    const GumboElement& element = node.v.element;
    if (element.tag == GUMBO_TAG_SCRIPT && attribute(element, "type").starts_with("math/tex")) return formula(node);
    if (is_skipped(element) && !holds_formula(node)) return;
    const bool is_block = !is_inline_tag(element.tag);
    if (is_block) block_begin_ = here();
    enter(node, depth);
    if (is_block) block_begin_ = here();
  }

  static bool holds_formula(const GumboNode& node) {
    return node.v.element.tag == GUMBO_TAG_SPAN && find_tex(node, 0) != nullptr;
  }

  void children(const GumboNode& node, int depth) {
    const GumboVector& all = node.v.element.children;
    for (unsigned i = 0; i < all.length; ++i) visit(*static_cast<const GumboNode*>(all.data[i]), depth + 1);
  }

  /// The element's children, and where they end.
  void whole(ElementKind kind, const GumboNode& node, int depth) {
    const std::size_t index = open(kind);
    children(node, depth);
    at(index).end = here();
  }

  void enter(const GumboNode& node, int depth) {
    const GumboElement& element = node.v.element;
    switch (element.tag) {
      case GUMBO_TAG_PRE:
        return in_pre_ ? children(node, depth) : pre(node, depth);
      case GUMBO_TAG_CODE:
      case GUMBO_TAG_KBD:
      case GUMBO_TAG_SAMP:
      case GUMBO_TAG_TT:
        return in_pre_ || in_code_ ? children(node, depth) : code(node, depth);
      case GUMBO_TAG_TABLE:
        return table(node, depth);
      case GUMBO_TAG_TR:
        return row(node, depth);
      case GUMBO_TAG_TD:
      case GUMBO_TAG_TH:
        return cell(node, depth);
      case GUMBO_TAG_IMG:
        return image(element);
      case GUMBO_TAG_MATH:
        return formula(node);
      case GUMBO_TAG_LI:
        return item(node, depth);
      case GUMBO_TAG_UL:
      case GUMBO_TAG_OL:
        return list(node, depth);
      case GUMBO_TAG_FIGURE:
        return figure(node, depth);
      case GUMBO_TAG_HR:
        open(ElementKind::rule);
        return;
      default:
        return enter_plain(node, depth);
    }
  }

  void enter_plain(const GumboNode& node, int depth) {
    static const std::map<GumboTag, ElementKind> kinds = {{GUMBO_TAG_FIGCAPTION, ElementKind::caption},
                                                          {GUMBO_TAG_BLOCKQUOTE, ElementKind::quote},
                                                          {GUMBO_TAG_DT, ElementKind::term},
                                                          {GUMBO_TAG_DD, ElementKind::definition},
                                                          {GUMBO_TAG_SUP, ElementKind::superscript},
                                                          {GUMBO_TAG_SUB, ElementKind::subscript}};
    const auto kind = kinds.find(node.v.element.tag);
    if (kind != kinds.end()) return whole(kind->second, node, depth);
    if (node.v.element.tag == GUMBO_TAG_P && is_all_emphasis(node)) return whole(ElementKind::caption, node, depth);
    children(node, depth);
  }

  static bool is_all_emphasis(const GumboNode& paragraph) {
    const GumboVector& all = paragraph.v.element.children;
    if (all.length != 1) return false;
    const auto& child = *static_cast<const GumboNode*>(all.data[0]);
    return child.type == GUMBO_NODE_ELEMENT && child.v.element.tag == GUMBO_TAG_EM;
  }

  void pre(const GumboNode& node, int depth) {
    const std::size_t index = open(ElementKind::code);
    at(index).raw = all_text(node, 0);
    at(index).is_plain = !has_block_within(node, 0);
    at(index).detail = language_in(node.v.element);
    const GumboVector& all = node.v.element.children;
    for (unsigned i = 0; i < all.length && at(index).detail.empty(); ++i) {
      const auto& child = *static_cast<const GumboNode*>(all.data[i]);
      if (child.type == GUMBO_NODE_ELEMENT) at(index).detail = language_in(child.v.element);
    }
    if (at(index).detail.empty() && node.parent != nullptr && node.parent->type == GUMBO_NODE_ELEMENT)
      at(index).detail = language_in(node.parent->v.element);
    in_pre_ = true;
    children(node, depth);
    in_pre_ = false;
    at(index).end = here();
  }

  void code(const GumboNode& node, int depth) {
    in_code_ = true;
    whole(ElementKind::inline_code, node, depth);
    in_code_ = false;
  }

  void table(const GumboNode& node, int depth) {
    for (const OpenTable& outer : tables_) ++at(outer.element).tables_within;
    OpenTable opened;
    opened.element = open(ElementKind::table);
    tables_.push_back(std::move(opened));
    children(node, depth);
    at(tables_.back().element).end = here();
    tables_.pop_back();
  }

  void row(const GumboNode& node, int depth) {
    if (!tables_.empty()) {
      OpenTable& table = tables_.back();
      if (table.has_row) ++table.row;
      if (table.has_row)
        for (auto& [column, left] : table.rows_left) left -= left > 0 ? 1 : 0;
      table.has_row = true;
      table.column = 0;
    }
    children(node, depth);
  }

  static std::uint32_t span_of(const GumboElement& element, const char* name) {
    const int value = std::atoi(std::string(attribute(element, name)).c_str());
    return static_cast<std::uint32_t>(std::clamp(value, 1, 100));
  }

  void cell(const GumboNode& node, int depth) {
    if (tables_.empty()) return children(node, depth);
    OpenTable& table = tables_.back();
    while (table.rows_left[table.column] > 0) ++table.column;
    TableCell cell{table.row, table.column, span_of(node.v.element, "rowspan"), span_of(node.v.element, "colspan"),
                   here(),    here()};
    for (std::uint32_t k = 0; k < cell.columns; ++k) table.rows_left[table.column++] = cell.rows;
    const std::size_t index = table.element;
    children(node, depth);
    cell.end = here();
    at(index).cells.push_back(cell);
  }

  void image(const GumboElement& element) {
    const std::size_t index = open(ElementKind::image);
    at(index).figure_begin = figure_begin_ == no_figure ? here() : figure_begin_;
    at(index).figure_end = here();
    read_image(element, at(index));
  }

  void formula(const GumboNode& node) {
    const std::size_t index = open(ElementKind::formula);
    if (const GumboElement* const tex = find_tex(node, 0)) {
      for (unsigned i = 0; i < tex->children.length; ++i)
        at(index).raw += all_text(*static_cast<const GumboNode*>(tex->children.data[i]), 0);
    } else if (node.v.element.tag == GUMBO_TAG_SCRIPT) {
      at(index).raw = all_text(node, 0);
    } else {
      out_.elements.pop_back();  // presentation only: its LaTeX is a matter of taste
    }
  }

  void item(const GumboNode& node, int depth) {
    const std::size_t index = open(ElementKind::item);
    at(index).outer = items_.empty() ? -1 : static_cast<std::int32_t>(items_.back());
    items_.push_back(index);
    item_ends_.push_back(no_figure);
    children(node, depth);
    at(index).end = item_ends_.back() == no_figure ? here() : item_ends_.back();
    items_.pop_back();
    item_ends_.pop_back();
  }

  /// What stands in an item before the list is the item's own text.
  void list(const GumboNode& node, int depth) {
    if (!item_ends_.empty() && item_ends_.back() == no_figure) item_ends_.back() = here();
    children(node, depth);
  }

  void figure(const GumboNode& node, int depth) {
    const std::size_t first = out_.elements.size();
    const std::size_t outer = std::exchange(figure_begin_, here());
    children(node, depth);
    figure_begin_ = outer;
    for (std::size_t k = first; k < out_.elements.size(); ++k)
      if (at(k).kind == ElementKind::image) at(k).figure_end = here();
  }

  static constexpr std::size_t no_figure = static_cast<std::size_t>(-1);

  HtmlElements out_;
  std::vector<OpenTable> tables_;
  std::vector<std::size_t> items_;
  std::vector<std::size_t> item_ends_;  // by open item: where its first list begins
  std::size_t block_begin_ = 0;
  std::size_t figure_begin_ = no_figure;
  bool in_pre_ = false;
  bool in_code_ = false;
};

}  // namespace

std::string without_space(std::string_view utf8) {
  std::string out;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const std::string_view rest = utf8.substr(i, 3);
    if (static_cast<unsigned char>(utf8[i]) <= ' ') continue;
    if (rest.starts_with("\xC2\xA0") || rest.starts_with("\xC2\xAD") || rest.starts_with("\xC2\xB6")) {
      i += 1;
    } else if (rest == "\xE2\x80\x8B" || rest == "\xEF\xBB\xBF" || rest == "\xE3\x80\x80" || rest == "\xE2\x80\x89" ||
               rest == "\xE2\x80\xAF") {
      i += 2;
    } else if (rest.size() > 1 && rest[0] == '\xC2' && static_cast<unsigned char>(rest[1]) < 0xA0) {
      out += "\xEF\xBF\xBD";  // as Gumbo reads control characters of Latin-1, unless a reference writes them
      i += 1;
    } else {
      out += utf8[i];
    }
  }
  return out;
}

std::string file_of(std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  while (address.ends_with('/')) address.remove_suffix(1);
  const std::size_t slash = address.rfind('/');
  return without_space(slash == std::string_view::npos ? address : address.substr(slash + 1));
}

HtmlElements read_html_elements(std::string_view utf8) {
  const GumboOptions options = kGumboDefaultOptions;
  GumboOutput* const tree = gumbo_parse_with_options(&options, utf8.data(), utf8.size());
  HtmlElements out = ElementReader().read(*tree->root);
  gumbo_destroy_output(&options, tree);
  return out;
}

}  // namespace pith::test
