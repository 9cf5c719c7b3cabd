// Elements that class names call author, byline or date: vcards, hentries and their kin.

#include <algorithm>
#include <array>

#include "core/recent.hpp"
#include "metadata/readers.hpp"
#include "metadata/title_parts.hpp"
#include "text/ascii.hpp"
#include "text/text.hpp"
#include "text/word_lists.hpp"

namespace pith::metadata {
namespace {

/// What a class list says of its element.
struct Meaning {
  bool author = false;
  bool name = false;  ///< "fn" of a vcard: nothing but the name
  bool date = false;
  bool modified = false;
  bool updated = false;  ///< of an hentry: its day, of whatever kind
  bool other = false;    ///< of a reader's words, a picture, a box about a person
};

void add_word(std::string_view word, Meaning& meaning) noexcept {
  meaning.updated = meaning.updated || word == "updated";
  const auto is_in = [word](text::WordList list) { return text::words_of(list).has(word); };
  meaning.name = meaning.name || word == "fn";
  meaning.author = meaning.author || is_in(text::WordList::author_class);
  meaning.modified = meaning.modified || is_in(text::WordList::modified_class);
  meaning.date = meaning.date || is_in(text::WordList::date_class);
  meaning.other = meaning.other || is_in(text::WordList::no_byline_class);
}

/// What the words of a class list say; words end where letters do, and where a capital follows a small letter.
Meaning meaning_of(std::string_view classes) noexcept {
  Meaning meaning;
  std::array<char, 16> word{};
  std::size_t length = 0;  // of words too long for the array too
  bool after_small = false;
  for (std::size_t i = 0; i <= classes.size(); ++i) {
    const char c = i < classes.size() ? classes[i] : ' ';
    const bool capital = c >= 'A' && c <= 'Z';
    const bool small = c >= 'a' && c <= 'z';
    if ((!small && !capital) || (capital && after_small)) {
      if (length > 0 && length <= word.size()) add_word({word.data(), length}, meaning);
      length = 0;
    }
    if (small || capital) {
      if (length < word.size()) word[length] = text::to_lower_ascii(c);
      ++length;
    }
    after_small = small;
  }
  return meaning.other ? Meaning{} : meaning;
}

/// What accounts of Chinese platforms call themselves: a few characters, and nothing else in the element.
bool is_account_name(std::string_view text) {
  constexpr std::size_t longest = 36;
  std::size_t at = 0;
  const bool cjk = !text.empty() && (text::class_of(text::next_code_point(text, at)) & text::is_cjk) != 0;
  const bool plain =
      text.find_first_of("\n 0123456789:/|") == std::string_view::npos && text.find("\uFF1A") == std::string_view::npos;
  return cjk && plain && text.size() >= 6 && text.size() <= longest && !is_account(text);
}

/// Whether a headline stands within: the element is the card of another article.
bool holds_headline(const page::Page& page, std::uint32_t node) {
  constexpr std::uint32_t most_nodes = 100;  // of a card
  constexpr int most_words_of_name = 5;      // "About the author: Jane Doe"
  const std::uint32_t end = std::min(page.nodes[node].subtree_end, node + most_nodes);
  for (std::uint32_t n = node; n < end; ++n) {
    if (page::heading_level(page.nodes[n].tag) == 0) continue;
    const std::string text = text_of(page, n);
    if (std::count(text.begin(), text.end(), ' ') >= most_words_of_name) return true;
  }
  return false;
}

/// "<ul class=authors><li>Jane Doe<li>John Roe": each item is a byline of its own. Whether any named somebody.
bool read_author_items(const Input& input, std::uint32_t node, Metadata& out) {
  constexpr std::uint32_t most_nodes = 200;
  const std::uint32_t end = std::min(input.page.nodes[node].subtree_end, node + most_nodes);
  const std::size_t before = out.authors.size();
  for (std::uint32_t n = node + 1; n < end;) {
    if (input.page.nodes[n].tag != page::Tag::li) {
      ++n;
      continue;
    }
    constexpr std::size_t longest = 80;
    const std::string text = text_of(input.page, n, longest + 10, '\n');
    if (text.size() <= longest) {
      for (std::string& name : split_names(text, NameTrust::announced)) {
        if (name.find(' ') != std::string::npos || !text::is_ascii(name.front()))
          add_name(out.authors, std::move(name));
      }
    }
    n = input.page.nodes[n].subtree_end;
  }
  return out.authors.size() > before;
}

std::string letters_without_figures(std::string_view text) {
  std::string letters = folded(text);
  std::erase_if(letters, text::is_ascii_digit);
  return letters;
}

/// Whether the last folder of an address is the name, but for figures: "/members/jane.12".
bool is_named_in(std::string_view href, std::string_view name) {
  href = href.substr(0, href.find_first_of("?#"));
  while (href.ends_with('/')) href.remove_suffix(1);
  const std::size_t folder = href.rfind('/');
  return folder != std::string_view::npos &&
         letters_without_figures(href.substr(folder)) == letters_without_figures(name);
}

/// Whether the element is, or begins with, a link to an author's page, or to one of that name.
bool leads_to_person(const Input& input, std::uint32_t node, std::string_view name) {
  constexpr std::uint32_t most_nodes = 6;
  const std::uint32_t end = std::min(input.page.nodes[node].subtree_end, node + most_nodes);
  for (std::uint32_t n = node; n < end; ++n) {
    if (input.page.nodes[n].tag != page::Tag::a) continue;
    const std::string_view href = input.page.attribute(n, page::AttributeName::href);
    return text::words_of(text::WordList::author_address).any_in(href) || is_named_in(href, name);
  }
  return false;
}

void read_author(const Input& input, std::uint32_t node, bool is_name, Metadata& out) {
  constexpr std::size_t longest_byline = 130;
  const std::string text = text_of(input.page, node, longest_byline + 10, '\n');
  if (holds_headline(input.page, node)) return;
  const page::Tag tag = input.page.nodes[node].tag;
  const bool is_list = tag == page::Tag::ul || tag == page::Tag::ol;
  if (is_list && read_author_items(input, node, out)) return;
  if (text.size() > longest_byline) return;
  Names names = split_names(text, is_name ? NameTrust::declared : NameTrust::announced);
  if (names.empty() && is_account_name(text)) names.push_back(text);
  for (std::string& name : names) {
    // One word alone is a button or a date more often than a name, but for nicknames of vcards and links to somebody.
    const bool one_word = name.find(' ') == std::string::npos && text::is_ascii(name.front());
    if (is_name || !one_word || leads_to_person(input, node, name)) add_name(out.authors, std::move(name));
  }
}

/// Days that the elements of a page tell, by how far they count.
struct ClassDays {
  Metadata below_headline;
  Metadata above;        ///< clocks and other articles' dates stand there too
  DaysBelow below_text;  ///< without a label
  Date of_entry;         ///< "post-date updated", as the formats of blogs call the only day of a post
};

/// Whether the element has a date.
bool read_date(const Input& input, const Mark& mark, const Meaning& meaning, ClassDays& days) {
  Metadata& out = mark.node < input.head.title_node ? days.above : days.below_headline;
  if (input.page.nodes[mark.node].subtree_end - mark.node > 25) return false;
  const std::string text = text_of(input.page, mark.node, 200);
  std::vector<FoundDate> dates = find_dates(text, input.dates);
  // "a while ago", with the day where the pointer shows it.
  if (dates.empty()) dates = find_dates(input.page.attribute(mark.node, page::AttributeName::title), input.dates);
  for (const FoundDate& found : dates) {
    const bool modified = found.role == DateRole::modified || (found.role == DateRole::unlabelled && meaning.modified);
    if (found.role == DateRole::other) continue;
    if (!modified && found.role == DateRole::unlabelled && is_below_text(input, mark.node)) {
      if (!is_on_card(input, mark.node)) days.below_text.add(found.date);
      continue;
    }
    const bool is_of_entry = modified && found.role == DateRole::unlabelled && meaning.updated && meaning.date;
    if (is_of_entry && mark.node >= input.head.title_node) set_once(days.of_entry, found.date);
    set_once(modified ? out.modified : out.published, found.date);
  }
  return !dates.empty();
}

/// The surest of the days. An entry's only day, "updated" or not, is the one it was published on.
void take_days(const ClassDays& days, bool is_told, Metadata& out) {
  set_once(out.published, days.below_headline.published);
  set_once(out.modified, days.below_headline.modified);
  set_once(out.published, days.below_text.only());
  set_once(out.published, days.above.published);
  set_once(out.modified, days.above.modified);
  if (!is_told) set_once(out.published, days.of_entry);
}

/// Outside of the head the first element that names an author counts, when it is a byline and no box about the author.
void read_distant_author(const Input& input, core::Recent<Meaning>& meanings, Metadata& out) {
  std::uint32_t cards_to = 0;
  for (const Mark& mark : input.marks.author_classes) {
    const Meaning& meaning = meanings.of(mark.value, meaning_of);
    if (mark.node < cards_to || !meaning.author || is_of_others(input, mark.node)) continue;
    if (holds_headline(input.page, mark.node)) {
      cards_to = input.page.nodes[mark.node].subtree_end;
      continue;
    }
    read_author(input, mark.node, meaning.name, out);
    if (!out.authors.empty()) return;
  }
}

}  // namespace

void read_class_names(const Input& input, Answers& answers) {
  Metadata& out = answers.of(MetadataSource::class_name);
  // The elements within one that was read say nothing new, or less: "Updated <span class=date>5 May 2023</span>".
  std::uint32_t read_to = 0;
  std::uint32_t dates_read_to = 0;
  ClassDays days;
  core::Recent<Meaning> meanings;
  for (const Mark& mark : input.marks.classes) {
    const Meaning& meaning = meanings.of(mark.value, meaning_of);
    if ((!meaning.author && !meaning.date && !meaning.modified) || is_of_others(input, mark.node)) continue;
    const bool dated = (meaning.date || meaning.modified) && mark.node >= dates_read_to;
    if (dated && read_date(input, mark, meaning, days)) dates_read_to = input.page.nodes[mark.node].subtree_end;
    if (!meaning.author || mark.node < read_to) continue;
    const std::size_t before = out.authors.size();
    read_author(input, mark.node, meaning.name, out);
    if (out.authors.size() > before) read_to = input.page.nodes[mark.node].subtree_end;
  }
  take_days(days, answers.of(MetadataSource::time_element).published.known(), out);
  const bool signed_near =
      !answers.of(MetadataSource::byline).authors.empty() || !answers.of(MetadataSource::labelled_line).authors.empty();
  if (out.authors.empty() && !signed_near) read_distant_author(input, meanings, out);
}

}  // namespace pith::metadata
