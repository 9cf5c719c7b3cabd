// Calls of the C ABI in any order, with handles that are NULL, and structs of any size.
#include "fuzz/run_case.hpp"
#include "support/c_promises.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t max_bytes = 2048;
  return pith::test::run_case({data, size}, max_bytes, pith::test::broken_c_promise);
}
