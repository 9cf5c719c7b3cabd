#include "model/row_bits.hpp"

#include <doctest/doctest.h>

#include <random>
#include <vector>

using namespace pith::model;

namespace {

bool has(const RowSet& rows, std::size_t row) {
  return (rows.words[row / word_rows] >> row % word_rows & 1U) != 0;
}

RowSet random_rows(std::mt19937_64& random) {
  RowSet rows{};
  for (std::uint64_t& word : rows.words) word = random();
  return rows;
}

}  // namespace

TEST_CASE("comparisons and bounds are the same on every processor") {
  const RowOperations& fastest = fastest_operations();
  const RowOperations& portable = portable_operations();
  std::minstd_rand random(5);
  for (int round = 0; round < 50; ++round) {
    std::vector<float> values(word_rows * (1 + random() % row_words));
    for (float& value : values) value = static_cast<float>(static_cast<int>(random() % 9) - 4) / 2;
    for (const float threshold : {-2.5F, -0.5F, 0.0F, 1.25F, 3.0F}) {
      const std::array<float, 2> thresholds = {threshold, threshold + 1};
      std::array<RowSet, 2> bits{};
      std::array<RowSet, 2> fastest_bits{};
      portable.bits_below(values, thresholds, bits.data());
      fastest.bits_below(values, thresholds, fastest_bits.data());
      for (std::size_t t = 0; t < thresholds.size(); ++t) {
        CHECK(fastest_bits[t].words == bits[t].words);
        for (std::size_t row = 0; row < values.size(); ++row) CHECK(has(bits[t], row) == (values[row] < thresholds[t]));
      }
    }
    CHECK(fastest.bounds(values).least == portable.bounds(values).least);
    CHECK(fastest.bounds(values).greatest == portable.bounds(values).greatest);
  }
}

TEST_CASE("a row turns right where its answer is no, on every processor") {
  // Two levels: the root, and splits on both sides of it.
  const std::array<TableSplit, 3> splits = {{{0, 1, 2}, {1, no_split, no_split}, {2, no_split, no_split}}};
  const std::array<std::uint8_t, 2> level_ends = {1, 3};
  std::mt19937_64 random(11);
  std::array<RowSet, 3> answers{};
  for (RowSet& answer : answers) answer = random_rows(random);
  for (const RowOperations* const operations : {&portable_operations(), &fastest_operations()}) {
    RowsTurningRight turning_right;
    for (RowSet& level : turning_right) level.words.fill(~std::uint64_t{0});
    operations->route_rows(splits.data(), level_ends, answers, turning_right);
    CHECK(turning_right[2].words == RowSet{}.words);
    for (std::size_t row = 0; row < row_chunk; ++row) {
      const bool left = has(answers[0], row);
      CHECK(has(turning_right[0], row) == !left);
      CHECK(has(turning_right[1], row) == !has(answers[left ? 1 : 2], row));
    }
  }
}

TEST_CASE("words become bytes of their rows, on every processor") {
  std::mt19937_64 random(7);
  for (std::size_t count = 0; count <= deepest_table; ++count) {
    std::array<RowSet, deepest_table> levels{};
    for (RowSet& level : std::span(levels).first(count)) level = random_rows(random);
    for (const RowOperations* const operations : {&portable_operations(), &fastest_operations()}) {
      RowBytes bytes;
      bytes.fill(0xFF);
      operations->transpose(levels, row_chunk, bytes);
      for (std::size_t k = 0; k < row_chunk; ++k) {
        unsigned expected = 0;
        for (std::size_t l = 0; l < count; ++l) expected |= (has(levels[l], k) ? 1U : 0U) << l;
        CHECK(bytes[k] == expected);
      }
    }
  }
}

TEST_CASE("every row's sum gets the leaf at its path, on every processor") {
  std::mt19937_64 random(5);
  std::array<std::int32_t, 256> leaves{};
  for (std::int32_t& leaf : leaves) leaf = static_cast<std::int32_t>(random());
  RowBytes paths;
  for (std::uint8_t& path : paths) path = static_cast<std::uint8_t>(random());
  for (const RowOperations* const operations : {&portable_operations(), &fastest_operations()}) {
    for (std::size_t rows = 8; rows <= row_chunk; rows += 8) {
      std::array<std::int64_t, row_chunk> sums{};
      sums.fill(std::int64_t{1} << 40);
      operations->add_leaves(leaves.data(), paths, std::span(sums).first(rows));
      for (std::size_t k = 0; k < row_chunk; ++k) {
        CHECK(sums[k] - (std::int64_t{1} << 40) == (k < rows ? leaves[paths[k]] : 0));
      }
    }
  }
}
