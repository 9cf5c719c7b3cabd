#include "metadata/source_table.hpp"

namespace pith::metadata {
namespace {

using enum MetadataField;

/// Of all sources that know a field the one with the greatest rank gives it. Ranks are chosen by hand: what is measured
/// below says how often a source is right, but not which of two is when they differ, nor which tells the time of day.
constexpr SourceRow rows[] = {
    {MetadataSource::json_ld,
     read_json_ld,
     false,
     {{{title, .96F},
       {authors, .95F},
       {published, .99F},
       {modified, .99F},
       {site_name, .93F},
       {description, .90F},
       {canonical_url, .93F},
       {image_url, .90F},
       {keywords, .93F},
       {author_urls, .95F},
       {section, .90F},
       {license, .90F},
       {page_type, .95F},
       {access, .95F}}}},
    {MetadataSource::open_graph,
     read_meta_tags,
     false,
     {{{title, .97F},
       {authors, .85F},
       {published, .985F},
       {modified, .97F},
       {site_name, .97F},
       {description, .95F},
       {canonical_url, .95F},
       {image_url, .95F},
       {keywords, .85F},
       {section, .95F},
       {page_type, .90F},
       {author_urls, .80F}}}},
    {MetadataSource::twitter,
     nullptr,
     false,
     {{{title, .93F}, {authors, .80F}, {description, .88F}, {canonical_url, .85F}, {image_url, .85F}}}},
    {MetadataSource::html_meta,
     nullptr,
     false,
     {{{title, .85F},
       {authors, .90F},
       {published, .96F},
       {modified, .90F},
       {site_name, .75F},
       {source, .80F},
       {description, .93F},
       {image_url, .80F},
       {keywords, .95F},
       {section, .85F},
       {access, .90F}}}},
    {MetadataSource::dublin_core,
     nullptr,
     false,
     {{{title, .85F},
       {authors, .88F},
       {published, .95F},
       {modified, .90F},
       {site_name, .80F},
       {source, .70F},
       {description, .85F},
       {keywords, .80F},
       {license, .85F},
       {page_type, .60F}}}},
    {MetadataSource::citation,
     nullptr,
     false,
     {{{title, .94F},
       {authors, .97F},
       {published, .955F},
       {site_name, .90F},
       {description, .70F},
       {canonical_url, .80F},
       {keywords, .80F}}}},
    {MetadataSource::parsely,
     nullptr,
     false,
     {{{title, .92F},
       {authors, .94F},
       {published, .97F},
       {canonical_url, .80F},
       {image_url, .80F},
       {keywords, .80F},
       {section, .80F}}}},
    {MetadataSource::sailthru,
     nullptr,
     false,
     {{{title, .90F}, {authors, .93F}, {published, .96F}, {description, .80F}, {image_url, .78F}, {keywords, .78F}}}},
    {MetadataSource::microdata,
     read_microdata,
     false,
     {{{title, .88F},
       {authors, .89F},
       {published, .95F},
       {modified, .92F},
       {author_urls, .85F},
       {site_name, .85F},
       {keywords, .70F},
       {section, .80F},
       {license, .90F},
       {page_type, .85F}}}},
    {MetadataSource::link,
     read_links,
     false,
     {{{authors, .86F},
       {author_urls, .85F},
       {canonical_url, .97F},
       {image_url, .82F},
       {keywords, .75F},
       {license, .95F},
       {alternates, .95F}}}},
    {MetadataSource::labelled_line,
     read_labelled_lines,
     false,
     {{{authors, .84F}, {published, .95F}, {modified, .93F}, {source, .95F}}}},
    {MetadataSource::time_element, read_time_elements, false, {{{published, .94F}, {modified, .93F}}}},
    // Asked before the class names: those outside of the head give way to lines in it.
    {MetadataSource::byline, read_bylines, true, {{{authors, .87F}, {published, .90F}}}},
    {MetadataSource::class_name, read_class_names, false, {{{authors, .82F}, {published, .93F}, {modified, .90F}}}},
    {MetadataSource::figure, read_figures, true, {{{image_url, .70F}}}},
    {MetadataSource::script, read_scripts, true, {{{published, .84F}}}},
    {MetadataSource::address, read_address, false, {{{hostname, 1.0F}, {published, .85F}}}},
};

struct Share {
  MetadataField field;
  MetadataSource source;
  float right;
};

/// The confidences that `pith_quality --metadata` prints for the sets news, zh and wcxb (1,673 pages): values of the
/// source that are right, by all that it gave where the set knows the field, drawn to the mean of the field's sources
/// as if ten values more had been seen. tests/quality/README.md has the counts.
constexpr Share shares[] = {
    {title, MetadataSource::json_ld, .840F},
    {title, MetadataSource::open_graph, .701F},
    {title, MetadataSource::twitter, .710F},
    {title, MetadataSource::html_meta, .713F},
    {title, MetadataSource::dublin_core, .797F},
    {title, MetadataSource::citation, .785F},
    {title, MetadataSource::parsely, .822F},
    {title, MetadataSource::sailthru, .726F},
    {title, MetadataSource::microdata, .831F},
    {title, MetadataSource::heading, .786F},
    {title, MetadataSource::page_title, .693F},
    {authors, MetadataSource::json_ld, .956F},
    {authors, MetadataSource::open_graph, .879F},
    {authors, MetadataSource::twitter, .916F},
    {authors, MetadataSource::html_meta, .915F},
    {authors, MetadataSource::dublin_core, .916F},
    {authors, MetadataSource::citation, .771F},
    {authors, MetadataSource::parsely, .927F},
    {authors, MetadataSource::sailthru, .948F},
    {authors, MetadataSource::microdata, .795F},
    {authors, MetadataSource::link, .845F},
    {authors, MetadataSource::labelled_line, .776F},
    {authors, MetadataSource::byline, .905F},
    {authors, MetadataSource::class_name, .827F},
    {published, MetadataSource::json_ld, .907F},
    {published, MetadataSource::open_graph, .962F},
    {published, MetadataSource::html_meta, .919F},
    {published, MetadataSource::dublin_core, .930F},
    {published, MetadataSource::citation, .955F},
    {published, MetadataSource::parsely, .955F},
    {published, MetadataSource::sailthru, .968F},
    {published, MetadataSource::microdata, .931F},
    {published, MetadataSource::labelled_line, .956F},
    {published, MetadataSource::time_element, .920F},
    {published, MetadataSource::byline, .929F},
    {published, MetadataSource::class_name, .921F},
    {published, MetadataSource::script, .888F},
    {published, MetadataSource::address, .967F},
    {canonical_url, MetadataSource::json_ld, .935F},
    {canonical_url, MetadataSource::open_graph, .939F},
    {canonical_url, MetadataSource::twitter, .920F},
    {canonical_url, MetadataSource::parsely, .963F},
    {canonical_url, MetadataSource::link, .947F},
};

}  // namespace

float measured_share(MetadataField of, MetadataSource by) noexcept {
  for (const Share& share : shares) {
    if (share.field == of && share.source == by) return share.right;
  }
  return 0;
}

float SourceRow::rank(MetadataField field) const noexcept {
  for (const FieldWeight& weight : weights) {
    if (weight.field == field && weight.rank > 0) return weight.rank;
  }
  return 0;
}

float SourceRow::confidence(MetadataField field) const noexcept {
  const float measured = measured_share(field, source);
  const float estimate = rank(field);
  return measured > 0 && estimate > 0 ? measured : estimate;
}

void set_origin(Metadata& merged, MetadataField field, const SourceRow& row) {
  merged.origins[static_cast<std::size_t>(field)] = {row.source, row.confidence(field)};
}

void set_origin(Metadata& merged, MetadataField field, MetadataSource source) {
  for (const SourceRow& row : source_rows()) {
    if (row.source == source) set_origin(merged, field, row);
  }
}

std::span<const SourceRow> source_rows() noexcept {
  return rows;
}

}  // namespace pith::metadata
