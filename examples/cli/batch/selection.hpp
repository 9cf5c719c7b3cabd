/// Which articles a run keeps.
#pragma once

#include <pith.hpp>
#include <string>
#include <string_view>

#include "batch/arguments.hpp"

namespace batch {

/// By its address. Null: go on; else why it is left out, a name for the report: "left_out.url".
[[nodiscard]] const char* reason_against_url(const SelectionArguments& arguments, const std::string& url);

/// By its article. `text` is what to_text(article) gives, `language` its language. Empty: keep.
[[nodiscard]] std::string reason_against(const SelectionArguments& arguments, const pith::Article& article,
                                         std::string_view text, std::string_view language);

/// Whether it begins as tags of languages do, with two or three letters: "en", "zh-Hans".
[[nodiscard]] bool is_language_tag(std::string_view text);

/// Words between spaces; Chinese, Japanese and Korean characters count one each. `text` is UTF-8.
[[nodiscard]] std::size_t count_words(std::string_view text);

/// Of the text without white space, punctuation of ASCII and the case of ASCII letters: equal for texts that differ in
/// nothing else. FNV-1a, 64 bits: of a billion articles, about three in a hundred runs lose one to a chance match.
[[nodiscard]] std::uint64_t folded_hash(std::string_view text);

/// Of all bytes.
[[nodiscard]] std::uint64_t exact_hash(std::string_view bytes);

}  // namespace batch
