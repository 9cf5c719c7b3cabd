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

}  // namespace

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
