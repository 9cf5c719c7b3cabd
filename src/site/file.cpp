// The bytes of a site memory, little endian:
//   "pith site memory 1\n"
//   u32 hosts; per host: u16 bytes of its name, name, u16 pages; per page: u64 id, u16 lines, u64 per line, ascending
//   u64 checksum: FNV-1a of all bytes before it

#include <limits>

#include "site/site.hpp"

namespace pith::site {
namespace {

constexpr std::string_view first_line = "pith site memory 1\n";

/// FNV-1a (Fowler, Noll and Vo).
std::uint64_t checksum_of(std::string_view bytes) noexcept {
  std::uint64_t sum = 0xCBF29CE484222325U;
  for (const char c : bytes) sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return sum;
}

template <typename Number>
void append(Number number, std::string& out) {
  for (std::size_t byte = 0; byte < sizeof number; ++byte) {
    out += static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * byte) & 0xFFU);
  }
}

/// Takes numbers off the front of the bytes. What is taken after the end is 0, and `complete` says so.
struct Bytes {
  std::string_view left;
  bool complete = true;

  template <typename Number>
  Number take() {
    if (left.size() < sizeof(Number)) {
      complete = false;
      left = {};
      return 0;
    }
    std::uint64_t number = 0;
    for (std::size_t byte = 0; byte < sizeof(Number); ++byte) {
      number |= std::uint64_t{static_cast<unsigned char>(left[byte])} << (8 * byte);
    }
    left.remove_prefix(sizeof(Number));
    return static_cast<Number>(number);
  }

  std::string_view take_text(std::size_t size) {
    complete = complete && size <= left.size();
    const std::string_view text = left.substr(0, size);
    left.remove_prefix(text.size());
    return text;
  }
};

/// False when the page breaks a rule of the format.
bool read_page(Bytes& bytes, HostPages& host) {
  HostPages::Kept page{bytes.take<std::uint64_t>(), {}};
  const auto lines = bytes.take<std::uint16_t>();
  if (lines > most_lines) return false;
  std::uint64_t last = 0;
  for (std::uint16_t line = 0; line < lines; ++line) {
    page.keys.push_back(bytes.take<std::uint64_t>());
    if (!bytes.complete || page.keys.back() <= last) return false;
    last = page.keys.back();
  }
  host.add(page);
  return true;
}

bool read_host(Bytes& bytes, Hosts& out) {
  const std::string name(bytes.take_text(bytes.take<std::uint16_t>()));
  const auto pages = bytes.take<std::uint16_t>();
  if (!bytes.complete || pages > most_pages) return false;
  HostPages& host = out[name];
  for (std::uint16_t page = 0; page < pages; ++page) {
    if (!read_page(bytes, host)) return false;
  }
  return true;
}

}  // namespace

std::string write(const Hosts& hosts) {
  constexpr std::size_t longest_name = std::numeric_limits<std::uint16_t>::max();
  std::string out(first_line);
  append(static_cast<std::uint32_t>(hosts.size()), out);
  for (const auto& [name, host] : hosts) {
    const std::string_view shown = std::string_view(name).substr(0, longest_name);
    append(static_cast<std::uint16_t>(shown.size()), out);
    out += shown;
    append(static_cast<std::uint16_t>(host.size()), out);
    for (const HostPages::Kept& page : host.pages()) {
      append(page.id, out);
      append(static_cast<std::uint16_t>(page.keys.size()), out);
      for (const std::uint64_t key : page.keys) append(key, out);
    }
  }
  append(checksum_of(out), out);
  return out;
}

bool read(std::string_view bytes, Hosts& out, std::string& reason) {
  out.clear();
  if (!bytes.starts_with(first_line)) {
    reason = "not a site memory of this version: expected it to begin with \"pith site memory 1\"";
    return false;
  }
  Bytes body{bytes.substr(first_line.size())};
  Bytes end{bytes.substr(bytes.size() - std::min(bytes.size(), sizeof(std::uint64_t)))};
  const bool is_whole = body.left.size() >= sizeof(std::uint32_t) + sizeof(std::uint64_t) &&
                        end.take<std::uint64_t>() == checksum_of(bytes.substr(0, bytes.size() - sizeof(std::uint64_t)));
  if (!is_whole) {
    reason = "the site memory was cut or changed: its checksum does not fit";
    return false;
  }
  body.left.remove_suffix(sizeof(std::uint64_t));
  bool is_good = true;
  for (auto hosts = body.take<std::uint32_t>(); is_good && hosts > 0; --hosts) is_good = read_host(body, out);
  if (is_good && body.complete && body.left.empty()) return true;
  out.clear();
  reason = "the site memory breaks the rules of its format";
  return false;
}

}  // namespace pith::site
