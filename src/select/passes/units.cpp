// Passes after the decision that keep or drop together what belongs together: a table, a list of definitions, a term
// and its explanation, details and their summary, code and formulas in an article, a note and what refers to it. What a
// tool puts beside code goes.

#include <algorithm>

#include "blocks/captions.hpp"
#include "blocks/code_lines.hpp"
#include "blocks/notes.hpp"
#include "blocks/tables.hpp"
#include "select/passes/signs.hpp"
#include "text/ascii.hpp"
#include "text/word_lists.hpp"

namespace pith::select {
namespace {

void keep_with_unit(PassState& state, std::size_t i) {
  if (state.out.choices[i].kept) return;
  state.out.choices[i].category = Category::content;
  state.keep(i);
}

void drop_with_unit(PassState& state, std::size_t i) {
  if (state.out.choices[i].kept) state.drop(i, Category::other);
}

/// Whether the block is in an element of the unit that is not shown: a key to sort by before what a cell shows. A unit
/// that is not shown as a whole may fold.
bool is_hidden_within(const PassState& state, const blocks::Container& unit, std::uint32_t block) {
  if (state.block(block).hidden == 0) return false;
  const auto& containers = state.in.blocks.containers;
  for (const blocks::Container* c = &containers[state.block(block).container]; c->node > unit.node;
       c = &containers[static_cast<std::size_t>(c->parent)]) {
    if ((c->hidden & blocks::hidden_by_style) != 0) return true;
  }
  return false;
}

void keep_shown(PassState& state, const blocks::Container& unit) {
  for (std::uint32_t b = unit.first_block; b < unit.end_block; ++b) {
    if (!is_hidden_within(state, unit, b)) keep_with_unit(state, b);
  }
}

void drop_whole(PassState& state, const blocks::Container& unit) {
  for (std::uint32_t b = unit.first_block; b < unit.end_block; ++b) drop_with_unit(state, b);
}

/// Whether a block of [begin, end) is kept.
bool has_kept(const PassState& state, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t b = begin; b < end; ++b) {
    if (state.out.choices[b].kept) return true;
  }
  return false;
}

/// The node after all that is in the container.
std::uint32_t end_of(const PassState& state, const blocks::Container& container) {
  return state.in.page.nodes[container.node].subtree_end;
}

/// The column of numbers beside code.
bool is_line_numbers(std::string_view text) {
  const auto is_number_or_space = [](char c) { return text::is_ascii_digit(c) || c == ' ' || c == '\n'; };
  return std::all_of(text.begin(), text.end(), is_number_or_space);
}

bool is_code_or_formula(const blocks::TextBlock& block) {
  return block.kind == BlockKind::code || block.kind == BlockKind::math;
}

constexpr std::uint32_t longest_label = 20;  // letters

/// The first block from `below` on that is no label of a tool, which hosts of code have below it, too.
std::size_t after_labels(const PassState& state, std::size_t below) {
  constexpr std::size_t most_labels = 2;
  if (below == state.size()) return below;
  const std::size_t box_end = blocks::box_of_code(state.in.blocks, below - 1).end_block;
  const std::size_t last = std::min(below + most_labels, state.size());
  while (below < last && !state.out.choices[below].kept &&
         (below < box_end || state.block(below).letters <= longest_label))
    ++below;
  return below;
}

/// Code and formulas look like nothing that a score knows; they stay where the text around them stays.
void keep_code_within_text(PassState& state) {
  // Below it, readers of the development pages took the code out with a reason: examples that fold, dumps.
  constexpr float least_score = 0.3F;
  constexpr float least_beside_text = 0.45F;
  constexpr std::uint32_t longest_beside_text = 600;  // letters; longer code is a dump
  bool above_is_kept = false;
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (!is_code_or_formula(state.block(i))) {
      const bool is_title = static_cast<std::int32_t>(i) == state.out.title_block;
      // Prompts and labels of a tool stand between a text and its code.
      const bool is_passed = above_is_kept && !state.out.choices[i].kept && state.block(i).letters <= longest_label;
      above_is_kept = is_passed || state.out.choices[i].kept || is_title;
      continue;
    }
    std::size_t end = i + 1;
    while (end < state.size() && is_code_or_formula(state.block(end))) ++end;
    const bool is_dump = state.block(i).letters > longest_beside_text;
    const std::size_t below = is_dump ? end : after_labels(state, end);
    const bool below_is_kept = below < state.size() && state.out.choices[below].kept;
    for (; i < end; ++i) {
      if (state.block(i).kind == BlockKind::code && is_line_numbers(state.text(i))) {
        drop_with_unit(state, i);
        continue;
      }
      const float score = state.out.choices[i].score;
      const bool stands_within = above_is_kept && below_is_kept;
      const bool is_likely = state.block(i).kind == BlockKind::math || score >= least_score;
      const bool is_half_sure = (above_is_kept || below_is_kept) && score >= least_beside_text &&
                                state.block(i).letters <= longest_beside_text;
      if (state.block(i).hidden == 0 && ((stands_within && is_likely) || is_half_sure)) {
        keep_with_unit(state, i);
      }
    }
    --i;
  }
}

/// By the letters of its blocks; `article`: of all that was kept. What is much of the article is not dropped for the
/// sake of wholeness: pages laid out as one table.
void settle_together(PassState& state, const blocks::Container& unit, std::uint64_t article) {
  constexpr std::uint64_t least_parts_of_article = 4;
  std::uint64_t kept = 0;
  std::uint64_t all = 0;
  for (std::uint32_t b = unit.first_block; b < unit.end_block; ++b) {
    all += state.block(b).letters;
    if (state.out.choices[b].kept) kept += state.block(b).letters;
  }
  if (kept == 0 || kept == all) return;
  const bool stays = kept * 2 >= all;
  if (!stays && kept * least_parts_of_article > article) return;
  stays ? keep_shown(state, unit) : drop_whole(state, unit);
}

/// A table in the middle of the text stays, unless the model is sure: cells are too short for it to know. What its
/// first column names may link to where it is told at length. Returns whether it stays.
bool keep_table_within_text(PassState& state, const blocks::Container& table) {
  constexpr TextLimits limits{.least_score = 0.3F, .most_links = 0.6F, .may_hide = true};  // the score as of code
  if (!may_be_text(state, table, limits) || !stands_within_text(state, table)) return false;
  keep_shown(state, table);
  return true;
}

/// A linked term is a name, which leads to where it is told at length; headlines are longer.
bool may_be_term(const blocks::TextBlock& block) {
  constexpr std::uint32_t longest_name = 30;  // letters
  return block.letters <= longest_name || block.link_density() <= 0.5F;
}

/// Whether the list explains terms: on some sites it is a layout, or a menu with headings.
bool is_glossary(const PassState& state, const blocks::Container& list) {
  // Of the longest lists seen on pages that explain; longer ones are directories.
  constexpr std::uint32_t most_blocks = 200;
  constexpr std::uint32_t longest_explanation = 600;  // letters
  bool has_term = false;
  if (list.end_block - list.first_block > most_blocks) return false;
  for (std::uint32_t b = list.first_block; b < list.end_block; ++b) {
    const blocks::TextBlock& block = state.block(b);
    const bool is_term = block.kind == BlockKind::term;
    const bool may_be_linked = is_term && may_be_term(block);
    if (block.letters > longest_explanation || (!may_be_linked && block.link_density() > 0.5F)) return false;
    has_term = has_term || is_term;
  }
  return has_term;
}

void settle_glossaries(PassState& state, std::uint64_t article) {
  for (const blocks::Container& list : state.in.blocks.containers) {
    if (list.tag == page::Tag::dl && list.first_block < list.end_block && is_glossary(state, list))
      settle_together(state, list, article);
  }
}

void settle_tables(PassState& state, std::uint64_t article) {
  const auto& containers = state.in.blocks.containers;
  for (std::uint32_t c = 0; c < containers.size(); ++c) {
    if (containers[c].tag != page::Tag::table || containers[c].first_block == containers[c].end_block) continue;
    if (!blocks::is_data_table(state.in.page, state.in.blocks, c)) continue;
    if (!keep_table_within_text(state, containers[c])) settle_together(state, containers[c], article);
  }
}

/// Whether the block is a tool's: a button, or above the code the name of its language.
bool is_code_label(const PassState& state, std::size_t label, std::size_t code) {
  const blocks::TextBlock& block = state.block(label);
  const auto& containers = state.in.blocks.containers;
  if (containers[block.container].tag == page::Tag::button) return true;
  if (label > code || block.kind != BlockKind::paragraph) return false;
  if (!blocks::language_of_label(block.text).empty()) return true;
  const std::string language = blocks::code_language(state.in.page, containers[state.block(code).container].node);
  return !language.empty() && text::equals_ignoring_case(block.text, language);
}

/// "Copy" and "python" beside code in a box of their own are no words of the article.
void drop_code_labels(PassState& state) {
  for (std::size_t code = 0; code < state.size(); ++code) {
    if (state.block(code).kind != BlockKind::code || !state.out.choices[code].kept) continue;
    const blocks::Container& box = blocks::box_of_code(state.in.blocks, code);
    for (std::uint32_t b = box.first_block; b < box.end_block; ++b) {
      if (b != code && state.out.choices[b].kept && is_code_label(state, b, code)) drop_with_unit(state, b);
    }
  }
}

/// The name of a file, or what the element's class calls a caption; not a sentence.
bool is_title_of_code(const PassState& state, std::size_t i) {
  constexpr std::uint32_t longest_title = 60;  // letters
  const blocks::TextBlock& block = state.block(i);
  const bool may_be = block.kind == BlockKind::paragraph || block.kind == BlockKind::caption;
  if (!may_be || block.hidden != 0 || block.links > 0 || block.letters > longest_title) return false;
  if (block.kind == BlockKind::caption || blocks::is_called_caption(state.in.page, state.in.blocks, block.container, 0))
    return true;
  const bool is_word = block.text.find(' ') == std::string_view::npos;
  const std::size_t mark = block.text.find_last_of("./");
  return is_word && mark != std::string_view::npos && mark > 0 && mark + 1 < block.text.size();
}

/// The line right above code, in the box that a tool makes for both.
void keep_code_titles(PassState& state) {
  for (std::size_t code = 1; code < state.size(); ++code) {
    if (state.block(code).kind != BlockKind::code || !state.out.choices[code].kept) continue;
    // A button may stand between, or what is not shown.
    std::size_t above = code - 1;
    if (above > 0 && (state.block(above).hidden != 0 || is_code_label(state, above, code))) --above;
    const bool is_in_box = above >= blocks::box_of_code(state.in.blocks, code).first_block;
    if (is_in_box && is_title_of_code(state, above)) keep_with_unit(state, above);
  }
}

/// What belongs to kept text. Arrows that open and close it have no words.
void keep_part(PassState& state, std::size_t i) {
  if (state.block(i).hidden == 0 && state.block(i).word_count > 0) keep_with_unit(state, i);
}

/// What a <details> shows when it is closed stays with what it shows when it is open.
void keep_summaries(PassState& state) {
  for (const blocks::Container& summary : state.in.blocks.containers) {
    if (summary.tag != page::Tag::summary || summary.parent < 0) continue;
    const blocks::Container& details = state.in.blocks.containers[static_cast<std::size_t>(summary.parent)];
    if (details.tag != page::Tag::details || !has_kept(state, summary.end_block, details.end_block)) continue;
    for (std::uint32_t b = summary.first_block; b < summary.end_block; ++b) keep_part(state, b);
  }
}

/// An entry that the model doubts stays with the entries around it, where most of the list is kept.
void settle_entries(PassState& state, const blocks::Container& list) {
  constexpr std::uint32_t fewest = 2;
  constexpr std::uint32_t most = 60;
  const std::uint32_t entries = list.end_block - list.first_block;
  if (entries < fewest || entries > most) return;
  std::uint32_t kept = 0;
  for (std::uint32_t b = list.first_block; b < list.end_block; ++b) kept += state.out.choices[b].kept ? 1U : 0U;
  // One of two says less than two of three.
  const float least_score = entries == fewest ? 0.4F : 0.3F;
  if (kept == entries || (entries == fewest ? kept == 0 : 3 * kept < 2 * entries)) return;
  for (std::uint32_t b = list.first_block; b < list.end_block; ++b) {
    const blocks::TextBlock& block = state.block(b);
    if (state.is_left_to_score(b) && state.out.choices[b].model_score >= least_score && block.hidden == 0 &&
        block.linked_letters == 0 && sign_of_boilerplate(state, b) == Category::content)
      keep_with_unit(state, b);
  }
}

void settle_lists(PassState& state) {
  if (state.page_type != Verdict::article) return;
  for (const blocks::Container& here : state.in.blocks.containers) {
    if (here.tag == page::Tag::ul || here.tag == page::Tag::ol) settle_entries(state, here);
  }
}

/// A term stays with its explanation, which says nothing without it; an explanation with its term, unless the model is
/// sure that it is something else.
void settle_pairs(PassState& state, const blocks::Container& term, const blocks::Container& explanation) {
  constexpr std::uint32_t longest_term = 200;  // letters
  constexpr float least_score = 0.3F;
  const bool has_term = has_kept(state, term.first_block, term.end_block);
  const bool has_explanation = has_kept(state, explanation.first_block, explanation.end_block);
  if (has_term == has_explanation) return;
  const blocks::Container& lost = has_term ? explanation : term;
  for (std::uint32_t b = lost.first_block; b < lost.end_block; ++b) {
    const blocks::TextBlock& block = state.block(b);
    const bool stays = has_term ? state.out.choices[b].score >= least_score && block.link_density() < 0.5F
                                : block.letters <= longest_term && may_be_term(block);
    if (stays) keep_part(state, b);
  }
}

void keep_pairs(PassState& state) {
  const blocks::Container* term = nullptr;  // the last one, if nothing but its own has come since
  for (const blocks::Container& here : state.in.blocks.containers) {
    if (term != nullptr && here.parent != term->parent && here.node >= end_of(state, *term)) term = nullptr;
    if (here.tag == page::Tag::dd && term != nullptr && here.parent == term->parent) settle_pairs(state, *term, here);
    if (here.tag == page::Tag::dt) term = &here;
    if (here.tag == page::Tag::dd) term = nullptr;
  }
}

/// A note in the margin stays with its sentence.
void keep_side_notes(PassState& state) {
  for (const blocks::SideNote& note : blocks::find_side_notes(state.in.page, state.in.blocks)) {
    if (!state.out.choices[note.sentence].kept) continue;
    const blocks::Container& here = state.in.blocks.containers[note.container];
    for (std::uint32_t b = here.first_block; b < here.end_block; ++b) keep_part(state, b);
  }
}

/// The note that kept text refers to stays with it, but not a list of literature.
void keep_notes(PassState& state) {
  // More notes than that are an encyclopedia's or a paper's sources, which are left to their scores; manuals explain.
  constexpr std::size_t most_notes = 12;
  const std::vector<blocks::Note> notes = blocks::find_notes(state.in.page, state.in.blocks, state.in.facts.url);
  if (notes.size() > most_notes && state.page_type != Verdict::documentation) return;
  for (const blocks::Note& note : notes) {
    if (!state.out.choices[note.block].kept) continue;
    const blocks::Container& container = state.in.blocks.containers[note.container];
    for (std::uint32_t b = container.first_block; b < container.end_block; ++b) {
      if (state.block(b).hidden == 0) keep_with_unit(state, b);
    }
  }
}

}  // namespace

void keep_units_whole(PassState& state) {
  if (state.is_text()) return;
  keep_code_within_text(state);
  const std::uint64_t article = state.kept_letters();
  settle_tables(state, article);
  settle_glossaries(state, article);
  settle_lists(state);
  keep_pairs(state);
  keep_side_notes(state);
  keep_notes(state);
}

void settle_unit_labels(PassState& state) {
  if (state.is_text()) return;
  keep_summaries(state);
  keep_code_titles(state);
  drop_code_labels(state);
}

}  // namespace pith::select
