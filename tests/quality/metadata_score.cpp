#include "quality/metadata_score.hpp"

#include <algorithm>
#include <cstdio>
#include <set>
#include <string_view>
#include <vector>

#include "text/text.hpp"

namespace pith::quality {
namespace {

/// Letters and digits alone, in lower case.
std::string letters_of(std::string_view text) {
  std::string folded;
  text::append_folded(text, folded);
  std::erase(folded, ' ');
  return folded;
}

void replace_all(std::string& text, std::string_view what, char with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at))
    text.replace(at, what.size(), 1, with);
}

bool is_cjk(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && (text::class_of(text::next_code_point(text, at)) & text::is_cjk) != 0;
}

/// The names of a corpus' author field: the sets separate them by semicolons, commas, "and" or spaces, and put titles
/// and degrees beside them.
std::set<std::string> names_of(std::string authors) {
  for (const std::string_view separator : {" and ", " & ", ", "}) replace_all(authors, separator, ';');
  if (is_cjk(authors)) std::replace(authors.begin(), authors.end(), ' ', ';');
  std::set<std::string> names;
  for (std::size_t begin = 0; begin <= authors.size();) {
    const std::size_t end = std::min(authors.find(';', begin), authors.size());
    std::string_view name = text::trim(std::string_view(authors).substr(begin, end - begin));
    for (const std::string_view title : {"Dr. ", "Dr ", "and "}) {
      if (name.starts_with(title)) name.remove_prefix(title.size());
    }
    const bool degree = !names.empty() && !is_cjk(name) && name.find(' ') == std::string_view::npos;
    if (!name.empty() && !degree) names.insert(letters_of(name));
    begin = end + 1;
  }
  return names;
}

void count(FieldScore& score, const FieldOrigin& origin, std::size_t given, std::size_t right) {
  score.given += given;
  score.right += right;
  if (given == 0) return;
  FieldScore::OfSource& source = score.sources[name_of(origin.source)];
  source.given += given;
  source.right += right;
}

void add_authors(const CorpusPage& page, const Metadata& metadata, MetadataScores& scores) {
  const std::set<std::string> known = names_of(page.author);
  std::set<std::string> given;
  for (const std::string& name : metadata.authors) given.insert(letters_of(name));
  const auto right = static_cast<std::size_t>(
      std::count_if(given.begin(), given.end(), [&](const std::string& name) { return known.contains(name); }));
  scores.authors.known += known.size();
  count(scores.authors, metadata.origin(MetadataField::authors), given.size(), right);
  const std::string site = letters_of(metadata.site_name);
  const std::string host = letters_of(metadata.hostname);
  scores.author_is_site +=
      static_cast<std::size_t>(std::count_if(known.begin(), known.end(), [&](const std::string& name) {
        return name == site || (!host.empty() && host.find(name) != std::string::npos);
      }));
}

double share(std::size_t part, std::size_t all) {
  return all == 0 ? 0 : static_cast<double>(part) / static_cast<double>(all);
}

void print_field(const char* name, const FieldScore& score) {
  const double precision = share(score.right, score.given);
  const double recall = share(score.right, score.known);
  const double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  std::printf("  %-8s precision %.3f  recall %.3f  F1 %.3f  (%zu right of %zu given, %zu known)\n", name, precision,
              recall, f1, score.right, score.given, score.known);
  for (const auto& [source, of] : score.sources) {
    std::printf("    %-14s %5zu given, %.3f right\n", source.c_str(), of.given, share(of.right, of.given));
  }
}

}  // namespace

void add_metadata(const CorpusPage& page, const Metadata& metadata, MetadataScores& scores) {
  if (!page.title.empty()) {
    ++scores.title.known;
    const bool right = letters_of(page.title) == letters_of(metadata.title);
    count(scores.title, metadata.origin(MetadataField::title), metadata.title.empty() ? 0 : 1, right ? 1 : 0);
  }
  if (page.date.size() >= 10) {
    ++scores.date.known;
    const std::string day = page.date.substr(0, 10);
    const bool right = to_string(metadata.published).substr(0, 10) == day;
    count(scores.date, metadata.origin(MetadataField::published), metadata.published.known() ? 1 : 0, right ? 1 : 0);
    if (metadata.published.known() && !right && to_string(metadata.modified).substr(0, 10) == day)
      ++scores.date_is_modified;
  }
  if (!page.author.empty()) add_authors(page, metadata, scores);
}

void print_metadata(const std::string& corpus, const MetadataScores& scores) {
  std::printf("metadata of %s\n", corpus.c_str());
  print_field("title", scores.title);
  print_field("authors", scores.authors);
  print_field("date", scores.date);
  std::printf(
      "  %zu wrong dates where the corpus holds the day of the last change; %zu authors of the corpus are the site "
      "itself\n",
      scores.date_is_modified, scores.author_is_site);
}

}  // namespace pith::quality
