// Features of HTML blocks against values counted by hand on one small page, a family a test.
#include <doctest/doctest.h>

#include <pith.hpp>

#include <algorithm>
#include <string>
#include <string_view>

#include "pipeline.hpp"

namespace {

constexpr const char* page = R"(<html><head><title>River floods the old town - Herald</title></head><body>
<nav><ul><li><a href="/">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div class="main-content"><h1>River floods the old town</h1>
<p>The river rose, the bridge fell, and the town slept through it all.</p>
<p><b>Nobody</b> was hurt in 2024, the mayor said. Was it luck?</p></div>
<div class="related"><h3>Related articles</h3><ul>
<li class="card"><a href="/1">Old bridge closed</a></li>
<li class="card"><a href="/2">New dam opened</a></li>
<li class="card"><a href="/3">Harbour market moves</a></li></ul></div>
<footer><p>All rights reserved</p></footer></body></html>)";

// Its blocks.
constexpr std::size_t news = 0;
constexpr std::size_t headline = 2;
constexpr std::size_t first = 3;
constexpr std::size_t second = 4;
constexpr std::size_t related = 5;
constexpr std::size_t card = 6;
constexpr std::size_t copyright = 9;

class Measured {
 public:
  explicit Measured(const std::string& html) {
    pith::Extractor extractor;
    explanation_ = extractor.explain({.bytes = html, .kind = pith::SourceKind::html});
  }

  [[nodiscard]] std::size_t size() const { return explanation_.blocks.size(); }
  [[nodiscard]] doctest::Approx near(double value) const { return doctest::Approx(value).epsilon(1e-5); }

  [[nodiscard]] double operator()(std::size_t block, std::string_view feature) const {
    const auto& features = explanation_.blocks.at(block).features;
    const auto found =
        std::find_if(features.begin(), features.end(), [&](const auto& value) { return value.name == feature; });
    REQUIRE_MESSAGE(found != features.end(), feature);
    return static_cast<double>(found->value);
  }

 private:
  pith::Explanation explanation_;
};

}  // namespace

TEST_CASE("what a block's text shows") {
  const Measured of(page);
  REQUIRE(of.size() == 10);

  CHECK(of(news, "words") == 1);
  CHECK(of(news, "link_density") == 1);
  CHECK(of(first, "words") == 13);
  CHECK(of(first, "letters") == 55);  // marks count, spaces do not
  CHECK(of(first, "link_density") == 0);
  CHECK(of(first, "commas") == 2);
  CHECK(of(first, "sentences") == 1);
  CHECK(of(first, "sentence_density") == of.near(1.0 / 13));
  CHECK(of(first, "good") == 1);
  CHECK(of(news, "good") == 0);
  CHECK(of(second, "ends_sentence") == 1);
  CHECK(of(second, "has_year") == 1);
  CHECK(of(second, "number_words") == of.near(1.0 / 11));
  CHECK(of(second, "inline_elements") == 1);
  CHECK(of(second, "bold_share") == of.near(6.0 / 43));
}

TEST_CASE("Chinese text counts by characters") {
  const Measured of("<p>\u6CB3\u6C34\u4E0A\u6DA8\uFF0C\u8001\u57CE\u88AB\u6DF9\u3002</p><p>One two</p>");

  CHECK(of(0, "words") == 8);
  CHECK(of(0, "weighted_words") == of.near(8 / 1.7));
  CHECK(of(0, "cjk_share") == 1);
  CHECK(of(0, "commas") == 1);
  CHECK(of(0, "ends_sentence") == 1);
  CHECK(of(1, "page_cjk_share") == of.near(8.0 / 10));
}

TEST_CASE("words shared with the title") {
  const Measured of(page);

  CHECK(of(headline, "title_coverage") == 1);
  CHECK(of(headline, "title_overlap") == 1);             // the site's name is cut off
  CHECK(of(card, "title_overlap") == of.near(1.0 / 7));  // "old", of seven words
  CHECK(of(card + 2, "title_coverage") == 0);
  CHECK(of(news, "title_coverage") == 0);
}

TEST_CASE("where a block stands") {
  const Measured of(page);

  CHECK(of(news, "to_nav") == 2);  // li, ul, nav
  CHECK(of(news, "in_li") == 1);
  CHECK(of(first, "to_nav") == 30);
  CHECK(of(first, "class_content") == 1);
  CHECK(of(first, "class_main") == 1);
  CHECK(of(card, "class_related") == 2);  // li, ul, div
  CHECK(of(headline, "heading_level") == 1);
  CHECK(of(copyright, "to_footer") == 1);
  CHECK(of(headline, "blocks_before") == 2);
  CHECK(of(headline, "blocks_after") == 7);
  CHECK(of(first, "from_h1") == 1);
  CHECK(of(first, "word_position") == of.near(7.0 / 45));
}

TEST_CASE("the container that holds the text") {
  const Measured of(page);

  for (const char* container : {"half_", "most_", "nearly_all_", "voted_"}) {
    CAPTURE(container);
    CHECK(of(first, std::string(container) + "inside") == 1);
    // The first paragraph alone holds 13 of the 24 good words.
    CHECK(of(first, std::string(container) + "below") == (container == std::string_view("half_") ? 0 : 1));
    CHECK(of(news, std::string(container) + "inside") == 0);
    CHECK(of(news, std::string(container) + "below") == -1);
  }
  CHECK(of(first, "container_words") == 13);  // its paragraph
  CHECK(of(first, "ancestor1_words") == 29);  // and the headline and the other one
  CHECK(of(first, "ancestor1_blocks") == 3);
  CHECK(of(first, "ancestor1_good_share") == 1);
  CHECK(of(first, "strict_run_distance") == 0);
}

TEST_CASE("what repeats") {
  const Measured of(page);

  CHECK(of(card, "siblings") == 3);
  CHECK(of(card + 2, "sibling_index") == 2);
  CHECK(of(card, "last1_count") == 3);
  CHECK(of(card, "last1_words") == 3);
  CHECK(of(card, "last1_spread") == 0);
  CHECK(of(card, "last1_link_density") == 1);
  CHECK(of(card, "last1_share") == of.near(9.0 / 45));
  CHECK(of(first, "copies") == 1);

  const Measured twice("<p>One and the same line of text</p><p>Another</p><p>One and the same line of text</p>");
  CHECK(twice(0, "copies") == 2);
  CHECK(twice(2, "copy_index") == 1);
  CHECK(twice(2, "copy_last") == 1);
}

TEST_CASE("what stands beside it") {
  const Measured of(page);

  CHECK(of(second, "before1_words") == 13);
  CHECK(of(first, "after1_words") == 11);
  CHECK(of(first, "before1_heading") == 1);
  CHECK(of(news, "before1_words") == -1);
  CHECK(of(second, "heading_blocks") == 2);
  CHECK(of(second, "heading_above") == 1);
  CHECK(of(second, "heading_good") == 13);
}

TEST_CASE("what the phrases say") {
  const Measured of(page);

  CHECK(of(related, "phrase_related") == 4);
  CHECK(of(related, "phrase_cover") == 1);
  CHECK(of(first, "phrase_related") == 0);
  CHECK(of(first, "until_related") == 2);
  CHECK(of(card, "since_related") == 1);
  CHECK(of(card, "good_since_related") == 0);
  CHECK(of(first, "since_related") == -1);
  CHECK(of(copyright, "since_copyright") == 0);
}

TEST_CASE("what the page says of itself") {
  const Measured of(
      R"(<html><head><meta property="og:type" content="product"><meta property="article:published_time" content="2024">
<link rel="canonical" href="https://shop.example/blue-2024/old-town-bike-7.html?x=1">
<script type="application/ld+json">{"@type": ["Thing", "Product"], "offers": {"@type": "Offer"}}</script></head>
<body class="single product"><h1>Bike</h1><p>A <a href="/x">bike</a>.</p></body></html>)");

  CHECK(of(0, "declared_type") == 3);
  CHECK(of(0, "declares_product") == 1);
  CHECK(of(0, "declares_article") == 0);
  CHECK(of(0, "declares_date") == 1);
  CHECK(of(0, "address_segments") == 2);
  CHECK(of(0, "address_hyphens") == 3);
  CHECK(of(0, "address_digits") == 1);
  CHECK(of(0, "address_query") == 1);
  CHECK(of(0, "body_article") == 1);
  CHECK(of(0, "body_product") == 1);
  CHECK(of(0, "body_forum") == 0);

  const Measured silent("<p>A bike.</p>");
  CHECK(silent(0, "declared_type") == 0);
  CHECK(silent(0, "address_segments") == -1);
}

TEST_CASE("what is about the page's topic") {
  // Words of four letters and more in the title: river, floods, town, Herald; the last is nowhere on the page.
  const Measured of(page);

  CHECK(of(headline, "topic_own") == 1);
  CHECK(of(first, "topic_own") == of.near(2.0 / 3));
  CHECK(of(second, "topic_own") == 0);
  CHECK(of(second, "topic_section") == 1);
  CHECK(of(second, "topic_ancestor1") == 1);
  CHECK(of(card, "topic_section") == 0);
  CHECK(of(card, "topic_ancestor1") == 0);
  CHECK(of(card, "topic_ancestor3") == 1);  // the list's parent is as wide as that with its heading; then the body

  const Measured silent("<p>The river rose.</p>");
  CHECK(silent(0, "topic_own") == -1);

  SUBCASE("of Chinese by pairs of characters") {
    // \u6D2A\u6C34\u6DF9\u57CE: three pairs; the second block has the first of them and two single characters.
    const Measured chinese(
        "<title>\u6D2A\u6C34\u6DF9\u57CE</title><h1>\u6D2A\u6C34\u6DF9\u57CE</h1>"
        "<p>\u57CE\u91CC\u6D2A\u6C34\u9000\u4E86\u6DF9</p>");
    CHECK(chinese(0, "topic_own") == 1);
    CHECK(chinese(1, "topic_own") == chinese.near(1.0 / 3));
  }
}

TEST_CASE("the model gives a page the scores that the matrix of its features gets, however long the page") {
  for (const int repeats : {0, 1, 40}) {
    CAPTURE(repeats);
    std::string html;
    for (int k = 0; k < repeats; ++k) html += page;
    const pith::Source source{.bytes = html, .kind = pith::SourceKind::html};
    pith::Pipeline pipeline(pith::builtin_rules());

    pith::model::Scores as_it_goes;
    pipeline.score(source, {}, as_it_goes);
    pith::model::Scores of_matrix;
    pipeline.measure(source, {});
    pith::model::score(pipeline.model(), pipeline.analysis.features, of_matrix);

    CHECK(as_it_goes.values == of_matrix.values);
  }
}
