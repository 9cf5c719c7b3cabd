#include "html/skeleton/folding.hpp"

#include "html/skeleton/inline_run.hpp"

namespace pith::html {
namespace {

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

Insertion insertion_of(Tag tag) noexcept {
  switch (tag) {
    case Tag::a:
      return Insertion::link;
    case Tag::button:
      return Insertion::button;
    case Tag::article:
    case Tag::section:
    case Tag::nav:
    case Tag::aside:
    case Tag::header:
    case Tag::footer:
    case Tag::main:
    case Tag::hgroup:
    case Tag::address:
    case Tag::div:
    case Tag::center:
    case Tag::fieldset:
    case Tag::details:
    case Tag::summary:
    case Tag::dialog:
    case Tag::search:
    case Tag::menu:
    case Tag::figure:
    case Tag::figcaption:
    case Tag::p:
    case Tag::blockquote:
    case Tag::hr:
    case Tag::ul:
    case Tag::ol:
    case Tag::dl:
      return Insertion::block;
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
      return Insertion::heading;
    case Tag::li:
      return Insertion::list_item;
    case Tag::dt:
    case Tag::dd:
      return Insertion::definition;
    case Tag::custom:
    case Tag::label:
    case Tag::legend:
    case Tag::noscript:
    case Tag::canvas:
    case Tag::audio:
    case Tag::video:
    case Tag::progress:
    case Tag::iframe:
    case Tag::embed:
    case Tag::input:
    case Tag::track:
    case Tag::param:
    case Tag::area:
    case Tag::svg:
      return Insertion::plain;
    default:
      return is_plain_inline(tag) ? Insertion::plain : Insertion::uncertain;
  }
}

bool leaves_no_trace(Tag tag, const Nesting& nesting) noexcept {
  const Tag top = nesting.top();
  const bool in_paragraph = nesting.is_open(Tag::p);
  switch (insertion_of(tag)) {
    case Insertion::uncertain:
      return false;
    case Insertion::plain:
      return true;
    case Insertion::link:
      return !nesting.is_open(Tag::a);
    case Insertion::button:
      return !nesting.is_open(Tag::button);
    case Insertion::block:
      return !in_paragraph;
    case Insertion::heading:
      return !in_paragraph && heading_level(top) == 0;
    case Insertion::list_item:
      return !in_paragraph && (top == Tag::ul || top == Tag::ol || top == Tag::menu);
    case Insertion::definition:
      return !in_paragraph && top == Tag::dl;
  }
  return false;
}

}  // namespace

bool is_plainly_inserted(Tag tag) noexcept {
  const Insertion insertion = insertion_of(tag);
  const bool is_markup = tag != Tag::svg && !is_raw_text(tag);
  return is_markup && (insertion == Insertion::plain || insertion == Insertion::block);
}

bool may_fold(const ElementName& name, const Nesting& nesting) noexcept {
  if (name.is_boundary || nesting.in_select() || nesting.in_foreign() || nesting.moves_content()) return false;
  if (nesting.top() == Tag::template_) return false;  // its first element says what may follow
  if (nesting.reopens() || (is_formatting(name.tag) && nesting.formatting_room() == 0)) return false;
  return leaves_no_trace(name.tag, nesting);
}

bool Folding::close(const ElementName& name, SkeletonPlace& place) {
  if (open_.empty()) return false;
  if (!(open_.back().name == name)) {
    give_up();
    return false;
  }
  place = open_.back().place;
  open_.pop_back();
  return true;
}

}  // namespace pith::html
