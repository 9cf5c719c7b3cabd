// Rules of one's own: a site's promotional line and its name for related articles, which no built-in pack knows.
#include <pith.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

namespace {

constexpr const char* page =
    "Hilltop school gets a new roof\n\n"
    "The roof of the old school on the hill is to be replaced this summer, the parish council decided on Monday.\n"
    "Rain had come through the slates for three winters, and two of the five classrooms could no longer be used.\n"
    "Work begins in July, when the children are away, and it should be finished before the new term starts.\n\n"
    "Hilltop Radio on your phone: search for us in your store\n"
    "Also on the Hill\n"
    "Parish fair moved to September\n";

std::string read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: pith_custom_rules RULES.tsv\n", stderr);
    return 2;
  }
  const auto rules = pith::load_rules(read_file(argv[1]));
  if (!rules) {
    std::fprintf(stderr, "%s:%u: %s\n", argv[1], rules.error().line, rules.error().message.c_str());
    return 2;
  }
  pith::Options options;
  options.keep_dropped = true;
  pith::Extractor extractor(options, rules.value());
  const pith::Article article = extractor.extract({.bytes = page, .kind = pith::SourceKind::text});
  std::fputs(pith::to_text(article).c_str(), stdout);
  for (const pith::Block& block : article.dropped) {
    std::printf("dropped as %s: %s\n", pith::name_of(block.category), block.text.c_str());
  }
  return 0;
}
