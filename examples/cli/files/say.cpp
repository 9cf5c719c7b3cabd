#include "files/say.hpp"

#include <unistd.h>

#include <system_error>

namespace cli {

void say(const std::string& what) {
  const std::string line = "pith: " + what + "\n";
  // Nobody is left to tell that standard error cannot be written.
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

std::string reason_of(int error_number) {
  return std::generic_category().message(error_number);
}

}  // namespace cli
