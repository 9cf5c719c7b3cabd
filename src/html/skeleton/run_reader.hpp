/// RunReader: makes nodes of a run of the page: text and properly nested elements (folding.hpp, inline_run.hpp), with
/// comments and scripts between them, which leave no trace.
#pragma once

#include <cstddef>
#include <string_view>

#include "html/entities.hpp"
#include "html/skeleton/tag_notes.hpp"
#include "html/vocabulary.hpp"
#include "page/page_builder.hpp"

namespace pith::html {

class RunReader {
 public:
  /// `notes`: of the page's tags; read when runs are.
  RunReader(std::string_view utf8, Page& page, PageBuilder& builder, const TagNotes& notes) noexcept
      : utf8_(utf8),
        page_(page),
        builder_(builder),
        notes_(notes),
        is_plain_(utf8.find('\r') == std::string_view::npos && utf8.find('\0') == std::string_view::npos) {}

  /// The run [begin, end) of the page.
  void read(std::size_t begin, std::size_t end);

  /// Gives the element that was opened last the attributes of the tag of that number.
  void read_attributes(std::size_t note);

 private:
  void read_markup(std::size_t note);
  void read_start_tag(std::size_t note);
  [[nodiscard]] std::string_view decoded(std::string_view source, ReferencePlace place);
  void text(std::size_t begin, std::size_t end);
  void pass_blank(bool before_block);

  std::string_view utf8_;
  Page& page_;
  PageBuilder& builder_;
  const TagNotes& notes_;
  std::size_t next_note_ = 0;
  std::string_view held_blank_;  // white space after the tag of a block: shown unless another such tag follows
  bool after_block_ = false;
  bool is_plain_;  // only character references may have to be decoded
};

}  // namespace pith::html
