// Plain text as a scraper leaves it: one block a line; where a program wrapped the lines, one block a paragraph, where
// each text node has a line, one block for the lines of a sentence.

#include <algorithm>
#include <array>

#include "plain_text/fragments.hpp"
#include "plain_text/long_line.hpp"
#include "plain_text/plain_text.hpp"
#include "plain_text/underline.hpp"
#include "plain_text/wrapping.hpp"

namespace pith::plain_text {
namespace {

/// Longer lines without a break are whole pages on one line; they are cut at sentence ends into parts of about
/// `part_bytes`. Wrapped paragraphs are cut at a line's end.
constexpr std::size_t giant_line_bytes = 2000;
constexpr std::size_t part_bytes = 120;
/// Of a text that is one line with CJK sentences, shorter lines are cut too, a sentence a part: notices, promos and
/// lists stand in the same line.
constexpr std::size_t lone_line_bytes = 600;
/// Of those that are shorter than that, only what stands before the first sentence and after the last is cut off.
constexpr std::size_t whole_line_bytes = 150;
constexpr std::size_t lone_part_bytes = 30;
constexpr std::size_t longest_lone_line = 30'000;

constexpr std::array<std::string_view, 14> bullets = {"\u2022 ", "\u2022",  "\u00B7 ", "\u25AA ", "\u25AA",
                                                      "\u25CF",  "\u25A0",  "\u25C6",  "\u2605",  "- ",
                                                      "* ",      "\u2013 ", "\u2713 ", "\u25B6 "};

/// Builds the flat page: html > body > lines.
class LineReader {
 public:
  LineReader(page::Page& out, std::string_view utf8, std::uint64_t max_blocks)
      : out_(out),
        crowding_(utf8.size(), max_blocks, max_blocks),
        is_only_line_(is_only_line(utf8)),
        is_lone_(is_only_line_ && is_lone_line(utf8)) {
    add_element(page::Tag::html, 0, 0);
    add_element(page::Tag::body, 1, 0);
  }

  void add_line(std::string_view line) {
    line = text::trim(line);
    if (line.empty()) {
      blank_ = true;
      return;
    }
    if (is_below_heading(line)) {
      out_.nodes[block_].tag = page::Tag::h2;
      return;
    }
    const bool is_block = crowding_.try_end_block();
    if (crowding_.is_full()) return crowding_.add_text(line.size());
    if (!is_block) return join(line);
    const page::Tag tag = strip_marks(line);
    if (line.empty()) return;
    last_part_ = {};
    if (is_lone_ && line.size() > whole_line_bytes) {
      add_lone_line(line);
    } else if (const std::size_t menu = is_only_line_ ? end_of_menu(line) : 0; menu > 0) {
      add_after_menu(line, menu);
    } else if (line.size() > giant_line_bytes) {
      add_parts(line, {part_bytes});
    } else {
      add_block(tag, line);
    }
    crowding_.add_text(line.size());
  }

  /// The line is the rest of the last one, which was wrapped.
  void continue_last(std::string_view line, bool with_space) {
    line = text::trim(line);
    crowding_.add_text(line.size());
    if (crowding_.is_full()) return;
    if (block_bytes_ > giant_line_bytes) {
      add_block(page::Tag::p, line);
      mark_as_part(with_space);
      return;
    }
    if (with_space) add_text(" ");
    add_text(line);
  }

  /// Whether a line right below a paragraph of one line underlines it, which makes it a heading.
  [[nodiscard]] bool is_below_heading(std::string_view line) const {
    if (blank_ || block_bytes_ == 0) return false;
    const page::Node& block = out_.nodes[block_];
    const std::string_view text = out_.nodes.back().text;
    const bool stands_alone = block.blank_before || block_ == first_block_;
    return stands_alone && block.tag == page::Tag::p && text.size() == block_bytes_ &&
           underlines(text::trim(line), text);
  }

  /// Bytes of the block that the last line ended; 0: there is none.
  [[nodiscard]] std::size_t block_bytes() const noexcept { return block_bytes_; }

  /// Returns how many blocks were left out.
  std::uint64_t finish() {
    const auto end = static_cast<std::uint32_t>(out_.nodes.size());
    out_.nodes[0].subtree_end = end;
    out_.nodes[1].subtree_end = end;
    return crowding_.left_out();
  }

 private:
  static bool is_only_line(std::string_view utf8) {
    utf8 = text::trim(utf8);
    return utf8.size() <= longest_lone_line && utf8.find('\n') == std::string_view::npos;
  }

  static bool is_lone_line(std::string_view utf8) { return end_of_sentences(utf8) != std::string_view::npos; }

  void add_element(page::Tag tag, std::uint16_t depth, std::uint32_t parent) {
    page::Node node;
    node.tag = tag;
    node.depth = depth;
    node.parent = parent;
    out_.nodes.push_back(node);
  }

  /// Cuts bullets and heading marks off; returns what kind of line they made it.
  static page::Tag strip_marks(std::string_view& line) {
    for (const std::string_view bullet : bullets) {
      if (!line.starts_with(bullet) || line.size() == bullet.size()) continue;
      line = text::trim(line.substr(bullet.size()));
      return page::Tag::li;
    }
    const std::size_t hashes = line.find_first_not_of('#');
    if (hashes != std::string_view::npos && hashes >= 1 && hashes <= 6 && line[hashes] == ' ') {
      line = text::trim(line.substr(hashes));
      return page::Tag::h2;
    }
    if (line.size() > 6 && line.starts_with("== ") && line.ends_with(" ==")) {
      line = text::trim(line.substr(3, line.size() - 6));
      return page::Tag::h2;
    }
    return page::Tag::p;
  }

  void add_block(page::Tag tag, std::string_view line) {
    block_ = static_cast<std::uint32_t>(out_.nodes.size());
    if (first_block_ == 0) first_block_ = block_;
    add_element(tag, 2, 1);
    out_.nodes.back().blank_before = blank_;
    block_bytes_ = 0;
    add_text(line);
    blank_ = false;
  }

  /// To the block at hand.
  void add_text(std::string_view line) {
    const auto end = static_cast<std::uint32_t>(out_.nodes.size()) + 1;
    page::Node text;
    text.depth = 3;
    text.parent = block_;
    text.subtree_end = end;
    text.text = line;
    out_.nodes.push_back(text);
    out_.nodes[block_].subtree_end = end;
    out_.text_bytes += line.size();
    block_bytes_ += line.size();
  }

  /// Joins the line to the last one, which ends before it in the same text.
  void join(std::string_view line) {
    std::string_view& last = out_.nodes.back().text;
    const std::string_view joined(last.data(), static_cast<std::size_t>(line.data() + line.size() - last.data()));
    out_.text_bytes += joined.size() - last.size();
    last = joined;
    crowding_.add_text(line.size());
  }

  /// A text that is one line with CJK sentences: what stands before them, the sentences, what stands after them.
  void add_lone_line(std::string_view line) {
    const std::size_t head = end_of_head(line);
    if (head > 0) add_block(page::Tag::p, text::trim(line.substr(0, head)));
    line.remove_prefix(head);
    const std::size_t text = out_.nodes.size();
    if (line.size() <= lone_line_bytes) {
      const std::size_t end = std::min(end_of_sentences(line), line.size());
      add_part(line.substr(0, end));
      line.remove_prefix(end);
    }
    add_parts(line, {lone_part_bytes, true, end_of_sentences(line)});
    if (head == 0) return;
    out_.nodes[text].continues_previous = true;
    out_.nodes[text].space_before = true;
  }

  /// A text that is one line in another script, of which a menu takes the first `menu` bytes.
  void add_after_menu(std::string_view line, std::size_t menu) {
    add_block(page::Tag::p, text::trim(line.substr(0, menu)));
    const std::size_t text = out_.nodes.size();
    line.remove_prefix(menu);
    add_parts(line, {line.size() > giant_line_bytes ? part_bytes : giant_line_bytes});
    if (text == out_.nodes.size()) return;
    out_.nodes[text].continues_previous = true;
    out_.nodes[text].space_before = true;
  }

  /// A part of a line, joined to the one before it where that is kept, too.
  void add_part(std::string_view part) {
    const std::string_view text = text::trim(part);
    if (text.empty()) return;
    add_block(page::Tag::p, text);
    if (!last_part_.empty()) mark_as_part(was_broken_at_space(last_part_, text));
    last_part_ = text;
  }

  /// Parts of a sentence or two, cut after sentence ends.
  void add_parts(std::string_view line, LineCut cut) {
    constexpr std::size_t none = std::string_view::npos;
    while (!line.empty()) {
      const LinePart part = first_part(line, cut);
      add_part(line.substr(0, part.end));
      if (part.begins_paragraph) last_part_ = {};
      if (cut.sentences_end != none)
        cut.sentences_end = part.end < cut.sentences_end ? cut.sentences_end - part.end : none;
      line.remove_prefix(part.end);
    }
  }

  /// The block at hand and the one before it are one line.
  void mark_as_part(bool with_space) {
    out_.nodes[block_].continues_previous = true;
    out_.nodes[block_].space_before = with_space;
  }

  page::Page& out_;
  page::Crowding crowding_;
  std::string_view last_part_;  // of the line at hand
  bool is_only_line_;           // the text is one line
  bool is_lone_;                // and has CJK sentences
  std::uint32_t block_ = 0;     // node of the block at hand
  std::uint32_t first_block_ = 0;
  std::size_t block_bytes_ = 0;  // of its text
  bool blank_ = false;
};

void read_wrapped(std::string_view utf8, std::size_t width, LineReader& reader) {
  std::string_view last;
  while (!utf8.empty()) {
    const std::string_view line = take_line(utf8);
    if (!reader.is_below_heading(line) && was_broken(last, line, width)) {
      reader.continue_last(line, was_broken_at_space(last, line));
    } else {
      reader.add_line(line);
    }
    last = line;
  }
}

void read_fragments(std::string_view utf8, LineReader& reader) {
  std::string_view last;
  for (std::string_view line = take_line(utf8); !line.empty() || !utf8.empty();) {
    const std::string_view next = take_line(utf8);
    if (!reader.is_below_heading(line) && continues_sentence({last, line, next, reader.block_bytes()})) {
      reader.continue_last(line, is_parted_by_space(last, line));
    } else {
      reader.add_line(line);
    }
    last = line;
    line = next;
  }
}

void read_lines(std::string_view utf8, LineReader& reader) {
  while (!utf8.empty()) reader.add_line(take_line(utf8));
}

}  // namespace

std::uint64_t read_text(std::string_view utf8, page::Page& out, std::uint64_t max_blocks) {
  out.clear();
  out.kind = page::PageKind::text;
  LineReader reader(out, utf8, max_blocks);
  if (const std::size_t width = wrap_width(utf8); width != 0) {
    read_wrapped(utf8, width, reader);
  } else if (has_fragments(utf8)) {
    read_fragments(utf8, reader);
  } else {
    read_lines(utf8, reader);
  }
  return reader.finish();
}

}  // namespace pith::plain_text
