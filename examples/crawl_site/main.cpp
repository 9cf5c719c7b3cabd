// What a site repeats: learns all pages of a folder, then extracts each without and with what was learned, and prints
// the difference. The folder is named by its host, as `wget --recursive` leaves it:
//
//   pith_crawl_site herald.example

#include <pith.hpp>
#include <pith/site.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Page {
  std::string name;  // within the folder
  std::string url;
  std::string bytes;
};

constexpr const char* usage =
    "usage: pith_crawl_site FOLDER\n"
    "Learns what the pages of a site repeat, and prints what of each page that leaves out.\n"
    "Exit codes: 0 done; 1 no page has an article; 2 wrong usage, or the folder or a page cannot be read.\n";

constexpr int exit_done = 0;
constexpr int exit_no_article = 1;
constexpr int exit_usage_or_input = 2;

/// Nothing, after a line on stderr, when something cannot be read.
std::optional<std::vector<Page>> read_pages(const fs::path& folder) {
  std::vector<Page> pages;
  std::error_code error;
  // Of "a/herald.example/" too: the last name that is not empty.
  const fs::path whole = fs::absolute(folder).lexically_normal();
  const std::string host = (whole.has_filename() ? whole : whole.parent_path()).filename().string();
  for (fs::recursive_directory_iterator entries(folder, error), end; !error && entries != end;
       entries.increment(error)) {
    if (!entries->is_regular_file()) continue;
    const std::string name = entries->path().lexically_relative(folder).generic_string();
    std::ifstream file(entries->path(), std::ios::binary);
    if (!file) {
      std::fprintf(stderr, "pith_crawl_site: cannot read %s\n", entries->path().c_str());
      return std::nullopt;
    }
    pages.push_back({name, "https://" + host + "/" + name, {std::istreambuf_iterator<char>(file), {}}});
  }
  if (error) {
    std::fprintf(stderr, "pith_crawl_site: cannot read %s: %s\n", folder.c_str(), error.message().c_str());
    return std::nullopt;
  }
  std::sort(pages.begin(), pages.end(), [](const Page& a, const Page& b) { return a.name < b.name; });
  return pages;
}

std::vector<std::string> lines_of(const pith::Article& article) {
  std::vector<std::string> lines;
  std::istringstream text(pith::to_text(article));
  for (std::string line; std::getline(text, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

/// Chinese, Japanese and Korean characters count one each: those of three and four bytes from U+3000 on, near enough.
std::size_t count_words(const std::vector<std::string>& lines) {
  std::size_t words = 0;
  for (const std::string& line : lines) {
    bool is_in_word = false;
    for (const char letter : line) {
      const auto byte = static_cast<unsigned char>(letter);
      const bool is_part_of_word = byte != ' ' && byte < 0xE3;
      words += byte >= 0xE3 || (is_part_of_word && byte < 0x80 && !is_in_word) ? 1U : 0U;
      is_in_word = is_part_of_word;
    }
  }
  return words;
}

/// What stands in `before` and not in `after`.
std::vector<std::string> missing_lines(const std::vector<std::string>& before, std::vector<std::string> after) {
  std::vector<std::string> missing;
  for (const std::string& line : before) {
    const auto found = std::find(after.begin(), after.end(), line);
    if (found == after.end())
      missing.push_back(line);
    else
      after.erase(found);
  }
  return missing;
}

struct Total {
  std::size_t words_before = 0;
  std::size_t words_after = 0;
  std::size_t lines_left_out = 0;
};

void compare(pith::Extractor& extractor, const pith::SiteMemory& memory, const Page& page, Total& total) {
  const pith::Source source{.bytes = page.bytes, .url = page.url};
  const std::vector<std::string> before = lines_of(extractor.extract(source));
  const std::vector<std::string> after = lines_of(extractor.extract(source, memory));
  const std::vector<std::string> left_out = missing_lines(before, after);
  std::printf("%s: %zu words, %zu with what the site repeats\n", page.name.c_str(), count_words(before),
              count_words(after));
  for (const std::string& line : left_out) std::printf("  - %s\n", line.c_str());
  for (const std::string& line : missing_lines(after, before)) std::printf("  + %s\n", line.c_str());
  total.words_before += count_words(before);
  total.words_after += count_words(after);
  total.lines_left_out += left_out.size();
}

}  // namespace

int main(int argc, char** argv) {
  const bool wants_help = argc == 2 && std::string_view(argv[1]) == "--help";
  if (argc != 2 || wants_help) {
    std::fputs(usage, wants_help ? stdout : stderr);
    return wants_help ? exit_done : exit_usage_or_input;
  }
  const auto pages = read_pages(argv[1]);
  if (!pages) return exit_usage_or_input;
  pith::Extractor extractor;
  pith::SiteMemory memory;
  for (const Page& page : *pages) extractor.learn({.bytes = page.bytes, .url = page.url}, memory);
  Total total;
  for (const Page& page : *pages) compare(extractor, memory, page, total);
  std::printf("%zu pages: %zu words before, %zu after; %zu lines left\n", pages->size(), total.words_before,
              total.words_after, total.lines_left_out);
  return total.words_before == 0 ? exit_no_article : exit_done;
}
