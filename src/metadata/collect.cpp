// Asks all sources and takes, field by field, the surest word.

#include <algorithm>

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
  const std::string* const publishers[] = {&answers.of(MetadataSource::microdata).site_name,
                                           &answers.of(MetadataSource::dublin_core).site_name};
  const auto is_publisher = [&](const std::string& name) { return name == *publishers[0] || name == *publishers[1]; };
  for (const Metadata& answer : answers) {
    if (!answer.site_name.empty() && !is_publisher(answer.site_name)) names.push_back(answer.site_name);
  }
  if (!names.empty()) return names;
  // People are the publishers of their own pages on a site of another name.
  for (const std::string* const publisher : publishers) {
    if (!publisher->empty()) names.push_back(*publisher);
  }
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

/// "Jane" of "Jane Doe".
bool is_first_name_of(std::string_view one, std::string_view name) {
  return one.find(' ') == std::string_view::npos && name.size() > one.size() + 1 && name[one.size()] == ' ' &&
         is_same_name(one, name.substr(0, one.size()));
}

/// Whether another source has all of these names.
bool is_repeated(const Answers& answers, const Names& names, MetadataSource by) {
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (i == static_cast<std::size_t>(by)) continue;
    const Names& others = answers[i].authors;
    const bool has_all = std::all_of(names.begin(), names.end(), [&](const std::string& name) {
      return std::any_of(others.begin(), others.end(), [&](const std::string& one) { return is_same_name(one, name); });
    });
    if (has_all) return true;
  }
  return false;
}

/// What JSON-LD or one <meta> alone says gives way to a byline that another source repeats: systems put in there who
/// published it.
void follow_repeated(const Answers& answers, Metadata& merged) {
  const Names& shown = answers.of(MetadataSource::byline).authors;
  const MetadataSource source = merged.origin(MetadataField::authors).source;
  if ((source != MetadataSource::json_ld && source != MetadataSource::html_meta) || shown.empty()) return;
  const bool shares_name = std::any_of(shown.begin(), shown.end(), [&](const std::string& name) {
    return std::any_of(merged.authors.begin(), merged.authors.end(),
                       [&](const std::string& one) { return is_same_name(one, name); });
  });
  if (shares_name || is_repeated(answers, merged.authors, source)) return;
  if (!is_repeated(answers, shown, MetadataSource::byline)) return;
  merged.authors = shown;
  set_origin(merged, MetadataField::authors, MetadataSource::byline);
}

/// A byline that names those who are declared, and more: systems often declare only the first author.
void follow_byline(const Answers& answers, Metadata& merged) {
  const Names& announced = answers.of(MetadataSource::byline).authors;
  const bool has_all = std::all_of(merged.authors.begin(), merged.authors.end(), [&](const std::string& one) {
    return std::any_of(announced.begin(), announced.end(),
                       [&](const std::string& name) { return is_same_name(one, name) || is_first_name_of(one, name); });
  });
  const bool is_fuller = merged.authors.size() == 1 && announced.size() == 1 &&
                         is_first_name_of(merged.authors.front(), announced.front());
  if (!has_all || (announced.size() <= merged.authors.size() && !is_fuller)) return;
  merged.authors = announced;
  set_origin(merged, MetadataField::authors, MetadataSource::byline);
}

/// "Jane Doe The Valley": elements side by side made one line; the element of the author alone says where the name
/// ends.
void follow_element(const Answers& answers, Metadata& merged) {
  const Names& marked = answers.of(MetadataSource::class_name).authors;
  if (merged.origin(MetadataField::authors).source != MetadataSource::byline) return;
  if (marked.size() != 1 || merged.authors.size() != 1) return;
  const auto spaces = [](const std::string& name) { return std::count(name.begin(), name.end(), ' '); };
  const std::string& name = marked.front();
  const std::string& line = merged.authors.front();
  if (spaces(name) == 0 || spaces(line) <= spaces(name) || !line.starts_with(name)) return;
  merged.authors = marked;
  set_origin(merged, MetadataField::authors, MetadataSource::class_name);
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
  if (request.guesses) {
    read_dateline(input, answers);
  } else {
    answers.of(MetadataSource::address).published = {};
  }
  keep_people(input, answers);
  keep_han_people(input, answers);
  take_all(input, answers, merged);
  follow_repeated(answers, merged);
  follow_byline(answers, merged);
  follow_element(answers, merged);
  settle_published(input, answers, merged);
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
  const Input input = make_input(page, blocks, request, {});  // the language is for dates and names
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
