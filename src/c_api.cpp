#include <pith/c.h>

#include <optional>

#include "c_objects.hpp"

using namespace pith::c_abi;

namespace {

pith::Options options_from(const pith_options& from) {
  pith::Options options;
  if (from.leaning == PITH_LEANING_PRECISE) options.leaning = pith::Leaning::precise;
  if (from.leaning == PITH_LEANING_COMPLETE) options.leaning = pith::Leaning::complete;
  options.keep_dropped = (from.keep & PITH_KEEP_DROPPED) != 0;
  options.keep_credits = (from.keep & PITH_KEEP_CREDITS) != 0;
  options.keep_captions = (from.keep & PITH_KEEP_CAPTIONS) != 0;
  options.keep_comments = (from.keep & PITH_KEEP_COMMENTS) != 0;
  options.keep_images = (from.keep & PITH_KEEP_IMAGES) != 0;
  options.keep_embeds = (from.keep & PITH_KEEP_EMBEDS) != 0;
  options.limits.max_input_bytes = static_cast<std::size_t>(from.max_input_bytes);
  options.limits.max_parse_bytes = static_cast<std::size_t>(from.max_parse_bytes);
  options.limits.max_depth = from.max_depth;
  options.limits.max_blocks = from.max_blocks;
  options.metadata = from.metadata_guesses != PITH_METADATA_NONE;
  options.metadata_guesses = from.metadata_guesses != 0;
  return options;
}

pith_options default_options() {
  const pith::Limits limits;
  return {sizeof(pith_options),
          PITH_LEANING_BALANCED,
          PITH_KEEP_CAPTIONS | PITH_KEEP_IMAGES | PITH_KEEP_EMBEDS,
          limits.max_input_bytes,
          limits.max_parse_bytes,
          limits.max_depth,
          limits.max_blocks,
          1};
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) {
    if (!all.empty()) all += '\n';
    all += part;
  }
  return all;
}

std::string render(const pith::Article& article, std::size_t format) {
  switch (format) {
    case PITH_FORMAT_TEXT:
      return pith::to_text(article);
    case PITH_FORMAT_MARKDOWN:
      return pith::to_markdown(article);
    case PITH_FORMAT_HTML:
      return pith::to_html(article);
    case PITH_FORMAT_JSON:
      return pith::to_json(article);
    case PITH_FORMAT_JSON_LINE:
      return pith::to_json(article, pith::JsonLayout::one_line);
    case PITH_FORMAT_JSON_ORIGINS:
      return pith::to_json(article, pith::JsonLayout::indented, pith::JsonOrigins::write);
    case PITH_FORMAT_JSON_LINE_ORIGINS:
      return pith::to_json(article, pith::JsonLayout::one_line, pith::JsonOrigins::write);
    case PITH_FORMAT_MARKDOWN_NO_LINKS:
      return pith::to_markdown(article, pith::Links::drop);
    case PITH_FORMAT_HTML_NO_LINKS:
      return pith::to_html(article, pith::Links::drop);
    case PITH_FORMAT_TEI:
      return pith::to_tei(article);
    case PITH_FORMAT_TEI_NO_LINKS:
      return pith::to_tei(article, pith::Links::drop);
    case PITH_FORMAT_FRONT_MATTER:
      return pith::to_front_matter(article);
    case PITH_FORMAT_TEXT_ALIGNED:
      return pith::to_text(article, {.tables = pith::TextTables::aligned, .list_marks = pith::ListMarks::keep});
    default:
      return {};
  }
}

std::vector<std::string> lines_of(const std::vector<pith::Alternate>& alternates) {
  std::vector<std::string> lines;
  for (const pith::Alternate& one : alternates) lines.push_back(one.language + "\t" + one.url);
  return lines;
}

/// By PITH_FIELD_...: the field of the metadata; none for what is no metadata.
constexpr std::array<std::optional<pith::MetadataField>, field_count> metadata_fields = {
    pith::MetadataField::title,
    pith::MetadataField::authors,
    pith::MetadataField::published,
    pith::MetadataField::modified,
    pith::MetadataField::site_name,
    pith::MetadataField::source,
    pith::MetadataField::description,
    pith::MetadataField::canonical_url,
    pith::MetadataField::image_url,
    pith::MetadataField::language,
    pith::MetadataField::keywords,
    std::nullopt,
    std::nullopt,
    pith::MetadataField::author_urls,
    pith::MetadataField::section,
    pith::MetadataField::license,
    pith::MetadataField::page_type,
    pith::MetadataField::access,
    pith::MetadataField::alternates,
    pith::MetadataField::hostname};

int copy_block(const std::vector<pith::Block>& blocks, std::size_t index, pith_block* to) {
  return index < blocks.size() ? write_struct(block_of(blocks[index]), to) : 0;
}

std::size_t count_spans(const std::vector<pith::Block>& blocks, std::size_t block) {
  return block < blocks.size() ? blocks[block].spans.size() : 0;
}

static_assert(static_cast<int32_t>(pith::SpanKind::link) == PITH_SPAN_LINK &&
              static_cast<int32_t>(pith::SpanKind::strong) == PITH_SPAN_STRONG &&
              static_cast<int32_t>(pith::SpanKind::emphasis) == PITH_SPAN_EMPHASIS &&
              static_cast<int32_t>(pith::SpanKind::code) == PITH_SPAN_CODE &&
              static_cast<int32_t>(pith::SpanKind::superscript) == PITH_SPAN_SUPERSCRIPT &&
              static_cast<int32_t>(pith::SpanKind::inserted) == PITH_SPAN_INSERTED);
static_assert(static_cast<int32_t>(pith::FrameKind::quote) == PITH_FRAME_QUOTE &&
              static_cast<int32_t>(pith::FrameKind::cell) == PITH_FRAME_CELL &&
              static_cast<int32_t>(pith::FrameKind::note) == PITH_FRAME_NOTE);
static_assert(static_cast<int32_t>(pith::Task::none) == PITH_TASK_NONE &&
              static_cast<int32_t>(pith::Task::open) == PITH_TASK_OPEN &&
              static_cast<int32_t>(pith::Task::done) == PITH_TASK_DONE);

static_assert(static_cast<int32_t>(pith::Expect::automatic) == PITH_EXPECT_AUTOMATIC &&
              static_cast<int32_t>(pith::Expect::article) == PITH_EXPECT_ARTICLE &&
              static_cast<int32_t>(pith::Expect::documentation) == PITH_EXPECT_DOCUMENTATION);

int copy_span(const std::vector<pith::Block>& blocks, std::size_t block, std::size_t index, pith_span* to) {
  if (index >= count_spans(blocks, block)) return 0;
  const pith::Span& from = blocks[block].spans[index];
  return write_struct(
      {sizeof(pith_span), view(from.target), static_cast<int32_t>(from.kind), from.begin, from.end, view(from.detail)},
      to);
}

std::size_t count_frames(const std::vector<pith::Block>& blocks, std::size_t block) {
  return block < blocks.size() ? blocks[block].frames.size() : 0;
}

int copy_frame(const std::vector<pith::Block>& blocks, std::size_t block, std::size_t index, pith_frame* to) {
  if (index >= count_frames(blocks, block)) return 0;
  const pith::Frame& from = blocks[block].frames[index];
  return write_struct({sizeof(pith_frame), static_cast<int32_t>(from.kind), from.header ? 1 : 0, from.row_span,
                       from.column_span, from.id, from.number, from.row, from.column, static_cast<int32_t>(from.task)},
                      to);
}

}  // namespace

namespace pith::c_abi {

pith::Source source_from(const pith_source* given) {
  const pith_source from = read_struct(given);
  pith::Source source;
  source.bytes = view(from.bytes, from.bytes_length);
  source.url = view(from.url, from.url_length);
  source.content_type = view(from.content_type, from.content_type_length);
  source.encoding = view(from.encoding, from.encoding_length);
  if (from.fetched_at != 0) source.fetched_at = pith::date_from_unix_time(from.fetched_at);
  if (from.kind == PITH_SOURCE_HTML) source.kind = pith::SourceKind::html;
  if (from.kind == PITH_SOURCE_TEXT) source.kind = pith::SourceKind::text;
  source.known_title = view(from.known_title, from.known_title_length);
  if (from.expect >= 0 && from.expect <= PITH_EXPECT_DOCUMENTATION) source.expect = static_cast<Expect>(from.expect);
  return source;
}

void fill_fields(pith_article& to) {
  const pith::Metadata& metadata = to.article.metadata;
  to.fields[PITH_FIELD_TITLE] = metadata.title;
  to.fields[PITH_FIELD_AUTHORS] = joined(metadata.authors);
  to.fields[PITH_FIELD_PUBLISHED] = pith::to_string(metadata.published);
  to.fields[PITH_FIELD_MODIFIED] = pith::to_string(metadata.modified);
  to.fields[PITH_FIELD_SITE_NAME] = metadata.site_name;
  to.fields[PITH_FIELD_SOURCE] = metadata.source;
  to.fields[PITH_FIELD_DESCRIPTION] = metadata.description;
  to.fields[PITH_FIELD_CANONICAL_URL] = metadata.canonical_url;
  to.fields[PITH_FIELD_IMAGE_URL] = metadata.image_url;
  to.fields[PITH_FIELD_LANGUAGE] = metadata.language;
  to.fields[PITH_FIELD_KEYWORDS] = joined(metadata.keywords);
  to.fields[PITH_FIELD_CHARSET] = to.article.charset;
  to.fields[PITH_FIELD_VERDICT] = pith::name_of(to.article.verdict);
  to.fields[PITH_FIELD_AUTHOR_URLS] = joined(metadata.author_urls);
  to.fields[PITH_FIELD_SECTION] = metadata.section;
  to.fields[PITH_FIELD_LICENSE] = metadata.license;
  to.fields[PITH_FIELD_PAGE_TYPE] = metadata.page_type;
  if (metadata.access == pith::Access::free) to.fields[PITH_FIELD_ACCESS] = "free";
  if (metadata.access == pith::Access::restricted) to.fields[PITH_FIELD_ACCESS] = "restricted";
  to.fields[PITH_FIELD_ALTERNATES] = joined(lines_of(metadata.alternates));
  to.fields[PITH_FIELD_HOSTNAME] = metadata.hostname;
}

}  // namespace pith::c_abi

uint32_t pith_abi_version(void) {
  return 1;
}
const char* pith_version(void) {
  return pith::library_version();
}

void pith_options_init_sized(pith_options* options, size_t size) {
  init_struct(options, size);
  if (options == nullptr || size < sizeof size) return;
  const pith_options defaults = default_options();
  constexpr std::size_t end = offsetof(pith_options, metadata_guesses) + sizeof defaults.metadata_guesses;
  const std::size_t known = std::min(size, end);
  std::memcpy(reinterpret_cast<char*>(options) + sizeof size, reinterpret_cast<const char*>(&defaults) + sizeof size,
              known - sizeof size);
}
void pith_source_init_sized(pith_source* source, size_t size) {
  init_struct(source, size);
}
void pith_block_init_sized(pith_block* block, size_t size) {
  init_struct(block, size);
}
void pith_span_init_sized(pith_span* span, size_t size) {
  init_struct(span, size);
}
void pith_frame_init_sized(pith_frame* frame, size_t size) {
  init_struct(frame, size);
}
void pith_evidence_init_sized(pith_evidence* evidence, size_t size) {
  init_struct(evidence, size);
}

pith_rules* pith_rules_new(void) {
  return null_on_bad_alloc([] { return new pith_rules{pith::builtin_rules()}; });
}

pith_rules* pith_rules_load(const pith_rules* base, const char* bytes, size_t length, char* error, size_t error_size) {
  return null_on_bad_alloc([&]() -> pith_rules* {
    auto loaded = pith::load_rules(view(bytes, length), base == nullptr ? pith::builtin_rules() : base->rules);
    if (loaded) return new pith_rules{*std::move(loaded)};
    const pith::Error& why = loaded.error();
    const std::string where = why.line == 0 ? std::string() : "line " + std::to_string(why.line) + ": ";
    write_error(where + why.message, error, error_size);
    return nullptr;
  });
}

void pith_rules_free(pith_rules* rules) {
  delete rules;
}

pith_extractor* pith_extractor_new(const pith_options* options, const pith_rules* rules) {
  return null_on_bad_alloc([&] {
    const pith::Options chosen = options_from(read_struct(options, default_options()));
    return new pith_extractor{pith::Extractor(chosen, rules == nullptr ? pith::builtin_rules() : rules->rules)};
  });
}

void pith_extractor_free(pith_extractor* extractor) {
  delete extractor;
}

void pith_extractor_set_max_work(pith_extractor* extractor, uint64_t max_work) {
  if (extractor == nullptr) return;
  pith::Limits limits = extractor->extractor.options().limits;
  limits.max_work = max_work;
  extractor->extractor.set_limits(limits);
}

pith_article* pith_extract(pith_extractor* extractor, const pith_source* source) {
  if (extractor == nullptr) return nullptr;
  return made_article([&] { return extractor->extractor.extract(source_from(source)); });
}

void pith_article_free(pith_article* article) {
  delete article;
}

pith_string pith_article_field(const pith_article* article, int32_t field) {
  if (article == nullptr || field < 0 || static_cast<std::size_t>(field) >= field_count) return view("");
  return view(article->fields[static_cast<std::size_t>(field)]);
}

pith_string pith_article_field_origin(const pith_article* article, int32_t field, float* confidence) {
  const auto number = static_cast<std::size_t>(field);
  if (article == nullptr || field < 0 || number >= field_count || !metadata_fields[number]) return view("");
  const pith::FieldOrigin& origin = article->article.metadata.origin(*metadata_fields[number]);
  if (confidence != nullptr) *confidence = origin.confidence;
  return view(origin.source == pith::MetadataSource::none ? "" : pith::name_of(origin.source));
}

float pith_article_confidence(const pith_article* article) {
  return article == nullptr ? 0 : article->article.confidence;
}

float pith_article_verdict_confidence(const pith_article* article) {
  return article == nullptr ? 0 : article->article.verdict_confidence;
}

int pith_article_title_in_text(const pith_article* article) {
  return article != nullptr && article->article.title_in_text ? 1 : 0;
}

pith_string pith_article_render(pith_article* article, int32_t format) {
  if (article == nullptr) return view("");
  return rendered_once(article->renderings, format,
                       [&](std::size_t number) { return render(article->article, number); });
}

size_t pith_article_block_count(const pith_article* article) {
  return article == nullptr ? 0 : article->article.blocks.size();
}

int pith_article_block(const pith_article* article, size_t index, pith_block* block) {
  return article == nullptr ? 0 : copy_block(article->article.blocks, index, block);
}

size_t pith_article_dropped_count(const pith_article* article) {
  return article == nullptr ? 0 : article->article.dropped.size();
}

int pith_article_dropped(const pith_article* article, size_t index, pith_block* block) {
  return article == nullptr ? 0 : copy_block(article->article.dropped, index, block);
}

size_t pith_article_span_count(const pith_article* article, size_t block) {
  return article == nullptr ? 0 : count_spans(article->article.blocks, block);
}

int pith_article_span(const pith_article* article, size_t block, size_t index, pith_span* span) {
  return article == nullptr ? 0 : copy_span(article->article.blocks, block, index, span);
}

size_t pith_article_dropped_span_count(const pith_article* article, size_t block) {
  return article == nullptr ? 0 : count_spans(article->article.dropped, block);
}

int pith_article_dropped_span(const pith_article* article, size_t block, size_t index, pith_span* span) {
  return article == nullptr ? 0 : copy_span(article->article.dropped, block, index, span);
}

size_t pith_article_frame_count(const pith_article* article, size_t block) {
  return article == nullptr ? 0 : count_frames(article->article.blocks, block);
}

int pith_article_frame(const pith_article* article, size_t block, size_t index, pith_frame* frame) {
  return article == nullptr ? 0 : copy_frame(article->article.blocks, block, index, frame);
}

size_t pith_article_dropped_frame_count(const pith_article* article, size_t block) {
  return article == nullptr ? 0 : count_frames(article->article.dropped, block);
}

int pith_article_dropped_frame(const pith_article* article, size_t block, size_t index, pith_frame* frame) {
  return article == nullptr ? 0 : copy_frame(article->article.dropped, block, index, frame);
}

size_t pith_article_notice_count(const pith_article* article) {
  return article == nullptr ? 0 : article->article.notices.size();
}

pith_string pith_article_notice(const pith_article* article, size_t index, uint64_t* count, pith_string* detail) {
  if (index >= pith_article_notice_count(article)) return view("");
  const pith::Notice& notice = article->article.notices[index];
  if (count != nullptr) *count = notice.count;
  if (detail != nullptr) *detail = view(notice.detail);
  return view(pith::name_of(notice.code));
}
