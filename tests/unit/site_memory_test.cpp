#include <doctest/doctest.h>

#include <pith.hpp>
#include <pith/site.hpp>

#include <algorithm>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "support/site_promises.hpp"

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

namespace {

/// Of two small pages of one host, and one of another.
std::string small_memory() {
  pith::Extractor extractor;
  pith::SiteMemory memory;
  for (int number = 1; number <= 3; ++number) {
    const std::string bytes = pith::test::site_page(number);
    extractor.learn({.bytes = bytes, .url = number < 3 ? "https://a.example/" : "https://b.example/"}, memory);
  }
  return memory.save();
}

}  // namespace

TEST_CASE("a memory that was cut or changed is refused, or can be used") {
  const std::string bytes = small_memory();
  const std::string body = bytes.substr(0, bytes.size() - pith::test::memory_checksum_bytes);
  REQUIRE(pith::test::with_checksum(body) == bytes);
  pith::Extractor extractor;
  std::size_t accepted = 0;
  std::size_t refused = 0;
  const auto try_out = [&](const std::string& given) {
    bool was_accepted = false;
    CHECK(pith::test::broken_site_promise(given, extractor, was_accepted) == "");
    ++(was_accepted ? accepted : refused);
  };

  SUBCASE("as it is, it is refused") {
    for (std::size_t size = 0; size < bytes.size(); ++size) try_out(bytes.substr(0, size));
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(~changed[at]);
      try_out(changed);
    }
    CHECK(accepted == 0);
  }
  SUBCASE("where the checksum was made to fit, what comes after that check decides") {
    for (std::size_t size = 0; size < body.size(); ++size) try_out(pith::test::with_checksum(body.substr(0, size)));
    CHECK(accepted == 0);  // each length is told before what it counts
    for (std::size_t at = 0; at < body.size(); ++at) {
      for (const int flipped : {0x01, 0x80, 0xFF}) {
        std::string changed = body;
        changed[at] = static_cast<char>(changed[at] ^ flipped);
        try_out(pith::test::with_checksum(changed));
      }
    }
    CHECK(accepted > 0);  // names, ids and keys may be any
    CHECK(refused > body.size());
  }
  SUBCASE("also when much was changed at once") {
    std::mt19937 random(11);
    for (int round = 0; round < 500; ++round) {
      std::string changed = body;
      for (auto changes = 1 + random() % 8; changes > 0; --changes) {
        changed[random() % changed.size()] = static_cast<char>(random() % 4 == 0 ? random() : random() % 3);
      }
      changed.insert(random() % changed.size(), changed.substr(random() % changed.size(), random() % 40));
      try_out(pith::test::with_checksum(changed));
    }
    CHECK(accepted + refused == 500);
  }
}

TEST_CASE("learning in four shards and merging them in any order is learning in one") {
  pith::Extractor extractor;
  pith::SiteMemory all;
  std::vector<pith::SiteMemory> shards(4);
  // More pages of the first host than are kept.
  std::vector<int> numbers(100);
  std::iota(numbers.begin(), numbers.end(), 1);
  const auto learn = [&](int number, pith::SiteMemory& memory) {
    const std::string bytes = pith::test::site_page(number);
    const std::string host = number <= 80 ? "one" : number <= 95 ? "two" : "three";
    const std::string url = "https://" + host + ".example/" + std::to_string(number);
    extractor.learn({.bytes = bytes, .url = url}, memory);
  };
  for (const int number : numbers) learn(number, all);
  std::shuffle(numbers.begin(), numbers.end(), std::mt19937(3));
  for (const int number : numbers) learn(number, shards[static_cast<std::size_t>(number * 7 % 4)]);
  REQUIRE(all.hosts() == 3);
  CHECK(all.pages() == 64 + 15 + 5);

  std::vector<std::size_t> order = {0, 1, 2, 3};
  do {
    pith::SiteMemory merged;
    for (const std::size_t shard : order) merged.merge(shards[shard]);
    CHECK(merged.save() == all.save());
  } while (std::next_permutation(order.begin(), order.end()));
  // In a tree, as engines merge.
  shards[0].merge(shards[1]);
  shards[3].merge(shards[2]);
  shards[3].merge(shards[0]);
  CHECK(shards[3].save() == all.save());
  const std::string bytes = pith::test::site_page(7);
  const pith::Source source{.bytes = bytes, .url = "https://one.example/7"};
  CHECK(pith::to_json(extractor.extract(source, shards[3])) == pith::to_json(extractor.extract(source, all)));
}

TEST_CASE("a page without text makes no host known") {
  pith::Extractor extractor;
  pith::SiteMemory memory;
  extractor.learn(source("<nav></nav>"), memory);
  CHECK(memory.hosts() == 0);
  CHECK(memory.pages() == 0);
}
