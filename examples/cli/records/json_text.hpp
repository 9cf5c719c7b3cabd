/// JSON written by hand where a whole tree would cost more than the page: strings and members of a record.
#pragma once

#include <string>
#include <string_view>

namespace records {

/// A JSON string with its quotes. Bytes that are not UTF-8 become U+FFFD.
void append_string(std::string& out, std::string_view text);

/// An object under construction: {"name":value,...}
class ObjectWriter {
 public:
  /// Appends to `out`, which has to outlive this.
  explicit ObjectWriter(std::string& out) : out_(out) { out_ += '{'; }

  /// `json` is a valid JSON value.
  void raw(std::string_view name, std::string_view json);
  void text(std::string_view name, std::string_view value);
  void number(std::string_view name, unsigned long long value);
  /// Members that are JSON already: "name":value,...; may be empty.
  void members(std::string_view json);
  void close() { out_ += '}'; }

 private:
  void separate();
  void key(std::string_view name);

  std::string& out_;
  bool is_first_ = true;
};

}  // namespace records
