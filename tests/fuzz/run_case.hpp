/// What every fuzzer but the oldest does with a case: it asks for the promise that the case breaks, and stops there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace pith::test {

/// A case of libFuzzer's.
struct FuzzBytes {
  const std::uint8_t* data = nullptr;
  std::size_t size = 0;
};

/// `broken_promise` returns "" or what was broken. Cases longer than `max_bytes` find nothing that short ones do not.
inline int run_case(FuzzBytes bytes, std::size_t max_bytes, std::string (*broken_promise)(std::string_view bytes)) {
  if (bytes.size > max_bytes) return 0;
  const std::string broken = broken_promise({reinterpret_cast<const char*>(bytes.data), bytes.size});
  if (broken.empty()) return 0;
  std::fprintf(stderr, "broken promise: %s\n", broken.c_str());
  std::abort();
}

}  // namespace pith::test
