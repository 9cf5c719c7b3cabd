#include <pith.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

constexpr const char* usage =
    "usage: pith_minimal PAGE\n"
    "Prints the article of a page.\n"
    "Exit codes: 0 done; 1 the page has no article; 2 wrong usage, or the page cannot be read.\n";

int main(int argc, char** argv) {
  const bool wants_help = argc == 2 && std::string_view(argv[1]) == "--help";
  if (argc != 2 || wants_help) {
    std::fputs(usage, wants_help ? stdout : stderr);
    return wants_help ? 0 : 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  file.peek();  // a folder can be opened, but not read
  if (file.fail()) {
    std::fprintf(stderr, "pith_minimal: cannot read %s\n", argv[1]);
    return 2;
  }
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  const pith::Article article = pith::extract(page);
  std::fputs(pith::to_text(article).c_str(), stdout);
  return article.empty() ? 1 : 0;
}
