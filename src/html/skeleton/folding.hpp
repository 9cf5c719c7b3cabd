/// Folding: most elements of most pages are properly nested, and no rule of the tree builder is about them but "insert,
/// and close at the end tag". Such an element becomes part of a run, and the parser need not see it at all. It is
/// written to the skeleton like any other and taken back when its end tag comes and nothing within was uncertain.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "html/skeleton/nesting.hpp"

namespace pith::html {

/// Where the skeleton stood before an element was written to it.
struct SkeletonPlace {
  std::size_t html = 0;
  std::size_t runs = 0;
  std::size_t tags = 0;
  std::size_t run_end = 0;  ///< see SkeletonWriter::run_end_
  std::size_t tag_end = 0;  ///< see SkeletonWriter::tag_end_
  std::size_t source = 0;   ///< where the element begins in the page
};

/// Whether the element that starts here may be folded, for all that is known before its start tag is opened. It leaves
/// no trace outside: closes nothing, is closed by nothing else, and reopens nothing.
[[nodiscard]] bool may_fold(const ElementName& name, const Nesting& nesting) noexcept;

/// Elements that are open and may still be folded, the innermost last.
class Folding {
 public:
  void reset() { open_.clear(); }
  /// Something came that only the parser can place: nothing that is open can be folded.
  void give_up() { open_.clear(); }
  /// `written`: the element's name as in the page, which outlives this.
  void open(const ElementName& name, std::string_view written, const SkeletonPlace& place) {
    open_.push_back({name, written, place});
  }
  /// The innermost element when its name is written so, which spares looking for it; null otherwise.
  [[nodiscard]] const ElementName* innermost(std::string_view written) const noexcept {
    return !open_.empty() && open_.back().written == written ? &open_.back().name : nullptr;
  }
  /// Whether the end tag is that of the innermost element, which `place` then is that of and which is no longer open.
  [[nodiscard]] bool close(const ElementName& name, SkeletonPlace& place);

 private:
  struct Open {
    ElementName name;
    std::string_view written;
    SkeletonPlace place;
  };
  std::vector<Open> open_;
};

}  // namespace pith::html
