#include <pith/c.h>

#include <pith.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

struct pith_rules {
  pith::Rules rules;
};

struct pith_extractor {
  pith::Extractor extractor;
};

namespace {
constexpr std::size_t field_count = PITH_FIELD_VERDICT + 1;
constexpr std::size_t format_count = PITH_FORMAT_JSON + 1;
}  // namespace

struct pith_article {
  pith::Article article;
  std::array<std::string, field_count> fields;
  std::array<std::string, format_count> renderings;
};

namespace {

/// Runs `make`, which fails only when memory runs out (std::bad_alloc, std::length_error); NULL then.
template <typename Make>
auto made_or_null(Make make) noexcept -> decltype(make()) {
  try {
    return make();
  } catch (...) {
    return nullptr;
  }
}

pith_string view(const std::string& text) {
  return {text.c_str(), text.size()};
}
pith_string view(const char* text) {
  return {text, std::strlen(text)};
}

std::string_view view(const char* data, std::size_t length) {
  return data == nullptr ? std::string_view{} : std::string_view(data, length);
}

/// The caller's struct as ours: an older caller's is shorter, its missing fields keep their defaults.
template <typename Struct>
Struct read_struct(const Struct* given, void (*init)(Struct*)) {
  Struct complete;
  init(&complete);
  if (given == nullptr) return complete;
  std::memcpy(&complete, given, std::min(given->size, sizeof complete));
  complete.size = sizeof complete;
  return complete;
}

pith::Options options_from(const pith_options& from) {
  pith::Options options;
  if (from.leaning == PITH_LEANING_PRECISE) options.leaning = pith::Leaning::precise;
  if (from.leaning == PITH_LEANING_COMPLETE) options.leaning = pith::Leaning::complete;
  options.keep_dropped = (from.keep & PITH_KEEP_DROPPED) != 0;
  options.keep_credits = (from.keep & PITH_KEEP_CREDITS) != 0;
  options.keep_captions = (from.keep & PITH_KEEP_CAPTIONS) != 0;
  options.keep_comments = (from.keep & PITH_KEEP_COMMENTS) != 0;
  options.limits.max_input_bytes = static_cast<std::size_t>(from.max_input_bytes);
  options.limits.max_parse_bytes = static_cast<std::size_t>(from.max_parse_bytes);
  options.limits.max_depth = from.max_depth;
  options.limits.max_blocks = from.max_blocks;
  return options;
}

pith::Source source_from(const pith_source& from) {
  pith::Source source;
  source.bytes = view(from.bytes, from.bytes_length);
  source.url = view(from.url, from.url_length);
  source.content_type = view(from.content_type, from.content_type_length);
  source.encoding = view(from.encoding, from.encoding_length);
  if (from.kind == PITH_SOURCE_HTML) source.kind = pith::SourceKind::html;
  if (from.kind == PITH_SOURCE_TEXT) source.kind = pith::SourceKind::text;
  return source;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) {
    if (!all.empty()) all += '\n';
    all += part;
  }
  return all;
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
}

std::string render(const pith::Article& article, std::size_t format) {
  if (format == PITH_FORMAT_TEXT) return pith::to_text(article);
  if (format == PITH_FORMAT_MARKDOWN) return pith::to_markdown(article);
  if (format == PITH_FORMAT_HTML) return pith::to_html(article);
  return pith::to_json(article);
}

int copy_block(const std::vector<pith::Block>& blocks, std::size_t index, pith_block* to) {
  if (index >= blocks.size() || to == nullptr) return 0;
  const pith::Block& from = blocks[index];
  const std::size_t size = std::min(to->size, sizeof(pith_block));
  const pith_block block{size,
                         view(from.text),
                         view(pith::name_of(from.kind)),
                         view(pith::name_of(from.category)),
                         view(from.reason),
                         from.score,
                         from.level,
                         from.index,
                         view(from.detail)};
  std::memcpy(to, &block, size);
  return 1;
}

}  // namespace

uint32_t pith_abi_version(void) {
  return 1;
}
const char* pith_version(void) {
  return pith::library_version();
}

void pith_options_init(pith_options* options) {
  if (options == nullptr) return;
  const pith::Limits limits;
  *options = {sizeof(pith_options),   PITH_LEANING_BALANCED, PITH_KEEP_CAPTIONS, limits.max_input_bytes,
              limits.max_parse_bytes, limits.max_depth,      limits.max_blocks};
}

void pith_source_init(pith_source* source) {
  if (source == nullptr) return;
  *source = pith_source{};
  source->size = sizeof(pith_source);
}

void pith_block_init(pith_block* block) {
  if (block == nullptr) return;
  *block = pith_block{};
  block->size = sizeof(pith_block);
}

pith_rules* pith_rules_new(void) {
  return made_or_null([] { return new pith_rules{pith::builtin_rules()}; });
}

pith_rules* pith_rules_load(const pith_rules* base, const char* bytes, size_t length, char* error, size_t error_size) {
  return made_or_null([&]() -> pith_rules* {
    auto loaded = pith::load_rules(view(bytes, length), base == nullptr ? pith::builtin_rules() : base->rules);
    if (loaded) return new pith_rules{loaded.value()};
    if (error == nullptr || error_size == 0) return nullptr;
    const std::string message = "line " + std::to_string(loaded.error().line) + ": " + loaded.error().message;
    const std::size_t fits = std::min(message.size(), error_size - 1);
    std::memcpy(error, message.data(), fits);
    error[fits] = '\0';
    return nullptr;
  });
}

void pith_rules_free(pith_rules* rules) {
  delete rules;
}

pith_extractor* pith_extractor_new(const pith_options* options, const pith_rules* rules) {
  return made_or_null([&] {
    const pith::Options chosen = options_from(read_struct(options, pith_options_init));
    return new pith_extractor{pith::Extractor(chosen, rules == nullptr ? pith::builtin_rules() : rules->rules)};
  });
}

void pith_extractor_free(pith_extractor* extractor) {
  delete extractor;
}

pith_article* pith_extract(pith_extractor* extractor, const pith_source* source) {
  if (extractor == nullptr) return nullptr;
  return made_or_null([&] {
    const pith_source complete = read_struct(source, pith_source_init);
    auto article = std::make_unique<pith_article>();
    article->article = extractor->extractor.extract(source_from(complete));
    fill_fields(*article);
    return article.release();
  });
}

void pith_article_free(pith_article* article) {
  delete article;
}

pith_string pith_article_field(const pith_article* article, int32_t field) {
  if (article == nullptr || field < 0 || static_cast<std::size_t>(field) >= field_count) return view("");
  return view(article->fields[static_cast<std::size_t>(field)]);
}

float pith_article_confidence(const pith_article* article) {
  return article == nullptr ? 0 : article->article.confidence;
}

pith_string pith_article_render(pith_article* article, int32_t format) {
  if (article == nullptr || format < 0 || static_cast<std::size_t>(format) >= format_count) return view("");
  std::string& rendering = article->renderings[static_cast<std::size_t>(format)];
  try {
    if (rendering.empty()) rendering = render(article->article, static_cast<std::size_t>(format));
  } catch (...) {
    return view("");
  }
  return view(rendering);
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
