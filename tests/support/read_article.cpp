#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "support/html_elements.hpp"
#include "support/read_back.hpp"
#include "support/read_line.hpp"

namespace pith::test {
namespace {

class ArticleLines {
 public:
  explicit ArticleLines(const Article& article) : article_(article) {
    const std::string& title = article.metadata.title;
    if (!title.empty()) lines_.push_back({"", "h1", without_space(title), has_formula(title)});
  }

  std::vector<ReadLine> take() {
    for (const Block& block : article_.blocks) add(block);
    return std::move(lines_);
  }

 private:
  void add(const Block& block) {
    ReadLine line = place_of(block);
    if (line.in_cell) return add_to_cell(std::move(line), block);
    line.has_formula = has_formula(block);
    line.kind = kind_of(block);
    line.text = text_of(block);
    line.text.insert(0, task_text(block));
    // Of nothing but references to notes: it parts what stands beside it.
    const bool is_empty = line.kind == "p" && line.text.empty();
    Above& above = above_[text_around(line, block)];
    const bool continues = continues_line(block, above.block);
    above.block = &block;
    if (continues && above.line != no_line) {
      lines_[above.line].text += line.text;
      lines_[above.line].has_formula |= line.has_formula;
    } else {
      above.line = is_empty ? no_line : lines_.size();
      if (!is_empty) lines_.push_back(std::move(line));
    }
  }

  /// The note that the line stands in, or 0: what Markdown puts elsewhere parts nothing.
  static std::uint32_t text_around(const ReadLine& line, const Block& block) {
    return line.note.empty() ? 0 : innermost_note(block)->id + 1;
  }

  static const Frame* innermost_note(const Block& block) {
    const auto note = std::find_if(block.frames.rbegin(), block.frames.rend(),
                                   [](const Frame& frame) { return frame.kind == FrameKind::note; });
    return note == block.frames.rend() ? nullptr : &*note;
  }

  static std::uint32_t id_of_note(const Block& block) {
    const Frame* const note = innermost_note(block);
    return note == nullptr ? 0 : note->id;
  }

  /// Definitions right below what they explain; captions of one figure.
  [[nodiscard]] bool continues_line(const Block& block, const Block* above) const {
    if (above == nullptr || block.frames.empty() || block.frames != above->frames) return false;
    const FrameKind around = block.frames.back().kind;
    if (block.kind == BlockKind::caption) return around == FrameKind::figure && above->kind == BlockKind::caption;
    if (around != FrameKind::definitions || above->kind == BlockKind::paragraph) return false;
    const bool is_below = above->kind == BlockKind::term || above->kind == BlockKind::definition;
    return is_below && (explains_a_term(block) || shares_explanation(block, *above));
  }

  /// A term right below another, when an explanation follows; notes between them stand elsewhere in Markdown.
  [[nodiscard]] bool shares_explanation(const Block& term, const Block& above) const {
    if (above.kind != BlockKind::term) return false;
    const Block* below = &term;
    const Block* const end = article_.blocks.data() + article_.blocks.size();
    const auto is_in_note = [&term](const Block& block) {
      return innermost_note(block) != nullptr && id_of_note(block) != id_of_note(term);
    };
    while (below != end && (is_in_note(*below) || (below->kind == BlockKind::term && below->frames == term.frames)))
      ++below;
    return term.kind == BlockKind::term && below != end && below->kind == BlockKind::definition &&
           below->frames == term.frames;
  }

  void add_to_cell(ReadLine line, const Block& block) {
    line.kind = "cell";
    line.has_formula = has_formula(block);
    above_.erase(text_around(line, block));
    const bool has_text = block.kind != BlockKind::image && block.kind != BlockKind::rule;
    line.text = has_text ? text_of(block) : "";
    const bool is_done = begins_item(block) && block.frames.back().task == Task::done;
    if (is_done && !is_in_html(block)) line.text.insert(0, "x");
    const bool same = !lines_.empty() && lines_.back().in_cell && lines_.back().table == line.table &&
                      lines_.back().frames == line.frames;
    if (same) {
      lines_.back().text += line.text;
      lines_.back().has_formula |= line.has_formula;
    } else {
      lines_.push_back(std::move(line));
    }
  }

  /// Whether it stands first, and right, in an item.
  [[nodiscard]] bool begins_item(const Block& block) const {
    return !block.frames.empty() && block.frames.back().kind == FrameKind::item &&
           begins(block, block.frames.size() - 1);
  }

  /// Whether it stands first in the frame at that depth. Notes in it stand elsewhere.
  [[nodiscard]] bool begins(const Block& block, std::size_t depth) const {
    const Block* before = &block;
    do {
      if (before == article_.blocks.data()) return true;
      --before;
    } while (stands_in_other_note(*before, block, depth));
    const std::vector<Frame>& above = before->frames;
    const Frame& frame = block.frames[depth];
    return depth >= above.size() || above[depth].kind != frame.kind || above[depth].id != frame.id;
  }

  static bool has_formula(const Block& block) {
    const bool has_span = std::any_of(block.spans.begin(), block.spans.end(),
                                      [](const Span& span) { return span.kind == SpanKind::math; });
    return has_span || block.kind == BlockKind::math || has_formula(block.text);
  }

  static bool has_formula(const std::string& text) {
    const std::size_t sign = text.find('$');
    const bool has_signs = sign != std::string::npos && text.find('$', sign + 1) != std::string::npos;
    return has_signs || text.find("\\(") != std::string::npos || text.find("\\[") != std::string::npos ||
           text.find("\\begin{") != std::string::npos;
  }

  /// Shown in HTML.
  static bool is_summary(const Block& block) {
    return block.kind == BlockKind::caption && !block.frames.empty() && block.frames.back().kind == FrameKind::details;
  }

  /// Whether Markdown has a reference to the note: summaries and tables of HTML have none.
  [[nodiscard]] bool is_referred_to(const Frame& note) const {
    std::string label;
    for (const Block& block : article_.blocks) {
      const bool is_text = block.kind != BlockKind::image && block.kind != BlockKind::embed;
      const Frame* const innermost = innermost_note(block);
      const bool stands_in = innermost != nullptr && innermost->id == note.id;
      if (label.empty() && stands_in && is_text && block.kind != BlockKind::code) label = block.detail;
    }
    return std::any_of(article_.blocks.begin(), article_.blocks.end(), [&](const Block& block) {
      const bool is_written = !is_summary(block) && block.kind != BlockKind::code && !is_in_html(block);
      return is_written && std::any_of(block.spans.begin(), block.spans.end(), [&](const Span& span) {
               return span.kind == SpanKind::note && span.target == label;
             });
    });
  }

  static const Frame* table_of(const Block& block) {
    for (std::size_t k = 0; k + 1 < block.frames.size(); ++k)
      if (block.frames[k].kind == FrameKind::table && block.frames[k + 1].kind == FrameKind::cell)
        return &block.frames[k];
    return nullptr;
  }

  /// Whether it needs HTML where it stands in a cell.
  static bool needs_html(const Block& block, const Frame* table) {
    const auto in_cell = block.frames.begin() + (table - block.frames.data()) + 1;
    if (block.kind == BlockKind::code || in_cell->row_span > 1 || in_cell->column_span > 1) return true;
    return std::any_of(in_cell + 1, block.frames.end(), [](const Frame& frame) {
      return frame.kind != FrameKind::list && frame.kind != FrameKind::item && frame.kind != FrameKind::figure;
    });
  }

  [[nodiscard]] bool is_in_html(const Block& block) const {
    const Frame* const table = table_of(block);
    return table != nullptr && std::any_of(article_.blocks.begin(), article_.blocks.end(), [&](const Block& other) {
             const Frame* const same = table_of(other);
             return same != nullptr && same->id == table->id && needs_html(other, same);
           });
  }

  [[nodiscard]] ReadLine place_of(const Block& block) const {
    ReadLine line;
    for (const Frame& frame : block.frames) {
      if (line.in_cell) break;
      if (frame.kind == FrameKind::quote) line.frames += "quote ";
      if (frame.kind == FrameKind::item && line.note.empty())
        line.frames += "item" + std::to_string(frame.number) + task_of(block, frame) + " ";
      if (frame.kind == FrameKind::note && is_referred_to(frame)) line = {.note = "note "};
      if (frame.kind == FrameKind::table) line.table = frame.id;
      if (frame.kind != FrameKind::cell) continue;
      line.frames += "cell" + std::to_string(frame.row) + "," + std::to_string(frame.column) + " ";
      line.in_cell = true;
    }
    return line;
  }

  /// Shown where a paragraph begins the item, on all that stands in it. One that goes on after blocks outside of it is
  /// two in Markdown.
  [[nodiscard]] std::string task_of(const Block& block, const Frame& item) const {
    if (item.task == Task::none) return "";
    const auto depth = static_cast<std::size_t>(&item - block.frames.data());
    const Block* first = &block;
    for (const Block* at = &block; at != article_.blocks.data();) {
      --at;
      if (stands_in_note(*at, depth)) continue;  // which stands elsewhere
      if (at->frames.size() <= depth || at->frames[depth].kind != item.kind || at->frames[depth].id != item.id) break;
      first = at;
    }
    const bool is_shown = has_task_mark(*first, depth) && begins_line(*first, depth);
    return !is_shown ? "" : item.task == Task::done ? "x" : "o";
  }

  /// Below the frame at that depth, and not around `block`, too.
  [[nodiscard]] bool stands_in_other_note(const Block& before, const Block& block, std::size_t depth) const {
    for (std::size_t k = depth; k < before.frames.size(); ++k) {
      const Frame& frame = before.frames[k];
      const bool is_shared = k < block.frames.size() && block.frames[k].id == frame.id;
      if (frame.kind == FrameKind::note && is_referred_to(frame) && !is_shared) return true;
    }
    return false;
  }

  /// Below the frame at that depth.
  [[nodiscard]] bool stands_in_note(const Block& block, std::size_t depth) const {
    const auto is_note = [this](const Frame& frame) { return frame.kind == FrameKind::note && is_referred_to(frame); };
    const auto below = static_cast<std::ptrdiff_t>(std::min(depth, block.frames.size()));
    return std::any_of(block.frames.begin() + below, block.frames.end(), is_note);
  }

  /// Whether Markdown has a mark for what is to do in the item that the block begins.
  static bool has_task_mark(const Block& block, std::size_t depth) {
    return block.kind == BlockKind::paragraph && block.frames.size() == depth + 1 &&
           block.frames[depth].task != Task::none;
  }

  /// cmark-gfm reads such a mark only where nothing but spaces stands before the item's own: not in quotes, nor in
  /// items and notes that begin with the item. There the mark is text.
  [[nodiscard]] bool begins_line(const Block& block, std::size_t depth) const {
    bool begins_one = true;
    bool is_quoted = false;
    for (std::size_t k = 0; k < depth; ++k) {
      const Frame& frame = block.frames[k];
      if (frame.kind == FrameKind::note && is_referred_to(frame)) {
        begins_one = !begins(block, k);
        is_quoted = false;  // it stands elsewhere
      }
      is_quoted = is_quoted || frame.kind == FrameKind::quote;
      if (frame.kind == FrameKind::item && begins(block, k)) begins_one = false;
      if (frame.kind == FrameKind::details && begins(block, k)) begins_one = true;  // below a line of its own
    }
    return begins_one && !is_quoted;
  }

  /// The mark of what is to do, where it is text.
  [[nodiscard]] std::string task_text(const Block& block) const {
    if (!begins_item(block)) return "";
    const std::size_t depth = block.frames.size() - 1;
    const bool is_text = has_task_mark(block, depth) && !begins_line(block, depth);
    return !is_text ? "" : block.frames[depth].task == Task::done ? "[x]" : "[]";
  }

  static std::string kind_of(const Block& block) {
    if (block.kind == BlockKind::heading) return "h" + std::to_string(std::clamp<int>(block.level, 2, 6));
    if (block.kind == BlockKind::code) return "code " + block.detail;
    if (block.kind == BlockKind::rule) return "rule";
    if (block.kind == BlockKind::image) return "image " + decoded(file_of(block.detail));
    return "p";
  }

  /// What refers to it is text in Markdown.
  [[nodiscard]] bool is_note_in_cell(const std::string& label) const {
    return std::any_of(article_.blocks.begin(), article_.blocks.end(), [&](const Block& block) {
      const auto cell = std::find_if(block.frames.begin(), block.frames.end(),
                                     [](const Frame& frame) { return frame.kind == FrameKind::cell; });
      return block.detail == label &&
             std::any_of(cell, block.frames.end(), [](const Frame& frame) { return frame.kind == FrameKind::note; });
    });
  }

  /// References to notes are marks of their own.
  [[nodiscard]] std::string text_of(const Block& block) const {
    if (block.kind == BlockKind::image) return without_space(block.text);
    if (block.kind == BlockKind::embed) return without_space(block.text.empty() ? block.detail : block.text);
    std::string text = block.text;
    // These have no references in Markdown.
    if (is_summary(block) || block.kind == BlockKind::code || is_in_html(block)) return without_space(text);
    for (auto span = block.spans.rbegin(); span != block.spans.rend(); ++span) {
      if (span->kind == SpanKind::note && !is_note_in_cell(span->target))
        text.erase(span->begin, span->end - span->begin);
    }
    return (explains_a_term(block) ? ":" : "") + without_space(text);
  }

  /// Whether it is a definition below a term, with no other element around it than around the term.
  [[nodiscard]] bool explains_a_term(const Block& block) const {
    if (block.kind != BlockKind::definition) return false;
    const auto id_of = [](const Block& one) { return one.frames.empty() ? 0 : one.frames.back().id; };
    return std::any_of(article_.blocks.data(), &block, [&](const Block& above) {
      return above.kind == BlockKind::term && id_of(above) == id_of(block);
    });
  }

  const Article& article_;
  std::vector<ReadLine> lines_;
  /// What was read last, and its line.
  static constexpr std::size_t no_line = static_cast<std::size_t>(-1);
  struct Above {
    const Block* block = nullptr;
    std::size_t line = no_line;
  };
  std::map<std::uint32_t, Above> above_;  // in the text, 0, and by note, its id and 1: notes stand apart
};

}  // namespace

std::vector<std::string> lines_of(const Article& article) {
  return print_all(ArticleLines(article).take());
}

}  // namespace pith::test
