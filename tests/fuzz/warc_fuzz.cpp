// WARC records: whatever the bytes, reading them ends, and each record is found again where it was found.
#include "fuzz/run_case.hpp"
#include "support/warc_promises.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t max_bytes = 8192;
  return pith::test::run_case({data, size}, max_bytes, pith::test::broken_warc_promise);
}
