// Lines that stand on the page more than once, as a whole or by their first words.

#include <algorithm>

#include "measure/lines/page.hpp"

namespace pith::measure {
namespace {

constexpr std::array<MemberFeature<LineCopies>, copy_columns> copy_features = {{
    {{"copies", "lines of the page with the same words, this one included"}, &LineCopies::copies},
    {{"first_copy", "1: no line above has the same words"}, &LineCopies::first_copy},
    {{"last_copy_distance", "lines since the last copy, at most 300; 999: none above"},
     &LineCopies::last_copy_distance},
    {{"prefix_copies", "lines that begin with the same 8 words; 0: shorter than 5 words"}, &LineCopies::prefix_copies},
    {{"next_prefix", "a line below begins alike: 1 the next, 2 the one after it, 0 neither"}, &LineCopies::next_prefix},
    {{"previous_prefix", "a line above begins alike: 1 the last, 2 the one before it, 0 neither"},
     &LineCopies::previous_prefix},
}};

constexpr std::size_t prefix_words = 8;
constexpr std::size_t shortest_prefix_line = 5;
constexpr std::size_t shortest_shared_prefix = 3;

/// Of a sequence of words; the order matters.
std::uint64_t hash_of(std::span<const text::Word> words) {
  std::uint64_t hash = words.size();
  for (const text::Word& word : words) hash = (hash ^ word.hash) * 0x9E3779B97F4A7C15U + (hash >> 29U);
  return hash;
}

std::span<const text::Word> prefix_of(std::span<const text::Word> words) {
  return words.first(std::min(words.size(), prefix_words));
}

bool begin_alike(std::span<const text::Word> a, std::span<const text::Word> b) {
  const std::size_t shared = std::min({a.size(), b.size(), prefix_words});
  const auto same = [](const text::Word& x, const text::Word& y) { return x.hash == y.hash; };
  return shared >= shortest_shared_prefix &&
         std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(shared), b.begin(), same);
}

void find_copies(const MeasureInput& in, LineMeasureScratch& scratch) {
  constexpr std::size_t farthest = 300;
  std::vector<LineCopies>& facts = scratch.copies;
  scratch.keys.reset(scratch.size());
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    facts[i].hash = hash_of(words_of(in, i));
    KeyTable::Slot& slot = scratch.keys.at(facts[i].hash);
    facts[i].first_copy = slot.count == 0 ? 1.0F : 0.0F;
    facts[i].last_copy_distance = slot.count == 0 ? 999.0F : static_cast<float>(std::min(farthest, i - slot.line));
    ++slot.count;
    slot.line = static_cast<std::uint32_t>(i);
  }
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    facts[i].copies = static_cast<float>(scratch.keys.at(facts[i].hash).count);
  }
}

void count_prefixes(const MeasureInput& in, LineMeasureScratch& scratch) {
  std::vector<LineCopies>& facts = scratch.copies;
  scratch.keys.reset(scratch.size());
  const auto is_long = [&](std::size_t i) { return words_of(in, i).size() >= shortest_prefix_line; };
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    if (is_long(i)) ++scratch.keys.at(hash_of(prefix_of(words_of(in, i)))).count;
  }
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    if (!is_long(i)) continue;
    facts[i].prefix_copies = static_cast<float>(scratch.keys.at(hash_of(prefix_of(words_of(in, i)))).count);
  }
}

/// Title and abstract, or title, address and abstract, begin alike.
void compare_neighbours(const MeasureInput& in, std::vector<LineCopies>& facts) {
  for (std::size_t i = 0; i + 1 < facts.size(); ++i) {
    for (const std::size_t step : {std::size_t{1}, std::size_t{2}}) {
      if (i + step >= facts.size() || !begin_alike(words_of(in, i), words_of(in, i + step))) continue;
      facts[i].next_prefix = static_cast<float>(step);
      facts[i + step].previous_prefix = static_cast<float>(step);
      break;
    }
  }
}

}  // namespace

model::FeatureName copy_name(std::size_t column) {
  return copy_features[column].name;
}

void measure_copies(const MeasureInput& in, LineMeasureScratch& scratch, FeatureColumns out) {
  constexpr float shortest_copy = 3;  // words; "|" and "12" repeat everywhere
  scratch.copies.assign(scratch.size(), LineCopies{});
  find_copies(in, scratch);
  count_prefixes(in, scratch);
  compare_neighbours(in, scratch.copies);
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    LineCopies& facts = scratch.copies[i];
    facts.is_copied = facts.copies > 1 && scratch.shapes[i].words >= shortest_copy;
    write_members(copy_features, facts, out.row(i));
  }
}

}  // namespace pith::measure
