/// The line that `pith filter` writes for a line it read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "filter/arguments.hpp"
#include "filter/input_record.hpp"
#include "records/article_fields.hpp"

namespace filter {

[[nodiscard]] records::ArticleFormat article_format(const Arguments& arguments);

/// The names of all fields that the filter may write, with the prefix.
[[nodiscard]] std::vector<std::string> output_names(const Arguments& arguments);

/// Appends the fields that were passed through, those of the article, and a newline. An object `metadata` of the input
/// keeps its members and gets those of the article that it does not have.
void append_article(std::string& out, const InputRecord& input, records::ArticleFields&& fields,
                    const records::ArticleFormat& format);

/// Appends the fields that were passed through, the error with the number of the line (from 1), and a newline.
void append_error(std::string& out, const InputRecord& input, const records::ArticleFormat& format,
                  unsigned long long line_number);

}  // namespace filter
