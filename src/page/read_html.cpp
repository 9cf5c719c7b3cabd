// The only file that knows Gumbo. Works with 0.10.1 (no depth limit of its own) and 0.13.
#include <gumbo.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstring>
#include <vector>

#include "page/page.hpp"
#include "page/page_builder.hpp"

namespace pith::page {
namespace {

/// A Gumbo node whose children are being read.
struct OpenNode {
  const GumboVector* children;
  unsigned int next;
};

/// Gumbo's numbering of elements turned into ours, by name.
std::array<Tag, 256> make_tag_table() {
  std::array<Tag, 256> table{};
  table.fill(Tag::unknown);
  for (std::size_t i = 0; i < table.size() && i < GUMBO_TAG_UNKNOWN; ++i) {
    table[i] = tag_of(gumbo_normalized_tagname(static_cast<GumboTag>(i)));
  }
  // Never shown, and without a name of their own among our tags.
  for (const GumboTag hidden : {GUMBO_TAG_NOEMBED, GUMBO_TAG_BGSOUND, GUMBO_TAG_BASEFONT, GUMBO_TAG_KEYGEN}) {
    table[hidden] = Tag::param;
  }
  return table;
}

}  // namespace

struct HtmlScratch {
  core::Arena arena{0};
  std::array<Tag, 256> tags = make_tag_table();
  std::vector<OpenNode> open;
  std::vector<NamedAttribute> attributes;
};

HtmlScratchOwner make_html_scratch() {
  return HtmlScratchOwner(new HtmlScratch);
}
void HtmlScratchDeleter::operator()(HtmlScratch* scratch) const noexcept {
  delete scratch;
}
std::size_t parse_bytes(const HtmlScratch& scratch) noexcept {
  return scratch.arena.peak_bytes();
}

namespace {

/// What Gumbo's allocator sees. Trivial: longjmp passes over it.
struct ParseMemory {
  core::Arena* arena;
  std::jmp_buf spent;
};

void* allocate(void* userdata, std::size_t bytes) {
  auto* const memory = static_cast<ParseMemory*>(userdata);
  void* const place = memory->arena->try_allocate(bytes);
  if (place == nullptr) std::longjmp(memory->spent, 1);  // Gumbo does not check for nullptr
  return place;
}

void deallocate(void*, void*) {}

/// Null when the budget was spent. No object with a destructor may live in this function: longjmp returns to it.
const GumboOutput* parse(std::string_view html, core::Arena& arena) {
  ParseMemory memory;
  memory.arena = &arena;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = deallocate;
  options.userdata = &memory;
  options.max_errors = 0;
  if (setjmp(memory.spent) != 0) return nullptr;
  return gumbo_parse_with_options(&options, html.data(), html.size());
}

/// Copies Gumbo's tree into a Page, without recursion.
class TreeReader {
 public:
  TreeReader(std::string_view html, HtmlScratch& scratch, Page& page)
      : html_(html), scratch_(scratch), page_(page), builder_(page) {}

  void read(const GumboNode& root);

 private:
  void enter(const GumboNode& node);
  void leave();
  void enter_element(const GumboElement& element);
  [[nodiscard]] Tag tag_of_element(const GumboElement& element) const;
  void read_attributes(const GumboElement& element, Tag tag);
  void read_head_element(const GumboElement& element, Tag tag);
  [[nodiscard]] std::string_view keep(const char* text, const GumboStringPiece& original);
  [[nodiscard]] std::string_view content_of(const GumboElement& element);

  std::string_view html_;
  HtmlScratch& scratch_;
  Page& page_;
  PageBuilder builder_;
};

void TreeReader::read(const GumboNode& root) {
  scratch_.open.clear();
  enter(root);
  while (!scratch_.open.empty()) {
    OpenNode& top = scratch_.open.back();
    if (top.next == top.children->length) {
      leave();
    } else {
      enter(*static_cast<const GumboNode*>(top.children->data[top.next++]));
    }
  }
}

void TreeReader::enter(const GumboNode& node) {
  switch (node.type) {
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      enter_element(node.v.element);
      break;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA:
      if (!builder_.is_muted()) builder_.text(keep(node.v.text.text, node.v.text.original_text));
      break;
    case GUMBO_NODE_DOCUMENT:
    case GUMBO_NODE_COMMENT:
      break;
  }
}

void TreeReader::enter_element(const GumboElement& element) {
  const Tag tag = tag_of_element(element);
  builder_.open(tag);
  if (!builder_.is_muted() || is_kept_empty(tag)) read_attributes(element, tag);
  if (element.tag_namespace == GUMBO_NAMESPACE_HTML) read_head_element(element, tag);
  scratch_.open.push_back({&element.children, 0});
}

void TreeReader::leave() {
  builder_.close();
  scratch_.open.pop_back();
}

/// The name in the source, in lower case, for elements that Gumbo does not know.
Tag tag_of_source(GumboStringPiece original) {
  gumbo_tag_from_original_text(&original);
  constexpr std::size_t longest = 64;
  std::array<char, longest> name{};
  const std::size_t size = std::min<std::size_t>(original.length, longest);
  for (std::size_t i = 0; i < size; ++i) {
    const char letter = original.data[i];
    name[i] = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
  }
  return tag_of({name.data(), size});
}

bool is_annotation(const GumboElement& element) {
  GumboStringPiece name = element.original_tag;
  gumbo_tag_from_original_text(&name);
  return name.length >= 10 && std::memcmp(name.data, "annotation", 10) == 0;
}

Tag TreeReader::tag_of_element(const GumboElement& element) const {
  if (element.tag_namespace == GUMBO_NAMESPACE_SVG) return Tag::svg;
  if (element.tag_namespace == GUMBO_NAMESPACE_MATHML) {
    // All of a formula is inline; its source code in TeX is not shown.
    return is_annotation(element) ? Tag::template_ : Tag::math;
  }
  if (element.tag != GUMBO_TAG_UNKNOWN) return scratch_.tags[element.tag];
  return tag_of_source(element.original_tag);
}

void TreeReader::read_attributes(const GumboElement& element, Tag tag) {
  for (unsigned int i = 0; i < element.attributes.length; ++i) {
    const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
    if (const auto name = attribute_of(attribute.name)) {
      const std::string_view value = keep(attribute.value, attribute.original_value);
      builder_.attribute(*name, value);
      if (tag == Tag::html && *name == AttributeName::lang) page_.language = value;
    }
  }
}

void TreeReader::read_head_element(const GumboElement& element, Tag tag) {
  if (tag == Tag::title && page_.title.empty()) page_.title = content_of(element);
  if (tag != Tag::meta && tag != Tag::link && tag != Tag::base && tag != Tag::script) return;
  scratch_.attributes.clear();
  for (unsigned int i = 0; i < element.attributes.length; ++i) {
    const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
    scratch_.attributes.push_back({attribute.name, attribute.value});
  }
  if (tag == Tag::script) {
    if (is_json_ld(scratch_.attributes)) page_.json_ld.push_back(content_of(element));
    return;
  }
  for (NamedAttribute& attribute : scratch_.attributes) attribute.value = page_.storage.copy(attribute.value);
  set_aside(tag, scratch_.attributes, page_);
}

/// A view of the page where Gumbo's text stands there as it is, else a copy: Gumbo's memory does not last.
std::string_view TreeReader::keep(const char* text, const GumboStringPiece& original) {
  const std::size_t size = std::strlen(text);
  if (size == 0) return {};
  const char* source = original.data;
  if (source != nullptr && original.length > size && (*source == '"' || *source == '\'') && *source != *text) ++source;
  if (source >= html_.data() && source < html_.data() + html_.size()) {
    const auto offset = static_cast<std::size_t>(source - html_.data());
    const std::string_view in_page = html_.substr(offset, size);
    if (in_page == std::string_view(text, size)) return in_page;
  }
  return page_.storage.copy({text, size});
}

std::string_view TreeReader::content_of(const GumboElement& element) {
  if (element.children.length == 0) return {};
  const auto& child = *static_cast<const GumboNode*>(element.children.data[0]);
  if (child.type == GUMBO_NODE_ELEMENT || child.type == GUMBO_NODE_TEMPLATE) return {};
  return keep(child.v.text.text, child.v.text.original_text);
}

}  // namespace

bool read_html(std::string_view utf8, const Limits& limits, HtmlScratch& scratch, Page& out,
               std::vector<Notice>& notices, HtmlReading reading) {
  static_cast<void>(notices);
  static_cast<void>(reading);
  out.clear();
  scratch.arena.reset();
  scratch.arena.set_budget(limits.max_parse_bytes);
  const GumboOutput* const output = parse(utf8, scratch.arena);
  if (output == nullptr) return false;
  TreeReader(utf8, scratch, out).read(*output->root);
  return true;
}

}  // namespace pith::page
