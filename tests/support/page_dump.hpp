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

/// One line an element or text. Neighbouring texts are one, white space is one space; alone it is left out, as it is
/// where nothing but elements stands.
inline std::string dump_tree(const page::Page& page, Attributes attributes = Attributes::shown) {
  std::string out;
  std::string text;
  const auto end_text = [&](std::size_t depth) {
    if (!text.empty() && text != " ") out.append(depth, ' ').append("\"").append(text).append("\"\n");
    text.clear();
  };
  std::uint32_t parent = 0;
  for (const page::Node& node : page.nodes) {
    if (node.tag != page::Tag::none || node.parent != parent) end_text(page.nodes[parent].depth + 1U);
    if (node.tag == page::Tag::none) {
      append_collapsed(node.text, text);
      parent = node.parent;
    } else {
      dump_element(page, node, attributes, out);
    }
  }
  end_text(page.nodes.empty() ? 0 : page.nodes[parent].depth + 1U);
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
  for (const std::string_view json : page.json_ld) {
    out += "json ";
    append_collapsed(json, out);
    out += '\n';
  }
  return out + dump_tree(page);
}

}  // namespace pith::test
