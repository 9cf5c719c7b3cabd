#include <doctest/doctest.h>

#include <pith/render.hpp>

TEST_CASE("front matter holds the fields that are known, quoted") {
  pith::Article article;
  article.verdict = pith::Verdict::article;
  article.metadata.title = "A \"quoted\" title: with a \\";
  article.metadata.authors = {"Ann", "Bo: Li"};
  article.metadata.published.year = 2024;
  CHECK(pith::to_front_matter(article) ==
        "---\ntitle: \"A \\\"quoted\\\" title: with a \\\\\"\nauthors:\n  - \"Ann\"\n  - \"Bo: Li\"\n"
        "published: \"2024\"\nverdict: \"article\"\n---\n");
}

TEST_CASE("front matter has no line break or control character within a value") {
  pith::Article article;
  article.metadata.description = "one\ntwo\x01\xC2\x85\xC2\xA0three";
  CHECK(pith::to_front_matter(article) ==
        "---\ndescription: \"one\\x0atwo\\x01\\x85\xC2\xA0three\"\nverdict: \"not_a_page\"\n---\n");
}

TEST_CASE("front matter escapes what YAML does not take") {
  pith::Article article;
  article.metadata.title = "Tidal\xEF\xBF\xBE mill\xEF\xBF\xBF";
  CHECK(pith::to_front_matter(article) == "---\ntitle: \"Tidal\\uFFFE mill\\uFFFF\"\nverdict: \"not_a_page\"\n---\n");
}
