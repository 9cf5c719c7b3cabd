// schema.org in JSON-LD: the article among all things that a page describes.

#include <algorithm>
#include <cstdint>
#include <initializer_list>

#include "metadata/readers.hpp"
#include "text/ascii.hpp"
#include "text/word_lists.hpp"

namespace pith::metadata {
namespace {

using text::JsonKind;
using text::JsonNode;

constexpr std::int32_t none = -1;

/// "Article" of "http://schema.org/Article" and "schema:Article".
std::string_view bare(std::string_view type) noexcept {
  return type.substr(std::min(type.find_last_of("/:#") + 1, type.size()));
}

/// Whether a description of this type speaks of the page's text, and how surely: the greater the surer.
int rank_of_type(std::string_view type) noexcept {
  if (type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report" || type == "Review") return 3;
  if (type == "CreativeWork" || type == "Blog") return 1;
  return text::words_of(text::WordList::described_type).has(type) ? 2 : 0;
}

/// Members whose objects are things of their own: comments, other pages.
bool leads_elsewhere(std::string_view key) noexcept {
  return text::words_of(text::WordList::other_thing).has(key);
}

class Reader {
 public:
  explicit Reader(const Input& input) : input_(input), tree_(input.page.json_ld) {
    text::append_folded(input.page.title, title_);
    const std::string_view declared = input.page.canonical_url;
    own_paths_[0] = path_of(resolve_url(input.base_url, declared.empty() ? input.request.url : declared));
    own_paths_[1] = path_of(resolve_url(input.base_url, input.request.url));
    find_names();
  }

  void read(Metadata& out) {
    find_descriptions();
    const std::int32_t article = choose();
    if (article != none) read_article(static_cast<std::uint32_t>(article), out);
    for (const Description& other : descriptions_) {
      // The page's own description completes the article's; other articles' do not.
      if (static_cast<std::int32_t>(other.node) != article && other.rank == 2) read_article(other.node, out);
    }
    read_site(out);
    if (out.authors.empty()) out.authors = organizations_;
  }

 private:
  struct Description {
    std::uint32_t node = 0;
    int rank = 0;
    int likeness = 0;       ///< that it is the page's own: 3 by address, 2 by headline
    bool is_other = false;  ///< it has another page's address
  };

  [[nodiscard]] std::string text_of(std::int32_t node) const {
    return node == none ? std::string() : plain_text(tree_.text(static_cast<std::uint32_t>(node)));
  }

  /// The first of the members that the object has.
  [[nodiscard]] std::int32_t member_of(std::uint32_t object, std::initializer_list<std::string_view> keys) const {
    for (const std::string_view key : keys) {
      if (const std::int32_t member = tree_.member(object, key); member != none) return member;
    }
    return none;
  }

  /// The first string of a value: itself, of an array the first, of an object its name or address.
  [[nodiscard]] std::string text_in(std::int32_t node, std::string_view of_object) const {
    for (int steps = 0; node != none && steps < 4; ++steps) {
      const JsonNode& value = tree_.nodes[static_cast<std::uint32_t>(node)];
      if (value.kind == JsonKind::string || value.kind == JsonKind::literal) return text_of(node);
      if (value.kind == JsonKind::object) {
        node = member_of(static_cast<std::uint32_t>(node), {of_object, "@value", "@list"});
      } else {
        node = first_of(node);
      }
    }
    return {};
  }

  [[nodiscard]] std::string member_text(std::uint32_t object, std::string_view key,
                                        std::string_view of_object = "name") const {
    return text_in(tree_.member(object, key), of_object);
  }

  /// Of an object's types the one that says most.
  [[nodiscard]] std::string_view type_of(std::uint32_t object) const noexcept {
    const std::int32_t type = tree_.member(object, "@type");
    if (type == none) return {};
    const auto at = static_cast<std::uint32_t>(type);
    std::string_view best = bare(tree_.nodes[at].raw);
    for (std::uint32_t i = at + 1; i < tree_.nodes[at].end; ++i) {
      const std::string_view other = bare(tree_.nodes[i].raw);
      if (best.empty() || rank_of_type(other) > rank_of_type(best)) best = other;
    }
    return best;
  }

  void find_descriptions() {
    for (std::uint32_t i = 0; i < tree_.nodes.size(); ++i) {
      const JsonNode& node = tree_.nodes[i];
      if (node.kind != JsonKind::object) continue;
      if (leads_elsewhere(node.key) || is_in_array_of_others(i)) {
        i = node.end - 1;
        continue;
      }
      const std::string_view type = type_of(i);
      // Some pages leave the type out.
      const bool untyped = type.empty() && member_of(i, {"headline", "datePublished", "pubDate"}) != none;
      // Those of an FAQ are of nobody and no day.
      const bool asked = type == "Question" && member_of(i, {"author", "dateCreated", "datePublished"}) != none;
      const int rank = untyped ? 1 : asked ? rank_of_type("QAPage") : rank_of_type(type);
      if (rank == 0) continue;
      const Description found = describe(i, rank);
      // Videos stand in pages about something else.
      if (type != "VideoObject" || found.likeness > 0) descriptions_.push_back(found);
    }
  }

  [[nodiscard]] bool is_in_array_of_others(std::uint32_t node) const noexcept {
    const std::int32_t parent = tree_.nodes[node].parent;
    return parent != none && leads_elsewhere(tree_.nodes[static_cast<std::uint32_t>(parent)].key);
  }

  [[nodiscard]] Description describe(std::uint32_t node, int rank) const {
    Description found{node, rank, 0, false};
    std::string address = member_text(node, "url", "@id");
    if (address.empty()) address = member_text(node, "mainEntityOfPage", "@id");
    const bool has_own = !input_.page.canonical_url.empty() || !input_.request.url.empty();
    if (!address.empty() && has_own) {
      const std::string path = path_of(resolve_url(input_.base_url, address));
      const bool same = path == own_paths_[0] || path == own_paths_[1];
      if (same) found.likeness = 3;
      found.is_other = !same;
    }
    const std::string headline = text_in(member_of(node, {"headline", "name"}), "name");
    if (!headline.empty() && shows(headline)) found.likeness = std::max(found.likeness, 2);
    return found;
  }

  /// What follows the host, without query, fragment and last slash.
  static std::string path_of(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme != std::string_view::npos) url.remove_prefix(std::min(url.find('/', scheme + 3), url.size()));
    url = url.substr(0, url.find_first_of("?#"));
    while (!url.empty() && url.back() == '/') url.remove_suffix(1);
    return std::string(url);
  }

  [[nodiscard]] bool is_title(const std::string& name) const {
    std::string folded;
    text::append_folded(name, folded);
    return folded == title_;
  }

  /// Whether the page's title has the headline.
  [[nodiscard]] bool shows(std::string_view headline) const {
    std::string wanted;
    text::append_folded(headline, wanted);
    return !wanted.empty() && title_.find(wanted.substr(0, 60)) != std::string::npos;
  }

  /// The greater the surer that it describes the page's own text. Another address counts for more than a better type.
  static int weight_of(const Description& one) noexcept {
    return 4 * one.rank + one.likeness - (one.is_other && one.likeness == 0 ? 6 : 0);
  }

  /// The description of this page: of articles the one that has its address or headline.
  [[nodiscard]] std::int32_t choose() const noexcept {
    const Description* best = nullptr;
    std::size_t articles = 0;
    for (const Description& one : descriptions_) {
      articles += one.rank == 3;
      if (best == nullptr || weight_of(one) > weight_of(*best)) best = &one;
    }
    if (best == nullptr) return none;
    // Of many articles none may be this one: they are a list.
    if (articles > 1 && best->rank == 3 && best->likeness == 0) return none;
    return static_cast<std::int32_t>(best->node);
  }

  void read_article(std::uint32_t node, Metadata& out) {
    set_once(out.title, member_text(node, "headline"));
    set_date(out.published, node, "datePublished");
    set_date(out.published, node, "dateCreated");
    set_date(out.published, node, "uploadDate");
    set_date(out.published, node, "pubDate");
    set_date(out.modified, node, "dateModified");
    set_date(out.modified, node, "upDate");
    set_once(out.description, member_text(node, "description"));
    set_once(out.image_url, image_of(node));
    set_once(out.language, member_text(node, "inLanguage", "alternateName"));
    set_once(out.section, member_text(node, "articleSection"));
    set_once(out.license, member_text(node, "license", "@id"));
    set_once(out.license, member_text(node, "license", "url"));
    set_once(out.page_type, type_of(node));
    set_once(out.canonical_url, address_of(node));
    set_access(out, member_text(node, "isAccessibleForFree"));
    if (out.keywords.empty()) read_keywords(node, out.keywords);
    if (out.authors.empty()) read_authors(node, out);
    set_once(out.site_name, publisher_of(node));
  }

  void set_date(Date& field, std::uint32_t node, std::string_view key) const {
    if (field.known()) return;
    const std::string text = member_text(node, key, "@value");
    if (!text.empty()) field = machine_date(text, input_.dates);
  }

  static void set_access(Metadata& out, const std::string& value) {
    if (value.empty() || out.access != Access::unknown) return;
    const char first = text::to_lower_ascii(value.front());
    if (first == 't') out.access = Access::free;
    if (first == 'f') out.access = Access::restricted;
  }

  [[nodiscard]] std::string address_of(std::uint32_t node) const {
    std::string address = member_text(node, "url", "@id");
    if (address.empty()) address = member_text(node, "mainEntityOfPage", "@id");
    return address.starts_with("http") ? address : std::string();
  }

  [[nodiscard]] std::string image_of(std::uint32_t node) const {
    for (const std::string_view key : {"image", "primaryImageOfPage", "thumbnailUrl"}) {
      std::int32_t image = tree_.member(node, key);
      image = resolved(first_of(list_in(image)));
      if (image == none) continue;
      std::string url = text_in(image, "url");
      if (url.empty()) url = text_in(image, "contentUrl");
      if (url.find('/') != std::string::npos || url.find('.') != std::string::npos) return url;
    }
    return {};
  }

  /// "{"@list": [...]}": the list.
  [[nodiscard]] std::int32_t list_in(std::int32_t node) const noexcept {
    const std::int32_t list = node == none ? none : tree_.member(static_cast<std::uint32_t>(node), "@list");
    return list == none ? node : list;
  }

  /// Of an array its first value.
  [[nodiscard]] std::int32_t first_of(std::int32_t node) const noexcept {
    if (node == none || tree_.nodes[static_cast<std::uint32_t>(node)].kind != JsonKind::array) return node;
    const auto first = static_cast<std::uint32_t>(node) + 1;
    return first < tree_.nodes[static_cast<std::uint32_t>(node)].end ? static_cast<std::int32_t>(first) : none;
  }

  /// What an object that has nothing but its "@id" refers to.
  [[nodiscard]] std::int32_t resolved(std::int32_t node) const noexcept {
    if (node == none) return none;
    const auto object = static_cast<std::uint32_t>(node);
    const std::int32_t id = tree_.member(object, "@id");
    if (id == none || tree_.member(object, "name") != none || tree_.member(object, "url") != none) return node;
    const std::string_view wanted = tree_.nodes[static_cast<std::uint32_t>(id)].raw;
    auto name = std::lower_bound(names_.begin(), names_.end(), Name{wanted, 0});
    for (; name != names_.end() && name->id == wanted; ++name) {
      if (tree_.nodes[name->node].parent != node) return tree_.nodes[name->node].parent;
    }
    return node;
  }

  /// The "@id" of every object that has something besides: what references lead to.
  void find_names() {
    for (std::uint32_t i = 0; i < tree_.nodes.size(); ++i) {
      const JsonNode& node = tree_.nodes[i];
      if (node.key != "@id" || node.parent == none) continue;
      const auto owner = static_cast<std::uint32_t>(node.parent);
      if (tree_.nodes[owner].end - owner > 2) names_.push_back({node.raw, i});
    }
    std::sort(names_.begin(), names_.end());
  }

  /// Calls use(value) for the member, for each value of it where it is an array, and not where there is none.
  template <typename Use>
  void for_each_value(std::uint32_t node, std::string_view key, Use use) const {
    const std::int32_t member = tree_.member(node, key);
    if (member == none) return;
    const auto at = static_cast<std::uint32_t>(member);
    if (tree_.nodes[at].kind != JsonKind::array) return use(member);
    for (std::uint32_t i = at + 1; i < tree_.nodes[at].end; i = tree_.nodes[i].end) use(static_cast<std::int32_t>(i));
  }

  void read_keywords(std::uint32_t node, std::vector<std::string>& out) const {
    for (const std::string_view key : {"keywords", "about"}) {
      if (!out.empty()) return;
      for_each_value(node, key, [&](std::int32_t value) { add_keywords(out, text_in(value, "name")); });
    }
  }

  void read_authors(std::uint32_t node, Metadata& out) {
    for (const std::string_view key : {"author", "creator"}) {
      const std::int32_t member = list_in(tree_.member(node, key));
      if (member == none || !out.authors.empty()) continue;
      const auto at = static_cast<std::uint32_t>(member);
      if (tree_.nodes[at].kind != JsonKind::array) {
        read_author(member, out);
        continue;
      }
      // Arrays within are looked into.
      for (std::uint32_t i = at + 1; i < tree_.nodes[at].end;) {
        const bool is_array = tree_.nodes[i].kind == JsonKind::array;
        if (!is_array) read_author(static_cast<std::int32_t>(i), out);
        i = is_array ? i + 1 : tree_.nodes[i].end;
      }
    }
  }

  void read_author(std::int32_t node, Metadata& out) {
    node = resolved(node);
    const auto at = static_cast<std::uint32_t>(node);
    if (tree_.nodes[at].kind != JsonKind::object) return add_names(text_of(node), out.authors);
    const bool is_organization = type_of(at).ends_with("Organization") || type_of(at) == "Corporation";
    Names& names = is_organization ? organizations_ : out.authors;
    const std::int32_t name = tree_.member(at, "name");
    if (name != none && tree_.nodes[static_cast<std::uint32_t>(name)].kind == JsonKind::array) {
      const auto list = static_cast<std::uint32_t>(name);
      for (std::uint32_t i = list + 1; i < tree_.nodes[list].end; i = tree_.nodes[i].end) {
        add_names(text_of(static_cast<std::int32_t>(i)), names);
      }
    } else {
      add_names(name == none ? name_in_parts(at) : text_in(name, "name"), names);
    }
    const std::string url = member_text(at, "url", "@id");
    constexpr std::size_t most_urls = 200;  // as names
    const bool is_address = url.starts_with("http") || url.starts_with("/");
    if (is_address && out.author_urls.size() < most_urls) out.author_urls.push_back(url);
  }

  /// Of a person without "name": "Jane", "R." and "Doe" one by one, or another name.
  [[nodiscard]] std::string name_in_parts(std::uint32_t person) const {
    std::string all;
    for (const std::string_view key : {"givenName", "additionalName", "familyName"}) {
      const std::string part = member_text(person, key);
      if (!part.empty()) all.append(all.empty() ? "" : " ").append(part);
    }
    return all.empty() ? member_text(person, "alternateName") : all;
  }

  static void add_names(const std::string& text, Names& names) {
    for (std::string& name : split_names(text, NameTrust::declared)) add_name(names, std::move(name));
  }

  [[nodiscard]] std::string publisher_of(std::uint32_t node) const {
    const std::int32_t publisher = resolved(first_of(tree_.member(node, "publisher")));
    if (publisher == none) return {};
    const std::string name = text_in(publisher, "name");
    return name.find("://") == std::string::npos ? name : std::string();
  }

  /// The site's own description.
  void read_site(Metadata& out) const {
    for (const std::string_view type : {"WebSite", "NewsMediaOrganization", "Organization"}) {
      for (std::uint32_t i = 0; i < tree_.nodes.size() && out.site_name.empty(); ++i) {
        const JsonNode& node = tree_.nodes[i];
        if (node.kind != JsonKind::object || type_of(i) != type) continue;
        const bool is_whole = node.key == "isPartOf" && type == "WebSite";
        const std::string name = member_text(i, "name");
        if ((leads_elsewhere(node.key) && !is_whole) || (is_whole && is_title(name))) continue;
        set_once(out.site_name, name);
      }
    }
  }

  struct Name {
    std::string_view id;
    std::uint32_t node = 0;
    auto operator<=>(const Name&) const = default;
  };

  const Input& input_;
  const text::JsonTree& tree_;
  std::string title_;         // folded
  std::string own_paths_[2];  // of the address that the page declares, and of the one it was asked for by
  std::vector<Name> names_;   // sorted
  std::vector<Description> descriptions_;
  Names organizations_;
};

}  // namespace

void read_json_ld(const Input& input, Answers& answers) {
  if (!input.page.json_ld.nodes.empty()) Reader(input).read(answers.of(MetadataSource::json_ld));
}

}  // namespace pith::metadata
