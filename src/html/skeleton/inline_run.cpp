#include "html/skeleton/inline_run.hpp"

#include <algorithm>
#include <array>

#include "html/lexer.hpp"
#include "html/skeleton/foreign.hpp"
#include "html/skeleton/nesting.hpp"
#include "html/skeleton/nesting_rules.hpp"

namespace pith::html {
namespace {

// Real runs nest three or four deep. Attributes by the hundred are left to the nesting model.
constexpr std::size_t deepest = 12;
constexpr std::uint32_t most_attributes = 60;
// So that the caller sees how much is noted of a page that is one run. Another run may follow; an element that is
// longer by far is left to the nesting model.
constexpr std::size_t longest_run = std::size_t{1} << 16U;
constexpr std::size_t longest_element = std::size_t{1} << 20U;

class RunFinder {
 public:
  RunFinder(std::string_view html, const TagToken& first, TagNotes& notes, std::size_t formatting_room) noexcept
      : html_(html),
        position_(first.name_begin - 1),
        notes_(notes),
        token_(first),
        tag_(notes.last().tag),
        formatting_room_(formatting_room) {}

  InlineRun find() {
    const std::size_t begin = end_ = element_end_ = position_;
    bool more = is_moderate() && open();
    while (more && position_ - begin < (depth_ == 0 ? longest_run : longest_element)) more = step();
    notes_.rewind(std::max(end_, begin + 1));
    return {end_, element_end_, position_};
  }

 private:
  /// Passes a token. False where the run cannot go on.
  bool step() {
    const std::size_t less_than = std::min(next_less_than(html_, position_), html_.size());
    position_ = less_than;
    if (depth_ == 0) end_ = position_;
    if (less_than == html_.size()) return false;
    switch (markup_kind(html_, less_than)) {
      case MarkupKind::text:
        ++position_;
        return true;
      case MarkupKind::start_tag:
        return read(MarkupKind::start_tag) && open();
      case MarkupKind::end_tag:
        return end_tag();
      case MarkupKind::comment:
      case MarkupKind::doctype:
      case MarkupKind::cdata:
        return false;
    }
    return false;
  }

  bool read(MarkupKind kind) {
    token_ = notes_.read(html_, position_, kind);
    if (!is_moderate()) return false;
    tag_ = kind == MarkupKind::start_tag ? notes_.last().tag
                                         : tag_of(html_.substr(token_.name_begin, token_.name_end - token_.name_begin));
    return true;
  }

  [[nodiscard]] bool is_moderate() const noexcept {
    return token_.complete && token_.attribute_count <= most_attributes;
  }

  /// Passes the start tag that was read.
  bool open() {
    if (tag_ == Tag::svg) return drawing();
    // A link within a link closes it.
    if (!nesting_rules::is_plain_inline(tag_) || (tag_ == Tag::a && in_link())) return false;
    position_ = token_.end;
    if (is_empty_inline(tag_)) {
      pass_element();
      return true;
    }
    if (depth_ == deepest) return false;
    if (is_formatting(tag_) && formatting_room_-- == 0) return false;
    open_[depth_++] = tag_;
    return true;
  }

  bool drawing() {
    const std::size_t end =
        token_.self_closing ? token_.end : plain_island_end(html_, token_.end, ForeignLanguage::svg);
    if (end == std::string_view::npos) return false;
    notes_.close(end);
    position_ = end;
    pass_element();
    return true;
  }

  bool end_tag() {
    if (!read(MarkupKind::end_tag) || depth_ == 0 || open_[depth_ - 1] != tag_) return false;
    position_ = token_.end;
    if (is_formatting(tag_)) ++formatting_room_;
    --depth_;
    pass_element();
    return true;
  }

  void pass_element() noexcept {
    if (depth_ == 0) end_ = element_end_ = position_;
  }

  [[nodiscard]] bool in_link() const noexcept {
    return std::find(open_.begin(), open_.begin() + static_cast<std::ptrdiff_t>(depth_), Tag::a) !=
           open_.begin() + static_cast<std::ptrdiff_t>(depth_);
  }

  std::string_view html_;
  std::size_t position_;
  std::size_t end_ = 0;
  std::size_t element_end_ = 0;
  TagNotes& notes_;
  TagToken token_;
  Tag tag_;
  std::array<Tag, deepest> open_{};
  std::size_t depth_ = 0;
  std::size_t formatting_room_;
};

}  // namespace

InlineRun inline_run(std::string_view html, const TagToken& first, TagNotes& notes, std::size_t formatting_room) {
  return RunFinder(html, first, notes, formatting_room).find();
}

}  // namespace pith::html
