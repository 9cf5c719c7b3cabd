// Asks all sources and takes, field by field, the surest word.

#include <algorithm>
#include <cstdlib>

#include "metadata/calendars.hpp"
#include "metadata/source_table.hpp"
#include "text/text.hpp"

namespace pith::metadata {
namespace {

bool is_known(const std::string& value) noexcept {
  return !value.empty();
}
bool is_known(const Date& value) noexcept {
  return value.known();
}
bool is_known(Access value) noexcept {
  return value != Access::unknown;
}
template <typename T>
bool is_known(const std::vector<T>& values) noexcept {
  return !values.empty();
}

/// Says that a field comes from a source, with that source's confidence.
void set_origin(Metadata& merged, MetadataField field, const SourceRow& row) {
  merged.origins[static_cast<std::size_t>(field)] = {row.source, row.confidence(field)};
}

void set_origin(Metadata& merged, MetadataField field, MetadataSource source) {
  for (const SourceRow& row : source_rows()) {
    if (row.source == source) set_origin(merged, field, row);
  }
}

/// Takes a field from the surest source that knows it.
class Merger {
 public:
  Merger(const Answers& answers, Metadata& merged) : answers_(answers), merged_(merged) {}

  template <typename T>
  void take(MetadataField field, T Metadata::*member) {
    take(field, member, [](const T&) { return true; });
  }

  /// Of the values for which is_good(value).
  template <typename T, typename IsGood>
  void take(MetadataField field, T Metadata::*member, IsGood is_good) {
    float highest = 0;
    for (const SourceRow& row : source_rows()) {
      const float rank = row.rank(field);
      const T& value = answers_.of(row.source).*member;
      if (rank <= highest || !is_known(value) || !is_good(value)) continue;
      highest = rank;
      merged_.*member = value;
      set_origin(merged_, field, row);
    }
  }

 private:
  const Answers& answers_;
  Metadata& merged_;
};

/// Names under which the site is known.
std::vector<std::string> site_names(const Answers& answers) {
  std::vector<std::string> names;
  const std::string& published_by = answers.of(MetadataSource::microdata).site_name;
  for (const Metadata& answer : answers) {
    if (!answer.site_name.empty() && answer.site_name != published_by) names.push_back(answer.site_name);
  }
  // People are the publishers of their own pages on a site of another name.
  if (names.empty() && !published_by.empty()) names.push_back(published_by);
  return names;
}

std::string letters_of(std::string_view name) {
  std::string folded;
  text::append_folded(name, folded);
  std::erase(folded, ' ');
  return folded;
}

/// Whether a name is the site's: the same letters, spaces apart; of its domain one word alone, for people own domains.
bool is_name_of_site(std::string_view name, const std::vector<std::string>& sites, std::string_view host) {
  const std::string letters = letters_of(name);
  if (host.starts_with("www.")) host.remove_prefix(4);
  const bool one_word = name.find(' ') == std::string_view::npos;
  if (one_word && (letters == letters_of(host) || letters == letters_of(host.substr(0, host.find('.'))))) return true;
  return std::any_of(sites.begin(), sites.end(), [&](const std::string& site) { return letters_of(site) == letters; });
}

/// The site signs nothing; where a person is named, organizations do not either.
void keep_people(const Input& input, Answers& answers) {
  const std::vector<std::string> sites = site_names(answers);
  const std::string_view host = host_of(input.request.url);
  bool has_person = false;
  for (Metadata& answer : answers) {
    std::erase_if(answer.authors, [&](const std::string& name) { return is_name_of_site(name, sites, host); });
    has_person = has_person || std::any_of(answer.authors.begin(), answer.authors.end(),
                                           [](const std::string& name) { return !is_organization(name); });
  }
  if (!has_person) return;
  for (Metadata& answer : answers) {
    std::erase_if(answer.authors, [](const std::string& name) { return is_organization(name); });
  }
}

/// Han names of persons go before accounts and outlets in Han characters, which no list of words tells.
void keep_han_people(const Input& input, Answers& answers) {
  if (input.dates.is_japanese) return;  // whose surnames are too many to list
  const bool named = std::any_of(answers.begin(), answers.end(), [](const Metadata& answer) {
    return std::any_of(answer.authors.begin(), answer.authors.end(), is_han_name);
  });
  if (!named) return;
  for (Metadata& answer : answers) {
    std::erase_if(answer.authors, [](const std::string& name) {
      return (class_of_first(name) & text::is_cjk) != 0 && !is_han_name(name);
    });
  }
}

/// A byline that names those who are declared, and more: systems often declare only the first author.
void follow_byline(const Answers& answers, Metadata& merged) {
  const Names& announced = answers.of(MetadataSource::byline).authors;
  const bool has_all = std::all_of(merged.authors.begin(), merged.authors.end(), [&](const std::string& one) {
    return std::any_of(announced.begin(), announced.end(),
                       [&](const std::string& name) { return is_same_name(one, name); });
  });
  if (!has_all || announced.size() <= merged.authors.size()) return;
  merged.authors = announced;
  set_origin(merged, MetadataField::authors, MetadataSource::byline);
}

bool is_days_before(const Date& one, const Date& other) noexcept {
  if (!one.known() || !other.known() || one.day == 0 || other.day == 0) return false;
  return days_of(one.year, one.month, one.day) + 1 < days_of(other.year, other.month, other.day);
}

/// Whether a line right below the headline is that day and nothing else.
bool stands_alone(const Input& input, const Date& day) {
  constexpr std::size_t reach = 6;  // blocks
  const std::size_t end = std::min({input.head.title + reach, input.head.text, input.blocks.blocks.size()});
  for (std::size_t i = input.head.title + 1; i < end; ++i) {
    const blocks::TextBlock& block = input.blocks.blocks[i];
    if (is_only_date(input, block) && is_same_day(parse_date(block.text, input.dates), day)) return true;
  }
  return false;
}

/// No reader sees an earlier day than that of publication: what is declared later is when the page was made anew, as
/// when a site moves to another system.
void use_earlier_day(const Input& input, const Answers& answers, Metadata& merged) {
  const Date& labelled = answers.of(MetadataSource::labelled_line).published;
  const Date& byline = answers.of(MetadataSource::byline).published;
  const Date& timed = answers.of(MetadataSource::time_element).published;
  const Date& classed = answers.of(MetadataSource::class_name).published;
  const bool seen_twice = is_same_day(timed, byline) || is_same_day(classed, byline);
  const bool seen_alone = !timed.known() && !classed.known() && !labelled.known();
  if (is_days_before(labelled, merged.published)) {
    merged.published = labelled;
    set_origin(merged, MetadataField::published, MetadataSource::labelled_line);
  } else if (is_days_before(byline, merged.published) && (seen_twice || (seen_alone && stands_alone(input, byline)))) {
    merged.published = byline;
    set_origin(merged, MetadataField::published, MetadataSource::byline);
  }
}

/// "Jane Doe The Valley": elements side by side made one line; the element of the author alone says where the name
/// ends.
void follow_element(const Answers& answers, Metadata& merged) {
  const Names& marked = answers.of(MetadataSource::class_name).authors;
  if (merged.origin(MetadataField::authors).source != MetadataSource::byline) return;
  if (marked.size() != 1 || merged.authors.size() != 1) return;
  const bool is_longer = merged.authors.front().starts_with(marked.front() + ' ');
  if (!is_longer || marked.front().find(' ') == std::string::npos) return;
  merged.authors = marked;
  set_origin(merged, MetadataField::authors, MetadataSource::class_name);
}

/// The day by the publisher's clock, which the page shows, of an instant given by that of Greenwich.
void use_local_day(Date& date, const Date& shown) {
  if (!shown.known() || date.utc_offset_minutes != 0 || date.hour < 0 || shown.day == 0) return;
  const std::int64_t days = days_of(shown.year, shown.month, shown.day) - days_of(date.year, date.month, date.day);
  if (std::abs(days) > 1) return;
  if (shown.hour < 0) {
    if (days != 0) date = shown;
    return;
  }
  constexpr std::int64_t quarter = 15;
  const std::int64_t minutes = days * 1'440 + (shown.hour - date.hour) * 60 + shown.minute - date.minute;
  if (minutes % quarter == 0 && minutes != 0 && std::abs(minutes) <= 14 * 60)
    date = at_offset(date, static_cast<std::int16_t>(minutes));
}

/// The same instant by another clock, which is the publisher's.
void use_local_clock(Date& date, const Date& other) {
  const bool can_differ = date.utc_offset_minutes == 0 && date.hour >= 0 && other.hour >= 0 &&
                          other.utc_offset_minutes != 0 && other.utc_offset_minutes != Date::no_offset;
  if (!can_differ) return;
  const Date local = at_offset(date, other.utc_offset_minutes);
  if (is_same_day(local, other) && local.hour == other.hour && local.minute == other.minute) date = local;
}

void use_local_days(const Answers& answers, Metadata& merged) {
  const Date declared = merged.published;
  use_local_clock(merged.published, answers.of(MetadataSource::time_element).published);
  for (const MetadataSource source :
       {MetadataSource::labelled_line, MetadataSource::class_name, MetadataSource::byline}) {
    const Date before = merged.published;
    use_local_day(merged.published, answers.of(source).published);
    if (merged.published != before) break;
  }
  use_local_day(merged.modified, answers.of(MetadataSource::labelled_line).modified);
  // One clock for both.
  const std::int16_t offset = merged.published.utc_offset_minutes;
  const bool moved = declared.utc_offset_minutes == 0 && offset != 0 && offset != Date::no_offset;
  if (moved && merged.modified.hour >= 0 && merged.modified.utc_offset_minutes == 0)
    merged.modified = at_offset(merged.modified, offset);
}

/// "https://www.example.org/": of the site, not of an article.
bool is_home(std::string_view url) noexcept {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return false;
  const std::size_t slash = url.find('/', scheme + 3);
  return slash == std::string_view::npos || slash + 1 == url.size();
}

/// "&amp;" that is left in an address was encoded twice.
std::string resolved_address(const Input& input, std::string_view reference) {
  constexpr std::string_view encoded = "&amp;";
  reference = text::trim(reference);
  std::string url;
  for (std::size_t at = reference.find(encoded); at != std::string_view::npos; at = reference.find(encoded)) {
    url.append(reference.substr(0, at + 1));
    reference.remove_prefix(at + encoded.size());
  }
  return resolve_url(input.base_url, url.append(reference));
}

void resolve_addresses(const Input& input, Metadata& merged) {
  const auto resolve = [&](std::string& url) {
    if (!url.empty()) url = resolved_address(input, url);
  };
  resolve(merged.canonical_url);
  resolve(merged.image_url);
  const bool is_path = merged.license.starts_with('/') && merged.license.find(' ') == std::string::npos;
  if (is_path) resolve(merged.license);
  for (std::string& url : merged.author_urls) resolve(url);
  // Of an author that is the site itself.
  if (merged.authors.empty()) std::erase_if(merged.author_urls, [](const std::string& url) { return is_home(url); });
  std::sort(merged.author_urls.begin(), merged.author_urls.end());
  merged.author_urls.erase(std::unique(merged.author_urls.begin(), merged.author_urls.end()), merged.author_urls.end());
}

/// The address of the page, or one that is not the site's own.
bool may_be_canonical(const Input& input, std::string_view reference) {
  const std::string url = resolved_address(input, reference);
  const bool is_of_site = is_home(url) && !input.request.url.empty() && !is_home(input.request.url);
  return !is_placeholder(url) && !is_of_site;
}

void take_all(const Input& input, const Answers& answers, Metadata& merged) {
  Merger merger(answers, merged);
  merger.take(MetadataField::title, &Metadata::title);
  merger.take(MetadataField::authors, &Metadata::authors);
  merger.take(MetadataField::author_urls, &Metadata::author_urls);
  merger.take(MetadataField::published, &Metadata::published);
  merger.take(MetadataField::modified, &Metadata::modified);
  merger.take(MetadataField::site_name, &Metadata::site_name);
  merger.take(MetadataField::source, &Metadata::source);
  merger.take(MetadataField::description, &Metadata::description);
  merger.take(MetadataField::image_url, &Metadata::image_url, [](const std::string& url) { return !is_logo(url); });
  merger.take(MetadataField::canonical_url, &Metadata::canonical_url,
              [&](const std::string& url) { return may_be_canonical(input, url); });
  merger.take(MetadataField::keywords, &Metadata::keywords);
  merger.take(MetadataField::section, &Metadata::section);
  merger.take(MetadataField::license, &Metadata::license);
  merger.take(MetadataField::page_type, &Metadata::page_type);
  merger.take(MetadataField::access, &Metadata::access);
  merger.take(MetadataField::alternates, &Metadata::alternates);
  merger.take(MetadataField::hostname, &Metadata::hostname);
}

/// The block below which the article's head stands: what the scorer took for the headline, unless that is no heading
/// and one shows what is declared.
std::int32_t head_block(const page::Page& page, const blocks::BlockList& blocks, std::int32_t title_block) {
  const bool is_sure =
      title_block >= 0 && blocks.blocks[static_cast<std::size_t>(title_block)].kind == BlockKind::heading;
  if (is_sure) return title_block;
  const std::int32_t declared = find_headline(page, blocks);
  return declared >= 0 ? declared : title_block;
}

Input make_input(const page::Page& page, const blocks::BlockList& blocks, const Request& request,
                 const std::string& language) {
  Input input{page, blocks, request, {}, language.substr(0, language.find('-')), {}, {}, {}};
  input.base_url = base_url_of(page, request.url);
  input.dates = date_setting(language_with_country(page, language), request.url, request.fetched_at);
  input.head = find_head(page, blocks, head_block(page, blocks, request.title_block));
  input.marks = find_marks(page, input.head);
  return input;
}

/// Of a page whose other fields nobody wants: titles are made of titles and names of sites.
bool may_change_title(const SourceRow& row) noexcept {
  return row.rank(MetadataField::title) > 0 || row.rank(MetadataField::site_name) > 0;
}

struct PageLanguage {
  std::string declared;
  std::string chosen;  ///< declared or guessed
};

PageLanguage find_language(const page::Page& page, const blocks::BlockList& blocks, const Request& request) {
  PageLanguage language{declared_language(page), {}};
  const bool may_guess = request.guesses || language.declared.empty();
  language.chosen = choose_language(language.declared, may_guess ? guessed_language(blocks) : std::string());
  return language;
}

}  // namespace

Asked ask_sources(const page::Page& page, const blocks::BlockList& blocks, const Request& request) {
  const PageLanguage language = find_language(page, blocks, request);
  Asked asked;
  Metadata& merged = asked.merged;
  merged.language = language.chosen;
  if (!merged.language.empty()) {
    const bool is_declared = merged.language == language.declared;
    merged.origins[static_cast<std::size_t>(MetadataField::language)] = {
        is_declared ? MetadataSource::link : MetadataSource::text, is_declared ? .98F : .95F};
  }
  const Input input = make_input(page, blocks, request, merged.language);
  Answers& answers = asked.answers;
  for (const SourceRow& row : source_rows()) {
    if (row.read != nullptr && (request.guesses || !row.guesses)) row.read(input, answers);
  }
  if (!request.guesses) answers.of(MetadataSource::address).published = {};
  keep_people(input, answers);
  keep_han_people(input, answers);
  take_all(input, answers, merged);
  follow_byline(answers, merged);
  follow_element(answers, merged);
  use_earlier_day(input, answers, merged);
  use_local_days(answers, merged);
  resolve_addresses(input, merged);
  choose_title(input, answers, merged);
  // Some systems fill in the headline for want of a section.
  if (is_same_name(merged.section, merged.title)) {
    merged.section.clear();
    merged.origins[static_cast<std::size_t>(MetadataField::section)] = {};
  }
  if (const std::string_view host = host_of(merged.canonical_url); !host.empty()) merged.hostname = std::string(host);
  return asked;
}

Metadata collect(const page::Page& page, const blocks::BlockList& blocks, const Request& request) {
  return ask_sources(page, blocks, request).merged;
}

std::string find_title(const page::Page& page, const blocks::BlockList& blocks, const Request& request) {
  const Input input = make_input(page, blocks, request, find_language(page, blocks, request).chosen);
  Answers answers;
  for (const SourceRow& row : source_rows()) {
    const bool is_asked = row.read != nullptr && may_change_title(row) && (request.guesses || !row.guesses);
    if (is_asked) row.read(input, answers);
  }
  Metadata merged;
  choose_title(input, answers, merged);
  return merged.title;
}

}  // namespace pith::metadata
