/// MetadataScores: precision and recall of title, authors and date against the index of a corpus, and how often each
/// source was right.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>

#include <pith.hpp>

#include "quality/corpus.hpp"

namespace pith::quality {

/// Values of one field: how many pith gave where the corpus knows one, how many the corpus knows, how many agree.
struct FieldScore {
  std::size_t given = 0, known = 0, right = 0;
  struct OfSource {
    std::size_t given = 0, right = 0;
  };
  std::map<std::string, OfSource> sources;  ///< by the source that gave the value
};

struct MetadataScores {
  FieldScore title;
  FieldScore authors;
  FieldScore date;                   ///< to the day
  std::size_t date_is_modified = 0;  ///< wrong dates where the corpus holds the day that the page calls its last change
  std::size_t author_is_site = 0;    ///< authors of the corpus that are the site's own name, which pith never gives
};

void add_metadata(const CorpusPage& page, const Metadata& metadata, MetadataScores& scores);

void print_metadata(const std::string& corpus, const MetadataScores& scores);

}  // namespace pith::quality
