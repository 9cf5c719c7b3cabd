// CommonMark 0.30, and tables, deletions and notes as GitHub writes them.

#include <algorithm>
#include <set>
#include <span>

#include <pith/render.hpp>

#include "render/flanking.hpp"
#include "render/frames.hpp"
#include "render/html_writer.hpp"
#include "render/inline.hpp"
#include "render/markdown_formula.hpp"
#include "render/markdown_inline.hpp"
#include "render/markdown_notes.hpp"
#include "render/markdown_table.hpp"

namespace pith {
namespace {

using render::escaped_markdown;
using render::inline_markdown;
using render::is_same;
using render::MarkdownPlace;

/// A line that would begin a heading, list, quote, rule or fence gets a backslash.
std::string guard_line_start(const std::string& line) {
  if (line.empty()) return line;
  const std::size_t digits = line.find_first_not_of("0123456789");
  const bool ordered = digits != 0 && digits != std::string::npos && (line[digits] == '.' || line[digits] == ')');
  if (ordered) return line.substr(0, digits) + "\\" + line.substr(digits);
  const bool special = std::string_view("#+-=|>").find(line[0]) != std::string_view::npos;
  return special ? "\\" + line : line;
}

std::string guard_lines(const std::string& text) {
  std::string out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    out += guard_line_start(text.substr(begin, end - begin));
    if (end < text.size()) out += '\n';
    begin = end + 1;
  }
  return out;
}

std::string reference(const char* opens, const Block& block) {
  if (!render::is_safe_target(block.detail)) return {};
  std::string text = block.text.empty() && block.kind == BlockKind::embed ? block.detail : block.text;
  std::replace(text.begin(), text.end(), '\n', ' ');
  return opens + escaped_markdown(text, MarkdownPlace::one_line) + "](" +
         render::escaped_markdown_target(block.detail) + ")";
}

std::string fenced(const Block& block) {
  const std::string fence(std::max<std::size_t>(3, render::longest_backticks(block.text) + 1), '`');
  return fence + block.detail + "\n" + block.text + "\n" + fence;
}

/// Of the second level or lower: the title has the first. Number signs at the end would be taken for a part of the
/// mark.
std::string heading(std::size_t level, std::string text) {
  if (text.ends_with('#')) text.insert(text.size() - 1, 1, '\\');
  return std::string(level, '#') + " " + text;
}

std::string text_lines(const Block& block, Links links) {
  return guard_lines(inline_markdown(block, links, MarkdownPlace::lines));
}

/// Without what its frames add.
std::string body_of(const Block& block, Links links) {
  switch (block.kind) {
    case BlockKind::heading:
      return heading(std::min<std::size_t>(std::max<std::size_t>(block.level, 2), 6),
                     inline_markdown(block, links, MarkdownPlace::one_line));
    case BlockKind::code:
      return fenced(block);
    case BlockKind::definition:
      return ": " + inline_markdown(block, links, MarkdownPlace::one_line);
    case BlockKind::image:
      return reference("![", block);
    case BlockKind::embed:
      return reference("[", block);
    case BlockKind::math:
      return render::display_markdown(block.text);
    case BlockKind::rule:
      // After an item's hyphen, hyphens are one rule with it.
      return render::innermost(block, FrameKind::item) < block.frames.size() ? "***" : "---";
    case BlockKind::paragraph:
    case BlockKind::caption:
    case BlockKind::term:
      return text_lines(block, links);
  }
  return {};
}

/// Of one figure, as one line of emphasis.
std::string captions(std::span<const Block> blocks, Links links) {
  std::string out;
  for (Block block : blocks) {
    // There is no emphasis in emphasis.
    std::erase_if(block.spans, [](const Span& span) { return span.kind == SpanKind::emphasis; });
    out += (out.empty() ? "" : "<br>") + inline_markdown(block, links, MarkdownPlace::one_line);
  }
  // Beside other asterisks, these would be read as one with them.
  const auto is_mark = [](char c) { return c == '*' || c == '~'; };
  const bool ends_escaped = out.size() > 1 && out[out.size() - 2] == '\\';
  const bool is_read = !out.empty() && !is_mark(out.front()) && (!is_mark(out.back()) || ends_escaped) &&
                       render::neighbour_from(out, 0) != render::Neighbour::space &&
                       render::neighbour_before(out, out.size()) != render::Neighbour::space;
  return is_read ? "*" + out + "*" : "<em>" + out + "</em>";
}

/// What an open frame puts before the lines in it.
struct Prefix {
  std::string first;  // of its first line, then empty
  std::string rest;
  std::size_t width = 0;        // of an item: of its mark
  bool is_empty = true;         // nothing has been written in it
  bool has_list_first = false;  // of an item: it begins with a list, which is not indented
};

/// Lists with an item of several blocks have blank lines between their items.
std::vector<std::uint32_t> find_loose_lists(const std::vector<Block>& blocks) {
  std::vector<std::uint32_t> loose;
  std::vector<std::uint32_t> items;  // of every block that stands in one: the innermost
  for (const Block& block : blocks) {
    const std::size_t depth = render::innermost(block, FrameKind::item);
    if (depth == block.frames.size() || depth == 0) continue;
    items.push_back(block.frames[depth].id);
  }
  std::sort(items.begin(), items.end());
  for (const Block& block : blocks) {
    const std::size_t depth = render::innermost(block, FrameKind::item);
    if (depth == block.frames.size() || depth == 0) continue;
    const auto [first, last] = std::equal_range(items.begin(), items.end(), block.frames[depth].id);
    if (last - first > 1) loose.push_back(block.frames[depth - 1].id);
  }
  std::sort(loose.begin(), loose.end());
  return loose;
}

class MarkdownWriter {
 public:
  MarkdownWriter(const std::string& title, const std::vector<Block>& blocks, Links links)
      : blocks_(blocks), links_(links), loose_(find_loose_lists(blocks)) {
    if (render::has_notes(blocks)) references_ = render::referred_notes(blocks);
    if (!title.empty()) out_ += heading(1, escaped_markdown(title, MarkdownPlace::one_line)) + "\n";
  }

  std::string write() {
    for (std::size_t i = 0; i < blocks_.size();) i = write_unit(i);
    close_down_to(0);
    return std::move(out_);
  }

 private:
  /// A block, or all of a table; returns the block to go on with.
  std::size_t write_unit(std::size_t i) {
    const Block& block = blocks_[i];
    const std::size_t depth = render::table_depth(block);
    std::size_t end = i + 1;
    std::string body;
    if (depth < block.frames.size()) {
      while (end < blocks_.size() && render::stands_in_cell_of(blocks_[end], block.frames[depth], depth)) ++end;
      body = render::markdown_table({blocks_.data() + i, end - i}, depth, links_);
    } else if (block.kind == BlockKind::caption && !render::is_summary(block)) {
      end = render::captions_end(blocks_, i);
      body = captions({blocks_.data() + i, end - i}, links_);
    } else {
      body = render::is_summary(block) ? summary(block) : body_of(block, links_);
      if (block.kind == BlockKind::definition && !explains_a_term(block)) body = text_lines(block, links_);
    }
    if (block.kind == BlockKind::term) terms_.insert(frame_id(block));
    if (body.empty()) return end;
    const std::size_t shared = above_ == nullptr ? 0 : render::shared_frames(*above_, block);
    close_down_to(shared);
    part_from_above(block, shared);
    open_frames(block, depth);
    write_lines(body);
    above_ = &blocks_[end - 1];
    return end;
  }

  /// Without one, as where pages indent with definitions, its mark would be a colon that readers see.
  [[nodiscard]] bool explains_a_term(const Block& definition) const { return terms_.count(frame_id(definition)) > 0; }

  /// Of what it stands right in.
  static std::uint32_t frame_id(const Block& block) { return block.frames.empty() ? 0 : block.frames.back().id; }

  [[nodiscard]] bool is_tight(const Block& block, std::size_t shared) const {
    const bool stands_beside = shared == block.frames.size() && shared == above_->frames.size();
    if (block.kind == BlockKind::definition && stands_beside &&
        render::stands_right_in(block, FrameKind::definitions)) {
      return explains_a_term(block) && (above_->kind == BlockKind::term || above_->kind == BlockKind::definition);
    }
    if (shared == 0) return false;
    if (stands_beside && shares_explanation(block)) return true;
    const Frame& frame = block.frames[shared - 1];
    if (frame.kind == FrameKind::list) return !is_loose(frame);
    // An item's own list, right below its text; a list that does not begin with 1 would be text there.
    const bool is_inner_list = frame.kind == FrameKind::item && shared + 1 < block.frames.size() &&
                               block.frames[shared].kind == FrameKind::list && shared > 1 &&
                               block.frames[shared + 1].number <= 1;
    return is_inner_list && !is_loose(block.frames[shared - 2]) && !stands_in_two_lists(block, shared) &&
           !stands_below_html();
  }

  /// Whether the line right above is an end tag: what HTML begins in Markdown goes on until a blank line.
  [[nodiscard]] bool stands_below_html() const {
    return out_.ends_with("</details>\n") || out_.ends_with("</table>\n");
  }

  /// Whether the term below another, and perhaps more below it, have one explanation: readers of definitions know terms
  /// as lines of their own. Without one they would be read as one line.
  [[nodiscard]] bool shares_explanation(const Block& term) const {
    if (above_->kind != BlockKind::term || !render::stands_right_in(term, FrameKind::definitions)) return false;
    auto i = static_cast<std::size_t>(&term - blocks_.data());
    while (i < blocks_.size() && blocks_[i].kind == BlockKind::term && blocks_[i].frames == term.frames) ++i;
    return i < blocks_.size() && blocks_[i].kind == BlockKind::definition && blocks_[i].frames == term.frames &&
           term.kind == BlockKind::term;
  }

  [[nodiscard]] bool is_loose(const Frame& list) const {
    return std::binary_search(loose_.begin(), loose_.end(), list.id);
  }

  /// Whether another list of the same marks ended right above: without anything between they would be one.
  [[nodiscard]] bool stands_in_two_lists(const Block& block, std::size_t shared) const {
    const std::size_t here = next_list(block, shared);
    const std::size_t there = next_list(*above_, shared);
    if (here == block.frames.size() || there == above_->frames.size()) return false;
    // Right in an item, first there, and in definitions in it, lists are indented otherwise: the deeper one would be
    // the other's.
    return here != there || (!open_.empty() && open_.back().has_list_first) ||
           (block.frames[here + 1].number > 0) == (above_->frames[there + 1].number > 0);
  }

  /// A note has one unless nothing refers to it; only those still stand within something.
  static bool has_no_mark(const Block& block, std::size_t depth) {
    const FrameKind kind = block.frames[depth].kind;
    return kind == FrameKind::definitions || kind == FrameKind::figure || (kind == FrameKind::note && depth > 0);
  }

  /// Depth of the first list from `shared` on, with nothing around it but frames without marks, that has an item; the
  /// number of frames when there is none.
  static std::size_t next_list(const Block& block, std::size_t shared) {
    std::size_t depth = shared;
    while (depth < block.frames.size() && has_no_mark(block, depth)) ++depth;
    const bool is_list = depth + 1 < block.frames.size() && block.frames[depth].kind == FrameKind::list;
    return is_list ? depth : block.frames.size();
  }

  /// Whether it is an item whose number does not follow: Markdown counts for itself, from a list's first number on.
  [[nodiscard]] bool jumps_in_numbers(const Block& block, std::size_t shared) const {
    const bool are_items = shared < block.frames.size() && shared < above_->frames.size() &&
                           block.frames[shared].kind == FrameKind::item &&
                           above_->frames[shared].kind == FrameKind::item && shared > 0 &&
                           block.frames[shared - 1].kind == FrameKind::list;
    return are_items && block.frames[shared].number > 0 &&
           block.frames[shared].number != above_->frames[shared].number + 1;
  }

  void part_from_above(const Block& block, std::size_t shared) {
    if (above_ == nullptr) {
      if (!out_.empty()) out_ += '\n';
      return;
    }
    const bool jumps = jumps_in_numbers(block, shared);
    if (!jumps && is_tight(block, shared)) return;
    blank_line();
    if (!jumps && !stands_in_two_lists(block, shared)) return;
    write_lines("<!-- -->");
    blank_line();
  }

  void blank_line() {
    std::string line;
    for (const Prefix& prefix : open_) line += prefix.rest;
    while (!line.empty() && line.back() == ' ') line.pop_back();
    out_.append(line).append("\n");
  }

  void open_frames(const Block& block, std::size_t until) {
    for (std::size_t k = open_.size(); k < until; ++k) {
      const Frame& frame = block.frames[k];
      const bool begins_item = !open_.empty() && open_.back().width > 0 && open_.back().is_empty;
      if (frame.kind == FrameKind::list && begins_item) open_.back().has_list_first = true;
      open_.push_back(prefix_of(block, k));
      const bool is_told_by_summary = render::is_summary(block) && k + 1 == block.frames.size();
      if (frame.kind != FrameKind::details || is_told_by_summary) continue;
      write_lines("<details>");
      blank_line();
    }
  }

  /// GitHub's readers know it at the begin of a paragraph alone.
  static std::string_view task_mark_of(const Block& block, std::size_t depth) {
    const bool begins_with_text = block.frames.size() == depth + 1 && block.kind == BlockKind::paragraph;
    return begins_with_text ? render::task_mark(block.frames[depth].task) : std::string_view();
  }

  [[nodiscard]] Prefix prefix_of(const Block& block, std::size_t depth) const {
    const Frame& frame = block.frames[depth];
    switch (frame.kind) {
      case FrameKind::quote:
        return {"> ", "> "};
      case FrameKind::item: {
        const std::string mark = frame.number > 0 ? std::to_string(frame.number) + ". " : "- ";
        return {mark + std::string(task_mark_of(block, depth)), std::string(mark.size(), ' '), mark.size()};
      }
      case FrameKind::list: {
        // Four spaces or more below an item's text: every reader takes that for a list in it.
        constexpr std::size_t indent = 4;
        const bool is_below_text = !open_.empty() && open_.back().width > 0 && !open_.back().is_empty;
        const std::size_t width = is_below_text ? open_.back().width : indent;
        const std::string spaces(indent - std::min(indent, width), ' ');
        return {spaces, spaces};
      }
      case FrameKind::note: {
        const auto first = static_cast<std::size_t>(&block - blocks_.data());
        const std::string label = render::note_label(blocks_, first, depth);
        // Readers leave out notes that nothing refers to: it stays text.
        if (references_.count(label) == 0) return {};
        return {"[^" + label + "]: ", "    "};
      }
      default:
        return {};
    }
  }

  void write_lines(const std::string& text) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      std::string line;
      for (Prefix& prefix : open_) {
        line += prefix.is_empty ? prefix.first : prefix.rest;
        prefix.is_empty = false;
      }
      line.append(text, begin, end - begin);
      if (begin == end) line.erase(line.find_last_not_of(' ') + 1);
      out_.append(line).append("\n");
      begin = end + 1;
    }
  }

  [[nodiscard]] std::string summary(const Block& block) const {
    std::string out = "<details>\n<summary>";
    render::append_inline_html(out, block, links_);
    return out + "</summary>";
  }

  void close_down_to(std::size_t depth) {
    while (open_.size() > depth) {
      const Frame& frame = above_->frames[open_.size() - 1];
      if (frame.kind == FrameKind::details) {
        open_.back() = {};
        blank_line();
        write_lines("</details>");
      }
      open_.pop_back();
    }
  }

  const std::vector<Block>& blocks_;
  Links links_;
  std::vector<std::uint32_t> loose_;  // ids of lists
  render::NoteLabels references_;     // of notes that the text refers to
  std::vector<Prefix> open_;
  std::set<std::uint32_t> terms_;  // frames in which a term stands so far
  const Block* above_ = nullptr;
  std::string out_;
};

}  // namespace

void append_markdown(const Article& article, std::string& out, Links links) {
  if (article.empty()) return;
  if (!render::has_notes(article.blocks)) {
    out += MarkdownWriter(article.metadata.title, article.blocks, links).write();
    return;
  }
  const std::vector<Block> blocks = render::with_notes_apart(article.blocks);
  out += MarkdownWriter(article.metadata.title, blocks, links).write();
}

std::string to_markdown(const Article& article, Links links) {
  std::string out;
  append_markdown(article, out, links);
  return out;
}

}  // namespace pith
