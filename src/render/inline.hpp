/// Inline: walking a block's text with its spans, for renderings that mark them. Private to render.
#pragma once

#include <pith/article.hpp>
#include <pith/render.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace pith::render {

/// Calls text(part) for every stretch between span edges, open(span) and close(span) at the edges, properly nested. A
/// span that would cross an open one is left out, and so is a link or a note within another: no reader knows such.
template <typename Text, typename Open, typename Close>
void walk_spans(const Block& block, Text text, Open open, Close close) {
  std::vector<const Span*> stack;
  const Span* link = nullptr;  // that is open
  std::size_t at = 0;
  const auto write_until = [&](std::size_t end) {
    if (end > at) text(std::string_view(block.text).substr(at, end - at));
    at = std::max(at, end);
  };
  const auto close_until = [&](std::size_t end) {
    while (!stack.empty() && stack.back()->end <= end) {
      write_until(stack.back()->end);
      close(*stack.back());
      if (stack.back() == link) link = nullptr;
      stack.pop_back();
    }
  };
  for (const Span& span : block.spans) {
    close_until(span.begin);
    const bool crosses = !stack.empty() && span.end > stack.back()->end;
    const bool is_bad = span.begin > span.end || span.end > block.text.size();
    if (crosses || is_bad || (span.begin == span.end && span.kind != SpanKind::image)) continue;
    const bool is_link = span.kind == SpanKind::link || span.kind == SpanKind::note;
    if (is_link && link != nullptr) continue;
    if (is_link) link = &span;
    write_until(span.begin);
    open(span);
    stack.push_back(&span);
    if (span.begin == span.end) close_until(span.end);
  }
  close_until(block.text.size());
  write_until(block.text.size());
}

/// Whether a reference begins where the image stands: of all that does, images and then references come last.
[[nodiscard]] inline bool stands_before_reference(const Block& block, const Span& image) noexcept {
  auto last = std::upper_bound(block.spans.begin(), block.spans.end(), image.begin,
                               [](std::uint32_t at, const Span& span) { return at < span.begin; });
  while (last != block.spans.begin() && (last - 1)->begin == image.begin && (last - 1)->kind != SpanKind::image) {
    if ((--last)->kind == SpanKind::note) return true;
  }
  return false;
}

/// Whether an image in the text stands between two words: of the space on both its sides the text has one, after it.
/// The space that a reference has taken is none of these.
[[nodiscard]] inline bool stands_between_spaces(const Block& block, const Span& image) noexcept {
  const std::size_t at = image.begin;
  return !stands_before_reference(block, image) && at > 0 && at < block.text.size() && block.text[at] == ' ' &&
         block.text[at - 1] != ' ' && block.text[at - 1] != '\n';
}

/// Whether a link may be kept: http, https, mailto, or relative. Others ("javascript:", "data:") could run code.
[[nodiscard]] bool is_safe_target(std::string_view target) noexcept;

/// Whether the span is marked at all: links only when they are kept and safe.
[[nodiscard]] inline bool is_shown(const Span& span, Links links) noexcept {
  return span.kind != SpanKind::link || (links == Links::keep && is_safe_target(span.target));
}

}  // namespace pith::render
