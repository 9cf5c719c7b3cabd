#include "batch/page_extractor.hpp"

#include <algorithm>
#include <new>

#include "batch/selection.hpp"
#include "filter/line_reader.hpp"
#include "filter/output_record.hpp"
#include "filter/source.hpp"
#include "options/instants.hpp"
#include "records/json_text.hpp"

namespace batch {
namespace {

filter::Arguments line_arguments(const Arguments& arguments) {
  filter::Arguments out;
  out.extraction = arguments.extraction;
  out.format = arguments.format;
  return out;
}

/// Null where the body was read, else its name in the tally.
const char* reason_against_body(warc::BodyReader::Outcome outcome) {
  using Outcome = warc::BodyReader::Outcome;
  if (outcome == Outcome::damaged) return "errors.damaged_body";
  return outcome == Outcome::unknown_encoding ? "errors.unknown_encoding" : nullptr;
}

}  // namespace

std::size_t max_page_bytes(const Arguments& arguments) {
  const std::size_t limit = arguments.extraction.options.limits.max_input_bytes;
  return arguments.selection.max_bytes == 0 ? limit : std::min(limit, arguments.selection.max_bytes);
}

PageExtractor::PageExtractor(const Arguments& arguments, const std::vector<Input>& inputs,
                             const cli::Knowledge& knowledge)
    : arguments_(arguments),
      inputs_(inputs),
      max_page_bytes_(max_page_bytes(arguments)),
      format_{.rendering = arguments.format == cli::Format::jsonl ? cli::Format::text : arguments.format,
              .style = arguments.extraction.style,
              .prefix = {},
              .spans = false},
      line_arguments_(line_arguments(arguments)),
      lines_(line_arguments_, filter::output_names(line_arguments_)),
      reader_(arguments.extraction.options, knowledge, nullptr) {}

const char* PageExtractor::find_in_response(const RawRecord& record, std::string_view bytes, Page& page) {
  warc::HttpHead head;
  if (!warc::split_response(bytes, head)) return "errors.not_http";
  if (head.status < 200 || head.status > 299) return "skipped.http_status";
  if (!warc::may_be_page(head.content_type)) return "skipped.not_html";
  std::string_view body;
  const auto outcome = bodies_.read(head, max_page_bytes_ + 1, body);
  page.source.bytes = body;
  page.content_type = head.content_type;
  // Of a compressed body that is known to be cut, what can be read is the page.
  const bool is_known_cut = record.was_truncated || record.was_cut;
  if (is_known_cut && outcome == warc::BodyReader::Outcome::damaged && !body.empty()) return nullptr;
  return reason_against_body(outcome);
}

const char* PageExtractor::find_in_line(const RawRecord& record, std::string_view bytes, Page& page) {
  if (record.was_cut) return "errors.line_too_long";
  line_.assign(bytes);
  line_.reserve(line_.size() + filter::LineReader::padding);
  page.line = lines_.parse(line_);
  if (!page.line.error.empty()) return page.line.is_object ? "errors.no_page_in_line" : "errors.not_json";
  page.url = page.line.url;
  page.source = filter::source_of(page.line, line_arguments_, page.content_type);
  return nullptr;
}

const char* PageExtractor::find_page(const RawRecord& record, std::string_view bytes, Page& page) {
  page.url = record.url;
  page.content_type = record.content_type;
  page.source.bytes = bytes;
  page.source.kind = arguments_.extraction.kind;
  page.source.fetched_at = cli::parse_instant(record.date);
  const char* reason = nullptr;
  switch (record.kind) {
    case RecordKind::http_response:
      reason = find_in_response(record, bytes, page);
      break;
    case RecordKind::page:
      break;
    case RecordKind::plain_text:
      page.source.kind = pith::SourceKind::text;
      page.source.encoding = "utf-8";
      break;
    case RecordKind::json_line:
      reason = find_in_line(record, bytes, page);
      break;
  }
  page.is_too_large = record.was_cut || std::string_view(page.source.bytes).size() > max_page_bytes_;
  if (reason == nullptr && page.is_too_large && arguments_.selection.max_bytes > 0) reason = "left_out.bytes";
  if (reason == nullptr) reason = reason_against_url(arguments_.selection, page.url);
  return reason;
}

void PageExtractor::write_json(const RawRecord& record, const Page& page, records::ArticleFields&& fields,
                               std::string& out) {
  if (record.kind == RecordKind::json_line) {
    filter::append_article(out, page.line, std::move(fields), format_);
    return;
  }
  records::ObjectWriter object(out);
  if (!record.id.empty()) object.text("id", record.id);
  if (!page.url.empty()) object.text("url", page.url);
  if (!record.date.empty()) object.text("fetched", record.date);
  object.text("file", inputs_[record.input].path);
  object.number("offset", record.position.offset);
  records::write_fields(object, fields, format_);
  object.close();
  out += '\n';
}

void PageExtractor::write(const RawRecord& record, const Page& page, pith::Article&& article, Parcel& parcel) {
  const bool needs_text = arguments_.selection.min_words > 0 || arguments_.selection.drop_duplicates;
  const std::string text = needs_text ? pith::to_text(article) : std::string();
  const std::string reason = reason_against(arguments_.selection, article, text, article.metadata.language);
  parcel.tally.add("verdicts." + std::string(pith::name_of(article.verdict)));
  if (!reason.empty()) {
    parcel.tally.add(reason);
    return;
  }
  WrittenRecord written{.begin = parcel.output.size(), .end = 0, .text_hash = 0};
  if (arguments_.selection.drop_duplicates) written.text_hash = folded_hash(text);
  if (arguments_.format == cli::Format::jsonl) {
    write_json(record, page, records::make_fields(std::move(article), format_), parcel.output);
  } else {
    const std::string& name = page.url.empty() ? inputs_[record.input].path : page.url;
    parcel.output.append("==> ").append(name).append(" <==\n");
    parcel.output += cli::render(article, arguments_.format, format_.style);
    parcel.output += '\n';
  }
  written.end = parcel.output.size();
  parcel.written.push_back(written);
}

/// Where something is wrong, for the report.
void PageExtractor::note_error(const RawRecord& record, std::string_view reason, Parcel& parcel) const {
  constexpr std::string_view group = "errors.";
  if (!reason.starts_with(group)) return;
  const std::string place = inputs_[record.input].path + " at " + place_of(record.position);
  parcel.damage.push_back(place + ": " + std::string(reason.substr(group.size())));
}

void PageExtractor::process_record(const RawRecord& record, Parcel& parcel) {
  Page page;
  const std::string_view bytes(parcel.bytes.data() + record.begin, record.end - record.begin);
  const char* const reason = find_page(record, bytes, page);
  if (reason != nullptr) {
    parcel.tally.add(reason);
    note_error(record, reason, parcel);
    return;
  }
  page.source.url = page.url;
  page.source.content_type = page.content_type;
  page.source.expect = arguments_.extraction.expect;
  parcel.tally.add("pages");
  if (page.is_too_large) parcel.tally.add("cut_pages");
  parcel.tally.add("page_bytes", std::string_view(page.source.bytes).size());
  write(record, page, reader_.extract(page.source), parcel);
}

void PageExtractor::process(Parcel& parcel) {
  if (!arguments_.extraction.learn_site.empty()) reader_.learn_into(&parcel.learned);
  for (const RawRecord& record : parcel.records) {
    const std::size_t output = parcel.output.size();
    const std::size_t written = parcel.written.size();
    try {
      process_record(record, parcel);
    } catch (const std::bad_alloc&) {
      parcel.output.resize(output);
      parcel.written.resize(written);
      parcel.tally.add("errors.memory");
    }
  }
}

}  // namespace batch
