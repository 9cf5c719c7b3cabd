// URLs: a resolved reference resolves to itself and stays on its host.
#include "fuzz/run_case.hpp"
#include "support/url_promises.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t max_bytes = 1024;
  return pith::test::run_case({data, size}, max_bytes, pith::test::broken_url_promise);
}
