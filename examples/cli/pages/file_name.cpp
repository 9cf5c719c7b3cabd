#include "pages/file_name.hpp"

#include <cstdio>
#include <nlohmann/json.hpp>

namespace pages {
namespace {

/// Length of the longest front that is UTF-8. nlohmann-json knows what UTF-8 is: it refuses to write anything else.
std::size_t utf8_prefix(std::string_view text) {
  for (std::size_t length = 1; length <= text.size() && length <= 4; ++length) {
    try {
      static_cast<void>(nlohmann::json(text.substr(0, length)).dump());
      return length;
    } catch (const nlohmann::json::type_error&) {
      continue;
    }
  }
  return 0;
}

}  // namespace

std::string json_name(std::string_view name) {
  std::string out = "\"";
  while (!name.empty()) {
    const std::size_t length = utf8_prefix(name);
    if (length == 0) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\udc%02x", static_cast<unsigned>(static_cast<unsigned char>(name[0])));
      out += escape;
    } else {
      const std::string quoted = nlohmann::json(name.substr(0, length)).dump();
      out += quoted.substr(1, quoted.size() - 2);
    }
    name.remove_prefix(length == 0 ? 1 : length);
  }
  return out + "\"";
}

}  // namespace pages
