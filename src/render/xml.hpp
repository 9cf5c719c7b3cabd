/// XML text. Private to render.
#pragma once

#include <string>
#include <string_view>

namespace pith::render {

/// Escapes for text and for attribute values; what XML 1.0 cannot hold (control characters, U+FFFE, U+FFFF) is left
/// out.
void append_escaped_xml(std::string& out, std::string_view text);

/// ` name="value"`.
void append_xml_attribute(std::string& out, std::string_view name, std::string_view value);

}  // namespace pith::render
