// The tail of a kept text: lines that ask to follow an account or scan a code, or head a list of other articles,
// written by the author below the article and often in one block with its last lines, line breaks between. What stands
// below the first of them goes with it, where it is short lines to the end, or teasers of articles under the heading of
// a list.

#include <algorithm>

#include "measure/phrase_category.hpp"
#include "select/passes/signs.hpp"

namespace pith::select {
namespace {

/// Bytes of the longest line in a tail: 50 CJK characters, 25 words. Longer ones are sentences of the article.
constexpr std::size_t longest_line = 150;
/// The tail has at most this share of the kept bytes.
constexpr double greatest_share = 0.2;

/// Where a tail begins, and what it is; category content: nowhere.
struct Tail {
  std::size_t block = 0;
  std::size_t begin = 0;  ///< byte in the block
  Category category = Category::content;
};

/// What the line opens, a call to follow or a list of other articles; content: neither.
Category opened_by(PassState& state, std::string_view line) {
  const rules::RuleSet& rules = state.in.rules;
  std::string& scratch = state.out.scratch.text;
  constexpr std::size_t longest_heading = 60;  // bytes
  constexpr std::ptrdiff_t most_blanks = 4;
  if (line.size() <= longest_heading && std::count(line.begin(), line.end(), ' ') <= most_blanks) {
    std::string folded;
    text::append_folded(line, folded);
    if (heads_other_things(state, folded)) return Category::related;
  }
  if (!rules::may_begin_phrase(rules, line, scratch)) return Category::content;
  const rules::LineMatches found = rules::match_line(rules, line, scratch);
  // Two fifths: what else the line says is what there is to be had.
  constexpr float least_share = 0.4F;
  const rules::PhraseMatch& promotion = found[static_cast<std::size_t>(Category::app_promo)];
  if (promotion.match >= rules::Match::prefix && promotion.share >= least_share) return Category::app_promo;
  return measure::list_headed_by(found);
}

std::size_t kept_bytes(const PassState& state) {
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (state.out.choices[i].kept) bytes += state.out.choices[i].cut_end;
  }
  return bytes;
}

/// Whether the first line of block `i` is a link and no more: a headline, perhaps with the beginning of that article.
bool is_teaser(const PassState& state, std::size_t i) {
  constexpr std::size_t shortest_headline = 15;  // bytes
  const blocks::TextBlock& block = state.block(i);
  if (block.span_count == 0) return false;
  const std::size_t first_line = std::min(block.text.find('\n'), block.text.size());
  for (std::size_t s = block.first_span; s < block.first_span + block.span_count; ++s) {
    const blocks::InlineSpan& span = state.in.blocks.spans[s];
    if (span.kind == SpanKind::link && span.begin == 0) return span.end >= first_line && span.end >= shortest_headline;
  }
  return false;
}

/// Whether the block is a short line that another pass drops.
bool goes_by_itself(PassState& state, std::size_t i) {
  const std::string_view line = state.text(i);
  return line.size() <= longest_line && line.find('\n') == std::string_view::npos &&
         (is_command_row(state, i) || everyday_category(state, i) != Category::content);
}

/// Line by line up from the end, as long as all are short or of teasers; the topmost that opens a tail begins it.
Tail find_tail(PassState& state) {
  Tail tail;
  const std::size_t all = kept_bytes(state);
  auto room = static_cast<std::size_t>(greatest_share * static_cast<double>(all));
  std::size_t teasers = 0;  // bytes
  for (std::size_t i = state.size(); i-- > 0;) {
    const Choice& choice = state.out.choices[i];
    if (!choice.kept) continue;
    if (state.block(i).preformatted) return tail;
    if (state.is_text() && goes_by_itself(state, i)) continue;
    if (state.page_type == Verdict::article && is_teaser(state, i)) {
      teasers += choice.cut_end;
      // Where teasers are three quarters of what is kept, they are the text.
      if (4 * teasers > 3 * all) return tail;
      continue;
    }
    std::string_view rest = state.text(i).substr(0, choice.cut_end);
    while (!rest.empty()) {
      const std::size_t line_break = rest.rfind('\n');
      const std::size_t begin = line_break == std::string_view::npos ? 0 : line_break + 1;
      const std::string_view line = text::trim(rest.substr(begin));
      if (line.size() > longest_line || line.size() > room) return tail;
      room -= line.size();
      const Category category = opened_by(state, line);
      // A call to follow heads no teasers.
      if (category != Category::content && (teasers == 0 || category != Category::app_promo)) {
        tail = {i, begin, category};
      }
      rest = rest.substr(0, begin == 0 ? 0 : begin - 1);
    }
  }
  return tail;
}

}  // namespace

void cut_tail(PassState& state) {
  const Tail tail = find_tail(state);
  if (tail.category == Category::content) return;
  if (tail.begin == 0) {
    state.drop(tail.block, tail.category);
  } else {
    Choice& first = state.out.choices[tail.block];
    const std::string_view text = state.text(tail.block);
    const std::string_view kept = text::trim(text.substr(0, tail.begin));
    first.cut_end = static_cast<std::uint32_t>(kept.data() + kept.size() - text.data());
    first.cut_category = tail.category;
  }
  for (std::size_t i = tail.block + 1; i < state.size(); ++i) {
    if (state.out.choices[i].kept) state.drop(i, tail.category);
  }
}

}  // namespace pith::select
