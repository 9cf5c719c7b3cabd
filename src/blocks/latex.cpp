#include "blocks/latex.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "blocks/marks.hpp"
#include "blocks/mathml.hpp"
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
  return latex;
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

}  // namespace

std::string latex_of(const Page& page, std::uint32_t math) {
  std::string_view latex = bare(annotation_of(page, math));
  if (latex.empty()) latex = bare(page.attribute(math, AttributeName::alttext));
  return latex.empty() ? latex_of_mathml(page, math) : std::string(latex);
}

bool is_displayed(const Page& page, std::uint32_t math) noexcept {
  return page.attribute(math, AttributeName::display) == "block";
}

std::string latex_of_image(const Page& page, std::uint32_t image) {
  const std::string_view alt = page.attribute(image, AttributeName::alt);
  if (alt.empty()) return {};
  const bool is_formula = has_class(page, image, text::WordList::formula_class) ||
                          (alt.starts_with("{\\") && has_command(alt)) ||
                          (alt.starts_with('$') && alt.ends_with('$') && alt.size() > 2) || has_command(alt);
  return is_formula ? std::string(bare(alt)) : std::string();
}

bool shows_formula_again(const Page& page, std::uint32_t node) noexcept {
  if (page.nodes[node].attribute_count == 0) return false;
  if (has_class(page, node, text::WordList::formula_copy_class)) return true;
  if (!has_class(page, node, text::WordList::formula_display_class)) return false;
  const std::uint32_t next = page.nodes[node].subtree_end;
  return next < page.nodes.size() && page.nodes[next].tag == Tag::math &&
         page.nodes[next].parent == page.nodes[node].parent;
}

bool holds_formula(const Page& page, std::uint32_t node) noexcept {
  for (std::uint32_t i = node + 1; i < page.nodes[node].subtree_end; ++i) {
    if (page.nodes[i].tag == Tag::math) return true;
    if (page.nodes[i].tag == Tag::none && !text::trim(page.nodes[i].text).empty()) return false;
  }
  return false;
}

}  // namespace pith::blocks
