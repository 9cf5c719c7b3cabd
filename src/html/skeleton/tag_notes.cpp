#include "html/skeleton/tag_notes.hpp"

#include <algorithm>

#include "html/attributes.hpp"
#include "page/page_builder.hpp"

namespace pith::html {

inline void TagNotes::note_attribute(std::string_view html, const AttributeToken& attribute, std::uint64_t& seen) {
  const auto name = attribute_of(attribute.name);
  if (!name) return;
  static_assert(static_cast<unsigned>(AttributeName::separators) < 64, "a bit for each name");
  const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(*name);
  if ((seen & bit) != 0) return;
  seen |= bit;
  // A missing value views nothing of the page.
  const std::size_t begin =
      attribute.value.empty() ? 0 : static_cast<std::size_t>(attribute.value.data() - html.data());
  attributes_.push_back(
      {*name, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + attribute.value.size())});
}

TagToken TagNotes::read(std::string_view html, std::size_t less_than, MarkupKind kind) {
  const std::size_t name_begin = less_than + (kind == MarkupKind::end_tag ? 2 : 1);
  const std::size_t name_end = tag_name_end(html, name_begin);
  TagNote note{.begin = static_cast<std::uint32_t>(less_than),
               .first_attribute = static_cast<std::uint32_t>(attributes_.size()),
               .kind = kind};
  TagToken token;
  if (kind == MarkupKind::start_tag) {
    note.tag = tag_of(html.substr(name_begin, name_end - name_begin));
    std::uint64_t seen = 0;
    token = read_tag_attributes(html, name_begin, name_end, [&](AttributeToken& attribute) {
      if (note.tag == Tag::svg) attribute.name = local_name(attribute.name);
      note_attribute(html, attribute, seen);
    });
  } else {
    token = read_tag_attributes(html, name_begin, name_end, [](const AttributeToken&) {});
  }
  note.end = static_cast<std::uint32_t>(token.end);
  notes_.push_back(note);
  return token;
}

void TagNotes::note_name(std::size_t bytes) {
  const std::uint32_t begin = last().begin + 1;
  attributes_.push_back({AttributeName::element, begin, begin + static_cast<std::uint32_t>(bytes)});
}

void TagNotes::pass(std::size_t begin, std::size_t end) {
  notes_.push_back({.begin = static_cast<std::uint32_t>(begin),
                    .end = static_cast<std::uint32_t>(end),
                    .first_attribute = static_cast<std::uint32_t>(attributes_.size())});
}

void TagNotes::rewind(std::size_t position) noexcept {
  while (!notes_.empty() && notes_.back().begin >= position) {
    attributes_.resize(notes_.back().first_attribute);
    notes_.pop_back();
  }
}

std::span<const AttributeNote> TagNotes::attributes_of(std::size_t number) const noexcept {
  const std::size_t begin = notes_[number].first_attribute;
  const std::size_t end = number + 1 < notes_.size() ? notes_[number + 1].first_attribute : attributes_.size();
  return std::span(attributes_).subspan(begin, end - begin);
}

std::size_t TagNotes::first_from(std::size_t position, std::size_t guess) const noexcept {
  const bool none_before = guess == 0 || (guess <= notes_.size() && notes_[guess - 1].begin < position);
  if (none_before && (guess >= notes_.size() || notes_[guess].begin >= position)) return guess;
  const auto found = std::lower_bound(notes_.begin(), notes_.end(), position,
                                      [](const TagNote& note, std::size_t at) { return note.begin < at; });
  return static_cast<std::size_t>(found - notes_.begin());
}

}  // namespace pith::html
