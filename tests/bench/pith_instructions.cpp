// What tests/bench/instructions.py runs under callgrind: each page is extracted by an extractor that has seen all of
// them, so that loading rules and models and growing its memory are not counted.
#include <pith.hpp>

#include <cstdio>
#include <cstdlib>
#include <vector>

#include "support/fixtures.hpp"

/// Callgrind counts in here only, and writes its sum down whenever it returns. C linkage, for the name.
extern "C" [[gnu::noinline]] std::size_t pith_counted_extraction(pith::Extractor& extractor,
                                                                 const pith::Source& source) {
  const pith::Article article = extractor.extract(source);
  return pith::to_text(article).size() + pith::to_markdown(article).size() +
         pith::to_json(article, pith::JsonLayout::one_line).size();
}

int main(int count, char** names) {
  std::vector<std::string> pages;
  for (int i = 1; i < count; ++i) pages.push_back(pith::test::read_file(names[i]));
  pith::Extractor extractor;
  for (const std::string& page : pages) (void)extractor.extract(page);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    std::printf("%zu\t%s\n", pith_counted_extraction(extractor, {.bytes = pages[i]}), names[i + 1]);
  }
  return pages.empty() ? EXIT_FAILURE : EXIT_SUCCESS;
}
