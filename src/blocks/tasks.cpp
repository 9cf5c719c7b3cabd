#include "blocks/tasks.hpp"

#include <algorithm>

#include "blocks/marks.hpp"
#include "text/text.hpp"

namespace pith::blocks {
namespace {

using page::AttributeName;
using page::Page;
using page::Tag;
using text::WordList;

/// What the element's classes and attributes say of its state.
Task told_state(const Page& page, std::uint32_t node) noexcept {
  const std::string_view kind = page.attribute(node, AttributeName::list_kind);
  if (kind == "checked") return Task::done;
  if (kind == "unchecked") return Task::open;
  const std::string_view told = page.attribute(node, AttributeName::told_checked);
  if (told == "true" || page.has_class(node, WordList::task_done_class)) return Task::done;
  return told == "false" || page.has_class(node, WordList::task_open_class) ? Task::open : Task::none;
}

bool is_called_task(const Page& page, std::uint32_t node) noexcept {
  return page.has_class(node, WordList::task_class) || page.attribute(node, AttributeName::role) == "checkbox" ||
         page.attribute(node, AttributeName::list_kind).ends_with("checked") ||
         text::words_of(WordList::task_class).has_any_of(page.attribute(node, AttributeName::data_kind));
}

/// Whether nobody can tick it, or no script or form asks for it.
bool is_box_of_task(const Page& page, std::uint32_t input) noexcept {
  const auto has = [&](AttributeName name) { return page.has_attribute(input, name); };
  if (has(AttributeName::disabled) || page.has_class(input, WordList::task_class)) return true;
  return !has(AttributeName::id) && !has(AttributeName::name) && !has(AttributeName::value);
}

Task state_of_box(const Page& page, std::uint32_t input) noexcept {
  return page.has_attribute(input, AttributeName::checked) ? Task::done : Task::open;
}

}  // namespace

TaskSign task_sign(std::string_view text) noexcept {
  constexpr std::size_t longest = 6;  // bytes
  for (std::size_t size = 1; size <= longest && size + 1 < text.size(); ++size) {
    if (text[size] != ' ') continue;
    const std::string_view sign = text.substr(0, size);
    if (text::words_of(WordList::task_open_sign).has(sign)) return {Task::open, size + 1};
    if (text::words_of(WordList::task_done_sign).has(sign)) return {Task::done, size + 1};
  }
  return {};
}

std::size_t shown_sign_bytes(const BlockList& blocks, std::size_t index) noexcept {
  if (!blocks.blocks[index].starts_item) return 0;
  auto item = static_cast<std::int32_t>(blocks.blocks[index].container);
  while (item >= 0 && blocks.containers[static_cast<std::size_t>(item)].tag != Tag::li) {
    item = blocks.containers[static_cast<std::size_t>(item)].parent;
  }
  // A heading above it in the item has the place of the sign.
  const bool is_first = item < 0 || blocks.containers[static_cast<std::size_t>(item)].first_block == index;
  return is_first ? task_sign(blocks.blocks[index].text).size : 0;
}

Task task_of(const Page& page, const BlockList& blocks, std::uint32_t item) noexcept {
  constexpr std::uint32_t most_nodes = 12;
  const std::uint32_t first = blocks.containers[item].node;
  const std::uint32_t list = page.nodes[first].parent;
  const bool is_called = is_called_task(page, first) || is_called_task(page, list);
  if (const Task told = is_called ? told_state(page, first) : Task::none; told != Task::none) return told;
  const std::uint32_t end = std::min(page.nodes[first].subtree_end, first + most_nodes);
  for (std::uint32_t i = first + 1; i < end; ++i) {
    const page::Node& node = page.nodes[i];
    if (is_list(node.tag) || !text::trim(node.text).empty()) break;
    if (node.tag == Tag::input && (is_called || is_box_of_task(page, i))) return state_of_box(page, i);
    if (const Task told = is_called ? told_state(page, i) : Task::none; told != Task::none) return told;
  }
  if (page.has_class(list, WordList::task_only_class)) return Task::open;
  const Container& here = blocks.containers[item];
  const bool begins = here.first_block < here.end_block && blocks.blocks[here.first_block].starts_item;
  return begins ? task_sign(blocks.blocks[here.first_block].text).task : Task::none;
}

}  // namespace pith::blocks
