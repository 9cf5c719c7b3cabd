#include "fuzz/flood.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace pith::test {
namespace {

/// Elements for which the tree builder has rules of their own, and some for which it has none.
constexpr std::array<std::string_view, 124> names = {"a",
                                                     "a",
                                                     "a",
                                                     "b",
                                                     "b",
                                                     "i",
                                                     "em",
                                                     "font",
                                                     "nobr",
                                                     "code",
                                                     "big",
                                                     "s",
                                                     "u",
                                                     "tt",
                                                     "strong",
                                                     "p",
                                                     "p",
                                                     "div",
                                                     "div",
                                                     "span",
                                                     "ul",
                                                     "ol",
                                                     "li",
                                                     "li",
                                                     "dl",
                                                     "dt",
                                                     "dd",
                                                     "h1",
                                                     "h2",
                                                     "table",
                                                     "table",
                                                     "table",
                                                     "tbody",
                                                     "thead",
                                                     "tfoot",
                                                     "tr",
                                                     "tr",
                                                     "td",
                                                     "td",
                                                     "th",
                                                     "caption",
                                                     "colgroup",
                                                     "col",
                                                     "form",
                                                     "form",
                                                     "button",
                                                     "button",
                                                     "select",
                                                     "select",
                                                     "option",
                                                     "optgroup",
                                                     "input",
                                                     "textarea",
                                                     "label",
                                                     "fieldset",
                                                     "legend",
                                                     "object",
                                                     "embed",
                                                     "applet",
                                                     "marquee",
                                                     "param",
                                                     "svg",
                                                     "svg",
                                                     "g",
                                                     "desc",
                                                     "title",
                                                     "foreignObject",
                                                     "path",
                                                     "math",
                                                     "math",
                                                     "mi",
                                                     "mtext",
                                                     "ms",
                                                     "annotation-xml",
                                                     "semantics",
                                                     "template",
                                                     "template",
                                                     "script",
                                                     "style",
                                                     "noscript",
                                                     "iframe",
                                                     "noframes",
                                                     "noembed",
                                                     "xmp",
                                                     "plaintext",
                                                     "pre",
                                                     "listing",
                                                     "html",
                                                     "head",
                                                     "body",
                                                     "body",
                                                     "frameset",
                                                     "frame",
                                                     "meta",
                                                     "link",
                                                     "base",
                                                     "br",
                                                     "hr",
                                                     "img",
                                                     "image",
                                                     "wbr",
                                                     "area",
                                                     "source",
                                                     "track",
                                                     "blockquote",
                                                     "center",
                                                     "address",
                                                     "section",
                                                     "article",
                                                     "nav",
                                                     "details",
                                                     "summary",
                                                     "dialog",
                                                     "menu",
                                                     "ruby",
                                                     "rb",
                                                     "rt",
                                                     "rp",
                                                     "rtc",
                                                     "slot",
                                                     "picture",
                                                     "video",
                                                     "x",
                                                     "x-y"};

constexpr std::array<std::string_view, 12> attributes = {
    " a", " a=1",    " id=%",  " class=%",           " title='<b>'", " href=/%", " type=hidden", " style=display:none",
    "/",  " hidden", " a a a", " encoding=text/html"};

constexpr std::array<std::string_view, 12> texts = {"x", " ",       "\n",   "word %. ", "&amp;",         "&",
                                                    "<", "<!---->", "<!a>", "</>",      "<![CDATA[x]]>", "<?x>"};

constexpr std::array<std::string_view, 28> line_parts = {"x",
                                                         " ",
                                                         "\n",
                                                         "\n\n",
                                                         "\t",
                                                         "word ",
                                                         "Word % ",
                                                         "A sentence of some words. ",
                                                         "12:30 ",
                                                         "2024-01-02 ",
                                                         "- ",
                                                         "* ",
                                                         "# ",
                                                         "== ",
                                                         "| ",
                                                         "> ",
                                                         "http://x.example/% ",
                                                         "Share ",
                                                         "\xE4\xB8\xAD\xE6\x96\x87",
                                                         "\xE3\x80\x82",
                                                         "&amp;",
                                                         "<b>",
                                                         "(",
                                                         ")",
                                                         "\xC2\xB7 ",
                                                         "%\n",
                                                         "\r\n",
                                                         "\"quoted\" "};

/// SplitMix64: a few lines, and the same everywhere.
class Chance {
 public:
  // Not by its own step: the next seed would give the same numbers, one later.
  explicit Chance(std::uint64_t seed) noexcept : state_(seed * 0xD1342543DE82EF95U + 1) {}
  [[nodiscard]] std::size_t below(std::size_t bound) noexcept {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return (mixed ^ (mixed >> 31U)) % bound;
  }
  template <typename Array>
  [[nodiscard]] std::string_view one_of(const Array& array) noexcept {
    return array[below(array.size())];
  }

 private:
  std::uint64_t state_;
};

std::string piece(Chance& chance, FloodKind kind) {
  if (kind == FloodKind::text) return std::string(chance.one_of(line_parts));
  const std::size_t what = chance.below(20);
  if (what < 2) return std::string(chance.one_of(texts));
  const std::string name(chance.one_of(names));
  if (what < 6) return "</" + name + ">";
  if (what > 16) return "<" + name + std::string(chance.one_of(attributes)) + ">";
  return "<" + name + ">";
}

std::string unit(Chance& chance, FloodKind kind) {
  constexpr std::size_t longest = 5;
  std::string out;
  for (std::size_t left = 1 + chance.below(longest); left > 0; --left) out += piece(chance, kind);
  return out;
}

void append_numbered(const std::string& unit, std::size_t number, std::string& out) {
  for (const char letter : unit) {
    if (letter == '%') {
      out += std::to_string(number);
    } else {
      out += letter;
    }
  }
}

void append_until(const std::string& unit, std::size_t bytes, std::string& out) {
  for (std::size_t number = 0; out.size() < bytes && !unit.empty(); ++number) append_numbered(unit, number, out);
}

}  // namespace

Flood make_flood(std::uint64_t seed, FloodKind kind) {
  Chance chance(seed);
  Flood flood;
  flood.first = unit(chance, kind);
  const std::size_t shape = chance.below(4);
  if (shape == 1) {
    constexpr std::array<std::size_t, 4> counts = {1, 30, 400, 5000};
    flood.opening = unit(chance, kind);
    flood.openings = counts[chance.below(counts.size())];
  }
  if (shape >= 2) flood.second = unit(chance, kind);
  if (shape == 3) flood.opening = unit(chance, kind), flood.openings = 1;
  return flood;
}

std::string page_of(const Flood& flood, std::size_t bytes) {
  std::string out;
  out.reserve(bytes + bytes / 8);
  for (std::size_t i = 0; i < flood.openings && out.size() < bytes / 2; ++i) append_numbered(flood.opening, i, out);
  if (!flood.second.empty()) append_until(flood.first, out.size() + (bytes - out.size()) / 2, out);
  append_until(flood.second.empty() ? flood.first : flood.second, bytes, out);
  return out;
}

}  // namespace pith::test
