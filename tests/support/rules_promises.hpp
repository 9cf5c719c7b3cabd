/// What holds of every rules file: it is refused in one line that says where and why, and changes nothing; or its rows
/// are found in lines.
#pragma once

#include <pith.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "rules/rule_set.hpp"
#include "text/text.hpp"

namespace pith::test {

/// Longest reason of a refusal: a user reads it, and C gives it a buffer.
inline constexpr std::size_t longest_reason = 300;

/// "" when the error is one line of text that names a line of the file, or none.
inline std::string broken_error(const Error& error, std::string_view file) {
  const auto lines = static_cast<std::size_t>(std::count(file.begin(), file.end(), '\n')) + 1;
  if (error.line > lines) return "an error in a line that the file has not";
  const std::string& message = error.message;
  if (message.empty() || message.size() > longest_reason) return "an error of no or many words: " + message;
  if (text::valid_utf8_prefix(message) < message.size()) return "an error that is no UTF-8";
  const bool has_control = std::any_of(message.begin(), message.end(), [](char c) { return c >= 0 && c < ' '; });
  return has_control ? "an error that is more than a line of text: " + message : "";
}

/// Rows of every kind, for files to be added to.
inline rules::RuleSet base_rules() {
  rules::RuleSet set;
  for (const char* const file :
       {"# pith phrases 1\nshare\tline\tPass it on\nrelated\theading\t(More|Other) {words} news\n",
        "# pith attributes 1\nnavbar\tnav\n", "# pith category words 1\ncontrol\tcomments\treply\n",
        "# pith line patterns 1\neveryday\tshare\tpass it on by *\n"}) {
    if (!rules::add_rows(file, set)) return {};
  }
  return set;
}

/// What a set says of a line.
struct LineSays {
  rules::LineMatches matches;
  std::size_t rows = 0;
  std::array<Category, 3> categories{};

  [[nodiscard]] bool is_sound(const rules::RuleSet& set) const {
    return std::all_of(matches.begin(), matches.end(), [&set](const rules::PhraseMatch& match) {
      if (match.match == rules::Match::none) return true;
      return match.share >= 0 && match.share <= 1.0001F && match.form < set.forms.size();
    });
  }
  friend bool operator==(const LineSays& a, const LineSays& b) {
    return a.matches.found == b.matches.found && a.rows == b.rows && a.categories == b.categories;
  }
};

inline LineSays said_of(const rules::RuleSet& set, std::string_view line) {
  std::string scratch;
  LineSays says;
  rules::match_line(set, line, scratch, says.matches);
  std::vector<rules::RowMatch> rows;
  rules::find_rows(set, line, scratch, rows);
  says.rows = rows.size();
  std::string folded;
  text::append_folded(line, folded);
  says.categories = {rules::named_alone(set, folded), set.category_words.announced_by(folded),
                     set.line_patterns.find(rules::PatternUse::everyday, folded, scratch)};
  (void)rules::may_begin_phrase(set, line, scratch);
  (void)set.category_words.comment_mark(folded);
  (void)set.category_words.thread_mark(folded);
  (void)set.category_words.is_share_bar(folded);
  (void)rules::match_attribute(set, line);
  return says;
}

/// Calls use(text) for every field of the file, cleaned as pages are.
template <typename Use>
void for_each_field(std::string_view file, Use use) {
  while (!file.empty()) {
    const std::size_t end = std::min(file.find_first_of("\t\n"), file.size());
    use(file.substr(0, text::valid_utf8_prefix(file.substr(0, end))));
    file.remove_prefix(std::min(end + 1, file.size()));
  }
}

/// The file with the first line that its first byte chooses, or as it is.
inline std::string rules_file(std::string_view bytes) {
  static constexpr std::array<std::string_view, 6> first_lines = {
      "# pith phrases 1\n",       "# pith attributes 1\n", "# pith category words 1\n",
      "# pith line patterns 1\n", "# pith phrases 1\r\n",  ""};
  if (bytes.empty()) return {};
  return std::string(first_lines[static_cast<unsigned char>(bytes[0]) % first_lines.size()]).append(bytes.substr(1));
}

inline std::string broken_rules_promise(std::string_view bytes) {
  static const rules::RuleSet base = [] {
    rules::RuleSet set = base_rules();
    rules::build_indexes(set);
    return set;
  }();
  const std::string file = rules_file(bytes);
  rules::RuleSet set = base;
  const auto added = rules::add_rows(file, set);
  rules::build_indexes(set);
  if (!added) {
    if (std::string broken = broken_error(added.error(), file); !broken.empty()) return broken;
    if (added.error().line == 0) return "an error without a line";
  }
  std::string broken;
  for_each_field(file, [&](std::string_view field) {
    const LineSays says = said_of(set, field);
    if (!says.is_sound(set)) broken = "a match that cannot be";
    if (!added && !(says == said_of(base, field))) broken = "a refused file changed the rules";
  });
  return broken;
}

}  // namespace pith::test
