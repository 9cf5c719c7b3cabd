// The C interface as a caller of another language uses it, and misuses it.
#include <doctest/doctest.h>

#include <pith/c.h>
#include <pith.hpp>

#include <cstring>
#include <memory>
#include <string>

#include "support/fixtures.hpp"

namespace {

constexpr char page[] =
    "<html><head><title>Bees move in</title><meta name='author' content='Ann Lee'></head><body><h1>Bees move in</h1>"
    "<p>For a week the clock of the town hall ran eleven minutes slow, and nobody could say why that was so.</p>"
    "<p>On Monday the caretaker climbed up and found some twenty thousand bees behind the dial, all at work.</p>"
    "<p>The clock now keeps time, and the bees have been given a hive of their own on the roof of the library.</p>"
    "<p>All rights reserved</p></body></html>";

struct Free {
  void operator()(pith_rules* rules) const { pith_rules_free(rules); }
  void operator()(pith_extractor* extractor) const { pith_extractor_free(extractor); }
  void operator()(pith_article* article) const { pith_article_free(article); }
};
using Rules = std::unique_ptr<pith_rules, Free>;
using Extractor = std::unique_ptr<pith_extractor, Free>;
using Article = std::unique_ptr<pith_article, Free>;

pith_source source_of(const char* bytes, size_t length) {
  pith_source source;
  pith_source_init(&source);
  source.bytes = bytes;
  source.bytes_length = length;
  return source;
}

Article extract(uint32_t keep = 0) {
  pith_options options;
  pith_options_init(&options);
  options.keep |= keep;
  const Extractor extractor(pith_extractor_new(&options, nullptr));
  const pith_source source = source_of(page, sizeof page - 1);
  return Article(pith_extract(extractor.get(), &source));
}

std::string text(pith_string string) {
  CHECK(string.data[string.length] == '\0');
  return {string.data, string.length};
}

}  // namespace

TEST_CASE("an article outlives its extractor and tells its fields") {
  const Article article = extract();
  CHECK(text(pith_article_field(article.get(), PITH_FIELD_TITLE)) == "Bees move in");
  CHECK(text(pith_article_field(article.get(), PITH_FIELD_AUTHORS)) == "Ann Lee");
  CHECK(text(pith_article_field(article.get(), PITH_FIELD_LANGUAGE)) == "en");
  CHECK(text(pith_article_field(article.get(), PITH_FIELD_VERDICT)) == "article");
  CHECK(pith_article_confidence(article.get()) > 0);
  CHECK(pith_article_verdict_confidence(article.get()) > 0.5F);
}

TEST_CASE("renderings are those of the C++ interface") {
  const Article article = extract();
  const pith::Article same = pith::extract(page);
  CHECK(text(pith_article_render(article.get(), PITH_FORMAT_TEXT)) == pith::to_text(same));
  CHECK(text(pith_article_render(article.get(), PITH_FORMAT_MARKDOWN)) == pith::to_markdown(same));
  CHECK(text(pith_article_render(article.get(), PITH_FORMAT_HTML)) == pith::to_html(same));
  CHECK(text(pith_article_render(article.get(), PITH_FORMAT_JSON)) == pith::to_json(same));
}

TEST_CASE("an extractor may be given less work from page to page") {
  const Extractor extractor(pith_extractor_new(nullptr, nullptr));
  const pith_source source = source_of(page, sizeof page - 1);
  pith_extractor_set_max_work(extractor.get(), 100);
  const Article cut(pith_extract(extractor.get(), &source));
  CHECK(text(pith_article_notice(cut.get(), 0, nullptr, nullptr)) == "truncated");
  CHECK(text(pith_article_notice(cut.get(), 1, nullptr, nullptr)) == "work_spent");
  pith_extractor_set_max_work(extractor.get(), UINT64_MAX);
  const Article whole(pith_extract(extractor.get(), &source));
  CHECK(pith_article_block_count(whole.get()) == 3);
  pith_extractor_set_max_work(nullptr, 100);
}

TEST_CASE("blocks are told one by one") {
  const Article article = extract(PITH_KEEP_DROPPED);
  pith_block block;
  pith_block_init(&block);
  REQUIRE(pith_article_block_count(article.get()) == 3);
  CHECK(pith_article_block(article.get(), 0, &block) == 1);
  CHECK(text(block.text).starts_with("For a week"));
  CHECK(text(block.kind) == "paragraph");
  REQUIRE(pith_article_dropped_count(article.get()) == 1);
  CHECK(pith_article_dropped(article.get(), 0, &block) == 1);
  CHECK(text(block.category) == "copyright");

  CHECK(pith_article_block(article.get(), 3, &block) == 0);
  CHECK(text(block.category) == "copyright");
  CHECK(pith_article_dropped_count(extract().get()) == 0);
}

TEST_CASE("each kind of line is kept by its own bit") {
  const std::string ferry = pith::test::read_file(std::string(PITH_PAGES_DIR) + "/ferry.html");
  const auto kept = [&](uint32_t keep) {
    pith_options options;
    pith_options_init(&options);
    CHECK(options.keep == (PITH_KEEP_CAPTIONS | PITH_KEEP_IMAGES | PITH_KEEP_EMBEDS));
    options.keep = keep;
    const Extractor extractor(pith_extractor_new(&options, nullptr));
    const pith_source source = source_of(ferry.data(), ferry.size());
    const Article article(pith_extract(extractor.get(), &source));
    const std::string shown = text(pith_article_render(article.get(), PITH_FORMAT_TEXT));
    const auto holds = [&](const char* words) { return shown.find(words) != std::string::npos; };
    CHECK(holds("A bridge of steel"));
    return (holds("By Wren Abbott") ? PITH_KEEP_CREDITS : 0) |
           (holds("The keeper at the wheel") ? PITH_KEEP_CAPTIONS : 0) |
           (holds("never once paid the fare") ? PITH_KEEP_COMMENTS : 0);
  };
  for (const int keep :
       {0, +PITH_KEEP_CREDITS, +PITH_KEEP_CAPTIONS, +PITH_KEEP_COMMENTS, PITH_KEEP_CREDITS | PITH_KEEP_COMMENTS}) {
    CHECK(kept(static_cast<uint32_t>(keep)) == keep);
  }
}

TEST_CASE("notices are told with count and detail, or without") {
  const Article article = extract();
  REQUIRE(pith_article_notice_count(article.get()) > 0);
  uint64_t count = 7;
  pith_string detail;
  CHECK_FALSE(text(pith_article_notice(article.get(), 0, &count, &detail)).empty());
  CHECK_FALSE(text(pith_article_notice(article.get(), 0, nullptr, nullptr)).empty());
  CHECK(text(pith_article_notice(article.get(), 99, nullptr, nullptr)).empty());
}

TEST_CASE("a refused rules file tells why, cut to the room there is") {
  const char file[] = "# pith phrases 1\nfun\tline\ta\ta\t-\n";
  char error[200] = "";
  CHECK(pith_rules_load(nullptr, file, sizeof file - 1, error, sizeof error) == nullptr);
  CHECK(std::string(error).starts_with("line 2: unknown category"));

  char small[7] = "xxxxxx";
  CHECK(pith_rules_load(nullptr, file, sizeof file - 1, small, sizeof small) == nullptr);
  CHECK(std::string(small) == "line 2");
  CHECK(pith_rules_load(nullptr, file, sizeof file - 1, nullptr, 0) == nullptr);

  const char wide[] = "# pith phrases 1\n\xE5\x88\x86\tline\ta\n";
  char cut[29] = "";  // ends within the character
  CHECK(pith_rules_load(nullptr, wide, sizeof wide - 1, cut, sizeof cut) == nullptr);
  CHECK(std::string(cut) == "line 2: unknown category \"");
}

TEST_CASE("a refused rules file that has no wrong line names none") {
  const char file[] = "# pith model 1\n";
  char error[200] = "";
  CHECK(pith_rules_load(nullptr, file, sizeof file - 1, error, sizeof error) == nullptr);
  CHECK(std::string(error).starts_with("the model names no feature set"));
}

TEST_CASE("rules may be freed before the extractor that uses them") {
  const char file[] = "# pith phrases 1\nshare\tline\tzzyzx\tzzyzx\t-\n";
  Rules rules(pith_rules_load(nullptr, file, sizeof file - 1, nullptr, 0));
  REQUIRE(rules);
  const Extractor extractor(pith_extractor_new(nullptr, rules.get()));
  rules.reset();
  const pith_source source = source_of(page, sizeof page - 1);
  const Article article(pith_extract(extractor.get(), &source));
  CHECK(pith_article_block_count(article.get()) == 3);
}

TEST_CASE("a caller of an older version has shorter structs") {
  pith_options options;
  pith_options_init(&options);
  options.size = offsetof(pith_options, max_input_bytes);
  options.max_input_bytes = 1;  // beyond its size: not read
  const Extractor extractor(pith_extractor_new(&options, nullptr));
  pith_source source = source_of(page, sizeof page - 1);
  source.size = offsetof(pith_source, url);
  const Article article(pith_extract(extractor.get(), &source));
  CHECK(pith_article_block_count(article.get()) == 3);

  pith_block block;
  pith_block_init(&block);
  block.size = offsetof(pith_block, kind);
  block.index = 77;
  CHECK(pith_article_block(article.get(), 1, &block) == 1);
  CHECK(block.index == 77);
}

TEST_CASE("null and nonsense are answered with nothing") {
  pith_rules_free(nullptr);
  pith_extractor_free(nullptr);
  pith_article_free(nullptr);
  pith_options_init(nullptr);
  pith_source_init(nullptr);
  pith_block_init(nullptr);
  CHECK(pith_extract(nullptr, nullptr) == nullptr);
  CHECK(text(pith_article_field(nullptr, PITH_FIELD_TITLE)).empty());
  CHECK(text(pith_article_render(nullptr, PITH_FORMAT_TEXT)).empty());
  CHECK(pith_article_block_count(nullptr) == 0);
  CHECK(pith_article_block(nullptr, 0, nullptr) == 0);
  CHECK(pith_article_notice_count(nullptr) == 0);
  CHECK(pith_article_confidence(nullptr) == 0);
  CHECK(pith_article_verdict_confidence(nullptr) == 0);

  const Article article = extract();
  CHECK(text(pith_article_field(article.get(), -1)).empty());
  CHECK(text(pith_article_field(article.get(), 9999)).empty());
  CHECK(text(pith_article_render(article.get(), 9999)).empty());
  CHECK(pith_article_block(article.get(), 0, nullptr) == 0);
}

TEST_CASE("a source that was never filled is an empty page") {
  const Extractor extractor(pith_extractor_new(nullptr, nullptr));
  const Article from_null(pith_extract(extractor.get(), nullptr));
  REQUIRE(from_null);
  CHECK(text(pith_article_field(from_null.get(), PITH_FIELD_VERDICT)) == "not_a_page");
}

TEST_CASE("versions agree") {
  CHECK(pith_abi_version() == 1);
  CHECK(std::strcmp(pith_version(), pith::library_version()) == 0);
}

TEST_CASE("frames tell what a block stands in") {
  const std::string html =
      "<p>The river rose by two metres overnight, and the lower town had to be cleared before dawn by boats. Nobody "
      "was "
      "hurt, the mayor said in the morning, but forty houses stand under water, and the old bridge is closed.</p>"
      "<ol start=4><li><input type=checkbox disabled checked> Carry the pumps down to the cellar of the house first of "
      "all things.</li></ol>"
      "<p>The level is expected to fall from Sunday on, and until then the school gym serves as a shelter. Volunteers "
      "bring soup and blankets to the gym, and the council will vote on a new dam when it meets on Monday evening.</p>";
  const Extractor extractor(pith_extractor_new(nullptr, nullptr));
  const pith_source source = source_of(html.data(), html.size());
  const Article article(pith_extract(extractor.get(), &source));
  REQUIRE(pith_article_block_count(article.get()) == 3);
  CHECK(pith_article_frame_count(article.get(), 0) == 0);
  REQUIRE(pith_article_frame_count(article.get(), 1) == 2);
  pith_frame frame;
  pith_frame_init(&frame);
  CHECK(pith_article_frame(article.get(), 1, 0, &frame) == 1);
  CHECK(frame.kind == PITH_FRAME_LIST);
  CHECK(pith_article_frame(article.get(), 1, 1, &frame) == 1);
  CHECK(frame.kind == PITH_FRAME_ITEM);
  CHECK(frame.number == 4);
  CHECK(frame.task == PITH_TASK_DONE);
  CHECK(pith_article_frame(article.get(), 1, 2, &frame) == 0);
  CHECK(pith_article_dropped_frame_count(article.get(), 0) == 0);
}
