// Reporters who sign a paragraph in brackets: in the dateline of an agency, and at the end of a text. Chinese.

#include <algorithm>

#include "metadata/readers.hpp"
#include "text/text.hpp"

namespace pith::metadata {
namespace {

/// Names and nothing else, or one and where it is reported from: "\u738B\u4E94 \u8D75\u516D",
/// "\u738B\u4E94\uFF0F\u53F0\u5317\u5831\u5C0E".
Names signature_names(std::string_view text) {
  static constexpr std::string_view reports[] = {"\u5831\u5C0E", "\u62A5\u9053"};
  text = text::trim(text);
  Names names = split_han_names(text);
  std::size_t bytes = 0;
  for (const std::string& name : names) bytes += name.size();
  const auto spaces = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
  const bool reported = std::any_of(std::begin(reports), std::end(reports), [&](std::string_view word) {
    return text.ends_with(word) && text.find("\uFF0F") != std::string_view::npos;
  });
  return bytes + spaces == text.size() || reported ? names : Names{};
}

}  // namespace

void read_agency_dateline(std::string_view line, Metadata& out) {
  static constexpr std::string_view wires[] = {"\u65E5\u7535", "\u65E5\u96FB", "\u65E5\u8BAF", "\u65E5\u8A0A"};
  constexpr std::size_t farthest = 60;
  for (const std::string_view wire : wires) {
    const std::size_t at = line.find(wire);
    if (at == std::string_view::npos || at > farthest) continue;
    const std::string_view rest = text::trim(line.substr(at + wire.size()));
    const bool wide = rest.starts_with("\uFF08");
    if (!wide && !rest.starts_with('(')) continue;
    const std::size_t close = rest.find(wide ? std::string_view("\uFF09") : std::string_view(")"));
    if (close == std::string_view::npos) continue;
    const std::size_t open = wide ? 3 : 1;
    for (std::string& name : signature_names(rest.substr(open, close - open))) add_name(out.authors, std::move(name));
  }
}

void read_end_signature(const Input& input, Metadata& out) {
  constexpr std::uint32_t shortest_text = 20;
  for (std::size_t i = input.blocks.blocks.size(); out.authors.empty() && i-- > input.head.title;) {
    const blocks::TextBlock& block = input.blocks.blocks[i];
    if (block.letters < shortest_text || block.cjk_words * 2 < block.word_count || block.link_density() > 0.3F)
      continue;
    const std::string_view line = text::trim(block.text);
    const bool wide = line.ends_with("\uFF09");
    if (!wide && !line.ends_with(')')) continue;
    const std::size_t open = line.rfind(wide ? std::string_view("\uFF08") : std::string_view("("));
    if (open == std::string_view::npos || line.size() - open > 40) continue;
    const std::string_view inner = line.substr(open + (wide ? 3 : 1), line.size() - open - (wide ? 6 : 2));
    for (std::string& name : signature_names(inner)) add_name(out.authors, std::move(name));
  }
}

}  // namespace pith::metadata
