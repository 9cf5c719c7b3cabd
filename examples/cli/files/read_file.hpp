/// Whole files, up to a limit.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace cli {

struct FileBytes {
  std::unique_ptr<char[]> storage;  ///< no std::string, which would write zeros over its memory first
  std::string_view bytes;           ///< in `storage`
  bool was_cut = false;             ///< the file goes on after `bytes`
  std::string error;                ///< why it could not be read, such as "No such file or directory"; empty: it was
};

/// At most `max_bytes` of a file, or of standard input when the name is "-". Costs no more memory than twice that.
[[nodiscard]] FileBytes read_file(const std::string& name, std::size_t max_bytes);

/// The same for files of which a part means something else: a longer one is an error.
[[nodiscard]] FileBytes read_whole_file(const std::string& name, std::size_t max_bytes);

}  // namespace cli
