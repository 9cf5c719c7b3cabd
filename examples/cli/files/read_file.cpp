#include "files/read_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "files/descriptor.hpp"
#include "files/say.hpp"

namespace cli {
namespace {

constexpr std::size_t first_read = std::size_t{64} << 10U;

/// Room for the whole file where its size is known: no byte is copied then.
std::size_t size_to_expect(int descriptor, std::size_t max_bytes) {
  struct stat status = {};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return first_read;
  return std::min(static_cast<std::size_t>(status.st_size) + 1, max_bytes);
}

void read_all(int descriptor, std::size_t max_bytes, FileBytes& out) {
  std::size_t size = size_to_expect(descriptor, max_bytes);
  out.storage = std::make_unique_for_overwrite<char[]>(size);
  std::size_t used = 0;
  while (used < max_bytes) {
    if (used == size) {
      size = std::min(max_bytes, 2 * used);
      auto larger = std::make_unique_for_overwrite<char[]>(size);
      std::copy_n(out.storage.get(), used, larger.get());
      out.storage = std::move(larger);
    }
    const long got = read_some(descriptor, out.storage.get() + used, size - used);
    if (got < 0) out.error = reason_of(errno);
    if (got <= 0) break;
    used += static_cast<std::size_t>(got);
  }
  char next = 0;
  out.was_cut = used == max_bytes && read_some(descriptor, &next, 1) > 0;
  out.bytes = {out.storage.get(), used};
}

}  // namespace

FileBytes read_file(const std::string& name, std::size_t max_bytes) {
  FileBytes out;
  if (name == "-") {
    read_all(STDIN_FILENO, max_bytes, out);
    return out;
  }
  const Descriptor file(::open(name.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0)
    out.error = reason_of(errno);
  else
    read_all(file.number(), max_bytes, out);
  return out;
}

FileBytes read_whole_file(const std::string& name, std::size_t max_bytes) {
  FileBytes out = read_file(name, max_bytes);
  if (out.was_cut) out.error = "it is larger than " + std::to_string(max_bytes) + " bytes";
  return out;
}

}  // namespace cli
