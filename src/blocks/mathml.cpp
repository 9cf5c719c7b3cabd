#include "blocks/mathml.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "blocks/math_letters.hpp"
#include "blocks/math_symbols.hpp"
#include "text/ascii.hpp"
#include "text/text.hpp"

namespace pith::blocks {
namespace {

using page::AttributeName;
using page::Page;
using page::Tag;

/// "x" or "{x+1}".
std::string grouped(const std::string& latex) {
  if (latex.size() == 1) return latex;
  return "{" + latex + "}";
}

bool is_word(std::string_view text) {
  return text.size() > 1 && std::all_of(text.begin(), text.end(), text::is_ascii_letter);
}

/// What LaTeX reads as its own signs, where the page shows them: an operator of one character.
std::string_view latex_of_operator(std::string_view sign) {
  struct Escape {
    std::string_view sign;
    std::string_view latex;
  };
  static constexpr Escape escapes[] = {{"_", "\\_"},     {"&", "\\&"},   {"$", "\\$"},
                                       {"^", "\\wedge"}, {"~", "\\sim"}, {"\\", "\\backslash"}};
  for (const Escape& one : escapes) {
    if (one.sign == sign) return one.latex;
  }
  return {};
}

/// The environment of a matrix between fences; "" when LaTeX has none.
std::string_view matrix_between(std::string_view open, std::string_view close) {
  if (open == "(" && close == ")") return "pmatrix";
  if (open == "[" && close == "]") return "bmatrix";
  if (open == "|" && close == "|") return "vmatrix";
  if (open == "{" && close.empty()) return "cases";
  return {};
}

class Converter {
 public:
  explicit Converter(const Page& page) : page_(page) {}

  // Recursion: islands deeper than this are text.
  static constexpr int deepest = 64;

  std::string convert(std::uint32_t node, int depth) const {
    const std::string_view name = name_of(node);
    if (page_.nodes[node].tag == Tag::none) return latex_of_signs(text::trim(page_.nodes[node].text));
    if (name.starts_with("annotation") || name == "mphantom") return {};
    if (depth >= deepest || name == "mi" || name == "mo" || name == "mn" || name == "mtext" || name == "ms") {
      return token(node, name);
    }
    if (name == "mtable") return table(node, depth);
    if (name == "mspace") return " ";
    if (name == "mfenced") return fenced(node, depth);
    const std::vector<std::uint32_t> children = children_of(node);
    if (name == "mfrac") return fraction(node, children, depth);
    if (name == "mmultiscripts") return with_scripts_before(children, depth);
    if (name == "munder" || name == "mover" || name == "munderover") return stacked(name, children, depth);
    return composed(name, children, depth);
  }

 private:
  using Nodes = std::vector<std::uint32_t>;

  [[nodiscard]] std::string_view name_of(std::uint32_t node) const {
    return page_.attribute(node, AttributeName::element);
  }

  [[nodiscard]] Nodes children_of(std::uint32_t node) const {
    Nodes children;
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

  /// The sign of an operator, also of one that is the only child of a row.
  [[nodiscard]] std::string sign_of(std::uint32_t node) const {
    const std::string text = text_of(node);
    return std::string(text::trim(text));
  }

  [[nodiscard]] std::string token(std::uint32_t node, std::string_view name) const {
    const std::string text = text_of(node);
    const std::string_view trimmed = text::trim(text);
    if (name == "mtext" || name == "ms") return trimmed.empty() ? " " : "\\text{" + latex_of_words(text) + "}";
    const bool may_be_name = name == "mi" || name == "mo";
    if (may_be_name && is_function_name(trimmed)) return "\\" + std::string(trimmed);
    const MathFont font = font_of(page_.attribute(node, AttributeName::math_variant));
    if (name == "mo" && is_word(trimmed)) return "\\operatorname{" + std::string(trimmed) + "}";
    if (name == "mi" && is_word(trimmed) && font == MathFont::none) return "\\mathrm{" + std::string(trimmed) + "}";
    if (const std::string_view escaped = latex_of_operator(trimmed); name == "mo" && !escaped.empty())
      return std::string(escaped);
    return latex_of_signs(trimmed, font);
  }

  [[nodiscard]] std::string row(const Nodes& children, int depth) const {
    std::string out;
    for (std::size_t k = 0; k < children.size();) {
      const std::size_t taken = append_fenced_matrix(children, k, depth, out);
      if (taken == 0) append_latex(out, convert(children[k], depth + 1));
      k += std::max(taken, std::size_t{1});
    }
    return out;
  }

  /// "(", a matrix and ")", as "\begin{pmatrix}": how many of the children from `k` on they were, 0 when they are not.
  std::size_t append_fenced_matrix(const Nodes& children, std::size_t k, int depth, std::string& out) const {
    if (k + 1 >= children.size() || name_of(children[k]) != "mo") return 0;
    const std::uint32_t inner = matrix_in(children[k + 1]);
    if (inner == 0) return 0;
    const bool has_close = k + 2 < children.size() && name_of(children[k + 2]) == "mo";
    const std::string close = has_close ? sign_of(children[k + 2]) : std::string();
    const std::string_view environment = matrix_between(sign_of(children[k]), close);
    if (environment.empty() || (environment == "cases" && !has_close && k + 2 < children.size())) return 0;
    append_latex(out, matrix(inner, environment, depth + 1));
    return has_close ? 3 : 2;
  }

  /// The matrix that the element is, or holds and nothing else; 0 when there is none.
  [[nodiscard]] std::uint32_t matrix_in(std::uint32_t node) const {
    while (name_of(node) == "mrow" || name_of(node) == "mstyle") {
      const Nodes children = children_of(node);
      if (children.size() != 1) return 0;
      node = children[0];
    }
    return name_of(node) == "mtable" ? node : 0;
  }

  [[nodiscard]] std::string composed(std::string_view name, const Nodes& children, int depth) const {
    const auto part = [&](std::size_t k) { return k < children.size() ? convert(children[k], depth + 1) : ""; };
    if (name == "msqrt") return "\\sqrt{" + row(children, depth) + "}";
    if (name == "mroot") return "\\sqrt[" + part(1) + "]{" + part(0) + "}";
    if (name == "msub") return base(part(0)) + "_" + grouped(part(1));
    if (name == "msup") return base(part(0)) + script("^", part(1));
    if (name == "msubsup") return base(part(0)) + "_" + grouped(part(1)) + script("^", part(2));
    return row(children, depth);
  }

  [[nodiscard]] std::string fraction(std::uint32_t node, const Nodes& children, int depth) const {
    const auto part = [&](std::size_t k) { return k < children.size() ? convert(children[k], depth + 1) : ""; };
    const std::string_view thickness = page_.attribute(node, AttributeName::line_thickness);
    // "0", "0pt", "0.0em": no line, as in binomials.
    const bool is_bare = thickness.starts_with('0') && thickness.find_first_of("123456789") == std::string_view::npos;
    if (!is_bare) return "\\frac{" + part(0) + "}{" + part(1) + "}";
    return "{" + part(0) + " \\atop " + part(1) + "}";
  }

  [[nodiscard]] std::string fenced(std::uint32_t node, int depth) const {
    const auto fence = [&](AttributeName name, std::string_view usual) {
      const bool is_told = page_.has_attribute(node, name);
      const std::string latex = latex_of_signs(text::trim(is_told ? page_.attribute(node, name) : usual));
      return latex.empty() ? std::string(".") : latex;
    };
    const Nodes children = children_of(node);
    const std::string open = fence(AttributeName::open, "(");
    const std::string close = fence(AttributeName::close, ")");
    if (children.size() == 1) {
      const std::uint32_t inner = matrix_in(children[0]);
      const std::string_view environment = matrix_between(open, close);
      if (inner != 0 && !environment.empty()) return matrix(inner, environment, depth);
    }
    const bool is_told = page_.has_attribute(node, AttributeName::separators);
    const std::string_view signs = text::trim(is_told ? page_.attribute(node, AttributeName::separators) : ",");
    std::string out = "\\left";
    append_latex(out, open);
    for (std::size_t k = 0; k < children.size(); ++k) {
      if (k > 0 && !signs.empty()) out += signs[std::min(k, signs.size()) - 1];
      append_latex(out, convert(children[k], depth + 1));
    }
    out += "\\right";
    append_latex(out, close);
    return out;
  }

  /// Scripts after the base, and those after <mprescripts/> before it.
  [[nodiscard]] std::string with_scripts_before(const Nodes& children, int depth) const {
    if (children.empty()) return {};
    std::string before;
    std::string after = base(convert(children[0], depth + 1));
    bool is_before = false;
    bool is_upper = false;
    for (std::size_t k = 1; k < children.size(); ++k) {
      if (name_of(children[k]) == "mprescripts") {
        is_before = true;
        is_upper = false;
        continue;
      }
      const std::string latex = convert(children[k], depth + 1);
      if (!latex.empty()) (is_before ? before : after) += script(is_upper ? "^" : "_", latex);
      is_upper = !is_upper;
    }
    return before.empty() ? after : "{}" + before + after;
  }

  /// What scripts are put at: "{a+b}", but "x", "\\sum" and "\\left(...\\right)" as they are.
  static std::string base(const std::string& latex) {
    const bool is_command =
        latex.starts_with('\\') && std::all_of(latex.begin() + 1, latex.end(), text::is_ascii_letter);
    const bool is_fenced = latex.starts_with("\\left") || latex.ends_with(')') || latex.ends_with(']');
    const bool is_number = std::all_of(latex.begin(), latex.end(), text::is_ascii_digit);
    const bool is_font = latex.starts_with("\\math") && latex.find('}') == latex.size() - 1;
    return is_command || is_fenced || is_number || is_font ? latex : grouped(latex);
  }

  /// A prime, and the sign of degrees, are raised by themselves.
  static std::string script(std::string_view sign, const std::string& latex) {
    if (sign == "^" && (latex.starts_with('\'') || latex == "^{\\circ}")) return latex;
    return std::string(sign) + grouped(latex);
  }

  /// Accents, limits, and what else stands below or above.
  [[nodiscard]] std::string stacked(std::string_view name, const Nodes& children, int depth) const {
    if (children.empty()) return {};
    std::string out = convert(children[0], depth + 1);
    const bool has_below = name != "mover" && children.size() > 1;
    const std::size_t above = name == "munder" ? children.size() : has_below ? 2 : 1;
    if (has_below) out = below(out, children[1], depth);
    return above < children.size() ? over(out, children[above], depth) : out;
  }

  /// "\\mathrm{argmax}" as an operator with limits; "" of what is none.
  static std::string named_operator(std::string_view latex) {
    for (const std::string_view command : {"\\mathrm{", "\\operatorname{"}) {
      const bool is_one = latex.starts_with(command) && latex.find('}') == latex.size() - 1;
      if (is_one) return "\\operatorname*{" + std::string(latex.substr(command.size()));
    }
    return {};
  }

  /// Whether the LaTeX is the command and its argument, and nothing else.
  static bool is_command(std::string_view latex, std::string_view command) {
    if (!latex.starts_with(command)) return false;
    int depth = 1;
    std::size_t at = command.size();
    for (; at < latex.size() && depth > 0; ++at) depth += latex[at] == '{' ? 1 : latex[at] == '}' ? -1 : 0;
    return at == latex.size();
  }

  /// Whether a script of the sign is a limit of the LaTeX: an operator, or a brace, that has no such script yet.
  static bool takes_limit(std::string_view latex, char sign, std::string_view brace) {
    const std::string_view stem = latex.substr(0, latex.find_first_of("_^"));
    const bool has_script = latex.find(sign, stem.size()) != std::string_view::npos;
    return (takes_limits(stem) && !has_script) || is_command(latex, "\\operatorname*{") || is_command(latex, brace);
  }

  [[nodiscard]] std::string below(const std::string& of, std::uint32_t node, int depth) const {
    const std::string_view accent = accent_below(sign_of(node));
    if (!accent.empty()) return "\\" + std::string(accent) + "{" + of + "}";
    const std::string latex = convert(node, depth + 1);
    if (latex.empty()) return of;
    if (takes_limit(of, '_', "\\underbrace{")) return of + "_" + grouped(latex);
    const std::string name = named_operator(of);
    return name.empty() ? "\\underset{" + latex + "}{" + of + "}" : name + "_" + grouped(latex);
  }

  [[nodiscard]] std::string over(const std::string& of, std::uint32_t node, int depth) const {
    const std::string_view accent = accent_above(sign_of(node));
    if (!accent.empty()) return "\\" + std::string(accent) + "{" + of + "}";
    const std::string latex = convert(node, depth + 1);
    if (latex.empty()) return of;
    if (takes_limit(of, '^', "\\overbrace{")) return of + "^" + grouped(latex);
    return "\\overset{" + latex + "}{" + of + "}";
  }

  /// A matrix, or equations one below the other; a table of one cell is what stands in it.
  [[nodiscard]] std::string table(std::uint32_t node, int depth) const {
    const Nodes rows = children_of(node);
    if (rows.size() == 1) {
      const Nodes cells = cells_of(rows[0]);
      const bool is_numbered = name_of(rows[0]) == "mlabeledtr" && cells.size() == 2;
      if (cells.size() == 1 || is_numbered) {
        return row(children_of(cells[0]), depth + 1) + (is_numbered ? tag_of(sign_of(cells[1])) : std::string());
      }
    }
    const bool is_aligned = page_.attribute(node, AttributeName::column_align).starts_with("right");
    return matrix(node, is_aligned ? "aligned" : "matrix", depth);
  }

  /// The number of an equation stands first in its row, and is shown last.
  [[nodiscard]] Nodes cells_of(std::uint32_t row_node) const {
    Nodes cells = children_of(row_node);
    if (name_of(row_node) == "mlabeledtr" && cells.size() > 1)
      std::rotate(cells.begin(), cells.begin() + 1, cells.end());
    return cells;
  }

  /// "(1)" as "\\tag{1}".
  static std::string tag_of(std::string_view number) {
    if (number.starts_with('(') && number.ends_with(')')) number = number.substr(1, number.size() - 2);
    return number.empty() ? std::string() : " \\tag{" + latex_of_words(number) + "}";
  }

  [[nodiscard]] std::string matrix(std::uint32_t table, std::string_view environment, int depth) const {
    std::string out = "\\begin{" + std::string(environment) + "}";
    bool first_row = true;
    for (const std::uint32_t row_node : children_of(table)) {
      out += first_row ? " " : " \\\\ ";
      first_row = false;
      bool first_cell = true;
      for (const std::uint32_t cell : cells_of(row_node)) {
        if (!first_cell) out += " & ";
        first_cell = false;
        out += row(children_of(cell), depth + 1);
      }
    }
    return out.append(" \\end{").append(environment).append("}");
  }

  const Page& page_;
};

}  // namespace

std::string latex_of_mathml(const Page& page, std::uint32_t math) {
  return std::string(text::trim(Converter(page).convert(math, 0)));
}

}  // namespace pith::blocks
