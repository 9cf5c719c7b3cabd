#include "text/source_code.hpp"

#include <algorithm>
#include <array>

#include "text/ascii.hpp"
#include "text/text.hpp"

namespace pith::text {
namespace {

constexpr std::size_t longest_line = 400;  // bytes: prose may hold any of these marks

bool is_name_letter(char c) noexcept {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '_';
}

/// Where the name ends that the line begins with: "os.path", "$x", "items[0]".
std::size_t name_end(std::string_view line) noexcept {
  if (line.empty() || is_ascii_digit(line.front())) return 0;
  std::size_t at = line.front() == '$' || line.front() == '@' ? 1 : 0;
  const std::size_t begin = at;
  while (at < line.size() && (is_name_letter(line[at]) || line[at] == '.' || line[at] == '[' || line[at] == ']')) ++at;
  return at == begin ? 0 : at;
}

/// `"name": "Anna"`, of JSON and Python.
bool is_member(std::string_view line) noexcept {
  const char quote = line.front();
  if (quote != '"' && quote != '\'') return false;
  const std::size_t end = line.find(quote, 1);
  return end != std::string_view::npos && end > 1 && trim(line.substr(end + 1)).starts_with(':');
}

/// `total += 3`, but not "Newton : F = ma" and "== History ==".
bool is_assignment(std::string_view line) noexcept {
  const std::size_t end = name_end(line);
  if (end == 0) return false;
  std::string_view rest = trim(line.substr(end));
  constexpr std::string_view combined = "+-*/|&:?";
  if (!rest.empty() && combined.find(rest.front()) != std::string_view::npos) rest.remove_prefix(1);
  return rest.size() > 1 && rest.front() == '=' && rest.find_first_not_of("= ") != std::string_view::npos;
}

/// `print(x)`, `self.close();`, but not "Photo(s)".
bool is_call(std::string_view line) noexcept {
  const std::size_t end = name_end(line);
  if (end == 0 || end >= line.size() || line[end] != '(') return false;
  const std::size_t close = line.rfind(')');
  if (close == std::string_view::npos || close < end || line.substr(end, 3) == "(s)") return false;
  const std::string_view after = line.substr(close + 1);
  return after.find_first_not_of(";:,{ ") == std::string_view::npos;
}

/// `<div class="x">`: a tag begins and one ends the line.
bool is_markup(std::string_view line) noexcept {
  if (line.size() < 3 || line.front() != '<' || line.back() != '>') return false;
  return is_ascii_letter(line[1]) || line[1] == '/' || line[1] == '?' || line[1] == '!';
}

/// `--name "x"`, `-o json \`.
bool is_option(std::string_view line) noexcept {
  const std::size_t dashes = line.find_first_not_of('-');
  if (dashes == 0 || dashes > 2 || dashes == std::string_view::npos || !is_ascii_letter(line[dashes])) return false;
  return dashes == 2 ? line[dashes] >= 'a' && line[dashes] <= 'z' : line.ends_with('\\');
}

/// "``COMMENT``", "```sh": a name of code as a line, and fences of Markdown.
bool is_in_backquotes(std::string_view line) noexcept {
  return line.starts_with("```") || (line.size() > 2 && line.front() == '`' && line.back() == '`');
}

bool begins_like_code(std::string_view line) noexcept {
  constexpr std::array<std::string_view, 9> beginnings = {"#include", "#define", "$ ",   ">>> ", "// ",
                                                          "/*",       "*/",      "def ", "};"};
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [line](std::string_view beginning) { return line.starts_with(beginning); });
}

bool ends_like_code(std::string_view line) noexcept {
  constexpr std::array<std::string_view, 9> ends = {"{", "};", ");", "},", "],", "[", " \\", "):", "\","};
  return std::any_of(ends.begin(), ends.end(), [line](std::string_view end) { return line.ends_with(end); });
}

/// Pairs of marks that stand right beside each other in code alone.
bool holds_operator(std::string_view line) noexcept {
  constexpr std::array<std::string_view, 7> operators = {"=>", "::", "!=", "+=", "();", "() {", ":="};
  return std::any_of(operators.begin(), operators.end(),
                     [line](std::string_view mark) { return line.find(mark) != std::string_view::npos; });
}

}  // namespace

bool is_mark_line(std::string_view line) noexcept {
  constexpr std::string_view brackets = "{}[]();, <>/*'\"";
  constexpr std::string_view borders = "+-=| ";
  const bool has_bracket = line.find_first_of("{}[]()") != std::string_view::npos;
  if (has_bracket && line.find_first_not_of(brackets) == std::string_view::npos) return true;
  const bool has_border = line.size() > 2 && line.find_first_of("+|") != std::string_view::npos;
  return (has_border && line.find_first_not_of(borders) == std::string_view::npos) || line == "```" || line == "~~~";
}

bool is_code_line(std::string_view line) noexcept {
  if (line.empty() || line.size() > longest_line) return false;
  return is_mark_line(line) || is_member(line) || is_assignment(line) || is_call(line) || is_markup(line) ||
         is_option(line) || is_in_backquotes(line) || begins_like_code(line) || ends_like_code(line) ||
         holds_operator(line);
}

}  // namespace pith::text
