#include "scoring/model.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <thread>
#include <vector>

using pith::scoring::load_model;

namespace {

std::string feature_name(std::size_t i) {
  return std::string(pith::scoring::html_features()[i].name);
}

std::string small_model(const std::string& trees) {
  return "# pith model 1\nset\thtml\nprovenance\tby hand\nbase\t0\nfeature\t" + feature_name(2) + "\nfeature\t" +
         feature_name(0) + "\n" + trees;
}

float score_of(const std::string& model_file, float first, float third) {
  const auto model = load_model(model_file);
  REQUIRE(model.has_value());
  pith::scoring::Features features;
  features.resize(1, pith::scoring::html_features().size());
  features.values[0] = first;
  features.values[2] = third;
  pith::scoring::Scores scores;
  pith::scoring::score_by_model(*model.value(), features, scores);
  REQUIRE(scores.values.size() == 1);
  return scores.values[0];
}

}  // namespace

TEST_CASE("the logistic function agrees with the textbook") {
  for (double x = -45; x <= 45; x += 0.37) {
    const double bounded = std::max(-40.0, std::min(40.0, x));
    CHECK(pith::scoring::logistic(x) == doctest::Approx(1 / (1 + std::exp(-bounded))).epsilon(1e-13));
  }
}

TEST_CASE("a tree goes left below the threshold and right from it on") {
  // feature 0 of the file is the third column; leaves are 1 and -1 logit, then a second tree splits on the first column
  const std::string model = small_model("tree\t0<0.5 =1048576 1<3 =0 =-1048576\n");

  CHECK(score_of(model, 0, 0.25F) == doctest::Approx(0.731058578));
  CHECK(score_of(model, 2, 0.5F) == doctest::Approx(0.5));
  CHECK(score_of(model, 3, 0.5F) == doctest::Approx(0.268941421));
}

TEST_CASE("trees add up, with the base") {
  const std::string model = small_model("base\t1\ntree\t=1048576\ntree\t0<1 =-2097152 =0\n");

  CHECK(score_of(model, 0, 0) == doctest::Approx(0.5));
  CHECK(score_of(model, 0, 1) == doctest::Approx(0.880797078));
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
  for (const auto& file : pith::rules::embedded_files()) {
    if (!file.name.starts_with("model_")) continue;
    INFO(file.name);
    CHECK(load_model(file.bytes).has_value());
    ++models;
  }
  CHECK(models == 2);
}

TEST_CASE("a model on demand is read once, whoever asks first") {
  const std::string file = small_model("tree\t=1\n");
  const pith::scoring::ModelOnDemand model{std::string_view(file)};
  std::vector<const pith::scoring::Model*> seen(8);
  std::vector<std::thread> threads;
  for (auto& mine : seen) {
    threads.emplace_back([&] { mine = &model.get(); });
  }
  for (auto& thread : threads) thread.join();
  for (const auto* one : seen) CHECK(one == seen.front());
  CHECK(&model.get() == seen.front());
}
