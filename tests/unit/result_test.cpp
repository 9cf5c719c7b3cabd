#include <doctest/doctest.h>

#include <pith/result.hpp>

#include <string>
#include <utility>

namespace {

pith::Result<std::string> good() {
  return std::string("value");
}
pith::Result<std::string> bad() {
  return pith::Error{.message = "expected a tab", .line = 7};
}

}  // namespace

TEST_CASE("a result is read as a pointer is") {
  pith::Result<std::string> result = good();
  REQUIRE(result);
  CHECK(*result == "value");
  CHECK(result->size() == 5);
  result->append("s");
  *result += "!";
  const pith::Result<std::string>& same = result;
  CHECK(*same == "values!");
  CHECK(same->back() == '!');
  CHECK(same.value() == "values!");
}

TEST_CASE("a value is moved out of a result that is about to go") {
  pith::Result<std::string> result = std::string(100, 'x');
  const char* const letters = result->data();
  const std::string taken = *std::move(result);
  CHECK(taken.data() == letters);
  CHECK(std::string(good().value()) == "value");
}

TEST_CASE("a default stands in for the value that is not there") {
  CHECK(good().value_or("default") == "value");
  CHECK(bad().value_or("default") == "default");
  const pith::Result<std::string> kept = good();
  CHECK(kept.value_or("default") == "value");
  CHECK(*kept == "value");
}

TEST_CASE("an error says what and where") {
  const pith::Result<std::string> result = bad();
  CHECK_FALSE(result);
  CHECK_FALSE(result.has_value());
  CHECK(result.error() == pith::Error{.message = "expected a tab", .line = 7});
}
