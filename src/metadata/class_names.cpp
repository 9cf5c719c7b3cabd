// Elements that class names call author, byline or date: vcards, hentries and their kin.

#include <algorithm>

#include "metadata/source.hpp"
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
};

/// A word of a class list, cut at '-', '_' and capitals.
bool is_word(std::string_view list, std::string_view word) noexcept {
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const auto is_letter = [&](std::size_t i) { return i < list.size() && list[i] >= 'a' && list[i] <= 'z'; };
    if ((at == 0 || !is_letter(at - 1)) && !is_letter(at + word.size())) return true;
  }
  return false;
}

Meaning meaning_of(std::string_view classes) {
  std::string lowered;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    const char c = classes[i];
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper && i > 0 && classes[i - 1] >= 'a' && classes[i - 1] <= 'z') lowered += '-';
    lowered += upper ? static_cast<char>(c + 32) : c;
  }
  const auto has = [&](text::WordList list) {
    return text::words_of(list).any_of([&](std::string_view word) { return is_word(lowered, word); });
  };
  if (has(text::WordList::no_byline_class)) return {};
  Meaning meaning;
  meaning.name = is_word(lowered, "fn");
  meaning.author = has(text::WordList::author_class);
  meaning.modified = has(text::WordList::modified_class);
  meaning.date = has(text::WordList::date_class);
  return meaning;
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

void read_author(const Input& input, std::uint32_t node, bool is_name, Metadata& out) {
  constexpr std::size_t longest_byline = 130;
  const std::string text = text_of(input.page, node, longest_byline + 10, '\n');
  if (text.size() > longest_byline) return;
  Names names = split_names(text, is_name ? NameTrust::declared : NameTrust::announced);
  if (names.empty() && is_account_name(text)) names.push_back(text);
  for (std::string& name : names) {
    // One word alone is a button or a date more often than a name, but for nicknames of vcards.
    const bool one_word = name.find(' ') == std::string::npos && text::is_ascii(name.front());
    if (is_name || !one_word) add_name(out.authors, std::move(name));
  }
}

void read_date(const Input& input, const Mark& mark, const Meaning& meaning, Metadata& out) {
  if (input.page.nodes[mark.node].subtree_end - mark.node > 25) return;
  const std::string text = text_of(input.page, mark.node, 200);
  for (const FoundDate& found : find_dates(text, input.dates)) {
    const bool modified = found.role == DateRole::modified || (found.role == DateRole::unlabelled && meaning.modified);
    if (found.role == DateRole::other) continue;
    set_once(modified ? out.modified : out.published, found.date);
  }
}

/// Outside of the head the first element that names an author counts, when it is a byline and no box about the author.
void read_distant_author(const Input& input, Metadata& out) {
  for (const Mark& mark : input.marks.author_classes) {
    const Meaning meaning = meaning_of(mark.value);
    if (!meaning.author || is_of_others(input.page, mark.node)) continue;
    read_author(input, mark.node, meaning.name, out);
    if (!out.authors.empty()) return;
  }
}

}  // namespace

void read_class_names(const Input& input, Answers& answers) {
  Metadata& out = answers.of(MetadataSource::class_name);
  std::uint32_t read_to = 0;  // the elements within one that was read say nothing new
  for (const Mark& mark : input.marks.classes) {
    const Meaning meaning = meaning_of(mark.value);
    if ((!meaning.author && !meaning.date && !meaning.modified) || is_of_others(input.page, mark.node)) continue;
    if (meaning.date || meaning.modified) read_date(input, mark, meaning, out);
    if (!meaning.author || mark.node < read_to) continue;
    const std::size_t before = out.authors.size();
    read_author(input, mark.node, meaning.name, out);
    if (out.authors.size() > before) read_to = input.page.nodes[mark.node].subtree_end;
  }
  const bool signed_near =
      !answers.of(MetadataSource::byline).authors.empty() || !answers.of(MetadataSource::labelled_line).authors.empty();
  if (out.authors.empty() && !signed_near) read_distant_author(input, out);
}

}  // namespace pith::metadata
