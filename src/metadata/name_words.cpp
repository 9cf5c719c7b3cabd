#include "metadata/name_words.hpp"

#include <algorithm>

#include "text/ascii.hpp"
#include "text/text.hpp"

namespace pith::metadata {

std::uint16_t class_of_first(std::string_view word) noexcept {
  std::size_t at = 0;
  return word.empty() ? std::uint16_t{0} : text::class_of(text::next_code_point(word, at));
}

bool begins_with_cjk(std::string_view text) noexcept {
  return (class_of_first(text) & text::is_cjk) != 0;
}

bool has_class(std::string_view text, std::uint16_t wanted) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    if ((text::class_of(text::next_code_point(text, at)) & wanted) != 0) return true;
  }
  return false;
}

bool is_address(std::string_view name) noexcept {
  if (name.find("://") != std::string_view::npos || name.find('@') != std::string_view::npos) return true;
  if (name.starts_with("www.") || name.find(" www.") != std::string_view::npos) return true;
  const std::size_t dot = name.find('.');
  const bool one_word = name.find(' ') == std::string_view::npos;
  return one_word && dot != std::string_view::npos && dot > 1 && name.size() - dot > 2 &&
         has_class(name.substr(dot + 1), text::is_lower);
}

std::string_view word_at(std::string_view text, std::size_t at) noexcept {
  return text.substr(at, std::min(text.find(' ', at), text.size()) - at);
}

FoundWord known_at(std::string_view text, std::size_t at) {
  FoundWord word = words().names.at(text, at);
  // Initials are no joiners: "Ya. I. Doe".
  const bool small = word.kind == WordKind::joiner || word.kind == WordKind::particle;
  if (small && word.end < text.size() && text[word.end] == '.') return {};
  // "U.S." and "Dr." keep their points within the word.
  if (word.kind != WordKind::none && word.end < text.size() && text[word.end] == '.') ++word.end;
  const bool whole = word.end >= text.size() || text[word.end] == ' ' || text[word.end] == ',' || word.end == at;
  return whole ? word : FoundWord{};
}

bool is_month_or_weekday(std::string_view word) {
  const FoundWord found = words().dates.at(word, 0);
  return found.kind == WordKind::month || found.kind == WordKind::weekday || found.kind == WordKind::published ||
         found.kind == WordKind::modified;
}

bool is_slug(std::string_view name) noexcept {
  return name.find('-') != std::string_view::npos && name.find(' ') == std::string_view::npos &&
         !has_class(name, text::is_upper) && !has_class(name, text::is_cjk);
}

/// Whether is(at) is true where a word begins.
template <typename Is>
bool any_word(std::string_view name, Is is) {
  for (std::size_t at = 0; at < name.size();) {
    const std::string_view word = word_at(name, at);
    if (!word.empty() && is(at)) return true;
    at += word.size() + 1;
  }
  return false;
}

std::string without_soft_hyphens(std::string_view text) {
  constexpr std::string_view soft_hyphen = "\u00AD";
  std::string whole;
  for (std::size_t at = text.find(soft_hyphen); at != std::string_view::npos; at = text.find(soft_hyphen)) {
    whole.append(text.substr(0, at));
    text.remove_prefix(at + soft_hyphen.size());
  }
  return whole.empty() ? whole : whole.append(text);
}

bool is_nickname(std::string_view word) {
  const bool plain = word.size() >= 3 && word.size() <= 24 && std::all_of(word.begin(), word.end(), [](char c) {
                       return text::is_ascii_letter(c) || text::is_ascii_digit(c) || c == '_' || c == '-';
                     });
  return plain && !is_account(word);
}

bool is_role(std::string_view name) {
  return any_word(name, [name](std::size_t at) { return known_at(name, at).kind == WordKind::role; });
}

bool is_capitalized(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const std::string_view word = word_at(name, at);
    const bool lower = !word.empty() && (class_of_first(word) & text::is_letter) == 0;
    if (lower || ((class_of_first(word) & text::is_lower) != 0 && words().names.at(word, 0).kind != WordKind::particle))
      return false;
    at += word.size() + 1;
  }
  return true;
}

std::string without_capitals(std::string_view name) {
  const bool shouted =
      name.find(' ') != std::string_view::npos && !has_class(name, text::is_lower) && has_class(name, text::is_upper);
  if (!shouted) return std::string(name);
  std::string lowered;
  bool first = true;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = text::next_code_point(name, at);
    const bool is_letter = (text::class_of(c) & text::is_letter) != 0;
    text::append_utf8(lowered, first || !is_letter ? c : text::to_lower(c));
    first = !is_letter && c != U'\'' && c != 0x2019;
  }
  return lowered;
}

std::string_view without_titles(std::string_view text) {
  for (;;) {
    text = text::trim(text);
    if (text.empty()) return text;
    const FoundWord word = known_at(text, 0);
    const bool before_name = word.kind == WordKind::title && word.value == 1;
    if (!before_name || word.end >= text.size()) return text;
    text = text.substr(word.end);
  }
}

std::string_view without_roles(std::string_view text) {
  for (;;) {
    const FoundWord word = text.empty() ? FoundWord{} : known_at(text, 0);
    const std::string_view rest = text::trim(text.substr(std::min(word.end, text.size())));
    const bool is_name = rest.find(' ') != std::string_view::npos && (class_of_first(rest) & text::is_upper) != 0;
    if (word.kind != WordKind::role || !is_name) return text;
    text = rest;
  }
}

bool has_article(std::string_view word) noexcept {
  constexpr std::size_t longest = 3;
  const std::size_t hyphen = word.find('-');
  return hyphen <= longest && (class_of_first(word.substr(hyphen + 1)) & text::is_upper) != 0;
}

bool is_account(std::string_view name) {
  name = text::trim(name);
  if (name.empty()) return true;
  const FoundWord word = words().names.at(name, 0);
  return word.kind == WordKind::account && word.end >= name.size();
}

bool is_organization(std::string_view name) {
  return is_outlet(name) ||
         any_word(name, [name](std::size_t at) { return words().names.at(name, at).kind == WordKind::organization; });
}

bool is_outlet(std::string_view name) {
  for (std::size_t at = 0; at < name.size(); at += code_point_bytes(name, at)) {
    const FoundWord word = words().han.at(name, at);
    const bool ends = word.end == name.size() || (word.end < name.size() && text::is_ascii(name[word.end]));
    if (word.kind == WordKind::outlet && ends) return true;
  }
  return false;
}

std::string_view after_mail(std::string_view text) noexcept {
  const std::size_t open = text.find(" (");
  if (open == std::string_view::npos || !text.ends_with(')')) return {};
  const std::string_view mail = text.substr(0, open);
  if (mail.find('@') == std::string_view::npos || mail.find(' ') != std::string_view::npos) return {};
  return text.substr(open + 2, text.size() - open - 3);
}

Nickname find_nickname(std::string_view text) {
  static constexpr std::string_view marks[][2] = {{" \"", "\" "},         {" \u201C", "\u201D "},
                                                  {" \u201E", "\u201C "}, {" \u00AB", "\u00BB "},
                                                  {" '", "' "},           {" (", ") "}};
  constexpr std::size_t longest = 30;  // bytes
  for (const auto& [open, close] : marks) {
    const std::size_t begin = text.find(open);
    const std::size_t end = begin == std::string_view::npos ? begin : text.find(close, begin + open.size());
    if (end == std::string_view::npos || end - begin > longest) continue;
    const std::string_view before = text.substr(0, begin);
    const std::string_view after = text.substr(end + close.size());
    // "Jane Doe (Reuters) Max Roe (AP)"
    const bool is_of_first = open != " (" || before.find(' ') == std::string_view::npos;
    const auto is_name = [](std::string_view part) { return (class_of_first(part) & text::is_upper) != 0; };
    if (!is_of_first || !is_name(before) || !is_name(after)) continue;
    return {std::string(before).append(" ").append(after), begin, text.substr(begin, end + close.size() - 1 - begin)};
  }
  return {};
}

std::vector<std::string> with_nickname(const Nickname& nickname, std::vector<std::string> names) {
  for (std::string& name : names) {
    const std::size_t begin = nickname.rest.find(name);
    if (begin < nickname.place && begin + name.size() > nickname.place)
      name.insert(nickname.place - begin, nickname.shown);
  }
  return names;
}

std::string without_brackets(std::string_view text) {
  const std::size_t open = text.find('(');
  const std::size_t close = text.find(')', open == std::string_view::npos ? open : open + 1);
  if (open == std::string_view::npos || close == std::string_view::npos) return {};
  const std::string_view inner = text.substr(open + 1, close - open - 1);
  const FoundWord with = words().names.at(inner, 0);
  if (with.kind != WordKind::name_end || with.value != 1) return {};
  return std::string(text.substr(0, open)).append(",").append(inner.substr(with.end)).append(text.substr(close + 1));
}

}  // namespace pith::metadata
