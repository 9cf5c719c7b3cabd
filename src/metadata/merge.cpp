#include <algorithm>
#include <array>

#include "metadata/metadata.hpp"
#include "metadata/names.hpp"

namespace pith::metadata {
namespace {

enum Source { json_ld, meta_tags, visible_text, source_count };
using Answers = std::array<Metadata, source_count>;
using Order = std::array<Source, source_count>;

// Publishers keep JSON-LD and meta tags for machines, so those come first; who first published a text they only tell
// their readers.
constexpr Order machine_first = {json_ld, meta_tags, visible_text};
constexpr Order meta_first = {meta_tags, json_ld, visible_text};
constexpr Order readers_first = {visible_text, meta_tags, json_ld};

struct TextRow {
  std::string Metadata::*field;
  Order order;
};

/// The precedence table of the text fields.
constexpr TextRow text_rows[] = {
    {&Metadata::title, meta_first},       {&Metadata::site_name, meta_first}, {&Metadata::source, readers_first},
    {&Metadata::description, meta_first}, {&Metadata::image_url, meta_first}, {&Metadata::language, machine_first},
};

struct DateRow {
  Date Metadata::*field;
  Order order;
};

constexpr DateRow date_rows[] = {
    {&Metadata::published, machine_first},
    {&Metadata::modified, machine_first},
};

struct ListRow {
  std::vector<std::string> Metadata::*field;
  Order order;
};

constexpr ListRow list_rows[] = {
    {&Metadata::authors, machine_first},
    {&Metadata::keywords, meta_first},
};

Metadata merge(const Answers& answers) {
  Metadata merged;
  for (const TextRow& row : text_rows) {
    for (const Source source : row.order) {
      if ((merged.*row.field).empty()) merged.*row.field = answers[source].*row.field;
    }
  }
  for (const DateRow& row : date_rows) {
    for (const Source source : row.order) {
      if (!(merged.*row.field).known()) merged.*row.field = answers[source].*row.field;
    }
  }
  for (const ListRow& row : list_rows) {
    for (const Source source : row.order) {
      if ((merged.*row.field).empty()) merged.*row.field = answers[source].*row.field;
    }
  }
  return merged;
}

/// Separators between a headline and the site's name in <title>.
constexpr std::string_view separators[] = {" | ",  " - ", " \u2013 ", " \u2014 ", "_",     " \u00BB ",
                                           " :: ", "|",   "\uFF5C",   "-",        "\u2014"};

/// The longest part of a <title> between separators, when the others are shorter: site and channel names are short.
std::string_view longest_part(std::string_view title) noexcept {
  for (const std::string_view separator : separators) {
    // A plain hyphen separates only CJK titles; in others it is part of words.
    const bool tight = separator == "-" || separator == "_";
    if (tight && static_cast<unsigned char>(title.empty() ? 'a' : title.front()) < 0xE3) continue;
    const std::size_t first = title.find(separator);
    if (first == std::string_view::npos) continue;
    const std::string_view head = text::trim(title.substr(0, first));
    const std::string_view tail = text::trim(title.substr(title.rfind(separator) + separator.size()));
    const std::string_view before_tail = text::trim(title.substr(0, title.rfind(separator)));
    return tail.size() > 2 * head.size() ? tail : (head.size() >= tail.size() ? (tight ? head : before_tail) : head);
  }
  return title;
}

/// The separator that `text` ends with, white space around it included; its length, 0 when there is none.
std::size_t separator_before_end(std::string_view text) noexcept {
  const std::string_view trimmed = text::trim(text);
  for (const std::string_view separator : separators) {
    const std::string_view mark = text::trim(separator);
    if (!trimmed.ends_with(mark)) continue;
    const std::size_t begin = static_cast<std::size_t>(trimmed.data() - text.data()) + trimmed.size() - mark.size();
    return text.size() - begin;
  }
  return 0;
}

/// The title without the site's name behind it, which the page may give; without a short last part otherwise.
std::string_view without_site_name(std::string_view title, std::string_view site_name) noexcept {
  title = text::trim(title);
  if (!site_name.empty() && title.size() > site_name.size() && title.ends_with(site_name)) {
    const std::string_view before = title.substr(0, title.size() - site_name.size());
    if (const std::size_t length = separator_before_end(before); length > 0 && length < before.size()) {
      return text::trim(before.substr(0, before.size() - length));
    }
  }
  return longest_part(title);
}

std::string_view first_meta(const page::Page& page, std::string_view name) noexcept {
  for (const page::MetaTag& tag : page.meta) {
    if (tag.name == name && !text::trim(tag.content).empty()) return text::trim(tag.content);
  }
  return {};
}

/// The site signs what nobody else did.
void prefer_people(Answers& answers) {
  for (Metadata& answer : answers) {
    const bool is_site = answer.authors.size() == 1 && (is_same_name(answer.authors[0], answers[json_ld].site_name) ||
                                                        is_same_name(answer.authors[0], answers[meta_tags].site_name));
    const bool others = std::any_of(answers.begin(), answers.end(), [&](const Metadata& other) {
      return !other.authors.empty() && other.authors != answer.authors;
    });
    if (is_site && others) answer.authors.clear();
  }
}

/// The headline as the reader sees it, without a kicker or date above it that its element also holds.
std::string shown_headline(std::string_view shown, std::string_view declared) {
  const bool has_more = !declared.empty() && shown.size() > declared.size() && shown.ends_with(declared);
  return std::string(has_more && declared.size() * 2 >= shown.size() ? declared : shown);
}

std::string choose_title(const page::Page& page, const blocks::BlockList& blocks, std::int32_t title_block,
                         const std::string& in_json_ld) {
  const std::string_view declared = headline_of(page);
  std::string title;
  if (title_block >= 0) {
    title = shown_headline(blocks.blocks[static_cast<std::size_t>(title_block)].text, declared);
  } else if (first_meta(page, "og:title").empty() && !in_json_ld.empty()) {
    title = in_json_ld;
  } else {
    title = std::string(declared);
  }
  std::replace(title.begin(), title.end(), '\n', ' ');
  return title;
}

std::string declared_or_guessed_language(const Metadata& merged, const page::Page& page,
                                         const blocks::BlockList& blocks) {
  std::string text;
  // 4 KB of the longest stretch of text is enough for a guess, and bounds its cost.
  for (const blocks::TextBlock& block : blocks.blocks) {
    if (block.word_count >= 20 && text.size() < 4096) text.append(block.text.substr(0, 1024)).append("\n");
  }
  if (text.empty()) {
    for (const blocks::TextBlock& block : blocks.blocks) {
      if (text.size() < 1024) text.append(block.text.substr(0, 256)).append("\n");
    }
  }
  const std::string guessed = text::guess_language(text);
  std::string declared(text::trim(page.language.empty() ? std::string_view(merged.language) : page.language));
  std::replace(declared.begin(), declared.end(), '_', '-');
  // Templates declare "en" on pages of every language: the declaration only refines what the text says.
  const auto base = [](std::string_view tag) { return tag.substr(0, tag.find('-')); };
  if (guessed.empty()) return declared;
  if (guessed.starts_with("zh")) return guessed;
  return base(declared) == base(guessed) ? declared : guessed;
}

}  // namespace

std::string_view headline_of(const page::Page& page) noexcept {
  const std::string_view site_name = first_meta(page, "og:site_name");
  const std::string_view title = first_meta(page, "og:title");
  return without_site_name(title.empty() ? page.title : title, site_name);
}

Metadata collect(const page::Page& page, const blocks::BlockList& blocks, std::int32_t title_block,
                 std::string_view url) {
  Answers answers = {from_json_ld(page), from_meta_tags(page), from_visible_text(page, blocks, title_block)};
  prefer_people(answers);
  Metadata merged = merge(answers);
  merged.title = choose_title(page, blocks, title_block, answers[json_ld].title);
  merged.language = declared_or_guessed_language(merged, page, blocks);
  if (!page.canonical_url.empty()) merged.canonical_url = resolve_url(url, text::trim(page.canonical_url));
  if (!merged.image_url.empty()) merged.image_url = resolve_url(url, merged.image_url);
  return merged;
}

}  // namespace pith::metadata
