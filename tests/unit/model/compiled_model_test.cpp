#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "measure/measure.hpp"
#include "model/model.hpp"

TEST_CASE("a model that was read again scores the same, to the last bit") {
  const std::string_view file = "# pith model 1\nset\thtml\nbase\t0.1\nfeature\t";
  const std::string name(pith::measure::html_features()[0].name);
  const auto model = pith::model::load_model(std::string(file) + name + "\ntree\t0<0.5 =70000 =-300001\n",
                                             pith::measure::feature_sets());
  REQUIRE(model.has_value());
  const auto again = pith::model::read_compiled_model(pith::model::compile_model(*model.value()));
  CHECK(pith::model::feature_set_of(*again) == pith::model::feature_set_of(*model.value()));
  pith::model::FeatureMatrix features;
  features.resize(3, pith::measure::html_features().size());
  for (std::size_t column = 0; column < features.columns; ++column) {
    features.column(column)[0] = 0;
    features.column(column)[1] = 0.5F;
    features.column(column)[2] = 1;
  }
  pith::model::Scores expected;
  pith::model::Scores scores;
  score(*model.value(), features, expected);
  score(*again, features, scores);
  CHECK(scores.values == expected.values);
  CHECK(scores.values[0] > scores.values[1]);
}
