/// SkeletonWriter: one pass over a page that writes its skeleton. Private to this room: what
/// begins where is in writer.cpp, tags are in tags.cpp, elements whose content is not markup in content.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "html/html.hpp"
#include "html/lexer.hpp"
#include "html/skeleton/folding.hpp"
#include "html/skeleton/nesting.hpp"
#include "html/skeleton/skeleton.hpp"

namespace pith::html {

/// What the skeleton ends with, as far as text cares.
enum class Tail : std::uint8_t { tag, preformatted_tag, text, blank };

class SkeletonWriter {
 public:
  SkeletonWriter(std::string_view utf8, const Limits& limits, Page& page, Skeleton& out)
      : utf8_(utf8),
        max_blocks_(limits.max_blocks),
        page_(page),
        out_(out),
        has_nul_(utf8.find('\0') != std::string_view::npos) {}

  /// Where the rest begins that the skeleton does not cover: utf8.size() when there is none, 0 for all of the page.
  /// Of a page of far more tags than blocks are read, the rest is not read at all, but for Skeleton::left_out.
  [[nodiscard]] std::size_t write();

 private:
  void step();
  [[nodiscard]] bool is_full() const noexcept;
  void leave_out_rest();
  void text(std::size_t begin, std::size_t end);
  void text_piece(std::size_t begin, std::size_t end);
  void blank(std::size_t begin, std::size_t end);
  void pass_blank(bool before_block);
  void run(std::size_t begin, std::size_t end);
  void enter_body();
  [[nodiscard]] bool goes_on_with_run() const noexcept { return !out_.runs.empty() && out_.html.size() == run_end_; }
  [[nodiscard]] std::size_t newline_of_preformatted(std::size_t begin, std::size_t end);
  void start_tag();
  [[nodiscard]] bool fold_inline_run();
  [[nodiscard]] bool may_fold_here() const noexcept;
  void fold(const SkeletonPlace& place);
  void leave_out_tag();
  /// A comment, script or the like ends at position_: for the parser, it parts text from text.
  void leave_out() noexcept {
    left_out_ = true;
    note_inserted(position_);
  }
  void note_inserted(std::size_t source) noexcept {
    if (!out_.runs.empty()) last_inserted_ = {source, out_.runs.size() - 1, out_.html.size()};
  }
  [[nodiscard]] SkeletonPlace place_before(std::size_t source) const noexcept;
  [[nodiscard]] bool leaves_text_pending(Tag tag) const noexcept;
  void part_from_tag();
  void ordinary_start_tag();
  void end_tag();
  void raw_text();
  [[nodiscard]] bool may_leave_out_head_data() const noexcept;
  void set_raw_text_aside(std::string_view content);
  void head_element();
  void foreign();
  [[nodiscard]] bool plain_select();
  void verbatim_element(std::size_t end);
  void note_start(Tag tag);
  void note_tag() noexcept {
    ends_with_ = Tail::tag;
    tag_end_ = out_.html.size();
  }
  void write_start_tag();
  void write_parser_attributes();
  void doctype();
  void read_tag_at(MarkupKind kind);
  void append(std::size_t begin, std::size_t end) { out_.html.append(utf8_, begin, end - begin); }
  void bail() { bailed_ = true; }
  /// For pages of frames: whether there is a body at all hangs on what was left out. And for head data that the parser
  /// moves out of a table, to before what was set aside of it.
  void give_up() {
    bailed_ = true;
    position_ = 0;
  }
  [[nodiscard]] bool in_table() const noexcept { return tables_ != 0; }
  [[nodiscard]] std::string_view written_name() const noexcept {
    return utf8_.substr(tag_.name_begin, tag_.name_end - tag_.name_begin);
  }

  std::string_view utf8_;
  std::uint64_t max_blocks_;
  Page& page_;
  Skeleton& out_;
  bool has_nul_;  // pages with one are rare, and parsers disagree about them
  std::size_t position_ = 0;
  TagToken tag_;
  ElementName element_;
  std::uint32_t tables_ = 0;        // start tags seen without end tag
  std::uint32_t preformatted_ = 0;  // the same
  Tail ends_with_ = Tail::tag;
  bool after_block_ = false;        // the skeleton ends with a tag of a block
  std::string_view held_blank_;     // white space that may still have to be written,
  std::size_t held_blank_end_ = 0;  // and where it ends in the page
  bool left_out_ = false;           // something between the end of the skeleton and position_
  bool began_ = false;              // a tag or text was written: no doctype counts any more
  bool in_body_ = false;            // white space no longer has rules of its own
  bool columns_ = false;            // a <colgroup> or <col> was seen, which keep white space
  bool maybe_in_select_ = false;
  /// The size of the skeleton when it ends with a run: what follows may join it, for only white space, comments,
  /// scripts and the like were left out since.
  std::size_t run_end_ = 0;
  std::size_t tag_end_ = 0;  // the size of the skeleton when it ended with a tag: after it is text that may go on
  bool hashed_ = false;      // formatting elements have a hash for their attributes
  bool set_aside_in_table_ = false;  // head data
  bool bailed_ = false;
  /// What Gumbo has put into the tree when it comes to a tag that it ignores: the last element or comment. Text after
  /// it is still pending. In "<body><b>x</b>yz</form>" that is the <b>:
  ///   source  where "</b>" ends in the page, within the run "<b>x</b>yz"
  ///   run     the number of that run
  ///   html    the size of the skeleton after the run's character
  struct LastInserted {
    std::size_t source = 0;
    std::size_t run = 0;
    std::size_t html = 0;
  };
  LastInserted last_inserted_;
  std::size_t tried_until_ = 0;  // no inline run that begins before here can be folded
};

}  // namespace pith::html
