#include "html/skeleton/options.hpp"

#include "html/lexer.hpp"
#include "html/vocabulary.hpp"

namespace pith::html {

std::size_t plain_select_end(std::string_view html, std::size_t begin) noexcept {
  constexpr std::size_t npos = std::string_view::npos;
  std::size_t position = begin;
  while ((position = next_less_than(html, position)) != npos) {
    const MarkupKind kind = markup_kind(html, position);
    if (kind == MarkupKind::text) {
      ++position;
      continue;
    }
    if (kind != MarkupKind::start_tag && kind != MarkupKind::end_tag) return npos;
    const TagToken token = read_tag(html, position, kind);
    if (!token.complete) return npos;
    const Tag tag = tag_of(html.substr(token.name_begin, token.name_end - token.name_begin));
    if (tag == Tag::select) return kind == MarkupKind::end_tag ? token.end : npos;
    if (tag != Tag::option && tag != Tag::optgroup) return npos;
    position = token.end;
  }
  return npos;
}

}  // namespace pith::html
