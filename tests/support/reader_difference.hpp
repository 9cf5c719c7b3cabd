/// What the reader of skeletons sees otherwise than plain Gumbo.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "html/html.hpp"
#include "html/lexer.hpp"
#include "html/replace_invalid.hpp"
#include "page/page.hpp"
#include "support/page_dump.hpp"

namespace pith::test {

struct Reading {
  bool affordable = false;  // false also for what was flattened: the fence is not the same for both readers
  std::string dump;
};

/// Whether a tag names an attribute twice: Gumbo 0.10.1 then loses the one after it.
inline bool repeats_attributes(std::string_view utf8) {
  std::vector<std::string_view> names;
  for (std::size_t at = utf8.find('<'); at != std::string_view::npos; at = utf8.find('<', at + 1)) {
    if (html::markup_kind(utf8, at) != html::MarkupKind::start_tag) continue;
    std::size_t position = html::read_tag(utf8, at, html::MarkupKind::start_tag).name_end;
    html::AttributeToken token;
    names.clear();
    while (names.size() < 100 && html::next_attribute(utf8, position, token)) {
      const auto is_same = [&](std::string_view other) {
        return std::equal(other.begin(), other.end(), token.name.begin(), token.name.end(),
                          [](char a, char b) { return text::to_lower_ascii(a) == text::to_lower_ascii(b); });
      };
      if (std::any_of(names.begin(), names.end(), is_same)) return true;
      names.push_back(token.name);
    }
  }
  return false;
}

inline Reading read_page(std::string_view utf8, html::HtmlReading way, const Limits& limits = {}) {
  page::Page page;
  const auto scratch = html::make_html_scratch();
  std::vector<Notice> notices;
  Reading reading;
  reading.affordable = html::read_html(utf8, limits, *scratch, page, notices, way);
  reading.affordable = reading.affordable && std::none_of(notices.begin(), notices.end(), [](const Notice& notice) {
                         return notice.code == NoticeCode::flattened;
                       });
  core::Arena storage(std::size_t{1} << 30);
  if (repeats_attributes(html::replace_invalid(utf8, storage))) {
    reading.dump = dump_tree(page, Attributes::left_out);
  } else {
    reading.dump = dump_page(page);
  }
  return reading;
}

/// The first line that differs, both ways; "" when both readers agree, or when one could not afford the page.
inline std::string reader_difference(std::string_view utf8) {
  const Reading plain = read_page(utf8, html::HtmlReading::plain);
  const Reading skeleton = read_page(utf8, html::HtmlReading::skeleton);
  if (!plain.affordable || !skeleton.affordable || plain.dump == skeleton.dump) return {};
  const auto place = std::mismatch(plain.dump.begin(), plain.dump.end(), skeleton.dump.begin(), skeleton.dump.end());
  const auto line_at = [](const std::string& dump, std::size_t at) {
    const std::size_t newline = at == 0 ? std::string::npos : dump.rfind('\n', at - 1);
    const std::size_t begin = newline == std::string::npos ? 0 : newline + 1;
    return dump.substr(begin, std::min<std::size_t>(dump.find('\n', at) - begin, 300));
  };
  const auto at = static_cast<std::size_t>(place.first - plain.dump.begin());
  return "plain:    " + line_at(plain.dump, at) + "\nskeleton: " + line_at(skeleton.dump, at);
}

}  // namespace pith::test
