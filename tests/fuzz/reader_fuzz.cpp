// Differential fuzzing: whatever the bytes, the page read through a skeleton is the page that plain Gumbo reads.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "support/reader_difference.hpp"
#include "text/text.hpp"

// Longer inputs find nothing that short ones do not.
constexpr std::size_t max_input_bytes = 4096;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > max_input_bytes) return 0;
  pith::text::DecodedText decoded;
  std::vector<pith::Notice> notices;
  pith::text::DecodeHints hints;
  hints.encoding = "utf-8";
  pith::text::decode({reinterpret_cast<const char*>(data), size}, hints, decoded, notices);
  const std::string difference = pith::test::reader_difference(decoded.utf8);
  if (difference.empty()) return 0;
  std::fprintf(stderr, "%s\n", difference.c_str());
  std::abort();
}
