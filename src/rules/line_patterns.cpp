#include "rules/line_patterns.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

#include "core/quoted.hpp"
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

constexpr std::size_t key_bytes = 4;
constexpr std::uint32_t no_key = UINT32_MAX;

/// Four bytes as a hash of 16 good bits.
std::uint32_t key_at(const char* bytes) noexcept {
  std::uint32_t key = 0;
  std::memcpy(&key, bytes, key_bytes);
  return key * 0x9E3779B1U >> 16U;
}

/// Those of a row's part. A line's numbers are hidden only when it is looked at.
void add_pairs(std::string_view part, PairSet& pairs) noexcept {
  for (std::size_t at = 1; at < part.size(); ++at) {
    if (part[at - 1] != '#' && part[at] != '#') pairs.add(part[at - 1], part[at]);
  }
}

/// A line that rows are asked about. What takes a look at all of it is found when the first row wants it: most lines
/// are asked by none.
class AskedLine {
 public:
  AskedLine(std::string_view folded, std::string& scratch) noexcept : folded_(folded), scratch_(scratch) {}

  [[nodiscard]] const PairSet& pairs() noexcept {
    if (!has_pairs_) pairs_.add(folded_);
    has_pairs_ = true;
    return pairs_;
  }
  [[nodiscard]] std::string_view without_numbers() {
    if (!is_hidden_) {
      scratch_.clear();
      append_without_numbers(folded_, scratch_);
    }
    is_hidden_ = true;
    return scratch_;
  }

 private:
  std::string_view folded_;
  std::string& scratch_;
  PairSet pairs_;
  bool has_pairs_ = false;
  bool is_hidden_ = false;
};

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
  PairSet pairs;
  const auto first_part = static_cast<std::uint32_t>(rows.parts.size());
  for (const Piece& piece : form) {
    if (piece.slot != Slot::none) continue;
    const auto begin = static_cast<std::uint32_t>(rows.text.size());
    append_without_numbers(pattern.words_of(piece), rows.text);
    rows.parts.push_back({begin, static_cast<std::uint32_t>(rows.text.size()) - begin});
    add_pairs(rows.part(rows.parts.size() - 1), pairs);
  }
  const Row row{pairs,
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
  rows.first_with.assign(key_count + 1, no_row);
  std::vector<std::uint32_t> counts(key_count, 0);
  for (std::uint32_t number = 0; number < rows.all.size(); ++number) {
    const std::uint32_t key = rarest_key(rows.all[number], rows, counts);
    if (key != no_key) {
      ++counts[key % key_count];
      rows.keys.add(key);
    }
    const std::size_t place = key == no_key ? key_count : key % key_count;
    rows.all[number].next = std::exchange(rows.first_with[place], number);
  }
}

/// The first of those that fewest rows have.
std::uint32_t LinePatterns::rarest_key(const Row& row, const Rows& rows,
                                       std::span<const std::uint32_t> counts) noexcept {
  std::uint32_t best = no_key;
  std::uint32_t fewest = UINT32_MAX;
  for (std::uint32_t k = 0; k < row.part_count; ++k) {
    const std::string_view part = rows.part(row.first_part + k);
    for (std::size_t at = 0; at + key_bytes <= part.size() && fewest > 0; ++at) {
      if (part.substr(at, key_bytes).find('#') != std::string_view::npos) continue;  // a line's numbers are not hidden
      const std::uint32_t key = key_at(part.data() + at);
      if (counts[key % key_count] >= fewest) continue;
      best = key;
      fewest = counts[key % key_count];
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
  const Rows& rows = rows_[static_cast<std::size_t>(use)];
  if (rows.first_with.empty()) return Category::content;  // nothing was loaded
  AskedLine line(folded, scratch);
  std::size_t first = rows.all.size();
  const auto ask = [&](std::size_t place) {
    for (std::uint32_t at = rows.first_with[place]; at != no_row; at = rows.all[at].next) {
      const Row& row = rows.all[at];
      if (at >= first || !line.pairs().has_all(row.pairs)) continue;
      if (row.from_begin && !may_begin_with(folded, rows.part(row.first_part))) continue;
      if (fits(rows, row, line.without_numbers())) first = at;
    }
  };
  ask(key_count);
  for (std::size_t at = 0; at + key_bytes <= folded.size(); ++at) {
    const std::uint32_t key = key_at(folded.data() + at);
    if (rows.keys.may_have(key)) ask(key % key_count);
  }
  return first < rows.all.size() ? rows.all[first].category : Category::content;
}

}  // namespace pith::rules
