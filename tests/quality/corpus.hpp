/// Corpus: a folder of pages with gold texts, laid out as the README.md beside the corpora says.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace pith::quality {

/// What stands in for the page: as served, its visible text, or that without the site's chrome.
enum class Input { pages, lines, scrapes };
[[nodiscard]] const char* name_of(Input input) noexcept;

struct CorpusPage {
  std::string id;
  std::string language;
  std::string type;
  std::string url;  ///< empty when unknown
  std::filesystem::path input;
  std::string title;   ///< the headline a reader sees; empty: unknown
  std::string author;  ///< several are separated as the set does; empty: unknown
  std::string date;    ///< of publication, "2024-03-23 ..."; empty: unknown
};

/// Lines [first, last] of lines/ID.txt that a person gave a category, such as "related".
struct LabelledRange {
  std::string category;
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Texts that must, and must not, be in the output of one page.
struct Snippets {
  std::vector<std::string> with;
  std::vector<std::string> without;
};

class Corpus {
 public:
  /// Reads the index. Pages that have no such input are left out; the others are sorted by id.
  Corpus(std::filesystem::path folder, Input input);

  [[nodiscard]] std::string name() const;
  [[nodiscard]] const std::vector<CorpusPage>& pages() const noexcept { return pages_; }
  [[nodiscard]] bool has_gold(const CorpusPage& page) const;
  [[nodiscard]] std::string gold(const CorpusPage& page) const;
  /// Lines of the page's visible text; the labels count in these.
  [[nodiscard]] std::vector<std::string> lines(const CorpusPage& page) const;
  /// Empty where the page has no labels.
  [[nodiscard]] std::vector<LabelledRange> labels(const CorpusPage& page) const;
  /// By page id; empty where the set has none.
  [[nodiscard]] std::vector<std::pair<std::string, Snippets>> snippets() const;

 private:
  std::filesystem::path folder_;
  std::vector<CorpusPage> pages_;
};

/// All bytes; empty when the file cannot be read.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

}  // namespace pith::quality
