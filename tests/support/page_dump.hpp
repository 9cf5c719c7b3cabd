/// A Page as text: what two readings of one page are compared by.
#pragma once

#include <string>
#include <string_view>

#include "page/page.hpp"

namespace pith::test {

/// Appends `text` with runs of white space as one space.
inline void append_collapsed(std::string_view text, std::string& out) {
  for (const char letter : text) {
    const bool is_space = letter == ' ' || (letter >= '\t' && letter <= '\r');
    if (!is_space) {
      out += letter;
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
  }
}

enum class Attributes { shown, left_out };

inline void dump_element(const page::Page& page, const page::Node& node, Attributes attributes, std::string& out) {
  const std::uint32_t count = attributes == Attributes::shown ? node.attribute_count : 0U;
  out.append(node.depth, ' ').append("<").append(page::name_of(node.tag));
  for (std::uint32_t i = 0; i < count; ++i) {
    const page::Attribute& attribute = page.attributes[node.first_attribute + i];
    out.append(" ").append(std::to_string(static_cast<int>(attribute.name))).append("=[").append(attribute.value);
    out.append("]");
  }
  out += ">\n";
}

inline bool is_blank(const page::Node& node) {
  return node.tag == page::Tag::none && node.text.find_first_not_of(" \t\n\r\f") == std::string_view::npos;
}

/// Whether a block, not text or an inline element, stands before node `i` in its parent, or the parent is one. At the
/// begin of an inline element that is asked of the element: where a table moves text to right after white space that
/// begins a block, and a formatting element around the block ends, the parser puts both into a copy of that element.
inline bool follows_block(const page::Page& page, std::uint32_t i) {
  const std::uint32_t parent = page.nodes[i].parent;
  std::uint32_t before = i - 1;
  while (before != parent && (page.nodes[before].parent != parent || is_blank(page.nodes[before])))
    before = page.nodes[before].parent == parent ? before - 1 : page.nodes[before].parent;
  const bool begins_inline = before == parent && page::is_inline(page.nodes[parent].tag);
  return begins_inline ? follows_block(page, parent) : !page::is_inline(page.nodes[before].tag);
}

/// The same for what stands after node `i`, a text.
inline bool precedes_block(const page::Page& page, std::uint32_t i) {
  const std::uint32_t parent = page.nodes[i].parent;
  const bool is_last = i + 1 >= page.nodes.size() || page.nodes[i + 1].parent != parent;
  return !page::is_inline(page.nodes[is_last ? parent : i + 1].tag);
}

/// One line an element or text. Neighbouring texts are one, white space is one space, and none beside the tags of
/// blocks; alone it is left out, as it is where nothing but elements stands.
inline std::string dump_tree(const page::Page& page, Attributes attributes = Attributes::shown) {
  std::string out;
  std::string text;
  bool after_block = false;
  const auto end_text = [&](std::uint32_t last) {
    if (text.ends_with(' ') && precedes_block(page, last)) text.pop_back();
    if (text.starts_with(' ') && after_block) text.erase(0, 1);
    if (!text.empty() && text != " ") {
      out.append(page.nodes[last].depth, ' ').append("\"").append(text).append("\"\n");
    }
    text.clear();
  };
  std::uint32_t last = 0;
  for (std::uint32_t i = 0; i < page.nodes.size(); ++i) {
    const page::Node& node = page.nodes[i];
    const bool continues = node.tag == page::Tag::none && !text.empty() && node.parent == page.nodes[last].parent;
    if (!text.empty() && !continues) end_text(last);
    if (node.tag != page::Tag::none) {
      dump_element(page, node, attributes, out);
      continue;
    }
    if (text.empty()) after_block = follows_block(page, i);
    append_collapsed(node.text, text);
    last = i;
  }
  if (!text.empty()) end_text(last);
  return out;
}

/// With what is set aside, too.
inline std::string dump_page(const page::Page& page) {
  std::string out = "title [";
  append_collapsed(page.title, out);
  out.append("] language [").append(page.language).append("] base [").append(page.base_url);
  out.append("] canonical [").append(page.canonical_url).append("]\n");
  for (const page::MetaTag& meta : page.meta) {
    out.append("meta ").append(meta.name).append(" = ").append(meta.content).append("\n");
  }
  for (const text::JsonNode& node : page.json_ld.nodes) {
    out.append("json ").append(std::to_string(node.parent)).append(" ").append(node.key).append(": ");
    append_collapsed(node.raw, out);
    out += '\n';
  }
  return out + dump_tree(page);
}

}  // namespace pith::test
