// What kind of page it is, from its structure and its address. Coarse on purpose: it only steers conventions (are posts
// the article?); what the scores gain by a page's type the trees already have from its declared type and its address.

#include <algorithm>

#include "select/passes/passes.hpp"
#include "text/text.hpp"
#include "text/word_lists.hpp"

namespace pith::select {
namespace {

using text::WordList;
using text::words_of;

/// Containers of one group that hold prose of their own: posts.
std::size_t count_posts(const PassState& state, rules::AttributeGroups forum) {
  std::size_t posts = 0;
  const auto& containers = state.in.blocks.containers;
  const auto& groups = state.in.matches.groups_by_name;
  for (std::size_t c = 0; c < containers.size(); ++c) {
    const bool outermost_post = (groups[c] & forum) != 0 && containers[c].parent >= 0 &&
                                (groups[static_cast<std::size_t>(containers[c].parent)] & forum) == 0;
    if (outermost_post && containers[c].end_block - containers[c].first_block >= 3) ++posts;
  }
  return posts;
}

/// "Article" of "http://schema.org/Article".
std::string_view bare(std::string_view type) {
  return type.substr(std::min(type.find_last_of("/:#") + 1, type.size()));
}

/// Whether the page says of a thing on it, in schema.org's words, that it is of a type that `is_wanted`.
template <typename IsWanted>
bool declares(const page::Page& page, IsWanted is_wanted) {
  bool found = false;
  page.json_ld.for_each_string("@type", [&](std::string_view type) { found = found || is_wanted(bare(type)); });
  return found || std::any_of(page.attributes.begin(), page.attributes.end(), [&](const page::Attribute& attribute) {
           return attribute.name == page::AttributeName::itemtype && is_wanted(bare(attribute.value));
         });
}

/// What Open Graph calls a product, or a part of its name: "og:product", "product" alone being of shops and news alike.
bool is_open_graph_product(const page::Page& page) {
  return std::any_of(page.meta.begin(), page.meta.end(), [&](const page::MetaTag& tag) {
    return tag.name == "og:type" && tag.content.find("og:product") != std::string_view::npos;
  });
}

/// Whether <meta name=generator> names a program that makes nothing but forums. `generator` is scratch.
bool made_by_forum_program(const page::Page& page, std::string& generator) {
  generator.clear();
  for (const page::MetaTag& tag : page.meta) {
    if (tag.name == "generator") text::append_folded(tag.content, generator);
  }
  return !generator.empty() && words_of(WordList::forum_program).any_in(generator);
}

bool is_forum(const PassState& state) {
  const page::Page& page = state.in.page;
  if (declares(page, [](auto type) { return words_of(WordList::thread_type).has(type); }) ||
      made_by_forum_program(page, state.out.scratch.text)) {
    return true;
  }
  // Of the corpora's pages with two kinds of marks 94 are threads and 3 are not; half of the threads have four.
  constexpr std::size_t least_mark_kinds = 2;
  if (state.in.matches.thread_mark_kinds >= least_mark_kinds) return true;
  if (!words_of(WordList::forum_address).any_in(state.in.facts.url)) return false;
  return state.is_text() || count_posts(state, rules::attribute_group("forum")) >= 3;
}

/// Whether what is kept is mostly the way to other pages: a quarter of its letters are links. (Of 144 such pages of
/// wcxb 112 are listings or collections; in articles the median is 2 %.)
bool is_listing(const PassState& state) {
  constexpr double least_linked_share = 0.25;
  double letters = 0;
  double linked = 0;
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (!state.out.choices[i].kept) continue;
    const blocks::TextBlock& block = state.block(i);
    letters += block.letters;
    // A table of contents leads nowhere else.
    if (block.fragment_links < block.links) linked += block.linked_letters;
  }
  return letters > 0 && linked >= least_linked_share * letters;
}

/// Whether what is kept are teasers: most kept paragraphs stand under a heading that is a link.
bool is_row_of_teasers(const PassState& state) {
  constexpr std::size_t fewest = 5;
  constexpr std::uint32_t least_words = 8;
  std::size_t paragraphs = 0;
  std::size_t teasers = 0;
  const auto is_linked_heading = [&](std::size_t i) {
    return state.block(i).kind == BlockKind::heading && state.block(i).link_density() >= 0.8F;
  };
  for (std::size_t i = 2; i < state.size(); ++i) {
    if (!state.out.choices[i].kept || state.block(i).kind == BlockKind::heading) continue;
    if (state.block(i).word_count < least_words) continue;
    ++paragraphs;
    if (is_linked_heading(i - 1) || is_linked_heading(i - 2)) ++teasers;
  }
  return teasers >= fewest && 4 * teasers >= 3 * paragraphs;
}

/// Whether the page is about one thing for sale. News behind a paywall declares itself part of a "Product", too: the
/// subscription.
bool is_product(const PassState& state) {
  const page::Page& page = state.in.page;
  if (words_of(WordList::product_address).any_in(state.in.facts.url)) return true;
  const auto is_product = [](std::string_view type) { return type == "Product"; };
  const auto is_article = [](std::string_view type) {
    return words_of(WordList::article_type).any_of([&](auto end) { return type.ends_with(end); });
  };
  return (is_open_graph_product(page) || declares(page, is_product)) && !declares(page, is_article);
}

/// As the caller knows it; `article` for pages of which nothing is known.
Verdict type_of(Expect kind) {
  switch (kind) {
    case Expect::automatic:
    case Expect::article:
      break;
    case Expect::forum:
      return Verdict::forum;
    case Expect::product:
      return Verdict::product;
    case Expect::listing:
      return Verdict::listing;
    case Expect::documentation:
      return Verdict::documentation;
  }
  return Verdict::article;
}

}  // namespace

void find_page_type(PassState& state) {
  if (!state.expects(Expect::automatic)) {
    state.page_type = type_of(state.in.facts.expect);
    return;
  }
  const std::string_view url = state.in.facts.url;
  if (is_forum(state)) {
    state.page_type = Verdict::forum;
  } else if (words_of(WordList::documentation_address).any_in(url) ||
             declares(state.in.page, [](auto type) { return type == "TechArticle"; })) {
    state.page_type = Verdict::documentation;
  } else if (is_product(state)) {
    state.page_type = Verdict::product;
  }
}

void find_verdict(PassState& state) {
  std::size_t kept_words = 0;
  std::size_t links = 0;
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (state.out.choices[i].kept) kept_words += state.block(i).word_count;
    links += state.block(i).links;
  }
  // 30 linked blocks without an article: fewer are the menu of a page that is merely empty.
  constexpr std::size_t links_of_a_listing = 30;
  const bool may_be_listing = !state.expects(Expect::article);
  if (state.size() == 0) {
    state.out.verdict = Verdict::not_a_page;
  } else if (state.page_type == Verdict::removed || state.page_type == Verdict::blocked) {
    state.out.verdict = state.page_type;
  } else if (kept_words == 0) {
    state.out.verdict = may_be_listing && links >= links_of_a_listing ? Verdict::listing : Verdict::too_little_text;
  } else if (may_be_listing && state.page_type == Verdict::article && (is_listing(state) || is_row_of_teasers(state))) {
    state.out.verdict = Verdict::listing;
  } else {
    state.out.verdict = state.page_type;
  }
}

}  // namespace pith::select
