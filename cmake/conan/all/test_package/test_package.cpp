#include <pith.hpp>

#include <cstdio>

int main() {
  const pith::Article article = pith::extract(
      "<html><body><nav><a href='/'>Home</a></nav><h1>The river</h1>"
      "<p>The river rose by two metres overnight, and the lower town had to be cleared.</p></body></html>");
  std::puts(pith::to_text(article).c_str());
  return article.empty() ? 1 : 0;
}
