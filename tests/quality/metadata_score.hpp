/// MetadataScores: precision and recall of title, authors, date and address against the index of a corpus, and how
/// often each source was right, whether its word was taken or not.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <pith.hpp>

#include "metadata/source_table.hpp"
#include "quality/corpus.hpp"

namespace pith::quality {

/// Of the values that a source gave where the corpus knows the field, and of those of them that pith took.
struct SourceScore {
  std::size_t given = 0, right = 0;
  std::size_t taken = 0, taken_right = 0;
};

/// What pith gave for a page that is not what the corpus holds.
struct WrongValue {
  std::string page;
  std::string known;
  std::string given;
  std::string source;
  std::string others;  ///< what all sources said
};

/// Values of one field: how many pith gave where the corpus knows one, how many the corpus knows, how many agree.
struct FieldScore {
  std::size_t given = 0, known = 0, right = 0;
  std::map<MetadataSource, SourceScore> sources;
  std::vector<WrongValue> wrong;
};

struct MetadataScores {
  FieldScore title;
  FieldScore authors;
  FieldScore date;                   ///< to the day
  FieldScore address;                ///< canonical, against the one that the page was fetched from
  FieldScore language;               ///< without its country, of pages that the corpus names one of
  std::size_t date_is_modified = 0;  ///< wrong dates where the corpus holds the day that the page calls its last change
  std::size_t only_modified = 0;     ///< the same, where the page declares no day of publication
  std::size_t author_is_site = 0;    ///< authors of the corpus that are the site's own name, which pith never gives
};

void add_metadata(const CorpusPage& page, const metadata::Asked& asked, MetadataScores& scores);

/// Adds the counts of one set to those of several.
void add_scores(const MetadataScores& of_set, MetadataScores& all);

/// The figures by field and by source, and up to `most_wrong` wrong values of each field.
void print_metadata(const std::string& name, const MetadataScores& scores, std::size_t most_wrong);

/// The confidences that the counts give to the table of sources, and the share of right values by field.
void print_confidences(const MetadataScores& scores);

}  // namespace pith::quality
