// `pith filter`: a record out for a line in, whatever the line.
#include "fuzz/run_case.hpp"
#include "support/filter_promises.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t max_bytes = 4096;
  return pith::test::run_case({data, size}, max_bytes, pith::test::broken_filter_promise);
}
