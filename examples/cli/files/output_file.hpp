/// Where a program's output goes: standard output, or a file that takes its name when all of it is there.
#pragma once

#include <string>
#include <string_view>

#include "files/descriptor.hpp"

namespace cli {

class OutputFile {
 public:
  /// Empty or "-": standard output. What is no plain file, such as /dev/null, is written to as it is. The file that a
  /// link stands for is replaced, not the link, and keeps its permissions.
  explicit OutputFile(std::string path);
  /// Takes an unfinished file away.
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void write(std::string_view bytes);
  /// Writes out what waits, and gives the file its name.
  void finish();
  /// "cannot write FILE: No space left on device"; empty: all went well so far.
  [[nodiscard]] const std::string& error() const noexcept { return error_; }

 private:
  void flush();
  void fail(int error_number);

  std::string path_;
  std::string temporary_;  // empty: none is used
  Descriptor file_;
  std::string waiting_;
  std::string error_;
};

}  // namespace cli
