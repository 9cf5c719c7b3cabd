#include "metadata/source_table.hpp"

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
    const bool has_weight = std::any_of(row.weights.begin(), row.weights.end(),
                                        [](const FieldWeight& weight) { return weight.rank > 0 && weight.rank <= 1; });
    CHECK(has_weight);
  }
}

TEST_CASE("a field that a row does not list is not taken from it") {
  for (const SourceRow& row : source_rows()) {
    if (row.source == MetadataSource::byline) CHECK(row.rank(MetadataField::keywords) == 0);
  }
}

TEST_CASE("confidences are shares, measured where pages with answers are at hand") {
  CHECK(measured_share(MetadataField::title, MetadataSource::heading) > .5F);
  CHECK(measured_share(MetadataField::license, MetadataSource::link) == 0);
  for (const SourceRow& row : source_rows()) {
    CAPTURE(pith::name_of(row.source));
    for (const FieldWeight& weight : row.weights) {
      CHECK(row.confidence(weight.field) <= 1);
      CHECK((row.confidence(weight.field) > 0) == (row.rank(weight.field) > 0));
    }
  }
}
