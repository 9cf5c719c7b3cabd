#include "html/tex_scripts.hpp"

#include <string>

#include "core/wide_bytes.hpp"
#include "html/lexer.hpp"
#include "text/ascii.hpp"

namespace pith::html {
namespace {

constexpr std::string_view type = "math/tex";
constexpr std::string_view start = "<script";

bool is_start(std::string_view html, std::size_t less_than) {
  return text::equals_ignoring_case(html.substr(less_than, start.size()), start);
}

void append_attribute(std::string& out, std::string_view tex) {
  for (const char c : tex) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
}

}  // namespace

std::string_view show_tex_scripts(std::string_view html, core::Arena& storage) {
  std::size_t at = core::find_word(html, type);
  if (at == std::string_view::npos) return html;
  std::string out;
  std::size_t copied = 0;
  for (; at != std::string_view::npos; at = core::find_word(html, type, at + 1)) {
    const std::size_t less_than = html.rfind('<', at);
    if (less_than == std::string_view::npos || less_than < copied || !is_start(html, less_than)) continue;
    const TagToken tag = read_tag(html, less_than, MarkupKind::start_tag);
    if (!tag.complete || tag.end <= at) continue;
    const std::size_t end = script_end(html, tag.end);
    if (end == html.size()) break;
    const bool is_display = html.substr(at, tag.end - at).find("display") != std::string_view::npos;
    out.append(html, copied, less_than - copied);
    out += is_display ? "<math display=\"block\" alttext=\"" : "<math alttext=\"";
    append_attribute(out, html.substr(tag.end, end - tag.end));
    out += "\"></math>";
    at = copied = read_tag(html, end, MarkupKind::end_tag).end;
  }
  out.append(html, copied);
  return storage.copy(out);
}

}  // namespace pith::html
