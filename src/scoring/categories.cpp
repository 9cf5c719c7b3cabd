// Names for what was dropped: by the line's own words, else the section it stands in, else its element, else its shape.

#include <algorithm>

#include "scoring/passes.hpp"

namespace pith::scoring {
namespace {

struct GroupCategory {
  rules::AttributeGroups group;
  Category category;
};

/// What the attribute groups (data/attributes.tsv) say, the surer ones first.
constexpr GroupCategory group_categories[] = {
    {rules::attribute_group("cookie"), Category::cookie_wall},
    {rules::attribute_group("comment"), Category::comments},
    {rules::attribute_group("share"), Category::share},
    {rules::attribute_group("related"), Category::related},
    {rules::attribute_group("crumb"), Category::breadcrumb},
    {rules::attribute_group("newsletter"), Category::newsletter},
    {rules::attribute_group("page"), Category::pagination},
    {rules::attribute_group("promo"), Category::advertisement},
    {rules::attribute_group("legal"), Category::disclaimer},
    {rules::attribute_group("nav"), Category::navigation},
    {rules::attribute_group("account"), Category::login_wall},
    {rules::attribute_group("author"), Category::credit_line},
    {rules::attribute_group("date"), Category::date_line},
    {rules::attribute_group("caption"), Category::caption},
    {rules::attribute_group("tagcat"), Category::navigation},
    {rules::attribute_group("search"), Category::site_chrome},
    {rules::attribute_group("lang"), Category::site_chrome},
    {rules::attribute_group("footer"), Category::copyright},
    {rules::attribute_group("header"), Category::site_chrome},
    {rules::attribute_group("sidebar"), Category::related},
    {rules::attribute_group("filter"), Category::navigation},
    {rules::attribute_group("toc"), Category::navigation},
    {rules::attribute_group("popup"), Category::site_chrome},
    {rules::attribute_group("review"), Category::comments},
};

Category category_of_tag(page::Tag tag) {
  if (tag == page::Tag::nav || tag == page::Tag::menu) return Category::navigation;
  if (tag == page::Tag::footer) return Category::copyright;
  if (tag == page::Tag::header || tag == page::Tag::dialog) return Category::site_chrome;
  if (tag == page::Tag::aside) return Category::related;
  if (tag == page::Tag::figcaption) return Category::caption;
  return Category::content;
}

Category category_of_groups(rules::AttributeGroups groups) {
  if (groups == 0) return Category::content;
  for (const GroupCategory& row : group_categories) {
    if ((groups & row.group) != 0) return row.category;
  }
  return Category::content;
}

/// Per container, the category that it or the nearest container above gives; top-down over the preorder array.
std::vector<Category> container_categories(const PassState& state) {
  const auto& containers = state.in.blocks.containers;
  std::vector<Category> found(containers.size(), Category::content);
  for (std::size_t c = 1; c < containers.size(); ++c) {
    found[c] = category_of_groups(state.in.matches.named[c]);
    if (found[c] == Category::content) found[c] = category_of_tag(containers[c].tag);
    if (found[c] == Category::content && containers[c].parent >= 0) {
      found[c] = found[static_cast<std::size_t>(containers[c].parent)];
    }
  }
  return found;
}

/// A line that announces a section: what follows it belongs to it.
Category announced_section(const PassState& state, std::size_t i) {
  const rules::LineMatches& matches = state.in.matches.lines[i];
  for (std::size_t c = 0; c < matches.size(); ++c) {
    const bool whole = matches[c].match == rules::Match::line;
    if (matches[c].heading && whole) return static_cast<Category>(c);
  }
  return Category::content;
}

/// Whether a section announced at block `from` still holds at block `i`: in HTML while both share a container near the
/// announcement, in text until something else is announced or kept.
bool section_holds(const PassState& state, std::size_t from, std::size_t i) {
  if (state.is_text()) return true;
  const auto& containers = state.in.blocks.containers;
  auto c = static_cast<std::size_t>(state.block(from).container);
  // Up to the nearest container that holds more than the announcement itself, and one further.
  for (int up = 0; up < 6 && containers[c].parent >= 0; ++up) {
    if (containers[c].end_block - containers[c].first_block >= 3) break;
    c = static_cast<std::size_t>(containers[c].parent);
  }
  return i < containers[c].end_block;
}

Category category_of_shape(const PassState& state, std::size_t i, std::size_t first_kept, std::size_t last_kept) {
  const blocks::TextBlock& block = state.block(i);
  const bool is_link = block.link_density() > 0.6F;
  if (i < first_kept) return is_link ? Category::navigation : Category::site_chrome;
  if (i > last_kept) return is_link || is_prose(block) ? Category::related : Category::other;
  return is_link ? Category::related : Category::other;
}

}  // namespace

void name_dropped_blocks(PassState& state) {
  const std::vector<Category> by_container = container_categories(state);
  std::size_t first_kept = state.size();
  std::size_t last_kept = 0;
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (!state.out.choices[i].kept) continue;
    first_kept = std::min(first_kept, i);
    last_kept = i;
  }
  Category section = Category::content;
  std::size_t announced_at = 0;
  for (std::size_t i = 0; i < state.size(); ++i) {
    Choice& choice = state.out.choices[i];
    if (choice.kept) {
      choice.category = Category::content;
      section = Category::content;
      continue;
    }
    if (const Category announced = announced_section(state, i); announced != Category::content) {
      section = announced;
      announced_at = i;
    }
    if (choice.category != Category::content) continue;  // a pass above has named it
    if (section != Category::content && !section_holds(state, announced_at, i)) section = Category::content;
    Category category = phrase_category(state.in.matches.lines[i]);
    if (category == Category::content) category = section;
    if (category == Category::content) category = by_container[state.block(i).container];
    if (category == Category::content && state.block(i).hidden != 0) category = Category::hidden;
    if (category == Category::content) category = category_of_shape(state, i, first_kept, last_kept);
    choice.category = category;
  }
}

}  // namespace pith::scoring
