/// References to notes as a rendering tells them, where the article has them otherwise.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <pith/article.hpp>

#include "blocks/notes.hpp"
#include "text/ascii.hpp"

namespace pith::test {

/// A note is called as the first link is that surely refers to it: a raised one, or one in brackets. Links before it to
/// the same note may show another label, and in a rendering they are raised, too: it has the first one's label here.
/// Notes of one label are counted, but not those of which nothing is left.
inline void call_notes_by_first_reference(std::vector<Block>& blocks) {
  std::map<std::string, std::string> names;  // by the label
  std::map<std::string, int> counts;         // by what the first reference shows
  for (Block& block : blocks) {
    for (Span& span : block.spans) {
      if (span.kind != SpanKind::note) continue;
      const auto [known, is_new] = names.emplace(span.target, span.target);
      const std::string shown(
          blocks::note_label(std::string_view(block.text).substr(span.begin, span.end - span.begin)));
      if (is_new && !shown.empty()) known->second = shown + "-" + std::to_string(++counts[shown]);
      span.target = known->second;
    }
  }
}

/// Before it or after it; it takes the one before it, unless it stands with others in a mark.
inline void insert_space(Block& block, std::uint32_t at, const Span& reference) {
  const std::uint32_t end = reference.end;
  const bool is_taken = std::none_of(block.spans.begin(), block.spans.end(),
                                     [at, end](const Span& span) { return span.begin == at && span.end > end; });
  block.text.insert(at, " ");
  for (Span& span : block.spans) {
    const bool takes_space = &span == &reference && is_taken;
    if (span.begin >= at && !takes_space) ++span.begin;
    if (span.end > at) ++span.end;
  }
}

/// References without a link, as those to notes in the margin may be: HTML has links for them, whose edges part words.
inline void part_unlinked_references(std::vector<Block>& blocks) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_word = [](char c) { return text::is_ascii_letter(c) || text::is_ascii_digit(c); };
  const auto is_parted = [&](std::string_view text, std::size_t at) {
    if (at == 0 || at >= text.size() || !is_word(text[at - 1]) || !is_word(text[at]) || is_lower(text[at]))
      return false;
    const bool is_alone = at == 1 || !is_word(text[at - 2]);
    const bool is_word_itself = text[at - 1] == 'A' || text[at - 1] == 'I' || text[at - 1] == 'a';
    // A letter alone begins the word that it is right before.
    return !text::is_ascii_letter(text[at - 1]) || !is_alone || is_word_itself;
  };
  for (Block& block : blocks) {
    for (const Span& span : block.spans) {
      if (span.kind != SpanKind::note) continue;
      if (is_parted(block.text, span.end)) insert_space(block, span.end, span);
      if (is_parted(block.text, span.begin)) insert_space(block, span.begin, span);
    }
  }
}

}  // namespace pith::test
