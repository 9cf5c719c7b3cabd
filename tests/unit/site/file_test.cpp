#include <doctest/doctest.h>

#include "site/site.hpp"

using pith::site::Hosts;

namespace {

Hosts two_hosts() {
  Hosts hosts;
  hosts["a.example"].learn(std::vector<std::uint64_t>{1, 2, 3});
  hosts["a.example"].learn(std::vector<std::uint64_t>{1, 2, 4});
  hosts["b.example"].learn(std::vector<std::uint64_t>{9});
  return hosts;
}

bool is_refused(const std::string& bytes) {
  Hosts hosts = two_hosts();
  std::string reason;
  const bool is_read = pith::site::read(bytes, hosts, reason);
  return !is_read && hosts.empty() && !reason.empty();
}

/// Eight bytes, little endian.
std::string bytes_of(std::uint64_t number) {
  std::string bytes;
  for (int byte = 0; byte < 8; ++byte) bytes += static_cast<char>(number >> (8 * byte) & 0xFFU);
  return bytes;
}

/// With the checksum (FNV-1a) that its bytes have now.
std::string sealed(std::string bytes) {
  bytes.resize(bytes.size() - 8);
  std::uint64_t sum = 0xCBF29CE484222325U;
  for (const char c : bytes) sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return bytes + bytes_of(sum);
}

/// Of the bytes of two_hosts(), whose first page has the lines 1, 2 and 3, or 1, 2 and 4.
std::string with_second_line(std::uint64_t key) {
  std::string bytes = pith::site::write(two_hosts());
  const std::size_t at = bytes.find(bytes_of(1) + bytes_of(2));
  REQUIRE(at != std::string::npos);
  return sealed(bytes.replace(at + 8, 8, bytes_of(key)));
}

}  // namespace

TEST_CASE("a page whose lines do not ascend is refused, however well sealed") {
  CHECK_FALSE(is_refused(with_second_line(2)));
  CHECK(is_refused(with_second_line(1)));
  CHECK(is_refused(with_second_line(0)));
}

TEST_CASE("a memory comes back from its bytes") {
  const Hosts hosts = two_hosts();
  Hosts again;
  std::string reason;
  REQUIRE(pith::site::read(pith::site::write(hosts), again, reason));
  REQUIRE(again.size() == 2);
  CHECK(again["a.example"].pages() == hosts.at("a.example").pages());
  CHECK(again["b.example"].pages() == hosts.at("b.example").pages());
  CHECK(pith::site::write(again) == pith::site::write(hosts));
}

TEST_CASE("bytes that were cut or changed anywhere are refused") {
  const std::string bytes = pith::site::write(two_hosts());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK(is_refused(bytes.substr(0, size)));
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    CAPTURE(at);
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x20);
    CHECK(is_refused(changed));
  }
  CHECK(is_refused(bytes + "x"));
  CHECK(is_refused("pith site memory 2\n"));
}
