// <time datetime>, <abbr title>: dates for machines beside the text for readers.

#include "metadata/readers.hpp"

namespace pith::metadata {
namespace {

bool has(std::string_view text, std::string_view word) noexcept {
  return text.find(word) != std::string_view::npos;
}

/// What an element's own and its parent's class names, and the words before it, say of its date.
DateRole role_of_element(const Input& input, std::uint32_t node) {
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

void read_time_element(const Input& input, const Mark& mark, Metadata& out, Date& unlabelled) {
  const Date date = machine_date(mark.value, input.dates);
  if (!date.known() || is_of_others(input, mark.node)) return;
  switch (role_of_element(input, mark.node)) {
    case DateRole::published:
      return set_once(out.published, date);
    case DateRole::modified:
      return set_once(out.modified, date);
    case DateRole::unlabelled:
      return set_once(unlabelled, date);
    case DateRole::other:
      return;
  }
}

}  // namespace

void read_time_elements(const Input& input, Answers& answers) {
  Metadata& out = answers.of(MetadataSource::time_element);
  Date unlabelled;
  // Above the headline stand clocks and the dates of other articles too: those below go first.
  for (const bool below : {true, false}) {
    for (const Mark& mark : input.marks.datetimes) {
      if ((mark.node >= input.head.title_node) == below) read_time_element(input, mark, out, unlabelled);
    }
  }
  set_once(out.published, unlabelled);
}

}  // namespace pith::metadata
