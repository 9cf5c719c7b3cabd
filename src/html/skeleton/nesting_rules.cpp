#include "html/skeleton/nesting_rules.hpp"

namespace pith::html::nesting_rules {

bool is_plain_inline(Tag tag) noexcept {
  switch (tag) {
    case Tag::none:
    case Tag::math:
    case Tag::nobr:
    case Tag::ruby:
    case Tag::rb:
    case Tag::rt:
    case Tag::rp:
    case Tag::rtc:
    case Tag::output:
    case Tag::map:
      return false;
    default:
      return is_inline(tag);
  }
}

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
    case Tag::select:
      return Insertion::plain;
    default:
      return is_plain_inline(tag) ? Insertion::plain : Insertion::uncertain;
  }
}

bool is_plainly_inserted(Tag tag) noexcept {
  const Insertion insertion = insertion_of(tag);
  const bool is_markup = tag != Tag::svg && tag != Tag::select && !is_raw_text(tag);
  return is_markup && (insertion == Insertion::plain || insertion == Insertion::block);
}

}  // namespace pith::html::nesting_rules
