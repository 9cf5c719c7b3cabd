/// TextShape: what one look at a block's characters tells, be it a block of HTML or a line of plain text.
#pragma once

#include <string_view>

namespace pith::measure {

/// Counts are of code points unless said otherwise; flags are 0 or 1.
struct TextShape {
  float characters = 0;
  float upper = 0;
  float digits = 0;
  float punctuation = 0;  ///< and symbols
  float sentences = 0;    ///< sentence ends: . ! ? before a space, quote or the end; CJK and Arabic marks anywhere
  float commas = 0;       ///< , ; and their CJK forms
  float newlines = 0;
  float separators = 0;  ///< | / and the like between menu items
  float quotes = 0;
  float brackets = 0;
  float colons = 0;
  float urls = 0;         ///< "http", "www.", and ".com" and other top domains that companies use
  bool has_year = false;  ///< 19xx or 20xx
  bool has_date = false;  ///< digits parted by - / . : or CJK date units
  bool has_copyright = false;
  bool ends_sentence = false;
  bool ends_ellipsis = false;
  bool starts_upper = false;
  bool starts_lower = false;
  bool starts_digit = false;
};

/// One pass over the text.
[[nodiscard]] TextShape shape_of(std::string_view text) noexcept;

}  // namespace pith::measure
