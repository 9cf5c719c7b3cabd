// The only file that knows Gumbo. Works with 0.10.1 (no depth limit of its own) and 0.13.
#include "html/gumbo.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <vector>

#include "html/skeleton/run_reader.hpp"
#include "html/vocabulary.hpp"
#include "page/page_builder.hpp"

namespace pith::html {
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

struct TreeScratch {
  std::array<Tag, 256> tags = make_tag_table();
  std::vector<OpenNode> open;
  std::vector<NamedAttribute> attributes;
};

TreeScratchOwner make_tree_scratch() {
  return TreeScratchOwner(new TreeScratch);
}
void TreeScratchDeleter::operator()(TreeScratch* scratch) const noexcept {
  delete scratch;
}

namespace {

/// What Gumbo's allocator sees. Trivial: longjmp passes over it. The fence is the caller's, who reads it afterwards.
struct ParseMemory {
  ParseFence* fence;
  std::jmp_buf spent;
};

void* allocate(void* userdata, std::size_t bytes) {
  auto* const memory = static_cast<ParseMemory*>(userdata);
  void* const place = memory->fence->allocate(bytes);
  if (place == nullptr) std::longjmp(memory->spent, 1);  // Gumbo does not check for nullptr
  return place;
}

void deallocate(void* userdata, void* place) {
  static_cast<ParseMemory*>(userdata)->fence->deallocate(place);
}

/// Null when the budget was spent. No object with a destructor may live in this function: longjmp returns to it.
const GumboOutput* parse(std::string_view html, ParseFence& fence) {
  ParseMemory memory{&fence, {}};
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
  TreeReader(const ParserInput& input, TreeScratch& scratch, Page& page)
      : skeleton_(input.skeleton),
        scratch_(scratch),
        page_(page),
        builder_(page, input.utf8.size(), input.max_blocks),
        source_(input.utf8, page, builder_, input.skeleton.notes) {}

  void read(const GumboNode& root);
  /// Elements that are no blocks of their own, for there are too many.
  [[nodiscard]] std::uint64_t joined() const noexcept { return builder_.joined(); }
  /// Blocks that were not read, for the page is full.
  [[nodiscard]] std::uint64_t left_out() const noexcept { return builder_.left_out(); }

 private:
  void enter(const GumboNode& node);
  void leave();
  void enter_element(const GumboElement& element);
  [[nodiscard]] Tag tag_of_element(const GumboElement& element) const;
  void read_attributes(const GumboElement& element, Tag tag);
  void read_attributes_aside(const GumboElement& element);
  void read_text(std::string_view text);
  void read_head_element(const GumboElement& element, Tag tag);
  void read_run(std::size_t number);
  [[nodiscard]] std::string_view keep(std::string_view text);
  [[nodiscard]] std::string_view content_of(const GumboElement& element);

  const Skeleton& skeleton_;
  TreeScratch& scratch_;
  Page& page_;
  PageBuilder builder_;
  RunReader source_;
  std::size_t next_tag_ = 0;  // of the skeleton's attributes: elements mostly come in their order
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
      // Among the <source>s of a player, one run may hold several.
      if (!builder_.is_muted() || builder_.takes_sources()) read_text(node.v.text.text);
      break;
    case GUMBO_NODE_DOCUMENT:
    case GUMBO_NODE_COMMENT:
      break;
  }
}

void TreeReader::enter_element(const GumboElement& element) {
  const Tag tag = tag_of_element(element);
  builder_.open(tag);
  if (builder_.takes_attributes()) read_attributes(element, tag);
  if (element.tag_namespace == GUMBO_NAMESPACE_HTML) read_head_element(element, tag);
  scratch_.open.push_back({&element.children, 0});
}

void TreeReader::leave() {
  builder_.close();
  scratch_.open.pop_back();
}

/// What papers that were XML write before the names of MathML.
constexpr std::string_view math_prefix = "mml:";

/// For elements that Gumbo does not know.
Tag tag_of_unknown(GumboStringPiece original) {
  gumbo_tag_from_original_text(&original);
  const std::string_view name(original.data, original.length);
  return name.starts_with(math_prefix) ? Tag::math : tag_of(name.substr(0, name.find('\f')));
}

/// As written, but for such a prefix.
std::string_view name_in_source(const GumboElement& element) {
  GumboStringPiece name = element.original_tag;
  if (name.data == nullptr) return {};
  gumbo_tag_from_original_text(&name);
  const std::string_view written(name.data, name.length);
  return written.substr(written.starts_with(math_prefix) ? math_prefix.size() : 0);
}

Tag TreeReader::tag_of_element(const GumboElement& element) const {
  if (element.tag_namespace == GUMBO_NAMESPACE_SVG) return Tag::svg;
  if (element.tag_namespace == GUMBO_NAMESPACE_MATHML) {
    // All of a formula is inline. What annotates it in XML is not shown; TeX is read in place of the rest.
    return name_in_source(element).starts_with("annotation-") ? Tag::template_ : Tag::math;
  }
  if (element.tag != GUMBO_TAG_UNKNOWN) return scratch_.tags[element.tag];
  return tag_of_unknown(element.original_tag);
}

void TreeReader::read_attributes(const GumboElement& element, Tag tag) {
  if (tag == Tag::math || tag == Tag::custom) {
    const std::string_view name = name_in_source(element);
    if (tag == Tag::math || name.starts_with(paper_prefix)) builder_.attribute(AttributeName::element, keep(name));
  }
  read_attributes_aside(element);
  for (unsigned int i = 0; i < element.attributes.length; ++i) {
    const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
    if (const auto name = attribute_of(attribute.name)) {
      const std::string_view value = keep(attribute.value);
      builder_.attribute(*name, value);
      if (tag == Tag::html && *name == AttributeName::lang) page_.language = value;
    }
  }
}

/// The attributes that the skeleton kept from the parser.
void TreeReader::read_attributes_aside(const GumboElement& element) {
  const std::vector<WrittenTag>& tags = skeleton_.tags;
  if (element.original_tag.data == nullptr || tags.empty()) return;
  const auto place = static_cast<std::uint32_t>(element.original_tag.data - skeleton_.html.data());
  if (next_tag_ >= tags.size() || tags[next_tag_].place != place) {
    const auto found = std::lower_bound(tags.begin(), tags.end(), place,
                                        [](const WrittenTag& one, std::uint32_t at) { return one.place < at; });
    next_tag_ = static_cast<std::size_t>(found - tags.begin());
    if (found == tags.end() || found->place != place) return;
  }
  source_.read_attributes(tags[next_tag_++].note);
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
    set_script_aside(scratch_.attributes, content_of(element), page_);
    return;
  }
  for (NamedAttribute& attribute : scratch_.attributes) attribute.value = page_.storage.copy(attribute.value);
  set_aside(tag, scratch_.attributes, page_);
}

/// A node for each run of the skeleton, and for what stands between them as it is.
void TreeReader::read_text(std::string_view text) {
  if (skeleton_.runs.empty()) return builder_.text(keep(text));
  std::size_t position = 0;
  while (position < text.size()) {
    const std::size_t begin = position;
    std::int64_t run = -1;
    while (position < text.size() && (run = next_run(text, position)) < 0) ++position;
    const std::size_t literal_end = run < 0 ? position : position - (run < single_run_count ? 4 : 8);
    if (literal_end > begin) builder_.text(keep(text.substr(begin, literal_end - begin)));
    if (run >= 0) read_run(static_cast<std::size_t>(run));
  }
}

void TreeReader::read_run(std::size_t number) {
  if (number >= skeleton_.runs.size()) return;
  const ByteRange run = skeleton_.runs[number];
  source_.read(run.begin, run.end);
}

/// What lives as long as the page: Gumbo's memory and the skeleton do not. Most white space is of one kind.
std::string_view TreeReader::keep(std::string_view text) {
  if (text == " ") return " ";
  if (text == "\n") return "\n";
  return text.empty() ? std::string_view{} : page_.storage.copy(text);
}

std::string_view TreeReader::content_of(const GumboElement& element) {
  if (element.children.length == 0) return {};
  const auto& child = *static_cast<const GumboNode*>(element.children.data[0]);
  if (child.type == GUMBO_NODE_ELEMENT || child.type == GUMBO_NODE_TEMPLATE) return {};
  return keep(child.v.text.text);
}

}  // namespace

std::optional<TreeCounts> read_tree(const ParserInput& input, ParseFence& fence, TreeScratch& scratch, Page& out) {
  const GumboOutput* const output = parse(input.skeleton.html, fence);
  if (output == nullptr) return std::nullopt;
  TreeReader reader(input, scratch, out);
  reader.read(*output->root);
  return TreeCounts{reader.joined(), reader.left_out()};
}

}  // namespace pith::html
