#include "select/type_weights.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include "core/exponential.hpp"

namespace pith::select {
namespace {

constexpr std::array types = {Verdict::article, Verdict::forum, Verdict::product, Verdict::listing,
                              Verdict::documentation};
using TypeSums = std::array<int, types.size()>;

/// What a page gains by type where the evidence is `least` or more.
struct Step {
  std::size_t evidence = 0;
  float least = 0;
  TypeSums weights{};  // hundredths
};

/// Splits off the first field of a row.
std::string_view take_field(std::string_view& row) {
  const std::size_t end = std::min(row.find('\t'), row.size());
  const std::string_view field = row.substr(0, end);
  row.remove_prefix(std::min(end + 1, row.size()));
  return field;
}

int number_of(std::string_view field) {
  int number = 0;
  std::from_chars(field.data(), field.data() + field.size(), number);
  return number;
}

Step read_step(std::string_view row) {
  Step step;
  const auto* const name = std::find(evidence_names.begin(), evidence_names.end(), take_field(row));
  step.evidence = static_cast<std::size_t>(name - evidence_names.begin());
  step.least = static_cast<float>(number_of(take_field(row)));
  for (int& weight : step.weights) weight = number_of(take_field(row));
  return step;
}

/// All rows, by kind of page. The compiled-in data is sound: a test reads every row.
struct AllSteps {
  std::array<std::vector<Step>, 2> by_kind;  // index: page::PageKind

  AllSteps() {
    for (std::string_view rest = page_type_rows(); !rest.empty();) {
      std::string_view row = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(row.size() + 1);
      const page::PageKind kind = take_field(row) == "lines" ? page::PageKind::text : page::PageKind::html;
      const Step step = read_step(row);
      if (step.evidence < evidence_names.size()) by_kind[static_cast<std::size_t>(kind)].push_back(step);
    }
  }
};

/// What a page says so plainly that nothing else counts: of 94 pages that declare a thread, or are of a program that
/// makes nothing but forums, all are threads; of 59 with an address of manuals all are manuals, and of 10 of a program
/// that makes nothing else 9.
bool says_plainly(const PageEvidence& evidence, Verdict type) {
  const auto has = [&evidence](EvidenceName name) { return evidence[name.index()] > 0; };
  if (type == Verdict::forum) return has("declares_thread") || has("program_of_forums");
  return type == Verdict::documentation && (has("address_words_of_manuals") || has("program_of_only_manuals"));
}

}  // namespace

TypeGuess guess_type(const PageEvidence& evidence, page::PageKind kind) {
  static const AllSteps all;
  TypeSums sums{};
  for (const Step& step : all.by_kind[static_cast<std::size_t>(kind)]) {
    if (evidence[step.evidence] < step.least) continue;
    for (std::size_t t = 0; t < types.size(); ++t) sums[t] += step.weights[t];
  }
  constexpr int sure_gain = 600;  // hundredths: odds of 400 to 1 against what is unknown
  for (std::size_t t = 0; t < types.size(); ++t) sums[t] += says_plainly(evidence, types[t]) ? sure_gain : 0;
  const auto best = static_cast<std::size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
  // An article that is taken for something else costs more than the other way round: what is not likely is none.
  const auto odds = [&](std::size_t t) { return core::exponential(std::max(-40.0, (sums[t] - sums[best]) / 100.0)); };
  double all_odds = 0;
  for (std::size_t t = 0; t < types.size(); ++t) all_odds += odds(t);
  if (all_odds > 2) return {Verdict::article, static_cast<float>(odds(0) / all_odds)};
  return {types[best], static_cast<float>(1 / all_odds)};
}

}  // namespace pith::select
