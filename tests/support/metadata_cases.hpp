/// Cases of metadata in UTF-8 files (tests/unit/metadata/cases), one to a line, fields separated by tabs.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "blocks/blocks.hpp"
#include "html/html.hpp"
#include "metadata/metadata.hpp"
#include "support/fixtures.hpp"
#include "support/tab_rows.hpp"

namespace pith::test {

/// The rows of a file below tests/unit/metadata/cases.
inline std::vector<Row> metadata_rows(const std::string& file) {
  return split_rows(read_file(std::filesystem::path(PITH_GOLDEN_DIR) / "../unit/metadata/cases" / file));
}

/// "a; b" of a list, "-" of an empty one.
inline std::string joined(const std::vector<std::string>& values) {
  std::string all;
  for (const std::string& value : values) all += (all.empty() ? "" : "; ") + value;
  return all.empty() ? "-" : all;
}

inline std::string or_dash(std::string text) {
  return text.empty() ? "-" : text;
}

/// A page read and cut as the extractor does. Its headline is its first <h1>.
struct MetadataPage {
  explicit MetadataPage(std::string html) : bytes(std::move(html)) {
    const auto scratch = html::make_html_scratch();
    std::vector<Notice> notices;
    CHECK(html::read_html(bytes, {}, *scratch, page, notices));
    blocks::segment(page, {}, list, notices);
    for (std::size_t i = 0; i < list.blocks.size() && title_block < 0; ++i) {
      if (list.blocks[i].kind == BlockKind::heading && list.blocks[i].level == 1)
        title_block = static_cast<std::int32_t>(i);
    }
  }

  [[nodiscard]] Metadata collect(std::string_view url = "https://www.meadow.example/news/lock") const {
    return metadata::collect(page, list, {title_block, url, {}, true});
  }

  std::string bytes;
  page::Page page;
  blocks::BlockList list;
  std::int32_t title_block = -1;
};

/// A field's value as text.
inline std::string field_of(const Metadata& metadata, std::string_view field) {
  if (field == "title") return or_dash(metadata.title);
  if (field == "authors") return joined(metadata.authors);
  if (field == "author_urls") return joined(metadata.author_urls);
  if (field == "published") return or_dash(to_string(metadata.published));
  if (field == "modified") return or_dash(to_string(metadata.modified));
  if (field == "site_name") return or_dash(metadata.site_name);
  if (field == "source") return or_dash(metadata.source);
  if (field == "description") return or_dash(metadata.description);
  if (field == "canonical_url") return or_dash(metadata.canonical_url);
  if (field == "image_url") return or_dash(metadata.image_url);
  if (field == "language") return or_dash(metadata.language);
  if (field == "keywords") return joined(metadata.keywords);
  if (field == "section") return or_dash(metadata.section);
  if (field == "license") return or_dash(metadata.license);
  if (field == "page_type") return or_dash(metadata.page_type);
  if (field == "hostname") return or_dash(metadata.hostname);
  if (field == "access")
    return metadata.access == Access::restricted ? "restricted" : metadata.access == Access::free ? "free" : "-";
  if (field == "alternates" && !metadata.alternates.empty()) {
    return metadata.alternates.front().language + " " + metadata.alternates.front().url;
  }
  return "-";
}

inline const char* source_of(const Metadata& metadata, std::string_view field) {
  for (std::size_t i = 0; i < metadata_field_count; ++i) {
    const auto one = static_cast<MetadataField>(i);
    if (field == name_of(one) || (field == "access" && one == MetadataField::access))
      return name_of(metadata.origin(one).source);
  }
  return "";
}

inline std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

/// The page of a case: its placeholders filled in.
inline std::string page_of(const Row& row) {
  constexpr std::string_view english =
      "<p>The old canal was dug when the mill still ground corn for the whole valley, and for a hundred years the "
      "boats "
      "have waited at the weir until the water was high enough to carry them over it, which in dry summers it never "
      "was.</p>";
  std::string html =
      replaced(row[1], "{T}", "<title>A lock for the old canal</title><h1>A lock for the old canal</h1>");
  html = replaced(html, "{P}", english);
  html = replaced(html, "{L}", "<script type=\"application/ld+json\">");
  html = replaced(html, "{/L}", "</script>");
  return (row[0] == "-" ? "<html>" : "<html lang=\"" + row[0] + "\">") + html;
}

/// Checks all rows of cases/pages.tsv that stand below "# section".
inline void check_pages(std::string_view section) {
  const std::string bytes = read_file(std::filesystem::path(PITH_GOLDEN_DIR) / "../unit/metadata/cases/pages.tsv");
  const std::string heading = "\n# " + std::string(section) + "\n";
  const std::size_t begin = bytes.find(heading);
  REQUIRE(begin != std::string::npos);
  const std::size_t end = bytes.find("\n# ", begin + heading.size() - 1);
  for (const Row& row : split_rows(bytes.substr(begin, end - begin))) {
    REQUIRE(row.size() >= 4);
    CAPTURE(row[1]);
    const MetadataPage page(page_of(row));
    const Metadata metadata = page.collect();
    CHECK(field_of(metadata, row[2]) == row[3]);
    if (row.size() > 4) CHECK(source_of(metadata, row[2]) == row[4]);
  }
}

}  // namespace pith::test
