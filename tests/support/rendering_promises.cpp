#include "support/rendering_promises.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include <pith/render.hpp>

#include "block_spans.hpp"
#include "blocks/code_lines.hpp"
#include "blocks/frames.hpp"
#include "blocks/notes.hpp"
#include "blocks/tasks.hpp"
#include "render/frames.hpp"
#include "support/html_elements.hpp"
#include "support/markdown_parser.hpp"
#include "support/read_back.hpp"
#include "support/rendering_case.hpp"
#include "support/rendering_safety.hpp"
#include "support/told_references.hpp"
#include "text/ornaments.hpp"

namespace pith::test {
namespace {

/// Links to others are left out.
bool is_kept_address(std::string_view address) {
  return !address.empty() && runs_nothing(address) && std::none_of(address.begin(), address.end(), [](char c) {
    return static_cast<unsigned char>(c) < ' ' || c == 0x7F;
  });
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

/// Where a link is left out that an image began, after a space, nothing tells on which side of the space it stands.
void set_images_before_spaces(std::string_view text, std::vector<Span>& spans) {
  for (Span& image : spans) {
    const std::uint32_t at = image.begin;
    const bool begins_span = std::any_of(spans.begin(), spans.end(), [at](const Span& span) {
      return span.kind != SpanKind::image && span.begin == at;
    });
    if (image.kind == SpanKind::image && at > 0 && text[at - 1] == ' ' && !begins_span)
      image.begin = image.end = at - 1;
  }
}

/// Those that no rendering shows. Whether there were some.
bool leave_out_links(std::vector<Span>& spans) {
  return std::erase_if(
             spans, [](const Span& span) { return span.kind == SpanKind::link && !is_kept_address(span.target); }) != 0;
}

/// Brackets that stood partly in a link that is left out are those of the reference between them.
void settle_brackets(std::string_view text, std::vector<Span>& spans) {
  std::vector<Span> images;
  std::copy_if(spans.begin(), spans.end(), std::back_inserter(images),
               [](const Span& span) { return span.kind == SpanKind::image; });
  std::erase_if(spans, [](const Span& span) { return span.kind == SpanKind::image; });
  settle_notes(text, spans);
  spans.insert(spans.end(), images.begin(), images.end());
  std::stable_sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
}

/// Marked stretches that a rendering shows, those of the same text in any order. Without a link between them two are
/// one.
std::string spans_of(const Block& block) {
  std::vector<Span> shown = block.spans;
  if (leave_out_links(shown)) settle_brackets(block.text, shown);
  join_spans(shown);
  set_images_before_spaces(block.text, shown);
  std::vector<std::string> lines;
  for (const Span& span : shown) {
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

/// An embed without a title is shown as its address.
std::string shown_text(const Block& block) {
  return block.kind == BlockKind::embed && block.text.empty() ? block.detail : block.text;
}

/// What a page loses when HTML of it is read again: lists that hold nothing but lists, and, where a part of a table was
/// dropped, that it was one.
class LostFrames {
 public:
  explicit LostFrames(const Article& article) {
    for (const Block& block : article.blocks) {
      const bool has_text = block.kind != BlockKind::image && block.kind != BlockKind::rule;
      if (has_text) look_at(block);
    }
  }

  [[nodiscard]] bool holds(const std::vector<Frame>& frames, std::size_t depth) const {
    const FrameKind kind = frames[depth].kind;
    if (kind == FrameKind::item) return depth > 0 && holds(frames, depth - 1);
    if (kind == FrameKind::list) return lists_with_text_.count(frames[depth].id) == 0;
    if (kind == FrameKind::cell) return depth > 0 && holds(frames, depth - 1);
    if (kind != FrameKind::table) return false;
    const auto table = tables_.find(frames[depth].id);
    return table == tables_.end() || !table->second.is_told();
  }

  /// Of a cell, among those that have text.
  [[nodiscard]] std::ptrdiff_t row_of(const std::vector<Frame>& frames, std::size_t depth) const {
    if (frames[depth].kind != FrameKind::cell || depth == 0) return 0;
    const auto table = tables_.find(frames[depth - 1].id);
    if (table == tables_.end()) return 0;
    const auto& rows = table->second.rows;
    return std::distance(rows.begin(), rows.find(frames[depth].row));
  }

 private:
  struct Table {
    std::map<std::uint32_t, std::map<std::uint32_t, std::size_t>> rows;  // by number and column: bytes of text
    bool has_header = false;

    /// Without a header long cells are columns of a layout to who reads the table again: it may have lost one.
    [[nodiscard]] bool is_told() const {
      constexpr std::size_t longest_cell = 400;
      bool is_full = false;
      bool is_layout = false;
      for (const auto& [number, cells] : rows) {
        is_full = is_full || cells.size() > 1;
        for (const auto& [column, bytes] : cells) is_layout = is_layout || (!has_header && bytes > longest_cell);
      }
      return is_full && !is_layout && rows.size() > 1;
    }
  };

  void look_at(const Block& block) {
    const std::vector<Frame>& frames = block.frames;
    bool has_inner_list = false;
    for (std::size_t k = frames.size(); k > 0; --k) {
      const Frame& frame = frames[k - 1];
      if (frame.kind == FrameKind::cell && k > 1) {
        Table& table = tables_[frames[k - 2].id];
        table.rows[frame.row][frame.column] += shown_text(block).size();
        table.has_header = table.has_header || frame.header;
      }
      if (frame.kind != FrameKind::list) continue;
      if (!has_inner_list) lists_with_text_.insert(frame.id);
      has_inner_list = true;
    }
  }

  std::set<std::uint32_t> lists_with_text_;
  std::map<std::uint32_t, Table> tables_;  // by id
};

/// Frames without their ids.
std::string summary_of(const Block& block, const LostFrames& lost) {
  std::string out = kind_of(block);
  if (is_formula(block)) {
    out = "math  " + block.text;
  } else if (block.kind == BlockKind::embed) {
    const std::string shown = shown_text(block);
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

/// Without the links that no rendering has, a paragraph may be nothing but code on several lines, and is read as such.
void tell_code(std::vector<Block>& blocks) {
  for (Block& block : blocks) {
    std::vector<Span> spans = block.spans;
    std::erase_if(spans, [](const Span& span) { return span.kind == SpanKind::link && !is_kept_address(span.target); });
    const bool is_code = kind_of(block) == name_of(BlockKind::paragraph) && spans.size() == 1 &&
                         spans[0].kind == SpanKind::code && spans[0].begin == 0 && spans[0].end == block.text.size() &&
                         block.text.find('\n') != std::string::npos;
    if (!is_code) continue;
    block.kind = BlockKind::code;
    block.spans.clear();
  }
}

/// A line right above code that is the name of a language tells who reads the rendering what language it is in, even
/// where the page has other text between.
void tell_languages(std::vector<Block>& blocks) {
  constexpr std::size_t furthest = 4;
  for (std::size_t code = 0; code < blocks.size(); ++code) {
    for (std::size_t k = 1; k <= std::min(furthest, code) && blocks[code].kind == BlockKind::code; ++k) {
      if (kind_of(blocks[code - k]) != name_of(BlockKind::paragraph) || !blocks[code].detail.empty()) break;
      blocks[code].detail = blocks::language_of_label(blocks[code - k].text);
    }
  }
}

std::vector<std::string> summaries_of(Article article) {
  number_runs(article.blocks);
  call_notes_by_first_reference(article.blocks);
  part_unlinked_references(article.blocks);
  tell_code(article.blocks);
  tell_languages(article.blocks);
  const LostFrames lost(article);
  std::vector<std::string> out;
  for (const Block& block : article.blocks) out.push_back(summary_of(block, lost));
  return out;
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

/// "1) Words", which a raised label may stand before.
bool begins_with_label(std::string_view text) {
  const std::size_t end = text.find_first_of(".)");
  return end < 4 && !blocks::note_label(text.substr(0, end)).empty();
}

/// A block of a note that begins or ends with a reference to a note, or begins with a raised sign as labels are: read
/// again that is the note's own label, or a link back from it.
bool has_reference_at_edge(const Article& article) {
  constexpr std::string_view signs = " \n.:,;()[]^";
  return std::any_of(article.blocks.begin(), article.blocks.end(), [&](const Block& block) {
    const bool is_in_note = std::any_of(block.frames.begin(), block.frames.end(),
                                        [](const Frame& frame) { return frame.kind == FrameKind::note; });
    const std::string_view text = block.text;
    if (is_in_note && (text.starts_with('[') || begins_with_label(text))) return true;
    return is_in_note && std::any_of(block.spans.begin(), block.spans.end(), [&](const Span& span) {
             const bool stands_at_edge = text.substr(0, span.begin).find_first_not_of(signs) == text.npos ||
                                         text.substr(span.end).find_first_not_of(signs) == text.npos;
             const bool is_raised_label = span.kind == SpanKind::superscript && span.begin == 0 &&
                                          !blocks::note_label(text.substr(0, span.end)).empty();
             const std::string label = block.detail.substr(0, block.detail.find('-'));
             const bool begins_raised =
                 span.kind == SpanKind::superscript && span.begin == 0 && !label.empty() && text.starts_with(label);
             return is_raised_label || begins_raised || (span.kind == SpanKind::note && stands_at_edge);
           });
  });
}

/// A reference within raised or lowered letters that has taken a space: the page had an image in its place.
bool has_spaced_reference_in_script(const Article& article) {
  return std::any_of(article.blocks.begin(), article.blocks.end(), [](const Block& block) {
    const auto is_around = [](const Span& span, const Span& note) {
      const bool is_script = span.kind == SpanKind::superscript || span.kind == SpanKind::subscript;
      return is_script && span.begin <= note.begin && span.end >= note.end;
    };
    return std::any_of(block.spans.begin(), block.spans.end(), [&](const Span& note) {
      return note.kind == SpanKind::note && block.text[note.begin] == ' ' &&
             std::any_of(block.spans.begin(), block.spans.end(),
                         [&](const Span& span) { return is_around(span, note); });
    });
  });
}

/// An item whose text begins with the sign of a task; on the page something stands before it: dropped text, or a list.
bool has_task_by_chance(const Article& article) {
  std::uint32_t last = 0;  // item
  return std::any_of(article.blocks.begin(), article.blocks.end(), [&last](const Block& block) {
    const std::size_t depth = render::innermost(block, FrameKind::item);
    if (depth == block.frames.size()) return false;
    const Frame& item = block.frames[depth];
    const bool is_first = std::exchange(last, item.id) != item.id;
    return is_first && blocks::task_sign(block.text).task != Task::none;
  });
}

/// A note of more blocks than pith takes for one: embeds are blocks when they are read again, as links.
bool has_long_note(const Article& article) {
  std::map<std::uint32_t, int> blocks;  // by the note's id
  for (const Block& block : article.blocks) {
    const bool is_inset = block.kind == BlockKind::image || block.kind == BlockKind::rule;
    for (const Frame& frame : block.frames) blocks[frame.id] += frame.kind == FrameKind::note && !is_inset ? 1 : 0;
  }
  return std::any_of(blocks.begin(), blocks.end(), [](const auto& note) {
    constexpr int most_blocks = 12;
    return note.second > most_blocks;
  });
}

/// As many marks around one place as pith reads, when a rendering adds those around references and formulas: it opens
/// no more of them, blocks::InlineText::most_open_spans.
bool has_deep_spans(const Article& article) {
  constexpr std::size_t most_open = 13;
  return std::any_of(article.blocks.begin(), article.blocks.end(), [](const Block& block) {
    std::vector<std::uint32_t> ends;
    for (const Span& span : block.spans) {
      std::erase_if(ends, [&span](std::uint32_t end) { return end <= span.begin; });
      ends.push_back(span.end);
      if (ends.size() > most_open) return true;
    }
    return false;
  });
}

/// A block in as many frames as pith tells of: HTML has an element or two between, and the innermost may not be told.
bool has_deepest_frames(const Article& article) {
  return std::any_of(article.blocks.begin(), article.blocks.end(),
                     [](const Block& block) { return block.frames.size() + 2 > blocks::most_frames; });
}

/// A line of ornaments that the page has where it is no rule, as a term or a link: by itself it is one.
bool has_ornament(const Article& article) {
  return std::any_of(article.blocks.begin(), article.blocks.end(),
                     [](const Block& block) { return text::is_ornament(block.text); });
}

/// Whether what the HTML says of blocks and their places cannot be all that the article says.
bool is_told_in_part(const Article& article, Links links) {
  return links == Links::drop || has_parted_table(article) || has_reference_at_edge(article) ||
         has_task_by_chance(article) || has_long_note(article) || has_deep_spans(article) ||
         has_deepest_frames(article) || has_ornament(article) || has_spaced_reference_in_script(article);
}

/// Whether the parser was stopped, as it would have taken too long: of HTML that nests deep within wide tables.
bool is_read_as_text(const Article& article) {
  return std::any_of(article.notices.begin(), article.notices.end(),
                     [](const Notice& notice) { return notice.code == NoticeCode::parse_budget_spent; });
}

std::string broken_html(const Article& article, Links links) {
  const std::string html = to_html(article, links);
  if (std::string wrong = unsafe_html(html); !wrong.empty()) return "HTML has " + wrong;
  Article again = unjudged_article(html);
  const bool has_headline = !article.metadata.title.empty() && !text::is_ornament(article.metadata.title);
  if (has_headline && !again.blocks.empty()) again.blocks.erase(again.blocks.begin());
  if (is_told_in_part(article, links) || is_read_as_text(again)) return {};
  const std::string difference = first_difference(summaries_of(article), summaries_of(std::move(again)));
  return difference.empty() ? "" : "HTML read back: " + difference;
}

/// A formula that holds "[x]" in an item that is still to do: cmark-gfm takes a box for done where that stands anywhere
/// on its line, and in a formula it cannot be escaped.
bool has_box_in_formula(const Article& article) {
  return std::any_of(article.blocks.begin(), article.blocks.end(), [](const Block& block) {
    const std::size_t depth = render::innermost(block, FrameKind::item);
    if (depth == block.frames.size() || block.frames[depth].task != Task::open) return false;
    const std::string_view text = block.text;
    const bool has_box = text.find("[x]") != text.npos || text.find("[X]") != text.npos;
    const bool may_have_formula = text.find_first_of("$\\") != text.npos;  // that is no span
    return has_box && (may_have_formula || std::any_of(block.spans.begin(), block.spans.end(),
                                                       [](const Span& span) { return span.kind == SpanKind::math; }));
  });
}

std::string broken_markdown(const Article& article, Links links) {
  const std::string html = parse_markdown(to_markdown(article, links));
  if (std::string wrong = unsafe_markdown(html); !wrong.empty()) return "Markdown has " + wrong;
  if (has_parted_table(article) || has_box_in_formula(article)) return {};
  const std::string difference = first_difference(lines_of(article), lines_of_html(html));
  return difference.empty() ? "" : "Markdown read back: " + difference;
}

/// Without images at addresses that no rendering shows.
Article shown_part(Article article) {
  std::erase_if(article.blocks,
                [](const Block& block) { return block.kind == BlockKind::image && !is_kept_address(block.detail); });
  for (Block& block : article.blocks) {
    std::erase_if(block.spans,
                  [](const Span& span) { return span.kind == SpanKind::image && !is_kept_address(span.target); });
  }
  return article;
}

}  // namespace

std::string broken_rendering(const Article& whole) {
  const Article article = shown_part(whole);
  if (article.empty()) return {};
  for (const Links links : {Links::keep, Links::drop}) {
    if (std::string broken = broken_html(article, links); !broken.empty()) return broken;
    if (std::string broken = broken_markdown(article, links); !broken.empty()) return broken;
  }
  return {};
}

}  // namespace pith::test
