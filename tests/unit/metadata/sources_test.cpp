#include "metadata/sources.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace pith::metadata;
using pith::MetadataField;
using pith::MetadataSource;

TEST_CASE("each source has one row, and some function fills it") {
  const auto rows = source_rows();
  CHECK(rows.front().read != nullptr);
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

TEST_CASE("no two sources are equally sure of a field") {
  for (std::size_t f = 0; f < pith::metadata_field_count; ++f) {
    const auto field = static_cast<MetadataField>(f);
    CAPTURE(pith::name_of(field));
    std::vector<float> confidences;
    for (const SourceRow& row : source_rows()) {
      if (const float confidence = row.confidence(field); confidence > 0) confidences.push_back(confidence);
    }
    std::sort(confidences.begin(), confidences.end());
    CHECK(std::adjacent_find(confidences.begin(), confidences.end()) == confidences.end());
  }
}

TEST_CASE("a field that a row does not list is not taken from it") {
  for (const SourceRow& row : source_rows()) {
    if (row.source == MetadataSource::byline) CHECK(row.confidence(MetadataField::keywords) == 0);
  }
}
