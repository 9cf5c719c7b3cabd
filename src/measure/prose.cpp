#include "measure/prose.hpp"

#include "text/text.hpp"

namespace pith::measure {

bool is_prose(const blocks::TextBlock& block) noexcept {
  if (block.weighted_words() < 10 || block.link_density() >= 0.4F) return false;
  int commas = 0;
  for (std::size_t at = 0; at < block.text.size();) {
    const char32_t c = text::next_code_point(block.text, at);
    const bool ends_here = at >= block.text.size() || block.text[at] == ' ' || block.text[at] == '"';
    if (c == 0x3002 || c == 0xFF01 || c == 0xFF1F || ((c == '.' || c == '!' || c == '?') && ends_here)) return true;
    commas += c == ',' || c == 0xFF0C || c == 0x3001 || c == ';' || c == 0xFF1B;
  }
  return commas >= 2;
}

}  // namespace pith::measure
