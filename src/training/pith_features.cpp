// pith_features: the feature matrix of pages, for training. It runs the library's own stages, so that training and run
// time cannot differ.
//
// usage: pith_features --names html|lines          names, one a line: name, tab, meaning
//        pith_features --evidence names|html|lines < LIST   of a page's type: names; a line a page, path and values
//        pith_features html|lines < LIST > DUMP    LIST: path, tab, url, one page a line
// DUMP, little endian: per page u32 blocks, u32 columns; per block u32 bytes, text, u32 words, u32 flags (1:
// preformatted); then blocks x columns f32, row by row. A file that cannot be read is a page of 0 blocks, and one line
// on stderr.

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "pipeline.hpp"
#include "select/page_evidence.hpp"

namespace {

void write_number(std::uint32_t number) {
  std::fwrite(&number, sizeof number, 1, stdout);
}

void write_page(const pith::Analysis& analysis) {
  const auto& blocks = analysis.blocks.blocks;
  write_number(static_cast<std::uint32_t>(blocks.size()));
  write_number(static_cast<std::uint32_t>(analysis.features.columns));
  for (const auto& block : blocks) {
    write_number(static_cast<std::uint32_t>(block.text.size()));
    std::fwrite(block.text.data(), 1, block.text.size(), stdout);
    write_number(block.word_count);
    write_number(block.preformatted ? 1 : 0);
  }
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::vector<float> row = analysis.features.row(i);
    std::fwrite(row.data(), sizeof(float), row.size(), stdout);
  }
}

/// Calls use(path, bytes read or not, source) for each page of the list on the standard input.
template <typename Use>
void for_each_page(pith::SourceKind kind, Use use) {
  std::string line;
  while (std::getline(std::cin, line)) {
    const std::string path = line.substr(0, line.find('\t'));
    const std::string url = line.find('\t') == std::string::npos ? "" : line.substr(line.find('\t') + 1);
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (!file.is_open()) std::fprintf(stderr, "pith_features: cannot read %s\n", path.c_str());
    use(path, file.is_open(), pith::Source{.bytes = bytes, .url = url, .kind = kind});
  }
}

int dump(pith::SourceKind kind) {
  pith::Pipeline pipeline(pith::builtin_rules());
  for_each_page(kind, [&](const std::string&, bool is_read, const pith::Source& source) {
    if (is_read) {
      pipeline.measure(source, {});
      return write_page(pipeline.analysis);
    }
    write_number(0);
    write_number(0);
  });
  return std::fflush(stdout) == 0 ? 0 : 2;
}

int dump_evidence(pith::SourceKind kind) {
  pith::Pipeline pipeline(pith::builtin_rules());
  pith::model::Scores scores;
  pith::select::EvidenceScratch scratch;
  for_each_page(kind, [&](const std::string& path, bool, const pith::Source& source) {
    pipeline.score(source, {}, scores);
    std::fputs(path.c_str(), stdout);
    for (const float value : pith::select::find_evidence(pipeline.input(), scores.values, scratch)) {
      std::printf("\t%g", static_cast<double>(value));
    }
    std::fputc('\n', stdout);
  });
  return std::fflush(stdout) == 0 ? 0 : 2;
}

int print_evidence_names() {
  for (const std::string_view name : pith::select::evidence_names) {
    std::printf("%.*s\n", static_cast<int>(name.size()), name.data());
  }
  return 0;
}

int print_names(std::span<const pith::model::FeatureName> features) {
  for (const auto& feature : features) {
    std::printf("%.*s\t%.*s\n", static_cast<int>(feature.name.size()), feature.name.data(),
                static_cast<int>(feature.meaning.size()), feature.meaning.data());
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string first = argc > 1 ? argv[1] : "";
  const std::string second = argc > 2 ? argv[2] : "";
  if (first == "--names" && second == "html") return print_names(pith::measure::html_features());
  if (first == "--names" && second == "lines") return print_names(pith::measure::line_features());
  if (first == "--evidence" && second == "names") return print_evidence_names();
  if (first == "--evidence" && second == "html") return dump_evidence(pith::SourceKind::html);
  if (first == "--evidence" && second == "lines") return dump_evidence(pith::SourceKind::text);
  if (first == "html") return dump(pith::SourceKind::html);
  if (first == "lines") return dump(pith::SourceKind::text);
  std::fputs("usage: pith_features [--names] html|lines < LIST > DUMP\n", stderr);
  return 2;
}
