// error: convert|cannot initialize
#include <pith.hpp>

std::string render(const pith::Article& article) {
  return pith::to_markdown(article, true);
}
