#include "core/packed.hpp"
#include "rules/rule_set.hpp"

namespace pith::rules {
namespace {

bool is_upper(char c) noexcept {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) noexcept {
  return c >= 'a' && c <= 'z';
}

/// End of the word that begins at `at`: "navBar" parts before B, "HTMLBody" before the B of Body.
std::size_t word_end(std::string_view value, std::size_t at) noexcept {
  std::size_t end = at + 1;
  if (is_upper(value[at])) {
    while (end < value.size() && is_upper(value[end])) ++end;
    if (end < value.size() && is_lower(value[end]) && end > at + 1) return end - 1;
  }
  while (end < value.size() && is_lower(value[end])) ++end;
  return end;
}

AttributeTable::Key key_of(std::string_view word) noexcept {
  AttributeTable::Key key{};
  for (std::size_t part = 0; 8 * part < word.size(); ++part) {
    key[part] = core::lower_packed(core::pack(word.substr(8 * part, 8)));
  }
  return key;
}

AttributeGroups groups_of_word(const RuleSet& rules, std::string_view word) noexcept {
  if (word.size() < 2 || word.size() > AttributeTable::longest_word) return 0;
  return rules.attribute_table.find(key_of(word));
}

}  // namespace

AttributeTable::AttributeTable(const std::vector<std::pair<std::string, AttributeGroups>>& words) {
  words_.reset(2 * words.size());
  for (const auto& [word, groups] : words) {
    if (word.size() > longest_word) continue;
    if (words_.add(key_of(word)) == groups_.size()) groups_.push_back(groups);
  }
}

AttributeGroups match_attribute(const RuleSet& rules, std::string_view value) noexcept {
  AttributeGroups groups = 0;
  for (std::size_t at = 0; at < value.size();) {
    if (!is_upper(value[at]) && !is_lower(value[at])) {
      ++at;
      continue;
    }
    const std::size_t end = word_end(value, at);
    groups |= groups_of_word(rules, value.substr(at, end - at));
    at = end;
  }
  return groups;
}

Category category_of_groups(const RuleSet& rules, AttributeGroups groups) noexcept {
  if (groups == 0) return Category::content;
  for (const BoxCategory& row : rules.box_categories) {
    if ((groups & row.group) != 0) return row.category;
  }
  return Category::content;
}

}  // namespace pith::rules
