/// Tasks: which items of lists are something to do, and whether it is done. Private to blocks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <pith/article.hpp>

#include "blocks/blocks.hpp"

namespace pith::blocks {

/// A sign at the begin of an item: "[x] ". Of its bytes the last one is a space.
struct TaskSign {
  Task task = Task::none;
  std::size_t size = 0;
};
[[nodiscard]] TaskSign task_sign(std::string_view text) noexcept;

/// Bytes of the sign that a block shows its item by; 0: it begins with none, or is not the first of an item.
[[nodiscard]] std::size_t shown_sign_bytes(const BlockList& blocks, std::size_t index) noexcept;

/// What the box before its text, or its classes, say of an item. Boxes of forms and of what folds are no tasks. Looks
/// at few nodes.
[[nodiscard]] Task task_of(const page::Page& page, const BlockList& blocks, std::uint32_t item) noexcept;

}  // namespace pith::blocks
