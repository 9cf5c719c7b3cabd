// Promises that hold for every page, tried on all golden pages and on the fuzzers' cases. PITH_GOLDEN_DIR and
// PITH_FUZZ_DIR are set by CMake.
#include <doctest/doctest.h>

#include <pith.hpp>

#include <set>
#include <thread>

#include "support/extract_promises.hpp"
#include "support/fixtures.hpp"
#include "text/text.hpp"

namespace {

const std::vector<pith::test::Fixture>& pages() {
  static const auto loaded = pith::test::load_fixtures(PITH_GOLDEN_DIR);
  return loaded;
}

pith::Options everything() {
  pith::Options options;
  options.keep_dropped = true;
  return options;
}

std::string answer(pith::Extractor& extractor, const std::string& bytes) {
  return pith::to_json(extractor.extract({.bytes = bytes}));
}

std::set<std::uint64_t> words_of(std::string_view text) {
  std::vector<pith::text::Word> words;
  pith::text::tokenize(text, words);
  std::set<std::uint64_t> hashes;
  for (const auto& word : words) hashes.insert(word.hash);
  return hashes;
}

}  // namespace

TEST_CASE("a used extractor returns the same as a fresh one") {
  REQUIRE(pages().size() >= 20);
  pith::Extractor used(everything());
  for (const auto& before : {pages().front(), pages().back(), pages()[pages().size() / 2]}) {
    (void)used.extract({.bytes = before.bytes});
    for (const auto& page : pages()) {
      CAPTURE(page.name);
      pith::Extractor fresh(everything());
      CHECK(answer(used, page.bytes) == answer(fresh, page.bytes));
    }
  }
}

TEST_CASE("what the fuzzers found keeps the promises") {
  std::size_t cases = 0;
  for (const char* const folder : {"/extract", "/corpus"}) {
    for (const auto& entry : std::filesystem::directory_iterator(PITH_FUZZ_DIR + std::string(folder))) {
      CAPTURE(entry.path().filename().string());
      const std::string bytes = pith::test::read_file(entry.path());
      const auto given = pith::test::fuzz_case(bytes);
      pith::Extractor used(given.options);
      (void)used.extract({.bytes = pages().front().bytes});
      CHECK(pith::test::broken_promise(given, used) == "");
      ++cases;
    }
  }
  CHECK(cases > 40);
}

TEST_CASE("many threads get the answers of one") {
  std::vector<std::string> expected;
  pith::Extractor alone(everything());
  for (const auto& page : pages()) expected.push_back(answer(alone, page.bytes));

  std::vector<std::vector<std::string>> found(4);
  std::vector<std::thread> threads;
  for (auto& mine : found) {
    threads.emplace_back([&mine] {
      pith::Extractor extractor(everything());
      for (const auto& page : pages()) mine.push_back(answer(extractor, page.bytes));
    });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& mine : found) CHECK(mine == expected);
}

TEST_CASE("every prefix of a page is safe") {
  pith::Extractor extractor(everything());
  for (const auto& page : pages()) {
    CAPTURE(page.name);
    // 97 is prime: over all pages the cuts fall at every place in tags, entities and characters.
    for (std::size_t length = 0; length < page.bytes.size(); length += 97) {
      const pith::Article article = extractor.extract({.bytes = std::string_view(page.bytes).substr(0, length)});
      CHECK(pith::text::valid_utf8_prefix(pith::to_text(article)) == pith::to_text(article).size());
    }
  }
}

TEST_CASE("kept and dropped blocks cover the page once, in order") {
  pith::Extractor extractor(everything());
  for (const auto& page : pages()) {
    CAPTURE(page.name);
    const pith::Article article = extractor.extract({.bytes = page.bytes});
    std::set<std::uint32_t> seen;
    for (const auto* list : {&article.blocks, &article.dropped}) {
      for (std::size_t i = 0; i < list->size(); ++i) {
        // Images, rules and embeds have the index of the block below them.
        const pith::BlockKind kind = (*list)[i].kind;
        if (kind == pith::BlockKind::image || kind == pith::BlockKind::rule || kind == pith::BlockKind::embed) continue;
        // What was cut off a kept block stands among the dropped ones too.
        const bool is_residue = std::string_view((*list)[i].reason) == "residue";
        CHECK(seen.insert((*list)[i].index).second == !is_residue);
        if (i > 0) CHECK((*list)[i - 1].index <= (*list)[i].index);
        CHECK((*list)[i].score >= 0);
        CHECK((*list)[i].score <= 1);
      }
    }
    for (const auto& dropped : article.dropped) CHECK(dropped.category != pith::Category::content);
    CHECK(article.confidence >= 0);
    CHECK(article.confidence <= 1);
  }
}

TEST_CASE("words of the article occur in the page") {
  pith::Extractor extractor;
  for (const auto& page : pages()) {
    if (page.name.ends_with(".html")) continue;                                   // tags and entities part words there
    if (pith::text::valid_utf8_prefix(page.bytes) < page.bytes.size()) continue;  // words are cut from UTF-8 only
    CAPTURE(page.name);
    const auto in_page = words_of(page.bytes);
    const pith::Article article = extractor.extract({.bytes = page.bytes, .kind = pith::SourceKind::text});
    for (const auto& block : article.blocks) {
      for (const auto word : words_of(block.text)) CHECK(in_page.count(word) == 1);
    }
  }
}

TEST_CASE("the leaning moves the amount kept in its direction") {
  std::size_t kept[3] = {0, 0, 0};
  const pith::Leaning leanings[3] = {pith::Leaning::precise, pith::Leaning::balanced, pith::Leaning::complete};
  for (int i = 0; i < 3; ++i) {
    pith::Options options;
    options.leaning = leanings[i];
    pith::Extractor extractor(options);
    for (const auto& page : pages()) kept[i] += pith::to_text(extractor.extract({.bytes = page.bytes})).size();
  }
  CHECK(kept[0] < kept[1]);
  CHECK(kept[1] < kept[2]);
}

TEST_CASE("the article is the same whether or not the dropped blocks are asked for") {
  pith::Extractor plain;
  pith::Extractor with_dropped(everything());
  for (const auto& page : pages()) {
    INFO(page.name);
    const pith::Article article = plain.extract({.bytes = page.bytes});
    pith::Article whole = with_dropped.extract({.bytes = page.bytes});
    whole.dropped.clear();
    CHECK(pith::to_json(article) == pith::to_json(whole));
  }
}

TEST_CASE("without metadata the text is the same, and its title the only field") {
  pith::Options bare;
  bare.metadata = false;
  pith::Extractor without(bare);
  pith::Extractor with;
  std::size_t titles = 0;
  for (const auto& page : pages()) {
    CAPTURE(page.name);
    const pith::Article article = without.extract({.bytes = page.bytes, .url = "https://herald.example/a"});
    const pith::Article whole = with.extract({.bytes = page.bytes, .url = "https://herald.example/a"});
    CHECK(pith::to_text(article) == pith::to_text(whole));
    CHECK(article.blocks == whole.blocks);
    CHECK(article.confidence == whole.confidence);
    pith::Metadata expected;
    expected.title = article.metadata.title;
    CHECK(article.metadata == expected);
    if (!expected.title.empty()) CHECK(expected.title == whole.metadata.title);
    titles += expected.title.empty() ? 0 : 1;
  }
  CHECK(titles > 0);
  CHECK(titles < pages().size());
}
