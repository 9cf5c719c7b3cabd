/// Evidence of a page's type: what its address, its declarations and its blocks say, as numbers.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "measure/hashes.hpp"
#include "measure/measure.hpp"

namespace pith::select {

/// Counts and percentages.
inline constexpr std::array<std::string_view, 53> evidence_names = {
    // The address.
    "address_words_of_forums", "address_words_of_products", "address_words_of_manuals", "address_words_of_lists",
    "address_words_of_articles", "address_is_home", "address_depth", "address_hyphens", "address_digits",
    // What it declares.
    "declares_thread", "declares_product", "declares_article", "declares_list", "declares_manual", "open_graph_article",
    "open_graph_product", "open_graph_website", "program_of_forums", "program_of_manuals", "program_of_only_manuals",
    // Its text.
    "words", "prose_blocks", "prose_percent", "longest_prose", "linked_percent", "headings", "linked_headings",
    "code_percent", "item_percent", "price_lines", "date_lines", "question_lines", "thread_marks", "teasers",
    "teaser_percent",
    // What the model thinks of it.
    "likely_words", "likely_percent", "likely_linked_percent", "likely_prose_percent", "likely_blocks",
    // Its boxes, by the words of their classes.
    "post_boxes", "user_boxes", "comment_boxes", "price_boxes", "product_boxes", "review_boxes", "card_boxes",
    "date_boxes", "contents_boxes", "code_boxes",
    // The most numerous kind of boxes that look alike.
    "alike_boxes", "alike_percent", "alike_linked_percent"};

using PageEvidence = std::array<float, evidence_names.size()>;

/// One of these names, as a place in PageEvidence. A name that is none of them does not compile.
class EvidenceName {
 public:
  consteval EvidenceName(const char* name) {
    while (index_ < evidence_names.size() && evidence_names[index_] != name) ++index_;
    if (index_ == evidence_names.size()) there_is_no_such_evidence();
  }

  [[nodiscard]] constexpr std::size_t index() const noexcept { return index_; }

 private:
  static void there_is_no_such_evidence();  // never defined: no constant calls it

  std::size_t index_ = 0;
};

/// Letters and words of a stretch of blocks.
struct TextSums {
  double letters = 0;
  double linked = 0;  ///< letters
  double words = 0;
  std::uint32_t boxes = 0;
};

/// Memory of find_evidence(), kept from page to page.
struct EvidenceScratch {
  std::string folded;
  std::vector<TextSums> before;  ///< per block, and one more: of all before it
  std::vector<std::uint64_t> shapes;
  std::vector<TextSums> boxes;  ///< of these shapes
  std::vector<TextSums> sums;   ///< of those that are equal
  measure::KeyGroups groups;
};

/// `scores`: per block. Linear in the page.
[[nodiscard]] PageEvidence find_evidence(const measure::MeasureInput& in, std::span<const float> scores,
                                         EvidenceScratch& scratch);

}  // namespace pith::select
