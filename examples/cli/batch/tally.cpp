#include "batch/tally.hpp"

namespace batch {

void Tally::add(std::string_view name, std::uint64_t count) {
  const auto found = counts_.find(name);
  if (found != counts_.end())
    found->second += count;
  else
    counts_.emplace(name, count);
}

void Tally::add(const Tally& other) {
  for (const auto& [name, count] : other.counts_) add(name, count);
}

std::uint64_t Tally::operator[](std::string_view name) const {
  const auto found = counts_.find(name);
  return found == counts_.end() ? 0 : found->second;
}

}  // namespace batch
