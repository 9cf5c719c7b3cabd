#include "blocks/code_lines.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "blocks/marks.hpp"
#include "blocks/styles.hpp"
#include "text/ascii.hpp"

namespace pith::blocks {
namespace {

/// "python" of "language-python"; "" of other words.
std::string_view language_of_word(std::string_view word) noexcept {
  static constexpr std::string_view prefixes[] = {
      "language-", "lang-",  "mw-highlight-lang-", "highlight-source-", "highlight-text-", "source-",
      "code-",     "brush:", "highlight-"};
  for (const std::string_view prefix : prefixes) {
    if (!word.starts_with(prefix)) continue;
    word.remove_prefix(prefix.size());
    if (word.starts_with("text-") || word.starts_with("source-")) word.remove_prefix(word.find('-') + 1);
    word = word.substr(0, word.find(';'));
    const bool is_other = text::words_of(text::WordList::code_tool).has(word);
    constexpr std::size_t longest = 20;
    return is_other || word.size() > longest ? std::string_view() : word;
  }
  return {};
}

/// After "brush:", "sourceCode", "src", "hljs", "syntaxhighlighter" the next word is the language.
bool is_followed_by_language(std::string_view word) noexcept {
  return word == "brush:" || word == "sourceCode" || word == "src" || word == "hljs" || word == "syntaxhighlighter";
}

/// Of "<pre class='code python'>" and "<pre lang=python>".
std::string_view named_language(const page::Page& page, std::uint32_t node) noexcept {
  const page::Tag tag = page.nodes[node].tag;
  if (tag != page::Tag::pre && tag != page::Tag::code) return {};
  const text::Words& names = text::words_of(text::WordList::code_name);
  const std::string_view classes = page.attribute(node, page::AttributeName::class_);
  for (std::size_t begin = 0; begin < classes.size();) {
    const std::size_t end = std::min(classes.find(' ', begin), classes.size());
    const std::string_view word = classes.substr(begin, end - begin);
    if (names.has(word)) return word;
    begin = end + 1;
  }
  const std::string_view lang = page.attribute(node, page::AttributeName::lang);
  return names.has(lang) ? lang : std::string_view();
}

/// Whether the first of the words is the name of a language.
bool is_code_name(std::string_view words) noexcept {
  return text::words_of(text::WordList::code_name).has(words.substr(0, words.find(' ')));
}

bool is_language_word(std::string_view word) noexcept {
  const auto is_sign = [](char c) {
    return text::is_ascii_letter(c) || text::is_ascii_digit(c) || c == '+' || c == '#';
  };
  return !word.empty() && word.size() <= 12 && std::all_of(word.begin(), word.end(), is_sign);
}

std::string_view language_at(const page::Page& page, std::uint32_t node) noexcept {
  const std::string_view said = page.attribute(node, page::AttributeName::data_lang);
  const bool is_language = !said.empty() && said.size() <= 20;
  if (is_language && !text::words_of(text::WordList::code_tool).has(said)) return said;
  const std::string_view classes = page.attribute(node, page::AttributeName::class_);
  bool comes_next = false;
  for (std::size_t begin = 0; begin < classes.size();) {
    const std::size_t end = std::min(classes.find(' ', begin), classes.size());
    const std::string_view word = classes.substr(begin, end - begin);
    if (const std::string_view language = language_of_word(word); !language.empty()) return language;
    if (comes_next) {
      // "src python" and "src src-python".
      const std::string_view next = word.starts_with("src-") ? word.substr(4) : word.substr(0, word.find(';'));
      if (is_language_word(next)) return next;
    }
    // "highlight python", a word that stands before others too.
    const bool is_named = word == "highlight" && is_code_name(classes.substr(std::min(end + 1, classes.size())));
    comes_next = is_named || is_followed_by_language(word);
    begin = end + 1;
  }
  return named_language(page, node);
}

/// Whether a line ends within the element, before its last character that is not white space.
bool holds_line_end(const page::Page& page, std::uint32_t code) noexcept {
  bool has_ended = false;
  for (std::uint32_t i = code + 1; i < page.nodes[code].subtree_end; ++i) {
    const std::string_view text = page.nodes[i].text;
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    if (last == std::string_view::npos) {
      has_ended = has_ended || text.find('\n') != std::string_view::npos || page.nodes[i].tag == page::Tag::br;
      continue;
    }
    if (has_ended || text.substr(0, last).find('\n') != std::string_view::npos) return true;
    has_ended = text.find('\n', last) != std::string_view::npos;
  }
  return false;
}

/// Whether the element has nothing in it but parts of lines and, in a box, lines: no part of the page is code.
bool is_made_of_lines(const page::Page& page, std::uint32_t node) noexcept {
  constexpr std::uint32_t most_nodes = 4000;
  const page::Tag tag = page.nodes[node].tag;
  const std::uint32_t end = page.nodes[node].subtree_end;
  if (end - node > most_nodes) return false;
  for (std::uint32_t i = node + 1; i < end; ++i) {
    const page::Tag inner = page.nodes[i].tag;
    if (!page::is_inline(inner) && (tag == page::Tag::code || inner != page::Tag::div)) return false;
    if (inner == page::Tag::img) return false;
  }
  return true;
}

/// Parts of the table that a tool lays numbers and code out in.
bool is_table_part(page::Tag tag) noexcept {
  return tag == page::Tag::td || tag == page::Tag::tr || tag == page::Tag::tbody || tag == page::Tag::table;
}

/// What can stand in Markdown's fence and HTML's class.
std::string as_language(std::string_view name) {
  std::string language;
  for (const char c : name) {
    if (c == ' ' || c == '`' || static_cast<unsigned char>(c) < 0x21) return {};
    language += text::to_lower_ascii(c);
  }
  return language;
}

/// Whether the list is the lines of the code in a box of a tool, beside which a button may stand.
bool stands_in_list_box(const page::Page& page, std::uint32_t list) noexcept {
  const std::uint32_t box = page.nodes[list].parent;
  return page.has_class(box, text::WordList::code_list_class) ||
         page.has_class(page.nodes[box].parent, text::WordList::code_list_class);
}

/// Whether another <code> stands right beside it in its <pre>.
bool is_one_of_codes(const page::Page& page, std::uint32_t code) noexcept {
  const std::uint32_t parent = page.nodes[code].parent;
  const std::uint32_t next = page.nodes[code].subtree_end;
  const auto is_sibling = [&](std::uint32_t other) {
    return other < page.nodes.size() && page.nodes[other].tag == page::Tag::code && page.nodes[other].parent == parent;
  };
  return page.nodes[parent].tag == page::Tag::pre &&
         (is_sibling(next) || (parent + 1 != code && is_sibling(parent + 1)));
}

/// The first element in the other, if only white space stands before it; 0 when there is none.
std::uint32_t first_element(const page::Page& page, std::uint32_t node) noexcept {
  for (std::uint32_t i = node + 1; i < page.nodes[node].subtree_end; ++i) {
    if (page.nodes[i].tag != page::Tag::none) return i;
    if (!text::trim(page.nodes[i].text).empty()) return 0;
  }
  return 0;
}

/// Whether it holds lines, each a box, that a class or the number before the first of them tells to be of code: lines
/// of verse stand in boxes, too.
bool is_box_of_lines(const page::Page& page, std::uint32_t node) noexcept {
  const std::uint32_t line = first_element(page, node);
  if (line == 0 || page.nodes[line].tag != page::Tag::div) return false;
  if (!page.has_class(line, text::WordList::code_line_class)) return false;
  if (page.has_class(node, text::WordList::code_fragment_class)) return true;
  std::uint32_t number = first_element(page, line);
  // An empty anchor, which links lead to.
  if (number != 0 && page.nodes[number].subtree_end == number + 1) ++number;
  return number != 0 && number < page.nodes[line].subtree_end &&
         page.has_class(number, text::WordList::line_number_class);
}

bool holds_numbers_only(const page::Page& page, std::uint32_t node) noexcept {
  const auto is_of_number = [](char c) { return text::is_ascii_digit(c) || text::is_ascii_space(c); };
  for (std::uint32_t i = node + 1; i < page.nodes[node].subtree_end; ++i) {
    const std::string_view text = page.nodes[i].text;
    if (!std::all_of(text.begin(), text.end(), is_of_number)) return false;
  }
  return true;
}

}  // namespace

std::string code_language(const page::Page& page, std::uint32_t pre) {
  if (pre >= page.nodes.size()) return {};
  // Its <code>, perhaps within or below a box of a tool.
  constexpr std::uint32_t furthest = 4;
  constexpr std::uint32_t most_nodes = 32;
  const std::uint32_t end = std::min(page.nodes[pre].subtree_end, pre + most_nodes);
  for (std::uint32_t i = pre; i < end; ++i) {
    // An editor tells the language beside the numbers of its lines.
    const bool is_told = page.nodes[i].tag == page::Tag::div && page.has_attribute(i, page::AttributeName::data_lang);
    if (i >= pre + furthest && page.nodes[i].tag != page::Tag::code && !is_told) continue;
    if (const std::string_view found = language_at(page, i); !found.empty()) return as_language(found);
  }
  std::uint32_t node = pre;
  for (std::uint32_t up = 0; up < 2 && node != 0;) {
    node = page.nodes[node].parent;
    if (!is_table_part(page.nodes[node].tag)) ++up;
    if (const std::string_view found = language_at(page, node); !found.empty()) return as_language(found);
  }
  return {};
}

const Container& box_of_code(const BlockList& blocks, std::size_t code) noexcept {
  constexpr std::uint32_t most_blocks = 4;
  constexpr int furthest = 6;
  const Container* box = &blocks.containers[blocks.blocks[code].container];
  for (int up = 0; up < furthest && box->parent > 0; ++up) {
    const Container& around = blocks.containers[static_cast<std::size_t>(box->parent)];
    const bool is_box = around.tag == page::Tag::div || around.tag == page::Tag::figure || is_table_part(around.tag);
    if (!is_box || around.end_block - around.first_block > most_blocks) break;
    box = &around;
  }
  return *box;
}

std::string language_of_label(std::string_view line) {
  constexpr std::size_t longest_name = 20;  // bytes
  if (line.size() > longest_name || line.find(' ') != std::string_view::npos) return {};
  std::string name;
  for (const char c : line) name += text::to_lower_ascii(c);
  return text::words_of(text::WordList::code_name).has(name) ? name : std::string();
}

std::string labelled_language(const BlockList& blocks, std::size_t code) {
  // A button may stand between.
  const Container& box = box_of_code(blocks, code);
  for (std::size_t b = code; b > box.first_block; --b) {
    const TextBlock& label = blocks.blocks[b - 1];
    if (label.kind != BlockKind::paragraph) break;
    if (std::string language = language_of_label(label.text); !language.empty()) return language;
  }
  return {};
}

bool is_line_number(const page::Page& page, std::uint32_t node) noexcept {
  // Readers who copy the code get no such part of it.
  const std::string_view style = page.attribute(node, page::AttributeName::style);
  const bool is_beside = style.find("user-select:none") != std::string_view::npos ||
                         style.find("user-select: none") != std::string_view::npos;
  if (is_beside) return true;
  // Of a <code>, the class says that a tool adds them: "<code class='language-css line-numbers'>".
  return page.has_class(node, text::WordList::line_number_class) &&
         (page.nodes[node].tag != page::Tag::code || holds_numbers_only(page, node));
}

bool is_number(const page::Page& page, std::uint32_t node) noexcept {
  if (page.nodes[node].tag != page::Tag::span || page.nodes[node].subtree_end != node + 2) return false;
  const std::string_view text = text::trim(page.nodes[node + 1].text);
  return !text.empty() && std::all_of(text.begin(), text.end(), text::is_ascii_digit);
}

bool has_numbered_lines(const page::Page& page, std::uint32_t pre) noexcept {
  unsigned number = 0;  // of the last line
  bool is_begun = false;
  for (std::uint32_t i = pre + 1; i < page.nodes[pre].subtree_end; ++i) {
    if (page.nodes[i].tag == page::Tag::br) is_begun = false;
    if (!is_begun && is_number(page, i)) {
      unsigned found = 0;
      const std::string_view digits = text::trim(page.nodes[i + 1].text);
      std::from_chars(digits.data(), digits.data() + digits.size(), found);
      if (found != ++number) return false;
      is_begun = true;
      ++i;
      continue;
    }
    const std::string_view text = page.nodes[i].text;
    if (text::trim(text).empty() && text.find('\n') == std::string_view::npos) continue;
    if (!is_begun) return false;
    const std::size_t line_end = text.find('\n');
    if (line_end == std::string_view::npos) continue;
    is_begun = false;
    if (!text::trim(text.substr(line_end)).empty()) return false;
  }
  return number > 1;
}

std::uint32_t boxed_code(const page::Page& page, std::uint32_t pre) noexcept {
  std::uint32_t code = 0;
  for (std::uint32_t i = pre + 1; i < page.nodes[pre].subtree_end; ++i) {
    if (page.nodes[i].tag != page::Tag::code) continue;
    if (code != 0) return 0;
    code = i;
    if (page.nodes[page.nodes[i].parent].tag != page::Tag::div) return 0;
  }
  return code;
}

bool is_beside_code(const page::Page& page, std::uint32_t node, std::uint32_t code) noexcept {
  constexpr std::size_t longest = 60;  // bytes of a bar: the name of a language or file, "Copy"
  const std::uint32_t end = page.nodes[node].subtree_end;
  if (page.nodes[node].tag != page::Tag::div || (node < code && code < end)) return false;
  std::size_t bytes = 0;
  for (std::uint32_t i = node; i < end && bytes <= longest; ++i) bytes += text::trim(page.nodes[i].text).size();
  const bool is_in_code = node > code && node < page.nodes[code].subtree_end;
  return !is_in_code && bytes <= longest;
}

bool is_code_box(const page::Page& page, std::uint32_t node) noexcept {
  const page::Tag tag = page.nodes[node].tag;
  if (tag == page::Tag::ol) return stands_in_list_box(page, node);
  if (tag == page::Tag::div && is_box_of_lines(page, node)) return true;
  return (tag == page::Tag::div || tag == page::Tag::table) && page.has_class(node, text::WordList::code_box_class);
}

bool is_told_pre(const page::Page& page, std::uint32_t node, std::uint32_t lists, std::string_view style) noexcept {
  const page::Tag tag = page.nodes[node].tag;
  if (tag != page::Tag::code && tag != page::Tag::div) return false;
  if (text::is_in_list(lists, text::WordList::code_text_class)) return true;
  if (style.empty() || !keeps_lines(style) || !is_made_of_lines(page, node)) return false;
  return tag == page::Tag::div ? is_typed(style) : holds_line_end(page, node);
}

bool is_spaced_code(const page::Page& page, std::uint32_t node) noexcept {
  constexpr std::string_view no_break_space = "\u00A0";
  if (page.nodes[node].tag != page::Tag::code || !is_made_of_lines(page, node)) return false;
  bool begins_line = false;
  for (std::uint32_t i = node + 1; i < page.nodes[node].subtree_end; ++i) {
    const std::string_view written = page.nodes[i].text;
    const std::string_view text = written.substr(std::min(written.find_first_not_of(" \t\r\n"), written.size()));
    if (begins_line && text.starts_with(no_break_space)) return true;
    begins_line = page.nodes[i].tag == page::Tag::br || (begins_line && text.empty());
  }
  return false;
}

bool is_between_lines(std::string_view text) noexcept {
  return text.find('\n') != std::string_view::npos && std::all_of(text.begin(), text.end(), text::is_ascii_space);
}

bool is_code_line(const page::Page& page, std::uint32_t node) noexcept {
  const page::Tag tag = page.nodes[node].tag;
  if (tag == page::Tag::code && is_one_of_codes(page, node)) return true;
  return (tag == page::Tag::span || tag == page::Tag::code) && page.has_class(node, text::WordList::code_line_class);
}

}  // namespace pith::blocks
