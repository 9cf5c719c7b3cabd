#include "page/page_builder.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "page/name_table.hpp"

namespace pith::page {
namespace {

struct AttributeRow {
  std::string_view name;
  AttributeName attribute;
};
/// Sorted by name.
constexpr auto attribute_rows = [] {
  using enum AttributeName;
  return std::to_array<AttributeRow>({{"alt", alt},
                                      {"alttext", alttext},
                                      {"aria-checked", told_checked},
                                      {"aria-hidden", aria_hidden},
                                      {"aria-level", aria_level},
                                      {"checked", checked},
                                      {"class", class_},
                                      {"close", close},
                                      {"colspan", colspan},
                                      {"columnalign", column_align},
                                      {"content", content},
                                      {"data-actualsrc", lazy_src},
                                      {"data-checked", told_checked},
                                      {"data-component", data_kind},
                                      {"data-echo", lazy_src},
                                      {"data-enlighter-language", data_lang},
                                      {"data-equation", latex},
                                      {"data-formula", latex},
                                      {"data-lang", data_lang},
                                      {"data-language", data_lang},
                                      {"data-latex", latex},
                                      {"data-lazy", lazy_src},
                                      {"data-lazy-src", lazy_src},
                                      {"data-lazy-srcset", srcset},
                                      {"data-lazyload", lazy_src},
                                      {"data-list", list_kind},
                                      {"data-orig-file", lazy_src},
                                      {"data-original", lazy_src},
                                      {"data-original-src", lazy_src},
                                      {"data-section-type", data_kind},
                                      {"data-src", lazy_src},
                                      {"data-srcset", srcset},
                                      {"data-testid", data_kind},
                                      {"data-tex", latex},
                                      {"data-time", datetime},
                                      {"data-timestamp", datetime},
                                      {"data-type", data_kind},
                                      {"data-unix", datetime},
                                      {"data-unixtime", datetime},
                                      {"data-utime", datetime},
                                      {"data-videoid", video_id},
                                      {"datetime", datetime},
                                      {"disabled", disabled},
                                      {"display", display},
                                      {"encoding", encoding},
                                      {"height", height},
                                      {"hidden", hidden},
                                      {"href", href},
                                      {"id", id},
                                      {"itemprop", itemprop},
                                      {"itemtype", itemtype},
                                      {"lang", lang},
                                      {"linethickness", line_thickness},
                                      {"mathvariant", math_variant},
                                      {"name", name},
                                      {"nitro-lazy-src", lazy_src},
                                      {"nitro-lazy-srcset", srcset},
                                      {"open", open},
                                      {"property", property},
                                      {"rel", rel},
                                      {"reversed", reversed},
                                      {"role", role},
                                      {"rowspan", rowspan},
                                      {"separators", separators},
                                      {"src", src},
                                      {"srcset", srcset},
                                      {"start", start},
                                      {"style", style},
                                      {"title", title},
                                      {"type", type},
                                      {"value", value},
                                      {"videoid", video_id},
                                      {"width", width}});
}();
constexpr std::array<std::string_view, attribute_rows.size()> attribute_names = [] {
  std::array<std::string_view, attribute_rows.size()> names;
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = attribute_rows[i].name;
  return names;
}();

constexpr NameTable<attribute_rows.size(), 256, 3> attribute_table(attribute_names);

/// By their first letter: a bit for each number of letters. Most other attributes are told by these.
constexpr auto sizes_by_letter = [] {
  static_assert(decltype(attribute_table)::longest_name < 32);
  std::array<std::uint32_t, 26> sizes{};
  for (const std::string_view name : attribute_names) {
    sizes[static_cast<std::size_t>(name.front() - 'a')] |= std::uint32_t{1} << name.size();
  }
  return sizes;
}();

std::string_view value_of(std::span<const NamedAttribute> attributes, std::string_view name) noexcept {
  for (const NamedAttribute& attribute : attributes) {
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

/// Whether a space-separated list has the word.
bool has_word(std::string_view list, std::string_view lower_case) noexcept {
  std::size_t begin = 0;
  while (begin < list.size()) {
    while (begin < list.size() && text::is_ascii_space(list[begin])) ++begin;
    std::size_t end = begin;
    while (end < list.size() && !text::is_ascii_space(list[end])) ++end;
    if (text::equals_ignoring_case(list.substr(begin, end - begin), lower_case)) return true;
    begin = end;
  }
  return false;
}

constexpr std::size_t most_set_aside = 20'000;  // of either kind; real pages have some dozens

void set_meta_aside(std::span<const NamedAttribute> attributes, Page& page) {
  const std::string_view content = value_of(attributes, "content");
  if (content.empty() || page.meta.size() >= most_set_aside) return;
  for (const std::string_view key : {"name", "property", "itemprop"}) {
    const std::string_view name = value_of(attributes, key);
    if (!name.empty()) page.meta.push_back({lowered(name, page.storage), content});
  }
}

/// Style sheets and icons are most of them: icons tell nothing, and of style sheets their names are enough.
void set_link_aside(std::span<const NamedAttribute> attributes, Page& page) {
  const std::string_view rel = value_of(attributes, "rel");
  const std::string_view href = value_of(attributes, "href");
  if (rel.empty() && value_of(attributes, "itemprop") == "license" && !href.empty())
    page.meta.push_back({"license", href});
  if (rel.empty() || href.empty() || page.links.size() + page.style_sheets.size() >= most_set_aside) return;
  if (has_word(rel, "stylesheet")) {
    page.style_sheets.push_back(href);
  } else if (!has_word(rel, "icon")) {
    page.links.push_back({rel, href, value_of(attributes, "hreflang")});
  }
}

/// Some templates encode the whole script as text of HTML.
bool is_encoded(std::string_view json) noexcept {
  return json.find('"') == std::string_view::npos && json.find("&quot;") != std::string_view::npos;
}

/// With its quotation marks; other references are those of the strings.
std::string_view decoded(std::string_view json, core::Arena& storage) {
  constexpr std::string_view quote = "&quot;";
  char* const begin = storage.allocate_chars(json.size());
  char* end = begin;
  while (!json.empty()) {
    const std::size_t at = std::min(json.find(quote), json.size());
    end = std::copy_n(json.data(), at, end);
    json.remove_prefix(at);
    if (json.empty()) break;
    *end++ = '"';
    json.remove_prefix(quote.size());
  }
  return {begin, static_cast<std::size_t>(end - begin)};
}

/// More than that later stages never look at, although some blocks are none to them (terms, marks of places).
std::uint64_t most_read(std::uint64_t max_blocks) noexcept {
  constexpr std::uint64_t free_blocks = 3000;
  return max_blocks == Crowding::no_limit ? Crowding::no_limit : max_blocks + max_blocks / 2 + free_blocks;
}

/// Elements, texts and attributes that are read of a page: several times what real pages with so many blocks have.
std::size_t most_nodes(std::uint64_t max_blocks) noexcept {
  constexpr std::size_t free_nodes = 100'000;
  constexpr std::size_t nodes_of_a_block = 12;
  return max_blocks == Crowding::no_limit ? std::numeric_limits<std::size_t>::max()
                                          : free_nodes + nodes_of_a_block * static_cast<std::size_t>(max_blocks);
}

}  // namespace

std::optional<AttributeName> attribute_of(std::string_view name) noexcept {
  if (name.empty() || name.size() > attribute_table.longest_name) return std::nullopt;
  const auto letter = static_cast<std::size_t>(text::to_lower_ascii(name.front()) - 'a');
  if (letter >= sizes_by_letter.size() || (sizes_by_letter[letter] >> name.size() & 1U) == 0) return std::nullopt;
  const std::size_t index = attribute_table.find(name);
  if (index == attribute_names.size()) return std::nullopt;
  return attribute_rows[index].attribute;
}

std::string_view lowered(std::string_view text, core::Arena& storage) {
  if (std::none_of(text.begin(), text.end(), [](char letter) { return text::to_lower_ascii(letter) != letter; }))
    return text;
  char* const copy = storage.allocate_chars(text.size());
  std::transform(text.begin(), text.end(), copy, text::to_lower_ascii);
  return {copy, text.size()};
}

bool is_kept_empty(Tag tag) noexcept {
  return tag == Tag::iframe || tag == Tag::video || tag == Tag::audio || tag == Tag::object || tag == Tag::canvas ||
         tag == Tag::svg || tag == Tag::select || tag == Tag::input;
}

void set_aside(Tag tag, std::span<const NamedAttribute> attributes, Page& page) {
  if (tag == Tag::meta) set_meta_aside(attributes, page);
  if (tag == Tag::base && page.base_url.empty()) page.base_url = value_of(attributes, "href");
  if (tag == Tag::link) set_link_aside(attributes, page);
  if (tag == Tag::link && page.canonical_url.empty() && has_word(value_of(attributes, "rel"), "canonical")) {
    page.canonical_url = value_of(attributes, "href");
  }
}

void set_script_aside(std::span<const NamedAttribute> attributes, std::string_view content, Page& page) {
  constexpr std::string_view json_ld = "application/ld+json";
  if (content.empty()) return;
  std::string_view type = value_of(attributes, "type");
  while (!type.empty() && text::is_ascii_space(type.front())) type.remove_prefix(1);
  // A parameter may follow, as in "application/ld+json; charset=utf-8".
  if (text::equals_ignoring_case(type.substr(0, json_ld.size()), json_ld)) {
    page.json_ld.add(is_encoded(content) ? decoded(content, page.storage) : content);
  } else {
    page.scripts.push_back(content);
  }
}

PageBuilder::PageBuilder(Page& page, std::size_t page_bytes, std::uint64_t max_blocks)
    : page_(page), crowding_(page_bytes, max_blocks, most_read(max_blocks)), most_nodes_(most_nodes(max_blocks)) {
  // Fewer than most pages have a node; of large ones, fewer than any: their room is not taken before it is used. To
  // move the nodes of a large page costs as much as to make them, and twice the memory.
  constexpr std::size_t large_page = std::size_t{1} << 20U;
  const std::size_t bytes_of_a_node = page_bytes < large_page ? 16 : 6;
  page.nodes.reserve(page_bytes / bytes_of_a_node);
}

std::uint32_t PageBuilder::append(Tag tag) {
  const auto index = static_cast<std::uint32_t>(page_.nodes.size());
  constexpr std::uint32_t deepest = std::numeric_limits<std::uint16_t>::max();
  Node node;
  node.tag = tag;
  node.depth = static_cast<std::uint16_t>(std::min(depth_, deepest));
  node.parent = current_;
  node.subtree_end = index + 1;
  node.first_attribute = static_cast<std::uint32_t>(page_.attributes.size());
  page_.nodes.push_back(node);
  if (page_.nodes.size() + page_.attributes.size() >= most_nodes_) crowding_.fill();
  return index;
}

Tag PageBuilder::joined_if_crowded(Tag tag) noexcept {
  if (tag != Tag::br && is_inline(tag)) return tag;
  if (tag == Tag::br ? crowding_.try_end_line() : crowding_.try_end_block()) return tag;
  ++joined_;
  return Tag::span;
}

void PageBuilder::leave_out(Tag tag) noexcept {
  if (!is_inline(tag)) static_cast<void>(crowding_.try_end_block());
  ++left_out_depth_;
}

void PageBuilder::open(Tag tag) {
  takes_attributes_ = false;
  if (muted_ != 0) {
    ++muted_;
    takes_attributes_ = tag == Tag::source && muted_ == 2 && in_player_;
    return;
  }
  const bool ignored = is_ignored(tag);
  const bool is_full = crowding_.is_full();
  in_player_ = !is_full && (tag == Tag::video || tag == Tag::audio);
  if (ignored && (is_full || !is_kept_empty(tag))) {
    muted_ = 1;
    return;
  }
  if (is_full) return leave_out(tag);
  const std::uint32_t index = append(ignored ? tag : joined_if_crowded(tag));
  takes_attributes_ = true;
  if (ignored) {
    muted_ = 1;
    return;
  }
  current_ = index;
  ++depth_;
}

void PageBuilder::attribute(AttributeName name, std::string_view value) {
  if (!takes_attributes_) return;
  Node& node = page_.nodes.back();
  const auto first = page_.attributes.begin() + node.first_attribute;
  if (std::any_of(first, page_.attributes.end(), [&](const Attribute& other) { return other.name == name; })) return;
  const bool is_class = name == AttributeName::class_;
  page_.attributes.push_back({name, is_class ? class_lists_.of(value, text::class_lists_of) : 0, value});
  ++node.attribute_count;
}

void PageBuilder::text(std::string_view text) {
  takes_attributes_ = false;
  if (muted_ != 0 || text.empty() || depth_ == 0) return;
  if (!std::all_of(text.begin(), text.end(), text::is_ascii_space)) crowding_.add_text(text.size());
  if (crowding_.is_full()) return;
  page_.nodes[append(Tag::none)].text = text;
  page_.text_bytes += text.size();
}

/// Of fields, only boxes to tick tell of the text beside them.
void PageBuilder::drop_other_input() {
  if (page_.nodes.empty() || page_.nodes.back().tag != Tag::input) return;
  const auto input = static_cast<std::uint32_t>(page_.nodes.size() - 1);
  if (text::equals_ignoring_case(page_.attribute(input, AttributeName::type), "checkbox")) return;
  page_.attributes.resize(page_.nodes.back().first_attribute);
  page_.nodes.pop_back();
}

void PageBuilder::close() {
  takes_attributes_ = false;
  if (muted_ != 0) {
    --muted_;
    if (muted_ == 0) drop_other_input();
    return;
  }
  if (left_out_depth_ != 0) {
    --left_out_depth_;
    return;
  }
  Node& node = page_.nodes[current_];
  node.subtree_end = static_cast<std::uint32_t>(page_.nodes.size());
  if (!is_inline(node.tag)) crowding_.end_block();
  current_ = node.parent;
  --depth_;
}

}  // namespace pith::page
