// The lines that stand below articles everywhere go, in nineteen languages, as plain text and as HTML, and the article
// above them stays whole with the short sentences it ends with. Data: everyday/LANGUAGE.txt, own wording.
#include <doctest/doctest.h>

#include <pith.hpp>

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "support/fixtures.hpp"

namespace {

/// A file of the folder: the article's lines, headline first, and the lines of each kind.
struct Language {
  std::string name;
  std::map<std::string, std::vector<std::string>> lines;

  [[nodiscard]] const std::vector<std::string>& article() const { return lines.at("article"); }
};

Language read_language(const pith::test::Fixture& file) {
  Language language{file.name, {}};
  std::istringstream in(file.bytes);
  std::string kind;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("#")) continue;
    const bool is_kind = line == "article" || line == "goes" || line == "glued" || line == "stays";
    if (is_kind) kind = line;
    if (!is_kind && !line.empty()) language.lines[kind].push_back(line);
  }
  return language;
}

std::vector<Language> languages() {
  std::vector<Language> all;
  for (const auto& file : pith::test::load_fixtures(PITH_EVERYDAY_DIR)) all.push_back(read_language(file));
  return all;
}

std::string as_text(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

std::string as_html(const std::vector<std::string>& lines) {
  std::string html =
      "<!DOCTYPE html><html><head><title>" + lines.front() + "</title></head><body><h1>" + lines.front() + "</h1>";
  for (std::size_t i = 1; i < lines.size(); ++i) html += "<p>" + lines[i] + "</p>\n";
  return html + "</body></html>";
}

std::vector<std::string> extracted(const std::vector<std::string>& lines) {
  const std::string text = as_text(lines);
  const std::string html = as_html(lines);
  return {pith::to_text(pith::extract({.bytes = text, .kind = pith::SourceKind::text})),
          pith::to_text(pith::extract({.bytes = html, .kind = pith::SourceKind::html}))};
}

bool has(const std::string& text, const std::string& line) {
  return text.find(line) != std::string::npos;
}

void check_article_stays(const Language& language, const std::string& text) {
  for (std::size_t i = 1; i < language.article().size(); ++i) CHECK(has(text, language.article()[i]));
}

}  // namespace

TEST_CASE("everyday lines below a short article go, and it stays whole") {
  std::size_t lines = 0;
  for (const Language& language : languages()) {
    CAPTURE(language.name);
    for (const std::string& line : language.lines.at("goes")) {
      CAPTURE(line);
      std::vector<std::string> page = language.article();
      page.push_back(line);
      for (const std::string& text : extracted(page)) {
        CHECK_FALSE(has(text, line));
        check_article_stays(language, text);
      }
      ++lines;
    }
  }
  CHECK(lines >= 450);
}

TEST_CASE("a credit that is glued to the last paragraph costs no word of it") {
  for (const Language& language : languages()) {
    if (!language.lines.contains("glued")) continue;
    CAPTURE(language.name);
    for (const std::string& credit : language.lines.at("glued")) {
      CAPTURE(credit);
      std::vector<std::string> page = language.article();
      page.back() += credit;
      for (const std::string& text : extracted(page)) check_article_stays(language, text);
    }
  }
}

TEST_CASE("the short sentence that an article ends with stays") {
  for (const Language& language : languages()) {
    if (!language.lines.contains("stays")) continue;
    CAPTURE(language.name);
    for (const std::string& sentence : language.lines.at("stays")) {
      CAPTURE(sentence);
      std::vector<std::string> page = language.article();
      page.push_back(sentence);
      for (const std::string& text : extracted(page)) CHECK(has(text, sentence));
    }
  }
}

TEST_CASE("a page in place of an article is told by its line") {
  std::istringstream rows(pith::test::read_file(std::string(PITH_EVERYDAY_DIR) + "/stop_pages.tsv"));
  std::size_t pages = 0;
  for (std::string row; std::getline(rows, row);) {
    if (row.starts_with("#")) continue;
    const std::string use = row.substr(0, row.find('\t'));
    const std::string line = row.substr(row.rfind('\t') + 1);
    CAPTURE(line);
    const pith::Article text = pith::extract({.bytes = line, .kind = pith::SourceKind::text});
    CHECK(pith::name_of(text.verdict) == use);
    const std::string html = as_html({line, line});
    CHECK(pith::name_of(pith::extract({.bytes = html, .kind = pith::SourceKind::html}).verdict) == use);
    ++pages;
  }
  CHECK(pages >= 70);
}
