#include "metadata/title_parts.hpp"

#include <algorithm>
#include <array>

#include "text/text.hpp"

namespace pith::metadata {
namespace {

/// Marks between a headline and the site's name; all need white space around them but the last ones.
constexpr std::array<std::string_view, 30> marks = {"--",     "\u2014\u2014", "::",     "|",      "\uFF5C", "\u2502",
                                                    "-",      "\u2010",       "\u2012", "\u2013", "\u2014", "\u2015",
                                                    "\u2212", "\u00B7",       "\u2022", "/",      "\\",     "\u203A",
                                                    "\u2192", "\u00BB",       "~",      "<",      ">",      "@",
                                                    "\u2605", "\u25B8",       ":",      "\uFF1A", ";",      "_"};

/// By byte: a mark begins with it.
constexpr std::array<bool, 256> begins_mark = [] {
  std::array<bool, 256> begins{};
  for (const std::string_view mark : marks) begins[static_cast<unsigned char>(mark.front())] = true;
  return begins;
}();

bool is_space(std::string_view text, std::size_t at) noexcept {
  return at >= text.size() || text[at] == ' ' || text.substr(at, 2) == "\u00A0";
}

bool parts_without_spaces(std::string_view mark) noexcept {
  return mark == "|" || mark == "\uFF5C" || mark == "_" || mark == "\u2014\u2014" || mark == "--" || mark == "\u2502";
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
    const auto mark = std::find_if(marks.begin(), marks.end(),
                                   [&](std::string_view one) { return title.substr(at).starts_with(one); });
    if (mark == marks.end()) {
      ++at;
      continue;
    }
    Parting parting;
    parting.before = text::trim(title.substr(0, at));
    parting.after = text::trim(title.substr(at + mark->size()));
    const bool colon = *mark == ":" || *mark == ";";
    const bool space_before = colon || title[at - 1] == ' ';
    parting.spaced = parts_without_spaces(*mark) || (space_before && is_space(title, at + mark->size()));
    if (!parting.before.empty() && !parting.after.empty()) found.push_back(parting);
    at += mark->size();
  }
  return found;
}

}  // namespace pith::metadata
