/// One line of input: a JSON object with a page in one of its fields.
#pragma once

#include <memory>
#include <pith.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "filter/arguments.hpp"

namespace filter {

/// What a line held. Views are valid until the parser reads its next line.
struct InputRecord {
  std::string_view page;        ///< the value of the input field, unescaped, or decoded from base64
  std::string_view page_field;  ///< its name
  bool is_text = true;          ///< the page came as a JSON string: UTF-8 whatever it declares
  std::string url;
  std::string charset;
  std::string content_type;
  pith::Date fetched_at;      ///< unknown where no field says so
  std::string other_members;  ///< all that is passed through, JSON: "a":1,"b":[2]; empty when there is none
  std::string metadata;       ///< the field of that name, JSON; empty when there is none
  bool is_object = true;      ///< the line was a JSON object
  std::string error;          ///< why there is no page; empty: there is one
};

/// Reads lines, reusing its memory. One thread at a time.
class RecordParser {
 public:
  /// `output_names`: fields of these names are written by the filter, so those of the input are not passed through.
  RecordParser(const Arguments& arguments, std::vector<std::string> output_names);
  ~RecordParser();
  RecordParser(const RecordParser&) = delete;
  RecordParser& operator=(const RecordParser&) = delete;

  /// LineReader::padding bytes after the line have to be readable. Never fails: see InputRecord::error.
  [[nodiscard]] InputRecord parse(std::string_view line);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace filter
