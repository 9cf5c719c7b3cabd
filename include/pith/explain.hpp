/// Explanation: everything that led to an Article, for people who tune rules or doubt a decision.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <pith/export.h>
#include <pith/article.hpp>

namespace pith {

/// A measured property of a block.
struct PITH_API NamedValue {
  std::string name = {};
  float value = 0;
  /// How far it moved the model's score, in logits: at each split of a tree, from the mean of its sides to the side
  /// that the block went to. With a constant of the model, those of all properties are the logit of the model's score.
  float moved = 0;
};

/// A phrase of the rules that was found in a block.
struct PITH_API PhraseEvidence {
  std::string phrase = {};
  std::string match = {};  ///< "line", "prefix", "suffix", "heading" or "inside"
  Category category = Category::other;
};

/// One block of the page, kept or not.
struct PITH_API ExplainedBlock {
  Block block = {};       ///< with the final score, category and reason
  std::string path = {};  ///< where it stands: "body/div.main/article/p"
  float model_score = 0;  ///< before any pass changed it
  bool kept = false;
  std::vector<PhraseEvidence> phrases = {};
  std::vector<NamedValue> features = {};
};

struct PITH_API Explanation {
  Article article = {};
  std::vector<ExplainedBlock> blocks = {};  ///< all of them, in document order
};

/// How much to_text tells of each block.
enum class ExplainDetail : std::uint8_t {
  blocks,    ///< a line: kept or dropped, score, category, reason, path, beginning of the text
  evidence,  ///< and below it, indented by four spaces, a line for each phrase found, and one for each feature
};

[[nodiscard]] PITH_API std::string to_text(const Explanation& explanation,
                                           ExplainDetail detail = ExplainDetail::blocks);

}  // namespace pith
