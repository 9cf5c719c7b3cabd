#include "quality/lexicon_score.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "text/ascii.hpp"
#include "text/text.hpp"

namespace pith::quality {
namespace {

constexpr std::string_view patterns_language = "patterns";
/// A prefix names its line only when the line is not much longer: the rule of measure::phrase_category().
constexpr float least_share = 0.2F;

std::string folded(std::string_view line) {
  std::string out;
  text::append_folded(line, out);
  return out;
}

std::string without_numbers(std::string_view folded_line) {
  std::string out;
  for (const char c : folded_line) {
    const bool is_digit = text::is_ascii_digit(c);
    if (!is_digit || out.empty() || out.back() != '#') out += is_digit ? '#' : c;
  }
  return out;
}

std::vector<std::string> split_lines(const std::string& bytes) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    lines.push_back(bytes.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// The article of a page, asked line by line.
class Gold {
 public:
  explicit Gold(const std::string& text) : whole_(" " + folded(text) + " ") {
    for (const std::string& line : split_lines(text)) ++lines_[folded(line)];
  }
  /// Short lines must be lines of the article, each as often as it has them: the words of a menu are in every text.
  bool has(const std::string& line) {
    constexpr std::size_t short_line = 20;  // bytes
    const auto found = lines_.find(line);
    if (found != lines_.end() && found->second > 0) return --found->second, true;
    return line.size() >= short_line && whole_.find(line) != std::string::npos;
  }

 private:
  std::map<std::string, int> lines_;
  std::string whole_;
};

void add(Reach& reach, bool is_kept, double bytes) {
  (is_kept ? reach.kept_lines : reach.lines) += 1;
  (is_kept ? reach.kept_bytes : reach.bytes) += bytes;
}

void raise(std::map<std::string, double>& most, const std::string& name, double bytes) {
  most[name] = std::max(most[name], bytes);
}

void add_each(const std::map<std::string, double>& bytes_of, bool is_kept, std::map<std::string, Reach>& reaches) {
  for (const auto& [name, bytes] : bytes_of) add(reaches[name], is_kept, bytes);
}

void must(const Result<bool>& done, const std::filesystem::path& path) {
  if (done) return;
  std::fprintf(stderr, "%s:%u: %s\n", path.c_str(), done.error().line, done.error().message.c_str());
  std::exit(2);
}

}  // namespace

double Reach::precision() const noexcept {
  const double found = bytes + kept_bytes;
  return found > 0 ? bytes / found : 1;
}

LexiconScore::LexiconScore(const std::filesystem::path& data) {
  std::vector<testing::LexiconRow> rows;
  for (const auto& path : testing::phrase_files(data)) {
    must(rules::add_rows(read_file(path), set_), path);
    testing::read_lexicon_file(path, rows);
  }
  const std::filesystem::path patterns = data / "line_patterns.tsv";
  must(rules::add_rows(read_file(patterns), set_), patterns);
  rules::build_indexes(set_);
  testing::read_lexicon_file(patterns, rows);
  for (testing::LexiconRow& row : rows) {
    if (row.language == "line_patterns") {
      row.language = patterns_language;
      std::swap(row.category, row.kind);
      // Which category does not matter: each row is asked alone.
      rules::LinePatterns& pattern = patterns_.emplace_back();
      (void)pattern.add(row.kind, Category::other, rules::forms_of(row.text, true));
      pattern.build_index();
    }
    rows_.push_back({std::move(row), {}, {}});
  }
}

std::vector<std::string> LexiconScore::wrong_examples() const {
  std::vector<std::string> wrong;
  std::vector<rules::RowMatch> found;
  std::string scratch;
  const auto finds = [&](std::size_t i, const std::string& line) {
    if (i >= set_.phrases.size()) {
      const auto& one = patterns_[i - set_.phrases.size()];
      return one.find(rules::use_of(rows_[i].row.kind).value(), folded(line), scratch) != Category::content;
    }
    rules::find_rows(set_, line, scratch, found);
    return std::any_of(found.begin(), found.end(), [&](const rules::RowMatch& match) {
      return match.phrase == i && testing::is_as_kind_says(set_.phrases[i].kind, match.match);
    });
  };
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const testing::LexiconRow& row = rows_[i].row;
    const std::string name = row.language + "\t" + row.category + "\t" + row.text + "\t";
    if (!finds(i, row.example)) wrong.push_back("not found\t" + name + row.example);
    if (row.counter_example != "-" && finds(i, row.counter_example)) {
      wrong.push_back("found\t" + name + row.counter_example);
    }
  }
  return wrong;
}

void LexiconScore::add_page(const Corpus& corpus, const CorpusPage& page) {
  ++pages_;
  Gold gold(corpus.gold(page));
  for (const std::string& line : corpus.lines(page)) {
    folded_ = folded(line);
    if (!folded_.empty()) add_line(line, gold.has(folded_));
  }
}

void LexiconScore::add_line(const std::string& line, bool is_kept) {
  boilerplate_lines_ += is_kept ? 0 : 1;
  std::vector<rules::RowMatch> found;
  rules::find_rows(set_, line, scratch_, found);
  std::map<std::uint32_t, rules::RowMatch> best_of;  // by row
  for (const rules::RowMatch& match : found) {
    const rules::MatchKind kind = set_.phrases[match.phrase].kind;
    const bool names = testing::is_as_kind_says(kind, match.match) && match.share >= least_share;
    if (names && best_of[match.phrase].share < match.share) best_of[match.phrase] = match;
  }
  std::map<std::string, double> languages, categories, kinds, evidence_languages, evidence_categories;
  double most = 0;
  double most_evidence = 0;
  for (const auto& [phrase, match] : best_of) {
    const double bytes = static_cast<double>(match.share) * static_cast<double>(line.size());
    ScoredRow& row = rows_[phrase];
    add(row.reach, is_kept, bytes);
    add(row.by_words[words_of(match.form)], is_kept, bytes);
    raise(languages, row.row.language, bytes);
    raise(categories, row.row.category, bytes);
    raise(kinds, row.row.kind, bytes);
    most = std::max(most, bytes);
    if (set_.phrases[phrase].kind == rules::MatchKind::alone) continue;
    raise(evidence_languages, row.row.language, bytes);
    raise(evidence_categories, row.row.category, bytes);
    most_evidence = std::max(most_evidence, bytes);
  }
  add_each(languages, is_kept, by_language_);
  add_each(categories, is_kept, by_category_);
  add_each(kinds, is_kept, by_kind_);
  add_each(evidence_languages, is_kept, language_evidence_);
  add_each(evidence_categories, is_kept, category_evidence_);
  if (most > 0) add(all_, is_kept, most);
  if (most_evidence > 0) add(evidence_, is_kept, most_evidence);
  if (most == 0) add_unnamed(is_kept);
  add_patterns(is_kept, line.size());
}

std::string LexiconScore::words_of(std::uint32_t form) const {
  const rules::PhraseForm& found = set_.forms[form];
  return set_.folded_text.substr(found.first_byte, found.word_bytes);
}

void LexiconScore::add_patterns(bool is_kept, std::size_t bytes) {
  for (const rules::PatternUse use : {rules::PatternUse::everyday, rules::PatternUse::notice,
                                      rules::PatternUse::removed, rules::PatternUse::blocked}) {
    if (set_.line_patterns.find(use, folded_, scratch_) == Category::content) continue;
    for (std::size_t i = 0; i < patterns_.size(); ++i) {
      if (patterns_[i].find(use, folded_, scratch_) == Category::content) continue;
      add(rows_[set_.phrases.size() + i].reach, is_kept, static_cast<double>(bytes));
    }
  }
}

void LexiconScore::add_unnamed(bool is_kept) {
  constexpr std::size_t longest = 90;  // bytes: longer lines hardly repeat
  if (folded_.size() > longest) return;
  Unnamed& line = unnamed_[without_numbers(folded_)];
  if (is_kept) ++line.kept_lines;
  if (is_kept) return;
  ++line.lines;
  if (line.last_page != pages_) ++line.pages;
  line.last_page = pages_;
}

}  // namespace pith::quality
