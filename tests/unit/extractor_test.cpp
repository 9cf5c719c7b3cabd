// The options, as a caller of the C++ interface meets them, on examples/pages/ferry.html: an article with a byline, a
// picture's caption and readers' comments.
#include <doctest/doctest.h>

#include <pith.hpp>

#include <string>

#include "support/fixtures.hpp"

namespace {

constexpr const char* prose = "A bridge of steel now stands a mile upstream.";
constexpr const char* credit = "By Wren Abbott";
constexpr const char* caption = "The keeper at the wheel on Sunday morning";
constexpr const char* comment = "never once paid the fare";

struct Kept {
  explicit Kept(const pith::Options& options) {
    static const std::string page = pith::test::read_file(std::string(PITH_PAGES_DIR) + "/ferry.html");
    pith::Extractor extractor(options);
    text = pith::to_text(extractor.extract({.bytes = page}));
  }
  [[nodiscard]] bool holds(const char* words) const { return text.find(words) != std::string::npos; }
  std::string text;
};

}  // namespace

TEST_CASE("by default the captions stay, and neither credits nor comments") {
  const Kept kept({});
  CHECK(kept.holds(prose));
  CHECK(kept.holds(caption));
  CHECK_FALSE(kept.holds(credit));
  CHECK_FALSE(kept.holds(comment));
}

TEST_CASE("each kind is kept by its own option") {
  pith::Options options;
  SUBCASE("credits") {
    options.keep_credits = true;
  }
  SUBCASE("comments") {
    options.keep_comments = true;
  }
  SUBCASE("no captions") {
    options.keep_captions = false;
  }
  const Kept kept(options);
  CHECK(kept.holds(prose));
  CHECK(kept.holds(credit) == options.keep_credits);
  CHECK(kept.holds(caption) == options.keep_captions);
  CHECK(kept.holds(comment) == options.keep_comments);
}

TEST_CASE("dropped blocks are told only when they are asked for") {
  pith::Options options;
  const pith::Source source{.bytes = "<p>The river rose by two metres overnight, and nobody slept.</p><p>Home</p>"};
  CHECK(pith::Extractor(options).extract(source).dropped.empty());
  options.keep_dropped = true;
  const pith::Article article = pith::Extractor(options).extract(source);
  CHECK(article.blocks.size() + article.dropped.size() == 2);
}
