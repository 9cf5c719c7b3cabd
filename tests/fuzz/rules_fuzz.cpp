// Rules files: refused in one line that says where and why, or used.
#include "fuzz/run_case.hpp"
#include "support/rules_promises.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t max_bytes = 4096;
  return pith::test::run_case({data, size}, max_bytes, pith::test::broken_rules_promise);
}
