#include "select/type_weights.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "support/tab_rows.hpp"

#include "support/tab_rows.hpp"

using pith::Verdict;
using pith::page::PageKind;
using pith::select::evidence_names;
using pith::select::guess_type;
using pith::select::PageEvidence;

namespace {

PageEvidence with(std::initializer_list<std::pair<std::string_view, float>> values) {
  PageEvidence evidence{};
  for (const auto& [name, value] : values) {
    const auto* const found = std::find(evidence_names.begin(), evidence_names.end(), name);
    REQUIRE(found != evidence_names.end());
    evidence[static_cast<std::size_t>(found - evidence_names.begin())] = value;
  }
  return evidence;
}

}  // namespace

TEST_CASE("every row of weights names a kind of page, evidence, a step and five weights") {
  const auto rows = pith::test::split_rows(std::string(pith::select::page_type_rows()));
  std::set<std::string> kinds;
  for (const pith::test::Row& row : rows) {
    REQUIRE(row.size() == 8);
    kinds.insert(row[0]);
    CHECK_MESSAGE(std::find(evidence_names.begin(), evidence_names.end(), row[1]) != evidence_names.end(), row[1]);
    CHECK(std::any_of(row.begin() + 3, row.end(), [](const auto& weight) { return weight != "0"; }));
  }
  CHECK(rows.size() > 100);
  CHECK(kinds == std::set<std::string>{"html", "lines"});
}

TEST_CASE("evidence that readers would go by makes the type") {
  const auto article = with({{"words", 900},
                             {"prose_blocks", 14},
                             {"prose_percent", 80},
                             {"longest_prose", 90},
                             {"likely_words", 800},
                             {"likely_percent", 85},
                             {"likely_prose_percent", 90},
                             {"likely_blocks", 20}});
  CHECK(guess_type(article, PageKind::html).type == Verdict::article);
  CHECK(guess_type(article, PageKind::text).type == Verdict::article);
  const auto listing = with({{"words", 900},
                             {"linked_percent", 70},
                             {"linked_headings", 30},
                             {"headings", 32},
                             {"likely_linked_percent", 60},
                             {"teasers", 25},
                             {"teaser_percent", 90},
                             {"card_boxes", 60},
                             {"alike_boxes", 30},
                             {"alike_percent", 60}});
  CHECK(guess_type(listing, PageKind::html).type == Verdict::listing);
  const auto product = with({{"words", 700},
                             {"price_lines", 5},
                             {"price_boxes", 6},
                             {"declares_product", 1},
                             {"open_graph_product", 1},
                             {"review_boxes", 4},
                             {"likely_words", 200}});
  CHECK(guess_type(product, PageKind::html).type == Verdict::product);
  const auto reference =
      with({{"words", 900}, {"prose_blocks", 6}, {"program_of_manuals", 1}, {"program_of_only_manuals", 1}});
  CHECK(guess_type(reference, PageKind::html).type == Verdict::documentation);
  CHECK(guess_type(with({{"thread_marks", 4}, {"words", 400}}), PageKind::text).type == Verdict::forum);
}

TEST_CASE("sure signs outweigh what a page looks like") {
  const auto looks_like_article = [](std::string_view sign) {
    return guess_type(with({{"words", 900},
                            {"prose_blocks", 14},
                            {"prose_percent", 80},
                            {"likely_words", 800},
                            {"likely_prose_percent", 90},
                            {sign, 1}}),
                      PageKind::html);
  };
  CHECK(looks_like_article("declares_thread").type == Verdict::forum);
  CHECK(looks_like_article("program_of_forums").type == Verdict::forum);
  CHECK(looks_like_article("address_words_of_manuals").type == Verdict::documentation);
  CHECK(looks_like_article("declares_thread").probability > 0.9F);
  CHECK(looks_like_article("open_graph_website").type == Verdict::article);
}

TEST_CASE("a page about which little is known is called an article, with the little that speaks for it") {
  const auto guess = guess_type(with({{"price_lines", 1}, {"question_lines", 3}}), PageKind::html);
  CHECK(guess.probability > 0);
  CHECK(guess.probability < 1);
  CHECK((guess.type == Verdict::article || guess.probability > 0.5F));
}
