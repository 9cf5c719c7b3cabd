#include "metadata/words.hpp"

#include <doctest/doctest.h>

#include <utility>

#include "support/fixtures.hpp"
#include "support/tab_rows.hpp"

using namespace pith::metadata;

namespace {

/// Whether the word is found somewhere in its example, by the table it belongs to.
bool is_found(const WordTable& table, const WordRow& row, std::string_view example) {
  const bool is_surname = row.kind == WordKind::surname;
  if (table.beginning(row.word).kind == WordKind::none) return false;
  for (std::size_t at = 0; at < example.size(); at += code_point_bytes(example, at)) {
    const FoundWord here = is_surname ? table.beginning(example.substr(at)) : table.at(example, at);
    if (here.kind != WordKind::none && here.end - (is_surname ? 0 : at) >= row.word.size()) return true;
  }
  return false;
}

const WordTable& table_of(std::string_view file, WordKind kind) {
  if (file == "labels") return kind == WordKind::author_suffix ? words().suffixes : words().labels;
  if (file == "names") return words().names;
  if (file == "weak_prefixes") return words().weak;
  return file == "han_names" ? words().han : words().dates;
}

}  // namespace

TEST_CASE("every word is found in its example") {
  for (const char* const file :
       {"months", "date_words", "date_labels", "labels", "names", "weak_prefixes", "han_names"}) {
    const std::string bytes = pith::test::read_file(std::string(PITH_DATA_DIR "/metadata/") + file + ".tsv");
    const std::vector<WordRow> words = read_words(bytes);
    const std::vector<pith::test::Row> rows = pith::test::split_rows(bytes);
    REQUIRE(words.size() == rows.size());
    CHECK(rows.size() > 1);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      CAPTURE(rows[i][2]);
      REQUIRE(rows[i].size() == 4);
      CHECK(is_found(table_of(file, words[i].kind), words[i], rows[i][3]));
    }
  }
}

TEST_CASE("rows of data files are read, others left out") {
  const auto rows = read_words("# comment\nmonth\t3\tmarch\t5 March 2022\nnonsense\t0\tx\tx\n");
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].kind == WordKind::month);
  CHECK(rows[0].value == 3);
  CHECK(rows[0].word == "march");
}

TEST_CASE("words match whole, in any case, the longest first") {
  const WordTable table({{WordKind::published, 0, "posted"},
                         {WordKind::published, 1, "posted on"},
                         {WordKind::modified, 0, "\u66F4\u65B0"}});
  CHECK(table.at("Posted on", 0).value == 1);
  CHECK(table.at("POSTED", 0).end == 6);
  CHECK(table.at("postedon", 0).kind == WordKind::none);
  CHECK(table.at("\u66F4\u65B0\u4E8E", 0).kind == WordKind::modified);
  CHECK(table.beginning("postedon").kind == WordKind::published);
}

TEST_CASE("words are found from left to right, where a word may begin") {
  const WordTable table(
      {{WordKind::author, 1, "by"}, {WordKind::source, 2, "bye bye"}, {WordKind::place, 3, "\u5728"}});
  FoundWord found;
  CHECK(table.find("baby, By", 0, found) == 6);
  CHECK(found.kind == WordKind::author);
  CHECK(table.find("bye bye", 0, found) == 0);
  CHECK(found.value == 2);
  CHECK(table.find("bye by", 0, found) == 4);
  CHECK(table.find("x\u5728y", 0, found) == 1);  // Han characters stand without gaps
  CHECK(table.find("bypass", 0, found) == 6);
  CHECK(found.kind == WordKind::none);
}
