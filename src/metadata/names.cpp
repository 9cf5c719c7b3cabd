#include "metadata/names.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace pith::metadata {
namespace {

/// What stands before a name without a colon, in lower case; longer ones first where one begins another.
constexpr std::string_view byline_words[] = {"written by ", "posted by ", "published by ", "reported by ", "text by ",
                                             "story by ",   "by ",        "escrito por ",  "por ",         "von ",
                                             "par ",        "av ",        "door ",         "di "};

/// Small words within names.
constexpr std::string_view particles[] = {"de",  "da", "do", "dos", "das", "del", "della", "di",
                                          "du",  "la", "le", "van", "von", "der", "den",   "ten",
                                          "ter", "zu", "al", "el",  "bin", "ben", "y"};

/// Small words between two names.
constexpr std::string_view joiners[] = {"and", "und", "et", "og", "och", "en", "e", "&"};

/// Words with a capital that stand behind names.
constexpr std::string_view not_names[] = {
    "January",  "February", "March",     "April",  "May",  "June", "July", "August", "September", "October", "November",
    "December", "Updated",  "Published", "Posted", "Last", "View", "On",   "In",     "Read",      "Share",   "Follow"};

constexpr std::size_t longest_name_bytes = 100;
constexpr std::size_t most_authors = 200;  // each is compared with all before it
constexpr std::size_t longest_sign = 9;    // " (dvp.)" and a little more

template <std::size_t count>
bool is_one_of(const std::string_view (&words)[count], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

std::uint16_t class_of_first(std::string_view word) {
  std::size_t at = 0;
  return word.empty() ? std::uint16_t{0} : text::class_of(text::next_code_point(word, at));
}

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if ((text::class_of(text::next_code_point(text, at)) & text::is_letter) != 0) return true;
  }
  return false;
}

/// A name in a byline, and where its words end.
struct NameRun {
  std::string_view name;
  std::size_t end = 0;
  bool joined = false;  ///< a joiner follows: another name does too
};

/// Characters that end a name at once.
std::size_t find_separator(std::string_view text) {
  static constexpr std::string_view wide[] = {"\u00B7", "\u2022", "\u2013", "\u2014", "\uFF0F", "\u3000"};
  std::size_t end = std::min(text.find_first_of(",|/(;:\n\t"), text.size());
  for (const std::string_view separator : wide) end = std::min(end, text.find(separator));
  return end;
}

NameRun next_name(std::string_view text) {
  const std::string_view words = text.substr(0, find_separator(text));
  NameRun run;
  std::size_t name_end = 0;
  std::size_t count = 0;
  for (std::size_t at = 0; at < words.size() && count < 5;) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view word = words.substr(at, end - at);
    const bool capital = (class_of_first(word) & text::is_upper) != 0 && !(count > 0 && is_one_of(not_names, word));
    if (!capital && !(count > 0 && is_one_of(particles, word))) {
      run.joined = count > 0 && is_one_of(joiners, word);
      run.end = run.joined ? end : at;
      break;
    }
    if (capital) name_end = end;
    ++count;
    at = std::min(end + 1, words.size());
    run.end = at;
  }
  run.name = text::trim(words.substr(0, name_end));
  return run;
}

}  // namespace

void add_author(std::vector<std::string>& authors, std::string_view name) {
  name = text::trim(name);
  if (const std::string_view rest = behind_byline_words(name); !rest.empty()) name = rest;
  // "(obe)" is a reporter's sign; longer words in brackets are part of the name.
  if (const std::size_t bracket = name.find(" ("); bracket < name.size() && name.size() - bracket <= longest_sign) {
    name = name.substr(0, bracket);
  }
  name = text::trim(name);
  const bool is_address = name.find("://") != std::string_view::npos || name.find('@') != std::string_view::npos;
  if (name.size() >= longest_name_bytes || is_address || !has_letter(name) || authors.size() >= most_authors) return;
  if (std::find(authors.begin(), authors.end(), name) == authors.end()) authors.emplace_back(name);
}

void add_names(std::vector<std::string>& authors, std::string_view byline) {
  for (bool more = true; more;) {
    byline = text::trim(byline);
    const NameRun run = next_name(byline);
    add_author(authors, run.name);
    more = run.joined;
    byline = byline.substr(run.end);
  }
}

std::string_view behind_byline_words(std::string_view line) {
  line = text::trim(line);
  const auto is_same = [](char lower, char letter) {
    return (letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter) == lower;
  };
  for (const std::string_view words : byline_words) {
    if (line.size() < words.size() || !std::equal(words.begin(), words.end(), line.begin(), is_same)) continue;
    // "by hand" is no byline.
    const std::string_view rest = text::trim(line.substr(words.size()));
    return (class_of_first(rest) & (text::is_upper | text::is_cjk)) != 0 ? rest : std::string_view{};
  }
  return {};
}

bool is_same_name(std::string_view one, std::string_view other) {
  std::string folded_one;
  std::string folded_other;
  text::append_folded(one, folded_one);
  text::append_folded(other, folded_other);
  return folded_one == folded_other;
}

}  // namespace pith::metadata
