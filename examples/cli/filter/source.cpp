#include "filter/source.hpp"

namespace filter {

pith::Source source_of(const InputRecord& input, const Arguments& arguments, std::string& content_type) {
  content_type.clear();
  if (!input.is_text) content_type = input.content_type;
  if (!input.is_text && content_type.empty() && !input.charset.empty())
    content_type = "text/html; charset=" + input.charset;
  const bool is_html = input.page_field.starts_with("html") && arguments.extraction.kind == pith::SourceKind::automatic;
  return {.bytes = input.page,
          .url = input.url,
          .content_type = content_type,
          .kind = is_html ? pith::SourceKind::html : arguments.extraction.kind,
          .encoding = input.is_text ? "utf-8" : "",
          .fetched_at = input.fetched_at,
          .expect = arguments.extraction.expect};
}

}  // namespace filter
