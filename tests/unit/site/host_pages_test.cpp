#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "site/site.hpp"

using pith::site::HostPages;
using Keys = std::vector<std::uint64_t>;

namespace {

/// Page `number`: a menu of three lines that all pages have, and ten lines of its own.
Keys page(std::uint64_t number) {
  Keys keys = {1, 2, 3};
  for (std::uint64_t line = 0; line < 10; ++line) keys.push_back(1000 * number + line + 10);
  return keys;
}

std::vector<std::uint8_t> witnesses(const HostPages& host, const Keys& keys, float article_words = 12) {
  std::vector<HostPages::Line> lines;
  for (const std::uint64_t key : keys) lines.push_back({key, key > 3 ? article_words : 0.0F});
  std::vector<std::uint8_t> out;
  host.count_witnesses(lines, out);
  return out;
}

}  // namespace

TEST_CASE("a line has the other pages that it stands on for witnesses") {
  HostPages host;
  for (std::uint64_t number = 1; number <= 4; ++number) host.learn(page(number));
  CHECK(host.size() == 4);

  SUBCASE("of a page that was learned, without itself") {
    const auto counts = witnesses(host, page(2));
    CHECK(std::vector(counts.begin(), counts.begin() + 3) == std::vector<std::uint8_t>{3, 3, 3});
    CHECK(std::all_of(counts.begin() + 3, counts.end(), [](std::uint8_t count) { return count == 0; }));
  }
  SUBCASE("of a page that was not") {
    CHECK(witnesses(host, page(9)).front() == 4);
  }
  SUBCASE("of lines without words: none") {
    CHECK(witnesses(host, {0, 1}) == std::vector<std::uint8_t>{0, 4});
  }
}

TEST_CASE("a page that is learned twice is one page") {
  HostPages host;
  host.learn(page(1));
  host.learn(page(1));
  CHECK(host.size() == 1);
  host.learn({});
  host.learn(Keys{0, 0});
  CHECK(host.size() == 1);
}

TEST_CASE("another version of an article is no witness for it") {
  Keys version = page(1);
  version.back() = 77;  // nine of ten lines as before
  HostPages host;
  host.learn(version);
  host.learn(page(2));

  const auto counts = witnesses(host, page(1));
  CHECK(counts[0] == 1);  // page 2 alone
  CHECK(counts[3] == 0);
}

TEST_CASE("what most pages of a large host have does not make them versions of each other") {
  // Ten long lines of the site's on all twenty pages, two of each page's own.
  const auto crowded = [](std::uint64_t number) {
    Keys keys;
    for (std::uint64_t line = 0; line < 10; ++line) keys.push_back(100 + line);
    keys.push_back(1000 * number);
    keys.push_back(1000 * number + 1);
    return keys;
  };
  HostPages host;
  for (std::uint64_t number = 1; number <= 20; ++number) host.learn(crowded(number));
  const auto counts = witnesses(host, crowded(1));
  CHECK(counts[0] == 19);
  CHECK(counts[11] == 0);
}

TEST_CASE("the order of learning does not show, nor do shards, nor how many pages there were") {
  std::vector<Keys> pages;
  for (std::uint64_t number = 1; number <= 300; ++number) pages.push_back(page(number));
  HostPages in_order;
  for (const Keys& keys : pages) in_order.learn(keys);
  CHECK(in_order.size() == pith::site::most_pages);

  std::mt19937 random(5);
  std::shuffle(pages.begin(), pages.end(), random);
  HostPages shuffled;
  std::vector<HostPages> shards(4);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    shuffled.learn(pages[i]);
    shards[i % shards.size()].learn(pages[i]);
  }
  CHECK(shuffled.pages() == in_order.pages());
  HostPages merged;
  for (const HostPages& shard : shards) merged.merge(shard);
  CHECK(merged.pages() == in_order.pages());
  CHECK(witnesses(merged, page(1)) == witnesses(in_order, page(1)));
}

TEST_CASE("of a very long page the lines with the smallest keys are kept") {
  Keys keys;
  for (std::uint64_t key = 5000; key > 0; --key) keys.push_back(key);
  HostPages host;
  host.learn(keys);
  REQUIRE(host.pages().size() == 1);
  CHECK(host.pages().front().keys.size() == pith::site::most_lines);
  CHECK(host.pages().front().keys.back() == pith::site::most_lines);
}
