#include <algorithm>
#include <array>

#include "rules/rule_set.hpp"

namespace pith::rules {
namespace {

/// In bit order. What a word means for a block below it; rows of data/attributes.tsv name these.
constexpr std::array<std::string_view, 50> group_names = {
    "comment", "nav",     "footer",  "header",  "sidebar", "share",  "related", "promo",     "cookie",     "crumb",
    "content", "article", "main",    "title",   "author",  "date",   "caption", "popup",     "newsletter", "search",
    "filter",  "page",    "tagcat",  "product", "price",   "review", "card",    "forum",     "user",       "quote",
    "toc",     "tab",     "account", "hero",    "gallery", "button", "code",    "table",     "skip",       "lang",
    "meta",    "video",   "legal",   "form",    "wp",      "job",    "inner",   "signature", "hot",        "app"};

/// Words are longer than one letter; longer ones than this are hashes.
constexpr std::size_t longest_word = 24;

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

AttributeGroups groups_of_word(const RuleSet& rules, std::string_view word) noexcept {
  if (word.size() < 2 || word.size() > longest_word) return 0;
  std::array<char, longest_word> lower{};
  std::transform(word.begin(), word.end(), lower.begin(),
                 [](char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; });
  const std::string_view key(lower.data(), word.size());
  const auto row = std::lower_bound(rules.attribute_words.begin(), rules.attribute_words.end(), key,
                                    [](const auto& entry, std::string_view k) { return entry.first < k; });
  return row != rules.attribute_words.end() && row->first == key ? row->second : 0;
}

}  // namespace

std::span<const std::string_view> attribute_group_names() noexcept {
  return group_names;
}

AttributeGroups attribute_group(std::string_view name) noexcept {
  for (std::size_t i = 0; i < group_names.size(); ++i) {
    if (group_names[i] == name) return AttributeGroups{1} << i;
  }
  return 0;
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

}  // namespace pith::rules
