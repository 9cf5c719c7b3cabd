// <time datetime>, <abbr title>: dates for machines beside the text for readers.

#include "metadata/calendars.hpp"
#include "metadata/readers.hpp"
#include "metadata/words.hpp"

namespace pith::metadata {
namespace {

bool has(std::string_view text, std::string_view word) noexcept {
  return text.find(word) != std::string_view::npos;
}

/// "<time class=published>Updated 5 May 2023</time>": what readers see counts.
bool is_labelled_modified(const Input& input, std::uint32_t node) {
  const std::string text = text_of(input.page, node, 60);
  const FoundWord word = words().dates.at(text, 0);
  return word.kind == WordKind::modified;
}

/// What an element's own and its parent's class names, and the words before it, say of its date.
DateRole role_of_element(const Input& input, std::uint32_t node) {
  if (is_labelled_modified(input, node)) return DateRole::modified;
  for (int above = 0; above < 2 && node != 0; ++above, node = input.page.nodes[node].parent) {
    const std::string_view classes = input.page.attribute(node, page::AttributeName::class_);
    const std::string_view itemprop = input.page.attribute(node, page::AttributeName::itemprop);
    const bool published = has(classes, "publish") || has(classes, "entry-date") || has(itemprop, "datePublished");
    if (published) return DateRole::published;
    if (has(classes, "updated") || has(classes, "modified") || has(itemprop, "dateModified")) return DateRole::modified;
    // "Updated: <time>" in one element, with no other date before it.
    if (input.page.nodes[node].subtree_end - node > 12) break;
    const std::string text = text_of(input.page, node, 60);
    DateTokens tokens;
    read_tokens(std::string_view(text).substr(0, 60), tokens);
    for (const DateToken& token : tokens) {
      if (token.kind == TokenKind::number) break;
      if (token.is(WordKind::modified)) return DateRole::modified;
      if (token.is(WordKind::other_date)) return DateRole::other;
    }
  }
  return DateRole::unlabelled;
}

/// Whether the element stands in a link that says more than the day: the teaser of another article.
bool is_in_teaser(const Input& input, std::uint32_t node) {
  constexpr int farthest = 4;
  constexpr std::size_t longest_rest = 24;   // bytes: "Posted on", an icon's name
  constexpr std::uint32_t most_nodes = 100;  // of a link around a day
  const page::Page& page = input.page;
  std::uint32_t n = node;
  for (int above = 0; above < farthest && n != 0; ++above, n = page.nodes[n].parent) {
    if (page.nodes[n].tag != page::Tag::a) continue;
    return page.nodes[n].subtree_end - n > most_nodes ||
           text_of(page, n, 200).size() > text_of(page, node, 200).size() + longest_rest;
  }
  return false;
}

/// Whether a line between headline and text tells another day.
bool is_told_below(const Input& input, const Date& date) {
  constexpr std::uint32_t longest = 70;  // letters
  const auto& blocks = input.blocks.blocks;
  for (std::size_t i = input.head.title + 1; i < input.head.text && i < blocks.size(); ++i) {
    if (blocks[i].letters > longest) continue;
    for (const FoundDate& found : find_dates(blocks[i].text, input.dates)) {
      const bool of_article = found.role == DateRole::published || found.role == DateRole::unlabelled;
      if (of_article && !is_same_day(found.date, date)) return true;
    }
  }
  return false;
}

/// Days that no label tells of.
struct Unlabelled {
  Date above;  ///< of the first paragraph
  DaysBelow below;
};

void read_time_element(const Input& input, const Mark& mark, Metadata& out, Unlabelled& unlabelled) {
  const Date date = machine_date(mark.value, input.dates);
  if (!date.known() || is_of_others(input, mark.node) || is_in_teaser(input, mark.node)) return;
  switch (role_of_element(input, mark.node)) {
    case DateRole::published:
      return set_once(out.published, date);
    case DateRole::modified:
      return set_once(out.modified, date);
    case DateRole::unlabelled:
      if (is_on_card(input, mark.node)) return;
      if (is_below_text(input, mark.node)) return unlabelled.below.add(date);
      return set_once(unlabelled.above, date);
    case DateRole::other:
      return;
  }
}

}  // namespace

void read_time_elements(const Input& input, Answers& answers) {
  Metadata& out = answers.of(MetadataSource::time_element);
  Unlabelled unlabelled;
  bool is_known_below = false;
  // Above the headline stand clocks and the dates of other articles too: those below go first.
  for (const bool below : {true, false}) {
    for (const Mark& mark : input.marks.datetimes) {
      if ((mark.node >= input.head.title_node) == below) read_time_element(input, mark, out, unlabelled);
    }
    if (below) is_known_below = unlabelled.above.known();
  }
  if (!is_known_below) set_once(out.published, unlabelled.below.only());
  // A clock.
  if (!is_known_below && unlabelled.above.known() && is_told_below(input, unlabelled.above)) return;
  set_once(out.published, unlabelled.above);
}

}  // namespace pith::metadata
