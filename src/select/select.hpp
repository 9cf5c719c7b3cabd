/// Select: from scores to what is kept, and why.
/// In: the page as the measures see it, and a score per block. Out: a Selection. select.cpp is the algorithm, read it
/// first: an ordered table of small passes. decide.cpp turns scores into kept and dropped, categories.cpp names what
/// was dropped, page_type.cpp the page and its verdict, from page_evidence.cpp by type_weights.cpp; all other passes
/// are in passes/.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <pith/article.hpp>
#include <pith/options.hpp>

#include "measure/hashes.hpp"
#include "measure/measure.hpp"
#include "model/model.hpp"
#include "select/page_evidence.hpp"

namespace pith::select {

/// What became of each block.
struct Choice {
  float score = 0;        ///< final
  float model_score = 0;  ///< before the passes
  bool kept = false;
  Category category = Category::content;
  const char* decided_by = "";  ///< name of the pass; static storage
  std::uint32_t cut_begin = 0;  ///< the kept text of the block: [cut_begin, cut_end) of its text
  std::uint32_t cut_end = 0;
  Category cut_category = Category::content;  ///< of what was cut off the end; content: nothing was
};

/// A piece of a kept block's text that is left out: [begin, end).
struct InnerCut {
  std::uint32_t block = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// A block in the order of scores.
struct RankedBlock {
  double score = 0;
  std::uint32_t block = 0;
};

/// Blocks that stand in alike places.
struct AlikeBlocks {
  std::uint32_t count = 0;
  double score = 0;  ///< sum, by weight
  double weight = 0;
};

/// Hash of a block's words.
struct Fingerprint {
  std::uint64_t hash = 0;
  std::uint32_t block = 0;
};

/// Whether a block is prose, as far as anybody has asked.
enum class ProseAnswer : std::uint8_t { unknown, no, yes };

/// Memory that the passes use, kept from page to page.
struct PassScratch {
  std::string text;
  std::vector<text::Word> words;  ///< of a block whose words are not kept
  std::vector<Fingerprint> fingerprints;
  std::vector<std::uint64_t> places;  ///< per block: a hash of what is above it
  measure::KeyGroups groups;          ///< of these
  std::vector<AlikeBlocks> alike;     ///< per group
  std::vector<std::uint32_t> kept;    ///< blocks, in document order
  std::vector<std::uint32_t> others;  ///< dropped ones that are text of something else, in document order
  std::vector<ProseAnswer> prose;     ///< per block
  std::vector<RankedBlock> ranked;    ///< of decide(), highest score first
  EvidenceScratch evidence;
};

struct Selection {
  std::vector<Choice> choices;       ///< index as BlockList::blocks
  std::vector<InnerCut> inner_cuts;  ///< in order of block and place; within the kept part of the block
  std::vector<bool> kept_insets;     ///< index as BlockList::insets
  std::int32_t title_block = -1;     ///< the block that shows the headline; -1: none
  bool title_in_text = false;        ///< the headline is likely enough to be part of the article's text
  float expected_f1 = 0;             ///< of the choice: the confidence
  Verdict verdict = Verdict::not_a_page;
  float verdict_confidence = 1;  ///< probability that it is right; 1 of what a rule or the caller says
  PassScratch scratch;
};

/// Runs the ordered table of passes (select.cpp) and the expected-F1 decision (decide.cpp). Overwrites `out`.
void select_blocks(const measure::MeasureInput& in, const model::Scores& scores, const Options& options,
                   Selection& out);

}  // namespace pith::select
