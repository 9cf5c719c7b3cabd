#include "rules/phrase_index.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <tuple>

using pith::rules::PhraseIndex;

namespace {

using Found = std::tuple<std::size_t, std::size_t, std::uint32_t>;  // begin, end, phrase

std::vector<Found> scan(const std::vector<std::string_view>& phrases, std::string_view line) {
  std::vector<Found> all;
  PhraseIndex(phrases).scan(
      line, [&](std::uint32_t phrase, std::size_t begin, std::size_t end) { all.emplace_back(begin, end, phrase); });
  return all;
}

/// Between words: beside a space, a CJK character or nothing.
bool is_between_words(std::string_view line, std::size_t at) {
  if (at == 0 || at == line.size() || line[at - 1] == ' ' || line[at] == ' ') return true;
  std::size_t before = at - 1;
  while ((static_cast<unsigned char>(line[before]) & 0xC0U) == 0x80U) --before;
  return pith::rules::is_cjk_lead(line[before]) || pith::rules::is_cjk_lead(line[at]);
}

std::vector<Found> look_everywhere(const std::vector<std::string_view>& phrases, std::string_view line) {
  std::vector<Found> all;
  for (std::uint32_t phrase = 0; phrase < phrases.size(); ++phrase) {
    const std::string_view text = phrases[phrase];
    for (std::size_t at = line.find(text); at != std::string_view::npos; at = line.find(text, at + 1)) {
      const std::size_t end = at + text.size();
      if (is_between_words(line, at) && is_between_words(line, end)) all.emplace_back(at, end, phrase);
    }
  }
  return all;
}

std::string random_line(std::minstd_rand& random, std::size_t characters) {
  static constexpr std::string_view alphabet[] = {"a", "b", "c", " ", "\u00E9", "\u4E2D", "\u6587", "\U0001F600"};
  std::string line;
  for (std::size_t k = 0; k < characters; ++k) {
    const std::string_view next = alphabet[random() % std::size(alphabet)];
    if (next != " " || (!line.empty() && line.back() != ' ')) line += next;
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

}  // namespace

TEST_CASE("phrases are found where words begin") {
  CHECK(scan({"read"}, "read more bread") == std::vector<Found>{{0, 4, 0}});
  CHECK(scan({"more"}, "read more") == std::vector<Found>{{5, 9, 0}});
  CHECK(scan({"\u76F8\u5173"}, "x\u76F8\u5173") == std::vector<Found>{{1, 7, 0}});
}

TEST_CASE("long phrases are compared to their end") {
  CHECK(scan({"all rights reserved"}, "all rights preserved").empty());
  CHECK(scan({"all rights reserved"}, "2024 all rights reserved") == std::vector<Found>{{5, 24, 0}});
}

TEST_CASE("an index of nothing finds nothing") {
  CHECK(scan({}, "read more").empty());
  CHECK(scan({""}, "read more").empty());
}

TEST_CASE("every phrase is found that a search for each would find") {
  std::minstd_rand random(11);
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> texts;
    for (int k = 0; k < 12; ++k) texts.push_back(random_line(random, 1 + random() % 7));
    std::erase(texts, "");
    const std::vector<std::string_view> phrases(texts.begin(), texts.end());
    const std::string line = random_line(random, random() % 60);
    CAPTURE(line);

    std::vector<Found> expected = look_everywhere(phrases, line);
    std::vector<Found> found = scan(phrases, line);
    std::erase_if(found, [&](const Found& one) { return !is_between_words(line, std::get<1>(one)); });

    CHECK(std::is_sorted(found.begin(), found.end(),
                         [](const Found& a, const Found& b) { return std::get<0>(a) < std::get<0>(b); }));
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    CHECK(found == expected);
  }
}
