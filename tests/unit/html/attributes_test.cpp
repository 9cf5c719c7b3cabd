#include "html/attributes.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pith::html;

namespace {

std::uint32_t hash_of(std::string_view html) {
  pith::core::Arena storage(1 << 20);
  return attributes_hash(html, read_tag(html, 0, MarkupKind::start_tag), storage);
}

std::string named(std::string_view html) {
  pith::core::Arena storage(1 << 20);
  std::vector<NamedAttribute> found;
  name_attributes(html, read_tag(html, 0, MarkupKind::start_tag), storage, found);
  std::string shown;
  for (const NamedAttribute& attribute : found) shown.append(attribute.name).append("=").append(attribute.value) += '|';
  return shown;
}

}  // namespace

TEST_CASE("attributes are named in lower case, decoded, each once") {
  CHECK(named("<meta NAME='og:title' content='A &amp; B'>") == "name=og:title|content=A & B|");
  CHECK(named("<a href='/x?a=1&copy=2'>") == "href=/x?a=1&copy=2|");
  CHECK(named("<a id=one ID=two>") == "id=one|");
  CHECK(named("<a>") == "");
}

TEST_CASE("tags of the same attributes have one hash, in any order") {
  CHECK(hash_of("<b a=1 c=2>") == hash_of("<b C='2' A=\"1\">"));
  CHECK(hash_of("<b a='&amp;'>") == hash_of("<b a=&>"));
  CHECK(hash_of("<b a=1>") != hash_of("<b a=2>"));
  CHECK(hash_of("<b a=1>") != hash_of("<b b=1>"));
  CHECK(hash_of("<b a=1 a=2>") == hash_of("<b a=1>"));
  CHECK(hash_of("<b>") != 0);
}

TEST_CASE("a hash is written as an attribute") {
  std::string html = "<b";
  append_hash(0x1a2b3c4d, html);
  CHECK(html == "<b h=1a2b3c4d");
}

TEST_CASE("attributes of drawings lose their prefix") {
  CHECK(local_name("xlink:href") == "href");
  CHECK(local_name("XML:lang") == "lang");
  CHECK(local_name("xlink:show") == "xlink:show");
  CHECK(local_name("href") == "href");
}
