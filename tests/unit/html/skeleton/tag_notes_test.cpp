#include "html/skeleton/tag_notes.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pith::html;

TEST_CASE("a tag is noted with its place, its name and the attributes that stages ask about") {
  const std::string html = "a<P Class=b onclick='c' id = \"d\" hidden class=e>f";
  TagNotes notes;
  const TagToken token = notes.read(html, 1, MarkupKind::start_tag);
  CHECK(token.attribute_count == 5);
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].begin == 1);
  CHECK(html.substr(notes[0].end) == "f");
  CHECK(notes[0].tag == Tag::p);
  const auto attributes = notes.attributes_of(0);
  REQUIRE(attributes.size() == 3);
  const auto value = [&](std::size_t k) {
    return html.substr(attributes[k].begin, attributes[k].end - attributes[k].begin);
  };
  CHECK(attributes[0].name == AttributeName::class_);
  CHECK(value(0) == "b");
  CHECK(attributes[1].name == AttributeName::id);
  CHECK(value(1) == "d");
  CHECK(attributes[2].name == AttributeName::hidden);
  CHECK(value(2).empty());
}

TEST_CASE("notes that are taken back leave those before them") {
  const std::string html = "<a id=b><i id=c></i><!-- d -->";
  TagNotes notes;
  static_cast<void>(notes.read(html, 0, MarkupKind::start_tag));
  static_cast<void>(notes.read(html, 8, MarkupKind::start_tag));
  static_cast<void>(notes.read(html, 16, MarkupKind::end_tag));
  notes.pass(20, html.size());
  CHECK(notes.first_from(8, 0) == 1);
  CHECK(notes.first_from(9, 2) == 2);
  CHECK(notes.first_from(html.size(), 9) == 4);
  notes.rewind(16);
  REQUIRE(notes.size() == 2);
  CHECK(notes.attributes_of(1).size() == 1);
  notes.rewind(1);
  CHECK(notes.attributes_of(0).size() == 1);
}
