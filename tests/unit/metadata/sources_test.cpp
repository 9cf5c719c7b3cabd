#include "metadata/sources.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace pith::metadata;
using pith::MetadataField;
using pith::MetadataSource;

TEST_CASE("each source has one row, and some function fills it") {
  const auto rows = source_rows();
  const bool reads = rows.front().read != nullptr;
  CHECK(reads);
  for (const SourceRow& row : rows) {
    CAPTURE(pith::name_of(row.source));
    CHECK(std::count_if(rows.begin(), rows.end(), [&](const SourceRow& other) { return other.source == row.source; }) ==
          1);
    const bool has_weight = std::any_of(row.weights.begin(), row.weights.end(), [](const FieldWeight& weight) {
      return weight.confidence > 0 && weight.confidence <= 1;
    });
    CHECK(has_weight);
  }
}

TEST_CASE("a field that a row does not list is not taken from it") {
  for (const SourceRow& row : source_rows()) {
    if (row.source == MetadataSource::byline) CHECK(row.confidence(MetadataField::keywords) == 0);
  }
}
