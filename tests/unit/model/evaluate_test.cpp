#include "model/row_scorer.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <iterator>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "builtin.hpp"
#include "measure/measure.hpp"

namespace {

constexpr std::array<pith::model::FeatureName, 3> three_features = {{{"words", ""}, {"links", ""}, {"commas", ""}}};
constexpr std::array<pith::model::FeatureSet, 1> test_sets = {{
    {"html", []() noexcept -> std::span<const pith::model::FeatureName> { return three_features; }},
}};

auto load_model(std::string_view file_bytes) {
  return pith::model::load_model(file_bytes, test_sets);
}

std::string feature_name(std::size_t i) {
  return std::string(three_features.at(i).name);
}

std::string small_model(const std::string& trees) {
  return "# pith model 1\nset\thtml\nprovenance\tby hand\nbase\t0\nfeature\t" + feature_name(2) + "\nfeature\t" +
         feature_name(0) + "\n" + trees;
}

float score_of(const std::string& model_file, float first, float third) {
  const auto model = load_model(model_file);
  REQUIRE(model.has_value());
  pith::model::FeatureMatrix features;
  features.resize(1, three_features.size());
  features.values[0] = first;
  features.values[2] = third;
  pith::model::Scores scores;
  pith::model::score(*model.value(), features, scores);
  REQUIRE(scores.values.size() == 1);
  return scores.values[0];
}

}  // namespace

TEST_CASE("the logistic function agrees with the textbook") {
  for (double x = -45; x <= 45; x += 0.37) {
    const double bounded = std::max(-40.0, std::min(40.0, x));
    CHECK(pith::model::logistic(x) == doctest::Approx(1 / (1 + std::exp(-bounded))).epsilon(1e-13));
  }
}

TEST_CASE("a tree goes left below the threshold and right from it on") {
  // feature 0 of the file is the third column; leaves are 1 and -1 logit, then a second tree splits on the first column
  const std::string model = small_model("tree\t0<0.5 =1048576 1<3 =0 =-1048576\n");

  CHECK(score_of(model, 0, 0.25F) == doctest::Approx(0.731058578));
  CHECK(score_of(model, 2, 0.5F) == doctest::Approx(0.5));
  CHECK(score_of(model, 3, 0.5F) == doctest::Approx(0.268941421));
}

TEST_CASE("a value at the threshold goes right, be it the least or the greatest of the page") {
  const auto model = load_model(small_model("tree\t0<2 =1048576 =-1048576\n"));
  REQUIRE(model.has_value());
  for (const std::vector<float>& third : {std::vector<float>{1, 2}, {2, 3}, {1, 2, 3}, {2, 2}}) {
    pith::model::FeatureMatrix features;
    features.resize(third.size(), three_features.size());
    std::fill(features.values.begin(), features.values.end(), 0.0F);
    std::copy(third.begin(), third.end(), features.column(2).begin());
    pith::model::Scores scores;
    pith::model::score(*model.value(), features, scores);
    for (std::size_t row = 0; row < third.size(); ++row) CHECK((scores.values[row] > 0.5F) == (third[row] < 2));
  }
}

TEST_CASE("trees add up, with the base") {
  const std::string model = small_model("base\t1\ntree\t=1048576\ntree\t0<1 =-2097152 =0\n");

  CHECK(score_of(model, 0, 0) == doctest::Approx(0.5));
  CHECK(score_of(model, 0, 1) == doctest::Approx(0.880797078));
}

namespace {

using Random = std::minstd_rand;

/// A tree in the file's format, `levels` deep on one side at least, that asks about the first and the third column.
void grow(Random& random, int levels, std::string& tokens, bool must_split) {
  if (levels == 0 || (!must_split && random() % 4 == 0)) {
    tokens += " =" + std::to_string(static_cast<int>(random() % 2000001) - 1000000);
    return;
  }
  tokens += " " + std::to_string(random() % 2) + "<" + std::to_string(random() % 20);
  const bool left_is_deep = random() % 2 == 0;
  grow(random, levels - 1, tokens, must_split && left_is_deep);
  grow(random, levels - 1, tokens, must_split && !left_is_deep);
}

/// The leaf that a row comes to, by the tokens from `at` on, which moves after the subtree.
int leaf_of(const std::vector<std::string>& tokens, std::size_t& at, const float (&values)[2]) {
  const std::string& token = tokens[at++];
  if (token.front() == '=') return std::stoi(token.substr(1));
  const bool goes_left = values[token.front() - '0'] < std::stof(token.substr(2));
  const int left = leaf_of(tokens, at, values);
  const int right = leaf_of(tokens, at, values);
  return goes_left ? left : right;
}

int leaf_of(const std::string& tree, const float (&values)[2]) {
  std::istringstream stream(tree);
  const std::vector<std::string> tokens{std::istream_iterator<std::string>(stream), {}};
  std::size_t at = 0;
  return leaf_of(tokens, at, values);
}

/// The scores of `rows` random rows by a model of one tree, against the leaves found token by token.
void check_tree(Random& random, const std::string& tree, std::size_t rows) {
  const auto model = load_model(small_model("tree\t" + tree.substr(1) + "\n"));
  REQUIRE(model.has_value());
  pith::model::FeatureMatrix features;
  features.resize(rows, three_features.size());
  for (float& value : features.values) value = static_cast<float>(random() % 20);
  pith::model::Scores scores;
  pith::model::score(*model.value(), features, scores);
  for (std::size_t row = 0; row < rows; ++row) {
    const float values[2] = {features.column(2)[row], features.column(0)[row]};
    const double logit = leaf_of(tree, values) / 1048576.0;
    CHECK(scores.values[row] == static_cast<float>(pith::model::logistic(logit)));
  }
}

}  // namespace

TEST_CASE("every row comes to its leaf, however deep the tree and however many the rows") {
  Random random(3);
  for (int levels = 0; levels <= 12; ++levels) {
    for (const std::size_t rows : {1U, 7U, 63U, 64U, 65U, 255U, 256U, 300U}) {
      CAPTURE(levels);
      CAPTURE(rows);
      std::string tree;
      grow(random, levels, tree, true);
      check_tree(random, tree, rows);
    }
  }
}

TEST_CASE("a bad model file is refused with its line") {
  const auto refused = [](const std::string& file, std::uint32_t line, const char* part) {
    const auto model = load_model(file);
    REQUIRE_FALSE(model.has_value());
    CHECK(model.error().line == line);
    CHECK(model.error().message.find(part) != std::string::npos);
  };

  SUBCASE("nothing") {
    refused("", 1, "# pith model 1");
  }
  SUBCASE("another kind of file") {
    refused("# pith phrases 1\n", 1, "# pith model 1");
  }
  SUBCASE("an unknown feature") {
    refused("# pith model 1\nset\thtml\nfeature\tno_such\n", 3, "no_such");
  }
  SUBCASE("an unknown set") {
    refused("# pith model 1\nset\tpdf\n", 2, "pdf");
  }
  SUBCASE("no set") {
    refused("# pith model 1\nbase\t0\n", 0, "feature set");
  }
  SUBCASE("no tree") {
    refused(small_model(""), 0, "no tree");
  }
  SUBCASE("a tree that ends early") {
    refused(small_model("tree\t0<1 =1\n"), 7, "before its last leaf");
  }
  SUBCASE("a tree that goes on") {
    refused(small_model("tree\t0<1 =1 =2 =3\n"), 7, "after its last leaf");
  }
  SUBCASE("a feature without a line") {
    refused(small_model("tree\t7<1 =1 =2\n"), 7, "feature 7");
  }
  SUBCASE("a threshold that is no number") {
    refused(small_model("tree\t0<x =1 =2\n"), 7, "0<x");
  }
  SUBCASE("a key of the future") {
    refused("# pith model 1\nshape\tround\n", 2, "shape");
  }
}

TEST_CASE("the models that are compiled in are good ones") {
  std::size_t models = 0;
  for (const auto& file : pith::embedded_files()) {
    if (!file.name.starts_with("model_")) continue;
    INFO(file.name);
    CHECK(pith::model::load_model(file.bytes, pith::measure::feature_sets()).has_value());
    ++models;
  }
  CHECK(models == 2);
}
