// What the markup within a block tells: links, images, bold and code; and the columns of its text.

#include "measure/html/page.hpp"
#include "measure/text_columns.hpp"

namespace pith::measure {
namespace {

float share_of_letters(std::uint32_t part, const blocks::TextBlock& block) {
  return ratio(static_cast<float>(part), static_cast<float>(block.letters));
}

}  // namespace

void add_markup_columns(const HtmlPage& page, Columns& columns) {
  add_text_columns({page.in.blocks, page.prepared.shapes, page.prepared.weighted, page.prepared.word_shares}, columns);
  columns.add({"link_density"}, "share of letters in links, 0 to 1",
              [=](std::size_t i) { return page.prepared.link_density[i]; });
  columns.add({"links"}, "links in the block", [=](std::size_t i) { return page.block(i).links; });
  columns.add({"images"}, "images in the block", [=](std::size_t i) { return page.block(i).images; });
  columns.add({"inline_elements"}, "inline elements in the block",
              [=](std::size_t i) { return page.block(i).inline_elements; });
  columns.add({"bold_share"}, "share of letters in bold, 0 to 1",
              [=](std::size_t i) { return share_of_letters(page.block(i).bold_letters, page.block(i)); });
  columns.add({"code_share"}, "share of letters in code, 0 to 1",
              [=](std::size_t i) { return share_of_letters(page.block(i).code_letters, page.block(i)); });
  columns.add({"preformatted"}, "in pre, 0 or 1", [=](std::size_t i) { return page.block(i).preformatted; });
  columns.add({"good"}, "is running text, 0 or 1", [=](std::size_t i) { return page.prepared.good[i] > 0; });
}

}  // namespace pith::measure
