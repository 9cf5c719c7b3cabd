#include "render/inline.hpp"

namespace pith::render {

bool is_safe_target(std::string_view target) noexcept {
  // Browsers ignore control characters in the scheme, so they must not hide one.
  for (const char c : target) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return false;
  }
  const std::size_t colon = target.find(':');
  const std::size_t other = target.find_first_of("/?#");
  if (colon == std::string_view::npos || (other != std::string_view::npos && other < colon)) return !target.empty();
  const auto is = [&](std::string_view scheme) {
    return colon == scheme.size() && std::equal(scheme.begin(), scheme.end(), target.begin(), [](char a, char b) {
             return a == (b >= 'A' && b <= 'Z' ? b + 32 : b);
           });
  };
  return is("http") || is("https") || is("mailto");
}

}  // namespace pith::render
