/// What an <img> says of itself. Part of HtmlElements.
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>

#include "support/html_elements.hpp"

namespace pith::test {

/// "" when the element has none of that name.
[[nodiscard]] std::string_view attribute(const GumboElement& element, const char* name);

/// ASCII letters in lower case.
[[nodiscard]] std::string lower(std::string_view text);

/// Fills in addresses, alternative text, and whether it is loaded late and content.
void read_image(const GumboElement& element, Element& image);

}  // namespace pith::test
