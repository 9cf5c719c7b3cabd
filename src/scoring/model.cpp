#include "scoring/model.hpp"

#include <algorithm>
#include <array>
#include <bit>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace pith::scoring {
namespace {

constexpr double leaf_unit = 1.0 / (1 << 20);

/// e^x for |x| <= 700, to about 1e-15. Cody and Waite's range reduction, then the Taylor series.
double exponential(double x) noexcept {
  constexpr double log2_e = 1.4426950408889634;
  constexpr double ln2_high = 0.693147180369123816490;
  constexpr double ln2_low = 1.90821492927058770002e-10;
  const auto k = static_cast<std::int64_t>(x * log2_e + (x < 0 ? -0.5 : 0.5));
  const auto scale = static_cast<double>(k);
  const double r = (x - scale * ln2_high) - scale * ln2_low;
  double sum = 1.0;
  for (int term = 14; term >= 1; --term) sum = 1.0 + sum * r / term;
  const auto bits = static_cast<std::uint64_t>(k + 1023) << 52U;
  return sum * std::bit_cast<double>(bits);
}

/// Rows that walk the trees together, one bit each.
constexpr std::size_t chunk = 64;

constexpr std::uint64_t first_bits(std::size_t count) noexcept {
  return count == chunk ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

/// Answers the questions of one column, which are ordered by threshold. On most pages most columns are the same in all
/// rows, or nearly: only thresholds between the least and the greatest value need a look at each row.
void answer_column(std::span<const Question> questions, std::span<const float> values, std::uint64_t* answers) {
  const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
  std::size_t q = 0;
  while (q < questions.size() && questions[q].threshold <= *least) answers[q++] = 0;
  while (q < questions.size() && questions[q].threshold <= *greatest) {
    answers[q] = bits_below(values, questions[q].threshold);
    ++q;
  }
  while (q < questions.size()) answers[q++] = ~std::uint64_t{0};
}

/// Answers of `count` rows from `row` on: bit k of answers[q] is that of row + k.
void answer(const Model& model, const Features& features, std::size_t row, std::size_t count,
            std::vector<std::uint64_t>& answers) {
  const std::span<const Question> questions = model.questions;
  answers.resize(questions.size());
  for (std::size_t begin = 0; begin < questions.size();) {
    const std::uint16_t column = questions[begin].column;
    std::size_t end = begin + 1;
    while (end < questions.size() && questions[end].column == column) ++end;
    answer_column(questions.subspan(begin, end - begin), features.column(column).subspan(row, count), &answers[begin]);
    begin = end;
  }
}

/// Sends a set of rows down one tree, parted at every split; no row is looked at before it has come to its leaf.
void add_tree(const TreeNode* node, const std::vector<std::uint64_t>& answers, std::uint64_t rows,
              std::array<std::int64_t, chunk>& sums) {
  struct Waiting {
    const TreeNode* node;
    std::uint64_t rows;
  };
  std::array<Waiting, deepest_tree> waiting;  // right children, the innermost last
  std::size_t count = 0;
  while (true) {
    while (node->right != 0) {
      const std::uint64_t left = rows & answers[static_cast<std::size_t>(node->value)];
      const std::uint64_t right = rows ^ left;
      if (left == 0) {
        node += node->right;
        continue;
      }
      if (right != 0) waiting[count++] = {node + node->right, right};
      rows = left;
      ++node;
    }
    for (; rows != 0; rows &= rows - 1) sums[static_cast<std::size_t>(std::countr_zero(rows))] += node->value;
    if (count == 0) return;
    --count;
    node = waiting[count].node;
    rows = waiting[count].rows;
  }
}

}  // namespace

double logistic(double x) noexcept {
  const double bounded = x < -40 ? -40 : (x > 40 ? 40 : x);
  return 1.0 / (1.0 + exponential(-bounded));
}

std::uint64_t bits_below_portable(std::span<const float> values, float threshold) noexcept {
  std::uint64_t bits = 0;
  for (std::size_t k = 0; k < values.size(); ++k) bits |= static_cast<std::uint64_t>(values[k] < threshold) << k;
  return bits;
}

#if defined(__SSE2__)
std::uint64_t bits_below(std::span<const float> values, float threshold) noexcept {
  const __m128 limit = _mm_set1_ps(threshold);
  const auto four = [&](std::size_t k) { return _mm_castps_si128(_mm_cmplt_ps(_mm_loadu_ps(&values[k]), limit)); };
  std::uint64_t bits = 0;
  std::size_t k = 0;
  for (; k + 16 <= values.size(); k += 16) {
    const __m128i low = _mm_packs_epi32(four(k), four(k + 4));
    const __m128i high = _mm_packs_epi32(four(k + 8), four(k + 12));
    const auto sixteen = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_packs_epi16(low, high)));
    bits |= std::uint64_t{sixteen} << k;
  }
  if (k < values.size()) bits |= bits_below_portable(values.subspan(k), threshold) << k;
  return bits;
}
#else
std::uint64_t bits_below(std::span<const float> values, float threshold) noexcept {
  return bits_below_portable(values, threshold);
}
#endif

void score_by_model(const Model& model, const Features& features, Scores& out) {
  out.values.resize(features.rows);
  for (std::size_t row = 0; row < features.rows; row += chunk) {
    const std::size_t count = std::min(chunk, features.rows - row);
    answer(model, features, row, count, out.scratch);
    std::array<std::int64_t, chunk> sums{};
    for (const std::uint32_t root : model.roots) add_tree(&model.nodes[root], out.scratch, first_bits(count), sums);
    for (std::size_t k = 0; k < count; ++k) {
      const double logit = model.base_logit + static_cast<double>(sums[k]) * leaf_unit;
      out.values[row + k] = static_cast<float>(logistic(logit));
    }
  }
}

page::PageKind page_kind_of(const Model& model) noexcept {
  return model.kind;
}
std::string_view provenance_of(const Model& model) noexcept {
  return model.provenance;
}

}  // namespace pith::scoring
