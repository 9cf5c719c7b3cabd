#include "render/markdown_formula.hpp"

#include <algorithm>
#include <iterator>

namespace pith::render {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

/// Whether only spaces stand between the line's beginning and `at`: there an element needs no end to be one.
bool begins_line(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  return at == 0 || text[at - 1] == '\n';
}

/// Where a reader of Markdown would see an element begin, from `from` on: at a "<" with a letter, "/", "!" or "?" after
/// it, in front of the last ">" or at the beginning of a line. npos: nowhere.
std::size_t find_tag(std::string_view text, std::size_t last_end, std::size_t from = 0) {
  for (std::size_t at = text.find('<', from); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    const bool may_begin = is_letter(next) || next == '/' || next == '!' || next == '?';
    const bool may_end = last_end != std::string_view::npos && at < last_end;
    if (may_begin && (may_end || begins_line(text, at))) return at;
  }
  return std::string_view::npos;
}

/// "$x_1$": single signs, with something between them that only formulas have, and neither space within nor a digit
/// after them, as prices have.
std::size_t dollar_formula(std::string_view rest) {
  constexpr std::size_t longest = 300;
  if (rest.size() < 3 || rest[0] != '$' || is_space(rest[1])) return 0;
  const std::size_t end = rest.substr(0, longest).find('$', 1);
  if (end == std::string_view::npos || end < 2 || is_space(rest[end - 1])) return 0;
  if (end + 1 < rest.size() && is_digit(rest[end + 1])) return 0;
  const std::string_view inner = rest.substr(1, end - 1);
  const bool is_formula = inner.find_first_of("\\^_") != std::string_view::npos;
  return is_formula && inner.find_first_of("<>\n`[]") == std::string_view::npos ? end + 1 : 0;
}

/// "align*}" of "align*} x": what scripts know as a formula; "" of others.
std::string_view environment_name(std::string_view rest) {
  static constexpr std::string_view names[] = {"align",    "alignat",  "aligned", "array",  "bmatrix",  "cases",
                                               "eqnarray", "equation", "flalign", "gather", "gathered", "matrix",
                                               "multline", "pmatrix",  "split",   "vmatrix"};
  const std::size_t end = rest.find('}');
  if (end == std::string_view::npos) return {};
  const std::string_view name = rest.substr(0, end);
  const std::string_view plain = name.substr(0, name.size() - (name.ends_with('*') ? 1 : 0));
  const bool is_known = std::find(std::begin(names), std::end(names), plain) != std::end(names);
  return is_known ? rest.substr(0, end + 1) : std::string_view();
}

/// Whether a line is nothing but a few kinds of bytes, of which `wanted` is there: what underlines a heading, parts
/// blocks or heads a table.
bool is_ruler(std::string_view line, std::string_view bytes, char wanted) {
  return line.find_first_not_of(bytes) == std::string_view::npos && line.find(wanted) != std::string_view::npos;
}

/// Whether a line of a paragraph would begin another block.
bool begins_block(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  const std::size_t signs = std::min(line.find_first_not_of('#'), line.size());
  const auto ends_mark = [line](std::size_t at) { return at >= line.size() || is_space(line[at]); };
  if (line.starts_with('>') || line.starts_with("```") || line.starts_with("~~~") || line.starts_with("[^"))
    return true;
  if ((line.starts_with('-') || line.starts_with('+') || line.starts_with('*')) && ends_mark(1)) return true;
  if (signs > 0 && ends_mark(signs)) return true;
  if (digits > 0 && (line.substr(digits).starts_with('.') || line.substr(digits).starts_with(')')) &&
      ends_mark(digits + 1)) {
    return true;
  }
  return is_ruler(line, "= ", '=') || is_ruler(line, "|:- ", '-') || is_ruler(line, "* ", '*') ||
         is_ruler(line, "_ ", '_');
}

}  // namespace

std::string display_markdown(std::string_view latex) {
  const std::string formula = formula_markdown(latex);
  std::string out = "$$\n";
  for (std::size_t begin = 0; begin <= formula.size();) {
    const std::size_t end = std::min(formula.find('\n', begin), formula.size());
    const std::string_view line = std::string_view(formula).substr(begin, end - begin);
    out.append(begins_block(line) ? "{}" : "").append(line).append("\n");
    begin = end + 1;
  }
  return out + "$$";
}

std::string formula_markdown(std::string_view latex) {
  std::string out;
  const std::size_t last_end = latex.rfind('>');
  std::size_t begin = 0;
  for (std::size_t tag = find_tag(latex, last_end); tag != std::string_view::npos;
       tag = find_tag(latex, last_end, tag + 1)) {
    out.append(latex.substr(begin, tag + 1 - begin)).append(" ");
    begin = tag + 1;
  }
  return out.append(latex.substr(begin));
}

std::size_t FormulaFinder::environment_at(std::string_view rest) {
  constexpr std::string_view begin = "\\begin{";
  if (!rest.starts_with(begin) || has_unclosed_environment_ || rest.data() < tag_) return 0;
  const std::string_view name = environment_name(rest.substr(begin.size()));
  if (name.empty()) return 0;
  const std::string close = "\\end{" + std::string(name);
  const std::size_t end = rest.find(close);
  has_unclosed_environment_ = end == std::string_view::npos;
  if (has_unclosed_environment_) return 0;
  const std::string_view formula = rest.substr(0, end);
  const std::size_t tag = find_tag(formula, formula.rfind('>'));
  if (tag == std::string_view::npos) return end + close.size();
  tag_ = rest.data() + tag;
  return 0;
}

std::size_t FormulaFinder::length_at(std::string_view rest) {
  if (const std::size_t environment = environment_at(rest); environment > 0) return environment;
  for (std::size_t d = 0; d < all.size(); ++d) {
    if (!rest.starts_with(all[d].open)) continue;
    if (never_closed_[d] || rest.data() < tag_) return 0;
    const std::size_t end = rest.find(all[d].close, all[d].open.size() + 1);
    never_closed_[d] = end == std::string_view::npos;
    if (never_closed_[d]) return 0;
    const std::string_view formula = rest.substr(0, end);
    const std::size_t tag = find_tag(formula, formula.rfind('>'));
    if (tag == std::string_view::npos) return end + all[d].close.size();
    tag_ = rest.data() + tag;
    return 0;
  }
  return dollar_formula(rest);
}

}  // namespace pith::render
