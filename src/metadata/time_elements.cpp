// <time datetime>, <abbr title>: dates for machines beside the text for readers.

#include "metadata/source.hpp"

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

}  // namespace

void read_time_elements(const Input& input, Answers& answers) {
  Metadata& out = answers.of(MetadataSource::time_element);
  Date unlabelled;
  for (const Mark& mark : input.marks.datetimes) {
    const Date date = machine_date(mark.value, input.dates);
    if (!date.known() || is_of_others(input.page, mark.node)) continue;
    switch (role_of_element(input, mark.node)) {
      case DateRole::published:
        set_once(out.published, date);
        break;
      case DateRole::modified:
        set_once(out.modified, date);
        break;
      case DateRole::unlabelled:
        set_once(unlabelled, date);
        break;
      case DateRole::other:
        break;
    }
  }
  set_once(out.published, unlabelled);
}

}  // namespace pith::metadata
