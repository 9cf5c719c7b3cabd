#include "rules/line_patterns.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "core/quoted.hpp"
#include "rules/letters.hpp"
#include "text/ascii.hpp"
#include "text/text.hpp"

namespace pith::rules {
namespace {

struct UseName {
  std::string_view name;
  PatternUse use;
  std::size_t longest;  // bytes of the folded line: longer ones are prose about such a line
};
constexpr std::array<UseName, pattern_use_count> uses = {{
    {"everyday", PatternUse::everyday, 200},
    {"notice", PatternUse::notice, 600},
    {"notice_what", PatternUse::notice_what, 600},
    {"notice_how", PatternUse::notice_how, 600},
    {"removed", PatternUse::removed, 240},
    {"blocked", PatternUse::blocked, 240},
    {"removed_what", PatternUse::removed_what, 160},
    {"removed_how", PatternUse::removed_how, 160},
    {"blocked_what", PatternUse::blocked_what, 160},
    {"blocked_how", PatternUse::blocked_how, 160},
    {"follow_what", PatternUse::follow_what, 160},
    {"follow_how", PatternUse::follow_how, 160},
    {"follow_call", PatternUse::follow_call, 160},
    {"list_head", PatternUse::list_head, 60},
    {"list_head_what", PatternUse::list_head_what, 60},
    {"list_head_how", PatternUse::list_head_how, 60},
}};

/// Adds the text with every number as one '#'.
void append_without_numbers(std::string_view folded, std::string& out) {
  if (std::none_of(folded.begin(), folded.end(), text::is_ascii_digit)) {
    out.append(folded);
    return;
  }
  bool after_digit = false;
  for (const char c : folded) {
    const bool digit = text::is_ascii_digit(c);
    if (!digit || !after_digit) out += digit ? '#' : c;
    after_digit = digit;
  }
}

/// Two bytes side by side as a number below 4096, which several pairs share.
std::size_t pair_of(char first, char second) noexcept {
  return (static_cast<unsigned char>(first) % 64U) << 6U | (static_cast<unsigned char>(second) % 64U);
}

/// Whether the line, whose numbers are not hidden yet, can begin with the part.
bool may_begin_with(std::string_view line, std::string_view part) noexcept {
  const char first = line.front();
  return part.front() == (text::is_ascii_digit(first) ? '#' : first);
}

/// Whether `part` stands at `at` as words of its own, where it begins and ends with ASCII letters.
bool part_stands_at(std::string_view line, std::size_t at, std::string_view part) noexcept {
  const std::size_t end = at + part.size();
  const bool begins = at == 0 || !text::is_ascii_letter(part.front()) || !text::is_ascii_letter(line[at - 1]);
  const bool ends = end >= line.size() || !text::is_ascii_letter(part.back()) || !text::is_ascii_letter(line[end]);
  return begins && ends;
}

/// Where `part` first stands in `line` from `from` on; npos: nowhere.
std::size_t find_part(std::string_view line, std::size_t from, std::string_view part) noexcept {
  for (std::size_t at = line.find(part, from); at != std::string_view::npos; at = line.find(part, at + 1)) {
    if (part_stands_at(line, at, part)) return at;
  }
  return std::string_view::npos;
}

std::string unknown_use(std::string_view name) {
  std::string wrong = "unknown use " + core::quoted(name) + "; expected";
  for (const UseName& known : uses) wrong.append(&known == uses.data() ? " " : ", ").append(known.name);
  return wrong;
}

}  // namespace

std::optional<PatternUse> use_of(std::string_view name) noexcept {
  for (const UseName& known : uses) {
    if (known.name == name) return known.use;
  }
  return std::nullopt;
}

std::string LinePatterns::add(std::string_view use, Category category, const Forms& pattern) {
  const std::optional<PatternUse> found = use_of(use);
  if (!found) return unknown_use(use);
  if (!pattern.wrong.empty()) return pattern.wrong;
  for (std::size_t k = 0; k < pattern.size(); ++k) {
    const std::span<const Piece> form = pattern.form(k);
    const bool has_words =
        std::any_of(form.begin(), form.end(), [](const Piece& piece) { return piece.slot == Slot::none; });
    if (!has_words) return "expected words in the pattern, found none";
    add_row(form, pattern, category, rows_[static_cast<std::size_t>(*found)]);
  }
  return {};
}

void LinePatterns::add_row(std::span<const Piece> form, const Forms& pattern, Category category, Rows& rows) {
  const auto first_byte = static_cast<std::uint32_t>(rows.text.size());
  const auto first_part = static_cast<std::uint32_t>(rows.parts.size());
  for (const Piece& piece : form) {
    if (piece.slot != Slot::none) continue;
    const auto begin = static_cast<std::uint32_t>(rows.text.size());
    append_without_numbers(pattern.words_of(piece), rows.text);
    rows.parts.push_back({begin, static_cast<std::uint32_t>(rows.text.size()) - begin});
  }
  const Row row{letters_of(std::string_view(rows.text).substr(first_byte)),
                first_part,
                static_cast<std::uint32_t>(rows.parts.size()) - first_part,
                no_row,
                category,
                form.front().slot == Slot::none,
                form.back().slot == Slot::none};
  rows.all.push_back(row);
}

void LinePatterns::build_index() {
  for (Rows& rows : rows_) build_index(rows);
}

void LinePatterns::build_index(Rows& rows) {
  if (rows.all.empty()) return;
  rows.first_under.assign(pair_count + 1, no_row);
  std::vector<std::uint32_t> counts(pair_count + 1, 0);
  for (std::uint32_t number = 0; number < rows.all.size(); ++number) {
    const std::size_t pair = rarest_pair(rows.all[number], rows, counts);
    ++counts[pair];
    rows.all[number].next = std::exchange(rows.first_under[pair], number);
  }
}

/// Of its pairs the first under which fewest rows stand.
std::size_t LinePatterns::rarest_pair(const Row& row, const Rows& rows,
                                      std::span<const std::uint32_t> counts) noexcept {
  std::size_t best = pair_count;
  std::uint32_t fewest = no_row;
  for (std::uint32_t k = 0; k < row.part_count; ++k) {
    const std::string_view part = rows.part(row.first_part + k);
    for (std::size_t at = 1; at < part.size() && fewest > 0; ++at) {
      const std::size_t pair = pair_of(part[at - 1], part[at]);
      if (counts[pair] >= fewest) continue;
      if (part[at - 1] == '#' || part[at] == '#') continue;  // a line's numbers are hidden only when it is looked at
      best = pair;
      fewest = counts[pair];
    }
  }
  return best;
}

/// The ends of the line are asked first: most lines that a row does not fit are told by them, without a search.
bool LinePatterns::fits(const Rows& rows, const Row& row, std::string_view line) noexcept {
  std::size_t begin = 0;
  std::size_t end = line.size();
  std::uint32_t first = 0;
  std::uint32_t last = row.part_count;
  if (row.from_begin) {
    const std::string_view part = rows.part(row.first_part);
    if (!line.starts_with(part) || !part_stands_at(line, 0, part)) return false;
    begin = part.size();
    ++first;
  }
  if (row.to_end && first == last) return begin == end;
  if (row.to_end) {
    const std::string_view part = rows.part(row.first_part + --last);
    if (line.size() < begin + part.size() || !line.ends_with(part)) return false;
    end -= part.size();
    if (!part_stands_at(line, end, part)) return false;
  }
  for (std::uint32_t k = first; k < last; ++k) {
    const std::string_view part = rows.part(row.first_part + k);
    const std::size_t found = find_part(line, begin, part);
    if (found == std::string_view::npos || found + part.size() > end) return false;
    begin = found + part.size();
  }
  return true;
}

Category LinePatterns::find(PatternUse use, std::string_view folded, std::string& scratch) const {
  const std::size_t longest = uses[static_cast<std::size_t>(use)].longest;
  if (folded.empty() || folded.size() > longest) return Category::content;
  // Digits stand for the mark that hides them: most lines lack letters of every row and need not be copied.
  const std::uint64_t missing = ~(letters_of(folded) | letters_of("#"));
  const Rows& rows = rows_[static_cast<std::size_t>(use)];
  if (rows.first_under.empty()) return Category::content;  // nothing was loaded
  std::size_t first = rows.all.size();
  bool hidden = false;
  const auto ask = [&](std::size_t pair) {
    for (std::uint32_t at = rows.first_under[pair]; at != no_row; at = rows.all[at].next) {
      const Row& row = rows.all[at];
      const bool may_fit =
          (row.letters & missing) == 0 && (!row.from_begin || may_begin_with(folded, rows.part(row.first_part)));
      if (at >= first || !may_fit) continue;
      if (!hidden) {
        scratch.clear();
        append_without_numbers(folded, scratch);
      }
      hidden = true;
      if (fits(rows, row, scratch)) first = at;
    }
  };
  ask(pair_count);
  for (std::size_t at = 1; at < folded.size(); ++at) ask(pair_of(folded[at - 1], folded[at]));
  return first < rows.all.size() ? rows.all[first].category : Category::content;
}

}  // namespace pith::rules
