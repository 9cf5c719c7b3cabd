// Labelled lines: kept lines that a phrase names as boilerplate, bylines that markup names, pointers to other articles.

#include <algorithm>
#include <array>
#include <string_view>

#include "measure/phrase_category.hpp"
#include "select/passes/signs.hpp"
#include "text/sentence.hpp"
#include "text/source_code.hpp"
#include "text/word_lists.hpp"

namespace pith::select {
namespace {

using namespace std::string_view_literals;

/// Of these single words are names of things ("Source files are built first."), while "Subscribe" and "Photo" are none.
constexpr rules::CategorySet named_by_things = {Category::source_line, Category::copyright, Category::navigation,
                                                Category::pagination, Category::site_chrome};

/// "Permissions of files can be preserved.": a sentence that begins with a word of labels, and goes on with a small
/// letter. `category` is what that word says.
bool is_sentence_on_things(const PassState& state, std::size_t i, Category category) {
  constexpr std::uint32_t fewest_words = 5;
  constexpr float least_score = 0.5F;
  if (!named_by_things.has(category) || state.block(i).word_count < fewest_words) return false;
  const std::string_view line = state.text(i);
  if (state.out.choices[i].model_score < least_score || !text::ends_with_mark(line, text::ends_of_short_blocks))
    return false;
  const std::size_t word = state.folded(i).find(' ');
  const rules::PhraseMatch& match = state.in.matches.lines[i][static_cast<std::size_t>(category)];
  const float phrase = match.share * static_cast<float>(state.folded(i).size());
  if (match.match == rules::Match::line || phrase > static_cast<float>(word) + 1) return false;
  const std::size_t blank = line.find(' ');
  if (blank == std::string_view::npos || blank + 1 >= line.size() || !text::is_ascii_letter(line[blank - 1]))
    return false;
  return line[blank + 1] >= 'a' && line[blank + 1] <= 'z';
}

/// A line that a phrase names as boilerplate, short enough that the phrase speaks for all of it.
bool is_labelled_boilerplate(const PassState& state, std::size_t i, Category category) {
  // 30 words: longer lines that begin like a notice are as often prose about it.
  constexpr float longest_label = 30;
  constexpr float sure_of_article = 0.97F;
  if (state.block(i).weighted_words() > longest_label) return category == Category::disclaimer;
  const bool may_be_heading = state.block(i).kind == BlockKind::heading;
  return !may_be_heading || state.out.choices[i].score < sure_of_article;
}

/// "Read more: The ferry": the heading of a list of other articles, a colon, and one of them. Within the text of a page
/// only links are such lines.
bool is_pointer(PassState& state, std::size_t i, bool below_text) {
  // 45 bytes: "You may also be interested in"; 15 CJK characters.
  constexpr std::size_t longest_heading = 45;
  constexpr float longest_headline = 30;  // weighted words
  const blocks::TextBlock& block = state.block(i);
  const bool may_be_plain = state.is_text() || below_text;
  const bool is_headline =
      block.link_density() >= 0.5F || (may_be_plain && !text::ends_with_mark(block.text, text::not_of_pointers));
  if (block.weighted_words() > longest_headline || !is_headline) return false;
  for (const std::string_view colon : {":", "\uFF1A", "|", "\uFF5C", "\u3011", "]"}) {
    const std::string_view heading = state.text(i).substr(0, longest_heading);
    const std::size_t at = heading.find(colon);
    if (at == std::string_view::npos) continue;
    const rules::LineMatches found = rules::match_line(state.in.rules, heading.substr(0, at), state.out.scratch.text);
    if (measure::list_headed_by(found) != Category::content) return true;
  }
  return false;
}

/// A short line in an element for authors or right below one: "By Jane Doe", in class "byline".
bool is_byline(const PassState& state, std::size_t i) {
  constexpr float longest_byline = 10;  // weighted words
  const blocks::TextBlock& block = state.block(i);
  if (state.is_text() || block.kind != BlockKind::paragraph || block.weighted_words() > longest_byline) return false;
  const auto& groups = state.in.matches.groups_by_name;
  const auto above = static_cast<std::size_t>(std::max(state.in.blocks.containers[block.container].parent, 0));
  const bool is_named = ((groups[block.container] | groups[above]) & rules::attribute_group("author")) != 0;
  return is_named && !text::ends_with_mark(block.text, text::ends_of_blocks);
}

/// What parts a role from a name.
constexpr std::array slashes{"/"sv, "\uFF0F"sv, "|"sv, "\uFF5C"sv, "\u4E28"sv};
constexpr std::array other_partings{":"sv, "\uFF1A"sv, " "sv, "\u3000"sv, "\u3011"sv};

template <std::size_t N>
bool has_any(std::string_view text, const std::array<std::string_view, N>& marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [text](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

/// Whether a line in Chinese, Japanese or Korean that begins with the name of a role is a credit: the name of a person
/// stands apart from it, as in "\u6587/\u738B\u5DDD". Folded text has no marks between such words, where "\u6587"
/// begins any line; and what a reporter asks or saw is a sentence.
bool is_credit(std::string_view line) {
  // 36 bytes: twelve characters.
  constexpr std::size_t longest_label = 36;
  const std::string_view label = line.substr(0, longest_label);
  return !text::ends_with_mark(line, text::ends_of_short_blocks) &&
         (has_any(label, slashes) || has_any(label, other_partings));
}

/// "\u6587/\u738B\u5DDD \u56FE/\u674E\u9752": who wrote and who took the pictures, as Chinese papers sign.
bool is_slashed_credit(std::string_view line) {
  constexpr std::size_t longest_credit = 60;
  if (line.size() > longest_credit || text::ends_with_mark(line, text::ends_of_blocks)) return false;
  return std::any_of(slashes.begin(), slashes.end(), [line](std::string_view mark) {
    const std::size_t at = line.find(mark);
    return at != std::string_view::npos && text::words_of(text::WordList::slashed_role).has(line.substr(0, at));
  });
}

/// Whether block `i` is an entry of a list whose entries before and after it are kept: what a phrase names is one of
/// the things that are listed.
bool is_among_kept_entries(const PassState& state, std::size_t i) {
  const auto list_of = [&state](std::size_t block) {
    const blocks::Container& container = state.in.blocks.containers[state.block(block).container];
    return container.tag == page::Tag::li ? container.parent : -1;
  };
  if (i == 0 || i + 1 >= state.size() || list_of(i) < 0) return false;
  return state.out.choices[i - 1].kept && state.out.choices[i + 1].kept && list_of(i - 1) == list_of(i) &&
         list_of(i + 1) == list_of(i);
}

/// "source files, and compiles them.": whether a line of plain text goes on with the sentence of the line above it,
/// which was wrapped.
bool goes_on_with_sentence(const PassState& state, std::size_t i) {
  constexpr std::size_t least_above = 40;  // bytes
  if (!state.is_text() || i == 0 || !state.out.choices[i - 1].kept) return false;
  const std::string_view line = state.text(i);
  const std::string_view above = state.text(i - 1);
  const bool may_go_on = !line.empty() && line.front() >= 'a' && line.front() <= 'z' && above.size() >= least_above &&
                         text::is_ascii_letter(above.back());
  return may_go_on && !state.block(i).blank_before && line.find(':') == std::string_view::npos;
}

/// `"source": "Weir",` is no label.
bool is_code_of_text(const PassState& state, std::size_t i) {
  return state.is_text() && text::is_code_line(state.text(i));
}

/// "More on that in a later post about engines.": a sentence, and no link to that post.
bool is_promise(const PassState& state, std::size_t i) {
  return !state.is_text() && state.block(i).link_density() < 0.5F &&
         text::ends_with_mark(state.text(i), text::not_of_pointers);
}

/// One of the first lines below the headline, where in plain text a menu stands above that: clean text begins with its
/// headline, and a date in it may be its own. In HTML the headline is a heading, and no prose stands between.
bool stands_below_title(const PassState& state, std::size_t i) {
  constexpr std::size_t reach = 3;
  constexpr std::size_t fewest_above = 3;
  if (state.out.title_block < 0) return false;
  const auto title = static_cast<std::size_t>(state.out.title_block);
  if (i <= title || i > title + reach) return false;
  if (state.is_text()) return title >= fewest_above;
  for (std::size_t above = title + 1; above < i; ++above) {
    if (state.is_prose(above)) return false;
  }
  return state.block(title).kind == BlockKind::heading && !state.is_undisputed;
}

/// What a line above or below the text is, when its place is half of the evidence: "Source: Reuters" and "END" may be
/// the text's own words within it. content: text. Below the text every name of a control or a box tells, "Share" as
/// "Advertisement".
Category named_by_place(PassState& state, std::size_t i, bool below_text) {
  if (is_byline(state, i)) return Category::credit_line;
  if (is_end_mark(state.text(i))) return Category::end_mark;
  if (is_slashed_credit(state.text(i))) return Category::credit_line;
  if (stands_below_title(state, i) && is_dated(state.text(i))) return Category::date_line;
  const Category alone = rules::named_alone(state.in.rules, state.folded(i));
  if (credits.has(alone)) return alone;
  if (state.is_text() && is_menu_line(state, i)) return Category::navigation;
  // Above more of a clean text it is a heading: "Education".
  const bool heads_text =
      state.is_undisputed && alone == Category::navigation && i + 1 < state.size() && state.out.choices[i + 1].kept;
  return below_text && !heads_text ? alone : Category::content;
}

}  // namespace

void drop_labelled_lines(PassState& state) {
  // In manuals, shop pages and above the end of a thread such lines ("Related", "Reply") are part of what is kept or
  // were scored low.
  const bool is_thread = state.page_type == Verdict::forum;
  if (!is_thread && state.page_type != Verdict::article) return;
  const ProseExtent prose = prose_extent(state);
  for (std::size_t i = is_thread ? prose.after_last(state.size()) : 0; i < state.size(); ++i) {
    if (!state.out.choices[i].kept || static_cast<std::int32_t>(i) == state.out.title_block) continue;
    const bool below_text = i > prose.last;
    if (is_pointer(state, i, below_text)) {
      state.drop(i, Category::related);
      continue;
    }
    Category category = measure::phrase_category(state.in.matches.lines[i]);
    // A lead may stand above the byline; from the second paragraph to the last, names are the text's own.
    const bool in_text = prose.second < i && i < prose.last;
    if (category == Category::content && !in_text && !is_thread) category = named_by_place(state, i, below_text);
    if (category == Category::content) continue;
    if (category == Category::credit_line && state.block(i).cjk_words > 0 && !is_credit(state.text(i))) continue;
    if (credits.has(category) && state.options.keep_credits) continue;
    if (goes_on_with_sentence(state, i) || is_code_of_text(state, i)) continue;
    if (is_sentence_on_things(state, i, category)) continue;
    if (is_among_kept_entries(state, i) || (category == Category::related && is_promise(state, i))) continue;
    if (is_labelled_boilerplate(state, i, category)) state.drop(i, category);
  }
}

}  // namespace pith::select
