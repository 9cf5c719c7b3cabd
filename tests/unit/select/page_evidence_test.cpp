#include "select/page_evidence.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "loaded_rules.hpp"
#include "support/page_builder.hpp"

using pith::page::AttributeName;
using pith::page::Tag;

namespace {

constexpr const char* flood =
    "The river rose by two metres overnight, and the lower town had to be cleared before dawn.";

/// The evidence of a page, by name.
class Evidence {
 public:
  Evidence(pith::page::Page& page, std::string_view url, const std::vector<float>& scores) {
    std::vector<pith::Notice> notices;
    pith::blocks::BlockList blocks;
    pith::measure::BlockMatches matches;
    pith::blocks::segment(page, {}, blocks, notices);
    const pith::rules::RuleSet& rules = pith::LoadedRules::of(pith::builtin_rules()).set;
    pith::measure::match_blocks(page, blocks, rules, matches);
    pith::measure::PageFacts facts;
    facts.url = url;
    pith::select::EvidenceScratch scratch;
    values_ = pith::select::find_evidence({page, blocks, matches, rules, facts, {}}, scores, scratch);
  }

  double operator[](std::string_view name) const {
    const auto* const found = std::find(pith::select::evidence_names.begin(), pith::select::evidence_names.end(), name);
    REQUIRE(found != pith::select::evidence_names.end());
    return static_cast<double>(values_[static_cast<std::size_t>(found - pith::select::evidence_names.begin())]);
  }

 private:
  pith::select::PageEvidence values_{};
};

}  // namespace

TEST_CASE("the address tells words, depth, hyphens and digits") {
  pith::test::PageBuilder page;
  page.element(Tag::p, flood);
  const auto of = [&page](std::string_view url) { return Evidence(page.done(), url, {0.9F}); };
  CHECK(of("https://bbs.meadow.example/12")["address_words_of_forums"] == 1);
  CHECK(of("https://meadow.example/product/kettle")["address_words_of_products"] == 1);
  CHECK(of("https://docs.meadow.example/start")["address_words_of_manuals"] == 1);
  CHECK(of("https://meadow.example/category/rivers")["address_words_of_lists"] == 1);
  CHECK(of("https://meadow.example/2024/05/river")["address_words_of_articles"] == 1);
  CHECK(of("https://meadow.example/")["address_is_home"] == 1);
  CHECK(of("")["address_is_home"] == 0);
  CHECK(of("https://meadow.example/a/b-c-d/?q=1-2")["address_depth"] == 2);
  CHECK(of("https://meadow.example/a/b-c-d/?q=1-2")["address_hyphens"] == 2);
  CHECK(of("https://meadow.example/2024/river")["address_digits"] == 4);
}

TEST_CASE("what the page declares is counted by kind") {
  pith::test::PageBuilder builder;
  builder.element(Tag::p, flood);
  for (const char* type : {"https://schema.org/QAPage", "http://schema.org/Product", "ItemList", "TechArticle"}) {
    builder.open(Tag::div, {{AttributeName::itemtype, type}}).close();
  }
  pith::page::Page& page = builder.done();
  page.meta = {{"og:type", "website"}, {"generator", "Sphinx 4.2"}};
  const Evidence found(page, "", {0.9F});
  CHECK(found["declares_thread"] == 1);
  CHECK(found["declares_product"] == 1);
  CHECK(found["declares_list"] == 1);
  CHECK(found["declares_manual"] == 1);
  CHECK(found["declares_article"] == 1);  // a TechArticle is one
  CHECK(found["open_graph_website"] == 1);
  CHECK(found["open_graph_article"] == 0);
  CHECK(found["program_of_manuals"] == 1);
  CHECK(found["program_of_only_manuals"] == 1);
  CHECK(found["program_of_forums"] == 0);
}

TEST_CASE("the name of a style sheet may be that of a program of manuals") {
  const auto program_of_only_manuals = [](std::string_view address) {
    pith::test::PageBuilder builder;
    builder.element(Tag::p, flood);
    pith::page::Page& page = builder.done();
    page.style_sheets = {"/style.css", address};
    return Evidence(page, "", {0.9F})["program_of_only_manuals"];
  };
  CHECK(program_of_only_manuals("../doxygen.css?v=2") == 1);
  CHECK(program_of_only_manuals("/rustdoc1.63.0.css") == 1);
  CHECK(program_of_only_manuals("/about/doxygen/blog.css") == 0);
  CHECK(program_of_only_manuals("/blog.css?from=doxygen") == 0);
}

TEST_CASE("blocks are counted by what they are") {
  pith::test::PageBuilder builder;
  builder.element(Tag::p, flood).element(Tag::h2, "Where is the water now?");
  builder.element(Tag::p, "A kettle for $ 12.90").element(Tag::p, "12 \u5143").element(Tag::p, "Room 12");
  builder.open(Tag::p).element(Tag::a, "The bridge is closed", {{AttributeName::href, "/bridge"}}).close();
  const Evidence found(builder.done(), "", {0.9F, 0.9F, 0.0F, 0.0F, 0.0F, 0.0F});
  CHECK(found["prose_blocks"] == 1);
  CHECK(found["longest_prose"] == doctest::Approx(17));
  CHECK(found["headings"] == 1);
  CHECK(found["linked_headings"] == 0);
  CHECK(found["question_lines"] == 1);
  CHECK(found["price_lines"] == 2);
  CHECK(found["likely_blocks"] == 2);
  CHECK(found["likely_linked_percent"] == 0);
  CHECK(found["linked_percent"] > 10);
}

TEST_CASE("links to other parts of the page lead nowhere else") {
  pith::test::PageBuilder builder;
  builder.open(Tag::p).element(Tag::a, "Part one of it", {{AttributeName::href, "#one"}}).close();
  CHECK(Evidence(builder.done(), "", {0.9F})["linked_percent"] == 0);
}

TEST_CASE("boxes count where they are not within another of their kind, and by those that look alike") {
  pith::test::PageBuilder builder;
  for (int i = 0; i < 3; ++i) {
    builder.open(Tag::div, {{AttributeName::class_, "comment"}});
    builder.open(Tag::div, {{AttributeName::class_, "comment-body"}}).element(Tag::p, flood).close();
    builder.element(Tag::p, "3 May").close();
  }
  const Evidence found(builder.done(), "", {0.1F, 0.1F, 0.1F, 0.1F, 0.1F, 0.1F});
  CHECK(found["comment_boxes"] == 3);
  CHECK(found["alike_boxes"] == 3);
  CHECK(found["alike_percent"] == 100);
}

TEST_CASE("teasers stand under headings that are links") {
  pith::test::PageBuilder builder;
  for (int i = 0; i < 2; ++i) {
    builder.open(Tag::h2).element(Tag::a, "River floods town", {{AttributeName::href, "/a"}}).close();
    builder.element(Tag::p, flood);
  }
  builder.element(Tag::h2, "Weather").element(Tag::p, flood).element(Tag::p, flood);
  const Evidence found(builder.done(), "", std::vector<float>(7, 0.5F));
  CHECK(found["teasers"] == 2);
  CHECK(found["teaser_percent"] == 50);
  CHECK(found["linked_headings"] == 2);
}

TEST_CASE("a page that has some of everything shows it") {
  pith::test::PageBuilder builder;
  builder.open(Tag::div, {{AttributeName::itemtype, "DiscussionForumPosting"}, {AttributeName::class_, "post price"}});
  builder.element(Tag::pre, "a = b").element(Tag::li, flood).element(Tag::p, "3 replies").close();
  const Evidence found(builder.done(), "https://forum.example/1/a-b", {0.9F, 0.9F, 0.0F});
  for (const char* name : {"address_words_of_forums", "address_depth", "address_hyphens", "address_digits",
                           "declares_thread", "words", "prose_percent", "code_percent", "item_percent", "thread_marks",
                           "likely_words", "likely_percent", "likely_prose_percent", "post_boxes", "price_boxes"}) {
    CAPTURE(std::string(name));
    CHECK(found[name] > 0);
  }
}
