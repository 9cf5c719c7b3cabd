#include "rules/grammar.hpp"
#include "rules/phrase_index.hpp"
#include "rules/rule_set.hpp"
#include "text/ascii.hpp"
#include "text/text.hpp"

namespace pith::rules {
namespace {

/// The parts of a long line that are searched.
constexpr std::size_t long_line_part = 200;

Match strength(MatchKind kind, bool at_start, bool at_end) noexcept {
  if (at_start && at_end) return Match::line;
  if (kind == MatchKind::alone) return Match::none;
  if (at_start && kind == MatchKind::prefix) return Match::prefix;
  if (at_end && kind == MatchKind::suffix) return Match::suffix;
  return Match::inside;
}

/// A folded line, or the beginning or end of one.
struct Part {
  std::string_view folded;
  std::size_t line_bytes;  // folded length of the whole line
  bool reaches_start = true;
  bool reaches_end = true;
};

/// Where the form stands whose words were found at [begin, end); false: what belongs beside them does not.
bool grow_to_form(const RuleSet& rules, const PhraseForm& form, const Part& part, std::size_t& begin,
                  std::size_t& end) noexcept {
  if (!is_word_boundary(part.folded, end)) return false;
  if (form.before != Slot::none) {
    const std::size_t space = begin > 0 && part.folded[begin - 1] == ' ' ? 1 : 0;
    if (!part.reaches_start || !fills(form.before, part.folded.substr(0, begin - space))) return false;
    begin = 0;
  }
  if (form.after_count == 0) return true;
  const std::span<const Piece> after = std::span(rules.after).subspan(form.first_after, form.after_count);
  end = pieces_end(after, rules.folded_text, part.folded, end);
  return end != std::string_view::npos && (part.reaches_end || end < part.folded.size());
}

/// Calls found(form, match, share) for all rows that stand in the part.
template <typename Found>
void search(const RuleSet& rules, const Part& part, Found found) {
  rules.phrase_index->scan(part.folded, [&](std::uint32_t number, std::size_t begin, std::size_t end) {
    const PhraseForm& form = rules.forms[number];
    if (!grow_to_form(rules, form, part, begin, end)) return;
    const Match match = strength(rules.phrases[form.phrase].kind, begin == 0 && part.reaches_start,
                                 end == part.folded.size() && part.reaches_end);
    if (match == Match::none) return;
    found(number, match, static_cast<float>(end - begin) / static_cast<float>(part.line_bytes));
  });
}

/// Collects the best match of each category.
struct Collector {
  const RuleSet& rules;
  LineMatches& out;

  void operator()(std::uint32_t form, Match match, float share) const {
    const Phrase& row = rules.phrases[rules.forms[form].phrase];
    if (row.kind == MatchKind::alone) return;
    PhraseMatch& best = out[static_cast<std::size_t>(row.category)];
    const bool heading = row.kind == MatchKind::heading && match == Match::line;
    const bool better =
        match > best.match || (match == best.match && (share > best.share || (heading && !best.heading)));
    if (!better) return;
    out.found |= 1U << static_cast<unsigned>(row.category);
    best = {match, heading || (best.heading && best.match == match), share, form};
  }
};

/// The whole line, or the beginning and then the end of a long one.
template <typename Found>
void search_line(const RuleSet& rules, std::string_view line, std::string& scratch, Found found) {
  if (rules.phrase_index == nullptr || line.empty()) return;
  scratch.clear();
  if (line.size() <= long_line_bytes) {
    text::append_folded(line, scratch);
    if (!scratch.empty()) search(rules, {scratch, scratch.size()}, found);
    return;
  }
  const std::size_t head_end = text::code_point_start(line, long_line_part);
  text::append_folded(line.substr(0, head_end), scratch);
  search(rules, {scratch, line.size(), true, false}, found);
  scratch.clear();
  text::append_folded(line.substr(text::code_point_start(line, line.size() - long_line_part)), scratch);
  search(rules, {scratch, line.size(), false, true}, found);
}

}  // namespace

void match_folded_line(const RuleSet& rules, std::string_view folded, LineMatches& out) noexcept {
  out.clear();
  if (rules.phrase_index == nullptr || folded.empty()) return;
  search(rules, {folded, folded.size()}, Collector{rules, out});
}

void match_line(const RuleSet& rules, std::string_view line, std::string& scratch, LineMatches& out) {
  out.clear();
  search_line(rules, line, scratch, Collector{rules, out});
}

Category named_alone(const RuleSet& rules, std::string_view folded) noexcept {
  Category name = Category::content;
  if (rules.phrase_index == nullptr || folded.empty() || folded.size() > long_line_bytes) return name;
  search(rules, {folded, folded.size()}, [&](std::uint32_t form, Match, float) {
    const Phrase& row = rules.phrases[rules.forms[form].phrase];
    if (row.kind == MatchKind::alone && name == Category::content) name = row.category;
  });
  return name;
}

void find_rows(const RuleSet& rules, std::string_view line, std::string& scratch, std::vector<RowMatch>& out) {
  out.clear();
  search_line(rules, line, scratch, [&](std::uint32_t form, Match match, float share) {
    out.push_back({rules.forms[form].phrase, form, match, share});
  });
}

LineMatches match_line(const RuleSet& rules, std::string_view line, std::string& scratch) {
  LineMatches matches{};
  match_line(rules, line, scratch, matches);
  return matches;
}

bool may_begin_phrase(const RuleSet& rules, std::string_view line, std::string& scratch) {
  // 48 bytes: enough to tell most lines, also where punctuation stands between.
  constexpr std::size_t beginning = 48;
  if (rules.phrase_index == nullptr) return false;
  scratch.clear();
  text::append_folded(line.substr(0, text::code_point_start(line, beginning)), scratch);
  const bool may_be_slot = !scratch.empty() && text::is_ascii_digit(scratch.front());
  return may_be_slot || rules.phrase_index->may_begin_phrase(scratch);
}

}  // namespace pith::rules
