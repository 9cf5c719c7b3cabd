#include "metadata/title_parts.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "metadata/name_words.hpp"
#include "text/text.hpp"
#include "text/word_lists.hpp"

namespace pith::metadata {
namespace {

/// Marks between a headline and the site's name; all need white space around them but the last ones.
constexpr std::array<std::string_view, 30> marks = {"--",     "\u2014\u2014", "::",     "|",      "\uFF5C", "\u2502",
                                                    "-",      "\u2010",       "\u2012", "\u2013", "\u2014", "\u2015",
                                                    "\u2212", "\u00B7",       "\u2022", "/",      "\\",     "\u203A",
                                                    "\u2192", "\u00BB",       "~",      "<",      ">",      "@",
                                                    "\u2605", "\u25B8",       ":",      "\uFF1A", ";",      "_"};

/// Those that stand within headlines too, or hardly ever anywhere.
constexpr std::array<std::string_view, 28> rare_marks = {
    "*",      "+",      "=",      "\u2039", "\u00AB", "\u2044", "\u22C6", "\u2503", "\u25C6", "\u25A0",
    "\u2666", "\u2219", "\u22C5", "\u30FB", "\uFF70", "\uFF1E", "\u27A4", "\u25BA", "\u25B6", "\u25CF",
    "\u2606", "\u2726", "\uFF0F", "\u239F", "\u2758", "\u27F6", "\u21D2", "\u00A6"};

/// By byte: a mark begins with it.
constexpr std::array<bool, 256> begins_mark = [] {
  std::array<bool, 256> begins{};
  for (const std::string_view mark : marks) begins[static_cast<unsigned char>(mark.front())] = true;
  for (const std::string_view mark : rare_marks) begins[static_cast<unsigned char>(mark.front())] = true;
  return begins;
}();

/// The mark of the list that the text begins with; empty when there is none.
std::string_view mark_at(std::string_view text, std::span<const std::string_view> list) noexcept {
  const auto found =
      std::find_if(list.begin(), list.end(), [text](std::string_view mark) { return text.starts_with(mark); });
  return found == list.end() ? std::string_view{} : *found;
}

bool is_space(std::string_view text, std::size_t at) noexcept {
  return at >= text.size() || text[at] == ' ' || text.substr(at, 2) == "\u00A0";
}

bool parts_without_spaces(std::string_view mark) noexcept {
  return mark == "|" || mark == "\uFF5C" || mark == "_" || mark == "\u2014\u2014" || mark == "--" || mark == "\u2502";
}

/// Whether every word begins with a capital or is small: as names of sites do.
bool starts_with_capital(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    std::size_t first = at;
    const bool lower = end > at && (text::class_of(text::next_code_point(text, first)) & text::is_lower) != 0;
    if (lower && end - at > 3) return false;
    at = end + 1;
  }
  return true;
}

}  // namespace

std::vector<Parting> partings(std::string_view title) {
  if (title.size() > longest_title_bytes) return {};
  std::vector<Parting> found;
  for (std::size_t at = 1; at < title.size();) {
    if (!begins_mark[static_cast<unsigned char>(title[at])]) {
      ++at;
      continue;
    }
    Parting parting;
    std::string_view mark = mark_at(title.substr(at), marks);
    if (mark.empty()) {
      mark = mark_at(title.substr(at), rare_marks);
      parting.rare = true;
    }
    if (mark.empty()) {
      ++at;
      continue;
    }
    parting.before = text::trim(title.substr(0, at));
    parting.after = text::trim(title.substr(at + mark.size()));
    const bool colon = mark == ":" || mark == ";";
    const bool space_before = colon || title[at - 1] == ' ';
    parting.spaced = parts_without_spaces(mark) || (space_before && is_space(title, at + mark.size()));
    if (!parting.before.empty() && !parting.after.empty()) found.push_back(parting);
    at += mark.size();
  }
  return found;
}

std::vector<Parting> usual_partings(std::string_view title) {
  std::vector<Parting> usual = partings(title);
  std::erase_if(usual, [](const Parting& one) { return one.rare; });
  return usual;
}

bool is_generic_title(std::string_view text) {
  return text::words_of(text::WordList::generic_title).has(folded(text));
}

std::string folded(std::string_view text) {
  std::string out;
  text::append_folded(text, out);
  std::erase(out, ' ');
  return out;
}

int count_words(std::string_view text) noexcept {
  return static_cast<int>(std::count(text.begin(), text.end(), ' ')) + 1;
}

bool is_site(std::string_view text, const Sites& sites) {
  if (text.starts_with("www.")) text.remove_prefix(4);
  const std::string letters = folded(text);
  return !letters.empty() && std::find(sites.begin(), sites.end(), letters) != sites.end();
}

std::string_view without_bracketed_site(std::string_view title, const Sites& sites) {
  static constexpr std::string_view brackets[][2] = {
      {"(", ")"},           {"\u3010", "\u3011"}, {"\uFF08", "\uFF09"}, {"[", "]"},
      {"\u3014", "\u3015"}, {"\u300C", "\u300D"}, {"\u300A", "\u300B"}, {"{", "}"}};
  for (const auto& [open, close] : brackets) {
    const std::size_t first_close = title.starts_with(open) ? title.find(close) : std::string_view::npos;
    if (first_close != std::string_view::npos && first_close + close.size() < title.size() &&
        is_site(title.substr(open.size(), first_close - open.size()), sites))
      return text::trim(title.substr(first_close + close.size()));
    if (!title.ends_with(close)) continue;
    const std::size_t begin = title.rfind(open);
    if (begin == std::string_view::npos || begin == 0) continue;
    const std::string_view inner = title.substr(begin + open.size(), title.size() - begin - open.size() - close.size());
    if (is_site(inner, sites) || is_outlet(inner)) return text::trim(title.substr(0, begin));
  }
  return {};
}

std::string_view without_known_site(std::string_view title, const Sites& sites) {
  for (bool cut = true; cut;) {
    cut = false;
    if (const std::string_view rest = without_bracketed_site(title, sites); !rest.empty()) {
      title = rest;
      cut = true;
    }
    for (const Parting& parting : partings(title)) {
      if (is_site(parting.after, sites)) title = parting.before, cut = true;
      if (!cut && is_site(parting.before, sites)) title = parting.after, cut = true;
      if (cut) break;
    }
  }
  return title;
}

std::string_view without_likely_site(std::string_view title) {
  for (int cuts = 0; cuts < 3; ++cuts) {
    const std::vector<Parting> all = usual_partings(title);
    if (all.empty()) return title;
    const Parting& last = all.back();
    if (begins_with_cjk(last.before)) {
      // An outlet's name, and before it the channel's.
      const bool channel = cuts > 0 && last.after.size() <= 15;
      if (!is_outlet(last.after) && !channel) return title;
      title = last.before;
      continue;
    }
    const bool is_year = last.after.find_first_not_of("0123456789 /.-") == std::string_view::npos;
    const bool likely = cuts == 0 && last.spaced && !is_year && count_words(last.after) <= 4 &&
                        starts_with_capital(last.after) && count_words(last.before) >= 3 &&
                        last.before.size() > last.after.size();
    return likely ? last.before : title;
  }
  return title;
}

}  // namespace pith::metadata
