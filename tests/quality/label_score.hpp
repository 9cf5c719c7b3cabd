/// Label score: what became of the lines that people labelled as boilerplate of a kind.
#pragma once

#include <pith.hpp>

#include <array>
#include <map>
#include <string>

#include "quality/corpus.hpp"

namespace pith::quality {

inline constexpr std::size_t category_count = static_cast<std::size_t>(Category::other) + 1;

/// Characters of the labelled lines of one kind.
struct LabelCell {
  std::size_t labelled = 0;
  std::size_t leaked = 0;                                 ///< of these, in the output
  std::size_t named = 0;                                  ///< of these, in a dropped block whose category could be told
  std::array<std::size_t, category_count> by_category{};  ///< of `named`, by the category that the library gave
};

/// By label, such as "related".
using LabelScores = std::map<std::string, LabelCell>;

/// Whether the library's category says the same as the label.
[[nodiscard]] bool agrees(const std::string& label, Category category) noexcept;

/// Adds one page. Lines of fewer than 4 characters, and such that the gold text has too, do not count. `article` must
/// have been made with Options::keep_dropped.
void add_labels(const Corpus& corpus, const CorpusPage& page, const Article& article, const std::string& output,
                LabelScores& scores);

}  // namespace pith::quality
