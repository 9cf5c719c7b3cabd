#include "quality/corpus.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace pith::quality {
namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t end = text.find(separator); end != std::string::npos; end = text.find(separator, begin)) {
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  parts.push_back(text.substr(begin));
  return parts;
}

std::filesystem::path input_path(const std::filesystem::path& folder, Input input, const std::string& id) {
  const std::string extension = input == Input::pages ? ".html" : ".txt";
  return folder / name_of(input) / (id + extension);
}

}  // namespace

const char* name_of(Input input) noexcept {
  switch (input) {
    case Input::pages:
      return "pages";
    case Input::lines:
      return "lines";
    case Input::scrapes:
      return "scrapes";
  }
  return "";
}

Corpus::Corpus(std::filesystem::path folder, Input input) : folder_(std::move(folder)) {
  if (!folder_.has_filename()) folder_ = folder_.parent_path();
  const std::vector<std::string> rows = split(read_file(folder_ / "index.tsv"), '\n');
  for (std::size_t row = 1; row < rows.size(); ++row) {
    const std::vector<std::string> fields = split(rows[row], '\t');
    if (fields.size() < 3) continue;
    const std::filesystem::path path = input_path(folder_, input, fields[0]);
    const auto known = [&](std::size_t i) { return fields.size() > i && fields[i] != "-" ? fields[i] : std::string(); };
    if (!std::filesystem::exists(path)) continue;
    pages_.push_back({fields[0], fields[1], fields[2], known(3), path, known(4), known(5), known(6)});
  }
  std::sort(pages_.begin(), pages_.end(), [](const CorpusPage& a, const CorpusPage& b) { return a.id < b.id; });
}

std::string Corpus::name() const {
  return folder_.filename().string();
}

bool Corpus::has_gold(const CorpusPage& page) const {
  return std::filesystem::exists(folder_ / "gold" / (page.id + ".txt"));
}

std::string Corpus::gold(const CorpusPage& page) const {
  return read_file(folder_ / "gold" / (page.id + ".txt"));
}

std::vector<std::string> Corpus::lines(const CorpusPage& page) const {
  return split(read_file(folder_ / "lines" / (page.id + ".txt")), '\n');
}

std::vector<LabelledRange> Corpus::labels(const CorpusPage& page) const {
  std::vector<LabelledRange> ranges;
  const std::string bytes = read_file(folder_ / "labels" / (page.id + ".json"));
  const nlohmann::json label = nlohmann::json::parse(bytes, nullptr, false);
  if (!label.is_object() || !label.contains("drop")) return ranges;
  for (const auto& [category, spans] : label.at("drop").items()) {
    for (const auto& span : spans) {
      ranges.push_back({category, span.at(0).get<std::size_t>(), span.at(1).get<std::size_t>()});
    }
  }
  return ranges;
}

std::vector<std::pair<std::string, Snippets>> Corpus::snippets() const {
  std::vector<std::pair<std::string, Snippets>> found;
  std::ifstream file(folder_ / "snippets.jsonl");
  for (std::string line; std::getline(file, line);) {
    const nlohmann::json record = nlohmann::json::parse(line, nullptr, false);
    if (!record.is_object()) continue;
    found.push_back(
        {record.at("id").get<std::string>(),
         {record.at("with").get<std::vector<std::string>>(), record.at("without").get<std::vector<std::string>>()}});
  }
  return found;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace pith::quality
