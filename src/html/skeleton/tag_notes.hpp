/// TagNotes: what the skeleton pass has read of each tag and comment, for those who make nodes of them later: no tag is
/// taken apart twice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "html/lexer.hpp"
#include "html/vocabulary.hpp"

namespace pith::html {

/// An attribute that some stage asks about. Its value stands at [begin, end) of the page, as written.
struct AttributeNote {
  AttributeName name = AttributeName::class_;
  std::uint32_t begin = 0, end = 0;
};

struct TagNote {
  std::uint32_t begin = 0;            ///< of its '<'
  std::uint32_t end = 0;              ///< one past its '>', or past all of an element that nobody looks into
  std::uint32_t first_attribute = 0;  ///< in the order of the page; those of the next note follow
  Tag tag = Tag::unknown;             ///< of a start tag
  MarkupKind kind = MarkupKind::comment;
};

/// Of one page, in its order. Reused from page to page.
class TagNotes {
 public:
  void clear() noexcept {
    notes_.clear();
    attributes_.clear();
  }
  /// Room for the tags of a page so long, if it is large: to move the notes of a page of millions takes twice their
  /// memory. What is not needed costs nothing.
  void reserve(std::size_t page_bytes) {
    constexpr std::size_t large_page_bytes = std::size_t{1} << 20U;
    constexpr std::size_t bytes_of_a_tag = 6;  // with the text after it; fewer than most pages have
    if (page_bytes > large_page_bytes) notes_.reserve(page_bytes / bytes_of_a_tag);
  }
  /// Reads the start or end tag at `less_than` and notes it.
  TagToken read(std::string_view html, std::size_t less_than, MarkupKind kind);
  /// Notes, of the start tag that was read last, the name, as AttributeName::element.
  void note_name(std::size_t bytes);
  /// Notes a comment or the like, which nothing is made of.
  void pass(std::size_t begin, std::size_t end);
  /// The element of the last tag ends at `end`, and nothing in it was noted.
  void close(std::size_t end) noexcept { notes_.back().end = static_cast<std::uint32_t>(end); }
  /// Forgets what begins at `position` or later: it will be read again.
  void rewind(std::size_t position) noexcept;

  [[nodiscard]] std::size_t size() const noexcept { return notes_.size(); }
  /// Memory of all.
  [[nodiscard]] std::size_t bytes() const noexcept {
    return notes_.size() * sizeof(TagNote) + attributes_.size() * sizeof(AttributeNote);
  }
  [[nodiscard]] const TagNote& operator[](std::size_t number) const noexcept { return notes_[number]; }
  [[nodiscard]] const TagNote& last() const noexcept { return notes_.back(); }
  /// Each name once: where a tag has one several times, the first counts.
  [[nodiscard]] std::span<const AttributeNote> attributes_of(std::size_t number) const noexcept;
  /// The number of the first one that begins at `position` or later. `guess`: mostly it is this.
  [[nodiscard]] std::size_t first_from(std::size_t position, std::size_t guess) const noexcept;

 private:
  void note_attribute(std::string_view html, const AttributeToken& attribute, std::uint64_t& seen);

  std::vector<TagNote> notes_;
  std::vector<AttributeNote> attributes_;
};

}  // namespace pith::html
