#include "files/atomic_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "files/descriptor.hpp"
#include "files/say.hpp"

namespace cli {
namespace {

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, slash + 1);
}

}  // namespace

std::string temporary_name(const std::string& path) {
  constexpr std::string_view ending = ".partial";
  constexpr std::size_t longest_name = 255;      // bytes, on most file systems
  const std::size_t name = path.rfind('/') + 1;  // npos + 1 is 0
  return path.substr(0, name) + "." + path.substr(name, longest_name - 1 - ending.size()).append(ending);
}

std::string rename_durably(const std::string& from, const std::string& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0) return reason_of(errno);
  const Descriptor folder(::open(folder_of(to).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // Some file systems cannot flush a folder; the rename was made all the same.
  if (folder.number() >= 0) static_cast<void>(::fsync(folder.number()));
  return {};
}

std::string write_whole_file(const std::string& path, std::string_view bytes) {
  const std::string temporary = temporary_name(path);
  {
    const Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (file.number() < 0) return reason_of(errno);
    if (!write_all(file.number(), bytes) || ::fsync(file.number()) != 0) {
      std::string reason = reason_of(errno);
      static_cast<void>(std::remove(temporary.c_str()));
      return reason;
    }
  }
  return rename_durably(temporary, path);
}

}  // namespace cli
