#include "filter/output_record.hpp"

#include "records/json_text.hpp"
#include "records/merge_objects.hpp"

namespace filter {

records::ArticleFormat article_format(const Arguments& arguments) {
  return {.rendering = arguments.format,
          .style = arguments.extraction.style,
          .prefix = arguments.prefix,
          .spans = arguments.spans};
}

std::vector<std::string> output_names(const Arguments& arguments) {
  std::vector<std::string> names;
  for (const std::string_view name : {records::metadata_name, records::confidence_name, records::verdict_name,
                                      records::language_name, records::charset_name})
    names.push_back(arguments.prefix + std::string(name));
  const bool is_json = arguments.format == cli::Format::json;
  names.push_back(arguments.prefix + std::string(is_json ? records::article_name : records::rendering_name));
  if (arguments.spans) names.push_back(arguments.prefix + std::string(records::attributes_name));
  names.emplace_back("error");
  return names;
}

void append_article(std::string& out, const InputRecord& input, records::ArticleFields&& fields,
                    const records::ArticleFormat& format) {
  records::ObjectWriter record(out);
  record.members(input.other_members);
  if (!input.metadata.empty()) fields.metadata = records::merge_objects(input.metadata, fields.metadata);
  records::write_fields(record, fields, format);
  record.close();
  out += '\n';
}

void append_error(std::string& out, const InputRecord& input, const records::ArticleFormat& format,
                  unsigned long long line_number) {
  records::ObjectWriter record(out);
  record.members(input.other_members);
  if (!input.metadata.empty()) record.raw(format.prefix + std::string(records::metadata_name), input.metadata);
  record.text("error", "line " + std::to_string(line_number) + ": " + input.error);
  record.close();
  out += '\n';
}

}  // namespace filter
