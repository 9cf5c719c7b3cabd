#include "core/packed.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace pith::core;

TEST_CASE("texts of up to eight bytes are packed the same with and without loads that overlap") {
  const std::string text = "\x80 b\xFF\tfgh";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    CAPTURE(size);
    CHECK(pack(std::string_view(text).substr(0, size)) == pack_slowly(std::string_view(text).substr(0, size)));
  }
}

TEST_CASE("the first byte is the lowest, and there are zeros after the end") {
  CHECK(pack("ab") == 0x6261);
  CHECK(pack("") == 0);
}

TEST_CASE("only capitals of ASCII become small letters") {
  for (unsigned byte = 0; byte < 256; ++byte) {
    CAPTURE(byte);
    const unsigned lowered = byte >= 'A' && byte <= 'Z' ? byte + 0x20 : byte;
    // Each byte between others that could carry into it.
    CHECK(lower_packed(0xFF00FFU | byte << 8U) == (0xFF00FFU | lowered << 8U));
  }
}

TEST_CASE("the first space is found wherever it stands, and no other byte is taken for one") {
  const std::string text = "\x21\x1F\xA0\x20word\x01more bytes than eight of them";
  for (std::size_t at = 0; at <= text.size(); ++at) {
    CAPTURE(at);
    CHECK(find_space(text, at) == std::min(text.find(' ', at), text.size()));
  }
  CHECK(find_space("nothing apart", 13) == 13);
  CHECK(find_space("", 0) == 0);
}
