// Whichever allocation fails: std::bad_alloc comes out (NULL, from C), nothing leaks, and what was in use goes on.
#include <doctest/doctest.h>

#include <pith/c.h>
#include <pith.hpp>
#include <pith/site.hpp>

#include <algorithm>
#include <memory>
#include <new>

#include "support/failing_memory.hpp"
#include "support/fixtures.hpp"

using pith::test::allocations_alive;
using pith::test::FailingAllocation;
using pith::test::Fixture;

namespace {

// Of a run with more allocations, so many are made to fail, evenly spread.
constexpr std::uint64_t most_failures = 300;

std::vector<Fixture> pages_of(std::initializer_list<std::string_view> names) {
  std::vector<Fixture> chosen;
  for (Fixture& page : pith::test::load_fixtures(PITH_GOLDEN_DIR)) {
    if (std::find(names.begin(), names.end(), page.name) != names.end()) chosen.push_back(std::move(page));
  }
  REQUIRE(chosen.size() == names.size());
  return chosen;
}

pith::Source source_of(const Fixture& page) {
  return {.bytes = page.bytes, .url = "https://herald.example/a"};
}

bool has_notice(const pith::Article& article, pith::NoticeCode code) {
  return std::any_of(article.notices.begin(), article.notices.end(),
                     [code](const pith::Notice& notice) { return notice.code == code; });
}

/// The allocations of `work` to fail, by number.
template <typename Work>
std::vector<std::uint64_t> failures_of(Work work) {
  const std::uint64_t before = pith::test::allocations_made();
  work();
  const std::uint64_t made = pith::test::allocations_made() - before;
  REQUIRE(made > 0);
  std::vector<std::uint64_t> numbers;
  const std::uint64_t count = std::min(made, most_failures);
  for (std::uint64_t i = 0; i < count; ++i) numbers.push_back(1 + i * made / count);
  return numbers;
}

/// Runs `work` with that allocation failing; whether std::bad_alloc came out. What else comes out ends the test.
template <typename Work>
bool runs_out(std::uint64_t number, Work work) {
  const FailingAllocation failing(number);
  try {
    work();
  } catch (const std::bad_alloc&) {
    return true;
  }
  return false;
}

/// Each allocation of `work`, which leaves nothing behind, fails once.
template <typename Work>
void survives_every_failure(Work work) {
  work();
  int ran_out = 0;
  for (const std::uint64_t number : failures_of(work)) {
    CAPTURE(number);
    const std::int64_t alive = allocations_alive();
    ran_out += runs_out(number, work) ? 1 : 0;
    CHECK(allocations_alive() == alive);
  }
  CHECK(ran_out > 0);
}

/// An article that came although memory ran out is the right one, or says what it lacks.
bool is_right_or_says_so(const pith::Article& article, const pith::Article& right) {
  return article == right || has_notice(article, pith::NoticeCode::parse_budget_spent);
}

void goes_on(const Fixture& page, const Fixture& other) {
  const pith::Article right = pith::extract(source_of(page));
  const pith::Article right_other = pith::extract(source_of(other));
  const std::int64_t alive = allocations_alive();
  {
    pith::Extractor extractor;
    const auto numbers = failures_of([&] { (void)pith::Extractor().extract(source_of(page)); });
    for (const std::uint64_t number : numbers) {
      CAPTURE(number);
      // The failure meets an extractor that has to grow for this page, and one that has already grown.
      pith::Extractor fresh;
      for (pith::Extractor* const used : {&fresh, &extractor}) {
        pith::Article article = right;
        runs_out(number, [&] { article = used->extract(source_of(page)); });
        CHECK(is_right_or_says_so(article, right));
        CHECK(used->extract(source_of(other)) == right_other);
        CHECK(used->extract(source_of(page)) == right);
      }
    }
  }
  CHECK(allocations_alive() == alive);
}

struct Free {
  void operator()(pith_rules* rules) const { pith_rules_free(rules); }
  void operator()(pith_extractor* extractor) const { pith_extractor_free(extractor); }
  void operator()(pith_article* article) const { pith_article_free(article); }
  void operator()(pith_explanation* explanation) const { pith_explanation_free(explanation); }
  void operator()(pith_site_memory* memory) const { pith_site_memory_free(memory); }
};
template <typename Handle>
using Owned = std::unique_ptr<Handle, Free>;

pith_source c_source_of(const Fixture& page) {
  pith_source source;
  pith_source_init(&source);
  source.bytes = page.bytes.data();
  source.bytes_length = page.bytes.size();
  return source;
}

std::string text_of(pith_article* article) {
  const pith_string text = pith_article_render(article, PITH_FORMAT_TEXT);
  return {text.data, text.length};
}

/// All that C has for a page; returns whether each call succeeded.
bool use_all_of_c(const pith_source& source) {
  const Owned<pith_rules> rules(pith_rules_new());
  const Owned<pith_extractor> extractor(pith_extractor_new(nullptr, rules.get()));
  const Owned<pith_site_memory> memory(pith_site_memory_new());
  if (rules == nullptr || extractor == nullptr || memory == nullptr) return false;
  if (pith_learn(extractor.get(), &source, memory.get()) == 0) return false;
  const Owned<pith_article> article(pith_extract_with(extractor.get(), &source, memory.get()));
  const Owned<pith_explanation> explanation(pith_explain(extractor.get(), &source, memory.get()));
  if (article == nullptr || explanation == nullptr) return false;
  for (int32_t format = PITH_FORMAT_TEXT; format <= PITH_FORMAT_TEXT_ALIGNED; ++format) {
    if (pith_article_render(article.get(), format).length == 0) return false;
  }
  if (pith_explanation_render(explanation.get(), PITH_EXPLAIN_EVIDENCE).length == 0) return false;
  const pith_string saved = pith_site_memory_save(memory.get());
  if (saved.length == 0) return false;
  return Owned<pith_site_memory>(pith_site_memory_load(saved.data, saved.length, nullptr, 0)) != nullptr;
}

}  // namespace

// First, for what it makes is made once.
TEST_CASE("the built-in rules and models are made when there is memory for them") {
  const Fixture page = pages_of({"ja-ferry-news-sjis.html"}).front();
  int ran_out = 0;
  for (std::uint64_t number = 1; number < UINT64_C(1) << 40U; number += 1 + number / 8) {
    CAPTURE(number);
    const std::int64_t alive = allocations_alive();
    if (!runs_out(number, [] { (void)pith::builtin_rules(); })) break;
    ++ran_out;
    CHECK(allocations_alive() == alive);
  }
  CHECK(ran_out > 30);

  ran_out = 0;
  pith::Extractor extractor;
  for (std::uint64_t number = 1; number < UINT64_C(1) << 40U; number += 1 + number / 8) {
    CAPTURE(number);
    const FailingAllocation failing(number);
    try {
      (void)extractor.extract(source_of(page));
    } catch (const std::bad_alloc&) {
      ++ran_out;
    }
    if (!failing.has_failed()) break;
  }
  CHECK(ran_out > 10);
  CHECK_FALSE(extractor.extract(source_of(page)).empty());
}

TEST_CASE("an extractor goes on after any allocation failed") {
  const auto pages = pages_of({"en-broken-html.html", "en-queue-docs.html", "en-canoe-forum.txt", "zh-bridge-news.html",
                               "ja-ferry-news-sjis.html", "ru-tram-news-koi8r.html", "zh-hant-weather-big5.txt"});
  for (std::size_t i = 0; i < pages.size(); ++i) {
    CAPTURE(pages[i].name);
    goes_on(pages[i], pages[(i + 1) % pages.size()]);
  }
}

TEST_CASE("the whole life of an extractor leaks nothing") {
  for (const Fixture& page : pages_of({"en-sourdough-comments.html", "zh-cycling-forum.txt"})) {
    survives_every_failure([&] {
      pith::Extractor extractor;
      const pith::Article article = extractor.extract(source_of(page));
      const pith::Explanation explanation = extractor.explain(source_of(page));
      (void)pith::to_text(explanation, pith::ExplainDetail::evidence);
      (void)pith::to_text(article);
      (void)pith::to_markdown(article);
      (void)pith::to_html(article);
      (void)pith::to_json(article);
      (void)pith::to_tei(article);
    });
  }
}

TEST_CASE("rules that could not be loaded for want of memory leave none behind") {
  constexpr std::string_view rows =
      "# pith phrases 1\nrelated\tline\tFrom the harbour\tFrom the harbour\tIn the harbour it froze.\n";
  REQUIRE(pith::load_rules(rows).has_value());
  survives_every_failure([&] { (void)pith::load_rules(rows); });
}

TEST_CASE("a memory of sites stays whole") {
  const auto pages = pages_of({"en-queue-docs.html", "zh-bridge-news.html"});
  pith::Extractor extractor;
  const auto learn_all = [&](pith::SiteMemory& memory) {
    for (const Fixture& page : pages) extractor.learn(source_of(page), memory);
  };
  pith::SiteMemory whole;
  learn_all(whole);
  const std::string saved = whole.save();
  for (const std::uint64_t number : failures_of([&] {
         pith::SiteMemory memory;
         learn_all(memory);
         (void)memory.save();
       })) {
    CAPTURE(number);
    pith::SiteMemory memory;
    runs_out(number, [&] {
      learn_all(memory);
      (void)memory.save();
    });
    CHECK(pith::load_site_memory(memory.save()).has_value());
    learn_all(memory);
    CHECK(memory.save() == saved);
  }
  survives_every_failure([&] {
    pith::SiteMemory merged;
    merged.merge(whole);
    (void)pith::load_site_memory(merged.save());
  });
}

TEST_CASE("C gives NULL, and goes on") {
  const Fixture page = pages_of({"en-queue-docs.html"}).front();
  const pith_source source = c_source_of(page);
  REQUIRE(use_all_of_c(source));
  const Owned<pith_extractor> extractor(pith_extractor_new(nullptr, nullptr));
  const std::string right = text_of(Owned<pith_article>(pith_extract(extractor.get(), &source)).get());
  int failed = 0;
  for (const std::uint64_t number : failures_of([&] { (void)use_all_of_c(source); })) {
    CAPTURE(number);
    const std::int64_t alive = allocations_alive();
    {
      const FailingAllocation failing(number);
      failed += use_all_of_c(source) ? 0 : 1;
    }
    CHECK(allocations_alive() == alive);
    {
      const FailingAllocation failing(number);
      const Owned<pith_article> article(pith_extract(extractor.get(), &source));
    }
    const Owned<pith_article> article(pith_extract(extractor.get(), &source));
    REQUIRE(article != nullptr);
    CHECK(text_of(article.get()) == right);
  }
  CHECK(failed > 100);
}
