/// Text that a reader of the page sees and the parser does not read: TeX in scripts, which MathJax shows, shadow trees
/// that the page declares, what pages of frames have instead of them, what follows a <noscript> with an open <iframe>,
/// or a <title> that nothing ends.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "core/arena.hpp"
#include "html/vocabulary.hpp"

namespace pith::html {

/// Ends of raw text, each looked for once: many elements that one end tag ends, or none, would look as far each.
class RawTextEnds {
 public:
  void clear() noexcept { count_ = 0; }
  /// Where the raw text that begins at `begin` ends; html.size() where nothing ends it. Linear in the page over calls
  /// for growing places.
  [[nodiscard]] std::size_t end_after(std::string_view html, std::size_t begin, Tag tag) noexcept;

 private:
  struct Known {
    Tag tag{};
    std::size_t begin = 0, end = 0;
  };
  std::array<Known, 12> known_;  // by element with raw text: there are ten
  std::size_t count_ = 0;
};

/// A start tag of the page.
struct StartTag {
  Tag tag{};
  std::size_t begin = 0, end = 0;
};

/// Whether the start tag may begin such text. `ends`: of this page.
[[nodiscard]] bool may_begin_unparsed_text(std::string_view html, const StartTag& start, RawTextEnds& ends) noexcept;

/// The page with every <script type="math/tex"> as a <math> whose alttext is the formula, every <template
/// shadowrootmode> as a <div>, without the tags of frames around a <noframes>, and with an end of every <iframe> that
/// its <noscript> ends: browsers, which run scripts, read no tags in there, while the parser would take the rest of the
/// page for the content of "<noscript><iframe src=... /></noscript>". A <title> that nothing ends, as on damaged pages,
/// ends where the next tag begins; a <script src=... /> or the like that nothing ends, as in chapters of books (XHTML),
/// at once. The view itself when there is none. Linear.
[[nodiscard]] std::string_view show_unparsed_text(std::string_view html, core::Arena& storage);

}  // namespace pith::html
