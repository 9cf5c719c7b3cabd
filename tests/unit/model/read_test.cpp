#include <doctest/doctest.h>

#include <array>
#include <string>

#include "model/trees.hpp"

namespace {

using pith::model::FeatureName;
using pith::model::FeatureSet;

constexpr std::array<FeatureName, 2> html_names = {{{"words", ""}, {"links", ""}}};
constexpr std::array<FeatureName, 1> line_names = {{{"commas", ""}}};
constexpr std::array<FeatureSet, 2> sets = {{
    {"html", []() noexcept -> std::span<const FeatureName> { return html_names; }},
    {"lines", []() noexcept -> std::span<const FeatureName> { return line_names; }},
}};

const std::string head = "# pith model 1\nset\thtml\nbase\t0.5\nfeature\tlinks\nfeature\twords\n";

std::string error_of(const std::string& file) {
  const auto model = pith::model::load_model(file, sets);
  return model ? "" : std::to_string(model.error().line) + ": " + model.error().message;
}

}  // namespace

TEST_CASE("a model is read whole") {
  const auto model =
      pith::model::load_model(head + "provenance\tby hand\nprovenance\ttoday\ntree\t0<2 =1 1<3 =2 =3\r\n", sets);
  REQUIRE(model.has_value());
  const pith::model::Model& read = *model.value();
  CHECK(pith::model::feature_set_of(read) == 0);
  CHECK(read.base_logit == 0.5);
  CHECK(read.columns == std::vector<std::uint16_t>{1, 0});
  CHECK(read.thresholds == std::vector<float>{3, 2});  // by column of the set, not of the file
  CHECK(read.tables.size() == 1);

  const auto lines = pith::model::load_model("# pith model 1\nset\tlines\nfeature\tcommas\ntree\t0<1 =0 =1\n", sets);
  REQUIRE(lines.has_value());
  CHECK(pith::model::feature_set_of(*lines.value()) == 1);
}

TEST_CASE("a wrong file is refused with the line and what was expected") {
  struct Row {
    std::string file;
    const char* error;
  };
  const Row rows[] = {
      {"", "1: expected \"# pith model 1\""},
      {"# pith phrases 1\n", "1: expected \"# pith model 1\""},
      {"# pith model 1\n", "0: the model names no feature set"},
      {head, "0: the model has no tree"},
      {"# pith model 1\nset\tpdf\n", "2: unknown feature set \"pdf\""},
      {head + "set\thtml\n", "6: the feature set is named twice"},
      {"# pith model 1\nfeature\twords\n", "2: the feature set must be named before the features"},
      {head + "feature\tcommas\n", "6: unknown feature \"commas\""},
      {head + "base\tx\n", "6: expected a number"},
      {head + "base\tnan\n", "6: expected a number, found \"nan\""},
      {head + "base\tinf\n", "6: expected a number, found \"inf\""},
      {head + "klingon\xFF\tx\n", "6: expected ASCII, found other bytes"},
      {head + "klingon\tx\n", "6: unknown key \"klingon\""},
      {head + "tree =1\n", "6: expected a key, a tab and a value"},
      {head + "tree\t0<2 =1\n", "6: the tree ends before its last leaf"},
      {head + "tree\t=1 =2\n", "6: the tree goes on after its last leaf"},
      {head + "tree\t2<1 =1 =2\n", "6: the tree uses feature 2"},
      {head + "tree\t0<nan =1 =2\n", "6: expected a threshold"},
      {head + "tree\t0<1 =x =2\n", "6: expected a leaf"},
      {head + "tree\t0>1 =1 =2\n", "6: expected a split"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.file);
    CHECK(error_of(row.file).starts_with(row.error));
  }
}

TEST_CASE("a tree of more than 64 splits above a leaf is refused") {
  const auto deep = [](int splits) {
    std::string tree = "tree\t";
    for (int i = 0; i < splits; ++i) tree += "0<1 =1 ";
    return tree + "=2\n";
  };
  CHECK(error_of(head + deep(64)) == "");
  CHECK(error_of(head + deep(65)).find("64 splits") != std::string::npos);
}
