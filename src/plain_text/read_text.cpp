// Plain text as a scraper leaves it: one block a line; where a program wrapped the lines, one block a paragraph.

#include <algorithm>
#include <array>

#include "page/crowding.hpp"
#include "plain_text/plain_text.hpp"
#include "plain_text/wrapping.hpp"

namespace pith::plain_text {
namespace {

/// Longer lines without a break are whole pages on one line; they are cut at sentence ends into parts of about
/// `part_bytes`. Wrapped paragraphs are cut at a line's end.
constexpr std::size_t giant_line_bytes = 2000;
constexpr std::size_t part_bytes = 120;

constexpr std::array<std::string_view, 14> bullets = {"\u2022 ", "\u2022",  "\u00B7 ", "\u25AA ", "\u25AA",
                                                      "\u25CF",  "\u25A0",  "\u25C6",  "\u2605",  "- ",
                                                      "* ",      "\u2013 ", "\u2713 ", "\u25B6 "};

/// Builds the flat page: html > body > lines.
class LineReader {
 public:
  LineReader(page::Page& out, std::size_t bytes) : out_(out), crowding_(bytes) {
    add_element(page::Tag::html, 0, 0);
    add_element(page::Tag::body, 1, 0);
  }

  void add_line(std::string_view line) {
    line = text::trim(line);
    if (line.empty()) {
      blank_ = true;
      return;
    }
    if (!crowding_.try_end_block()) return join(line);
    const page::Tag tag = strip_marks(line);
    if (line.empty()) return;
    if (line.size() > giant_line_bytes) {
      add_parts(line);
    } else {
      add_block(tag, line);
    }
    crowding_.add_text(line.size());
  }

  /// The line is the rest of the last one, which was wrapped.
  void continue_last(std::string_view line, bool with_space) {
    line = text::trim(line);
    crowding_.add_text(line.size());
    if (block_bytes_ > giant_line_bytes) {
      add_block(page::Tag::p, line);
      mark_as_part(with_space);
      return;
    }
    if (with_space) add_text(" ");
    add_text(line);
  }

  void finish() {
    const auto end = static_cast<std::uint32_t>(out_.nodes.size());
    out_.nodes[0].subtree_end = end;
    out_.nodes[1].subtree_end = end;
  }

 private:
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
    block_bytes_ += line.size();
  }

  /// Joins the line to the last one, which ends before it in the same text.
  void join(std::string_view line) {
    std::string_view& last = out_.nodes.back().text;
    last = {last.data(), static_cast<std::size_t>(line.data() + line.size() - last.data())};
    crowding_.add_text(line.size());
  }

  /// One line that is a whole page: parts of a sentence or two, cut after sentence ends.
  void add_parts(std::string_view line) {
    std::string_view last;
    while (!line.empty()) {
      const std::size_t end = part_end(line);
      if (const std::string_view part = text::trim(line.substr(0, end)); !part.empty()) {
        add_block(page::Tag::p, part);
        if (!last.empty()) mark_as_part(was_broken_at_space(last, part));
        last = part;
      }
      line.remove_prefix(end);
    }
  }

  /// The block at hand and the one before it are one line.
  void mark_as_part(bool with_space) {
    out_.nodes[block_].continues_previous = true;
    out_.nodes[block_].space_before = with_space;
  }

  /// Behind the first sentence end past part_bytes.
  static std::size_t part_end(std::string_view line) {
    for (std::size_t at = part_bytes; at < line.size(); ++at) {
      const char c = line[at];
      const bool ascii_end = (c == '.' || c == '!' || c == '?') && at + 1 < line.size() && line[at + 1] == ' ';
      if (ascii_end) return at + 1;
      const std::string_view three = line.substr(at, 3);
      if (three == "\u3002" || three == "\uFF01" || three == "\uFF1F") return after_closing_quotes(line, at + 3);
    }
    return line.size();
  }

  static std::size_t after_closing_quotes(std::string_view line, std::size_t at) {
    while (line.substr(at, 3) == "\u201D" || line.substr(at, 3) == "\u300D" || line.substr(at, 3) == "\uFF09") at += 3;
    return at;
  }

  page::Page& out_;
  page::Crowding crowding_;
  std::uint32_t block_ = 0;      // node of the block at hand
  std::size_t block_bytes_ = 0;  // of its text
  bool blank_ = false;
};

}  // namespace

void read_text(std::string_view utf8, page::Page& out) {
  out.clear();
  out.kind = page::PageKind::text;
  LineReader reader(out, utf8.size());
  const std::size_t width = wrap_width(utf8);
  std::string_view last;
  while (!utf8.empty()) {
    const std::string_view line = take_line(utf8);
    if (width != 0 && was_broken(last, line, width)) {
      reader.continue_last(line, was_broken_at_space(last, line));
    } else {
      reader.add_line(line);
    }
    last = line;
  }
  reader.finish();
}

}  // namespace pith::plain_text
