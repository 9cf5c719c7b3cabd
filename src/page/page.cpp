#include "page/page.hpp"

namespace pith::page {
namespace {

const Attribute* find(const Page& page, std::uint32_t node, AttributeName name) noexcept {
  const Node& element = page.nodes[node];
  for (std::uint32_t i = 0; i < element.attribute_count; ++i) {
    const Attribute& attribute = page.attributes[element.first_attribute + i];
    if (attribute.name == name) return &attribute;
  }
  return nullptr;
}

}  // namespace

void Page::clear() {
  kind = PageKind::html;
  nodes.clear();
  attributes.clear();
  text_bytes = 0;
  title = {};
  language = {};
  base_url = {};
  canonical_url = {};
  meta.clear();
  links.clear();
  style_sheets.clear();
  json_ld.clear();
  scripts.clear();
  storage.reset();
}

std::string_view Page::attribute(std::uint32_t node, AttributeName name) const noexcept {
  const Attribute* const found = find(*this, node, name);
  return found == nullptr ? std::string_view() : found->value;
}

bool Page::has_class(std::uint32_t node, text::WordList list) const noexcept {
  const Attribute* const found = find(*this, node, AttributeName::class_);
  return found != nullptr && found->has_class(list);
}

std::uint32_t Page::class_lists(std::uint32_t node) const noexcept {
  const Attribute* const found = find(*this, node, AttributeName::class_);
  return found == nullptr ? 0 : found->class_lists;
}

bool Page::has_attribute(std::uint32_t node, AttributeName name) const noexcept {
  return find(*this, node, name) != nullptr;
}

}  // namespace pith::page
