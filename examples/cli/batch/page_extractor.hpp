/// One extractor thread's work: the records of a parcel become lines.
#pragma once

#include <pith.hpp>
#include <string>
#include <vector>

#include "batch/arguments.hpp"
#include "batch/inputs.hpp"
#include "batch/parcel.hpp"
#include "filter/input_record.hpp"
#include "options/page_reader.hpp"
#include "records/article_fields.hpp"
#include "warc/http_response.hpp"

namespace batch {

/// One a thread.
class PageExtractor {
 public:
  /// All have to outlive this.
  PageExtractor(const Arguments& arguments, const std::vector<Input>& inputs, const cli::Knowledge& knowledge);

  /// Fills output, written, learned and tally.
  void process(Parcel& parcel);

 private:
  /// What is known of the page at hand.
  struct Page {
    pith::Source source;
    std::string url;
    std::string content_type;
    filter::InputRecord line;   ///< of JSON Lines
    bool is_too_large = false;  ///< its source is only its beginning, or will be cut to that
  };

  void process_record(const RawRecord& record, Parcel& parcel);
  /// Null, or why the record has no page, for the tally.
  [[nodiscard]] const char* find_page(const RawRecord& record, std::string_view bytes, Page& page);
  [[nodiscard]] const char* find_in_response(const RawRecord& record, std::string_view bytes, Page& page);
  [[nodiscard]] const char* find_in_line(const RawRecord& record, std::string_view bytes, Page& page);
  void note_error(const RawRecord& record, std::string_view reason, Parcel& parcel) const;
  void write(const RawRecord& record, const Page& page, pith::Article&& article, Parcel& parcel);
  void write_json(const RawRecord& record, const Page& page, records::ArticleFields&& fields, std::string& out);

  const Arguments& arguments_;
  const std::vector<Input>& inputs_;
  std::size_t max_page_bytes_;
  records::ArticleFormat format_;
  filter::Arguments line_arguments_;
  filter::RecordParser lines_;
  warc::BodyReader bodies_;
  cli::PageReader reader_;
  std::string line_;  // with the padding that simdjson wants
};

/// The largest page that is read whole.
[[nodiscard]] std::size_t max_page_bytes(const Arguments& arguments);

}  // namespace batch
