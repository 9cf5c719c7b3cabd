/// Nesting: a cheap model of the HTML standard's stack of open elements, ahead of the parser.
///
/// Gumbo 0.10.1 takes time in the product of tags and depth, and copies every open formatting element into every
/// paragraph. The model says which tags to leave out so that neither can be abused. It follows the standard's rules for
/// what closes what, and errs towards thinking the page deeper than it is.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "html/vocabulary.hpp"

namespace pith::html {

/// What the model knows of an element. Equal keys are elements of one name.
struct ElementName {
  Tag tag = Tag::unknown;
  std::uint32_t hash = 0;    ///< of the name in lower case; 0 for known tags
  bool is_boundary = false;  ///< applet, marquee: nothing in them closes what is around them

  friend bool operator==(const ElementName& a, const ElementName& b) noexcept {
    return a.tag == b.tag && a.hash == b.hash;
  }
};

/// `name` in lower case.
[[nodiscard]] ElementName element_name(std::string_view name) noexcept;

/// Elements that never have content: <br>, <img>, ...
[[nodiscard]] bool is_void(const ElementName& name) noexcept;
/// Elements that the standard reopens in the next paragraph when they are not closed: <b>, <font>, ...
[[nodiscard]] bool is_formatting(Tag tag) noexcept;

class Nesting {
 public:
  /// Starts a page. Keeps its memory.
  void reset(std::uint32_t max_depth);

  /// False: leave the tag out. `attributes_hash` tells formatting elements of one name apart.
  [[nodiscard]] bool start(const ElementName& name, bool self_closing, std::uint32_t attributes_hash);
  [[nodiscard]] bool end(const ElementName& name);
  /// A run of text stands here.
  void text();

  /// The body begins: a <noscript> of the head is closed.
  void enter_body();

  /// Whether the parser makes nothing of a start tag here.
  [[nodiscard]] bool ignores(Tag tag) const noexcept;
  [[nodiscard]] bool in_select() const noexcept { return in_select_; }
  /// Inside SVG or MathML, where tags have other rules.
  [[nodiscard]] bool in_foreign() const noexcept { return !stack_.empty() && stack_.back().foreign; }
  [[nodiscard]] bool is_open(Tag tag) const noexcept { return counts_[static_cast<std::size_t>(tag)] != 0; }
  [[nodiscard]] Tag top() const noexcept { return stack_.empty() ? Tag::none : stack_.back().name.tag; }
  /// Whether text here would reopen formatting elements, for all that is known.
  [[nodiscard]] bool reopens() const noexcept { return closed_formatting_ != 0 || is_unsure_; }
  /// Whether the last formatting element to be ended stayed open, within more blocks than the parser takes it out of.
  [[nodiscard]] bool stays_open() const noexcept { return stays_open_; }
  [[nodiscard]] std::size_t depth() const noexcept { return stack_.size(); }
  /// Whether the parser moves text and elements that stand here out of a table.
  [[nodiscard]] bool moves_content() const noexcept;
  /// How many formatting elements can be opened, one in the other, before the parser may forget an earlier one: of
  /// those that are alike, the fourth makes it.
  [[nodiscard]] std::size_t formatting_room() const noexcept;
  /// Whether an inline element that is opened here and closed again leaves no trace in the lists.
  [[nodiscard]] bool takes_inline() const noexcept;
  /// What the parser will have to do, in steps of roughly five nanoseconds.
  [[nodiscard]] std::uint64_t steps() const noexcept { return steps_; }
  [[nodiscard]] std::uint64_t dropped() const noexcept { return dropped_; }

 private:
  struct Open {
    ElementName name;
    bool foreign = false;  // its content is SVG or MathML
    bool formatting = false;
  };
  struct Formatting {
    ElementName name;
    std::uint32_t attributes = 0;
    bool open = false;    // on the stack; else to be reopened
    bool marker = false;  // start of a cell, object, ...: nothing before it is reopened within
  };

  void push(const ElementName& name, bool foreign, bool formatting);
  void pop();
  void pop_to(std::size_t size);
  void erase(std::size_t index);
  [[nodiscard]] bool start_foreign(const ElementName& name, bool self_closing);
  [[nodiscard]] bool start_formatting(const ElementName& name, std::uint32_t attributes_hash);
  [[nodiscard]] bool open(const ElementName& name, bool foreign, bool formatting);
  [[nodiscard]] bool leaves_select(Tag tag);
  void close_implied(Tag tag);
  void take_away(const ElementName& name);
  [[nodiscard]] bool is_in_scope(Tag tag) const noexcept;
  void close_omitted(Tag kept);
  void close_item(Tag first, Tag second);
  void close_in_scope(Tag tag);
  void close_for_table_part(Tag tag);
  void leave_foreign();
  [[nodiscard]] bool is_forgotten_top(const ElementName& name) const noexcept;
  void end_formatting(const ElementName& name);
  void take_into_blocks(std::size_t formatting);
  [[nodiscard]] std::size_t take_from_between(std::size_t begin, std::size_t block);
  void end_any(const ElementName& name);
  [[nodiscard]] bool end_foreign(const ElementName& name);
  void end_in_scope(const ElementName& name);
  void end_form();
  void end_heading();
  void end_row_or_group(Tag tag);
  void reopen_formatting();
  /// Whether end tags of other elements do not look through it.
  [[nodiscard]] bool is_block(const Open& open) noexcept;
  /// The one that an end tag would end; null when there is none.
  [[nodiscard]] const Formatting* last_formatting(const ElementName& name) const noexcept;
  void forget(const Formatting& entry);
  void clear_to_marker();

  std::vector<Open> stack_;
  std::vector<Formatting> formatting_;
  std::array<std::uint32_t, 256> counts_{};    // of the stack, by Tag
  std::array<std::uint32_t, 256> overflow_{};  // start tags left out and not yet closed, by Tag
  std::uint32_t max_depth_ = 512;
  std::uint32_t closed_formatting_ = 0;  // entries of formatting_ after the last marker that are not open
  std::uint64_t steps_ = 0;
  std::size_t left_markers_ = 0;  // of closed elements, which the parser keeps in its list of formatting elements
  std::uint64_t dropped_ = 0;
  bool in_select_ = false;
  bool in_form_ = false;
  bool stays_open_ = false;
  bool is_unsure_ = false;  // what is open can no longer be told
};

}  // namespace pith::html
