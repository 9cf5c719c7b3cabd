#include "filter/input_record.hpp"

#include <simdjson.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "filter/line_reader.hpp"
#include "filter/surrogates.hpp"
#include "options/instants.hpp"
#include "records/article_fields.hpp"
#include "records/base64.hpp"
#include "records/json_text.hpp"

namespace filter {
namespace {

namespace ondemand = simdjson::ondemand;

static_assert(LineReader::padding >= simdjson::SIMDJSON_PADDING);

/// Programs of Windows put it before the first line; where files were joined it stands before others too.
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// A field with a string that may be the page.
struct Candidate {
  std::string_view name;
  std::string_view raw;   ///< JSON
  std::string_view text;  ///< unescaped
};

/// "metadata.url" as the JSON pointer "/metadata/url".
std::vector<std::string> to_pointers(const FieldNames& names) {
  std::vector<std::string> pointers;
  for (const std::string& name : names) {
    pointers.emplace_back("/");
    for (const char c : name) pointers.back() += c == '.' ? '/' : c;
  }
  return pointers;
}

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string join(const FieldNames& names) {
  std::string joined;
  for (const std::string& name : names) joined += (joined.empty() ? "" : ", ") + name;
  return joined;
}

void add_member(std::string& members, std::string_view name, std::string_view raw) {
  if (!members.empty()) members += ',';
  records::append_string(members, name);
  members.append(":").append(raw);
}

/// Whether a member may end after its value's token. Of a string before a colon the On Demand parser thinks that it is
/// a key: it passes over `"a": "b": "c"`.
bool ends_member(std::string_view token) {
  const char next = *(token.data() + token.size());  // the padding where the line ends
  return next == ',' || next == '}';
}

simdjson::padded_string_view padded(std::string_view text) {
  return simdjson::padded_string_view(text.data(), text.size(), text.size() + LineReader::padding);
}

/// The first non-empty string among the pointers.
std::string find_string(ondemand::document& document, const std::vector<std::string>& pointers) {
  for (const std::string& pointer : pointers) {
    std::string_view text;
    if (!document.at_pointer(pointer).get_string().get(text) && !text.empty()) return std::string(text);
  }
  return {};
}

/// The first time among the pointers, be it a string or a number.
pith::Date find_instant(ondemand::document& document, const std::vector<std::string>& pointers) {
  for (const std::string& pointer : pointers) {
    ondemand::value value;
    std::string_view text;
    if (document.at_pointer(pointer).get(value)) continue;
    ondemand::json_type type{};
    if (value.type().get(type)) continue;
    if (type == ondemand::json_type::number) text = value.raw_json_token();
    if (type == ondemand::json_type::string && value.get_string().get(text)) continue;
    const pith::Date date = cli::parse_instant(text.substr(0, text.find_last_not_of(" \t\r\n") + 1));
    if (date.known()) return date;
  }
  return {};
}

/// Why a line is no object. nlohmann-json knows where a line ceases to be JSON; simdjson, which is faster, does not.
std::string reason_against(std::string_view line) {
  if (line.find_first_not_of(" \t\r") == std::string_view::npos) return "empty";
  try {
    const auto keep_nothing = [](int, nlohmann::json::parse_event_t, nlohmann::json&) { return false; };
    [[maybe_unused]] const auto nothing = nlohmann::json::parse(line, keep_nothing);
    return "not a JSON object";
  } catch (const nlohmann::json::parse_error& error) {
    return "not JSON at byte " + std::to_string(error.byte);
  } catch (const nlohmann::json::exception&) {
    return "a number that is too large";
  }
}

}  // namespace

struct RecordParser::State {
  const Arguments& arguments;
  std::vector<std::string> output_names;
  std::string metadata_name = arguments.prefix + std::string(records::metadata_name);
  std::vector<std::string> page_pointers = to_pointers(arguments.input);
  std::vector<std::string> url_pointers = to_pointers(arguments.url);
  std::vector<std::string> charset_pointers = to_pointers(arguments.charset);
  std::vector<std::string> content_type_pointers = to_pointers(arguments.content_type);
  std::vector<std::string> fetched_at_pointers = to_pointers(arguments.fetched_at);
  ondemand::parser line_parser;
  ondemand::parser rest_parser;
  simdjson::dom::parser validator;
  std::vector<Candidate> candidates;
  std::string repaired;  // the line with its lone surrogates replaced
  std::string rest;      // the object of all members but the candidates
  std::string page;      // where it is no view of the line

  State(const Arguments& given, std::vector<std::string> names) : arguments(given), output_names(std::move(names)) {}

  bool read(std::string_view line, InputRecord& out);
  bool read_member(ondemand::field field, InputRecord& out);
  bool is_valid_rest();
  void read_hints(InputRecord& out);
  void take_page(InputRecord& out);
  void decode_page(InputRecord& out);
};

bool RecordParser::State::read_member(ondemand::field field, InputRecord& out) {
  Candidate member;
  ondemand::json_type type{};
  if (field.unescaped_key().get(member.name) || field.value().type().get(type)) return false;
  const bool is_string = type == ondemand::json_type::string;
  if (is_string && !ends_member(field.value().raw_json_token())) return false;
  if (is_string && has(arguments.input, member.name)) {
    member.raw = field.value().raw_json_token();
    while (member.raw.back() != '"') member.raw.remove_suffix(1);
    if (field.value().get_string().get(member.text)) return false;
    candidates.push_back(member);
    return true;
  }
  if (simdjson::to_json_string(field.value()).get(member.raw)) return false;
  add_member(rest, member.name, member.raw);
  if (member.name == metadata_name) out.metadata = member.raw;
  if (!has(output_names, member.name)) add_member(out.other_members, member.name, member.raw);
  return true;
}

/// simdjson's On Demand parser looks only at what is asked for; what it passed over has matching brackets, no more.
bool RecordParser::State::is_valid_rest() {
  rest.insert(0, 1, '{').push_back('}');
  rest.reserve(rest.size() + LineReader::padding);
  if (validator.parse(rest.data(), rest.size(), false).error() == simdjson::SUCCESS) return true;
  return nlohmann::json::accept(rest);  // numbers of any length are valid, but simdjson wants them to fit
}

/// False when the line is no JSON object.
bool RecordParser::State::read(std::string_view line, InputRecord& out) {
  candidates.clear();
  rest.clear();
  out = {};
  ondemand::document document;
  ondemand::object object;
  if (line_parser.iterate(padded(line)).get(document) || document.get_object().get(object)) return false;
  for (auto member : object) {
    ondemand::field field;
    if (std::move(member).get(field) || !read_member(field, out)) return false;
  }
  const bool is_whole_line = document.current_location().error() == simdjson::OUT_OF_BOUNDS;
  return is_whole_line && is_valid_rest();
}

void RecordParser::State::read_hints(InputRecord& out) {
  ondemand::document document;
  if (rest_parser.iterate(padded(rest)).get(document)) return;
  out.url = find_string(document, url_pointers);
  out.charset = find_string(document, charset_pointers);
  out.content_type = find_string(document, content_type_pointers);
  out.fetched_at = find_instant(document, fetched_at_pointers);
  if (!candidates.empty()) return;
  page = find_string(document, page_pointers);
  if (!page.empty()) candidates.push_back({.name = arguments.input.front(), .raw = {}, .text = page});
}

void RecordParser::State::take_page(InputRecord& out) {
  for (const std::string& name : arguments.input) {
    const auto found =
        std::find_if(candidates.begin(), candidates.end(), [&](const Candidate& it) { return it.name == name; });
    if (found == candidates.end()) continue;
    out.page = found->text;
    out.page_field = found->name;
    break;
  }
  for (const Candidate& other : candidates) {
    if (other.raw.empty() || has(output_names, other.name)) continue;
    if (arguments.keep_input || other.name != out.page_field) add_member(out.other_members, other.name, other.raw);
  }
  if (out.page_field.empty()) out.error = "no string in the field " + join(arguments.input);
}

void RecordParser::State::decode_page(InputRecord& out) {
  if (!out.error.empty() || !(arguments.is_base64 || out.page_field.ends_with("base64"))) return;
  out.is_text = false;
  auto bytes = records::decode_base64(out.page);
  if (bytes)
    page = std::move(*bytes);
  else
    out.error = "the field " + std::string(out.page_field) + " is not base64";
  out.page = page;
}

RecordParser::RecordParser(const Arguments& arguments, std::vector<std::string> output_names)
    : state_(new State(arguments, std::move(output_names))) {}

RecordParser::~RecordParser() = default;

InputRecord RecordParser::parse(std::string_view line) {
  InputRecord out;
  if (line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
  bool is_object = state_->read(line, out);
  if (!is_object && line.find("\\u") != std::string_view::npos) {
    state_->repaired = replace_lone_surrogates(line);
    state_->repaired.reserve(state_->repaired.size() + LineReader::padding);
    is_object = state_->read(state_->repaired, out);
  }
  if (!is_object) {
    out = {};
    out.is_object = false;
    out.error = reason_against(line);
    return out;
  }
  state_->read_hints(out);
  state_->take_page(out);
  state_->decode_page(out);
  return out;
}

}  // namespace filter
