// Boxes that markup names: readers' comments, letters, disclosures, dialogs, offers of a subscription. Scores see the
// names, but prose in such a box reads like the article's. The page's kind comes first: on forums the same boxes are
// the text, on product pages the reviews are.

#include <algorithm>
#include <string>
#include <vector>

#include "select/passes/signs.hpp"
#include "text/ascii.hpp"

namespace pith::select {
namespace {

struct Box {
  rules::AttributeGroups groups;
  Category category;
  double most_share;  ///< of the kept letters: a larger box is the article under a misleading name
};

constexpr Box boxes[] = {
    {rules::attribute_group("comment"), Category::comments, 0.75},
    {rules::attribute_group("newsletter"), Category::newsletter, 0.45},
    {rules::attribute_group("cookie"), Category::cookie_wall, 0.5},
    {rules::attribute_group("popup"), Category::site_chrome, 0.7},
    {rules::attribute_group("disclosure"), Category::disclaimer, 0.4},
};

/// Where the caller knows that the page is an article, these are beside it up to a larger share than elsewhere.
constexpr Box boxes_of_article[] = {
    {rules::attribute_group("comment"), Category::comments, 0.95},
    {rules::attribute_group("related"), Category::related, 0.5},
    {rules::attribute_group("hot"), Category::hot_topics, 0.5},
};

/// Of a discussion below an article. A post that is a fiftieth of its page asks readers to write the text.
constexpr double most_share_of_discussion = 0.98;

/// Letters that must remain outside: without an article the comments are the text.
constexpr double least_outside = 400;
constexpr double least_outside_cjk = 120;
/// Share of it that is enough where the markup names the article outside of the box.
constexpr double enough_of_article = 0.25;

/// Groups that any container of the page has by name: most pages lack most boxes.
rules::AttributeGroups groups_of_page(const PassState& state) {
  rules::AttributeGroups all = 0;
  for (const rules::AttributeGroups groups : state.in.matches.groups_by_name) all |= groups;
  return all;
}

/// "author-content" is what an author wrote.
constexpr rules::AttributeGroups text_groups = rules::attribute_groups({"content", "article", "main"});

/// Whether block `i` stands in an element for the article, by its tag or its name.
bool stands_in_article(const PassState& state, std::size_t i) {
  const auto& containers = state.in.blocks.containers;
  for (auto c = static_cast<std::int32_t>(state.block(i).container); c >= 0;
       c = containers[static_cast<std::size_t>(c)].parent) {
    const auto at = static_cast<std::size_t>(c);
    if (containers[at].tag == page::Tag::article || (state.in.matches.groups_by_name[at] & text_groups) != 0)
      return true;
  }
  return false;
}

/// Kept letters that the markup calls the article's, `beside` left out: blocks in order.
double letters_of_article(const PassState& state, const std::vector<std::uint32_t>& beside) {
  double letters = 0;
  auto next = beside.begin();
  for (std::uint32_t i = 0; i < state.size(); ++i) {
    if (next != beside.end() && *next == i) {
      ++next;
    } else if (state.out.choices[i].kept && stands_in_article(state, i)) {
      letters += state.block(i).letters;
    }
  }
  return letters;
}

/// Whether the element's id is made of the words that it begins with, as programs make those of headings and sections:
/// "how-mobile-apps-work". Such a name says what the text says.
bool is_named_by_its_words(const PassState& state, const blocks::Container& container) {
  constexpr std::size_t shortest_word = 3;
  constexpr std::size_t fewest_words = 2;
  constexpr std::size_t longest = 400;  // bytes: of a heading, and of what is made of it
  if (container.first_block == container.end_block) return false;
  std::string lowered(state.in.page.attribute(container.node, page::AttributeName::id));
  if (lowered.size() > longest) return false;
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), text::to_lower_ascii);
  std::string_view id = lowered;
  const std::string_view words = state.folded(container.first_block).substr(0, longest);
  std::size_t found = 0;
  while (!id.empty()) {
    const std::string_view word = id.substr(0, id.find_first_of("-_"));
    id.remove_prefix(std::min(word.size() + 1, id.size()));
    if (word.size() < shortest_word || word == "nbsp") continue;
    if (words.find(word) == std::string_view::npos) return false;
    ++found;
  }
  return found >= fewest_words;
}

/// Per block, whether it stands in such a box. A post that is sent as a letter is named for it as a whole
/// ("newsletter-post"): elements with the greater part of the text are no boxes of letters, but may hold some.
std::vector<bool> blocks_in(const PassState& state, const Box& box) {
  const auto& containers = state.in.blocks.containers;
  std::vector<std::uint64_t> before(state.size() + 1, 0);  // kept letters
  for (std::size_t i = 0; i < state.size(); ++i)
    before[i + 1] = before[i] + (state.out.choices[i].kept ? state.block(i).letters : 0U);
  const double most = box.category == Category::newsletter ? box.most_share * static_cast<double>(before.back())
                                                           : static_cast<double>(before.back());
  std::vector<bool> inside(state.size(), false);
  std::uint32_t covered = 0;
  for (std::size_t c = 0; c < containers.size(); ++c) {
    const blocks::Container& here = containers[c];
    const bool is_named = (state.in.matches.groups_by_name[c] & box.groups) != 0;
    const auto letters = static_cast<double>(before[here.end_block] - before[here.first_block]);
    if (!is_named || here.end_block <= covered || letters > most || is_named_by_its_words(state, here)) continue;
    for (std::uint32_t b = std::max(here.first_block, covered); b < here.end_block; ++b) inside[b] = true;
    covered = here.end_block;
  }
  return inside;
}

/// Whether the kept blocks in boxes of comments are a discussion below an article: what markup calls the article stands
/// before all of them, hardly anything else after the first, and more than one element with kept text is named for
/// comments. Such a discussion may be many times as long as the article. `outside`: kept letters that are in no box.
bool is_discussion_below(const PassState& state, const Box& box, const std::vector<std::uint32_t>& found,
                         double outside) {
  constexpr double least_article = 250;
  constexpr double least_article_cjk = 75;
  constexpr double least_before = 0.9;  // of the letters outside
  if (box.category != Category::comments || found.empty()) return false;
  const auto before = static_cast<double>(state.kept_letters(0, found.front()));
  const double least = state.cjk_share > mostly_cjk ? least_article_cjk : least_article;
  if (before < least_before * outside || letters_of_article(state, found) < least) return false;
  const auto& containers = state.in.blocks.containers;
  std::size_t named = 0;
  for (std::size_t c = 0; c < containers.size() && named < 2; ++c) {
    const bool is_named = (state.in.matches.groups_by_name[c] & box.groups) != 0;
    named += is_named && state.kept_letters(containers[c].first_block, containers[c].end_block) > 0 ? 1U : 0U;
  }
  return named > 1;
}

/// Elements of that name, none in another, in which something is kept.
std::size_t count_boxes(const PassState& state, const Box& box) {
  const auto& containers = state.in.blocks.containers;
  std::size_t count = 0;
  std::uint32_t covered = 0;
  for (std::size_t c = 0; c < containers.size(); ++c) {
    const blocks::Container& here = containers[c];
    if ((state.in.matches.groups_by_name[c] & box.groups) == 0 || here.first_block < covered) continue;
    covered = std::max(covered, here.end_block);
    count += state.kept_letters(here.first_block, here.end_block) > 0 ? 1U : 0U;
  }
  return count;
}

/// Answers below questions open by their names, too, which mislead: several boxes, where a dialog about consent is one.
/// Held out, pages of wcxb are up to .31 better and none is worse.
bool may_be_answers(const PassState& state, const Box& box, const std::vector<std::uint32_t>& found) {
  constexpr std::size_t fewest = 2;
  return box.groups == rules::attribute_group("popup") && is_sure_text(state, found) &&
         count_boxes(state, box) >= fewest;
}

void drop_box(PassState& state, const Box& box) {
  double all = 0;
  double inside = 0;
  std::vector<std::uint32_t> found;
  const std::vector<bool> is_inside = blocks_in(state, box);
  for (std::uint32_t i = 0; i < state.size(); ++i) {
    if (!state.out.choices[i].kept) continue;
    all += state.block(i).letters;
    if (static_cast<std::int32_t>(i) == state.out.title_block || !is_inside[i]) continue;
    inside += state.block(i).letters;
    found.push_back(i);
  }
  const bool may_be_text = box.category == Category::comments && !state.expects(Expect::article);
  const double enough = may_be_text ? (state.cjk_share > mostly_cjk ? least_outside_cjk : least_outside) : 0;
  const bool is_discussion = inside > box.most_share * all && is_discussion_below(state, box, found, all - inside);
  if (inside > (is_discussion ? most_share_of_discussion : box.most_share) * all) return;
  if (all - inside < enough && letters_of_article(state, found) < enough_of_article * enough) return;
  if (may_be_answers(state, box, found)) return;
  for (const std::uint32_t i : found) state.drop(i, box.category);
}

/// A box before which the reader is stopped. Its name alone says too little: what is shown of a paid article stands in
/// such boxes as well. A line in it that asks to log in or to subscribe decides.
void drop_wall(PassState& state, const blocks::Container& box) {
  constexpr double most_share = 0.5;  // of the kept letters
  double all = 0;
  double inside = 0;
  bool asks = false;
  for (std::uint32_t i = 0; i < state.size(); ++i) {
    const bool is_inside = i >= box.first_block && i < box.end_block;
    const Choice& choice = state.out.choices[i];
    asks = asks || (is_inside && !choice.kept &&
                    (choice.category == Category::login_wall || sign_of_boilerplate(state, i) == Category::login_wall));
    if (!choice.kept) continue;
    all += state.block(i).letters;
    if (is_inside) inside += state.block(i).letters;
  }
  if (!asks || inside > most_share * all) return;
  for (std::uint32_t i = box.first_block; i < box.end_block; ++i) {
    if (state.out.choices[i].kept) state.drop(i, Category::login_wall);
  }
}

void drop_walls(PassState& state) {
  constexpr std::size_t most_walls = 8;  // a page that is full of them means something else by the name
  std::vector<std::uint32_t> walls;
  std::uint32_t covered = 0;  // blocks before it are in a wall already
  const auto& containers = state.in.blocks.containers;
  for (std::uint32_t c = 0; c < containers.size(); ++c) {
    const bool is_wall = (state.in.matches.groups_by_name[c] & rules::attribute_group("wall")) != 0;
    if (!is_wall || containers[c].first_block < covered || containers[c].first_block == containers[c].end_block)
      continue;
    covered = containers[c].end_block;
    walls.push_back(c);
  }
  if (walls.size() > most_walls) return;
  for (const std::uint32_t c : walls) drop_wall(state, containers[c]);
}

/// Elements beside the text that are small where they are what their names say: a writer's life in a line, an appeal.
/// Larger ones, and many of a name, are as often parts of the article.
struct SmallBox {
  rules::AttributeGroups groups;
  Category category;
};
constexpr SmallBox small_boxes[] = {
    {rules::attribute_group("beside"), Category::other},
    {rules::attribute_group("app"), Category::app_promo},
};

/// Whether something of the box is kept, and not much.
bool is_small(const PassState& state, const blocks::Container& box, double all) {
  constexpr double most_letters = 400;
  constexpr double most_share = 0.15;  // of the kept letters
  constexpr std::uint32_t most_blocks = 6;
  const auto letters = static_cast<double>(state.kept_letters(box.first_block, box.end_block));
  std::uint32_t blocks = 0;
  for (std::uint32_t i = box.first_block; i < box.end_block; ++i) blocks += state.out.choices[i].kept ? 1U : 0U;
  return blocks > 0 && blocks <= most_blocks && letters <= most_letters && letters <= most_share * all;
}

void drop_small_boxes(PassState& state, const SmallBox& kind) {
  constexpr std::size_t most_boxes = 3;
  const auto all = static_cast<double>(state.kept_letters());
  std::vector<blocks::Container> found;
  std::uint32_t covered = 0;  // blocks before it are in such a box already
  const auto& containers = state.in.blocks.containers;
  for (std::size_t c = 0; c < containers.size(); ++c) {
    const rules::AttributeGroups groups = state.in.matches.groups_by_name[c];
    const bool is_named =
        (groups & kind.groups) != 0 && (groups & text_groups) == 0 && !is_named_by_its_words(state, containers[c]);
    if (!is_named || containers[c].first_block < covered || !is_small(state, containers[c], all)) continue;
    covered = containers[c].end_block;
    found.push_back(containers[c]);
  }
  if (found.size() > most_boxes) return;
  for (const blocks::Container& box : found) {
    for (std::uint32_t i = box.first_block; i < box.end_block; ++i) {
      const bool is_title = static_cast<std::int32_t>(i) == state.out.title_block;
      if (state.out.choices[i].kept && !is_title) state.drop(i, kind.category);
    }
  }
}

}  // namespace

void drop_named_boxes(PassState& state) {
  if (state.is_text() || state.page_type != Verdict::article) return;
  const rules::AttributeGroups named = groups_of_page(state);
  for (const Box& box : boxes) {
    if ((named & box.groups) != 0) drop_box(state, box);
  }
  if ((named & rules::attribute_group("wall")) != 0) drop_walls(state);
  for (const SmallBox& kind : small_boxes) {
    if ((named & kind.groups) != 0) drop_small_boxes(state, kind);
  }
  if (!state.expects(Expect::article)) return;
  for (const Box& box : boxes_of_article) {
    if ((named & box.groups) != 0) drop_box(state, box);
  }
}

}  // namespace pith::select
