/// InlineText: the text of the block that is being read, with white space collapsed as a browser does, and its spans.
/// Private to blocks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "blocks/blocks.hpp"

namespace pith::blocks {

class InlineText {
 public:
  /// Appends text; every run of white space becomes one space, and U+200B alone stays between letters. Returns the
  /// letters (code points but white space) added.
  std::uint32_t add_collapsed(std::string_view text);
  /// Appends text as it is (pre), but spaces for no-break spaces, which stand for indentation there.
  std::uint32_t add_verbatim(std::string_view text);

  /// A `<br>`: a newline, not at the start.
  void add_newline();
  /// A <br> in pre, wherever.
  void add_verbatim_newline();
  /// A line of pre is an element: what comes next, but a newline, begins on a new line.
  void end_line(std::size_t line_begin, bool is_block);
  /// The next element of a line begins: in pre. Returns where, for end_line().
  std::size_t start_line(bool is_block);
  /// Something that parts words stood here: an ignored element.
  void add_space() { pending_space_ = true; }
  /// The edge of an element that parts words even without white space, when letters stand on both sides.
  void add_word_edge() { word_edge_ = true; }
  /// A picture: it parts all words that have letters of ASCII beside it.
  void add_picture() { picture_ = true; }

  static constexpr std::uint32_t no_span = 0xFFFFFFFF;
  /// Open spans go on in every block, so their number is bounded: real pages nest a handful.
  static constexpr std::size_t most_open_spans = 16;
  /// Spans nest; the number that open_span() gives closes it. no_span, which may be closed too: too many are open.
  [[nodiscard]] std::uint32_t open_span(SpanKind kind, std::string_view target);
  void close_span(std::uint32_t span);
  /// A formula goes on after a space: the span that the text ends with is open again. no_span: there is none.
  [[nodiscard]] std::uint32_t reopen_formula();
  /// An open link refers to a note.
  void mark_reference(std::uint32_t span) {
    if (span != no_span) open_[span].is_reference = true;
  }

  /// Ends the block: no white space at its ends. Open spans end here and go on in the next block.
  void finish(bool preformatted);
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  /// After finish(): ordered by begin, outer before inner, none empty.
  [[nodiscard]] const std::vector<InlineSpan>& spans() const noexcept { return finished_; }
  void start_next();
  /// Forgets everything, open spans too.
  void start_page();

 private:
  void make_room(std::size_t bytes);
  void pass_wide_space(std::string_view space);
  void put_pending_space(std::string_view next);
  void forget_pending();
  void put_pending_line();
  void trim_end();
  void trim_leading_newlines();
  void keep_span(InlineSpan span);

  std::string text_;
  std::vector<InlineSpan> open_;
  std::vector<InlineSpan> finished_;
  bool pending_space_ = false;  // white space was seen since the last letter
  bool pending_break_ = false;  // U+200B was
  bool word_edge_ = false;      // an edge that parts words was seen since the last letter
  bool picture_ = false;        // a picture was seen since the last letter
  bool line_ended_ = false;     // an element that is a line of pre has ended, and no newline was seen since
  bool is_line_block_ = false;  // of that element: a <br> after it is a line of its own
};

}  // namespace pith::blocks
