#include <pith/render.hpp>

#include "render/html_writer.hpp"

namespace pith {

std::string to_html(const Article& article, Links links) {
  std::string out;
  if (article.empty()) return out;
  out += "<article>\n";
  if (!article.metadata.title.empty()) {
    out += "<h1>";
    render::append_escaped_html(out, article.metadata.title, " ");
    out += "</h1>\n";
  }
  render::append_html(out, article.blocks, 0, links);
  return out + "</article>\n";
}

}  // namespace pith
