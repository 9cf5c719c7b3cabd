#include "page/crowding.hpp"
#include "html/html.hpp"
#include "plain_text/plain_text.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "page/page.hpp"

namespace {

std::string repeated(const std::string& unit, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += unit;
  return out;
}

std::size_t blocks_of(const pith::page::Page& page) {
  std::size_t count = 0;
  for (const auto& node : page.nodes) count += node.tag == pith::page::Tag::p;
  return count;
}

std::size_t text_bytes_of(const pith::page::Page& page) {
  std::size_t bytes = 0;
  for (const auto& node : page.nodes) bytes += node.text.size();
  return bytes;
}

}  // namespace

constexpr std::uint64_t no_limit = pith::page::Crowding::no_limit;

TEST_CASE("blocks of a few letters may part until there are too many") {
  pith::page::Crowding crowding(0, no_limit, no_limit);
  int parted = 0;
  for (int i = 0; i < 10'000; ++i) {
    crowding.add_text(1);
    parted += crowding.try_end_block();
  }
  CHECK(parted == 3000 + (10'000 - 3000) / 360);
}

TEST_CASE("an end that cannot be helped begins no block on a crowded page") {
  pith::page::Crowding crowding(0, no_limit, no_limit);
  for (int i = 0; i < 3000; ++i) crowding.add_text(1), crowding.end_block();
  crowding.add_text(1);
  crowding.end_block();
  CHECK_FALSE(crowding.try_end_block());
}

TEST_CASE("of a long page two fifths of the blocks are as they come, and the rest is joined rather than left out") {
  constexpr std::uint64_t max_blocks = 200'000;
  pith::page::Crowding crowding(16'000'000, max_blocks, max_blocks);
  std::uint64_t parted = 0;
  for (int i = 0; i < 1'000'000; ++i) {
    crowding.add_text(16);
    parted += crowding.try_end_block() ? 1 : 0;
  }
  CHECK(parted > 80'000);
  CHECK(parted < 130'000);
  CHECK_FALSE(crowding.is_full());
  CHECK(crowding.left_out() == 0);
}

TEST_CASE("more blocks than are read are counted") {
  pith::page::Crowding crowding(1'000'000, 1000, 1500);
  int read = 0;
  for (int i = 0; i < 10'000; ++i) {
    crowding.add_text(1);
    static_cast<void>(crowding.try_end_block());
    read += crowding.is_full() ? 0 : 1;
  }
  CHECK(read == 1499);
  CHECK(crowding.left_out() + 1 == static_cast<std::uint64_t>(10'000 - read));
  crowding.add_text(1);  // the last one, which nothing ends
  CHECK(crowding.left_out() == static_cast<std::uint64_t>(10'000 - read));
}

TEST_CASE("a page that is filled ahead of its blocks counts the rest") {
  pith::page::Crowding crowding(1'000'000, 1000, 4500);
  for (int i = 0; i < 5; ++i) crowding.add_text(1), crowding.end_block();
  crowding.fill();
  CHECK(crowding.is_full());
  CHECK(crowding.left_out() == 0);
  for (int i = 0; i < 3; ++i) crowding.add_text(1), crowding.end_block();
  crowding.add_text(1);
  CHECK(crowding.left_out() == 4);
}

TEST_CASE("a page that is not full leaves nothing out") {
  pith::page::Crowding crowding(1'000'000, 1000, 4500);
  for (int i = 0; i < 1000; ++i) crowding.add_text(1), crowding.end_block();
  CHECK_FALSE(crowding.is_full());
  CHECK(crowding.left_out() == 0);
}

TEST_CASE("paragraphs and lines without number are read as fewer, with all their text") {
  pith::page::Page page;

  SUBCASE("HTML") {
    std::vector<pith::Notice> notices;
    CHECK(pith::html::read_html(repeated("<p>x", 100'000), {}, *pith::html::make_html_scratch(), page, notices));
    REQUIRE(notices.size() == 1);
    CHECK(notices[0].code == pith::NoticeCode::flattened);
    CHECK(text_bytes_of(page) == 100'000);
  }
  SUBCASE("plain text") {
    pith::plain_text::read_text(repeated("x\n", 100'000), page);
    CHECK(text_bytes_of(page) >= 100'000);  // joined lines keep what stands between them
  }
  CHECK(blocks_of(page) < 25'000);
}
