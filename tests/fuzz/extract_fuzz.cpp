// Whole extractions with every rendering: whatever the bytes and options, the promises of extract_promises.hpp hold.
// The first two bytes of an input choose the options.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "support/extract_promises.hpp"

// Longer inputs find nothing that short ones do not.
constexpr std::size_t max_input_bytes = 8192;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > max_input_bytes) return 0;
  const auto given = pith::test::fuzz_case({reinterpret_cast<const char*>(data), size});
  pith::Extractor used(given.options);
  (void)used.extract({.bytes = "<html><title>Before</title><p>Another page, with <a href=/b>a link</a> in it.</html>"});
  const std::string broken = pith::test::broken_promise(given, used);
  if (broken.empty()) return 0;
  std::fprintf(stderr, "broken promise: %s\n", broken.c_str());
  std::abort();
}
