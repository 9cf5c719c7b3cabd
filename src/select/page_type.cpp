// What kind of page it is, from its structure and its address. Coarse on purpose: a learned page-type classifier
// did not help the scores (training/decisions.md); this only steers conventions (are posts the article?).

#include <algorithm>

#include "select/passes/passes.hpp"
#include "text/text.hpp"

namespace pith::select {
namespace {

bool contains_word(std::string_view url, std::string_view word) {
  return url.find(word) != std::string_view::npos;
}

bool url_says_forum(std::string_view url) {
  static constexpr std::string_view words[] = {"/forum",     "forum.",  "forums.",     "viewtopic",
                                               "showthread", "/thread", "/questions/", "bbs.",
                                               "/bbs",       "tieba.",  "/comments/",  "/discussion"};
  return std::any_of(std::begin(words), std::end(words), [&](auto word) { return contains_word(url, word); });
}

bool url_says_documentation(std::string_view url) {
  static constexpr std::string_view words[] = {"docs.",       "/docs/",  "/doc/",       "/documentation",
                                               "readthedocs", "/manual", "/reference/", "developer."};
  return std::any_of(std::begin(words), std::end(words), [&](auto word) { return contains_word(url, word); });
}

bool url_says_product(std::string_view url) {
  static constexpr std::string_view words[] = {"/product/", "/products/", "/dp/", "/itm/", "/item/"};
  return std::any_of(std::begin(words), std::end(words), [&](auto word) { return contains_word(url, word); });
}

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

/// Whether the page says of itself, in schema.org's or Open Graph's words, that it is of this type.
bool declares(const page::Page& page, std::string_view type) {
  const auto says = [&](std::string_view text) { return text.find(type) != std::string_view::npos; };
  return std::any_of(page.json_ld.begin(), page.json_ld.end(), says) ||
         std::any_of(page.attributes.begin(), page.attributes.end(),
                     [&](const page::Attribute& attribute) {
                       return attribute.name == page::AttributeName::itemtype && says(attribute.value);
                     }) ||
         std::any_of(page.meta.begin(), page.meta.end(),
                     [&](const page::MetaTag& tag) { return tag.name == "og:type" && says(tag.content); });
}

/// Whether <meta name=generator> names a program that makes nothing but forums. `generator` is scratch.
bool made_by_forum_program(const page::Page& page, std::string& generator) {
  static constexpr std::string_view programs[] = {"discourse", "discuz",  "flarum",  "invision",  "mybb",    "nodebb",
                                                  "phpbb",     "phpwind", "vanilla", "vbulletin", "woltlab", "xenforo"};
  generator.clear();
  for (const page::MetaTag& tag : page.meta) {
    if (tag.name == "generator") text::append_folded(tag.content, generator);
  }
  return std::any_of(std::begin(programs), std::end(programs),
                     [&](std::string_view program) { return generator.find(program) != std::string::npos; });
}

bool is_forum(const PassState& state) {
  const page::Page& page = state.in.page;
  if (declares(page, "DiscussionForumPosting") || declares(page, "QAPage") ||
      made_by_forum_program(page, state.out.scratch.text)) {
    return true;
  }
  // Of the corpora's pages with two kinds of marks 94 are threads and 3 are not; half of the threads have four.
  constexpr std::size_t least_mark_kinds = 2;
  if (state.in.matches.thread_mark_kinds >= least_mark_kinds) return true;
  if (!url_says_forum(state.in.facts.url)) return false;
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
  if (url_says_product(state.in.facts.url)) return true;
  const auto any_of = [&](std::initializer_list<std::string_view> types) {
    return std::any_of(types.begin(), types.end(), [&](std::string_view type) { return declares(page, type); });
  };
  return any_of({"og:product", "\"Product\"", "schema.org/Product"}) &&
         !any_of({"Article\"", "schema.org/Article", "schema.org/NewsArticle", "BlogPosting"});
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
  } else if (url_says_documentation(url) || declares(state.in.page, "TechArticle")) {
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
