#include <doctest/doctest.h>

#include "support/selecting.hpp"

using pith::page::PageKind;
using pith::page::Tag;
using pith::test::Selecting;
using Indices = std::vector<int>;

namespace {

constexpr const char* five = "The river rose and rose.";
constexpr const char* nine = "Nobody was hurt, the mayor said in the morning.";

}  // namespace

TEST_CASE("blocks in alike places share a part of their fate") {
  Selecting page(PageKind::html);
  page.line(five, 0.9F).line(five, 0.6F).line(nine, 0.3F).line("Home", 0.02F, Tag::div).run();

  // Voices of 6, 6 and 10: their mean is (5.4 + 3.6 + 3) / 22 = .545455; each moves .3 of the way.
  const auto& choices = page.selection.choices;
  CHECK(choices[0].score == doctest::Approx(0.9 + 0.3 * (0.545455 - 0.9)).epsilon(1e-5));
  CHECK(choices[1].score == doctest::Approx(0.6 + 0.3 * (0.545455 - 0.6)).epsilon(1e-5));
  CHECK(choices[2].score == doctest::Approx(0.3 + 0.3 * (0.545455 - 0.3)).epsilon(1e-5));
  CHECK(choices[2].model_score == 0.3F);

  SUBCASE("one in another place does not") {
    CHECK(choices[3].score == 0.02F);
  }
}

TEST_CASE("two alike places or lines of plain text keep their own scores") {
  Selecting pair(PageKind::html);
  pair.line(five, 0.9F).line(nine, 0.3F).run();
  CHECK(pair.selection.choices[1].score == 0.3F);

  Selecting text(PageKind::text);
  text.line(five, 0.9F).line(five, 0.6F).line(nine, 0.3F).run();
  CHECK(text.selection.choices[2].score == 0.3F);
}

TEST_CASE("on a page that surely has an article a doubtful section is taken whole or not at all") {
  const std::string long_text = [] {
    std::string text;
    for (int k = 0; k < 20; ++k) text += std::string(nine) + " ";
    return text;
  }();
  Selecting page(PageKind::html);
  std::string other_text;
  for (int k = 0; k < 20; ++k) other_text += std::string(five) + " House " + std::to_string(k) + " fell. ";
  page.line(long_text, 0.98F).line(other_text, 0.98F, Tag::blockquote);

  // No sentences: those stay beside the article whatever they score.
  const std::string line = std::string(nine).substr(0, std::string(nine).size() - 1);

  // Alone, a block is worth its words from half of the expected F1 on.
  SUBCASE("dropped when it is likelier not of the article") {
    CHECK(page.line(line, 0.4F, Tag::section).line(line, 0.4F, Tag::td).menu().run().kept() == Indices{0, 1});
  }
  SUBCASE("kept when it is likelier of the article") {
    CHECK(page.line(line, 0.6F, Tag::section).line(line, 0.6F, Tag::td).menu().run().kept() == Indices{0, 1, 2, 3});
  }
}

TEST_CASE("a post of a thread stays where most of those in alike places do") {
  const auto kept = [](float score, const char* kind) {
    Selecting page(PageKind::html);
    page.item(kind).menu();
    for (const char* post : {pith::test::flood, pith::test::rain}) page.in_class("post", post, 0.9F);
    page.in_class("post", pith::test::school, score);
    return page.line("Imprint", 0.0F).run().kept();
  };
  CHECK(kept(0.16F, "http://schema.org/QAPage") == Indices{4, 5, 6});
  CHECK(kept(0.1F, "http://schema.org/QAPage") == Indices{4, 5});
  CHECK(kept(0.16F, "http://schema.org/NewsArticle") == Indices{4, 5});
}
