#include <algorithm>

#include "rules/phrase_trie.hpp"
#include "rules/rule_set.hpp"
#include "text/text.hpp"

namespace pith::rules {
namespace {

/// The parts of a long line that are searched.
constexpr std::size_t long_line_part = 200;

/// A phrase must not end inside a word. CJK text has no spaces: there every place is a boundary, and folding
/// has left spaces only between words of other scripts.
bool is_boundary(std::string_view folded, std::size_t at) noexcept {
  if (at == 0 || at == folded.size()) return true;
  const auto left = static_cast<unsigned char>(folded[at - 1]);
  const auto right = static_cast<unsigned char>(folded[at]);
  if (left == ' ' || right == ' ') return true;
  // Both sides letters of a script with spaces: inside a word. Bytes from 0xE3 on begin CJK characters.
  const bool right_cjk = is_cjk_lead(folded[at]);
  const bool left_cjk = is_cjk_lead(folded[text::code_point_start(folded, at - 1)]);
  return left_cjk || right_cjk;
}

Match strength(MatchKind kind, bool at_start, bool at_end) noexcept {
  if (at_start && at_end) return Match::line;
  if (at_start && kind == MatchKind::prefix) return Match::prefix;
  if (at_end && kind == MatchKind::suffix) return Match::suffix;
  return Match::inside;
}

/// Collects the best match of each category.
struct Collector {
  const RuleSet& rules;
  std::string_view folded;
  std::size_t line_bytes;  // folded length of the whole line
  bool reaches_start;
  bool reaches_end;
  LineMatches& out;

  void add(std::uint32_t phrase, std::size_t begin, std::size_t end) const {
    const Phrase& row = rules.phrases[phrase];
    const std::size_t length = end - begin;
    if (!is_boundary(folded, end)) return;
    const Match match = strength(row.kind, begin == 0 && reaches_start, end == folded.size() && reaches_end);
    const float share = static_cast<float>(length) / static_cast<float>(line_bytes);
    PhraseMatch& best = out[static_cast<std::size_t>(row.category)];
    const bool heading = row.kind == MatchKind::heading && match == Match::line;
    const bool better =
        match > best.match || (match == best.match && (share > best.share || (heading && !best.heading)));
    if (!better) return;
    out.found |= 1U << static_cast<unsigned>(row.category);
    best = {match, heading || (best.heading && best.match == match), share, phrase};
  }
};

void search(const RuleSet& rules, std::string_view folded, std::size_t line_bytes, bool reaches_start, bool reaches_end,
            LineMatches& out) {
  const Collector collector{rules, folded, line_bytes, reaches_start, reaches_end, out};
  rules.trie->scan(
      folded, [&](std::uint32_t phrase, std::size_t begin, std::size_t end) { collector.add(phrase, begin, end); });
}

}  // namespace

void match_folded_line(const RuleSet& rules, std::string_view folded, LineMatches& out) noexcept {
  out.clear();
  if (rules.trie == nullptr || folded.empty()) return;
  search(rules, folded, folded.size(), true, true, out);
}

void match_line(const RuleSet& rules, std::string_view line, std::string& scratch, LineMatches& out) {
  out.clear();
  if (rules.trie == nullptr || line.empty()) return;
  scratch.clear();
  if (line.size() <= long_line_bytes) {
    text::append_folded(line, scratch);
    return match_folded_line(rules, scratch, out);
  }
  const std::size_t head_end = text::code_point_start(line, long_line_part);
  text::append_folded(line.substr(0, head_end), scratch);
  search(rules, scratch, line.size(), true, false, out);
  scratch.clear();
  text::append_folded(line.substr(text::code_point_start(line, line.size() - long_line_part)), scratch);
  search(rules, scratch, line.size(), false, true, out);
}

LineMatches match_line(const RuleSet& rules, std::string_view line, std::string& scratch) {
  LineMatches matches{};
  match_line(rules, line, scratch, matches);
  return matches;
}

bool may_begin_phrase(const RuleSet& rules, std::string_view line, std::string& scratch) {
  // 48 bytes: more than the trie holds of a phrase, also where punctuation stands between.
  constexpr std::size_t beginning = 48;
  if (rules.trie == nullptr) return false;
  scratch.clear();
  text::append_folded(line.substr(0, text::code_point_start(line, beginning)), scratch);
  return rules.trie->may_begin_phrase(scratch);
}

}  // namespace pith::rules
