// What kind of page it is, from its structure and its address. Coarse on purpose: a learned page-type classifier
// did not help the scores (scoring.md, "What did not help"); this only steers conventions (are posts the article?).

#include <algorithm>

#include "scoring/passes.hpp"

namespace pith::scoring {
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
  const auto& groups = state.in.matches.named;
  for (std::size_t c = 0; c < containers.size(); ++c) {
    const bool outermost_post = (groups[c] & forum) != 0 && containers[c].parent >= 0 &&
                                (groups[static_cast<std::size_t>(containers[c].parent)] & forum) == 0;
    if (outermost_post && containers[c].end_block - containers[c].first_block >= 3) ++posts;
  }
  return posts;
}

bool declares(const page::Page& page, std::string_view type) {
  const auto says = [&](std::string_view text) { return text.find(type) != std::string_view::npos; };
  return std::any_of(page.json_ld.begin(), page.json_ld.end(), says) ||
         std::any_of(page.meta.begin(), page.meta.end(),
                     [&](const page::MetaTag& tag) { return tag.name == "og:type" && says(tag.content); });
}

}  // namespace

void find_page_type(PassState& state) {
  const std::string_view url = state.in.facts.url;
  const bool forum_marks = count_posts(state, rules::attribute_group("forum")) >= 3;
  if (declares(state.in.page, "DiscussionForumPosting") || declares(state.in.page, "QAPage") ||
      (url_says_forum(url) && (forum_marks || state.is_text()))) {
    state.page_type = Verdict::forum;
  } else if (url_says_documentation(url) || declares(state.in.page, "TechArticle")) {
    state.page_type = Verdict::documentation;
  } else if (declares(state.in.page, "og:product") || declares(state.in.page, "\"Product\"") || url_says_product(url)) {
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
  if (state.size() == 0) {
    state.out.verdict = Verdict::not_a_page;
  } else if (kept_words == 0) {
    state.out.verdict = links >= links_of_a_listing ? Verdict::listing : Verdict::too_little_text;
  } else {
    state.out.verdict = state.page_type;
  }
}

}  // namespace pith::scoring
