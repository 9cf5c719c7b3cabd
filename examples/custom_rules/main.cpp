// Rules of one's own: a site's promotional line and its name for related articles, which no built-in pack knows.
#include <pith.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

namespace {

constexpr const char* page =
    "Hilltop school gets a new roof\n\n"
    "The roof of the old school on the hill is to be replaced this summer, the parish council decided on Monday.\n"
    "Rain had come through the slates for three winters, and two of the five classrooms could no longer be used.\n"
    "Work begins in July, when the children are away, and it should be finished before the new term starts.\n\n"
    "Hilltop Radio on your phone: search for us in your store\n"
    "Also on the Hill\n"
    "Parish fair moved to September\n";

constexpr const char* usage =
    "usage: pith_custom_rules RULES.tsv\n"
    "Prints the article of a page by the built-in rules and these, and what was dropped.\n"
    "Exit codes: 0 done; 2 wrong usage, or the rules cannot be read or are refused.\n";

std::optional<std::string> read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  file.peek();  // a folder can be opened, but not read
  if (file.fail()) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int argc, char** argv) {
  const bool wants_help = argc == 2 && std::string_view(argv[1]) == "--help";
  if (argc != 2 || wants_help) {
    std::fputs(usage, wants_help ? stdout : stderr);
    return wants_help ? 0 : 2;
  }
  const std::optional<std::string> file = read_file(argv[1]);
  if (!file) {
    std::fprintf(stderr, "pith_custom_rules: cannot read %s\n", argv[1]);
    return 2;
  }
  const auto rules = pith::load_rules(*file);
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
