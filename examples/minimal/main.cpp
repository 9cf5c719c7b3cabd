#include <pith.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: pith_minimal PAGE\n", stderr);
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const pith::Article article = pith::extract(page);
  std::fputs(pith::to_text(article).c_str(), stdout);
  return article.empty() ? 1 : 0;
}
