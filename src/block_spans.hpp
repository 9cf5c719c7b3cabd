/// What becomes of the spans of one block between the page and its readers. Spans are ordered by their begin, outer
/// ones first.
#pragma once

#include <string_view>
#include <vector>

#include <pith/article.hpp>

namespace pith {

/// A reference to a note takes the brackets around it, and the raising: they are how the page shows it. Of other marks
/// on them nothing is left.
void settle_notes(std::string_view text, std::vector<Span>& spans);

/// Two stretches of the same emphasis with nothing between them become one: editors write "<b>a</b><b>b</b>". Linear.
void join_spans(std::vector<Span>& spans);

/// Images in their places: in links and emphasis that begin there, before formulas, notes and code. Both in order.
[[nodiscard]] std::vector<Span> with_images(std::vector<Span> spans, std::vector<Span> images);

/// The space between a word and the reference raised beside it is none of the page's: it goes with the reference.
/// `spans`: those before it.
void take_space(std::string_view text, const std::vector<Span>& spans, Span& note);

}  // namespace pith
