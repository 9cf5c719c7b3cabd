/// Names of authors as pages write them, and as they are kept. Private to metadata.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "metadata/name_words.hpp"

namespace pith::metadata {

/// How much the text that holds the names can be believed.
enum class NameTrust : unsigned char {
  declared,   ///< a field that is for names, by whatever name people sign
  announced,  ///< a line or element that readers see: a name looks like one
};

using Names = std::vector<std::string>;

/// The one splitter of all sources: every name of a byline or field, in order, each once. Cuts labels ("By", "Text:"),
/// titles, roles, organizations, places and dates; leaves out addresses, accounts ("admin") and, but for declared ones,
/// all that does not look like a name. "Jane Doe, John Roe and Ann Lee, Reuters" gives three.
[[nodiscard]] Names split_names(std::string_view text, NameTrust trust);

/// Adds a name unless it is there already, whatever its case. No more than 200.
void add_name(Names& names, std::string name);

/// The same words, but for letter case, width and punctuation.
[[nodiscard]] bool is_same_name(std::string_view one, std::string_view other);

/// Names in Han characters or Hangul, of a list without a label: "\u5F20\u4E09\u3001\u674E\u5C0F\u56DB",
/// "\u738B\u5C0F\u4E94\uFF0F\u53F0\u5317\u5831\u5C0E". Only what begins with a surname and has a name's length.
[[nodiscard]] Names split_han_names(std::string_view text);

/// Whether the text is one name in Han characters or Hangul: a surname and one or two more, or parts with a middle dot.
[[nodiscard]] bool is_han_name(std::string_view text);

/// Characters of the surname that the text begins with; 0 when it begins with none.
[[nodiscard]] std::size_t han_surname_length(std::string_view text);

}  // namespace pith::metadata
