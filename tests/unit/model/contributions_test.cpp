#include "model/contributions.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <string>

namespace {

constexpr std::array<pith::model::FeatureName, 2> two_features = {{{"words", ""}, {"links", ""}}};
constexpr std::array<pith::model::FeatureSet, 1> test_sets = {{
    {"html", []() noexcept -> std::span<const pith::model::FeatureName> { return two_features; }},
}};

auto load(const std::string& trees) {
  const std::string file = "# pith model 1\nset\thtml\nbase\t0.25\nfeature\twords\nfeature\tlinks\n" + trees;
  auto model = pith::model::load_model(file, test_sets);
  REQUIRE(model.has_value());
  return model.value();
}

double score_of(const pith::model::Model& model, float words, float links) {
  pith::model::FeatureMatrix features;
  features.resize(1, 2);
  features.values[0] = words;
  features.values[1] = links;
  pith::model::Scores scores;
  pith::model::score(model, features, scores);
  return scores.values.at(0);
}

/// A chain of splits, deeper than tables go.
std::string deep_tree() {
  std::string tree = "tree\t";
  for (int level = 0; level < 12; ++level)
    tree += std::to_string(level % 2) + "<" + std::to_string(level + 1) + " =" + std::to_string(level * 50000) + " ";
  return tree + "=-900000\n";
}

}  // namespace

TEST_CASE("a split moves the score from the mean of its sides to one of them") {
  // One logit below 10 words, minus one from there on.
  const auto model = load("tree\t0<10 =1048576 =-1048576\n");
  const pith::model::Contributions contributions(*model);
  CHECK(contributions.constant() == doctest::Approx(0.25));
  CHECK(contributions.of(std::array{5.0F, 0.0F}) == std::vector<float>{1, 0});
  CHECK(contributions.of(std::array{10.0F, 0.0F}) == std::vector<float>{-1, 0});
}

TEST_CASE("contributions and the constant are the score") {
  const auto model = load("tree\t0<10 =1048576 1<3 =0 =-1048576\ntree\t1<1 0<2 =7 =900000 =-300000\n" + deep_tree());
  const pith::model::Contributions contributions(*model);
  for (const float words : {0.0F, 1.5F, 2.0F, 6.0F, 11.0F}) {
    for (const float links : {0.0F, 1.0F, 4.0F, 20.0F}) {
      double logit = contributions.constant();
      for (const float moved : contributions.of(std::array{words, links})) logit += static_cast<double>(moved);
      CHECK(1 / (1 + std::exp(-logit)) == doctest::Approx(score_of(*model, words, links)).epsilon(1e-5));
    }
  }
}
