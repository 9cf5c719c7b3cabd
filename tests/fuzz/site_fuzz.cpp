// Whatever the bytes, load_site_memory() refuses them with a reason or gives a memory that can be used. An input is
// tried as it is, and as the inside of a file whose first line and checksum are right.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "support/site_promises.hpp"

// Longer inputs find nothing that short ones do not.
constexpr std::size_t max_input_bytes = 2048;

static void check(std::string_view bytes, pith::Extractor& extractor) {
  bool was_accepted = false;
  const std::string broken = pith::test::broken_site_promise(bytes, extractor, was_accepted);
  if (broken.empty()) return;
  std::fprintf(stderr, "%s\n", broken.c_str());
  std::abort();
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > max_input_bytes) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  pith::Extractor extractor;
  check(bytes, extractor);
  check(pith::test::with_checksum(std::string(pith::test::memory_first_line) + bytes), extractor);
  return 0;
}
