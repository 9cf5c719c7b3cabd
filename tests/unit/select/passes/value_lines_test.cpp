#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::page::PageKind;
using pith::test::flood;
using pith::test::rain;
using pith::test::school;
using pith::test::Selecting;
using Indices = std::vector<int>;
using Lines = std::initializer_list<const char*>;

namespace {

void add_lines(Selecting& page, Lines lines, float score) {
  for (const char* line : lines) page.line(line, score);
}

/// A menu, three sentences, these lines with this score, and a footer.
Selecting below_text(Lines lines, float score, PageKind kind = PageKind::text) {
  Selecting page(kind);
  add_lines(page, {"Dinners", "Desserts", "Boards"}, 0.02F);
  page.line(flood, 0.95F).line(rain, 0.95F).line(school, 0.95F);
  add_lines(page, lines, score);
  add_lines(page, {"Imprint", "Contact", "Press"}, 0.01F);
  page.run();
  return page;
}

}  // namespace

TEST_CASE("labels and values below the text stay, with the line that heads them") {
  const Selecting page = below_text({"The walker", "Weight: 2.4 kg", "Width: 52 cm", "Price: low"}, 0.14F);
  CHECK(page.kept() == Indices{3, 4, 5, 6, 7, 8, 9});
  CHECK(page.decided_by(6) == "value lines");
}

TEST_CASE("values go where the model is surer, where they are few, and in HTML, which has lists") {
  CHECK(below_text({"Weight: 2.4 kg", "Width: 52 cm", "Price: low"}, 0.05F).kept() == Indices{3, 4, 5});
  CHECK(below_text({"Weight: 2.4 kg", "Width: 52 cm"}, 0.14F).kept() == Indices{3, 4, 5});
  const Selecting html = below_text({"Weight: 2.4 kg", "Width: 52 cm", "Price: low"}, 0.14F, PageKind::html);
  CHECK(html.decided_by(7) != "value lines");
}

TEST_CASE("menus, times of day and people who speak are no values") {
  CHECK(below_text({"Files: a | b", "Series: c | d", "More: e | f"}, 0.14F).kept() == Indices{3, 4, 5});
  CHECK(below_text({"Wed 21:40 Ferry", "Wed 13:48 Quay", "Wed 12:31 Weir"}, 0.14F).kept() == Indices{3, 4, 5});
  CHECK(below_text({"Ann: no", "Wren: yes", "Ann: perhaps"}, 0.14F).kept() == Indices{3, 4, 5});
}

TEST_CASE("spans of years are values") {
  CHECK(below_text({"1999.09-2003.06 student", "2003-2008 doctor", "2009-2013 lecturer"}, 0.14F).kept().size() == 6);
  CHECK(below_text({"1999 was dry", "2003 was wet", "2009 was neither"}, 0.14F).kept().size() == 3);
}

TEST_CASE("what a recipe needs stays above its steps, a thing without a number among it") {
  const auto kept = [](Lines needed) {
    Selecting page(PageKind::text);
    add_lines(page, {"Dinners", "Desserts", "Boards", "Knives"}, 0.02F);
    page.line("River in the lower town rose", 0.3F);
    add_lines(page, needed, 0.1F);
    page.line("Steps", 0.1F).line(flood, 0.95F).line(rain, 0.95F).line(school, 0.95F);
    add_lines(page, {"Imprint", "Contact", "Press"}, 0.01F);
    return page.run().kept();
  };
  CHECK(kept({"Sorrel - 300 g", "Carrots - 3 pcs.", "Pepper", "Flour 250 g", "Butter 80 g"}).size() == 9);
  CHECK(kept({"Soup from 300 \u20AC", "Tart from 200 \u20AC", "Cake from 100 \u20AC"}).size() == 3);
  CHECK(kept({"from 300 kr", "from 200 kr", "from 100 kr"}).size() == 3);
}
