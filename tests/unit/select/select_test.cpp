#include <doctest/doctest.h>

#include "support/selecting.hpp"

using pith::Category;
using pith::page::PageKind;
using pith::page::Tag;
using pith::test::Selecting;
using Indices = std::vector<int>;

namespace {

// Prose of fifteen and more words, each a different one.
constexpr const char* first =
    "The river rose by two metres overnight, and the lower town had to be cleared before dawn.";
constexpr const char* second =
    "Firemen carried the last of the residents out by boat, while the army closed the bridges.";
constexpr const char* third =
    "Nobody was hurt, the mayor said, but the damage to the old market hall may cost millions.";

}  // namespace

TEST_CASE("the cut maximises the expected F1") {
  // In different elements: blocks in alike places would share their scores.
  Selecting page(PageKind::html);
  page.line(first, 0.95F).line(second, 0.9F, Tag::blockquote);
  page.line("Home News Sport Weather Video", 0.02F, Tag::div).line(third, 0.8F);

  SUBCASE("sure blocks stay, unlikely ones go") {
    CHECK(page.run().kept() == Indices{0, 1, 3});
  }
  SUBCASE("the confidence is the expected F1 of what was kept") {
    page.run();
    // words: 17, 16, 5, 17; expected found = 17*.95 + 16*.9 + 17*.8 = 44.15; all = 44.25; size 50
    CHECK(page.selection.expected_f1 == doctest::Approx(2 * 44.15 / (50 + 44.25)).epsilon(1e-4));
  }
}

TEST_CASE("the leaning moves the cut") {
  Selecting page(PageKind::html);
  page.line(first, 0.95F).line(second, 0.42F).line(third, 0.25F);
  pith::Options options;

  SUBCASE("precise keeps the sure block only") {
    options.leaning = pith::Leaning::precise;
    CHECK(page.run(options).kept() == Indices{0});
  }
  SUBCASE("complete keeps all that may be text") {
    options.leaning = pith::Leaning::complete;
    CHECK(page.run(options).kept() == Indices{0, 1, 2});
  }
}

TEST_CASE("a page without a likely block has no article") {
  Selecting page(PageKind::html);
  page.line("Home News Sport Weather Video", 0.02F).line("About us and our partners", 0.03F);

  CHECK(page.run().kept().empty());
  CHECK(page.selection.verdict == pith::Verdict::too_little_text);
}

TEST_CASE("a long block that stands twice is kept once") {
  const std::string paragraph = std::string(first) + " " + second;

  SUBCASE("in HTML the better scored copy") {
    Selecting page(PageKind::html);
    page.line(paragraph, 0.4F).line(third, 0.9F).line(paragraph, 0.9F).run();
    CHECK(page.kept() == Indices{1, 2});
    CHECK(page.category(0) == Category::duplicate);
  }
  SUBCASE("in plain text the first copy, with the best score") {
    Selecting page(PageKind::text);
    page.line(paragraph, 0.4F).line(third, 0.9F).line(paragraph, 0.9F).run();
    CHECK(page.kept() == Indices{0, 1});
    CHECK(page.decided_by(2) == "copies");
  }
}

TEST_CASE("what follows an end mark is tail, and the mark itself is cut off") {
  const std::string last = std::string(
      "\u8FD9\u6837\u624D\u80FD\u6293\u4F4F\u673A\u4F1A\uFF0C\u8D70\u5F97\u66F4\u8FDC"
      "\uFF0C\u4E5F\u8D70\u5F97\u66F4\u7A33\u3002");
  Selecting page(PageKind::html);
  page.line(last, 0.9F).line(last + "(\u5168\u6587\u5B8C)", 0.9F).line(first, 0.6F).run();

  CHECK(page.kept() == Indices{0, 1});
  CHECK(page.kept_text(1) == last);
  CHECK(page.decided_by(2) == "end mark");
}

TEST_CASE("brackets at the end of a sentence are no residue by themselves") {
  Selecting page(PageKind::html);
  const std::string text = std::string(first) + " It was the third flood in ten years (the first came in 2014)";
  page.line(text, 0.95F).line(second, 0.95F).run();

  CHECK(page.kept_text(0) == text);
}
