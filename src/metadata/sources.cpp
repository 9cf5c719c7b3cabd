#include "metadata/sources.hpp"

namespace pith::metadata {
namespace {

using enum MetadataField;

/// Precedence is confidence: of all sources that know a field the one with the greatest number gives it. The numbers
/// are estimates by hand: they order the sources, and are not measured shares of right values.
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
     {{{title, .88F}, {authors, .89F}, {published, .95F}, {modified, .92F}, {author_urls, .85F}}}},
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
    {MetadataSource::byline, read_bylines, true, {{{authors, .80F}, {published, .90F}}}},
    {MetadataSource::class_name, read_class_names, false, {{{authors, .82F}, {published, .93F}, {modified, .90F}}}},
    {MetadataSource::figure, read_figures, true, {{{image_url, .70F}}}},
    {MetadataSource::script, read_scripts, true, {{{published, .84F}}}},
    {MetadataSource::address, read_address, false, {{{hostname, 1.0F}, {published, .85F}}}},
};

}  // namespace

float SourceRow::confidence(MetadataField field) const noexcept {
  for (const FieldWeight& weight : weights) {
    if (weight.field == field && weight.confidence > 0) return weight.confidence;
  }
  return 0;
}

std::span<const SourceRow> source_rows() noexcept {
  return rows;
}

}  // namespace pith::metadata
