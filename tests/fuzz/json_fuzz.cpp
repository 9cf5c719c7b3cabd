// JSON-LD: the tree that is read of JSON is the one that a strict parser reads, and any bytes give a sound tree.
#include "fuzz/run_case.hpp"
#include "support/json_promises.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t max_bytes = 4096;
  return pith::test::run_case({data, size}, max_bytes, pith::test::broken_json_promise);
}
