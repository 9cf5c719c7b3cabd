#include "page/nesting.hpp"

#include <algorithm>
#include <cstddef>

namespace pith::page {
namespace {

// Steps of Nesting::steps() for an element that is made, and for each open element that a tag is compared with.
constexpr std::uint64_t steps_per_element = 100;
// Real pages reopen one or two; each costs an element a paragraph.
constexpr std::size_t max_open_formatting = 24;

std::size_t slot(Tag tag) noexcept {
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

constexpr TagSet void_tags(Tag::br, Tag::img, Tag::input, Tag::hr, Tag::area, Tag::base, Tag::col, Tag::embed,
                           Tag::link, Tag::meta, Tag::param, Tag::source, Tag::track, Tag::wbr, Tag::frame);
constexpr TagSet formatting_tags(Tag::a, Tag::b, Tag::big, Tag::code, Tag::em, Tag::font, Tag::i, Tag::nobr, Tag::s,
                                 Tag::small, Tag::strike, Tag::strong, Tag::tt, Tag::u);
/// Start tags that close an open <p>.
constexpr TagSet paragraph_enders(Tag::address, Tag::article, Tag::aside, Tag::blockquote, Tag::center, Tag::details,
                                  Tag::div, Tag::dl, Tag::fieldset, Tag::figcaption, Tag::figure, Tag::footer,
                                  Tag::header, Tag::hgroup, Tag::main, Tag::menu, Tag::nav, Tag::ol, Tag::p,
                                  Tag::section, Tag::summary, Tag::ul, Tag::h1, Tag::h2, Tag::h3, Tag::h4, Tag::h5,
                                  Tag::h6, Tag::pre, Tag::listing, Tag::form, Tag::li, Tag::dd, Tag::dt, Tag::table,
                                  Tag::hr, Tag::xmp);
/// Nothing inside them closes what is around them.
constexpr TagSet scope_tags(Tag::caption, Tag::html, Tag::table, Tag::td, Tag::th, Tag::object, Tag::template_);
/// Elements that content of tables and cells belongs to.
constexpr TagSet marker_tags(Tag::td, Tag::th, Tag::caption, Tag::object, Tag::template_);
constexpr TagSet table_parts(Tag::caption, Tag::colgroup, Tag::col, Tag::tbody, Tag::thead, Tag::tfoot, Tag::tr,
                             Tag::td, Tag::th);
/// Not "special" by the standard although they end a block: an end tag looks through them.
constexpr TagSet transparent_tags(Tag::unknown, Tag::custom, Tag::label, Tag::output, Tag::dialog, Tag::search,
                                  Tag::canvas, Tag::audio, Tag::video, Tag::datalist, Tag::option, Tag::optgroup,
                                  Tag::progress, Tag::legend, Tag::map);
/// Start tags that end SVG and MathML.
constexpr TagSet foreign_enders(Tag::b, Tag::big, Tag::blockquote, Tag::body, Tag::br, Tag::center, Tag::code, Tag::dd,
                                Tag::div, Tag::dl, Tag::dt, Tag::em, Tag::embed, Tag::h1, Tag::h2, Tag::h3, Tag::h4,
                                Tag::h5, Tag::h6, Tag::head, Tag::hr, Tag::i, Tag::img, Tag::li, Tag::listing,
                                Tag::menu, Tag::meta, Tag::nobr, Tag::ol, Tag::p, Tag::pre, Tag::ruby, Tag::s,
                                Tag::small, Tag::span, Tag::strong, Tag::strike, Tag::sub, Tag::sup, Tag::table,
                                Tag::tt, Tag::u, Tag::ul, Tag::var, Tag::font);

/// Elements that Gumbo 0.10 does not know. It takes them all for one: an end tag closes whichever is open.
constexpr std::array<Tag, 6> unknown_tags = {Tag::unknown, Tag::custom, Tag::dialog,
                                             Tag::search,  Tag::slot,   Tag::picture};

bool may_be_unknown(Tag tag) noexcept {
  return std::find(unknown_tags.begin(), unknown_tags.end(), tag) != unknown_tags.end();
}

bool is_special(Tag tag) noexcept {
  return !is_inline(tag) && !transparent_tags.has(tag);
}

/// In SVG and MathML: elements whose content is HTML again.
bool holds_html(std::string_view name) noexcept {
  constexpr std::array<std::string_view, 8> names = {"mi",   "mo",           "mn", "ms", "mtext", "annotation-xml",
                                                     "desc", "foreignobject"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::uint32_t hash_of(std::string_view name) noexcept {
  std::uint32_t hash = 2166136261U;
  for (const char letter : name) hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
  return hash | 2U;  // never 0; the lowest bit is a flag
}

}  // namespace

ElementName element_name(std::string_view name) noexcept {
  ElementName element;
  element.tag = tag_of(name);
  if (element.tag == Tag::unknown || element.tag == Tag::custom) {
    element.hash = (hash_of(name) & ~1U) | (holds_html(name) ? 1U : 0U);
    element.is_boundary = name == "applet" || name == "marquee";
  }
  return element;
}

bool is_void(const ElementName& name) noexcept {
  constexpr std::array<std::uint32_t, 4> other = {hash_of("image") & ~1U, hash_of("keygen") & ~1U,
                                                  hash_of("bgsound") & ~1U, hash_of("basefont") & ~1U};
  return void_tags.has(name.tag) ||
         (name.tag == Tag::unknown && std::find(other.begin(), other.end(), name.hash) != other.end());
}

bool is_formatting(Tag tag) noexcept {
  return formatting_tags.has(tag);
}

void Nesting::reset(std::uint32_t max_depth) {
  stack_.clear();
  formatting_.clear();
  counts_.fill(0);
  overflow_.fill(0);
  max_depth_ = max_depth;
  closed_formatting_ = 0;
  steps_ = 0;
  dropped_ = 0;
  in_select_ = false;
  in_form_ = false;
  is_unsure_ = false;
}

void Nesting::push(const ElementName& name, bool foreign, bool formatting) {
  stack_.push_back({name, foreign, formatting});
  ++counts_[slot(name.tag)];
}

void Nesting::pop() {
  const Open& top = stack_.back();
  --counts_[slot(top.name.tag)];
  if (top.formatting) {
    for (auto entry = formatting_.rbegin(); entry != formatting_.rend() && !entry->marker; ++entry) {
      if (!entry->open || !(entry->name == top.name)) continue;
      entry->open = false;
      ++closed_formatting_;
      break;
    }
  }
  const bool had_marker = marker_tags.has(top.name.tag) || top.name.is_boundary;
  stack_.pop_back();
  if (had_marker) clear_to_marker();
}

void Nesting::pop_to(std::size_t size) {
  while (stack_.size() > size) pop();
}

void Nesting::erase(std::size_t index) {
  --counts_[slot(stack_[index].name.tag)];
  stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(index));
}

void Nesting::clear_to_marker() {
  while (!formatting_.empty() && !formatting_.back().marker) formatting_.pop_back();
  if (!formatting_.empty()) formatting_.pop_back();
  closed_formatting_ = 0;
  for (auto entry = formatting_.rbegin(); entry != formatting_.rend() && !entry->marker; ++entry) {
    if (!entry->open) ++closed_formatting_;
  }
}

bool Nesting::open(const ElementName& name, bool foreign, bool formatting) {
  steps_ += steps_per_element;
  if (stack_.size() >= max_depth_) {
    ++overflow_[slot(name.tag)];
    ++dropped_;
    return false;
  }
  push(name, foreign, formatting);
  if (marker_tags.has(name.tag) || name.is_boundary) {
    formatting_.push_back({name, 0, true, true});
    closed_formatting_ = 0;
  }
  return true;
}

bool Nesting::ignores(Tag tag) const noexcept {
  const bool is_stray_part = table_parts.has(tag) && !is_open(Tag::table) && !is_open(Tag::template_);
  return is_stray_part || tag == Tag::html || tag == Tag::head || tag == Tag::body || (tag == Tag::form && in_form_);
}

bool Nesting::start(const ElementName& name, bool self_closing, std::uint32_t attributes_hash) {
  steps_ += stack_.size();
  const Tag tag = name.tag;
  if (in_select_ && !leaves_select(tag)) return true;
  if (in_foreign()) {
    if (!foreign_enders.has(tag)) return start_foreign(name, self_closing);
    leave_foreign();
  }
  if (ignores(tag)) return true;
  close_implied(tag);
  if (is_inline(tag) || tag == Tag::unknown || tag == Tag::custom || tag == Tag::select) reopen_formatting();
  if (is_void(name)) {
    steps_ += steps_per_element;
    return true;
  }
  if (tag == Tag::svg || tag == Tag::math) return self_closing || open(name, true, false);
  if (is_formatting(tag)) return start_formatting(name, attributes_hash);
  if (tag == Tag::form) in_form_ = true;
  const bool opened = open(name, false, false);
  if (opened && tag == Tag::select) in_select_ = true;
  return opened;
}

bool Nesting::start_foreign(const ElementName& name, bool self_closing) {
  if (self_closing) return true;
  const bool holds = (name.hash & 1U) != 0 || name.tag == Tag::title;
  return open(name, !holds, false);
}

bool Nesting::start_formatting(const ElementName& name, std::uint32_t attributes_hash) {
  std::size_t same = 0;
  std::size_t first_same = 0;
  std::size_t behind_marker = 0;
  for (std::size_t i = formatting_.size(); i > 0 && !formatting_[i - 1].marker; --i) {
    ++behind_marker;
    if (!(formatting_[i - 1].name == name) || formatting_[i - 1].attributes != attributes_hash) continue;
    ++same;
    first_same = i - 1;
  }
  if (behind_marker >= max_open_formatting && same < 3) {
    ++overflow_[slot(name.tag)];
    ++dropped_;
    return false;
  }
  if (!open(name, false, true)) return false;
  // The standard's "Noah's Ark clause": of one kind, three at most are reopened.
  if (same >= 3) {
    if (!formatting_[first_same].open) --closed_formatting_;
    formatting_.erase(formatting_.begin() + static_cast<std::ptrdiff_t>(first_same));
  }
  formatting_.push_back({name, attributes_hash, true, false});
  return true;
}

bool Nesting::leaves_select(Tag tag) {
  const bool leaves = tag == Tag::select || tag == Tag::input || tag == Tag::textarea || tag == Tag::template_ ||
                      tag == Tag::table || table_parts.has(tag);
  if (!leaves) return false;
  in_select_ = false;
  if (tag != Tag::template_) close_in_scope(Tag::select);
  return tag != Tag::select;  // a second <select> only closes the first
}

void Nesting::close_implied(Tag tag) {
  // In quirks mode a table stands in its paragraph, and only the parser knows the mode.
  if (tag == Tag::table && is_open(Tag::p)) is_unsure_ = true;
  if (paragraph_enders.has(tag) && is_open(Tag::p)) close_in_scope(Tag::p);
  if (tag == Tag::li && is_open(Tag::li)) close_item(Tag::li, Tag::li);
  if (tag == Tag::dd || tag == Tag::dt) close_item(Tag::dd, Tag::dt);
  if (heading_level(tag) != 0 && heading_level(top()) != 0) pop();
  if (tag == Tag::button && is_open(Tag::button)) close_in_scope(Tag::button);
  if ((tag == Tag::option || tag == Tag::optgroup) && top() == Tag::option) pop();
  if ((tag == Tag::a || tag == Tag::nobr) && is_open(tag)) end_formatting({tag, 0, false});
  if (table_parts.has(tag) || tag == Tag::table) close_for_table_part(tag);
}

void Nesting::close_item(Tag first, Tag second) {
  for (std::size_t i = stack_.size(); i > 0; --i) {
    const Open& open = stack_[i - 1];
    const Tag tag = open.name.tag;
    if (open.foreign) return;
    if (tag == first || tag == second) return pop_to(i - 1);
    if (open.name.is_boundary) return;
    if (is_special(tag) && tag != Tag::address && tag != Tag::div && tag != Tag::p) return;
  }
}

void Nesting::close_in_scope(Tag tag) {
  for (std::size_t i = stack_.size(); i > 0; --i) {
    const Open& open = stack_[i - 1];
    if (open.name.tag == tag && !open.foreign) return pop_to(i - 1);
    if (open.foreign || open.name.is_boundary || scope_tags.has(open.name.tag)) return;
    if ((open.name.hash & 1U) != 0) return;
    if (tag == Tag::p && open.name.tag == Tag::button) return;
  }
}

/// Closes what stands between the nearest table and the place that the part belongs to.
void Nesting::close_for_table_part(Tag tag) {
  const bool is_cell = tag == Tag::td || tag == Tag::th;
  for (std::size_t i = stack_.size(); i > 0; --i) {
    const Open& open = stack_[i - 1];
    const Tag outer = open.name.tag;
    if (outer == Tag::template_ || open.foreign || open.name.is_boundary || outer == Tag::object) return;
    if (outer == Tag::table) return pop_to(tag == Tag::table ? i - 1 : i);
    if (tag == Tag::table && (outer == Tag::td || outer == Tag::th || outer == Tag::caption)) return;
    if (is_cell && outer == Tag::tr) return pop_to(i);
    const bool is_group = outer == Tag::tbody || outer == Tag::thead || outer == Tag::tfoot;
    if ((is_cell || tag == Tag::tr) && is_group) return pop_to(i);
  }
}

void Nesting::leave_foreign() {
  while (in_foreign()) pop();
}

bool Nesting::moves_content() const noexcept {
  if (!is_open(Tag::table)) return false;
  for (std::size_t i = stack_.size(); i > 0; --i) {
    const Tag tag = stack_[i - 1].name.tag;
    if (tag == Tag::td || tag == Tag::th || tag == Tag::caption) return false;
    if (tag == Tag::table) return true;
  }
  return true;
}

std::size_t Nesting::formatting_room() const noexcept {
  std::size_t room = 3;
  for (auto entry = formatting_.rbegin(); entry != formatting_.rend() && !entry->marker && room > 0; ++entry) --room;
  return room;
}

bool Nesting::takes_inline() const noexcept {
  // A link closes one that is open.
  if (in_select_ || in_foreign() || is_open(Tag::a) || reopens() || moves_content()) return false;
  constexpr std::size_t deepest_run = 12;
  return stack_.size() + deepest_run < max_depth_;
}

void Nesting::text() {
  if (closed_formatting_ != 0 && !in_select_ && !in_foreign()) reopen_formatting();
}

void Nesting::reopen_formatting() {
  if (closed_formatting_ == 0) return;
  std::size_t first = formatting_.size();
  while (first > 0 && !formatting_[first - 1].marker) --first;
  for (; first < formatting_.size(); ++first) {
    if (formatting_[first].open) continue;
    formatting_[first].open = true;
    steps_ += steps_per_element;
    push(formatting_[first].name, false, true);
  }
  closed_formatting_ = 0;
}

bool Nesting::end(const ElementName& name) {
  steps_ += stack_.size();
  const Tag tag = name.tag;
  if (overflow_[slot(tag)] != 0) {
    --overflow_[slot(tag)];
    return false;
  }
  if (in_select_) {
    if (tag != Tag::select && tag != Tag::table && !table_parts.has(tag)) return true;
    in_select_ = false;
    close_in_scope(Tag::select);
    if (tag == Tag::select) return true;
  }
  if (!is_open(tag)) {
    is_unsure_ = is_unsure_ || (may_be_unknown(tag) && std::any_of(unknown_tags.begin(), unknown_tags.end(),
                                                                   [this](Tag other) { return is_open(other); }));
    return true;
  }
  if (is_formatting(tag)) {
    end_formatting(name);
  } else if (tag == Tag::form) {
    in_form_ = false;
    for (std::size_t i = stack_.size(); i > 0; --i) {
      if (stack_[i - 1].name.tag == Tag::form) return erase(i - 1), true;
    }
  } else if (is_special(tag) || name.is_boundary) {
    end_in_scope(name);
  } else {
    end_any(name);
  }
  return true;
}

void Nesting::forget_formatting(const ElementName& name) {
  for (std::size_t i = formatting_.size(); i > 0 && !formatting_[i - 1].marker; --i) {
    if (!(formatting_[i - 1].name == name)) continue;
    if (!formatting_[i - 1].open) --closed_formatting_;
    formatting_.erase(formatting_.begin() + static_cast<std::ptrdiff_t>(i - 1));
    return;
  }
}

/// The outcome of the standard's "adoption agency": blocks opened within stay open.
void Nesting::end_formatting(const ElementName& name) {
  bool has_block = false;
  for (std::size_t i = stack_.size(); i > 0; --i) {
    const Open& open = stack_[i - 1];
    if (open.name == name && open.formatting) {
      forget_formatting(name);
      steps_ += has_block ? 4 * steps_per_element : 0;
      return has_block ? erase(i - 1) : pop_to(i - 1);
    }
    if (open.foreign || open.name.is_boundary || scope_tags.has(open.name.tag)) return;
    has_block = has_block || is_special(open.name.tag);
  }
  forget_formatting(name);
}

void Nesting::end_in_scope(const ElementName& name) {
  const bool is_table_part = table_parts.has(name.tag) || name.tag == Tag::table;
  for (std::size_t i = stack_.size(); i > 0; --i) {
    const Open& open = stack_[i - 1];
    if (open.name == name) return pop_to(i - 1);
    if (open.name.tag == Tag::template_ || open.name.tag == Tag::table) return;
    if (is_table_part) continue;
    if (open.name.is_boundary || scope_tags.has(open.name.tag)) return;
    if (name.tag == Tag::p && open.name.tag == Tag::button) return;
    if (name.tag == Tag::li && (open.name.tag == Tag::ul || open.name.tag == Tag::ol)) return;
  }
}

void Nesting::end_any(const ElementName& name) {
  for (std::size_t i = stack_.size(); i > 0; --i) {
    const Open& open = stack_[i - 1];
    if (open.name == name) return pop_to(i - 1);
    is_unsure_ = is_unsure_ || (may_be_unknown(open.name.tag) && may_be_unknown(name.tag));
    if (!open.foreign && is_special(open.name.tag)) return;
  }
}

}  // namespace pith::page
