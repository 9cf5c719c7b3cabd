#include "support/rendering_promises.hpp"

#include <gumbo.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <pith/render.hpp>

#include "support/html_elements.hpp"
#include "support/markdown_parser.hpp"
#include "support/read_back.hpp"
#include "support/rendering_case.hpp"

namespace pith::test {
namespace {

const std::set<std::string_view> safe_tags = {
    "html",      "head",  "body",       "article", "h1",         "h2",      "h3",      "h4",     "h5",   "h6",
    "p",         "pre",   "code",       "ul",      "ol",         "li",      "dl",      "dt",     "dd",   "table",
    "tr",        "td",    "th",         "tbody",   "caption",    "figure",  "em",      "sup",    "sub",  "del",
    "a",         "img",   "br",         "hr",      "blockquote", "details", "summary", "strong", "abbr", "math",
    "semantics", "mtext", "annotation", "aside",   "figcaption", "input"};
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

bool runs_nothing(std::string_view address) {
  const std::string scheme = scheme_of(address);
  return scheme.empty() || scheme == "http" || scheme == "https" || scheme == "mailto";
}

/// Links to others are left out.
bool is_kept_address(std::string_view address) {
  return !address.empty() && runs_nothing(address) && std::none_of(address.begin(), address.end(), [](char c) {
    return static_cast<unsigned char>(c) < ' ' || c == 0x7F;
  });
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

/// What HTML tells apart: embeds are links there; text right in a definition list explains; captions, terms and
/// definitions outside of what they belong to are paragraphs.
std::string kind_of(const Block& block) {
  const bool in_definitions = !block.frames.empty() && block.frames.back().kind == FrameKind::definitions;
  if (block.kind == BlockKind::term && in_definitions) return "term";
  const bool is_plain = block.kind == BlockKind::paragraph || block.kind == BlockKind::caption ||
                        block.kind == BlockKind::term || block.kind == BlockKind::definition ||
                        block.kind == BlockKind::embed;
  return is_plain ? name_of(BlockKind::paragraph) : name_of(block.kind);
}

/// Marked stretches that a rendering shows, those of the same text in any order. No link stands in another.
std::string spans_of(const Block& block) {
  std::vector<std::string> lines;
  std::uint32_t link_end = 0;
  for (const Span& span : block.spans) {
    const bool is_link = span.kind == SpanKind::link || span.kind == SpanKind::note;
    if (is_link && span.begin < link_end) continue;
    if (is_link) link_end = span.end;
    if (span.kind == SpanKind::link && !is_kept_address(span.target)) continue;
    lines.push_back(" " + std::to_string(span.begin) + "-" + std::to_string(span.end) + " " + name_of(span.kind) + " " +
                    span.target + span.detail);
  }
  std::sort(lines.begin(), lines.end());
  std::string out;
  // Code within preformatted text says nothing.
  for (const std::string& line : lines) out += block.kind == BlockKind::code ? "" : line;
  return out;
}

/// Whether it is one formula.
bool is_formula(const Block& block) {
  const bool has_whole = std::any_of(block.spans.begin(), block.spans.end(), [&](const Span& span) {
    return span.kind == SpanKind::math && span.begin == 0 && span.end == block.text.size();
  });
  return block.kind == BlockKind::math || (has_whole && block.kind != BlockKind::code);
}

/// What a page loses when HTML of it is read again: lists that hold nothing but lists, and, where a part of a table was
/// dropped, that it was one.
class LostFrames {
 public:
  explicit LostFrames(const Article& article) {
    for (const Block& block : article.blocks) {
      const bool has_text = block.kind != BlockKind::image && block.kind != BlockKind::rule;
      if (has_text) look_at(block.frames);
    }
  }

  [[nodiscard]] bool holds(const std::vector<Frame>& frames, std::size_t depth) const {
    const FrameKind kind = frames[depth].kind;
    if (kind == FrameKind::item) return depth > 0 && holds(frames, depth - 1);
    if (kind == FrameKind::list) return lists_with_text_.count(frames[depth].id) == 0;
    const bool is_of_table = kind == FrameKind::table || kind == FrameKind::cell;
    return is_of_table && std::any_of(rows_.begin(), rows_.end(), [](const auto& table) {
             const bool is_full = std::any_of(table.second.begin(), table.second.end(),
                                              [](const auto& row) { return row.second.size() > 1; });
             return !is_full || table.second.size() < 2;
           });
  }

  /// Of a cell, among those that have text.
  [[nodiscard]] std::ptrdiff_t row_of(const std::vector<Frame>& frames, std::size_t depth) const {
    if (frames[depth].kind != FrameKind::cell || depth == 0) return 0;
    const auto rows = rows_.find(frames[depth - 1].id);
    if (rows == rows_.end()) return 0;
    return std::distance(rows->second.begin(), rows->second.find(frames[depth].row));
  }

 private:
  void look_at(const std::vector<Frame>& frames) {
    bool has_inner_list = false;
    for (std::size_t k = frames.size(); k > 0; --k) {
      const Frame& frame = frames[k - 1];
      if (frame.kind == FrameKind::cell && k > 1) rows_[frames[k - 2].id][frame.row].insert(frame.column);
      if (frame.kind != FrameKind::list) continue;
      if (!has_inner_list) lists_with_text_.insert(frame.id);
      has_inner_list = true;
    }
  }

  std::set<std::uint32_t> lists_with_text_;
  std::map<std::uint32_t, std::map<std::uint32_t, std::set<std::uint32_t>>>
      rows_;  // by table and row: columns with text
};

/// Frames without their ids.
std::string summary_of(const Block& block, const LostFrames& lost) {
  std::string out = kind_of(block);
  if (is_formula(block)) {
    out = "math  " + block.text;
  } else if (block.kind == BlockKind::embed) {
    const std::string& shown = block.text.empty() ? block.detail : block.text;
    out += "  " + shown + " 0-" + std::to_string(shown.size()) + " link " + block.detail;
  } else {
    const bool has_detail = block.kind == BlockKind::code || block.kind == BlockKind::image;  // not a note's label
    out += " " + (has_detail ? block.detail : "") + " " + block.text + spans_of(block);
  }
  for (std::size_t k = 0; k < block.frames.size(); ++k) {
    const Frame& frame = block.frames[k];
    if (lost.holds(block.frames, k)) continue;
    out += std::string(" in ") + name_of(frame.kind) + " " + std::to_string(frame.number);
    out += "," + std::to_string(lost.row_of(block.frames, k)) + "," + std::to_string(frame.column);
  }
  return out;
}

/// A frame that goes on after blocks outside of it is two in HTML: each has an id of its own.
void number_runs(std::vector<Block>& blocks) {
  std::vector<Frame> above;
  std::uint32_t next = 1;
  for (Block& block : blocks) {
    const std::vector<Frame> here = block.frames;
    std::size_t shared = 0;
    while (shared < std::min(above.size(), here.size()) && above[shared].kind == here[shared].kind &&
           above[shared].id == here[shared].id)
      ++shared;
    for (std::size_t k = 0; k < here.size(); ++k) block.frames[k].id = k < shared ? (&block - 1)->frames[k].id : next++;
    above = here;
  }
}

std::vector<std::string> summaries_of(Article article) {
  number_runs(article.blocks);
  const LostFrames lost(article);
  std::vector<std::string> out;
  for (const Block& block : article.blocks) out.push_back(summary_of(block, lost));
  return out;
}

/// Captions that come after the first cell, which no page has, are text below the table.
bool has_late_caption(const Article& article) {
  for (std::size_t i = 1; i < article.blocks.size(); ++i) {
    const auto& above = article.blocks[i - 1].frames;
    const auto& frames = article.blocks[i].frames;
    const bool is_caption =
        article.blocks[i].kind == BlockKind::caption && !frames.empty() && frames.back().kind == FrameKind::table;
    if (is_caption && above.size() >= frames.size() && above[frames.size() - 1].id == frames.back().id) return true;
  }
  return false;
}

/// A table that blocks part which stand in none of its cells, as notes and second captions amid the rows do. Where such
/// a piece is of one cell, nothing tells that it is a table.
bool has_parted_table(const Article& article) {
  std::set<std::uint32_t> ended;
  std::set<std::uint32_t> above;
  for (const Block& block : article.blocks) {
    std::set<std::uint32_t> here;
    for (const Frame& frame : block.frames)
      if (frame.kind == FrameKind::table) here.insert(frame.id);
    for (const std::uint32_t id : above)
      if (here.count(id) == 0) ended.insert(id);
    if (std::any_of(here.begin(), here.end(), [&](std::uint32_t id) { return ended.count(id) > 0; })) return true;
    above = std::move(here);
  }
  return false;
}

std::string broken_html(const Article& article, Links links) {
  const std::string html = to_html(article, links);
  if (std::string wrong = unsafe_html(html); !wrong.empty()) return "HTML has " + wrong;
  Article again = unjudged_article(html);
  if (!article.metadata.title.empty() && !again.blocks.empty()) again.blocks.erase(again.blocks.begin());
  if (links == Links::drop || has_late_caption(article) || has_parted_table(article)) return {};
  const std::string difference = first_difference(summaries_of(article), summaries_of(std::move(again)));
  return difference.empty() ? "" : "HTML read back: " + difference;
}

/// Whether a note stands in a cell, where Markdown has HTML that nothing outside refers to.
bool has_note_in_cell(const Article& article) {
  return std::any_of(article.blocks.begin(), article.blocks.end(), [](const Block& block) {
    const auto cell = std::find_if(block.frames.begin(), block.frames.end(),
                                   [](const Frame& frame) { return frame.kind == FrameKind::cell; });
    return std::any_of(cell, block.frames.end(), [](const Frame& frame) { return frame.kind == FrameKind::note; });
  });
}

std::string broken_markdown(const Article& article, Links links) {
  const std::string html = parse_markdown(to_markdown(article, links));
  if (std::string wrong = unsafe_markdown(html); !wrong.empty()) return "Markdown has " + wrong;
  if (has_note_in_cell(article) || has_parted_table(article)) return {};
  const std::string difference = first_difference(lines_of(article), lines_of_html(html));
  return difference.empty() ? "" : "Markdown read back: " + difference;
}

}  // namespace

std::string unsafe_html(std::string_view html) {
  return unsafe(html, false);
}

std::string unsafe_markdown(std::string_view html) {
  return unsafe(html, true);
}

std::string broken_rendering(const Article& article) {
  if (article.empty()) return {};
  for (const Links links : {Links::keep, Links::drop}) {
    if (std::string broken = broken_html(article, links); !broken.empty()) return broken;
    if (std::string broken = broken_markdown(article, links); !broken.empty()) return broken;
  }
  return {};
}

}  // namespace pith::test
