/// Attributes as the page writes them, without a parser. Pure functions; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/arena.hpp"
#include "html/lexer.hpp"
#include "html/vocabulary.hpp"
#include "page/page_builder.hpp"

namespace pith::html {

/// Without the prefix that attributes of SVG may have: "xlink:href" is href, "xml:lang" is lang.
[[nodiscard]] std::string_view local_name(std::string_view name) noexcept;

/// All attributes of a tag, decoded, names in lower case; of one name only the first.
void name_attributes(std::string_view html, const TagToken& tag, core::Arena& storage,
                     std::vector<NamedAttribute>& out);

/// Equal for tags with the same attributes in any order; never 0.
[[nodiscard]] std::uint32_t attributes_hash(std::string_view html, const TagToken& tag, core::Arena& storage);

/// As an attribute: " h=1a2b3c4d".
void append_hash(std::uint32_t hash, std::string& out);

}  // namespace pith::html
