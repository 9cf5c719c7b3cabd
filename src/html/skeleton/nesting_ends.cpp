// What end tags close.
#include <algorithm>
#include <cstddef>

#include "html/skeleton/nesting.hpp"
#include "html/skeleton/nesting_rules.hpp"

namespace pith::html {

using namespace nesting_rules;

bool Nesting::end(const ElementName& name) {
  steps_ += stack_.size();
  const Tag tag = name.tag;
  if (overflow_[slot(tag)] != 0) {
    --overflow_[slot(tag)];
    return false;
  }
  if (in_select_) {
    const bool is_table_part = tag == Tag::table || table_parts.has(tag);
    if (tag != Tag::select && !(is_table_part && is_open(tag))) return true;
    in_select_ = false;
    close_in_scope(Tag::select);
    if (tag == Tag::select) return true;
  }
  if ((is_open(Tag::svg) || is_open(Tag::math)) && end_foreign(name)) return true;
  if (tag == Tag::tr || tag == Tag::tbody) return end_row_or_group(tag), true;
  if (heading_level(tag) != 0) return end_heading(), true;
  if (is_formatting(tag)) return end_formatting(name), true;
  if (!is_open(tag)) {
    if (tag == Tag::form && !is_open(Tag::template_)) in_form_ = false;  // something else closed it
    is_unsure_ = is_unsure_ || (may_be_unknown(tag) && std::any_of(unknown_tags.begin(), unknown_tags.end(),
                                                                   [this](Tag other) { return is_open(other); }));
    return true;
  }
  if (tag == Tag::form) {
    end_form();
  } else if ((is_special(tag) && tag != Tag::noscript) || name.is_boundary) {
    end_in_scope(name);
  } else {
    end_any(name);
  }
  return true;
}

/// In SVG and MathML an end tag looks for its element up to the next one of HTML, whatever stands between.
bool Nesting::end_foreign(const ElementName& name) {
  for (std::size_t i = stack_.size(); i > 0; --i) {
    const Open& open = stack_[i - 1];
    const bool is_html = !open.foreign && (i == 1 || !stack_[i - 2].foreign);
    if (is_html) return false;
    if (open.name == name) return pop_to(i - 1), true;
  }
  return false;
}

bool Nesting::is_block(const Open& open) noexcept {
  is_unsure_ = is_unsure_ || open.name.tag == Tag::main;  // one by the standard, but not to Gumbo 0.10
  return is_special(open.name.tag) || open.name.is_boundary;
}

const Nesting::Formatting* Nesting::last_formatting(const ElementName& name) const noexcept {
  for (auto entry = formatting_.rbegin(); entry != formatting_.rend() && !entry->marker; ++entry) {
    if (entry->name == name) return &*entry;
  }
  return nullptr;
}

void Nesting::forget(const Formatting& entry) {
  if (!entry.open) --closed_formatting_;
  formatting_.erase(formatting_.begin() + (&entry - formatting_.data()));
}

/// Whether the innermost element is one of those formatting elements, and the fourth alike made the parser forget it.
bool Nesting::is_forgotten_top(const ElementName& name) const noexcept {
  if (stack_.empty() || !stack_.back().formatting || !(stack_.back().name == name)) return false;
  return std::none_of(formatting_.begin(), formatting_.end(),
                      [&name](const Formatting& entry) { return entry.open && entry.name == name; });
}

void Nesting::end_formatting(const ElementName& name) {
  stays_open_ = false;
  steps_ += formatting_.size() + left_markers_;  // the parser searches all of its list
  const Formatting* const last = last_formatting(name);
  if (last == nullptr) return is_open(name.tag) ? end_any(name) : void();
  if (!last->open) return is_forgotten_top(name) ? pop() : forget(*last);
  bool has_block = false;
  for (std::size_t i = stack_.size(); i > 0; --i) {
    const Open& open = stack_[i - 1];
    if (open.name == name && open.formatting) {
      has_block ? take_into_blocks(i - 1) : pop_to(i - 1);
      return stays_open_ ? void() : forget(*last);  // last: pop() looks for the one that it closes
    }
    if (open.foreign || open.name.is_boundary || scope_tags.has(open.name.tag)) return;
    has_block = is_block(open) || has_block;
  }
  forget(*last);
}

/// The outcome of the standard's "adoption agency": blocks opened within a formatting element stay open, and other
/// formatting elements between them. Within the eighth block, the element stays open too.
void Nesting::take_into_blocks(std::size_t formatting) {
  constexpr std::size_t most_blocks = 8;
  steps_ += 4 * steps_per_element;
  const Open element = stack_[formatting];
  std::size_t blocks_end = formatting + 1;  // after the last block so far
  std::size_t blocks = 0;
  for (std::size_t i = formatting + 1; i < stack_.size() && blocks < most_blocks; ++i) {
    if (!is_special(stack_[i].name.tag)) continue;
    i = take_from_between(blocks_end, i);
    blocks_end = i + 1;
    ++blocks;
  }
  stays_open_ = blocks == most_blocks;
  if (stays_open_) {
    stack_.insert(stack_.begin() + static_cast<std::ptrdiff_t>(blocks_end), element);
    ++counts_[slot(element.name.tag)];
  } else {
    pop_to(blocks_end);
  }
  erase(formatting);
}

/// Of the elements in [begin, block) of the stack only formatting elements stay. Where the block then is.
std::size_t Nesting::take_from_between(std::size_t begin, std::size_t block) {
  constexpr std::size_t most_copied = 3;  // of the next before a block, when they are formatting elements
  const bool has_others = block - begin > most_copied;
  std::size_t kept = begin;
  for (std::size_t i = begin; i < block; ++i) {
    if (stack_[kept].formatting) {
      ++kept;
    } else {
      erase(kept);
    }
  }
  is_unsure_ = is_unsure_ || (has_others && kept != begin);
  return kept;
}

void Nesting::end_in_scope(const ElementName& name) {
  const bool is_table_part = table_parts.has(name.tag) || name.tag == Tag::table;
  const bool is_object = name.tag == Tag::object || name.is_boundary;
  for (std::size_t i = stack_.size(); i > 0; --i) {
    const Open& open = stack_[i - 1];
    if (open.name == name) return pop_to(i - 1);
    if (name.tag == Tag::template_) continue;
    if (open.name.tag == Tag::template_ || open.name.tag == Tag::table) return;
    if (is_table_part || is_object) continue;
    if (open.name.is_boundary || scope_tags.has(open.name.tag)) return;
    if (name.tag == Tag::p && open.name.tag == Tag::button) return;
    if (name.tag == Tag::li && (open.name.tag == Tag::ul || open.name.tag == Tag::ol)) return;
  }
}

/// Only elements whose end tags may be left out are closed with a form.
void Nesting::end_form() {
  in_form_ = false;
  for (std::size_t i = stack_.size(); i > 0; --i) {
    const Open& open = stack_[i - 1];
    if (open.name.tag == Tag::form) {
      close_omitted(Tag::none);
      return erase(i - 1);
    }
    if (open.foreign || open.name.is_boundary || scope_tags.has(open.name.tag)) return;
  }
}

/// "</h1>" ends an open <h2>, too.
void Nesting::end_heading() {
  for (std::size_t i = stack_.size(); i > 0; --i) {
    const Open& open = stack_[i - 1];
    if (open.foreign || open.name.is_boundary || scope_tags.has(open.name.tag)) return;
    if (heading_level(open.name.tag) != 0) return pop_to(i - 1);
  }
}

/// The parser puts cells that stand right in a table into a row, and rows into a <tbody>: their end tags close both,
/// although nothing here says that they are open.
void Nesting::end_row_or_group(Tag tag) {
  bool in_row = false;
  for (std::size_t i = stack_.size(); i > 0; --i) {
    const Tag outer = stack_[i - 1].name.tag;
    if (outer == tag) return pop_to(i - 1);
    if (outer == Tag::caption || outer == Tag::template_) return;
    const bool is_group = outer == Tag::tbody || outer == Tag::thead || outer == Tag::tfoot;
    if (outer == Tag::table || is_group) {
      if (in_row && (outer == Tag::table || tag == Tag::tr)) pop_to(i);
      return;
    }
    in_row = in_row || outer == Tag::td || outer == Tag::th || outer == Tag::tr;
  }
}

void Nesting::end_any(const ElementName& name) {
  for (std::size_t i = stack_.size(); i > 0; --i) {
    const Open& open = stack_[i - 1];
    if (open.name == name) return pop_to(i - 1);
    is_unsure_ = is_unsure_ || (may_be_unknown(open.name.tag) && may_be_unknown(name.tag));
    if (!open.foreign && is_block(open)) return;
  }
}

}  // namespace pith::html
