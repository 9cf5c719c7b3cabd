#include <doctest/doctest.h>

#include <pith.hpp>

#include <algorithm>

namespace {

constexpr std::string_view page =
    "<html><body><div class='main wide'><h1>Bees move in</h1>"
    "<p>For a week the clock of the town hall ran eleven minutes slow, and nobody could say why that was so.</p>"
    "<p>On Monday the caretaker climbed up and found some twenty thousand bees behind the dial, all at work.</p>"
    "<p>The clock now keeps time, and the bees have been given a hive of their own on the roof of the library.</p>"
    "</div><div class='footer'><p>All rights reserved</p></div></body></html>";

pith::Explanation explained() {
  pith::Extractor extractor;
  return extractor.explain({.bytes = page, .kind = pith::SourceKind::html});
}

}  // namespace

TEST_CASE("every block is explained once, in order") {
  const pith::Explanation explanation = explained();
  REQUIRE(explanation.blocks.size() == 5);
  for (std::size_t i = 0; i < explanation.blocks.size(); ++i) CHECK(explanation.blocks[i].block.index == i);
}

TEST_CASE("a block tells where it stands and what it measures") {
  const pith::Explanation explanation = explained();
  CHECK(explanation.blocks[1].path == "body/div.main/p");
  CHECK_FALSE(explanation.blocks[1].features.empty());
  for (const pith::NamedValue& feature : explanation.blocks[1].features) CHECK_FALSE(feature.name.empty());
}

TEST_CASE("phrases that were found are told") {
  const pith::Explanation explanation = explained();
  const auto& phrases = explanation.blocks[4].phrases;
  CHECK(std::any_of(phrases.begin(), phrases.end(), [](const pith::PhraseEvidence& evidence) {
    return evidence.category == pith::Category::copyright && evidence.match == "line";
  }));
}

TEST_CASE("the explained article is the one that is extracted") {
  pith::Extractor extractor;
  CHECK(pith::to_json(explained().article) ==
        pith::to_json(extractor.extract({.bytes = page, .kind = pith::SourceKind::html})));
}

TEST_CASE("the title counts as kept") {
  const pith::Explanation explanation = explained();
  CHECK(explanation.article.metadata.title == "Bees move in");
  CHECK(explanation.blocks[0].kept);
  CHECK(explanation.blocks[0].block.reason == "title");
}

TEST_CASE("the evidence stands below its block") {
  pith::Explanation explanation;
  pith::ExplainedBlock block;
  block.block.text = "All rights reserved";
  block.block.category = pith::Category::copyright;
  block.block.reason = "score";
  block.path = "body/p";
  block.phrases.push_back({"all rights reserved", "line", pith::Category::copyright});
  block.features = {{"words", 3}, {"link_density", 0.5F}};
  explanation.blocks.push_back(block);

  CHECK(pith::to_text(explanation, pith::ExplainDetail::evidence) ==
        "drop  0.000 (model 0.000)  copyright  [score]  body/p  All rights reserved\n"
        "    phrase copyright as line: all rights reserved\n"
        "    words 3\n"
        "    link_density 0.5\n");
}

TEST_CASE("the text has one line a block, cut at a whole character") {
  pith::Explanation explanation;
  pith::ExplainedBlock block;
  block.block.text = std::string(89, 'x') + "\u9644\u9644";
  block.block.score = 0.25F;
  block.block.category = pith::Category::other;
  block.block.reason = "model";
  block.path = "body/p";
  explanation.blocks.push_back(block);
  block.kept = true;
  block.block.text = "a\nb";
  explanation.blocks.push_back(block);

  CHECK(pith::to_text(explanation) == "drop  0.250 (model 0.000)  other  [model]  body/p  " + std::string(89, 'x') +
                                          "...\nkeep  0.250 (model 0.000)  other  [model]  body/p  a b\n");
}
