/// How the page of a JSON line is to be read.
#pragma once

#include <pith.hpp>
#include <string>

#include "filter/arguments.hpp"
#include "filter/input_record.hpp"

namespace filter {

/// Views into the record and into `content_type`, which is filled. A JSON string is UTF-8, whatever the page says.
[[nodiscard]] pith::Source source_of(const InputRecord& input, const Arguments& arguments, std::string& content_type);

}  // namespace filter
