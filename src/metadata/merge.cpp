#include <algorithm>
#include <array>

#include "metadata/metadata.hpp"

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
std::string_view without_site_name(std::string_view title) noexcept {
  title = text::trim(title);
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
  for (const page::MetaTag& tag : page.meta) {
    if (tag.name == "og:title" && !text::trim(tag.content).empty()) return without_site_name(tag.content);
  }
  return without_site_name(page.title);
}

Metadata collect(const page::Page& page, const blocks::BlockList& blocks, std::int32_t title_block,
                 std::string_view url) {
  const Answers answers = {from_json_ld(page), from_meta_tags(page), from_visible_text(blocks, title_block)};
  Metadata merged = merge(answers);
  merged.title = std::string(headline_of(page));
  // The headline that readers see is the headline.
  if (title_block >= 0) merged.title = std::string(blocks.blocks[static_cast<std::size_t>(title_block)].text);
  if (merged.title.empty()) merged.title = answers[json_ld].title;
  std::replace(merged.title.begin(), merged.title.end(), '\n', ' ');
  merged.language = declared_or_guessed_language(merged, page, blocks);
  if (!page.canonical_url.empty()) merged.canonical_url = resolve_url(url, text::trim(page.canonical_url));
  if (!merged.image_url.empty()) merged.image_url = resolve_url(url, merged.image_url);
  return merged;
}

}  // namespace pith::metadata
