// Writes the report of a page: what was kept, what was dropped, and why.
//   pith_explain_report page.html > report.html
#include <fstream>
#include <iostream>
#include <iterator>
#include <pith.hpp>
#include <string>
#include <string_view>

#include "explain_report/report.hpp"

constexpr const char* usage =
    "usage: pith_explain_report PAGE > report.html\n"
    "Writes what was kept of a page, what was dropped, and why, as a page to look at.\n"
    "Exit codes: 0 done; 2 wrong usage, or the page cannot be read or the report written.\n";

int main(int argc, char** argv) {
  const bool wants_help = argc == 2 && std::string_view(argv[1]) == "--help";
  if (argc != 2 || wants_help) {
    (wants_help ? std::cout : std::cerr) << usage;
    return wants_help ? 0 : 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  file.peek();  // a folder can be opened, but not read
  if (file.fail()) {
    std::cerr << "pith_explain_report: cannot read " << argv[1] << "\n";
    return 2;
  }
  const std::string page(std::istreambuf_iterator<char>(file), {});
  pith::Extractor extractor;
  std::cout << report::to_html(extractor.explain({.bytes = page})) << std::flush;
  return std::cout ? 0 : 2;
}
