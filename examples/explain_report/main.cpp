// Writes the report of a page: what was kept, what was dropped, and why.
//   pith_explain_report page.html > report.html
#include <fstream>
#include <iostream>
#include <iterator>
#include <pith.hpp>

#include "explain_report/report.hpp"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: pith_explain_report PAGE > report.html\n";
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  if (!file) {
    std::cerr << "cannot read " << argv[1] << "\n";
    return 2;
  }
  const std::string page(std::istreambuf_iterator<char>(file), {});
  pith::Extractor extractor;
  std::cout << report::to_html(extractor.explain({.bytes = page}));
  return 0;
}
