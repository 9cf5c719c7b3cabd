// The headline that the scorer's features are made with. Its values may only change together with the models.

#include <algorithm>

#include "metadata/metadata.hpp"
#include "text/text.hpp"

namespace pith::metadata {
namespace {

/// Separators between a headline and the site's name in <title>.
constexpr std::string_view separators[] = {" | ",  " - ", " \u2013 ", " \u2014 ", "_",     " \u00BB ",
                                           " :: ", "|",   "\uFF5C",   "-",        "\u2014"};

/// The longest part of a <title> between separators, when the others are shorter: site and channel names are short.
std::string_view longest_part(std::string_view title) noexcept {
  for (const std::string_view separator : separators) {
    // A plain hyphen separates only CJK titles; in others it is part of words.
    const bool tight = separator == "-" || separator == "_";
    if (tight && static_cast<unsigned char>(title.empty() ? 'a' : title.front()) < 0xE3) continue;
    const std::size_t first = title.find(separator);
    if (first == std::string_view::npos) continue;
    const std::string_view head = text::trim(title.substr(0, first));
    const std::string_view tail = text::trim(title.substr(title.rfind(separator) + separator.size()));
    const std::string_view before_tail = text::trim(title.substr(0, title.rfind(separator)));
    return tail.size() > 2 * head.size() ? tail : (head.size() >= tail.size() ? (tight ? head : before_tail) : head);
  }
  return title;
}

/// The separator that `text` ends with, white space around it included; its length, 0 when there is none.
std::size_t separator_before_end(std::string_view text) noexcept {
  const std::string_view trimmed = text::trim(text);
  for (const std::string_view separator : separators) {
    const std::string_view mark = text::trim(separator);
    if (!trimmed.ends_with(mark)) continue;
    const std::size_t begin = static_cast<std::size_t>(trimmed.data() - text.data()) + trimmed.size() - mark.size();
    return text.size() - begin;
  }
  return 0;
}

/// The title without the site's name after it, which the page may give; without a short last part otherwise.
std::string_view without_site_name(std::string_view title, std::string_view site_name) noexcept {
  title = text::trim(title);
  if (!site_name.empty() && title.size() > site_name.size() && title.ends_with(site_name)) {
    const std::string_view before = title.substr(0, title.size() - site_name.size());
    if (const std::size_t length = separator_before_end(before); length > 0 && length < before.size()) {
      return text::trim(before.substr(0, before.size() - length));
    }
  }
  return longest_part(title);
}

std::string_view first_meta(const page::Page& page, std::string_view name) noexcept {
  for (const page::MetaTag& tag : page.meta) {
    if (tag.name == name && !text::trim(tag.content).empty()) return text::trim(tag.content);
  }
  return {};
}

}  // namespace

std::string_view headline_of(const page::Page& page) noexcept {
  const std::string_view site_name = first_meta(page, "og:site_name");
  const std::string_view title = first_meta(page, "og:title");
  return without_site_name(title.empty() ? page.title : title, site_name);
}

}  // namespace pith::metadata
