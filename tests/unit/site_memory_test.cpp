#include <doctest/doctest.h>

#include <pith.hpp>

#include <string>
#include <vector>

namespace {

constexpr const char* standing =
    "<p>Every Friday our reporters in the valley answer what readers want to know about the town, its river, its "
    "schools "
    "and its bridges, and they print the best letters of the week on this page.</p>";

/// An article of its own with a standing paragraph of the site's in the middle.
std::string page(int number) {
  std::string html =
      "<html><head><title>Story</title></head><body><article><h1>Story " + std::to_string(number) + "</h1>";
  for (int paragraph = 0; paragraph < 4; ++paragraph) {
    const std::string mark = std::to_string(100 * number + paragraph);
    html += "<p>House number " + mark + " was flooded at dawn, said the mayor, and its " + mark +
            " neighbours had to leave over the old bridge before the water rose again.</p>";
    if (paragraph == 1) html += standing;
  }
  return html + "</article></body></html>";
}

pith::Source source(const std::string& bytes) {
  return {.bytes = bytes, .url = "https://www.herald.example/story", .kind = pith::SourceKind::html};
}

bool has(const pith::Article& article, std::string_view text) {
  return pith::to_text(article).find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("what a site repeats goes once it is known") {
  pith::Extractor extractor;
  pith::SiteMemory memory;
  const std::string mine = page(1);
  CHECK(has(extractor.extract(source(mine)), "Every Friday"));
  CHECK(has(extractor.extract(source(mine), memory), "Every Friday"));  // nothing is known yet

  for (int number = 1; number <= 5; ++number) {
    const std::string bytes = page(number);
    extractor.learn(source(bytes), memory);
  }
  CHECK(memory.hosts() == 1);
  CHECK(memory.pages() == 5);
  const pith::Article article = extractor.extract(source(mine), memory);
  CHECK_FALSE(has(article, "Every Friday"));
  CHECK(has(article, "House number 100"));
  CHECK(has(article, "House number 103"));

  SUBCASE("and what was known does not show in later pages without it") {
    CHECK(has(extractor.extract(source(mine)), "Every Friday"));
  }
  SUBCASE("also from a saved memory, in another extractor") {
    const auto loaded = pith::load_site_memory(memory.save());
    REQUIRE(loaded);
    pith::Extractor other;
    CHECK(pith::to_json(other.extract(source(mine), loaded.value())) == pith::to_json(article));
  }
  SUBCASE("not on another host, and not when the host is forgotten") {
    CHECK(has(extractor.extract({.bytes = mine, .url = "https://other.example/"}, memory), "Every Friday"));
    memory.forget("herald.example");
    CHECK(memory.hosts() == 0);
    CHECK(has(extractor.extract(source(mine), memory), "Every Friday"));
  }
  SUBCASE("and explain says so") {
    bool is_said = false;
    for (const auto& block : extractor.explain(source(mine), memory).blocks) {
      is_said = is_said || block.block.reason == std::string("site repeats");
    }
    CHECK(is_said);
  }
}

TEST_CASE("a memory that is no memory is refused with the reason") {
  const auto loaded = pith::load_site_memory("# pith phrases 1\n");
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().message.find("pith site memory 1") != std::string::npos);
}

TEST_CASE("a memory of shards is the memory of all") {
  pith::Extractor extractor;
  pith::SiteMemory all;
  pith::SiteMemory shards[2];
  for (int number = 1; number <= 6; ++number) {
    const std::string bytes = page(number);
    extractor.learn(source(bytes), all);
    extractor.learn(source(bytes), shards[number % 2]);
  }
  pith::SiteMemory merged;
  merged.merge(shards[0]);
  merged.merge(shards[1]);
  CHECK(merged.save() == all.save());
  const pith::SiteMemory moved = std::move(merged);
  CHECK(moved.save() == all.save());
}
