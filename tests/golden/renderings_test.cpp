// Every rendering of pages in four languages, byte by byte. After a change that was meant,
//   PITH_WRITE_RENDERINGS=tests/golden/renderings build/.../tests/test_golden -tc="every rendering*"
// writes the files anew; read the difference.
#include <doctest/doctest.h>

#include <pith.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "support/golden_page.hpp"

namespace {

struct GoldenFormat {
  const char* name;
  std::string (*render)(const pith::Article&);
};

constexpr GoldenFormat golden_formats[] = {
    {"text", [](const pith::Article& article) { return pith::to_text(article); }},
    {"text_aligned",
     [](const pith::Article& article) {
       return pith::to_text(article, {.tables = pith::TextTables::aligned, .list_marks = pith::ListMarks::keep});
     }},
    {"markdown",
     [](const pith::Article& article) { return pith::to_front_matter(article) + "\n" + pith::to_markdown(article); }},
    {"html", [](const pith::Article& article) { return pith::to_html(article); }},
    {"tei", [](const pith::Article& article) { return pith::to_tei(article); }},
    {"json", [](const pith::Article& article) { return pith::to_json(article); }},
};

/// Scores are of the models and not of the renderings.
pith::Article without_scores(pith::Article article) {
  article.confidence = 1;
  for (pith::Block& block : article.blocks) {
    block.score = 1;
    block.reason = "";
  }
  return article;
}

pith::Article article_of(const std::filesystem::path& page) {
  const std::string bytes = pith::test::read_file(page.string());
  return without_scores(pith::extract({.bytes = bytes, .url = "https://post.example/2024/"}));
}

}  // namespace

TEST_CASE("every rendering of pages with all kinds of elements is as stored") {
  const std::filesystem::path folder = std::filesystem::path(PITH_GOLDEN_DIR) / "renderings";
  const char* const writes = std::getenv("PITH_WRITE_RENDERINGS");
  for (const char* const name : {"en-tidal-mill", "ja-kiln-hill", "ru-bee-yard", "zh-tea-terrace"}) {
    const pith::Article article = article_of(folder / (std::string(name) + ".html"));
    REQUIRE(article.blocks.size() > 15);
    for (const GoldenFormat& format : golden_formats) {
      const std::string file = std::string(name) + "." + format.name + ".expected";
      CAPTURE(file);
      if (writes != nullptr)
        std::ofstream(std::filesystem::path(writes) / file, std::ios::binary) << format.render(article);
      CHECK(format.render(article) == pith::test::read_file((folder / file).string()));
    }
  }
}
