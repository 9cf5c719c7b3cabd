/// Counts by name: what a run's report is made of.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace batch {

/// Names have a group and a kind, "skipped.revisit"; a total has no dot. Order of names: alphabetical.
class Tally {
 public:
  void add(std::string_view name, std::uint64_t count = 1);
  void add(const Tally& other);
  void clear() { counts_.clear(); }
  [[nodiscard]] std::uint64_t operator[](std::string_view name) const;
  [[nodiscard]] const std::map<std::string, std::uint64_t, std::less<>>& counts() const noexcept { return counts_; }

 private:
  std::map<std::string, std::uint64_t, std::less<>> counts_;
};

}  // namespace batch
