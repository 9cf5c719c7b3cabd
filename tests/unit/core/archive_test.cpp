#include "core/archive.hpp"

#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace {

using pith::core::ArchiveReader;
using pith::core::ArchiveWriter;

/// Three bytes of it belong to no field.
struct Gapped {
  std::uint32_t number = 0;
  bool flag = false;

  template <typename Self>
  static auto fields_of(Self& self) noexcept {
    return std::tie(self.number, self.flag);
  }
  bool operator==(const Gapped&) const = default;
};

struct Everything {
  double real = 0;
  std::string text;
  std::vector<std::uint16_t> flat;
  std::vector<Gapped> gapped;
  std::array<std::vector<float>, 2> lists;
  std::pair<std::string, std::uint64_t> both;

  template <typename Self>
  static auto fields_of(Self& self) noexcept {
    return std::tie(self.real, self.text, self.flat, self.gapped, self.lists, self.both);
  }
  bool operator==(const Everything&) const = default;
};

template <typename T>
std::string bytes_of(const T& value) {
  ArchiveWriter archive;
  archive.add(value);
  return archive.bytes();
}

}  // namespace

TEST_CASE("what was written is read again") {
  const Everything written = {.real = -0.25,
                              .text = std::string("a\0b", 3),
                              .flat = {1, 65535},
                              .gapped = {{7, true}, {8, false}},
                              .lists = {{{1.5F}, {}}},
                              .both = {"", 1}};
  Everything read;
  read.flat = {9, 9, 9};  // what stood there before is gone
  ArchiveReader(bytes_of(written)).read(read);
  CHECK(read == written);
}

TEST_CASE("values follow one another") {
  ArchiveWriter archive;
  archive.add(std::string("first"));
  archive.add(std::uint32_t{2});
  ArchiveReader reader(archive.bytes());
  std::string first;
  std::uint32_t second = 0;
  reader.read(first);
  reader.read(second);
  CHECK(first == "first");
  CHECK(second == 2);
}

TEST_CASE("what stands between fields is not written: it is nothing") {
  static_assert(sizeof(Gapped) == 8);
  CHECK(bytes_of(Gapped{5, true}) ==
        std::string(std::endian::native == std::endian::little ? "\5\0\0\0\1" : "\0\0\0\5\1", 5));
}
