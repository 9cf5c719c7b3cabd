// Names for what was dropped: by the line's own words, else the section it stands in, else its element, else its shape.

#include <algorithm>
#include <bit>

#include "measure/phrase_category.hpp"
#include "measure/prose.hpp"
#include "select/passes/passes.hpp"

namespace pith::select {
namespace {

Category category_of_tag(page::Tag tag) {
  if (tag == page::Tag::nav || tag == page::Tag::menu) return Category::navigation;
  if (tag == page::Tag::footer) return Category::copyright;
  if (tag == page::Tag::header || tag == page::Tag::dialog) return Category::site_chrome;
  if (tag == page::Tag::aside) return Category::related;
  if (tag == page::Tag::figcaption) return Category::caption;
  return Category::content;
}

/// Names that say what a thing is, rather than where on the page it stands.
constexpr rules::CategorySet specific = {Category::cookie_wall, Category::comments,      Category::hot_topics,
                                         Category::app_promo,   Category::share,         Category::related,
                                         Category::newsletter,  Category::advertisement, Category::disclaimer};

/// What the words of block `i` say; of a long one, those of its beginning. Links are headlines: what they speak of is
/// not what they are, unless the word is half of the line.
Category subject_of(const PassState& state, std::size_t i) {
  const bool is_link = state.block(i).link_density() >= 0.5F;
  const std::string_view line = state.folded(i);
  if (!line.empty()) {
    const Category subject = state.in.rules.category_words.spoken_of_in(line, is_link ? (line.size() + 1) / 2 : 0);
    const bool has_sign = state.text(i).find("\u00A9") != std::string_view::npos;  // no folded line has signs
    return subject == Category::content && has_sign ? Category::copyright : subject;
  }
  if (is_link) return Category::content;
  const std::size_t end = text::code_point_end(state.text(i), measure::longest_folded / 2);
  std::string folded;
  text::append_folded(state.text(i).substr(0, end), folded);
  return state.in.rules.category_words.spoken_of_in(folded);
}

/// What a line says of itself.
struct OwnWords {
  Category phrase = Category::content;   ///< that it is or begins with
  Category subject = Category::content;  ///< subject_of()

  /// A "kind notice" that asks to follow an account is a promotion.
  [[nodiscard]] Category name() const {
    const bool is_promotion = phrase == Category::disclaimer && subject == Category::app_promo;
    return phrase != Category::content && !is_promotion ? phrase : subject;
  }
};

/// What the pass knows of the page. Indices of all vectors but `by_container` are blocks.
struct Naming {
  std::vector<Category> by_container;
  std::vector<rules::CommentMark> marks;
  std::vector<OwnWords> words;               ///< of what was dropped
  std::vector<bool> among_comments;          ///< between the controls of comments
  std::vector<bool> among_promos;            ///< between calls to follow an account
  std::vector<bool> in_share_row;            ///< a button to share with, beside another one
  std::vector<std::string_view> kept_texts;  ///< sorted
  std::size_t first_kept = 0;
  std::size_t last_kept = 0;
  Category section = Category::content;  ///< that the current block stands in
  std::size_t announced_at = 0;
};

/// Sums over the blocks before each one.
struct Sums {
  std::vector<std::uint32_t> kept;
  std::vector<std::uint32_t> words;
};

Sums sums_of(const PassState& state) {
  Sums sums{std::vector<std::uint32_t>(state.size() + 1, 0), std::vector<std::uint32_t>(state.size() + 1, 0)};
  for (std::size_t i = 0; i < state.size(); ++i) {
    sums.kept[i + 1] = sums.kept[i] + (state.out.choices[i].kept ? 1 : 0);
    sums.words[i + 1] = sums.words[i] + state.block(i).word_count;
  }
  return sums;
}

/// Sum over the blocks of the container.
std::uint32_t sum_in(const blocks::Container& container, const std::vector<std::uint32_t>& before) {
  return before[container.end_block] - before[container.first_block];
}

/// What the class of the container says of what was dropped in it.
Category category_of_class(const PassState& state, std::size_t c, std::uint32_t words) {
  const Category own = rules::category_of_groups(state.in.rules, state.in.matches.groups_by_name[c]);
  // 120 words: buttons, a code to scan and what it is good for. Longer ones hold the stories of the account.
  constexpr std::uint32_t most_words = 120;
  const bool is_small = own == Category::share || own == Category::app_promo;
  return is_small && words > most_words ? Category::content : own;
}

/// Per container, the category of its name or of a container above it; top-down over the preorder array.
std::vector<Category> container_categories(const PassState& state) {
  const Sums before = sums_of(state);
  const auto& containers = state.in.blocks.containers;
  std::vector<Category> found(containers.size(), Category::content);
  for (std::size_t c = 1; c < containers.size(); ++c) {
    // Where a block was kept, the name says nothing about those that were dropped.
    if (sum_in(containers[c], before.kept) > 0) continue;
    Category own = category_of_class(state, c, sum_in(containers[c], before.words));
    if (own == Category::content) own = category_of_tag(containers[c].tag);
    const std::int32_t parent = containers[c].parent;
    const Category above = parent < 0 ? Category::content : found[static_cast<std::size_t>(parent)];
    const bool is_code = (state.in.matches.groups_by_name[c] & rules::attribute_group("scan")) != 0;
    // Within comments, authors and "like" buttons are comments too; within a list of links, its footer is the list's;
    // a code to scan among buttons to share with is to share.
    const bool inherits = own == Category::content || above == Category::comments ||
                          (above == Category::share && is_code) || (specific.has(above) && !specific.has(own));
    found[c] = inherits ? above : own;
  }
  return found;
}

/// Blocks between controls of comments ("Reply", "Report") that follow each other closely: names, times, texts.
std::vector<bool> blocks_among_comments(const PassState& state, const std::vector<rules::CommentMark>& marks) {
  // 6 blocks: a comment of a few paragraphs with name, place and time.
  constexpr std::size_t longest_comment = 6;
  std::vector<bool> among(marks.size(), false);
  std::size_t last = marks.size();
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (state.out.choices[i].kept) last = marks.size();
    if (marks[i] != rules::CommentMark::controls || state.out.choices[i].kept) continue;
    const bool follows = last != marks.size() && i - last <= longest_comment;
    for (std::size_t k = follows ? last : i; follows && k <= i; ++k) among[k] = true;
    last = i;
  }
  return among;
}

/// Short lines without a name of their own between two calls to follow an account: what it is called, what it is about.
std::vector<bool> blocks_among_promos(const PassState& state, const std::vector<OwnWords>& words) {
  // 8 blocks: the commands that an account understands, a line each.
  constexpr std::size_t most_between = 8;
  std::vector<bool> among(words.size(), false);
  std::size_t last = words.size();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Category own = words[i].name();
    const bool is_foreign = own == Category::content && (state.is_prose(i) || state.block(i).link_density() > 0.5F);
    if (own == Category::app_promo && last != words.size() && i - last <= most_between + 1) {
      for (std::size_t k = last + 1; k < i; ++k) among[k] = true;
    }
    if (own == Category::app_promo) last = i;
    if (state.out.choices[i].kept || is_foreign || (own != Category::content && own != Category::app_promo))
      last = words.size();
  }
  return among;
}

/// Buttons to share the page with, two and more in a row. The one button of a comment stands alone.
std::vector<bool> blocks_in_share_rows(const PassState& state, const std::vector<OwnWords>& words) {
  constexpr float most_words = 6;
  const auto is_button = [&](std::size_t i) {
    return words[i].name() == Category::share && state.block(i).weighted_words() <= most_words;
  };
  std::vector<bool> in_row(words.size(), false);
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (is_button(i - 1) && is_button(i)) in_row[i - 1] = in_row[i] = true;
  }
  return in_row;
}

Naming make_naming(const PassState& state) {
  Naming naming;
  naming.by_container = container_categories(state);
  naming.first_kept = state.size();
  for (std::size_t i = 0; i < state.size(); ++i) {
    naming.marks.push_back(state.in.rules.category_words.comment_mark(state.folded(i)));
    naming.words.emplace_back();
    if (!state.out.choices[i].kept) {
      naming.words[i] = {measure::phrase_category(state.in.matches.lines[i]), subject_of(state, i)};
      continue;
    }
    naming.first_kept = std::min(naming.first_kept, i);
    naming.last_kept = i;
    naming.kept_texts.push_back(state.text(i));
  }
  naming.among_comments = blocks_among_comments(state, naming.marks);
  naming.among_promos = blocks_among_promos(state, naming.words);
  naming.in_share_row = blocks_in_share_rows(state, naming.words);
  std::sort(naming.kept_texts.begin(), naming.kept_texts.end());
  return naming;
}

/// A line that announces a section: what follows it belongs to it.
Category announced_section(const PassState& state, const Naming& naming, std::size_t i) {
  const Category by_words =
      state.is_prose(i) ? Category::content : state.in.rules.category_words.announced_by(state.folded(i));
  if (by_words == Category::comments || naming.marks[i] == rules::CommentMark::controls) return Category::comments;
  const rules::FoundMatches matches = state.in.matches.lines[i];
  for (std::uint32_t found = matches.found; found != 0; found &= found - 1) {
    const auto c = static_cast<std::size_t>(std::countr_zero(found));
    const bool whole = matches[c].match == rules::Match::line;
    if (matches[c].heading && whole) return static_cast<Category>(c);
  }
  return by_words;
}

/// Whether a section of plain text announced at block `from` still holds at block `i`. Something else that is announced
/// or kept ends it anyway.
bool line_section_holds(const PassState& state, const Naming& naming, std::size_t from, std::size_t i) {
  const Category section = naming.section;
  // 12 lines: comments longer than that have controls between them.
  if (section == Category::comments) return i - from <= 12;
  // 27 bytes: nine CJK characters. No headline is that short, but the heading of a list without a phrase is.
  const bool is_heading = state.text(i).size() <= 27 && state.block(i).cjk_words >= 3 && i - from >= 4;
  return section != Category::hot_topics || !is_heading;
}

/// Whether the section announced at block `from` still holds at block `i`: in HTML while both share a container near
/// the announcement.
bool section_holds(const PassState& state, const Naming& naming, std::size_t from, std::size_t i) {
  if (state.is_text()) return line_section_holds(state, naming, from, i);
  const auto& containers = state.in.blocks.containers;
  auto c = static_cast<std::size_t>(state.block(from).container);
  // Up to the nearest container that holds more than the announcement itself, and one further.
  for (int up = 0; up < 6 && containers[c].parent >= 0; ++up) {
    if (containers[c].end_block - containers[c].first_block >= 3) break;
    c = static_cast<std::size_t>(containers[c].parent);
  }
  return i < containers[c].end_block;
}

/// The last resort: a line's links, length and place.
Category category_of_shape(const PassState& state, const Naming& naming, std::size_t i) {
  const blocks::TextBlock& block = state.block(i);
  const bool is_link = block.link_density() > 0.6F;
  if (i < naming.first_kept) return is_link ? Category::navigation : Category::site_chrome;
  // 6 words: headlines of other articles; in plain text nothing tells that they are links.
  constexpr float least_words_of_headline = 6;
  const bool is_headline = state.is_text() && block.weighted_words() >= least_words_of_headline;
  if (is_link || is_headline || (i > naming.last_kept && measure::is_prose(block))) return Category::related;
  return Category::other;
}

/// Names given to lines of a comment by their words, which the comment around them overrules.
constexpr rules::CategorySet yields_to_comments = {Category::content,   Category::login_wall, Category::share,
                                                   Category::date_line, Category::navigation, Category::hot_topics};

/// Begins or ends the section at block `i`.
void enter_section(const PassState& state, Naming& naming, std::size_t i) {
  const bool over = naming.section != Category::content && !section_holds(state, naming, naming.announced_at, i);
  if (over || state.out.choices[i].kept) naming.section = Category::content;
  if (state.out.choices[i].kept) return;
  const Category announced = announced_section(state, naming, i);
  if (announced == Category::content) return;
  naming.section = announced;
  naming.announced_at = i;
}

/// A short line that ends in a domain, as the logo text "Herald WWW.HERALD.EXAMPLE" does.
bool ends_in_domain(std::string_view text) {
  // 48 bytes: longer lines are sentences that name a site.
  constexpr std::size_t longest_logo = 48;
  if (text.size() > longest_logo || text.find("://") != std::string_view::npos) return false;
  std::size_t at = text.size();
  while (at > 0 && text::is_ascii_letter(text[at - 1])) --at;
  return text.size() - at >= 2 && at >= 2 && text[at - 1] == '.' && text::is_ascii_letter(text[at - 2]);
}

/// The category of block `i`, given the section it stands in.
Category name_block(const PassState& state, const Naming& naming, std::size_t i) {
  const Category by_container = naming.by_container[state.block(i).container];
  const bool announced_comments = naming.among_comments[i] || naming.section == Category::comments;
  if (!announced_comments && state.in.rules.category_words.is_share_bar(state.folded(i))) return Category::share;
  const bool in_comments = announced_comments || by_container == Category::comments;
  const OwnWords& words = naming.words[i];
  // Buttons to share with stand in the box for a comment, not in a comment.
  const bool is_share_button = (naming.in_share_row[i] && !naming.among_comments[i]) ||
                               (!announced_comments && words.subject == Category::share);
  if (in_comments && !is_share_button && yields_to_comments.has(words.phrase)) return Category::comments;
  if (words.name() != Category::content) return words.name();
  if (naming.among_promos[i]) return Category::app_promo;
  if (is_end_mark(state.text(i))) return Category::end_mark;
  if (ends_in_domain(state.text(i))) return Category::site_chrome;
  if (naming.section != Category::content) return naming.section;
  if (specific.has(by_container)) return by_container;
  const Category alone = rules::named_alone(state.in.rules, state.folded(i));
  if (alone != Category::content) return alone;
  const Category by_shape = category_of_shape(state, naming, i);
  if (by_shape == Category::related && state.block(i).weighted_words() >= 4) return by_shape;
  if (by_container != Category::content) return by_container;
  return state.block(i).hidden != 0 ? Category::hidden : by_shape;
}

/// A copy of a block that was dropped as well is no duplicate of anything that the reader sees.
bool keeps_its_name(const PassState& state, const Naming& naming, std::size_t i) {
  const Choice& choice = state.out.choices[i];
  if (choice.category != Category::duplicate || !state.is_decided_by(i, by_copies)) {
    return choice.category != Category::content;
  }
  return std::binary_search(naming.kept_texts.begin(), naming.kept_texts.end(), state.text(i));
}

}  // namespace

void name_dropped_blocks(PassState& state) {
  const Options& options = state.options;
  if (!options.keep_dropped && !options.keep_comments && !options.keep_credits) {
    // Nobody will see the names.
    for (Choice& choice : state.out.choices) {
      if (choice.kept && choice.category != Category::caption) choice.category = Category::content;
    }
    return;
  }
  Naming naming = make_naming(state);
  for (std::size_t i = 0; i < state.size(); ++i) {
    Choice& choice = state.out.choices[i];
    if (choice.kept && choice.category != Category::caption) choice.category = Category::content;
    enter_section(state, naming, i);
    if (choice.kept || keeps_its_name(state, naming, i)) continue;
    choice.category = name_block(state, naming, i);
  }
}

}  // namespace pith::select
