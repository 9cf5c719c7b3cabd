/// Lexicon rows: the phrases and line patterns of a data folder with their examples, which the library does not have.
#pragma once

#include <pith/article.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "rules/rule_set.hpp"

namespace pith::testing {

/// A row of phrases/LANGUAGE.tsv. Row i of all files, in order of their names, is phrase i of the rules made of them.
struct LexiconRow {
  std::string language;
  std::string category;
  std::string kind;  ///< of a line pattern: its use
  std::string text;
  std::string example;
  std::string counter_example;
};

inline void read_lexicon_file(const std::filesystem::path& path, std::vector<LexiconRow>& rows) {
  std::ifstream lines(path, std::ios::binary);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    LexiconRow row{path.stem().string(), {}, {}, {}, {}, {}};
    for (std::string* field : {&row.category, &row.kind, &row.text, &row.example, &row.counter_example}) {
      std::getline(fields, *field, '\t');
    }
    rows.push_back(std::move(row));
  }
}

inline std::vector<std::filesystem::path> phrase_files(const std::filesystem::path& data) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(data / "phrases")) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

/// Whether a phrase of this kind that matches so is found as the kind says, and not merely somewhere in the line.
inline bool is_as_kind_says(rules::MatchKind kind, rules::Match match) noexcept {
  if (kind == rules::MatchKind::prefix) return match >= rules::Match::prefix;
  if (kind == rules::MatchKind::suffix) return match >= rules::Match::suffix;
  return match == rules::Match::line;
}

}  // namespace pith::testing
