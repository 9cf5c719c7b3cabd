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

/// A field's values as the scorer compares them.
using Values = std::set<std::string>;
using ValuesOf = Values (*)(const Metadata&);

Values title_of(const Metadata& metadata) {
  return metadata.title.empty() ? Values{} : Values{letters_of(metadata.title)};
}

Values authors_of(const Metadata& metadata) {
  Values values;
  for (const std::string& name : metadata.authors) values.insert(letters_of(name));
  return values;
}

Values day_of(const Metadata& metadata) {
  return metadata.published.known() ? Values{to_string(metadata.published).substr(0, 10)} : Values{};
}

Values language_of(const Metadata& metadata) {
  if (metadata.language.empty()) return {};
  return {metadata.language.substr(0, metadata.language.find('-'))};
}

/// Without scheme, "www.", query and last slash.
std::string bare_address(std::string_view url) {
  url.remove_prefix(std::min(url.size(), url.find("//") == std::string_view::npos ? 0 : url.find("//") + 2));
  if (url.starts_with("www.")) url.remove_prefix(4);
  url = url.substr(0, url.find_first_of("?#"));
  while (!url.empty() && url.back() == '/') url.remove_suffix(1);
  return std::string(url);
}

Values address_of(const Metadata& metadata) {
  return metadata.canonical_url.empty() ? Values{} : Values{bare_address(metadata.canonical_url)};
}

std::size_t count_common(const Values& given, const Values& known) {
  return static_cast<std::size_t>(
      std::count_if(given.begin(), given.end(), [&](const std::string& value) { return known.contains(value); }));
}

std::string joined(const Values& values) {
  std::string all;
  for (const std::string& value : values) all.append(all.empty() ? "" : "; ").append(value);
  return all;
}

/// What the sources said, one after the other.
std::string words_of(const metadata::Answers& answers, ValuesOf values_of) {
  std::string all;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const Values values = values_of(answers[i]);
    if (values.empty()) continue;
    all.append(all.empty() ? "" : " | ").append(name_of(static_cast<MetadataSource>(i))).append("=");
    all.append(joined(values));
  }
  return all;
}

/// A field of one page, and what the corpus knows of it.
struct Compared {
  const CorpusPage& page;
  const metadata::Asked& asked;
  MetadataField field;
  ValuesOf values_of;
  Values known;
};

void count_sources(const Compared& compared, FieldScore& score) {
  for (std::size_t i = 0; i < compared.asked.answers.size(); ++i) {
    const Values values = compared.values_of(compared.asked.answers[i]);
    if (values.empty()) continue;
    SourceScore& source = score.sources[static_cast<MetadataSource>(i)];
    source.given += values.size();
    source.right += count_common(values, compared.known);
  }
}

/// Compares what was given with what is known. True when it is all of it and nothing else.
bool count(const Compared& compared, FieldScore& score) {
  const Values given = compared.values_of(compared.asked.merged);
  const std::size_t right = count_common(given, compared.known);
  const FieldOrigin& origin = compared.asked.merged.origin(compared.field);
  score.known += compared.known.size();
  score.given += given.size();
  score.right += right;
  if (!given.empty()) {
    SourceScore& source = score.sources[origin.source];
    source.taken += given.size();
    source.taken_right += right;
  }
  if (right == compared.known.size() && right == given.size()) return true;
  score.wrong.push_back({compared.page.id, joined(compared.known), joined(given), name_of(origin.source),
                         words_of(compared.asked.answers, compared.values_of)});
  return false;
}

void add_authors(const CorpusPage& page, const metadata::Asked& asked, MetadataScores& scores) {
  const Metadata& metadata = asked.merged;
  const Compared compared{page, asked, MetadataField::authors, authors_of, names_of(page.author)};
  count(compared, scores.authors);
  count_sources(compared, scores.authors);
  const std::string site = letters_of(metadata.site_name);
  const std::string host = letters_of(metadata.hostname);
  scores.author_is_site += static_cast<std::size_t>(
      std::count_if(compared.known.begin(), compared.known.end(), [&](const std::string& name) {
        return name == site || (!host.empty() && host.find(name) != std::string::npos);
      }));
}

/// Sources are not measured where the corpus holds the day that the page calls its last change.
void add_date(const CorpusPage& page, const metadata::Asked& asked, MetadataScores& scores) {
  const std::string day = page.date.substr(0, 10);
  const Metadata& metadata = asked.merged;
  const Compared compared{page, asked, MetadataField::published, day_of, {day}};
  const bool right = count(compared, scores.date);
  if (right || to_string(metadata.modified).substr(0, 10) != day) return count_sources(compared, scores.date);
  ++(metadata.published.known() ? scores.date_is_modified : scores.only_modified);
}

void add_single(const Compared& compared, FieldScore& score) {
  count(compared, score);
  count_sources(compared, score);
}

double share(std::size_t part, std::size_t all) {
  return all == 0 ? 0 : static_cast<double>(part) / static_cast<double>(all);
}

void print_field(const char* name, const FieldScore& score, std::size_t most_wrong) {
  const double precision = share(score.right, score.given);
  const double recall = share(score.right, score.known);
  const double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  std::printf("  %-8s precision %.3f  recall %.3f  F1 %.3f  (%zu right of %zu given, %zu known)\n", name, precision,
              recall, f1, score.right, score.given, score.known);
  for (const auto& [source, of] : score.sources) {
    std::printf("    %-14s %5zu said, %.3f right; %5zu taken, %.3f right\n", name_of(source), of.given,
                share(of.right, of.given), of.taken, share(of.taken_right, of.taken));
  }
  for (std::size_t i = 0; i < score.wrong.size() && i < most_wrong; ++i) {
    const WrongValue& wrong = score.wrong[i];
    std::printf("    %s: %s is [%s], given [%s] by %s (%s)\n", wrong.page.c_str(), name, wrong.known.c_str(),
                wrong.given.c_str(), wrong.source.c_str(), wrong.others.c_str());
  }
}

void add_field(const FieldScore& of_set, FieldScore& all) {
  all.given += of_set.given;
  all.known += of_set.known;
  all.right += of_set.right;
  for (const auto& [source, of] : of_set.sources) {
    SourceScore& sum = all.sources[source];
    sum.given += of.given;
    sum.right += of.right;
    sum.taken += of.taken;
    sum.taken_right += of.taken_right;
  }
}

/// The share of right values, drawn to that of the whole field as if ten values more had been seen: a source that was
/// met three times says little of itself.
double shrunk(const SourceScore& of, double share_of_field) {
  constexpr double seen_before = 10;
  return (static_cast<double>(of.right) + seen_before * share_of_field) / (static_cast<double>(of.given) + seen_before);
}

void print_confidences_of(const char* name, const FieldScore& score) {
  std::size_t given = 0;
  std::size_t right = 0;
  for (const auto& [source, of] : score.sources) {
    given += of.given;
    right += of.right;
  }
  std::printf("%s: %.3f of all values of all sources are right\n", name, share(right, given));
  for (const auto& [source, of] : score.sources) {
    std::printf("  %-14s %5zu said, %5zu right, confidence %.3f\n", name_of(source), of.given, of.right,
                shrunk(of, share(right, given)));
  }
}

}  // namespace

void add_metadata(const CorpusPage& page, const metadata::Asked& asked, MetadataScores& scores) {
  if (!page.title.empty())
    add_single({page, asked, MetadataField::title, title_of, {letters_of(page.title)}}, scores.title);
  if (page.date.size() >= 10) add_date(page, asked, scores);
  if (!page.author.empty()) add_authors(page, asked, scores);
  if (page.language.size() > 1)
    count({page, asked, MetadataField::language, language_of, {page.language}}, scores.language);
  if (!page.url.empty())
    add_single({page, asked, MetadataField::canonical_url, address_of, {bare_address(page.url)}}, scores.address);
}

void add_scores(const MetadataScores& of_set, MetadataScores& all) {
  add_field(of_set.title, all.title);
  add_field(of_set.authors, all.authors);
  add_field(of_set.date, all.date);
  add_field(of_set.address, all.address);
  add_field(of_set.language, all.language);
}

void print_metadata(const std::string& name, const MetadataScores& scores, std::size_t most_wrong) {
  std::printf("metadata of %s\n", name.c_str());
  print_field("title", scores.title, most_wrong);
  print_field("authors", scores.authors, most_wrong);
  print_field("date", scores.date, most_wrong);
  print_field("address", scores.address, most_wrong);
  if (scores.language.known > 0) print_field("language", scores.language, most_wrong);
  const std::size_t of_change = scores.date_is_modified;
  std::printf(
      "  where the corpus holds the day of the last change: %zu wrong dates, %zu not given; without these, precision "
      "of "
      "dates %.3f\n",
      of_change, scores.only_modified, share(scores.date.right, scores.date.given - of_change));
  std::printf("  %zu authors of the corpus are the site itself\n", scores.author_is_site);
}

void print_confidences(const MetadataScores& scores) {
  print_confidences_of("title", scores.title);
  print_confidences_of("authors", scores.authors);
  print_confidences_of("date", scores.date);
  print_confidences_of("address", scores.address);
  std::printf("language: %zu right of %zu given, %zu known, of all sets\n", scores.language.right,
              scores.language.given, scores.language.known);
}

}  // namespace pith::quality
