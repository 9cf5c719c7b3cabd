// Prints all that pith says of each file that is named, scores to their last digit; read as it is, and as plain text.
#include "pith.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

int main(int count, char** names) {
  pith::Options options;
  options.keep_dropped = true;
  pith::Extractor extractor(options);
  for (int i = 1; i < count; ++i) {
    std::ifstream file(names[i], std::ios::binary);
    const std::string page(std::istreambuf_iterator<char>(file), {});
    for (const auto kind : {pith::SourceKind::automatic, pith::SourceKind::text}) {
      pith::Source source;
      source.bytes = page;
      source.kind = kind;
      std::puts(pith::to_json(extractor.extract(source), pith::JsonLayout::one_line).c_str());
      std::puts(pith::to_text(extractor.explain(source), pith::ExplainDetail::evidence).c_str());
    }
  }
}
