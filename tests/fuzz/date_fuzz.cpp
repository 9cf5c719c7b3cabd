// Dates: what is read of any text is a day of the calendar and a time of the clock.
#include "fuzz/run_case.hpp"
#include "support/date_promises.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t max_bytes = 300;
  return pith::test::run_case({data, size}, max_bytes, pith::test::broken_date_promise);
}
