/// Lexicon score: what the rows of the lexicon find on pages whose article is known. A row is good that finds many
/// lines of boilerplate, and hardly any that the article has.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "quality/corpus.hpp"
#include "rules/rule_set.hpp"
#include "support/lexicon_rows.hpp"

namespace pith::quality {

/// What was found of the lines that are not of the article, and of those that are.
struct Reach {
  std::size_t lines = 0;
  double bytes = 0;  ///< the part of these lines that the rows stand for
  std::size_t kept_lines = 0;
  double kept_bytes = 0;

  /// Share of what was found that is not of the article, by bytes; 1 where nothing was found.
  [[nodiscard]] double precision() const noexcept;
};

/// A phrase row, or a line pattern: those have the language "patterns" and their use as kind.
struct ScoredRow {
  testing::LexiconRow row;
  Reach reach;
  std::map<std::string, Reach> by_words;  ///< of a phrase: by the words of the form that found a line
};

/// Lines of boilerplate that no phrase names, folded, numbers as #.
struct Unnamed {
  std::size_t lines = 0;
  std::size_t pages = 0;
  std::size_t kept_lines = 0;  ///< of the same words
  std::size_t last_page = 0;
};

class LexiconScore {
 public:
  /// Reads phrases/*.tsv and line_patterns.tsv of a data folder. Exits with what is wrong with a file.
  explicit LexiconScore(const std::filesystem::path& data);

  /// Rows whose example they do not find, or whose counter-example they do, a line each.
  [[nodiscard]] std::vector<std::string> wrong_examples() const;

  void add_page(const Corpus& corpus, const CorpusPage& page);

  [[nodiscard]] const std::vector<ScoredRow>& rows() const noexcept { return rows_; }
  /// Of the lines that any phrase row names; each line counts once.
  [[nodiscard]] const Reach& all() const noexcept { return all_; }
  /// The same without the rows that stand alone: what the scorer sees as evidence against a line.
  [[nodiscard]] const Reach& evidence() const noexcept { return evidence_; }
  [[nodiscard]] const std::map<std::string, Reach>& evidence_by_language() const noexcept { return language_evidence_; }
  [[nodiscard]] const std::map<std::string, Reach>& evidence_by_category() const noexcept { return category_evidence_; }
  /// The same of the rows of one language or category; a line that rows of two name counts for both.
  [[nodiscard]] const std::map<std::string, Reach>& by_language() const noexcept { return by_language_; }
  [[nodiscard]] const std::map<std::string, Reach>& by_category() const noexcept { return by_category_; }
  /// By what the row matches: line, prefix ...
  [[nodiscard]] const std::map<std::string, Reach>& by_kind() const noexcept { return by_kind_; }
  [[nodiscard]] const std::map<std::string, Unnamed>& unnamed() const noexcept { return unnamed_; }
  [[nodiscard]] std::size_t boilerplate_lines() const noexcept { return boilerplate_lines_; }

 private:
  void add_line(const std::string& line, bool is_kept);
  void add_patterns(bool is_kept, std::size_t bytes);
  void add_unnamed(bool is_kept);
  [[nodiscard]] std::string words_of(std::uint32_t form) const;

  rules::RuleSet set_;
  std::vector<ScoredRow> rows_;                // phrases, then line patterns
  std::vector<rules::LinePatterns> patterns_;  // each of one row
  std::map<std::string, Reach> by_language_, by_category_, by_kind_;
  std::map<std::string, Reach> language_evidence_, category_evidence_;
  std::map<std::string, Unnamed> unnamed_;
  Reach all_, evidence_;
  std::size_t boilerplate_lines_ = 0;
  std::size_t pages_ = 0;
  std::string folded_, scratch_;  // of the line at hand
};

}  // namespace pith::quality
