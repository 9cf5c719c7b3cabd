// Limits::max_work, and the calls that share it: what each stage does when it is spent.
#include <doctest/doctest.h>

#include <pith.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace {

constexpr std::string_view page =
    "<html><head><title>Bees move in</title></head><body><h1>Bees move in</h1>"
    "<p>For a week the clock of the town hall ran eleven minutes slow, and nobody could say why that was so.</p>"
    "<p>On Monday the caretaker climbed up and found some twenty thousand bees behind the dial, all at work.</p>"
    "<p>The clock now keeps time, and the bees have been given a hive of their own on the roof of the library.</p>"
    "</body></html>";

/// Paragraphs that only the parser can place: elements left open in one of them it opens again in all that follow.
std::string misnested_page(int paragraphs) {
  std::string html = "<html><body>";
  for (int i = 0; i < paragraphs; ++i) {
    html += i < 15 ? "<p><b id=" + std::to_string(i) + ">" : "<p>";
    html += "On day " + std::to_string(i) + " the caretaker counted the bees behind the dial once more.</p>";
  }
  return html + "</body></html>";
}

std::string plain_page(int paragraphs) {
  std::string html = "<html><body>";
  for (int i = 0; i < paragraphs; ++i) {
    html += "<p>On day " + std::to_string(i) + " the caretaker counted the bees behind the dial once more.</p>";
  }
  return html + "</body></html>";
}

pith::Article extract_within(std::uint64_t max_work, std::string_view html) {
  return pith::extract({.bytes = html, .kind = pith::SourceKind::html}, {.limits = {.max_work = max_work}});
}

const pith::Notice* find(const pith::Article& article, pith::NoticeCode code) {
  const auto is_it = [code](const pith::Notice& notice) { return notice.code == code; };
  const auto found = std::find_if(article.notices.begin(), article.notices.end(), is_it);
  return found == article.notices.end() ? nullptr : &*found;
}

bool work_was_spent(const pith::Article& article) {
  return find(article, pith::NoticeCode::work_spent) != nullptr;
}

/// The notice right before work_spent.
pith::NoticeCode ended_by_work(const pith::Article& article) {
  const pith::Notice* const spent = find(article, pith::NoticeCode::work_spent);
  REQUIRE(spent != nullptr);
  REQUIRE(spent != article.notices.data());
  return (spent - 1)->code;
}

}  // namespace

TEST_CASE("bytes alone are a source of which nothing else is known") {
  pith::Extractor extractor;
  const pith::Article article = pith::extract(pith::Source{.bytes = page});
  REQUIRE(article.blocks.size() == 3);
  CHECK(pith::extract(page) == article);
  CHECK(extractor.extract(page) == article);
  CHECK(extractor.extract({.bytes = page}) == article);
  CHECK(extractor.explain(page).article.blocks == article.blocks);
  CHECK(pith::extract(std::string(page)) == article);
}

TEST_CASE("limits may be set from page to page") {
  pith::Extractor extractor;
  pith::Limits limits = extractor.options().limits;
  limits.max_blocks = 1;
  extractor.set_limits(limits);
  CHECK(extractor.options().limits.max_blocks == 1);
  CHECK(find(extractor.extract(page), pith::NoticeCode::blocks_truncated) != nullptr);
  extractor.set_limits({});
  CHECK(extractor.extract(page) == pith::extract(page));
}

TEST_CASE("work that suffices changes nothing") {
  const std::string html = plain_page(100);
  const pith::Article article = pith::extract({.bytes = html, .kind = pith::SourceKind::html});
  CHECK(extract_within(UINT64_MAX, html) == article);
  CHECK(extract_within(1'000'000, html) == article);
}

TEST_CASE("spent on the bytes, the rest of them is not read") {
  const std::string html = plain_page(1'000);
  const pith::Article article = extract_within(html.size(), html);
  CHECK(ended_by_work(article) == pith::NoticeCode::truncated);
  CHECK(find(article, pith::NoticeCode::truncated)->count == html.size() - html.size() / 2);
  CHECK_FALSE(article.empty());
}

TEST_CASE("a shorter input limit is told as itself") {
  const std::string html = plain_page(1'000);
  const pith::Article article = pith::extract(html, {.limits = {.max_input_bytes = 10'000, .max_work = 10'000'000}});
  CHECK(find(article, pith::NoticeCode::truncated)->count == html.size() - 10'000);
  CHECK_FALSE(work_was_spent(article));
}

TEST_CASE("spent on the parser, the page is read as text") {
  const std::string html = misnested_page(400);
  const pith::Article whole = extract_within(UINT64_MAX, html);
  REQUIRE_FALSE(work_was_spent(whole));
  REQUIRE(find(whole, pith::NoticeCode::parse_budget_spent) == nullptr);

  SUBCASE("by its bytes") {
    const pith::Article article = extract_within(4 * html.size(), html);
    CHECK(ended_by_work(article) == pith::NoticeCode::parse_budget_spent);
    CHECK(pith::to_text(article).find("On day 100 the caretaker") != std::string::npos);
  }
  SUBCASE("by its steps") {
    const pith::Article article = extract_within(26 * html.size(), html);
    CHECK(ended_by_work(article) == pith::NoticeCode::parse_budget_spent);
    CHECK(pith::to_text(article).find("On day 100 the caretaker") != std::string::npos);
  }
}

TEST_CASE("spent on the blocks, later ones are not scored") {
  const std::string html = plain_page(1'000);
  const pith::Article article = extract_within(3 * html.size(), html);
  CHECK(ended_by_work(article) == pith::NoticeCode::blocks_truncated);
  const std::uint64_t left_out = find(article, pith::NoticeCode::blocks_truncated)->count;
  CHECK(left_out > 500);
  CHECK(left_out < 750);
  CHECK_FALSE(article.empty());
}

TEST_CASE("any budget gives an article, and a larger one never reads less") {
  pith::Extractor extractor;
  for (const std::string& html : {misnested_page(50), plain_page(200), std::string(page)}) {
    std::uint64_t last_left_out = UINT64_MAX;
    for (std::uint64_t work = 0; work < 40'000'000; work = work * 2 + 1) {
      CAPTURE(work);
      extractor.set_limits({.max_work = work});
      const pith::Article article = extractor.extract({.bytes = html, .kind = pith::SourceKind::html});
      CHECK(article == extract_within(work, html));
      const pith::Notice* const truncated = find(article, pith::NoticeCode::truncated);
      const std::uint64_t left_out = truncated == nullptr ? 0 : truncated->count;
      CHECK(left_out <= last_left_out);
      last_left_out = left_out;
      CHECK((!article.empty() || work_was_spent(article)));
    }
    CHECK_FALSE(work_was_spent(extractor.extract({.bytes = html, .kind = pith::SourceKind::html})));
  }
}
