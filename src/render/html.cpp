#include <pith/render.hpp>

#include <algorithm>
#include <array>
#include <string_view>

#include "render/html_writer.hpp"

namespace pith {
namespace {

/// Languages that are written from right to left, by the first subtag.
constexpr std::array<std::string_view, 10> right_to_left = {"ar", "ckb", "dv", "fa", "he",
                                                            "ps", "sd",  "ug", "ur", "yi"};

/// Letters, digits and hyphens: declared languages are the page's words, and may be anything.
bool is_language_tag(std::string_view tag) {
  constexpr std::size_t longest = 35;
  return !tag.empty() && tag.size() <= longest && std::all_of(tag.begin(), tag.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

void append_language(std::string_view tag, std::string& out) {
  if (!is_language_tag(tag)) return;
  out.append(" lang=\"").append(tag).append("\"");
  const std::string_view base = tag.substr(0, tag.find('-'));
  if (std::find(right_to_left.begin(), right_to_left.end(), base) != right_to_left.end()) out += " dir=\"rtl\"";
}

}  // namespace

void append_html(const Article& article, std::string& out, Links links) {
  if (article.empty()) return;
  out += "<article";
  append_language(article.metadata.language, out);
  out += ">\n";
  if (!article.metadata.title.empty()) {
    out += "<h1>";
    render::append_escaped_html(out, article.metadata.title, " ");
    out += "</h1>\n";
  }
  render::append_html(out, article.blocks, 0, links);
  out += "</article>\n";
}

std::string to_html(const Article& article, Links links) {
  std::string out;
  append_html(article, out, links);
  return out;
}

}  // namespace pith
