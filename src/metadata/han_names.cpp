// Names in Han characters and Hangul: nothing stands between them and the words beside them, so surnames tell them.

#include <algorithm>

#include "metadata/name_words.hpp"
#include "metadata/names.hpp"
#include "metadata/words.hpp"
#include "text/text.hpp"

namespace pith::metadata {
namespace {

bool is_han(char32_t c) noexcept {
  return (c >= 0x3400 && c <= 0x9FFF) || c == 0x3007;
}
bool is_hangul(char32_t c) noexcept {
  return c >= 0xAC00 && c <= 0xD7A3;
}
bool is_middle_dot(char32_t c) noexcept {
  return c == 0xB7 || c == 0x2022 || c == 0x30FB || c == 0x2027;
}

std::size_t count_characters(std::string_view text) noexcept {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), text::starts_code_point));
}

/// One run of Han, of Hangul or of parts with middle dots between, from `at` on; `at` moves after it.
std::string_view next_run(std::string_view text, std::size_t& at) noexcept {
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t c = text::next_code_point(text, next);
    if (is_han(c) || is_hangul(c)) break;
    at = next;
  }
  const std::size_t begin = at;
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t c = text::next_code_point(text, next);
    if (is_middle_dot(c)) {
      std::size_t after = next;
      if (at == begin || next >= text.size() || !is_han(text::next_code_point(text, after))) break;
    } else if (!is_han(c) && !is_hangul(c)) {
      break;
    }
    at = next;
  }
  return text.substr(begin, at - begin);
}

bool has_middle_dot(std::string_view run) noexcept {
  for (std::size_t at = 0; at < run.size();) {
    if (is_middle_dot(text::next_code_point(run, at))) return true;
  }
  return false;
}

/// Where a place or a word for a report begins that ends the run; its size when there is none.
std::size_t tail_begin(const WordTable& table, std::string_view run) {
  std::size_t begin = run.size();
  for (bool more = true; more;) {
    more = false;
    for (std::size_t at = 0; at < begin; at += code_point_bytes(run, at)) {
      const FoundWord word = table.at(run.substr(0, begin), at);
      if (word.kind != WordKind::place || word.end != begin || at == 0) continue;
      begin = at;
      more = true;
      break;
    }
  }
  return begin;
}

const WordTable& han_words() {
  return words().han;
}

/// What stands beside names in lines of several fields, and looks like one: "\u65F6\u95F4", "\uAE30\uC790".
bool is_other_word(std::string_view run) {
  const auto is_whole = [&](const WordTable& table) {
    const FoundWord word = table.at(run, 0);
    return word.kind != WordKind::none && word.end == run.size();
  };
  return is_whole(words().labels) || is_whole(words().suffixes) || is_whole(words().dates) || is_account(run);
}

/// "\u738B \u4E94": names of two characters are often set as wide as those of three. `at`, which stands after `run`,
/// moves after the name; empty when it is none.
std::string spread_name(std::string_view text, std::string_view run, std::size_t& at) {
  std::size_t first = 0;
  if (count_characters(run) != 1 || !is_han(text::next_code_point(run, first)) || han_surname_length(run) != 1)
    return {};
  std::size_t end = at;
  const std::string_view given = next_run(text, end);
  const std::string_view between = text.substr(at, end - given.size() - at);
  if (count_characters(given) != 1 || between.empty() || !text::trim(between).empty()) return {};
  at = end;
  return std::string(run).append(given);
}

}  // namespace

bool is_han_name(std::string_view text) {
  const std::size_t characters = count_characters(text);
  if (has_middle_dot(text)) return characters >= 4 && characters <= 15;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (!is_han(c) && !is_hangul(c)) return false;
  }
  const std::size_t surname = han_surname_length(text);
  if (surname == 0) return false;
  const std::size_t most = surname == 2 ? 4 : 3;
  return characters > surname && characters <= most;
}

std::size_t han_surname_length(std::string_view text) {
  const FoundWord surname = han_words().beginning(text);
  return surname.kind == WordKind::surname ? static_cast<std::size_t>(surname.value) : 0;
}

Names split_han_names(std::string_view text) {
  Names names;
  for (std::size_t at = 0; at < text.size();) {
    std::string_view run = next_run(text, at);
    if (run.empty() || is_other_word(run)) break;
    if (std::string name = spread_name(text, run, at); !name.empty()) {
      add_name(names, std::move(name));
      continue;
    }
    const std::size_t tail = is_han_name(run) ? run.size() : tail_begin(han_words(), run);
    // "\u6797\u5FD7\u6587\uFF0F\u67F3\u5CB8\u5831\u5C0E": where the report comes from.
    const std::string_view before = text.substr(0, at - run.size());
    const bool after_slash = before.ends_with('/') || before.ends_with("\uFF0F");
    if (tail < run.size() && !names.empty() && after_slash) break;
    run = run.substr(0, tail);
    if (names.empty() && is_outlet(run)) continue;  // whom the first one works for
    // What is no name ends the list: the words of the line go on.
    if (!is_han_name(run)) break;
    add_name(names, std::string(run));
  }
  return names;
}

}  // namespace pith::metadata
