#include "files/descriptor.hpp"

#include <unistd.h>

#include <cerrno>

namespace cli {

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

long read_some(int descriptor, char* to, std::size_t size) noexcept {
  for (;;) {
    const ssize_t got = ::read(descriptor, to, size);
    if (got >= 0 || errno != EINTR) return static_cast<long>(got);
  }
}

bool write_all(int descriptor, std::string_view bytes) noexcept {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace cli
