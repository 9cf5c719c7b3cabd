#include "block_spans.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace pith {
namespace {

bool may_be_joined(const Span& left, const Span& right) {
  const SpanKind kind = left.kind;
  const bool is_mark = kind == SpanKind::strong || kind == SpanKind::emphasis || kind == SpanKind::deleted ||
                       kind == SpanKind::inserted || kind == SpanKind::superscript || kind == SpanKind::subscript;
  return is_mark && right.kind == kind && left.end == right.begin;
}

/// Where spans of more than one byte begin and end.
class PlacesOfOthers {
 public:
  explicit PlacesOfOthers(const std::vector<Span>& spans) {
    for (const Span& span : spans) {
      if (span.end - span.begin < 2) continue;
      begins_.push_back(span.begin);
      ends_.push_back(span.end);
    }
    std::sort(ends_.begin(), ends_.end());
  }

  /// Whether one parts the note from a bracket on either side of it: they belong to different links or marks.
  [[nodiscard]] bool part(const Span& note) const {
    return std::binary_search(ends_.begin(), ends_.end(), note.begin) ||
           std::binary_search(begins_.begin(), begins_.end(), note.end);
  }

 private:
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace

void settle_notes(std::string_view text, std::vector<Span>& spans) {
  std::vector<std::uint32_t> begins;
  for (const Span& span : spans) begins.push_back(span.begin);
  const PlacesOfOthers others(spans);
  for (Span& note : spans) {
    if (note.kind != SpanKind::note) continue;
    const bool in_brackets = note.begin > 0 && note.end < text.size() && text[note.begin - 1] == '[' &&
                             text[note.end] == ']' && !others.part(note);
    if (in_brackets) {
      --note.begin;
      ++note.end;
    }
    const auto first = std::lower_bound(begins.begin(), begins.end(), note.begin) - begins.begin();
    for (auto k = static_cast<std::size_t>(first); k < spans.size() && begins[k] <= note.end; ++k) {
      const bool is_its_own = spans[k].kind != SpanKind::note && spans[k].end <= note.end;
      if (is_its_own) spans[k].end = spans[k].begin;
    }
  }
  std::erase_if(spans, [](const Span& span) { return span.begin >= span.end; });
}

void join_spans(std::vector<Span>& spans) {
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> open;  // of those that are kept: around the one that is looked at, outermost first
  std::vector<std::size_t> last_within{none};  // by kept span, the block itself first: what ended last right in it
  std::size_t kept = 0;
  for (std::size_t k = 0; k < spans.size(); ++k) {
    while (!open.empty() && spans[open.back()].end <= spans[k].begin) open.pop_back();
    std::size_t& above = last_within[open.empty() ? 0 : open.back() + 1];
    if (above != none && may_be_joined(spans[above], spans[k])) {
      spans[above].end = spans[k].end;
      open.push_back(above);
      continue;
    }
    above = kept;
    if (kept != k) spans[kept] = std::move(spans[k]);
    open.push_back(kept++);
    last_within.push_back(none);
  }
  spans.erase(spans.begin() + static_cast<std::ptrdiff_t>(kept), spans.end());
}

std::vector<Span> with_images(std::vector<Span> spans, std::vector<Span> images) {
  const auto is_written_whole = [](const Span& span) {
    return span.kind == SpanKind::math || span.kind == SpanKind::note || span.kind == SpanKind::code;
  };
  std::vector<Span> out;
  auto image = images.begin();
  for (Span& span : spans) {
    for (; image != images.end(); ++image) {
      const bool stands_before = image->begin < span.begin || (image->begin == span.begin && is_written_whole(span));
      if (!stands_before) break;
      out.push_back(std::move(*image));
    }
    out.push_back(std::move(span));
  }
  std::move(image, images.end(), std::back_inserter(out));
  return out;
}

void take_space(std::string_view text, const std::vector<Span>& spans, Span& note) {
  if (note.begin == 0 || text[note.begin - 1] != ' ') return;
  for (auto outer = spans.rbegin(); outer != spans.rend() && outer->begin == note.begin; ++outer) {
    if (outer->end > note.end) return;  // it would stand in only a part of that one
  }
  --note.begin;
}

}  // namespace pith
