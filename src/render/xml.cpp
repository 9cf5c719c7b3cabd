#include "render/xml.hpp"

namespace pith::render {

void append_escaped_xml(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const std::string_view three = text.substr(at, 3);
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") {
      at += 2;
    } else if (static_cast<unsigned char>(c) >= ' ' || c == '\n' || c == '\t') {
      out += c;
    }
  }
}

void append_xml_attribute(std::string& out, std::string_view name, std::string_view value) {
  out.append(" ").append(name).append("=\"");
  append_escaped_xml(out, value);
  out += '"';
}

}  // namespace pith::render
