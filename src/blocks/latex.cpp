#include "blocks/latex.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "blocks/marks.hpp"
#include "blocks/mathml.hpp"
#include "text/ascii.hpp"
#include "text/text.hpp"

namespace pith::blocks {
namespace {

using page::AttributeName;
using page::Page;
using page::Tag;

/// Without the delimiters and the style that tools put around it: "{\displaystyle x}", "$x$".
std::string_view bare(std::string_view latex) {
  struct Wrapping {
    std::string_view open;
    std::string_view close;
  };
  static constexpr std::array<Wrapping, 7> wrappings = {{{"{\\displaystyle ", "}"},
                                                         {"{\\textstyle ", "}"},
                                                         {"\\displaystyle ", ""},
                                                         {"$$", "$$"},
                                                         {"$", "$"},
                                                         {"\\(", "\\)"},
                                                         {"\\[", "\\]"}}};
  latex = text::trim(latex);
  for (const Wrapping& wrapping : wrappings) {
    const bool is_wrapped = latex.size() > wrapping.open.size() + wrapping.close.size() &&
                            latex.starts_with(wrapping.open) && latex.ends_with(wrapping.close);
    if (is_wrapped) {
      latex.remove_prefix(wrapping.open.size());
      latex.remove_suffix(wrapping.close.size());
      latex = text::trim(latex);
    }
  }
  constexpr std::string_view style = "\\displaystyle";
  const bool is_styled = latex.size() > style.size() && latex.starts_with(style);
  return is_styled && !text::is_ascii_letter(latex[style.size()]) ? latex.substr(style.size()) : latex;
}

std::string_view annotation_of(const Page& page, std::uint32_t math) {
  for (std::uint32_t i = math + 1; i < page.nodes[math].subtree_end; ++i) {
    if (page.attribute(i, AttributeName::element) != "annotation") continue;
    if (page.attribute(i, AttributeName::encoding).find("tex") == std::string_view::npos) continue;
    if (i + 1 < page.nodes[i].subtree_end) return page.nodes[i + 1].text;
  }
  return {};
}

/// "\frac", but not a lone backslash as in a path.
bool has_command(std::string_view text) noexcept {
  for (std::size_t at = 0; at + 2 < text.size(); ++at) {
    const auto is_letter = [&](std::size_t k) { return text[k] >= 'a' && text[k] <= 'z'; };
    if (text[at] == '\\' && is_letter(at + 1) && is_letter(at + 2)) return true;
  }
  return false;
}

/// Whether it may be LaTeX without a command: no words of a sentence, as alternative texts are else.
bool may_be_latex(std::string_view text) noexcept {
  constexpr std::string_view signs = "\\^_={}<>+-*/0123456789";
  const bool is_ascii =
      std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return has_command(text) || (is_ascii && (text.find(' ') == std::string_view::npos ||
                                            text.find_first_of(signs) != std::string_view::npos));
}

/// Whether a <math> is among the first nodes of the element's parent, or stands a little after the element.
bool has_formula_beside(const Page& page, std::uint32_t node) noexcept {
  constexpr std::uint32_t nodes_before = 4;
  constexpr int siblings_after = 3;
  const std::uint32_t parent = page.nodes[node].parent;
  for (std::uint32_t i = parent + 1; i < std::min(node, parent + nodes_before); ++i) {
    if (page.nodes[i].tag == Tag::math || page.has_class(i, text::WordList::formula_text_class)) return true;
  }
  std::uint32_t next = page.nodes[node].subtree_end;
  for (int k = 0; k < siblings_after && next < page.nodes[parent].subtree_end; ++k) {
    const bool is_wrapped = next + 1 < page.nodes[next].subtree_end && page.nodes[next + 1].tag == Tag::math;
    if (page.nodes[next].tag == Tag::math || is_wrapped) return true;
    next = page.nodes[next].subtree_end;
  }
  return false;
}

/// "x^2" of "...?tex=x%5E2".
std::string decoded_query(std::string_view address) {
  const std::size_t sign = address.find_first_of("?=");
  if (sign == std::string_view::npos) return {};
  const std::size_t equals = address.find("tex=");
  std::string_view query = address.substr(equals == std::string_view::npos ? sign + 1 : equals + 4);
  query = query.substr(0, query.find('&'));
  std::string out;
  for (std::size_t i = 0; i < query.size(); ++i) {
    int byte = 0;
    const bool is_code = query[i] == '%' && i + 3 <= query.size() &&
                         std::from_chars(&query[i + 1], &query[i + 1] + 2, byte, 16).ptr == &query[i + 1] + 2;
    const bool is_printable = byte >= ' ' && byte < 0x7F;
    if (is_code && !is_printable) return {};
    out += is_code ? static_cast<char>(byte) : query[i] == '+' ? ' ' : query[i];
    if (is_code) i += 2;
  }
  return std::string(bare(out));
}

}  // namespace

std::string latex_of(const Page& page, std::uint32_t math) {
  std::string_view latex = bare(annotation_of(page, math));
  if (latex.empty()) latex = bare(page.attribute(math, AttributeName::alttext));
  return latex.empty() ? latex_of_mathml(page, math) : std::string(latex);
}

bool is_displayed(const Page& page, std::uint32_t math) noexcept {
  return page.attribute(math, AttributeName::display) == "block";
}

std::string_view told_latex(const Page& page, std::uint32_t node) noexcept {
  const std::string_view told = page.attribute(node, AttributeName::latex);
  return told.empty() ? told : bare(told);
}

std::string_view latex_in_text(const Page& page, std::uint32_t node) noexcept {
  if (page.nodes[node].subtree_end != node + 2) return {};
  const std::string_view text = text::trim(page.nodes[node + 1].text);
  std::size_t begin = 0;  // of the last part
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;) {
    const std::size_t next = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
    const std::string_view blank = text.substr(at, next - at);
    if (std::count(blank.begin(), blank.end(), '\n') > 1) begin = next;
    at = text.find('\n', next);
  }
  return begin == 0 ? std::string_view() : bare(text.substr(begin));
}

std::string latex_of_text(const Page& page, std::uint32_t node) {
  std::string text;
  for (std::uint32_t i = node + 1; i < page.nodes[node].subtree_end; ++i) text += page.nodes[i].text;
  return std::string(bare(text));
}

std::string latex_of_image(const Page& page, std::uint32_t image) {
  if (const std::string_view told = told_latex(page, image); !told.empty()) return std::string(told);
  const std::string_view alt = text::trim(page.attribute(image, AttributeName::alt));
  const std::string_view address = page.attribute(image, AttributeName::src);
  // Without a query the address draws nothing, whatever its words.
  const bool has_query = address.find('?') != std::string_view::npos || address.find('=') != std::string_view::npos;
  if (has_query && text::words_of(text::WordList::formula_address).any_in(address)) {
    std::string drawn = decoded_query(address);
    if (!drawn.empty()) return drawn;
  }
  if (alt.empty()) return {};
  const bool is_formula = (page.has_class(image, text::WordList::formula_class) && may_be_latex(alt)) ||
                          (alt.starts_with("{\\") && has_command(alt)) ||
                          (alt.starts_with('$') && alt.ends_with('$') && alt.size() > 2) || has_command(alt);
  return is_formula ? std::string(bare(alt)) : std::string();
}

bool shows_formula_again(const Page& page, std::uint32_t node) noexcept {
  const std::uint32_t lists = page.class_lists(node);
  if (text::is_in_list(lists, text::WordList::formula_copy_class)) return has_formula_beside(page, node);
  if (!text::is_in_list(lists, text::WordList::formula_display_class)) return false;
  const std::uint32_t next = page.nodes[node].subtree_end;
  return next < page.nodes.size() && page.nodes[next].tag == Tag::math &&
         page.nodes[next].parent == page.nodes[node].parent;
}

bool is_only_form(const Page& page, std::uint32_t node) noexcept {
  return page.has_class(node, text::WordList::formula_copy_class) && !has_formula_beside(page, node);
}

std::uint32_t formula_of_tool(const Page& page, std::uint32_t node) noexcept {
  if (page.nodes[node].tag != Tag::custom || !page.has_class(node, text::WordList::formula_display_class)) return 0;
  for (std::uint32_t i = node + 1; i < page.nodes[node].subtree_end; ++i) {
    if (page.nodes[i].tag == Tag::math) return i;
    if (page.nodes[i].tag == Tag::none && !text::trim(page.nodes[i].text).empty()) return 0;
  }
  return 0;
}

bool holds_formula(const Page& page, std::uint32_t node) noexcept {
  for (std::uint32_t i = node + 1; i < page.nodes[node].subtree_end; ++i) {
    if (page.nodes[i].tag == Tag::math) return true;
    if (page.nodes[i].tag == Tag::none && !text::trim(page.nodes[i].text).empty()) return false;
  }
  return false;
}

}  // namespace pith::blocks
