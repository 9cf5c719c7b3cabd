// <meta>: Open Graph, Twitter cards, Dublin Core, citation, Parse.ly, Sailthru and the plain HTML names, by the rows of
// data/metadata/meta_names.tsv.

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "metadata/name_words.hpp"
#include "metadata/readers.hpp"
#include "metadata/words.hpp"
#include "rules/rule_set.hpp"

namespace pith::metadata {
namespace {

struct MetaName {
  MetadataSource source = MetadataSource::none;
  MetadataField field = MetadataField::title;
  std::size_t row = 0;  ///< earlier rows win
};

using MetaNames = std::unordered_map<std::string_view, MetaName>;

template <typename Enum>
Enum enum_of(std::string_view name, std::size_t count) noexcept {
  for (std::size_t i = 0; i < count; ++i) {
    if (name == name_of(static_cast<Enum>(i))) return static_cast<Enum>(i);
  }
  return static_cast<Enum>(count);
}

MetaNames read_names() {
  MetaNames names;
  for (const rules::EmbeddedFile& file : metadata_files()) {
    if (file.name != "metadata/meta_names.tsv") continue;
    std::string_view bytes = file.bytes;
    for (std::size_t row = 0; !bytes.empty(); ++row) {
      std::string_view line = text::take_until(bytes, '\n');
      if (line.empty() || line.front() == '#') continue;
      const std::string_view name = text::take_until(line, '\t');
      const auto source = enum_of<MetadataSource>(text::take_until(line, '\t'), source_count);
      const std::string_view field = text::take_until(line, '\t');
      names[name] = {
          source, field == "access" ? MetadataField::access : enum_of<MetadataField>(field, metadata_field_count), row};
    }
  }
  return names;
}

const MetaNames& meta_names() {
  static const MetaNames names = read_names();
  return names;
}

/// A tag that says something.
struct Said {
  MetaName name;
  std::string_view content;
};

/// RDFa's property is a list: <meta property="dc:creator article:author">.
void add_said(std::string_view names, std::string_view content, std::vector<Said>& said) {
  const auto add = [&](std::string_view name) {
    const auto row = meta_names().find(name);
    if (row != meta_names().end()) said.push_back({row->second, content});
    return row != meta_names().end();
  };
  if (add(names) || names.find(' ') == std::string_view::npos) return;
  while (!names.empty()) (void)add(text::take_until(names, ' '));
}

/// "harbour.example, Harbour Media": a site and the firm behind it.
bool names_a_site(std::string_view content) {
  const std::string_view first = text::trim(content.substr(0, content.find_first_of(",;|")));
  return is_address(first) && first.find('@') == std::string_view::npos && first.find("//") == std::string_view::npos;
}

void add_authors(Metadata& out, std::string_view content) {
  if (names_a_site(content)) return;
  for (std::string& name : split_names(plain_text(content), NameTrust::declared))
    add_name(out.authors, std::move(name));
  if (content.starts_with("http")) out.author_urls.emplace_back(content);
}

void set_text(Metadata& out, MetadataField field, std::string_view content) {
  switch (field) {
    case MetadataField::title:
      return set_once(out.title, plain_text(content));
    case MetadataField::site_name:
      // Addresses of the site's pages elsewhere are no names.
      if (!content.starts_with("http")) set_once(out.site_name, plain_text(content));
      return;
    case MetadataField::source:
      return set_once(out.source, plain_text(content));
    case MetadataField::description:
      return set_once(out.description, plain_text(content));
    case MetadataField::canonical_url:
      return set_once(out.canonical_url, content);
    case MetadataField::image_url:
      return set_once(out.image_url, content);
    case MetadataField::language:
      return set_once(out.language, content);
    case MetadataField::section:
      return set_once(out.section, plain_text(content));
    case MetadataField::license:
      return set_once(out.license, plain_text(content));
    case MetadataField::page_type:
      return set_once(out.page_type, content);
    case MetadataField::access:
      if (out.access == Access::unknown) out.access = content.starts_with("f") ? Access::restricted : Access::free;
      return;
    case MetadataField::authors:
    case MetadataField::author_urls:
    case MetadataField::published:
    case MetadataField::modified:
    case MetadataField::keywords:
    case MetadataField::alternates:
    case MetadataField::hostname:
      return;
  }
}

void set_field(const Input& input, const Said& said, Metadata& out) {
  switch (said.name.field) {
    case MetadataField::authors:
      return add_authors(out, said.content);
    case MetadataField::published:
      return set_once(out.published, machine_date(said.content, input.dates));
    case MetadataField::modified:
      return set_once(out.modified, machine_date(said.content, input.dates));
    case MetadataField::keywords:
      return add_keywords(out.keywords, plain_text(said.content));
    default:
      return set_text(out, said.name.field, said.content);
  }
}

/// Twitter's free rows: a label in one tag and its value in another.
void read_twitter_rows(const Input& input, Metadata& out) {
  const auto value_of = [&](std::string_view name) {
    const auto tag = std::find_if(input.page.meta.begin(), input.page.meta.end(),
                                  [&](const page::MetaTag& one) { return one.name == name; });
    return tag == input.page.meta.end() ? std::string_view{} : text::trim(tag->content);
  };
  constexpr std::array<std::array<std::string_view, 2>, 2> rows = {
      {{"twitter:label1", "twitter:data1"}, {"twitter:label2", "twitter:data2"}}};
  for (const auto& [label_name, data_name] : rows) {
    const std::string_view label = value_of(label_name);
    if (label.empty()) continue;
    const FoundWord word = words().labels.at(label, 0);
    const bool is_author =
        (word.kind == WordKind::author || word.kind == WordKind::author_prefix) && word.end == label.size();
    if (is_author && out.authors.empty())
      out.authors = split_names(plain_text(value_of(data_name)), NameTrust::declared);
  }
}

/// <meta name="parsely-page" content='{"author": ...}'>.
void read_parsely_page(const Input& input, std::string_view json, Metadata& out) {
  text::JsonTree tree;
  tree.add(json);
  if (tree.nodes.empty()) return;
  const auto text_of = [&](std::string_view key) {
    const std::int32_t node = tree.member(0, key);
    return node < 0 ? std::string() : plain_text(tree.text(static_cast<std::uint32_t>(node)));
  };
  set_once(out.title, text_of("title"));
  set_once(out.published, machine_date(text_of("pub_date"), input.dates));
  set_once(out.canonical_url, text_of("link"));
  set_once(out.image_url, text_of("image_url"));
  set_once(out.section, text_of("section"));
  if (out.authors.empty()) out.authors = split_names(text_of("author"), NameTrust::declared);
}

}  // namespace

void read_meta_tags(const Input& input, Answers& answers) {
  std::vector<Said> said;
  said.reserve(input.page.meta.size());
  for (const page::MetaTag& tag : input.page.meta) {
    const std::string_view content = text::trim(tag.content);
    if (content.empty() || is_placeholder(content)) continue;
    add_said(tag.name, content, said);
    if (tag.name == "parsely-page") read_parsely_page(input, content, answers.of(MetadataSource::parsely));
  }
  std::stable_sort(said.begin(), said.end(), [](const Said& a, const Said& b) { return a.name.row < b.name.row; });
  for (const Said& one : said) set_field(input, one, answers.of(one.name.source));
  read_twitter_rows(input, answers.of(MetadataSource::twitter));
}

}  // namespace pith::metadata
