#include "blocks/math_symbols.hpp"

#include <algorithm>
#include <iterator>

#include "text/ascii.hpp"

namespace pith::blocks {
namespace {

struct Symbol {
  std::string_view utf8;
  std::string_view latex;
};

/// In the order of their bytes. Invisible operators have no LaTeX.
constexpr Symbol symbols[] = {
    {"\u00A7", "\\S"},
    {"\u00AC", "\\neg"},
    {"\u00B0", "^{\\circ}"},
    {"\u00B1", "\\pm"},
    {"\u00B7", "\\cdot"},
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
    {"\u03C2", "\\varsigma"},
    {"\u03C3", "\\sigma"},
    {"\u03C4", "\\tau"},
    {"\u03C5", "\\upsilon"},
    {"\u03C6", "\\varphi"},
    {"\u03C7", "\\chi"},
    {"\u03C8", "\\psi"},
    {"\u03C9", "\\omega"},
    {"\u03D1", "\\vartheta"},
    {"\u03D5", "\\phi"},
    {"\u03D6", "\\varpi"},
    {"\u03F0", "\\varkappa"},
    {"\u03F1", "\\varrho"},
    {"\u03F5", "\\epsilon"},
    {"\u2016", "\\|"},
    {"\u2020", "\\dagger"},
    {"\u2021", "\\ddagger"},
    {"\u2022", "\\bullet"},
    {"\u2026", "\\ldots"},
    {"\u2032", "'"},
    {"\u2033", "''"},
    {"\u2034", "'''"},
    {"\u2061", ""},
    {"\u2062", ""},
    {"\u2063", ""},
    {"\u2064", ""},
    {"\u2102", "\\mathbb{C}"},
    {"\u210A", "\\mathcal{g}"},
    {"\u210B", "\\mathcal{H}"},
    {"\u210C", "\\mathfrak{H}"},
    {"\u210D", "\\mathbb{H}"},
    {"\u210E", "h"},
    {"\u210F", "\\hbar"},
    {"\u2110", "\\mathcal{I}"},
    {"\u2111", "\\Im"},
    {"\u2112", "\\mathcal{L}"},
    {"\u2113", "\\ell"},
    {"\u2115", "\\mathbb{N}"},
    {"\u2118", "\\wp"},
    {"\u2119", "\\mathbb{P}"},
    {"\u211A", "\\mathbb{Q}"},
    {"\u211B", "\\mathcal{R}"},
    {"\u211C", "\\Re"},
    {"\u211D", "\\mathbb{R}"},
    {"\u2124", "\\mathbb{Z}"},
    {"\u2128", "\\mathfrak{Z}"},
    {"\u212C", "\\mathcal{B}"},
    {"\u212D", "\\mathfrak{C}"},
    {"\u212F", "\\mathcal{e}"},
    {"\u2130", "\\mathcal{E}"},
    {"\u2131", "\\mathcal{F}"},
    {"\u2133", "\\mathcal{M}"},
    {"\u2134", "\\mathcal{o}"},
    {"\u2135", "\\aleph"},
    {"\u2190", "\\leftarrow"},
    {"\u2191", "\\uparrow"},
    {"\u2192", "\\to"},
    {"\u2193", "\\downarrow"},
    {"\u2194", "\\leftrightarrow"},
    {"\u2195", "\\updownarrow"},
    {"\u21A6", "\\mapsto"},
    {"\u21AA", "\\hookrightarrow"},
    {"\u21C0", "\\rightharpoonup"},
    {"\u21CC", "\\rightleftharpoons"},
    {"\u21D0", "\\Leftarrow"},
    {"\u21D1", "\\Uparrow"},
    {"\u21D2", "\\Rightarrow"},
    {"\u21D3", "\\Downarrow"},
    {"\u21D4", "\\Leftrightarrow"},
    {"\u2200", "\\forall"},
    {"\u2202", "\\partial"},
    {"\u2203", "\\exists"},
    {"\u2204", "\\nexists"},
    {"\u2205", "\\emptyset"},
    {"\u2206", "\\Delta"},
    {"\u2207", "\\nabla"},
    {"\u2208", "\\in"},
    {"\u2209", "\\notin"},
    {"\u220B", "\\ni"},
    {"\u220C", "\\not\\ni"},
    {"\u220F", "\\prod"},
    {"\u2210", "\\coprod"},
    {"\u2211", "\\sum"},
    {"\u2212", "-"},
    {"\u2213", "\\mp"},
    {"\u2216", "\\setminus"},
    {"\u2217", "\\ast"},
    {"\u2218", "\\circ"},
    {"\u2219", "\\cdot"},
    {"\u221A", "\\surd"},
    {"\u221D", "\\propto"},
    {"\u221E", "\\infty"},
    {"\u2220", "\\angle"},
    {"\u2223", "\\mid"},
    {"\u2224", "\\nmid"},
    {"\u2225", "\\parallel"},
    {"\u2227", "\\wedge"},
    {"\u2228", "\\vee"},
    {"\u2229", "\\cap"},
    {"\u222A", "\\cup"},
    {"\u222B", "\\int"},
    {"\u222C", "\\iint"},
    {"\u222D", "\\iiint"},
    {"\u222E", "\\oint"},
    {"\u2234", "\\therefore"},
    {"\u2235", "\\because"},
    {"\u2237", "::"},
    {"\u223C", "\\sim"},
    {"\u2241", "\\nsim"},
    {"\u2243", "\\simeq"},
    {"\u2245", "\\cong"},
    {"\u2248", "\\approx"},
    {"\u224D", "\\asymp"},
    {"\u2250", "\\doteq"},
    {"\u2254", ":="},
    {"\u225C", "\\triangleq"},
    {"\u2260", "\\ne"},
    {"\u2261", "\\equiv"},
    {"\u2262", "\\not\\equiv"},
    {"\u2264", "\\le"},
    {"\u2265", "\\ge"},
    {"\u226A", "\\ll"},
    {"\u226B", "\\gg"},
    {"\u226E", "\\nless"},
    {"\u226F", "\\ngtr"},
    {"\u2270", "\\nleq"},
    {"\u2271", "\\ngeq"},
    {"\u2272", "\\lesssim"},
    {"\u2273", "\\gtrsim"},
    {"\u227A", "\\prec"},
    {"\u227B", "\\succ"},
    {"\u2282", "\\subset"},
    {"\u2283", "\\supset"},
    {"\u2284", "\\not\\subset"},
    {"\u2286", "\\subseteq"},
    {"\u2287", "\\supseteq"},
    {"\u2288", "\\nsubseteq"},
    {"\u228A", "\\subsetneq"},
    {"\u228E", "\\uplus"},
    {"\u2291", "\\sqsubseteq"},
    {"\u2293", "\\sqcap"},
    {"\u2294", "\\sqcup"},
    {"\u2295", "\\oplus"},
    {"\u2296", "\\ominus"},
    {"\u2297", "\\otimes"},
    {"\u2299", "\\odot"},
    {"\u22A2", "\\vdash"},
    {"\u22A3", "\\dashv"},
    {"\u22A4", "\\top"},
    {"\u22A5", "\\perp"},
    {"\u22A7", "\\models"},
    {"\u22A8", "\\models"},
    {"\u22B2", "\\triangleleft"},
    {"\u22B3", "\\triangleright"},
    {"\u22C0", "\\bigwedge"},
    {"\u22C1", "\\bigvee"},
    {"\u22C2", "\\bigcap"},
    {"\u22C3", "\\bigcup"},
    {"\u22C5", "\\cdot"},
    {"\u22C6", "\\star"},
    {"\u22D8", "\\lll"},
    {"\u22D9", "\\ggg"},
    {"\u22EE", "\\vdots"},
    {"\u22EF", "\\cdots"},
    {"\u22F1", "\\ddots"},
    {"\u2308", "\\lceil"},
    {"\u2309", "\\rceil"},
    {"\u230A", "\\lfloor"},
    {"\u230B", "\\rfloor"},
    {"\u2322", "\\frown"},
    {"\u2323", "\\smile"},
    {"\u25A1", "\\square"},
    {"\u25B3", "\\triangle"},
    {"\u25C7", "\\diamond"},
    {"\u25EF", "\\bigcirc"},
    {"\u27C2", "\\perp"},
    {"\u27E8", "\\langle"},
    {"\u27E9", "\\rangle"},
    {"\u27F5", "\\longleftarrow"},
    {"\u27F6", "\\longrightarrow"},
    {"\u27F9", "\\Longrightarrow"},
    {"\u27FA", "\\Longleftrightarrow"},
    {"\u27FC", "\\longmapsto"},
    {"\u29F5", "\\setminus"},
    {"\u2A00", "\\bigodot"},
    {"\u2A01", "\\bigoplus"},
    {"\u2A02", "\\bigotimes"},
    {"\u2A06", "\\bigsqcup"},
    {"\u2A7D", "\\leqslant"},
    {"\u2A7E", "\\geqslant"},
    {"\u2AAF", "\\preceq"},
    {"\u2AB0", "\\succeq"},
};

}  // namespace

std::string_view latex_of_sign(std::string_view character) noexcept {
  const auto found = std::lower_bound(std::begin(symbols), std::end(symbols), character,
                                      [](const Symbol& one, std::string_view key) { return one.utf8 < key; });
  return found != std::end(symbols) && found->utf8 == character ? found->latex : character;
}

bool needs_backslash(char sign) noexcept {
  return sign == '{' || sign == '}' || sign == '%' || sign == '#';
}

std::string latex_of_words(std::string_view utf8) {
  std::string out;
  for (const char c : utf8) {
    if (c == '\\') {
      out += "\\textbackslash ";
    } else if (c == '~') {
      out += "\\textasciitilde ";
    } else if (c == '^') {
      out += "\\textasciicircum ";
    } else {
      if (c == '_' || c == '&' || c == '$' || needs_backslash(c)) out += '\\';
      out += c;
    }
  }
  return out;
}

bool is_function_name(std::string_view name) noexcept {
  static constexpr std::string_view names[] = {"arccos", "arcsin", "arctan", "arg",    "cos",    "cosh", "cot", "coth",
                                               "csc",    "deg",    "det",    "dim",    "exp",    "gcd",  "hom", "inf",
                                               "ker",    "lg",     "lim",    "liminf", "limsup", "ln",   "log", "max",
                                               "min",    "Pr",     "sec",    "sin",    "sinh",   "sup",  "tan", "tanh"};
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool takes_limits(std::string_view latex) noexcept {
  static constexpr std::string_view commands[] = {"\\sum",    "\\prod", "\\coprod", "\\int", "\\iint", "\\iiint",
                                                  "\\oint",   "\\det",  "\\gcd",    "\\inf", "\\lim",  "\\liminf",
                                                  "\\limsup", "\\max",  "\\min",    "\\Pr",  "\\sup"};
  return latex.starts_with("\\big") || std::find(std::begin(commands), std::end(commands), latex) != std::end(commands);
}

std::string_view accent_above(std::string_view sign) noexcept {
  static constexpr Symbol accents[] = {{"^", "hat"},
                                       {"\u02C6", "hat"},
                                       {"\u0302", "hat"},
                                       {"~", "tilde"},
                                       {"\u02DC", "tilde"},
                                       {"\u0303", "tilde"},
                                       {"\u223C", "tilde"},
                                       {"\u00AF", "bar"},
                                       {"\u0304", "bar"},
                                       {"\u02C9", "bar"},
                                       {"\u203E", "overline"},
                                       {"\u0305", "overline"},
                                       {"_", "overline"},
                                       {"\u2015", "overline"},
                                       {"\u2192", "vec"},
                                       {"\u20D7", "vec"},
                                       {"\u02D9", "dot"},
                                       {"\u0307", "dot"},
                                       {".", "dot"},
                                       {"\u00A8", "ddot"},
                                       {"\u0308", "ddot"},
                                       {"\u02C7", "check"},
                                       {"\u030C", "check"},
                                       {"\u02D8", "breve"},
                                       {"\u0306", "breve"},
                                       {"\u00B4", "acute"},
                                       {"\u0301", "acute"},
                                       {"`", "grave"},
                                       {"\u0300", "grave"},
                                       {"\u02DA", "mathring"},
                                       {"\u030A", "mathring"},
                                       {"\u23DE", "overbrace"},
                                       {"\uFE37", "overbrace"},
                                       {"\u2190", "overleftarrow"},
                                       {"\u2194", "overleftrightarrow"}};
  for (const Symbol& accent : accents) {
    if (accent.utf8 == sign) return accent.latex;
  }
  return {};
}

std::string_view accent_below(std::string_view sign) noexcept {
  static constexpr Symbol accents[] = {{"\u23DF", "underbrace"}, {"\uFE38", "underbrace"}, {"_", "underline"},
                                       {"\u0332", "underline"},  {"\u00AF", "underline"},  {"\u203E", "underline"},
                                       {"\u2015", "underline"}};
  for (const Symbol& accent : accents) {
    if (accent.utf8 == sign) return accent.latex;
  }
  return {};
}

void append_latex(std::string& out, std::string_view latex) {
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

}  // namespace pith::blocks
