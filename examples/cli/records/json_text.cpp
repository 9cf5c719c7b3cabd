#include "records/json_text.hpp"

#include <nlohmann/json.hpp>

namespace records {

void append_string(std::string& out, std::string_view text) {
  out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void ObjectWriter::separate() {
  if (!is_first_) out_ += ',';
  is_first_ = false;
}

void ObjectWriter::key(std::string_view name) {
  separate();
  append_string(out_, name);
  out_ += ':';
}

void ObjectWriter::raw(std::string_view name, std::string_view json) {
  key(name);
  out_ += json;
}

void ObjectWriter::text(std::string_view name, std::string_view value) {
  key(name);
  append_string(out_, value);
}

void ObjectWriter::number(std::string_view name, unsigned long long value) {
  key(name);
  out_ += std::to_string(value);
}

void ObjectWriter::members(std::string_view json) {
  if (json.empty()) return;
  separate();
  out_ += json;
}

}  // namespace records
