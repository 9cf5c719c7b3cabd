/// Files that are there whole or not at all.
#pragma once

#include <string>
#include <string_view>

namespace cli {

/// Writes a file under a temporary name, flushes it to the disk and renames it. Empty: it was done, else why not. What
/// stood under the name stays until then.
[[nodiscard]] std::string write_whole_file(const std::string& path, std::string_view bytes);

/// Renames within a folder and flushes the folder, so that the new name outlives a crash. Empty, or why not.
[[nodiscard]] std::string rename_durably(const std::string& from, const std::string& to);

/// The temporary name of a path: hidden, in the same folder.
[[nodiscard]] std::string temporary_name(const std::string& path);

}  // namespace cli
