/// The HTML standard's lists of elements: what each start tag closes, reopens or leaves alone. For the files of this
/// room; they are asked about every tag.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "html/vocabulary.hpp"

namespace pith::html::nesting_rules {

// Steps of Nesting::steps() for an element that is made, and for each open element that a tag is compared with.
inline constexpr std::uint64_t steps_per_element = 100;

[[nodiscard]] constexpr std::size_t slot(Tag tag) noexcept {
  return static_cast<std::size_t>(tag);
}

/// A set of tags with a constant-time question.
class TagSet {
 public:
  template <typename... Tags>
  constexpr explicit TagSet(Tags... tags) noexcept {
    ((has_[static_cast<std::size_t>(tags)] = true), ...);
  }
  [[nodiscard]] constexpr bool has(Tag tag) const noexcept { return has_[static_cast<std::size_t>(tag)]; }

 private:
  std::array<bool, static_cast<std::size_t>(Tag::count)> has_{};
};

inline constexpr TagSet void_tags(Tag::br, Tag::img, Tag::input, Tag::hr, Tag::area, Tag::base, Tag::col, Tag::embed,
                                  Tag::link, Tag::meta, Tag::param, Tag::source, Tag::track, Tag::wbr, Tag::frame);
inline constexpr TagSet formatting_tags(Tag::a, Tag::b, Tag::big, Tag::code, Tag::em, Tag::font, Tag::i, Tag::nobr,
                                        Tag::s, Tag::small, Tag::strike, Tag::strong, Tag::tt, Tag::u);
/// Start tags that close an open <p>.
inline constexpr TagSet paragraph_enders(Tag::address, Tag::article, Tag::aside, Tag::blockquote, Tag::center,
                                         Tag::details, Tag::div, Tag::dl, Tag::fieldset, Tag::figcaption, Tag::figure,
                                         Tag::footer, Tag::header, Tag::hgroup, Tag::main, Tag::menu, Tag::nav, Tag::ol,
                                         Tag::p, Tag::section, Tag::summary, Tag::ul, Tag::h1, Tag::h2, Tag::h3,
                                         Tag::h4, Tag::h5, Tag::h6, Tag::pre, Tag::listing, Tag::form, Tag::li, Tag::dd,
                                         Tag::dt, Tag::table, Tag::hr, Tag::xmp);
/// Other start tags before which no formatting element is reopened.
inline constexpr TagSet formatting_keepers(Tag::rb, Tag::rt, Tag::rp, Tag::rtc, Tag::param, Tag::source, Tag::track,
                                           Tag::iframe, Tag::textarea, Tag::template_, Tag::script, Tag::style,
                                           Tag::noframes, Tag::base, Tag::link, Tag::meta, Tag::title, Tag::frame,
                                           Tag::frameset);
/// Nothing inside them closes what is around them.
inline constexpr TagSet scope_tags(Tag::caption, Tag::html, Tag::table, Tag::td, Tag::th, Tag::object, Tag::template_);
inline constexpr TagSet ruby_parts(Tag::rb, Tag::rt, Tag::rp, Tag::rtc);
/// Their end tags may be left out.
inline constexpr TagSet omitted_ends(Tag::dd, Tag::dt, Tag::li, Tag::option, Tag::optgroup, Tag::p, Tag::rb, Tag::rp,
                                     Tag::rt, Tag::rtc);
/// Elements that content of tables and cells belongs to.
inline constexpr TagSet marker_tags(Tag::td, Tag::th, Tag::caption, Tag::object, Tag::template_);
inline constexpr TagSet table_parts(Tag::caption, Tag::colgroup, Tag::col, Tag::tbody, Tag::thead, Tag::tfoot, Tag::tr,
                                    Tag::td, Tag::th);
/// Not "special" by the standard although they end a block: an end tag looks through them.
inline constexpr TagSet transparent_tags(Tag::unknown, Tag::custom, Tag::label, Tag::output, Tag::dialog, Tag::search,
                                         Tag::canvas, Tag::audio, Tag::video, Tag::datalist, Tag::option, Tag::optgroup,
                                         Tag::progress, Tag::legend, Tag::map);
/// Start tags that end SVG and MathML.
inline constexpr TagSet foreign_enders(Tag::b, Tag::big, Tag::blockquote, Tag::body, Tag::br, Tag::center, Tag::code,
                                       Tag::dd, Tag::div, Tag::dl, Tag::dt, Tag::em, Tag::embed, Tag::h1, Tag::h2,
                                       Tag::h3, Tag::h4, Tag::h5, Tag::h6, Tag::head, Tag::hr, Tag::i, Tag::img,
                                       Tag::li, Tag::listing, Tag::menu, Tag::meta, Tag::nobr, Tag::ol, Tag::p,
                                       Tag::pre, Tag::ruby, Tag::s, Tag::small, Tag::span, Tag::strong, Tag::strike,
                                       Tag::sub, Tag::sup, Tag::table, Tag::tt, Tag::u, Tag::ul, Tag::var, Tag::font);

/// Elements that Gumbo 0.10 does not know. It takes them all for one: an end tag closes whichever is open.
inline constexpr std::array<Tag, 6> unknown_tags = {Tag::unknown, Tag::custom, Tag::dialog,
                                                    Tag::search,  Tag::slot,   Tag::picture};

inline bool may_be_unknown(Tag tag) noexcept {
  return std::find(unknown_tags.begin(), unknown_tags.end(), tag) != unknown_tags.end();
}

inline bool reopens_formatting(Tag tag) noexcept {
  if (tag == Tag::xmp) return true;
  return !paragraph_enders.has(tag) && !table_parts.has(tag) && !formatting_keepers.has(tag);
}

inline bool is_special(Tag tag) noexcept {
  return !is_inline(tag) && !transparent_tags.has(tag);
}

/// What the tree builder does with a start tag besides inserting the element.
enum class Insertion : std::uint8_t {
  uncertain,   ///< more than the other kinds say
  plain,       ///< nothing
  link,        ///< closes an open link
  button,      ///< closes an open button
  block,       ///< closes an open paragraph
  heading,     ///< closes an open paragraph, and a heading that it stands in
  list_item,   ///< closes an open paragraph and an open item
  definition,  ///< the same, in <dl>
};

[[nodiscard]] Insertion insertion_of(Tag tag) noexcept;

/// Whether an inline run may hold the element: no parser rule but "reopen what is open, insert it" is about its tags.
[[nodiscard]] bool is_plain_inline(Tag tag) noexcept;

/// Whether no rule of the tree builder is about the element but "insert it", where nothing is open that it closes and
/// its end tag is not left out, and its content is HTML. Void elements count.
[[nodiscard]] bool is_plainly_inserted(Tag tag) noexcept;

}  // namespace pith::html::nesting_rules
