/// Archives: plain data as bytes, and back. A type says once what it is made of, and that serves both ways:
///
///   template <typename Self>
///   static auto fields_of(Self& self) noexcept { return std::tie(self.first, self.second); }
///
/// The bytes are those of the machine and the version that wrote them: for data that a build makes for itself, never
/// for a file that travels.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

namespace pith::core {

/// What is copied as it stands in memory. A type with gaps between its fields is not: what stands in them may differ
/// from build to build.
template <typename T>
concept Flat = std::is_floating_point_v<T> ||
    (std::is_trivially_copyable_v<T>&& std::has_unique_object_representations_v<T>);

class ArchiveWriter {
 public:
  template <typename T>
  void add(const T& value) {
    if constexpr (Flat<T>) {
      add_bytes(&value, sizeof value);
    } else {
      std::apply([this](const auto&... field) { (this->add(field), ...); }, T::fields_of(value));
    }
  }
  template <typename T>
  void add(const std::vector<T>& values) {
    add(std::uint64_t{values.size()});
    if constexpr (Flat<T>) {
      add_bytes(values.data(), values.size() * sizeof(T));
    } else {
      for (const T& value : values) add(value);
    }
  }
  template <typename T, std::size_t count>
  requires(!Flat<T>) void add(const std::array<T, count>& values) {
    for (const T& value : values) add(value);
  }
  void add(const std::string& text) {
    add(std::uint64_t{text.size()});
    add_bytes(text.data(), text.size());
  }
  template <typename First, typename Second>
  void add(const std::pair<First, Second>& both) {
    add(both.first);
    add(both.second);
  }

  [[nodiscard]] const std::string& bytes() const noexcept { return bytes_; }

 private:
  void add_bytes(const void* first, std::size_t count) { bytes_.append(static_cast<const char*>(first), count); }

  std::string bytes_;
};

/// Reads what an ArchiveWriter of the same build wrote, in the same order; anything else is a mistake of the caller.
class ArchiveReader {
 public:
  explicit ArchiveReader(std::string_view bytes) noexcept : rest_(bytes) {}

  template <typename T>
  void read(T& value) {
    if constexpr (Flat<T>) {
      read_bytes(&value, sizeof value);
    } else {
      std::apply([this](auto&... field) { (this->read(field), ...); }, T::fields_of(value));
    }
  }
  template <typename T>
  void read(std::vector<T>& values) {
    values.resize(read_size());
    if constexpr (Flat<T>) {
      read_bytes(values.data(), values.size() * sizeof(T));
    } else {
      for (T& value : values) read(value);
    }
  }
  template <typename T, std::size_t count>
  requires(!Flat<T>) void read(std::array<T, count>& values) {
    for (T& value : values) read(value);
  }
  void read(std::string& text) {
    text.resize(read_size());
    read_bytes(text.data(), text.size());
  }
  template <typename First, typename Second>
  void read(std::pair<First, Second>& both) {
    read(both.first);
    read(both.second);
  }

 private:
  std::size_t read_size() {
    std::uint64_t size = 0;
    read(size);
    return static_cast<std::size_t>(size);
  }
  void read_bytes(void* first, std::size_t count) {
    assert(count <= rest_.size());
    if (count != 0) std::memcpy(first, rest_.data(), count);
    rest_.remove_prefix(count);
  }

  std::string_view rest_;
};

}  // namespace pith::core
