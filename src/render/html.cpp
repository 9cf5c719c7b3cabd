#include <pith/render.hpp>

#include "render/html_writer.hpp"

namespace pith {

void append_html(const Article& article, std::string& out, Links links) {
  if (article.empty()) return;
  out += "<article>\n";
  if (!article.metadata.title.empty()) {
    out += "<h1>";
    render::append_escaped_html(out, article.metadata.title, " ");
    out += "</h1>\n";
  }
  render::append_html(out, article.blocks, 0, links);
  out += "</article>\n";
}

std::string to_html(const Article& article, Links links) {
  std::string out;
  append_html(article, out, links);
  return out;
}

}  // namespace pith
