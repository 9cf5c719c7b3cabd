#include "html/skeleton/nesting.hpp"

#include <algorithm>
#include <cstddef>

#include "html/skeleton/nesting_rules.hpp"

namespace pith::html {

using namespace nesting_rules;

namespace {

// Real pages reopen one or two; each costs an element a paragraph.
constexpr std::size_t max_open_formatting = 24;

/// In SVG and MathML: elements whose content is HTML again.
bool holds_html(std::string_view name) noexcept {
  constexpr std::array<std::string_view, 8> names = {"mi",   "mo",           "mn", "ms", "mtext", "annotation-xml",
                                                     "desc", "foreignobject"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Nothing before it is reopened within.
bool is_marker(const ElementName& name) noexcept {
  return marker_tags.has(name.tag) || name.is_boundary;
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
  left_markers_ = 0;
  in_select_ = false;
  in_form_ = false;
  stays_open_ = false;
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
  const bool had_marker = is_marker(top.name);
  stack_.pop_back();
  if (had_marker) clear_to_marker();
}

void Nesting::pop_to(std::size_t size) {
  std::size_t markers = 0;
  for (; stack_.size() > size; pop()) {
    const ElementName& name = stack_.back().name;
    if (!is_marker(name)) continue;
    // The parser forgets what is after one of them, and after none when a table closes an object.
    const bool is_object = name.is_boundary || name.tag == Tag::object;
    is_unsure_ = is_unsure_ || markers != 0 || (is_object && stack_.size() != size + 1);
    if (markers != 0) ++left_markers_;
    ++markers;
  }
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
  if (is_marker(name)) {
    formatting_.push_back({name, 0, true, true});
    closed_formatting_ = 0;
  }
  return true;
}

bool Nesting::ignores(Tag tag) const noexcept {
  const bool is_stray_part = table_parts.has(tag) && !is_open(Tag::table) && !is_open(Tag::template_);
  return is_stray_part || tag == Tag::html || tag == Tag::head || tag == Tag::body || tag == Tag::frame ||
         (tag == Tag::form && in_form_);
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
  if (reopens_formatting(tag)) reopen_formatting();
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
  std::size_t after_marker = 0;
  for (std::size_t i = formatting_.size(); i > 0 && !formatting_[i - 1].marker; --i) {
    ++after_marker;
    if (!(formatting_[i - 1].name == name) || formatting_[i - 1].attributes != attributes_hash) continue;
    ++same;
    first_same = i - 1;
  }
  if (after_marker >= max_open_formatting && same < 3) {
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
  const bool is_table_part = tag == Tag::table || table_parts.has(tag);
  const bool leaves = tag == Tag::select || tag == Tag::input || tag == Tag::textarea || tag == Tag::template_ ||
                      (is_table_part && is_open(Tag::table));
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
  const bool in_definition = is_open(Tag::dd) || is_open(Tag::dt);
  if ((tag == Tag::dd || tag == Tag::dt) && in_definition) close_item(Tag::dd, Tag::dt);
  if (heading_level(tag) != 0 && heading_level(top()) != 0) pop();
  if (tag == Tag::button && is_open(Tag::button)) close_in_scope(Tag::button);
  if ((tag == Tag::option || tag == Tag::optgroup) && top() == Tag::option) pop();
  if (ruby_parts.has(tag) && is_in_scope(Tag::ruby))
    close_omitted(tag == Tag::rt || tag == Tag::rp ? Tag::rtc : Tag::none);
  if (tag == Tag::nobr) reopen_formatting();
  if (tag == Tag::a || tag == Tag::nobr) end_formatting({tag, 0, false});
  if (tag == Tag::a && stays_open_) take_away({tag, 0, false});
  if (table_parts.has(tag) || tag == Tag::table) close_for_table_part(tag);
}

/// What is open within stays so.
void Nesting::take_away(const ElementName& name) {
  forget(*last_formatting(name));
  for (std::size_t i = stack_.size(); i > 0; --i) {
    if (stack_[i - 1].name == name) return erase(i - 1);
  }
}

bool Nesting::is_in_scope(Tag tag) const noexcept {
  if (!is_open(tag)) return false;
  for (auto open = stack_.rbegin(); open != stack_.rend(); ++open) {
    if (open->name.tag == tag) return true;
    if (open->foreign || open->name.is_boundary || scope_tags.has(open->name.tag)) return false;
  }
  return false;
}

/// Closes the innermost elements whose end tags may be left out, down to one that is `kept`.
void Nesting::close_omitted(Tag kept) {
  while (omitted_ends.has(top()) && top() != kept) pop();
}

void Nesting::close_item(Tag first, Tag second) {
  for (std::size_t i = stack_.size(); i > 0; --i) {
    const Open& open = stack_[i - 1];
    const Tag tag = open.name.tag;
    if (open.foreign) return;
    if (tag == first || tag == second) return pop_to(i - 1);
    if (open.name.is_boundary) return;
    if (is_block(open) && tag != Tag::address && tag != Tag::div && tag != Tag::p) return;
  }
}

void Nesting::close_in_scope(Tag tag) {
  for (std::size_t i = stack_.size(); i > 0; --i) {
    const Open& open = stack_[i - 1];
    if (open.name.tag == tag && !open.foreign) return pop_to(i - 1);
    if (open.foreign || open.name.is_boundary || scope_tags.has(open.name.tag)) return;
    const bool holds_html_in_foreign = i > 1 && stack_[i - 2].foreign;
    if (holds_html_in_foreign) return;
    if (tag == Tag::p && open.name.tag == Tag::button) return;
  }
}

/// Closes what stands between the nearest table and the place that the part belongs to.
void Nesting::close_for_table_part(Tag tag) {
  const bool is_cell = tag == Tag::td || tag == Tag::th;
  for (std::size_t i = stack_.size(); i > 0; --i) {
    const Open& open = stack_[i - 1];
    const Tag outer = open.name.tag;
    if (open.foreign) continue;
    if (outer == Tag::template_) return;
    // A part of the table around it closes it, but not what it began among the formatting elements.
    is_unsure_ = is_unsure_ || ((open.name.is_boundary || outer == Tag::object) && is_open(Tag::table));
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
  if (in_select_ || in_foreign() || is_open(Tag::a) || reopens() || moves_content() || top() == Tag::template_)
    return false;
  constexpr std::size_t deepest_run = 12;
  return stack_.size() + deepest_run < max_depth_;
}

void Nesting::enter_body() {
  if (!is_open(Tag::noscript)) return;
  const auto is_noscript = [](const Open& open) { return open.name.tag == Tag::noscript; };
  erase(static_cast<std::size_t>(std::find_if(stack_.begin(), stack_.end(), is_noscript) - stack_.begin()));
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

}  // namespace pith::html
