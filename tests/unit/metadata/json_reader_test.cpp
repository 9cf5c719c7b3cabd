#include <doctest/doctest.h>

#include "metadata/json_reader.hpp"

namespace {

/// "a/b=value" for every string.
std::vector<std::string> strings_of(std::string_view json) {
  std::vector<std::string> found;
  pith::metadata::for_each_json_string(json, [&](const pith::metadata::JsonPath& path, const std::string& value) {
    std::string line;
    for (const std::string& name : path) line += (line.empty() ? "" : "/") + name;
    found.push_back(line + "=" + value);
  });
  return found;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("strings are told with the names above them") {
  CHECK(strings_of(R"({"a":"1","b":{"c":"2"},"d":"3"})") == Strings{"a=1", "b/c=2", "d=3"});
}

TEST_CASE("arrays add no name") {
  CHECK(strings_of(R"({"a":[{"b":"1"},{"b":"2"},"3"],"c":"4"})") == Strings{"a/b=1", "a/b=2", "a=3", "c=4"});
}

TEST_CASE("values that are no strings are passed over") {
  CHECK(strings_of(R"({"a":1,"b":null,"c":true,"d":"x"})") == Strings{"d=x"});
}

TEST_CASE("escapes are decoded") {
  CHECK(strings_of(R"({"a":"x\"y\\z\/\n"})") == Strings{"a=x\"y\\z/\n"});
  CHECK(strings_of(R"({"a":"\u00e9"})") == Strings{"a=\u00E9"});
  CHECK(strings_of(R"({"a":"\ud83d\ude00"})") == Strings{"a=\U0001F600"});
}

TEST_CASE("half a surrogate pair and broken hex become U+FFFD") {
  CHECK(strings_of(R"({"a":"\ud83d"})") == Strings{"a=\uFFFD"});
  CHECK(strings_of(R"({"a":"\uzzzz"})") == Strings{"a=\uFFFD"});
}

TEST_CASE("broken JSON tells what can be read") {
  CHECK(strings_of(R"({"a":"1",,"b":"2")") == Strings{"a=1", "b=2"});
  CHECK(strings_of(R"(}}]]{"a":"1"})") == Strings{"a=1"});
  CHECK(strings_of(R"({"a":"open)") == Strings{"a=open"});
  CHECK(strings_of("\\u12").empty());
}

TEST_CASE("deep nesting is left out, not followed") {
  std::string json;
  for (int i = 0; i < 100; ++i) json += "{\"a\":";
  json += "\"deep\"";
  CHECK(strings_of(json).empty());
}
