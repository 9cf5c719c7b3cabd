#include <pith/render.hpp>

namespace pith {
namespace {

/// Items of one list and rows of one table stand on lines of their own without a blank line between.
bool belong_together(const Block& above, const Block& below) {
  return above.kind == below.kind && (below.kind == BlockKind::list_item || below.kind == BlockKind::table_row);
}

}  // namespace

void append_text(const Article& article, std::string& out) {
  if (article.empty()) return;
  const std::size_t start = out.size();
  if (article.title_in_text && !article.metadata.title.empty()) out += article.metadata.title + "\n";
  const Block* above = nullptr;
  for (const Block& block : article.blocks) {
    if (out.size() > start && (above == nullptr || !belong_together(*above, block))) out += '\n';
    out.append(block.text).append("\n");
    above = &block;
  }
}

std::string to_text(const Article& article) {
  std::string out;
  append_text(article, out);
  return out;
}

}  // namespace pith
