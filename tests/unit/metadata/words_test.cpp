#include "metadata/words.hpp"

#include <doctest/doctest.h>

#include "rules/rule_set.hpp"

using namespace pith::metadata;

namespace {

/// Whether the word is found somewhere in its own example, by the table it belongs to.
bool is_found(const WordTable& table, const WordRow& row) {
  for (std::size_t at = 0; at < row.example.size(); at += code_point_bytes(row.example, at)) {
    const FoundWord here =
        row.kind == WordKind::surname ? table.beginning(row.example.substr(at)) : table.at(row.example, at);
    const FoundWord alone = table.beginning(row.word);
    if (here.kind != WordKind::none && here.end - (row.kind == WordKind::surname ? 0 : at) >= row.word.size())
      return true;
    if (alone.kind == WordKind::none) return false;
  }
  return false;
}

}  // namespace

TEST_CASE("every word is found in its example") {
  for (const WordTable* table : {&words().dates, &words().labels, &words().names, &words().suffixes, &words().han}) {
    CHECK(table->rows().size() > 1);
    for (const WordRow& row : table->rows()) {
      CAPTURE(std::string(row.word));
      CHECK(is_found(*table, row));
    }
  }
}

TEST_CASE("rows of data files are read, others left out") {
  const auto rows = read_words("# comment\nmonth\t3\tmarch\t5 March 2022\nnonsense\t0\tx\tx\n");
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].kind == WordKind::month);
  CHECK(rows[0].value == 3);
}

TEST_CASE("words match whole, in any case, the longest first") {
  const WordTable table({{WordKind::published, 0, "posted", ""},
                         {WordKind::published, 1, "posted on", ""},
                         {WordKind::modified, 0, "\u66F4\u65B0", ""}});
  CHECK(table.at("Posted on", 0).value == 1);
  CHECK(table.at("POSTED", 0).end == 6);
  CHECK(table.at("postedon", 0).kind == WordKind::none);
  CHECK(table.at("\u66F4\u65B0\u4E8E", 0).kind == WordKind::modified);
  CHECK(table.beginning("postedon").kind == WordKind::published);
}

TEST_CASE("every row of a data file has an example") {
  for (const auto& file : pith::rules::embedded_files()) {
    if (!file.name.starts_with("metadata/")) continue;
    CAPTURE(file.name);
    for (const WordRow& row : read_words(file.bytes)) CHECK_FALSE(row.example.empty());
  }
}
