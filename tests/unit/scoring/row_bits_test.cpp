#include "scoring/row_bits.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace pith::scoring;

TEST_CASE("comparisons and bounds are the same on every processor") {
  const RowOperations& fastest = fastest_operations();
  const RowOperations& portable = portable_operations();
  std::minstd_rand random(5);
  for (int round = 0; round < 50; ++round) {
    std::array<float, row_chunk> values;
    for (float& value : values) value = static_cast<float>(static_cast<int>(random() % 9) - 4) / 2;
    for (const float threshold : {-2.5F, -0.5F, 0.0F, 1.25F, 3.0F}) {
      const std::uint64_t bits = portable.bits_below(values, threshold);
      CHECK(fastest.bits_below(values, threshold) == bits);
      for (std::size_t row = 0; row < row_chunk; ++row) CHECK((bits >> row & 1U) == (values[row] < threshold));
    }
    CHECK(fastest.bounds(values).least == portable.bounds(values).least);
    CHECK(fastest.bounds(values).greatest == portable.bounds(values).greatest);
  }
}

TEST_CASE("words become bytes of their rows, on every processor") {
  std::mt19937_64 random(7);
  for (std::size_t words = 0; words <= 8; ++words) {
    std::array<std::uint64_t, 8> bits;
    for (std::uint64_t& word : bits) word = random();
    for (const RowOperations* const operations : {&portable_operations(), &fastest_operations()}) {
      RowBytes bytes;
      bytes.fill(0xFF);
      operations->transpose(std::span(bits).first(words), bytes);
      for (std::size_t row = 0; row < row_chunk; ++row) {
        unsigned expected = 0;
        for (std::size_t w = 0; w < words; ++w) expected |= static_cast<unsigned>(bits[w] >> row & 1U) << w;
        CHECK(bytes[row] == expected);
      }
    }
  }
}
