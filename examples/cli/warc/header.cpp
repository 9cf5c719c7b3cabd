#include "warc/header.hpp"

#include <charconv>

#include "warc/header_lines.hpp"

namespace warc {
namespace {

std::string_view without_brackets(std::string_view value) {
  if (value.starts_with('<') && value.ends_with('>')) return value.substr(1, value.size() - 2);
  return value;
}

}  // namespace

std::size_t header_length(std::string_view bytes) noexcept {
  return find_header_end(bytes.substr(0, max_header_bytes));
}

bool parse_header(std::string_view bytes, Header& out) {
  out = {};
  if (!take_line(bytes).starts_with("WARC/")) return false;
  const std::pair<std::string_view, std::string*> fields[] = {{"WARC-Type", &out.type},
                                                              {"WARC-Target-URI", &out.target_uri},
                                                              {"WARC-Date", &out.date},
                                                              {"WARC-Record-ID", &out.record_id},
                                                              {"Content-Type", &out.content_type},
                                                              {"WARC-Identified-Payload-Type", &out.payload_type},
                                                              {"WARC-Truncated", &out.truncated}};
  bool has_length = false;
  while (!bytes.empty()) {
    const HeaderField field = split_field(take_line(bytes));
    if (same_name(field.name, "Content-Length")) {
      const char* const end = field.value.data() + field.value.size();
      const auto read = std::from_chars(field.value.data(), end, out.content_length);
      has_length = read.ec == std::errc{} && read.ptr == end;
    }
    for (const auto& [name, value] : fields)
      if (same_name(field.name, name)) *value = without_brackets(field.value);
  }
  return has_length;
}

}  // namespace warc
