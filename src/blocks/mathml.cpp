#include "blocks/mathml.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <vector>

#include "text/ascii.hpp"
#include "text/text.hpp"

namespace pith::blocks {
namespace {

using page::AttributeName;
using page::Page;
using page::Tag;

struct Symbol {
  std::string_view utf8;
  std::string_view latex;
};

/// In the order of their bytes. Invisible operators have no LaTeX.
constexpr Symbol symbols[] = {
    {"\u00AC", "\\neg"},
    {"\u00B1", "\\pm"},
    {"\u00D7", "\\times"},
    {"\u00F7", "\\div"},
    {"\u0393", "\\Gamma"},
    {"\u0394", "\\Delta"},
    {"\u0398", "\\Theta"},
    {"\u039B", "\\Lambda"},
    {"\u039E", "\\Xi"},
    {"\u03A0", "\\Pi"},
    {"\u03A3", "\\Sigma"},
    {"\u03A6", "\\Phi"},
    {"\u03A8", "\\Psi"},
    {"\u03A9", "\\Omega"},
    {"\u03B1", "\\alpha"},
    {"\u03B2", "\\beta"},
    {"\u03B3", "\\gamma"},
    {"\u03B4", "\\delta"},
    {"\u03B5", "\\varepsilon"},
    {"\u03B6", "\\zeta"},
    {"\u03B7", "\\eta"},
    {"\u03B8", "\\theta"},
    {"\u03B9", "\\iota"},
    {"\u03BA", "\\kappa"},
    {"\u03BB", "\\lambda"},
    {"\u03BC", "\\mu"},
    {"\u03BD", "\\nu"},
    {"\u03BE", "\\xi"},
    {"\u03C0", "\\pi"},
    {"\u03C1", "\\rho"},
    {"\u03C3", "\\sigma"},
    {"\u03C4", "\\tau"},
    {"\u03C5", "\\upsilon"},
    {"\u03C6", "\\varphi"},
    {"\u03C7", "\\chi"},
    {"\u03C8", "\\psi"},
    {"\u03C9", "\\omega"},
    {"\u03D5", "\\phi"},
    {"\u03F5", "\\epsilon"},
    {"\u2016", "\\|"},
    {"\u2026", "\\ldots"},
    {"\u2032", "'"},
    {"\u2033", "''"},
    {"\u2061", ""},
    {"\u2062", ""},
    {"\u2063", ""},
    {"\u2064", ""},
    {"\u2102", "\\mathbb{C}"},
    {"\u210F", "\\hbar"},
    {"\u2113", "\\ell"},
    {"\u2115", "\\mathbb{N}"},
    {"\u211A", "\\mathbb{Q}"},
    {"\u211D", "\\mathbb{R}"},
    {"\u2124", "\\mathbb{Z}"},
    {"\u2135", "\\aleph"},
    {"\u2190", "\\leftarrow"},
    {"\u2192", "\\to"},
    {"\u2194", "\\leftrightarrow"},
    {"\u21A6", "\\mapsto"},
    {"\u21D0", "\\Leftarrow"},
    {"\u21D2", "\\Rightarrow"},
    {"\u21D4", "\\Leftrightarrow"},
    {"\u2200", "\\forall"},
    {"\u2202", "\\partial"},
    {"\u2203", "\\exists"},
    {"\u2205", "\\emptyset"},
    {"\u2207", "\\nabla"},
    {"\u2208", "\\in"},
    {"\u2209", "\\notin"},
    {"\u220B", "\\ni"},
    {"\u220F", "\\prod"},
    {"\u2211", "\\sum"},
    {"\u2212", "-"},
    {"\u2213", "\\mp"},
    {"\u2216", "\\setminus"},
    {"\u2217", "\\ast"},
    {"\u2218", "\\circ"},
    {"\u221A", "\\surd"},
    {"\u221D", "\\propto"},
    {"\u221E", "\\infty"},
    {"\u2220", "\\angle"},
    {"\u2225", "\\parallel"},
    {"\u2227", "\\wedge"},
    {"\u2228", "\\vee"},
    {"\u2229", "\\cap"},
    {"\u222A", "\\cup"},
    {"\u222B", "\\int"},
    {"\u222C", "\\iint"},
    {"\u222E", "\\oint"},
    {"\u223C", "\\sim"},
    {"\u2243", "\\simeq"},
    {"\u2248", "\\approx"},
    {"\u2260", "\\ne"},
    {"\u2261", "\\equiv"},
    {"\u2264", "\\le"},
    {"\u2265", "\\ge"},
    {"\u226A", "\\ll"},
    {"\u226B", "\\gg"},
    {"\u2282", "\\subset"},
    {"\u2283", "\\supset"},
    {"\u2286", "\\subseteq"},
    {"\u2287", "\\supseteq"},
    {"\u2295", "\\oplus"},
    {"\u2297", "\\otimes"},
    {"\u22A5", "\\perp"},
    {"\u22C5", "\\cdot"},
    {"\u22EE", "\\vdots"},
    {"\u22EF", "\\cdots"},
    {"\u22F1", "\\ddots"},
    {"\u2308", "\\lceil"},
    {"\u2309", "\\rceil"},
    {"\u230A", "\\lfloor"},
    {"\u230B", "\\rfloor"},
    {"\u27E8", "\\langle"},
    {"\u27E9", "\\rangle"},
};

/// LaTeX of the code point that `text` begins with, and its length.
Symbol symbol_at(std::string_view text) {
  std::size_t length = 0;
  static_cast<void>(text::next_code_point(text, length));
  const std::string_view bytes = text.substr(0, length);
  const auto found = std::lower_bound(std::begin(symbols), std::end(symbols), bytes,
                                      [](const Symbol& one, std::string_view key) { return one.utf8 < key; });
  return found != std::end(symbols) && found->utf8 == bytes ? *found : Symbol{bytes, bytes};
}

/// A command must not run into a letter after it.
void append(std::string& out, std::string_view latex) {
  if (latex.empty()) return;
  if (!out.empty() && text::is_ascii_letter(out.back()) && text::is_ascii_letter(latex.front())) {
    constexpr std::size_t longest_command = 24;  // letters; more are a word
    const std::size_t furthest = out.size() - std::min(out.size(), longest_command);
    std::size_t begin = out.size();
    while (begin > furthest && text::is_ascii_letter(out[begin - 1])) --begin;
    if (begin > 0 && out[begin - 1] == '\\') out += ' ';
  }
  out += latex;
}

std::string with_symbols(std::string_view text) {
  std::string out;
  for (text = text::trim(text); !text.empty();) {
    const Symbol symbol = symbol_at(text);
    if (symbol.latex == "{" || symbol.latex == "}" || symbol.latex == "%" || symbol.latex == "#") out += '\\';
    append(out, symbol.latex);
    text.remove_prefix(symbol.utf8.size());
  }
  return out;
}

bool is_function_name(std::string_view text) {
  static constexpr std::string_view names[] = {"arccos", "arcsin", "arctan", "arg",    "cos",    "cosh", "cot", "coth",
                                               "csc",    "deg",    "det",    "dim",    "exp",    "gcd",  "hom", "inf",
                                               "ker",    "lg",     "lim",    "liminf", "limsup", "ln",   "log", "max",
                                               "min",    "Pr",     "sec",    "sin",    "sinh",   "sup",  "tan", "tanh"};
  return std::find(std::begin(names), std::end(names), text) != std::end(names);
}

/// "x" or "{x+1}".
std::string grouped(const std::string& latex) {
  if (latex.size() == 1) return latex;
  return "{" + latex + "}";
}

class Converter {
 public:
  explicit Converter(const Page& page) : page_(page) {}

  // Recursion: islands deeper than this are text.
  static constexpr int deepest = 64;

  std::string convert(std::uint32_t node, int depth) const {
    const std::string_view name = page_.attribute(node, AttributeName::element);
    if (page_.nodes[node].tag == Tag::none) return with_symbols(page_.nodes[node].text);
    if (name.starts_with("annotation") || name == "mphantom") return {};
    if (depth >= deepest || name == "mi" || name == "mo" || name == "mn" || name == "mtext" || name == "ms") {
      return token(node, name);
    }
    if (name == "mtable") return matrix(node, depth);
    if (name == "mspace") return " ";
    return composed(name, children_of(node), depth);
  }

 private:
  [[nodiscard]] std::vector<std::uint32_t> children_of(std::uint32_t node) const {
    std::vector<std::uint32_t> children;
    for (std::uint32_t i = node + 1; i < page_.nodes[node].subtree_end; i = page_.nodes[i].subtree_end) {
      if (page_.nodes[i].tag != Tag::none || !text::trim(page_.nodes[i].text).empty()) children.push_back(i);
    }
    return children;
  }

  [[nodiscard]] std::string text_of(std::uint32_t node) const {
    std::string text;
    for (std::uint32_t i = node + 1; i < page_.nodes[node].subtree_end; ++i) text += page_.nodes[i].text;
    return text;
  }

  [[nodiscard]] std::string token(std::uint32_t node, std::string_view name) const {
    const std::string text = text_of(node);
    const std::string_view trimmed = text::trim(text);
    if (name == "mtext" || name == "ms") return trimmed.empty() ? " " : "\\text{" + text + "}";
    if (name == "mi" && is_function_name(trimmed)) return "\\" + std::string(trimmed);
    const bool is_word =
        name == "mi" && trimmed.size() > 1 && std::all_of(trimmed.begin(), trimmed.end(), text::is_ascii_letter);
    if (is_word) return "\\mathrm{" + std::string(trimmed) + "}";
    return with_symbols(trimmed);
  }

  [[nodiscard]] std::string row(const std::vector<std::uint32_t>& children, int depth) const {
    std::string out;
    for (const std::uint32_t child : children) append(out, convert(child, depth + 1));
    return out;
  }

  [[nodiscard]] std::string composed(std::string_view name, const std::vector<std::uint32_t>& children,
                                     int depth) const {
    const auto part = [&](std::size_t k) { return k < children.size() ? convert(children[k], depth + 1) : ""; };
    if (name == "mfrac") return "\\frac{" + part(0) + "}{" + part(1) + "}";
    if (name == "msqrt") return "\\sqrt{" + row(children, depth) + "}";
    if (name == "mroot") return "\\sqrt[" + part(1) + "]{" + part(0) + "}";
    if (name == "mfenced") return "\\left(" + row(children, depth) + "\\right)";
    if (name == "msub") return base(part(0)) + "_" + grouped(part(1));
    if (name == "msup") return base(part(0)) + script("^", part(1));
    if (name == "msubsup" || name == "munderover") {
      return base(part(0)) + "_" + grouped(part(1)) + script("^", part(2));
    }
    if (name == "munder") return base(part(0)) + "_" + grouped(part(1));
    if (name == "mover") return over(part(0), part(1));
    return row(children, depth);
  }

  /// What scripts are put at: "{a+b}", but "x", "\\sum" and "\\left(...\\right)" as they are.
  static std::string base(const std::string& latex) {
    const bool is_command =
        latex.starts_with('\\') && std::all_of(latex.begin() + 1, latex.end(), text::is_ascii_letter);
    const bool is_fenced = latex.starts_with("\\left") || latex.ends_with(')') || latex.ends_with(']');
    const bool is_number = std::all_of(latex.begin(), latex.end(), text::is_ascii_digit);
    return is_command || is_fenced || is_number ? latex : grouped(latex);
  }

  /// A prime is raised by itself.
  static std::string script(std::string_view sign, const std::string& latex) {
    if (latex == "'" || latex == "''") return latex;
    return std::string(sign) + grouped(latex);
  }

  static std::string over(const std::string& below, const std::string& above) {
    struct Accent {
      std::string_view sign;
      std::string_view command;
    };
    static constexpr std::array<Accent, 12> accents = {{{"^", "hat"},
                                                        {"\u02C6", "hat"},
                                                        {"~", "tilde"},
                                                        {"\u02DC", "tilde"},
                                                        {"\\sim", "tilde"},
                                                        {"\u00AF", "bar"},
                                                        {"\u203E", "overline"},
                                                        {"_", "overline"},
                                                        {"\\to", "vec"},
                                                        {"\u02D9", "dot"},
                                                        {"\u00A8", "ddot"},
                                                        {"\u23DE", "overbrace"}}};
    for (const Accent& accent : accents) {
      if (above == accent.sign) return "\\" + std::string(accent.command) + "{" + below + "}";
    }
    const bool is_limit = below == "\\sum" || below == "\\prod" || below == "\\int";
    return is_limit ? below + "^" + grouped(above) : "\\overset{" + above + "}{" + below + "}";
  }

  [[nodiscard]] std::string matrix(std::uint32_t table, int depth) const {
    std::string out = "\\begin{matrix}";
    bool first_row = true;
    for (const std::uint32_t row_node : children_of(table)) {
      out += first_row ? " " : " \\\\ ";
      first_row = false;
      bool first_cell = true;
      for (const std::uint32_t cell : children_of(row_node)) {
        if (!first_cell) out += " & ";
        first_cell = false;
        out += row(children_of(cell), depth + 1);
      }
    }
    return out + " \\end{matrix}";
  }

  const Page& page_;
};

}  // namespace

std::string latex_of_mathml(const Page& page, std::uint32_t math) {
  return std::string(text::trim(Converter(page).convert(math, 0)));
}

}  // namespace pith::blocks
