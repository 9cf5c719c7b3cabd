#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::page::AttributeName;
using pith::page::PageKind;
using pith::page::Tag;
using pith::test::Selecting;

namespace {

/// An article with more below.
struct Article : Selecting {
  Article() : Selecting(PageKind::html) { menu().eight_paragraphs(); }

  /// Blocks kept of what stands below.
  std::size_t kept_below() {
    line("About us", 0.01F).line("Imprint", 0.01F).run();
    return kept().size() - 8;
  }
};

}  // namespace

TEST_CASE("a label or a heading that nothing of the text follows goes") {
  Article label;
  label.line("Further information on the flood:", 0.75F);
  CHECK(label.kept_below() == 0);
  Article heading;
  heading.line("Further topics of the day", 0.75F, Tag::h2);
  CHECK(heading.kept_below() == 0);
  Article both;
  both.line("Further topics", 0.75F, Tag::h2).link("The bakery on the square changes hands", 0.6F);
  CHECK(both.kept_below() == 0);
}

TEST_CASE("a label with text below it stays, and so does a line without a colon") {
  Article label;
  label.line("The council's plan in short:", 0.75F).line(pith::test::rain, 0.9F);
  CHECK(label.kept_below() == 2);
  Article line;
  line.line("With this the council ended its sitting", 0.75F);
  CHECK(line.kept_below() == 1);
}

TEST_CASE("links that end the text go, unless the model is sure of them or they are sentences") {
  Article links;
  links.link("The bakery on the square changes hands", 0.6F).link("Two bridges open again", 0.6F);
  CHECK(links.kept_below() == 0);
  Article sure;
  sure.link("The bakery on the square changes hands", 0.8F);
  CHECK(sure.kept_below() == 1);
  Article sentence;
  sentence.link("The bakery on the square changes hands, as the owner told us.", 0.6F);
  CHECK(sentence.kept_below() == 1);
}

TEST_CASE("a heading above an image of its own stays") {
  Article page;
  page.line("The valley from above", 0.75F, Tag::h2);
  page.page().element(Tag::img, "", {{AttributeName::src, "/valley.jpg"}});
  CHECK(page.kept_below() == 1);
}
