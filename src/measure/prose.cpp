#include "measure/prose.hpp"

#include "text/sentence.hpp"

namespace pith::measure {

bool is_prose(const blocks::TextBlock& block) noexcept {
  if (block.weighted_words() < 10 || block.link_density() >= 0.4F) return false;
  int commas = 0;
  char32_t previous = 0;
  for (std::size_t at = 0; at < block.text.size();) {
    const char32_t c = text::next_code_point(block.text, at);
    const bool ends_here = at >= block.text.size() || block.text[at] == ' ' || block.text[at] == '"';
    if ((text::mark_of(c) & (ends_here ? text::cjk_ends | text::ascii_ends : text::cjk_ends)) != 0) return true;
    // Thai and Lao set a space where others set a mark.
    const bool ends_clause = c == ' ' && previous >= 0x0E00 && previous < 0x0F00;
    previous = c;
    commas += ends_clause || c == ',' || c == 0xFF0C || c == 0x3001 || c == ';' || c == 0xFF1B;
  }
  return commas >= 2;
}

}  // namespace pith::measure
