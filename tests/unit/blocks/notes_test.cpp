#include "blocks/notes.hpp"

#include <doctest/doctest.h>

#include "support/page_builder.hpp"

using pith::page::AttributeName;
using pith::page::Tag;
using pith::test::PageBuilder;

namespace {

std::size_t notes_in(PageBuilder& builder) {
  pith::blocks::BlockList list;
  std::vector<pith::Notice> notices;
  pith::blocks::segment(builder.done(), pith::Limits{}, list, notices);
  return pith::blocks::find_notes(builder.done(), list).size();
}

/// A paragraph with a link to #n, and a paragraph of that id.
PageBuilder linked(std::string_view text, Tag note = Tag::p) {
  PageBuilder page;
  page.open(Tag::p).text("so").element(Tag::a, text, {{AttributeName::href, "#n"}}).close();
  page.element(note, "the note", {{AttributeName::id, "n"}});
  return page;
}

}  // namespace

TEST_CASE("labels are short and without their brackets") {
  CHECK(pith::blocks::note_label("[12]") == "12");
  CHECK(pith::blocks::note_label("(a)") == "a");
  CHECK(pith::blocks::note_label("1234").empty());
  CHECK(pith::blocks::note_label("Top").empty());
}

TEST_CASE("a link in brackets refers to a note, a plain one and one to a heading do not") {
  auto bracketed = linked("[1]");
  CHECK(notes_in(bracketed) == 1);
  auto plain = linked("1");
  CHECK(notes_in(plain) == 0);
  auto heading = linked("[1]", Tag::h2);
  CHECK(notes_in(heading) == 0);
}

TEST_CASE("what stands above its reference is no note") {
  PageBuilder page;
  page.element(Tag::p, "above", {{AttributeName::id, "n"}});
  page.open(Tag::p).text("so").element(Tag::a, "[1]", {{AttributeName::href, "#n"}});
  CHECK(notes_in(page) == 0);
}

TEST_CASE("a raised link refers to a note, whether it holds the raising or stands in it") {
  PageBuilder page;
  page.open(Tag::p).element(Tag::sup, "x").text(" and so");
  SUBCASE("in it") {
    page.open(Tag::sup).element(Tag::a, "1", {{AttributeName::href, "#n"}}).close();
  }
  SUBCASE("around it") {
    page.open(Tag::a, {{AttributeName::href, "#n"}}).element(Tag::sup, "1").close();
  }
  page.text(" on ").element(Tag::sup, "y").close();
  page.element(Tag::p, "the note", {{AttributeName::id, "n"}});
  CHECK(notes_in(page) == 1);
}

TEST_CASE("a link beside what is raised is no reference") {
  PageBuilder page;
  page.open(Tag::p).element(Tag::sup, "x").element(Tag::a, "1", {{AttributeName::href, "#n"}});
  page.element(Tag::sup, "y").close();
  page.element(Tag::p, "the note", {{AttributeName::id, "n"}});
  CHECK(notes_in(page) == 0);
}

TEST_CASE("of two elements of one name the first is the note") {
  PageBuilder page;
  page.open(Tag::p).text("so ").element(Tag::a, "[1]", {{AttributeName::href, "#n"}}).close();
  page.element(Tag::p, "the note", {{AttributeName::id, "n"}}).element(Tag::p, "another", {{AttributeName::id, "n"}});
  CHECK(notes_in(page) == 1);
}

TEST_CASE("a link that says so refers to a note, without brackets and raising") {
  for (const auto& [name, value] :
       {std::pair{AttributeName::class_, "x footnote-ref"}, std::pair{AttributeName::role, "doc-noteref"},
        std::pair{AttributeName::class_, "x"}}) {
    PageBuilder page;
    page.open(Tag::p).text("so").element(Tag::a, "1", {{AttributeName::href, "#n"}, {name, value}}).close();
    page.element(Tag::p, "the note", {{AttributeName::id, "n"}});
    CHECK(notes_in(page) == (std::string_view(value) == "x" ? 0 : 1));
  }
}

TEST_CASE("a note may be named by an anchor in it, and marked by a dagger") {
  PageBuilder page;
  page.open(Tag::p).text("so").open(Tag::sup).element(Tag::a, "\u2020", {{AttributeName::href, "#n"}}).close().close();
  page.open(Tag::p).open(Tag::a, {{AttributeName::name, "n"}}).close().text("the note");
  CHECK(notes_in(page) == 1);
  CHECK(pith::blocks::note_label("\u2021") == "\u2021");
}

TEST_CASE("links may have the page's own address before the sign") {
  PageBuilder page;
  page.open(Tag::p).text("so").element(Tag::a, "[1]", {{AttributeName::href, "https://m.example/a#n"}}).close();
  page.element(Tag::p, "the note", {{AttributeName::id, "n"}});
  pith::blocks::BlockList list;
  std::vector<pith::Notice> notices;
  pith::blocks::segment(page.done(), pith::Limits{}, list, notices);
  CHECK(pith::blocks::find_notes(page.done(), list, "https://m.example/a").size() == 1);
  CHECK(pith::blocks::find_notes(page.done(), list, "https://m.example/b").empty());
  CHECK(pith::blocks::find_notes(page.done(), list).empty());
  page.done().canonical_url = "https://m.example/a";
  CHECK(pith::blocks::find_notes(page.done(), list).size() == 1);
}

namespace {

/// What is left of the first block of the note that "so [1]" refers to; the link stands in an element of the id "r".
std::string note_text(PageBuilder& page, std::string_view label) {
  pith::blocks::BlockList list;
  std::vector<pith::Notice> notices;
  pith::blocks::segment(page.done(), pith::Limits{}, list, notices);
  const std::vector<pith::blocks::Note> notes = pith::blocks::find_notes(page.done(), list);
  REQUIRE(notes.size() == 1);
  const std::vector<std::uint32_t> links = pith::blocks::find_back_links(page.done(), list, notes);
  const pith::blocks::TextBlock& block = list.blocks[list.containers[notes[0].container].first_block];
  const pith::blocks::TextPart part = pith::blocks::text_of_note(list, block, label, links, true);
  return std::string(block.text.substr(part.begin, part.end - part.begin));
}

/// "so [1]" and an open paragraph for its note.
PageBuilder referring() {
  PageBuilder page;
  page.open(Tag::p).text("so ").element(Tag::a, "[1]", {{AttributeName::href, "#n"}, {AttributeName::id, "r"}}).close();
  page.open(Tag::p, {{AttributeName::id, "n"}});
  return page;
}

constexpr const char* title = "Mills of the coast";

}  // namespace

TEST_CASE("links back to what refers to a note are no text of it") {
  SUBCASE("before it") {
    auto page = referring();
    page.element(Tag::a, "[1]", {{AttributeName::href, "#r"}}).text(" ").text(title);
    CHECK(note_text(page, "1") == title);
  }
  SUBCASE("before its label") {
    auto page = referring();
    page.element(Tag::a, "^", {{AttributeName::href, "#r"}}).text(" 1. ").text(title);
    CHECK(note_text(page, "1") == title);
  }
  SUBCASE("a letter for each reference") {
    auto page = referring();
    page.text("^ ").element(Tag::a, "a", {{AttributeName::href, "#r"}}).text(" ");
    page.element(Tag::a, "b", {{AttributeName::href, "#r"}}).text(" ").text(title);
    CHECK(note_text(page, "1") == title);
  }
  SUBCASE("after it") {
    auto page = referring();
    page.text(title).text(" [").element(Tag::a, "Back to text", {{AttributeName::href, "#r"}}).text("]");
    CHECK(note_text(page, "1") == title);
  }
}

TEST_CASE("a link in a note that refers to another one leads back to nothing, whatever else has that name") {
  auto page = referring();
  page.text("As ").element(Tag::a, "[2]", {{AttributeName::href, "#r"}}).close();
  page.element(Tag::p, "the other note", {{AttributeName::id, "r"}});
  pith::blocks::BlockList list;
  std::vector<pith::Notice> notices;
  pith::blocks::segment(page.done(), pith::Limits{}, list, notices);
  const std::vector<pith::blocks::Note> notes = pith::blocks::find_notes(page.done(), list);
  CHECK(notes.size() == 2);
  CHECK(pith::blocks::find_back_links(page.done(), list, notes).empty());
}

TEST_CASE("other links of a note are its text") {
  SUBCASE("to the rest of the page") {
    auto page = referring();
    page.text("See ").element(Tag::a, "above", {{AttributeName::href, "#top"}});
    CHECK(note_text(page, "1") == "See above");
  }
  SUBCASE("in the middle of it") {
    auto page = referring();
    page.text("As ").element(Tag::a, "said", {{AttributeName::href, "#r"}}).text(" before");
    CHECK(note_text(page, "1") == "As said before");
  }
  SUBCASE("all of it") {
    auto page = referring();
    page.element(Tag::a, title, {{AttributeName::href, "#r"}});
    CHECK(note_text(page, "1") == title);
  }
}

TEST_CASE("a note does not begin with its label, but may begin with a number") {
  const auto text = [](std::string_view begins, std::string_view label) {
    auto page = referring();
    page.text(begins).text(title);
    return note_text(page, label);
  };
  CHECK(text("1. ", "1") == title);
  CHECK(text("[1] ", "1") == title);
  CHECK(text("* ", "*") == title);
  CHECK(text("1 ", "1") == std::string("1 ") + title);
  CHECK(text("1.5 ", "1") == std::string("1.5 ") + title);
  CHECK(text("2. ", "1") == std::string("2. ") + title);
  auto raised = referring();
  raised.element(Tag::sup, "1").text(title);
  CHECK(note_text(raised, "1") == title);
}
