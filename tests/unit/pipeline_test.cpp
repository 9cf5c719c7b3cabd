#include "pipeline.hpp"

#include <doctest/doctest.h>

#include <string>

using pith::NoticeCode;
using pith::Pipeline;
using pith::SourceKind;
using pith::page::PageKind;

namespace {

bool has_notice(const Pipeline& pipeline, NoticeCode code) {
  for (const pith::Notice& notice : pipeline.analysis.notices) {
    if (notice.code == code) return true;
  }
  return false;
}

/// Runs the stages over a page and leaves what they made.
struct Run {
  explicit Run(std::string_view bytes, SourceKind kind = SourceKind::automatic, pith::Options options = {}) {
    pipeline.measure({.bytes = bytes, .url = "https://herald.example/a", .kind = kind}, options);
  }
  Pipeline pipeline{pith::builtin_rules()};
};

}  // namespace

TEST_CASE("the measures are told what the page says of itself") {
  const Run run(
      "<html><head><title>River rises - Herald</title><meta property='og:title' content='River rises'>"
      "<meta name=description content='A flood.'></head><body><p>The river rose.</p>");
  const auto& facts = run.pipeline.analysis.facts;
  CHECK(facts.title == "River rises - Herald");
  CHECK(facts.headline == "River rises");
  CHECK(facts.description == "A flood.");
  CHECK(facts.url == "https://herald.example/a");
}

TEST_CASE("Open Graph's description is better than the other, wherever it stands") {
  constexpr const char* open_graph = "<meta property='og:description' content='River.'>";
  constexpr const char* plain = "<meta name=description content='Herald.'>";
  for (const std::string& head : {std::string(open_graph) + plain, std::string(plain) + open_graph}) {
    CHECK(Run("<html><head>" + head + "</head><body><p>a").pipeline.analysis.facts.description == "River.");
  }
}

TEST_CASE("the description makes a difference to the block that repeats it") {
  const auto features = [](const std::string& description) {
    const Run run("<html><head><meta name=description content='" + description +
                  "'></head><body><p>The river rose by two metres overnight, said the mayor.</p><p>More</p>");
    return run.pipeline.analysis.features.row(0);
  };
  CHECK(features("The river rose by two metres overnight, said the mayor.") != features("News of the valley"));
}

TEST_CASE("blocks beyond the limit are counted once, whether the reader left them out or the segmentation") {
  constexpr std::uint64_t blocks = 20'000;
  pith::Options options;
  options.limits.max_blocks = 1000;
  std::string html = "<body>";
  std::string text;
  for (std::uint64_t i = 0; i < blocks; ++i) {
    html += "<p>The river rose by two metres overnight.</p>";
    text += "The river rose by two metres overnight.\n\n";
  }
  for (const std::string& page : {html, text}) {
    const Run run(page, SourceKind::automatic, options);
    CHECK(run.pipeline.analysis.blocks.blocks.size() == 1000);
    CHECK(run.pipeline.analysis.page.nodes.size() < blocks);
    std::uint64_t left_out = 0;
    int notices = 0;
    for (const pith::Notice& notice : run.pipeline.analysis.notices) {
      if (notice.code != NoticeCode::blocks_truncated) continue;
      left_out += notice.count;
      ++notices;
    }
    CHECK(left_out == blocks - 1000);
    CHECK(notices == 1);
  }
}

TEST_CASE("a large page's texts are given back as soon as nothing reads them, strings too") {
  std::string page;
  while (page.size() < (std::size_t{2} << 20U)) page += "<p>The river rose by two metres overnight.</p>";
  Run run(page);
  CHECK(run.pipeline.analysis.matches.folded_text.capacity() > 100'000);
  run.pipeline.release_measures();
  CHECK(run.pipeline.analysis.matches.folded_text.capacity() < 100);
  CHECK(run.pipeline.analysis.blocks.words.capacity() == 0);
  CHECK(run.pipeline.release());
  CHECK(run.pipeline.analysis.page.nodes.capacity() == 0);
}

TEST_CASE("what is neither said nor plain is guessed, with a notice") {
  const Run html("<p>one</p><p>two</p>");
  CHECK(html.pipeline.analysis.page.kind == PageKind::html);
  CHECK(has_notice(html.pipeline, NoticeCode::read_as_html));

  const Run text("One\nTwo");
  CHECK(text.pipeline.analysis.page.kind == PageKind::text);
  CHECK(has_notice(text.pipeline, NoticeCode::read_as_text));

  CHECK(Run("<p>one</p><p>two</p>", SourceKind::text).pipeline.analysis.page.kind == PageKind::text);
  CHECK(Run("\x89PNG\x01\x02\x03\x04\x05\x06").pipeline.analysis.blocks.blocks.empty());
}

TEST_CASE("an HTML page over its budget is read as text, without its tags") {
  pith::Options options;
  options.limits.max_parse_bytes = 1000;
  const Run run("<p>The river rose.</p><table><tr><td>Two metres.</table>", SourceKind::html, options);
  CHECK(has_notice(run.pipeline, NoticeCode::parse_budget_spent));
  CHECK(run.pipeline.analysis.page.kind == PageKind::text);
  REQUIRE(run.pipeline.analysis.blocks.blocks.size() == 2);
  CHECK(run.pipeline.analysis.blocks.blocks[1].text == "Two metres.");
}

TEST_CASE("what is past the size limit is not read") {
  pith::Options options;
  options.limits.max_input_bytes = 10;
  const Run run("The river rose.", SourceKind::text, options);
  REQUIRE(run.pipeline.analysis.blocks.blocks.size() == 1);
  CHECK(run.pipeline.analysis.blocks.blocks[0].text == "The river");
  CHECK(has_notice(run.pipeline, NoticeCode::truncated));
}

TEST_CASE("scores are those of the measured features") {
  Pipeline pipeline(pith::builtin_rules());
  const pith::Source source{.bytes = "<p>The river rose by two metres overnight.</p><ul><li><a href=/>Home</a></ul>"};
  pith::model::Scores at_once;
  pipeline.score(source, {}, at_once);
  pipeline.measure(source, {});
  pith::model::Scores from_features;
  pipeline.score_measured(from_features);
  CHECK(at_once.values.size() == 2);
  CHECK(at_once.values == from_features.values);
}
