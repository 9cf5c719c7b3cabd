// HTML and Markdown of whatever the bytes stand for: safe, and read back by parsers whole.
#include "fuzz/run_case.hpp"
#include "support/rendering_case.hpp"
#include "support/rendering_promises.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t max_bytes = 1024;
  return pith::test::run_case({data, size}, max_bytes, [](std::string_view bytes) {
    return pith::test::broken_rendering(pith::test::rendering_case(bytes));
  });
}
