#include "html/entities.hpp"

#include <doctest/doctest.h>

#include <string>

using pith::html::decode_references;
using pith::html::read_reference;
using pith::html::ReferencePlace;

namespace {

std::string decoded(std::string_view source, ReferencePlace place = ReferencePlace::text) {
  pith::core::Arena storage(1 << 20);
  return std::string(decode_references(source, place, storage));
}

}  // namespace

TEST_CASE("named references are decoded, the longest name first") {
  CHECK(decoded("a&amp;b&lt;&eacute;") == "a&b<\u00E9");
  CHECK(decoded("&notin;") == "\u2209");
  CHECK(decoded("&notit;") == "\u00ACit;");
  CHECK(decoded("&NotEqualTilde;") == "\u2242\u0338");
  CHECK(decoded("&copy 2024") == "\u00A9 2024");
  CHECK(decoded("&copy2024") == "\u00A92024");
  CHECK(decoded("&hellip") == "&hellip");  // needs its semicolon
  CHECK(decoded("&klingon; & &") == "&klingon; & &");
}

TEST_CASE("in an attribute a name that goes on is none") {
  const auto in_attribute = [](std::string_view source) { return decoded(source, ReferencePlace::attribute); };
  CHECK(in_attribute("/x?a=1&copy=2") == "/x?a=1&copy=2");
  CHECK(in_attribute("/x?a=1&copyright=2") == "/x?a=1&copyright=2");
  CHECK(in_attribute("/x?a=1&amp;b=2") == "/x?a=1&b=2");
  CHECK(in_attribute("&copy; &copy") == "\u00A9 \u00A9");
  CHECK(decoded("/x?a=1&copy=2") == "/x?a=1\u00A9=2");
}

TEST_CASE("numeric references are repaired as browsers do") {
  CHECK(decoded("&#65;&#x42;&#X43&#68") == "ABCD");
  CHECK(decoded("&#0;&#xD800;&#x110000;&#99999999999;") == "\uFFFD\uFFFD\uFFFD\uFFFD");
  CHECK(decoded("&#128;&#x92;") == "\u20AC\u2019");
  CHECK(decoded("&#;&#x;&#g") == "&#;&#x;&#g");
}

TEST_CASE("line ends are one, NULs go") {
  CHECK(decoded("a\r\nb\rc\n") == "a\nb\nc\n");
  CHECK(decoded(std::string("a\0b", 3)) == "ab");
  CHECK(decoded(std::string("a\0b", 3), ReferencePlace::attribute) == "a\uFFFDb");
}

TEST_CASE("what is not just copied is found wherever it stands in a long text") {
  const std::string text(50, 'x');
  for (std::size_t at = 0; at <= text.size(); ++at) {
    CHECK(decoded(std::string(text).insert(at, "&lt;\r\n\r")) == std::string(text).insert(at, "<\n\n"));
    CHECK(decoded(std::string(text).insert(at, std::string_view("\0", 1))) == text);
  }
}

TEST_CASE("what needs no change is not copied") {
  const std::string source = "river";
  pith::core::Arena storage(1 << 20);
  CHECK(decode_references(source, ReferencePlace::text, storage).data() == source.data());
  CHECK(storage.used_bytes() == 0);
  CHECK(read_reference("&amp;", ReferencePlace::text).length == 5);
  CHECK(read_reference("&", ReferencePlace::text).length == 0);
}
