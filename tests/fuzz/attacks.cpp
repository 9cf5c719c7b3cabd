#include "fuzz/attacks.hpp"

#include <charconv>
#include <cstdint>
#include <string_view>

#include "support/fixtures.hpp"
#include "support/tab_rows.hpp"

namespace pith::test {
namespace {

constexpr std::string_view sentence =
    "The river rose by two metres overnight, and the lower town had to be cleared before dawn by the brigade. ";

char unescaped(char c) {
  return c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
}

void append(std::string_view text, std::size_t number, std::string& out) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '$') {
      out.append("<p>").append(sentence).append("</p>");
    } else if (c == '~') {
      out += sentence;
    } else if (c == '%') {
      out += std::to_string(number);
    } else if (c == '\\' && at + 1 < text.size()) {
      out += unescaped(text[++at]);
    } else {
      out += c;
    }
  }
}

}  // namespace

std::vector<Attack> load_attacks(const std::string& path) {
  constexpr std::size_t columns = 7;
  std::vector<Attack> attacks;
  for (const Row& row : split_rows(read_file(path))) {
    if (row.size() != columns) return {};
    Attack attack{row[0], row[1] == "text" ? FloodKind::text : FloodKind::html, row[2], row[3], 0, row[5], row[6]};
    if (row[4] == "half") attack.openings = Attack::half;
    std::from_chars(row[4].data(), row[4].data() + row[4].size(), attack.openings);
    attacks.push_back(std::move(attack));
  }
  return attacks;
}

std::string page_of(const Attack& attack, std::size_t bytes) {
  std::string out;
  std::string tail;
  out.reserve(bytes + bytes / 8);
  append(attack.tail, 0, tail);
  append(attack.head, 0, out);
  const std::size_t most = attack.openings == Attack::half ? bytes / 2 : SIZE_MAX;
  for (std::size_t i = 0; i < attack.openings && out.size() < most; ++i) append(attack.opening, i, out);
  for (std::size_t i = 0; i == 0 || out.size() + tail.size() < bytes; ++i) append(attack.unit, i, out);
  return out + tail;
}

}  // namespace pith::test
