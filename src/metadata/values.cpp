// What all sources do with the values they find.

#include <algorithm>

#include "html/entities.hpp"
#include "html/html.hpp"
#include "metadata/readers.hpp"
#include "text/ascii.hpp"
#include "text/text.hpp"

namespace pith::metadata {
namespace {

constexpr std::size_t most_keywords = 50;

bool has_tags(std::string_view text) noexcept {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    if (next == '/' || text::is_ascii_letter(next)) return text.find('>', at) != std::string_view::npos;
  }
  return false;
}

std::string collapsed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(text, at);
    if ((text::class_of(c) & text::is_space) != 0) {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    out.append(text.substr(begin, at - begin));
  }
  return out;
}

/// "\u6CB3\u6D41 \u78E8\u574A": spaces part CJK words where nothing else does.
bool is_list_by_spaces(std::string_view list) noexcept {
  if (text::is_ascii(list.empty() ? 'a' : list.front()) || list.find_first_of(",;|") != std::string_view::npos)
    return false;
  bool begins = true;
  for (std::size_t at = 0; at < list.size();) {
    const char32_t c = text::next_code_point(list, at);
    if (c == 0xFF0C || c == 0x3001 || c == 0xFF1B || c == 0xFF5C) return false;
    if (begins && (text::class_of(c) & text::is_cjk) == 0) return false;
    begins = c == U' ';
  }
  return list.find(' ') != std::string_view::npos;
}

}  // namespace

bool is_placeholder(std::string_view value) noexcept {
  static constexpr std::string_view marks[] = {"{{", "${", "<%", "{%"};
  return std::any_of(std::begin(marks), std::end(marks),
                     [&](std::string_view mark) { return value.find(mark) != std::string_view::npos; });
}

void set_once(std::string& field, std::string_view value) {
  if (field.empty() && !is_placeholder(value)) field = std::string(text::trim(value));
}

void set_once(Date& field, const Date& value) {
  if (!field.known()) field = value;
}

Date machine_date(std::string_view text, const DateSetting& setting) {
  DateSetting for_machines = setting;
  for_machines.is_for_machines = true;
  return parse_date(text::trim(text), for_machines);
}

std::string plain_text(std::string_view text) {
  core::Arena storage(std::size_t{1} << 20);
  if (text.size() < 100'000 && text.find('&') != std::string_view::npos) {
    // Twice: what was encoded in the source's own database comes encoded again.
    text = html::decode_references(text, html::ReferencePlace::text, storage);
    text = html::decode_references(text, html::ReferencePlace::text, storage);
  }
  if (!has_tags(text)) return collapsed(text);
  std::string stripped;
  html::strip_value_tags(text, stripped);
  return collapsed(stripped);
}

void add_keywords(std::vector<std::string>& keywords, std::string_view list) {
  static constexpr std::string_view wide[] = {"\uFF0C", "\u3001", "\uFF1B", "\uFF5C", "\u060C"};
  const bool by_space = is_list_by_spaces(list);
  while (!list.empty() && keywords.size() < most_keywords) {
    std::size_t end = std::min(list.find_first_of(by_space ? ",;| " : ",;|"), list.size());
    std::size_t bytes = 1;
    for (const std::string_view mark : wide) {
      const std::size_t at = list.find(mark);
      if (at < end) {
        end = at;
        bytes = mark.size();
      }
    }
    const std::string_view word = text::trim(list.substr(0, end));
    const bool there =
        std::any_of(keywords.begin(), keywords.end(), [&](const std::string& one) { return is_same_name(one, word); });
    if (!word.empty() && !there) keywords.emplace_back(word);
    list.remove_prefix(std::min(list.size(), end + bytes));
  }
}

bool is_home(std::string_view url) noexcept {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return false;
  const std::size_t slash = url.find('/', scheme + 3);
  return slash == std::string_view::npos || slash + 1 == url.size();
}

std::string_view host_of(std::string_view url) noexcept {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  url.remove_prefix(url.rfind('@') == std::string_view::npos ? 0 : url.rfind('@') + 1);
  return url.substr(0, url.find(':'));
}

}  // namespace pith::metadata
