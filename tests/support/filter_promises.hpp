/// What holds of `pith filter`, whatever its input: a record out for a line in, each a JSON object; members that are
/// not its own pass through; and a line is an error only where it has to be.
#pragma once

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "filter/arguments.hpp"
#include "filter/output_record.hpp"
#include "filter/run.hpp"

namespace pith::test {

/// A file in memory in place of a descriptor of the process, until it goes.
class StandInFile {
 public:
  StandInFile(int replaced, std::string_view bytes)
      : replaced_(replaced), kept_(::dup(replaced)), file_(::memfd_create("stand-in", MFD_CLOEXEC)) {
    [[maybe_unused]] const auto written = ::write(file_, bytes.data(), bytes.size());
    ::lseek(file_, 0, SEEK_SET);
    ::dup2(file_, replaced_);
  }
  ~StandInFile() {
    ::dup2(kept_, replaced_);
    ::close(kept_);
    ::close(file_);
  }
  StandInFile(const StandInFile&) = delete;
  StandInFile& operator=(const StandInFile&) = delete;

  [[nodiscard]] std::string bytes() const {
    std::string out(static_cast<std::size_t>(::lseek(file_, 0, SEEK_END)), '\0');
    out.resize(static_cast<std::size_t>(std::max<ssize_t>(::pread(file_, out.data(), out.size(), 0), 0)));
    return out;
  }

 private:
  int replaced_, kept_, file_;
};

/// Lines as `pith filter` counts them: a last one without a newline counts unless it is empty.
inline std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

inline filter::Arguments filter_arguments(unsigned char choice) {
  filter::Arguments arguments;
  static constexpr cli::Format formats[] = {cli::Format::text, cli::Format::markdown, cli::Format::html,
                                            cli::Format::json};
  arguments.format = formats[choice & 3U];
  arguments.spans = arguments.format == cli::Format::text && (choice & 4U) != 0;
  arguments.keep_input = (choice & 8U) != 0;
  if ((choice & 16U) != 0) arguments.prefix = "pith_";
  arguments.is_base64 = (choice & 32U) != 0;
  if ((choice & 64U) != 0) arguments.max_line_bytes = 64;
  arguments.is_unbuffered = (choice & 128U) != 0;
  return arguments;
}

inline bool is_one_of(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Of a line that is an object, and the record that came of it.
inline std::string broken_pass_through(const nlohmann::json& in, const nlohmann::json& out,
                                       const filter::Arguments& arguments) {
  bool has_page = false;
  const std::vector<std::string> own = filter::output_names(arguments);
  for (const auto& [name, value] : in.items()) {
    const bool may_be_page = is_one_of(arguments.input, name);
    has_page = has_page || (may_be_page && value.is_string());
    if (may_be_page || is_one_of(own, name)) continue;
    if (!out.contains(name) || out[name] != value) return "a member did not pass through: " + name;
  }
  const bool may_fail = arguments.is_base64 || !has_page || in.contains("html_base64");
  return !may_fail && out.contains("error") ? "an error for a page: " + out["error"].dump() : "";
}

inline std::string broken_record(std::string_view line, std::string_view record, const filter::Arguments& arguments) {
  const auto out = nlohmann::json::parse(record, nullptr, false);
  if (!out.is_object()) return "a record is no object: " + std::string(record);
  // nlohmann's parser takes a zero byte for the end.
  if (line.find('\0') != std::string_view::npos) return out.contains("error") ? "" : "a zero byte is no error";
  if (line.size() > arguments.max_line_bytes) return out.contains("error") ? "" : "a long line is no error";
  const auto in = nlohmann::json::parse(line, nullptr, false);
  if (in.is_object()) return broken_pass_through(in, out, arguments);
  // A lone surrogate is no JSON, but is repaired; numbers too large for nlohmann's library pass through.
  const bool may_be_taken = line.find("\\u") != std::string_view::npos || nlohmann::json::accept(line);
  return may_be_taken || out.contains("error") ? "" : "a line that is no object is no error";
}

/// The first byte chooses the arguments, the others are the input.
inline std::string broken_filter_promise(std::string_view bytes) {
  if (bytes.empty()) return {};
  const filter::Arguments arguments = filter_arguments(static_cast<unsigned char>(bytes[0]));
  const std::vector<std::string_view> lines = lines_of(bytes.substr(1));
  std::string written;
  {
    const StandInFile input(STDIN_FILENO, bytes.substr(1));
    const StandInFile output(STDOUT_FILENO, {});
    if (filter::run(arguments) != 0) return "the filter failed";
    written = output.bytes();
  }
  if (!written.empty() && written.back() != '\n') return "the last record is no whole line";
  const std::vector<std::string_view> records = lines_of(written);
  if (records.size() != lines.size()) return "not a record for a line";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (std::string broken = broken_record(lines[i], records[i], arguments); !broken.empty()) return broken;
  }
  return {};
}

}  // namespace pith::test
