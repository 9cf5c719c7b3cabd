/// HTML: from valid UTF-8 to a Page, by Gumbo behind a fence.
/// In: text and limits. Out: a Page and notices. read_html.cpp puts the parts together and says what a parse may cost;
/// skeleton/ makes what Gumbo is given; gumbo.cpp, the only file that knows Gumbo, reads its tree; parse_fence ends
/// parses that cost too much; strip_tags is what is left then; value_tags is for titles and the like. lexer, attributes
/// and entities read tags apart from Gumbo; what a page has beside its tree (title, meta, links, scripts) goes where
/// page/page_builder.hpp says.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <pith/article.hpp>
#include <pith/options.hpp>

#include "html/vocabulary.hpp"

namespace pith::html {

/// Memory of the HTML reader, kept from page to page. Owned by the extractor; opaque outside the reader.
struct HtmlScratch;
struct HtmlScratchDeleter {
  void operator()(HtmlScratch*) const noexcept;
};
using HtmlScratchOwner = std::unique_ptr<HtmlScratch, HtmlScratchDeleter>;
[[nodiscard]] HtmlScratchOwner make_html_scratch();
/// Most bytes that parsing the last page took at once.
[[nodiscard]] std::size_t parse_bytes(const HtmlScratch& scratch) noexcept;

/// What parsing the last page took of Limits::max_work, and whether that ended it: the page's own budgets did not.
struct ParseWork {
  std::uint64_t spent = 0;
  bool refused = false;
};
[[nodiscard]] ParseWork parse_work(const HtmlScratch& scratch) noexcept;

/// How the reader hands the page to Gumbo. `plain` is the reference that tests compare with.
enum class HtmlReading : std::uint8_t { skeleton, plain };

/// Reads valid UTF-8 HTML. False when the parse budget was spent (memory, the page's own share of work:
/// parse_fence.hpp, or limits.max_work, all of which parsing may take here): then `out` is empty and the caller reads
/// the page as text. Appends notices. Ignored elements (script, style, select, svg, ...) are not in the tree, except
/// `iframe`, `video`, `audio`, `object`, `canvas`, `svg`, `select` and `img` themselves, empty. Views in `out` live as
/// long as `utf8` and `out`.
[[nodiscard]] bool read_html(std::string_view utf8, const Limits& limits, HtmlScratch& scratch, Page& out,
                             std::vector<Notice>& notices, HtmlReading reading = HtmlReading::skeleton);

/// The text that a browser would show of HTML that was too costly to parse: tags cut out by the tokenizer's rules,
/// block elements become newlines. Appends to `out`.
void strip_tags(std::string_view utf8, std::string& out);

/// A title or another short value without the tags that are markup in it: "<b>two</b> metres", but not "the <title>
/// element", "List<String>". Appends to `out`.
void strip_value_tags(std::string_view text, std::string& out);

}  // namespace pith::html
