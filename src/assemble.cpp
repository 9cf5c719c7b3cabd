#include "assemble.hpp"

#include <algorithm>

#include "metadata/metadata.hpp"

namespace pith {
namespace {

std::string_view base_url_of(const Analysis& analysis, std::string& storage) {
  if (analysis.page.base_url.empty()) return analysis.url;
  storage = metadata::resolve_url(analysis.url, analysis.page.base_url);
  return storage;
}

/// The spans inside [begin, end) of the block's text, moved to start at 0.
std::vector<Span> make_spans(const Analysis& analysis, const blocks::TextBlock& block, std::uint32_t begin,
                             std::uint32_t end) {
  std::vector<Span> spans;
  std::string storage;
  for (std::uint32_t s = block.first_span; s < block.first_span + block.span_count; ++s) {
    const blocks::InlineSpan& from = analysis.blocks.spans[s];
    Span span;
    span.kind = from.kind;
    span.begin = std::max(from.begin, begin) - begin;
    span.end = std::min(from.end, end) - std::min(begin, std::min(from.end, end));
    if (from.begin >= end || from.end <= begin || span.begin >= span.end) continue;
    if (from.kind == SpanKind::link) {
      span.target = metadata::resolve_url(base_url_of(analysis, storage), text::trim(from.target));
    }
    spans.push_back(std::move(span));
  }
  return spans;
}

/// Appends a cell to the row before it.
void join_cell(Block& row, Block&& cell) {
  row.text += '\t';
  const auto shift = static_cast<std::uint32_t>(row.text.size());
  row.text += cell.text;
  for (Span& span : cell.spans) {
    span.begin += shift;
    span.end += shift;
    row.spans.push_back(std::move(span));
  }
  row.score = std::max(row.score, cell.score);
}

/// Whether kept block `i` is a part of the long line that the last kept block ends with.
bool continues_last(const Analysis& analysis, const select::Selection& selection, std::size_t i) {
  return analysis.blocks.blocks[i].continues_previous && i > 0 && selection.choices[i - 1].kept &&
         static_cast<std::int32_t>(i - 1) != selection.title_block;
}

/// Appends a part of a long line to the part before it.
void join_part(Block& line, Block&& part, bool with_space) {
  if (with_space) line.text += ' ';
  line.text += part.text;
  line.score = std::max(line.score, part.score);
}

/// Room for the kept blocks at once: what they own is moved when the room grows.
void reserve_blocks(const select::Selection& selection, Article& article) {
  const auto is_kept = [](const select::Choice& choice) { return choice.kept; };
  const auto kept = std::count_if(selection.choices.begin(), selection.choices.end(), is_kept);
  article.blocks.reserve(static_cast<std::size_t>(kept));
}

void append_kept(Article& article, Block&& block) {
  const bool same_row = block.kind == BlockKind::table_row && !article.blocks.empty() &&
                        article.blocks.back().kind == BlockKind::table_row &&
                        article.blocks.back().ordinal == block.ordinal;
  if (same_row) {
    join_cell(article.blocks.back(), std::move(block));
  } else {
    article.blocks.push_back(std::move(block));
  }
}

/// What was cut off the end of a kept block is dropped too.
void append_residue(Article& article, const blocks::TextBlock& from, const select::Choice& choice) {
  if (choice.cut_category == Category::content) return;
  Block residue;
  residue.kind = from.kind;
  residue.index = article.blocks.back().index;
  residue.category = choice.cut_category;
  residue.reason = "residue";
  residue.text = text::trim(std::string_view(from.text).substr(choice.cut_end));
  article.dropped.push_back(std::move(residue));
}

/// The number that tied cells to their row means nothing outside.
void forget_row_numbers(std::vector<Block>& blocks) {
  for (Block& block : blocks) {
    if (block.kind == BlockKind::table_row) block.ordinal = 0;
  }
}

/// Takes [begin, end) out of the block's text and moves its spans.
void erase_text(Block& block, std::uint32_t begin, std::uint32_t end) {
  const auto moved = [&](std::uint32_t at) { return at <= begin ? at : at >= end ? at - (end - begin) : begin; };
  block.text.erase(begin, end - begin);
  for (Span& span : block.spans) {
    span.begin = moved(span.begin);
    span.end = moved(span.end);
  }
  std::erase_if(block.spans, [](const Span& span) { return span.begin >= span.end; });
}

/// Leaves out the pieces that the selection cut from within the kept text.
void erase_inner_cuts(const select::Selection& selection, const select::Choice& choice, Block& block) {
  const auto after = [](std::uint32_t index, const select::InnerCut& cut) { return index < cut.block; };
  auto cut = std::upper_bound(selection.inner_cuts.begin(), selection.inner_cuts.end(), block.index, after);
  while (cut != selection.inner_cuts.begin() && (--cut)->block == block.index) {
    erase_text(block, cut->begin - choice.cut_begin, cut->end - choice.cut_begin);
  }
}

}  // namespace

Block make_block(const Analysis& analysis, const select::Selection& selection, std::size_t index) {
  const blocks::TextBlock& from = analysis.blocks.blocks[index];
  const select::Choice& choice = selection.choices[index];
  const std::uint32_t begin = choice.kept ? choice.cut_begin : 0;
  const auto end = choice.kept ? choice.cut_end : static_cast<std::uint32_t>(from.text.size());
  Block block;
  block.kind = from.kind;
  block.level = from.level;
  block.ordinal = from.ordinal;
  block.index = static_cast<std::uint32_t>(index);
  block.score = choice.score;
  block.category = choice.category;
  block.reason = choice.decided_by;
  block.text = from.text.substr(begin, end - begin);
  block.spans = make_spans(analysis, from, begin, end);
  if (choice.kept) erase_inner_cuts(selection, choice, block);
  return block;
}

Article assemble(const Analysis& analysis, const select::Selection& selection, const Options& options) {
  Article article;
  article.metadata =
      metadata::collect(analysis.page, analysis.blocks,
                        {selection.title_block, analysis.url, analysis.fetched_at, options.metadata_guesses});
  article.charset = analysis.decoded.charset;
  article.notices = analysis.notices;
  article.verdict = selection.verdict;
  article.title_in_text = selection.title_in_text;
  article.confidence = selection.expected_f1;
  reserve_blocks(selection, article);
  for (std::size_t i = 0; i < selection.choices.size(); ++i) {
    if (static_cast<std::int32_t>(i) == selection.title_block) continue;
    if (selection.choices[i].kept) {
      if (continues_last(analysis, selection, i)) {
        join_part(article.blocks.back(), make_block(analysis, selection, i), analysis.blocks.blocks[i].space_before);
      } else {
        append_kept(article, make_block(analysis, selection, i));
      }
      if (options.keep_dropped) append_residue(article, analysis.blocks.blocks[i], selection.choices[i]);
    } else if (options.keep_dropped) {
      article.dropped.push_back(make_block(analysis, selection, i));
    }
  }
  forget_row_numbers(article.blocks);
  forget_row_numbers(article.dropped);
  return article;
}

}  // namespace pith
