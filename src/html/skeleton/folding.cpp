#include "html/skeleton/folding.hpp"

#include "html/skeleton/nesting_rules.hpp"

namespace pith::html {
namespace {

using nesting_rules::Insertion;

bool leaves_no_trace(Tag tag, const Nesting& nesting) noexcept {
  const Tag top = nesting.top();
  const bool in_paragraph = nesting.is_open(Tag::p);
  switch (nesting_rules::insertion_of(tag)) {
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
