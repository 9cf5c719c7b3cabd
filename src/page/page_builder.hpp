/// PageBuilder: writes a Page node by node, in document order. Private to the HTML reader.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/recent.hpp"
#include "page/crowding.hpp"
#include "page/page.hpp"

namespace pith::page {

/// An attribute as written, name in lower case, value decoded.
struct NamedAttribute {
  std::string_view name;
  std::string_view value;
};

/// Which attribute of interest has this name, in any case; nothing for all others.
[[nodiscard]] std::optional<AttributeName> attribute_of(std::string_view name) noexcept;

/// Whether the element stays in the tree although its content is ignored: an empty mark of where it stood.
[[nodiscard]] bool is_kept_empty(Tag tag) noexcept;

/// `text` with its ASCII letters in lower case: itself, or a copy in the storage.
[[nodiscard]] std::string_view lowered(std::string_view text, core::Arena& storage);

/// Notes what a <meta>, <link> or <base> says of the page. The views must live as long as the page.
void set_aside(Tag tag, std::span<const NamedAttribute> attributes, Page& page);

/// Notes the text of a <script>, unless it is empty: JSON-LD is read as JSON. The text must live as long as the page.
void set_script_aside(std::span<const NamedAttribute> attributes, std::string_view content, Page& page);

/// Appends to a cleared page. Each open() is closed by one close(); attributes follow the open() they belong to.
/// Inside an element whose content is ignored, open, text and attributes leave no trace; but a player has what the
/// first <source> right in it says. On a crowded page (crowding.hpp) elements that would begin a block become spans; on
/// a full one, which also has enough of nodes (of a paragraph that is a million elements), nothing is appended any
/// more.
class PageBuilder {
 public:
  /// `max_blocks`: of Limits.
  PageBuilder(Page& page, std::size_t page_bytes, std::uint64_t max_blocks = Crowding::no_limit);

  void open(Tag tag);
  /// Ignored when the element already has one of that name: as browsers do, the first one counts.
  void attribute(AttributeName name, std::string_view value);
  void text(std::string_view text);
  void close();
  [[nodiscard]] bool is_muted() const noexcept { return muted_ != 0; }
  /// Right in a player, to which attributes of a <source> go.
  [[nodiscard]] bool takes_sources() const noexcept { return muted_ == 1 && in_player_; }
  /// Whether attributes of what was opened last go anywhere.
  [[nodiscard]] bool takes_attributes() const noexcept { return takes_attributes_; }
  /// Elements that became spans.
  [[nodiscard]] std::uint64_t joined() const noexcept { return joined_; }
  /// Blocks that were not appended.
  [[nodiscard]] std::uint64_t left_out() const noexcept { return crowding_.left_out(); }
  /// Of the innermost open element that is in the page.
  [[nodiscard]] Tag innermost() const noexcept { return page_.nodes.empty() ? Tag::none : page_.nodes[current_].tag; }

 private:
  std::uint32_t append(Tag tag);
  [[nodiscard]] Tag joined_if_crowded(Tag tag) noexcept;
  void leave_out(Tag tag) noexcept;
  void drop_other_input();

  Page& page_;
  Crowding crowding_;
  std::size_t most_nodes_;
  core::Recent<std::uint32_t> class_lists_;
  std::uint64_t joined_ = 0;
  std::uint32_t current_ = 0;         // innermost open element
  std::uint32_t depth_ = 0;           // open elements that are in the page
  std::uint32_t muted_ = 0;           // open elements that are not, or whose content is not
  std::uint32_t left_out_depth_ = 0;  // open elements that are not, for the page is full
  bool takes_attributes_ = false;
  bool in_player_ = false;  // the element that mutes is a <video> or <audio>
};

}  // namespace pith::page
