/// Arguments of `pith filter`.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "options/extraction.hpp"

namespace filter {

/// Names of fields, the first that a record has counts. "a.b" is the member b of the object a.
using FieldNames = std::vector<std::string>;

struct Arguments {
  cli::ExtractionArguments extraction;
  cli::Format format = cli::Format::text;
  FieldNames input = {"html", "text", "content", "raw_content", "html_base64"};
  FieldNames url = {"url", "metadata.url"};
  FieldNames charset = {"charset", "encoding", "metadata.charset"};
  FieldNames content_type = {"content_type", "metadata.content_type"};
  FieldNames fetched_at = {"fetched_at",
                           "fetched",
                           "crawled_at",
                           "date_download",
                           "warc_date",
                           "timestamp",
                           "metadata.fetched_at",
                           "metadata.warc_date",
                           "warc_headers.warc-date"};
  std::string prefix;
  bool is_base64 = false;
  bool keep_input = false;
  bool spans = false;
  bool is_unbuffered = false;
  std::size_t max_line_bytes = std::size_t{256} << 20U;
};

}  // namespace filter
