/// BlockMaker: the public Block of what stands in a page, which owns all its text.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <pith/article.hpp>

#include "analysis.hpp"
#include "blocks/blocks.hpp"
#include "blocks/frames.hpp"
#include "blocks/notes.hpp"
#include "select/select.hpp"

namespace pith {

/// Of one page. Refers to the analysis and the selection, which must outlive it, and to itself.
class BlockMaker {
 public:
  BlockMaker(const Analysis& analysis, const select::Selection& selection);
  BlockMaker(const BlockMaker&) = delete;
  BlockMaker& operator=(const BlockMaker&) = delete;

  /// A text block, kept or not, with what was cut of a kept one left out. `index`: its place in analysis.blocks.
  [[nodiscard]] Block text_block(std::size_t index);
  /// Whether a block is nothing but the label of the note that it stands in, with a link back to what refers to it.
  [[nodiscard]] bool is_label_of_note(std::size_t index) const;
  /// Whether a block is a heading that only programs which read aloud say, right above the notes.
  [[nodiscard]] bool is_heading_of_notes(std::size_t index) const;
  /// Whether any block may stand in a note.
  [[nodiscard]] bool has_notes() const noexcept { return !notes_.empty(); }
  /// `index`: its place in the insets.
  [[nodiscard]] Block inset_block(std::size_t index);

 private:
  /// What the block shows: what the selection has left of it and, of a note, what is text of it.
  [[nodiscard]] blocks::TextPart shown_part(std::size_t index) const;
  [[nodiscard]] std::vector<Span> make_spans(std::size_t index, std::uint32_t begin, std::uint32_t end);
  [[nodiscard]] Span make_span(std::uint32_t span);
  void add_images(std::size_t index, std::uint32_t begin, std::uint32_t end, std::vector<Span>& spans);
  [[nodiscard]] const blocks::Note* note_of(std::uint32_t span, std::string_view text) const;
  [[nodiscard]] std::string_view target_of(const blocks::Note& note) const;
  [[nodiscard]] const std::string& label_of(const blocks::Note& note) const;
  [[nodiscard]] std::string resolved(std::string_view address) const;
  [[nodiscard]] bool continues_definition(std::uint32_t container);
  void add_note_label(std::uint32_t container, Block& block);
  void settle_kind(const blocks::TextBlock& from, Block& block);
  [[nodiscard]] bool begins_summary(std::uint32_t container);
  [[nodiscard]] bool stands_in(page::Tag tag, std::uint32_t container, page::Tag outside) const;

  const Analysis& analysis_;
  const select::Selection& selection_;
  std::string base_url_;
  std::vector<blocks::Note> notes_;                                       // that are kept
  std::vector<std::string> labels_;                                       // of these; each another
  std::vector<std::uint32_t> back_links_;                                 // in them
  std::unordered_map<std::uint32_t, const blocks::Note*> notes_by_span_;  // by the span that refers to it first
  std::vector<std::pair<std::string_view, const blocks::Note*>> notes_by_target_;
  blocks::FrameFinder frames_;
  std::unordered_set<std::uint32_t> definitions_;  // containers of each <dd> that a block was made of
  std::uint32_t last_summary_ = 0;                 // of the last <summary> that a block was made of; 0: none
  std::uint32_t labelled_note_ = 0;                // container of the last note that has its label; 0: none
};

}  // namespace pith
