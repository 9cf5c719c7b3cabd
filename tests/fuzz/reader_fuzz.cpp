// Differential fuzzing: whatever the bytes, the page read through a skeleton is the page that plain Gumbo reads.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "support/reader_difference.hpp"
#include "text/text.hpp"

// Longer inputs find nothing that short ones do not.
constexpr std::size_t max_input_bytes = 4096;

/// Gumbo counts past the end of its integer in references of many digits; the skeleton follows the standard.
static bool overflows_gumbo(const std::string& html) {
  constexpr std::size_t safe_digits = 6;
  for (std::size_t at = html.find("&#"); at != std::string::npos; at = html.find("&#", at + 2)) {
    const std::size_t digits = html.find_first_not_of("xX", at + 2);
    if (digits == std::string::npos) return false;
    if (std::min(html.find_first_not_of("0123456789abcdefABCDEF", digits), html.size()) - digits > safe_digits)
      return true;
  }
  return false;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > max_input_bytes || overflows_gumbo({reinterpret_cast<const char*>(data), size})) return 0;
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
