#include "rules/line_patterns.hpp"

#include <array>
#include <cstdint>
#include <utility>

#include "core/quoted.hpp"
#include "rules/grammar.hpp"
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

/// Every number as one '#'.
void hide_numbers(std::string_view folded, std::string& out) {
  out.resize(folded.size());
  std::size_t size = 0;
  bool after_digit = false;
  for (const char c : folded) {
    const bool digit = text::is_ascii_digit(c);
    if (!digit || !after_digit) out[size++] = digit ? '#' : c;
    after_digit = digit;
  }
  out.resize(size);
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

std::string LinePatterns::add(std::string_view use, Category category, std::string_view pattern) {
  const std::optional<PatternUse> found = use_of(use);
  if (!found) return unknown_use(use);
  const Forms all = forms_of(pattern, true);
  if (!all.wrong.empty()) return all.wrong;
  for (std::size_t k = 0; k < all.size(); ++k) {
    Row row = row_of(all, k, category);
    if (row.parts.empty()) return "expected words in the pattern, found none";
    add_row(std::move(row), rows_[static_cast<std::size_t>(*found)]);
  }
  return {};
}

void LinePatterns::add_row(Row row, Rows& rows) {
  std::size_t best = pair_count;
  std::uint32_t fewest = no_row;
  for (const std::string& part : row.parts) {
    for (std::size_t at = 1; at < part.size() && fewest > 0; ++at) {
      if (part[at - 1] == '#' || part[at] == '#') continue;  // a line's numbers are hidden only when it is looked at
      const std::size_t pair = pair_of(part[at - 1], part[at]);
      if (rows.count_under[pair] < fewest) {
        best = pair;
        fewest = rows.count_under[pair];
      }
    }
  }
  ++rows.count_under[best];
  row.next = std::exchange(rows.first_under[best], static_cast<std::uint32_t>(rows.all.size()));
  rows.all.push_back(std::move(row));
}

LinePatterns::Row LinePatterns::row_of(const Forms& all, std::size_t number, Category category) {
  Row row{category, false, false, 0, {}};
  const std::span<const FormPiece> form = all.form(number);
  if (form.empty()) return row;
  row.from_begin = form.front().slot == Slot::none;
  row.to_end = form.back().slot == Slot::none;
  for (const FormPiece& piece : form) {
    if (piece.slot != Slot::none) continue;
    std::string part;
    hide_numbers(all.words_of(piece), part);
    row.letters |= letters_of(part);
    row.parts.push_back(std::move(part));
  }
  return row;
}

bool LinePatterns::fits(const Row& row, std::string_view line) noexcept {
  std::size_t at = 0;
  for (std::size_t k = 0; k < row.parts.size(); ++k) {
    const std::string_view part = row.parts[k];
    const bool must_end = row.to_end && k + 1 == row.parts.size();
    std::size_t found = find_part(line, at, part);
    if (must_end && found != std::string_view::npos && line.size() >= at + part.size()) {
      found = line.ends_with(part) && part_stands_at(line, line.size() - part.size(), part) ? line.size() - part.size()
                                                                                            : std::string_view::npos;
    }
    if (found == std::string_view::npos || (k == 0 && row.from_begin && found != 0)) return false;
    at = found + part.size();
  }
  return true;
}

Category LinePatterns::find(PatternUse use, std::string_view folded, std::string& scratch) const {
  const std::size_t longest = uses[static_cast<std::size_t>(use)].longest;
  if (folded.empty() || folded.size() > longest) return Category::content;
  // Digits stand for the mark that hides them: most lines lack letters of every row and need not be copied.
  const std::uint64_t missing = ~(letters_of(folded) | letters_of("#"));
  const Rows& rows = rows_[static_cast<std::size_t>(use)];
  std::size_t first = rows.all.size();
  bool hidden = false;
  const auto ask = [&](std::size_t pair) {
    for (std::uint32_t at = rows.first_under[pair]; at != no_row; at = rows.all[at].next) {
      const Row& row = rows.all[at];
      const bool may_fit =
          (row.letters & missing) == 0 && (!row.from_begin || may_begin_with(folded, row.parts.front()));
      if (at >= first || !may_fit) continue;
      if (!hidden) hide_numbers(folded, scratch);
      hidden = true;
      if (fits(row, scratch)) first = at;
    }
  };
  ask(pair_count);
  for (std::size_t at = 1; at < folded.size(); ++at) ask(pair_of(folded[at - 1], folded[at]));
  return first < rows.all.size() ? rows.all[first].category : Category::content;
}

}  // namespace pith::rules
