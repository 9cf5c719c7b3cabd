/* The layout of the structs and the values of the enumerators that callers were compiled with. What stands here is
   never changed: later versions append fields and enumerators. */
#include <pith/c.h>

#include <stddef.h>

_Static_assert(sizeof(void*) != 8 || sizeof(pith_string) == 16, "pith_string");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_string, length) == 8, "pith_string.length");

_Static_assert(offsetof(pith_options, size) == 0, "pith_options.size");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_options, leaning) == 8, "pith_options.leaning");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_options, keep) == 12, "pith_options.keep");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_options, max_input_bytes) == 16, "pith_options.max_input_bytes");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_options, max_parse_bytes) == 24, "pith_options.max_parse_bytes");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_options, max_depth) == 32, "pith_options.max_depth");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_options, max_blocks) == 36, "pith_options.max_blocks");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_options, metadata_guesses) == 40, "pith_options.metadata_guesses");

_Static_assert(offsetof(pith_source, size) == 0, "pith_source.size");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_source, bytes) == 8, "pith_source.bytes");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_source, bytes_length) == 16, "pith_source.bytes_length");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_source, url) == 24, "pith_source.url");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_source, url_length) == 32, "pith_source.url_length");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_source, content_type) == 40, "pith_source.content_type");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_source, content_type_length) == 48,
               "pith_source.content_type_length");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_source, encoding) == 56, "pith_source.encoding");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_source, encoding_length) == 64, "pith_source.encoding_length");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_source, kind) == 72, "pith_source.kind");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_source, fetched_at) == 80, "pith_source.fetched_at");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_source, known_title) == 88, "pith_source.known_title");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_source, known_title_length) == 96, "pith_source.known_title_length");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_source, expect) == 104, "pith_source.expect");

_Static_assert(offsetof(pith_block, size) == 0, "pith_block.size");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_block, text) == 8, "pith_block.text");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_block, kind) == 24, "pith_block.kind");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_block, category) == 40, "pith_block.category");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_block, reason) == 56, "pith_block.reason");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_block, score) == 72, "pith_block.score");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_block, level) == 76, "pith_block.level");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_block, index) == 80, "pith_block.index");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_block, detail) == 88, "pith_block.detail");

_Static_assert(offsetof(pith_span, size) == 0, "pith_span.size");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_span, target) == 8, "pith_span.target");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_span, kind) == 24, "pith_span.kind");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_span, begin) == 28, "pith_span.begin");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_span, end) == 32, "pith_span.end");

_Static_assert(offsetof(pith_evidence, size) == 0, "pith_evidence.size");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_evidence, path) == 8, "pith_evidence.path");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_evidence, model_score) == 24, "pith_evidence.model_score");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_evidence, kept) == 28, "pith_evidence.kept");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_evidence, phrase_count) == 32, "pith_evidence.phrase_count");
_Static_assert(sizeof(void*) != 8 || offsetof(pith_evidence, feature_count) == 40, "pith_evidence.feature_count");

_Static_assert(PITH_SOURCE_AUTOMATIC == 0 && PITH_SOURCE_HTML == 1 && PITH_SOURCE_TEXT == 2, "PITH_SOURCE_");
_Static_assert(PITH_EXPECT_AUTOMATIC == 0 && PITH_EXPECT_ARTICLE == 1 && PITH_EXPECT_FORUM == 2 &&
                   PITH_EXPECT_PRODUCT == 3 && PITH_EXPECT_LISTING == 4 && PITH_EXPECT_DOCUMENTATION == 5,
               "PITH_EXPECT_");
_Static_assert(PITH_LEANING_BALANCED == 0 && PITH_LEANING_PRECISE == 1 && PITH_LEANING_COMPLETE == 2, "PITH_LEANING_");
_Static_assert(PITH_KEEP_DROPPED == 1 && PITH_KEEP_CREDITS == 2 && PITH_KEEP_CAPTIONS == 4 && PITH_KEEP_COMMENTS == 8,
               "PITH_KEEP_");
_Static_assert(PITH_FORMAT_TEXT == 0 && PITH_FORMAT_MARKDOWN == 1 && PITH_FORMAT_HTML == 2 && PITH_FORMAT_JSON == 3,
               "PITH_FORMAT_");
_Static_assert(PITH_FORMAT_JSON_LINE == 4 && PITH_FORMAT_MARKDOWN_NO_LINKS == 5 && PITH_FORMAT_HTML_NO_LINKS == 6 &&
                   PITH_FORMAT_JSON_ORIGINS == 7 && PITH_FORMAT_JSON_LINE_ORIGINS == 8,
               "PITH_FORMAT_");
_Static_assert(PITH_SPAN_LINK == 0 && PITH_SPAN_STRONG == 1 && PITH_SPAN_EMPHASIS == 2 && PITH_SPAN_CODE == 3,
               "PITH_SPAN_");
_Static_assert(PITH_EXPLAIN_BLOCKS == 0 && PITH_EXPLAIN_EVIDENCE == 1, "PITH_EXPLAIN_");
_Static_assert(PITH_FIELD_TITLE == 0 && PITH_FIELD_AUTHORS == 1 && PITH_FIELD_PUBLISHED == 2 &&
                   PITH_FIELD_MODIFIED == 3 && PITH_FIELD_SITE_NAME == 4 && PITH_FIELD_SOURCE == 5 &&
                   PITH_FIELD_DESCRIPTION == 6 && PITH_FIELD_CANONICAL_URL == 7 && PITH_FIELD_IMAGE_URL == 8 &&
                   PITH_FIELD_LANGUAGE == 9 && PITH_FIELD_KEYWORDS == 10 && PITH_FIELD_CHARSET == 11 &&
                   PITH_FIELD_VERDICT == 12 && PITH_FIELD_AUTHOR_URLS == 13 && PITH_FIELD_SECTION == 14 &&
                   PITH_FIELD_LICENSE == 15 && PITH_FIELD_PAGE_TYPE == 16 && PITH_FIELD_ACCESS == 17 &&
                   PITH_FIELD_ALTERNATES == 18 && PITH_FIELD_HOSTNAME == 19,
               "PITH_FIELD_");
