/// File descriptors that close themselves, and calls that go on after a signal.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

namespace cli {

/// Owns a file descriptor; -1 is none.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) noexcept : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor();

  [[nodiscard]] int number() const noexcept { return number_; }

 private:
  int number_;
};

/// Reads at most `size` bytes. Bytes read, 0 at the end, -1 with errno on failure.
[[nodiscard]] long read_some(int descriptor, char* to, std::size_t size) noexcept;

/// Writes all of `bytes`; false with errno when that failed.
[[nodiscard]] bool write_all(int descriptor, std::string_view bytes) noexcept;

}  // namespace cli
