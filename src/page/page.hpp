/// Page: the page as an array, which both readers (html/, plain_text/) make; all that later stages know of the input.
/// In: what a reader tells, node by node (page_builder.hpp). Out: a Page. Read tags.hpp first; sniff.hpp tells what
/// kind of bytes a page is, crowding.hpp how many blocks it may be cut into. A tag is a row in tags.hpp, an attribute
/// that a stage asks about one in page_builder.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <pith/options.hpp>

#include "core/arena.hpp"
#include "page/tags.hpp"
#include "text/json_tree.hpp"
#include "text/text.hpp"
#include "text/word_lists.hpp"

namespace pith::page {

/// Attributes that some stage asks about; the readers leave out all others.
enum class AttributeName : std::uint8_t {
  class_,
  id,
  role,
  href,
  src,
  alt,
  style,
  hidden,
  aria_hidden,
  itemprop,
  itemtype,
  data_kind,
  lang,
  start,
  value,
  datetime,
  title,
  rel,
  colspan,
  rowspan,
  width,
  height,
  srcset,     // or data-srcset
  lazy_src,   // data-src and the like: what a script puts into src
  data_lang,  // data-lang, data-language
  alttext,
  display,
  encoding,
  element,  // of a part of a formula, and of elements of papers ("d-math"): its name; the readers add it
  type,
  property,  // of RDFa
  content,   // beside itemprop and property: the value for machines
  name,
  reversed,
  aria_level,
  latex,     // data-tex and the like: of what a script or a picture shows as a formula
  video_id,  // videoid, data-videoid: of an element that becomes a player
  checked,
  disabled,
  told_checked,  // aria-checked, data-checked: "true" or "false"
  list_kind,     // data-list of an item: "bullet", "ordered", "checked", "unchecked"
  math_variant,  // of MathML, as the next
  line_thickness,
  column_align,
  open,
  close,
  separators
};  // data_kind: data-testid, data-component, data-type or data-section-type

/// `value` is decoded (no entities left).
struct Attribute {
  AttributeName name = AttributeName::class_;
  std::uint32_t class_lists = 0;  ///< of a class: text::class_lists_of() the value
  std::string_view value;

  /// Whether a word of the class is one of the list, which is one of the first class_list_count.
  [[nodiscard]] bool has_class(text::WordList list) const noexcept { return text::is_in_list(class_lists, list); }
};

/// An element, or a run of text (tag == Tag::none).
struct Node {
  Tag tag = Tag::none;
  bool blank_before = false;        ///< plain text only: a blank line stood before this line
  bool continues_previous = false;  ///< plain text only: the line before it and this one are parts of one long line
  bool space_before = false;        ///< of such a part: a space stood between the two
  std::uint16_t depth = 0;          ///< of the root: 0
  std::uint32_t parent = 0;         ///< of the root: 0
  std::uint32_t subtree_end = 0;    ///< one past its last descendant: [i + 1, subtree_end) are below node i
  std::uint32_t first_attribute = 0;
  std::uint16_t attribute_count = 0;
  std::string_view text;  ///< of a text node: decoded, white space as in the source
};

enum class PageKind : std::uint8_t { html, text };

/// A <meta> with a name, property or itemprop (lower case) and content, in document order.
struct MetaTag {
  std::string_view name;
  std::string_view content;
};

/// A <link> with rel and href, in document order.
struct LinkTag {
  std::string_view rel;       ///< as in the page: words separated by spaces
  std::string_view href;      ///< not resolved
  std::string_view language;  ///< hreflang
};

/// Preorder array: nodes[0] is the root (html). All views live in the decoded text or in `storage`, until the next
/// read into this Page.
struct Page {
  explicit Page(std::size_t budget_bytes = std::size_t{1} << 40) : storage(budget_bytes) {}

  PageKind kind = PageKind::html;
  std::vector<Node> nodes;
  std::vector<Attribute> attributes;
  std::size_t text_bytes = 0;  ///< of all text nodes
  // Set aside, outside the tree:
  std::string_view title;          ///< of <title>, decoded
  std::string_view language;       ///< lang attribute of <html>
  std::string_view base_url;       ///< <base href>
  std::string_view canonical_url;  ///< <link rel=canonical>
  std::vector<MetaTag> meta;
  std::vector<LinkTag> links;                  ///< without style sheets and icons
  std::vector<std::string_view> style_sheets;  ///< their addresses, as in the page
  text::JsonTree json_ld;                      ///< of all <script type=application/ld+json>
  std::vector<std::string_view> scripts;       ///< texts of all other <script> that are not empty
  core::Arena storage;                         ///< decoded entities and the like

  void clear();
  [[nodiscard]] std::string_view attribute(std::uint32_t node, AttributeName name) const noexcept;  ///< "" when absent
  [[nodiscard]] bool has_attribute(std::uint32_t node, AttributeName name) const noexcept;
  /// text::class_lists_of() the element's class; 0: it has none.
  [[nodiscard]] std::uint32_t class_lists(std::uint32_t node) const noexcept;
  /// Whether a class of the element is a word of the list, one of the first class_list_count.
  [[nodiscard]] bool has_class(std::uint32_t node, text::WordList list) const noexcept;
};

}  // namespace pith::page
