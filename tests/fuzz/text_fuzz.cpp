// Plain text: no letter of it is lost or made up, in the page it is read into and in the blocks that are made of it.
#include "fuzz/run_case.hpp"
#include "support/text_promises.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t max_bytes = 8192;
  return pith::test::run_case({data, size}, max_bytes, pith::test::broken_text_promise);
}
