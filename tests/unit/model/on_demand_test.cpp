#include <doctest/doctest.h>

#include <array>
#include <memory>
#include <string_view>
#include <thread>
#include <vector>

#include "model/model.hpp"

namespace {

using namespace pith::model;

constexpr std::array<FeatureName, 1> names = {{{"words", ""}}};
constexpr std::array<FeatureSet, 1> sets = {{
    {"html", []() noexcept -> std::span<const FeatureName> { return names; }},
}};
constexpr std::string_view file = "# pith model 1\nset\thtml\nfeature\twords\ntree\t0<1 =0 =1\n";

std::shared_ptr<const Model> read() {
  return load_model(file, sets).value();
}

}  // namespace

TEST_CASE("a model is read at the first question, and once") {
  const ModelOnDemand model(read);
  const Model* const first = &model.get();
  CHECK(feature_set_of(*first) == 0);
  CHECK(&model.get() == first);
}

TEST_CASE("a model that is ready is given as it is") {
  const auto ready = load_model(file, sets);
  REQUIRE(ready.has_value());
  const ModelOnDemand model(ready.value());
  CHECK(&model.get() == ready.value().get());
}

TEST_CASE("threads that ask at once get the same model") {
  const ModelOnDemand model(read);
  std::array<const Model*, 4> found{};
  std::vector<std::thread> threads;
  for (const Model*& mine : found) threads.emplace_back([&model, &mine] { mine = &model.get(); });
  for (std::thread& thread : threads) thread.join();
  for (const Model* const mine : found) CHECK(mine == &model.get());
}
