/// Names of authors as pages write them, and as they are kept. Private to metadata.
#pragma once

#include <string_view>
#include <vector>

#include <pith/article.hpp>

namespace pith::metadata {

/// Adds one author: without "By" before the name and "(abc)" behind it, once. Addresses and bare numbers are no names.
void add_author(std::vector<std::string>& authors, std::string_view name);

/// Adds the names at the start of a byline, in a script that has capitals: "Jane Doe and John de Vries, Nature" gives
/// two. A name ends at a separator, at a digit, or at a word that no name has.
void add_names(std::vector<std::string>& authors, std::string_view byline);

/// The words behind "By ", "Posted by ", "Von " and the like; empty when the line does not begin so.
[[nodiscard]] std::string_view behind_byline_words(std::string_view line);

/// The same words, but for letter case, width and punctuation.
[[nodiscard]] bool is_same_name(std::string_view one, std::string_view other);

}  // namespace pith::metadata
