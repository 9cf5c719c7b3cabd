/// pith as a stable C ABI: the same verbs as <pith.hpp>, for C, Python, Rust, Go and everything that can call C.
///
/// Strings are UTF-8 with an explicit length; they are followed by a zero byte that does not count. No exception
/// crosses. A function that makes an object returns NULL when memory ran out, and only then, unless it says otherwise.
/// Given NULL in place of an object, a function returns NULL, an empty string or 0: a chain of calls may be checked at
/// its end.
///
/// Ownership: what a `_new`, `_load` or `pith_extract` returns is the caller's, to be given to the `_free` of its type
/// (NULL is allowed there). Every pith_string views the object it was asked of and lives as long as that.
///
/// Threads: a pith_extractor and a pith_article serve one thread at a time; pith_rules may be shared by all threads.
///
/// Compatibility: structs begin with their own size, which the `_init` functions set to what the caller was compiled
/// with: no function reads or writes past it. Later versions append fields and enumerators, never change or reorder
/// them. pith_abi_version() changes only when that promise had to be broken.
#pragma once

#include <stddef.h>
#include <stdint.h>

#include <pith/export.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pith_rules pith_rules;
typedef struct pith_extractor pith_extractor;
typedef struct pith_article pith_article;
typedef struct pith_explanation pith_explanation;
typedef struct pith_site_memory pith_site_memory;

typedef struct pith_string {
  const char* data; /**< never NULL */
  size_t length;    /**< bytes */
} pith_string;

enum { PITH_SOURCE_AUTOMATIC = 0, PITH_SOURCE_HTML = 1, PITH_SOURCE_TEXT = 2 };
enum {
  PITH_EXPECT_AUTOMATIC = 0,
  PITH_EXPECT_ARTICLE = 1,
  PITH_EXPECT_FORUM = 2,
  PITH_EXPECT_PRODUCT = 3,
  PITH_EXPECT_LISTING = 4,
  PITH_EXPECT_DOCUMENTATION = 5
};
enum { PITH_LEANING_BALANCED = 0, PITH_LEANING_PRECISE = 1, PITH_LEANING_COMPLETE = 2 };
enum {
  PITH_KEEP_DROPPED = 1,
  PITH_KEEP_CREDITS = 2,
  PITH_KEEP_CAPTIONS = 4,
  PITH_KEEP_COMMENTS = 8,
  PITH_KEEP_IMAGES = 16,
  PITH_KEEP_EMBEDS = 32
};
enum {
  PITH_FORMAT_TEXT = 0,
  PITH_FORMAT_MARKDOWN = 1,  /**< links with their targets */
  PITH_FORMAT_HTML = 2,      /**< links with their targets */
  PITH_FORMAT_JSON = 3,      /**< indented */
  PITH_FORMAT_JSON_LINE = 4, /**< no newline within or at the end */
  PITH_FORMAT_MARKDOWN_NO_LINKS = 5,
  PITH_FORMAT_HTML_NO_LINKS = 6,
  PITH_FORMAT_JSON_ORIGINS = 7, /**< indented, and where each field of the metadata was found */
  PITH_FORMAT_JSON_LINE_ORIGINS = 8,
  PITH_FORMAT_TEI = 9, /**< links with their targets */
  PITH_FORMAT_TEI_NO_LINKS = 10,
  PITH_FORMAT_FRONT_MATTER = 11, /**< YAML of the metadata, to stand before Markdown */
  PITH_FORMAT_TEXT_ALIGNED = 12  /**< tables in columns, list items with their marks */
};
enum {
  PITH_SPAN_LINK = 0,
  PITH_SPAN_STRONG = 1,
  PITH_SPAN_EMPHASIS = 2,
  PITH_SPAN_CODE = 3,
  PITH_SPAN_SUPERSCRIPT = 4,
  PITH_SPAN_SUBSCRIPT = 5,
  PITH_SPAN_DELETED = 6,
  PITH_SPAN_MATH = 7,
  PITH_SPAN_IMAGE = 8,
  PITH_SPAN_NOTE = 9,
  PITH_SPAN_ABBREVIATION = 10,
  PITH_SPAN_INSERTED = 11
};
enum {
  PITH_FRAME_QUOTE = 0,
  PITH_FRAME_LIST = 1,
  PITH_FRAME_ITEM = 2,
  PITH_FRAME_DEFINITIONS = 3,
  PITH_FRAME_TABLE = 4,
  PITH_FRAME_CELL = 5,
  PITH_FRAME_FIGURE = 6,
  PITH_FRAME_DETAILS = 7,
  PITH_FRAME_NOTE = 8
};

/** Whether an item is something to do. */
enum { PITH_TASK_NONE = 0, PITH_TASK_OPEN = 1, PITH_TASK_DONE = 2 };
/** How much metadata is read; NONE: but for a title that the text shows, which is faster. */
enum { PITH_METADATA_NONE = -1, PITH_METADATA_DECLARED = 0, PITH_METADATA_GUESSED = 1 };
enum { PITH_EXPLAIN_BLOCKS = 0, PITH_EXPLAIN_EVIDENCE = 1 };
enum {
  PITH_FIELD_TITLE = 0,
  PITH_FIELD_AUTHORS = 1,   /**< separated by "\n" */
  PITH_FIELD_PUBLISHED = 2, /**< ISO 8601, as far as known */
  PITH_FIELD_MODIFIED = 3,
  PITH_FIELD_SITE_NAME = 4,
  PITH_FIELD_SOURCE = 5,
  PITH_FIELD_DESCRIPTION = 6,
  PITH_FIELD_CANONICAL_URL = 7,
  PITH_FIELD_IMAGE_URL = 8,
  PITH_FIELD_LANGUAGE = 9,  /**< BCP 47 */
  PITH_FIELD_KEYWORDS = 10, /**< separated by "\n" */
  PITH_FIELD_CHARSET = 11,
  PITH_FIELD_VERDICT = 12,     /**< "article", "listing", ... */
  PITH_FIELD_AUTHOR_URLS = 13, /**< separated by "\n" */
  PITH_FIELD_SECTION = 14,
  PITH_FIELD_LICENSE = 15,
  PITH_FIELD_PAGE_TYPE = 16,
  PITH_FIELD_ACCESS = 17,     /**< "free", "restricted" */
  PITH_FIELD_ALTERNATES = 18, /**< language, "\t", address; separated by "\n" */
  PITH_FIELD_HOSTNAME = 19
};

/** See pith/options.hpp for meanings and defaults. */
typedef struct pith_options {
  size_t size; /**< of this struct, set by pith_options_init */
  int32_t leaning;
  uint32_t keep; /**< PITH_KEEP_... bits */
  uint64_t max_input_bytes;
  uint64_t max_parse_bytes;
  uint32_t max_depth;
  uint32_t max_blocks;
  int32_t metadata_guesses; /**< PITH_METADATA_...; 0: only metadata that the page declares or labels */
} pith_options;

/** The bytes of one page. All pointers are read during the call only; NULL with length 0 where nothing is known. */
typedef struct pith_source {
  size_t size; /**< of this struct, set by pith_source_init */
  const char* bytes;
  size_t bytes_length;
  const char* url;
  size_t url_length;
  const char* content_type;
  size_t content_type_length;
  const char* encoding;
  size_t encoding_length;
  int32_t kind;
  int64_t fetched_at;      /**< seconds since 1970-01-01 UTC, 0: unknown; "3 hours ago" counts from it */
  const char* known_title; /**< the headline, where the caller knows it; a wrong one changes nothing */
  size_t known_title_length;
  int32_t expect; /**< PITH_EXPECT_...: the kind of page, where the caller knows it */
} pith_source;

/** One block of an article; see pith/article.hpp. */
typedef struct pith_block {
  size_t size; /**< of this struct, set by pith_block_init */
  pith_string text;
  pith_string kind;     /**< "paragraph", "heading", ... */
  pith_string category; /**< "content", "related", ... */
  pith_string reason;
  float score;
  uint32_t level; /* of a heading */
  uint32_t index;
  pith_string detail;
} pith_block;

/** A stretch of a block's text: bytes [begin, end). */
typedef struct pith_span {
  size_t size;        /**< of this struct, set by pith_span_init */
  pith_string target; /**< of a link: its address; see SpanKind of pith/article.hpp */
  int32_t kind;
  uint32_t begin;
  uint32_t end;
  pith_string detail; /**< of an image: its alternative text; of an abbreviation: what it is short for */
} pith_span;

/** What stands around a block; see pith/article.hpp. */
typedef struct pith_frame {
  size_t size;  /**< of this struct, set by pith_frame_init */
  int32_t kind; /**< PITH_FRAME_... */
  int32_t header;
  uint32_t row_span;
  uint32_t column_span;
  uint32_t id;
  uint32_t number;
  uint32_t row;
  uint32_t column;
  int32_t task; /**< of an item: PITH_TASK_... */
} pith_frame;

/** What led to a block's verdict; see pith/explain.hpp. */
typedef struct pith_evidence {
  size_t size;       /**< of this struct, set by pith_evidence_init */
  pith_string path;  /**< "body/div.main/article/p" */
  float model_score; /**< before any pass changed it */
  int32_t kept;      /**< 1 or 0 */
  size_t phrase_count;
  size_t feature_count;
} pith_evidence;

/** The version of this ABI: 1. */
PITH_API uint32_t pith_abi_version(void);
/** The version of the library, "major.minor.patch". Static. */
PITH_API const char* pith_version(void);

/** The defaults of a struct of `size` bytes: of a shorter struct (an older header) the fields that it has, of a longer
   one zeros after the fields that the library knows. For languages that cannot call the inline functions below. */
PITH_API void pith_options_init_sized(pith_options* options, size_t size);
PITH_API void pith_source_init_sized(pith_source* source, size_t size);
PITH_API void pith_block_init_sized(pith_block* block, size_t size);
PITH_API void pith_span_init_sized(pith_span* span, size_t size);
PITH_API void pith_frame_init_sized(pith_frame* frame, size_t size);
PITH_API void pith_evidence_init_sized(pith_evidence* evidence, size_t size);

/** The same with the size that this header knows. Inline, so that it is the caller's and not the library's. */
static inline void pith_options_init(pith_options* options) {
  pith_options_init_sized(options, sizeof(pith_options));
}
static inline void pith_source_init(pith_source* source) {
  pith_source_init_sized(source, sizeof(pith_source));
}
static inline void pith_block_init(pith_block* block) {
  pith_block_init_sized(block, sizeof(pith_block));
}
static inline void pith_span_init(pith_span* span) {
  pith_span_init_sized(span, sizeof(pith_span));
}
static inline void pith_frame_init(pith_frame* frame) {
  pith_frame_init_sized(frame, sizeof(pith_frame));
}
static inline void pith_evidence_init(pith_evidence* evidence) {
  pith_evidence_init_sized(evidence, sizeof(pith_evidence));
}

/** The rules compiled in. To be freed like all others. */
PITH_API pith_rules* pith_rules_new(void);
/** `base` (NULL: the built-in rules) with a rules file added. NULL when the file is refused: then `error` (may be NULL)
   holds one line that says why, cut to `error_size` bytes with its zero byte. */
PITH_API pith_rules* pith_rules_load(const pith_rules* base, const char* bytes, size_t length, char* error,
                                     size_t error_size);
PITH_API void pith_rules_free(pith_rules* rules);

/** `options` NULL: the defaults. `rules` NULL: the built-in ones; they may be freed before the extractor. */
PITH_API pith_extractor* pith_extractor_new(const pith_options* options, const pith_rules* rules);
PITH_API void pith_extractor_free(pith_extractor* extractor);
/** Limits::max_work of pith/options.hpp, in bytes of work, for the pages to come. UINT64_MAX: no limit, the default. */
PITH_API void pith_extractor_set_max_work(pith_extractor* extractor, uint64_t max_work);

/** Any bytes give an article, perhaps an empty one. Independent of the extractor and of the source. */
PITH_API pith_article* pith_extract(pith_extractor* extractor, const pith_source* source);
PITH_API void pith_article_free(pith_article* article);

/** Empty when the page does not say, or for a field of a later version. */
PITH_API pith_string pith_article_field(const pith_article* article, int32_t field);
/** Where a field of the metadata was found ("json_ld", "byline", ...), or empty. `confidence` (may be NULL): how
   often such values are right, 0 to 1; an estimate where that was not measured. */
PITH_API pith_string pith_article_field_origin(const pith_article* article, int32_t field, float* confidence);
/** Expected word F1 of the kept blocks, 0 to 1. */
PITH_API float pith_article_confidence(const pith_article* article);
/** Probability that PITH_FIELD_VERDICT is right, 0 to 1. */
PITH_API float pith_article_verdict_confidence(const pith_article* article);
/** 1 when the headline counts as article text: the formats print it above the blocks, which do not repeat it. */
PITH_API int pith_article_title_in_text(const pith_article* article);
/** Rendered once per format and kept in the article. Empty when memory ran out or the format is unknown. */
PITH_API pith_string pith_article_render(pith_article* article, int32_t format);

PITH_API size_t pith_article_block_count(const pith_article* article);
/** 1, or 0 when there is no such block: then `block` is unchanged. */
PITH_API int pith_article_block(const pith_article* article, size_t index, pith_block* block);
/** Dropped blocks; none unless PITH_KEEP_DROPPED. */
PITH_API size_t pith_article_dropped_count(const pith_article* article);
PITH_API int pith_article_dropped(const pith_article* article, size_t index, pith_block* block);

/** Links, emphasis and the like within the kept block, and within the dropped block, of that number. 1, or 0 when there
   is none. */
PITH_API size_t pith_article_span_count(const pith_article* article, size_t block);
PITH_API int pith_article_span(const pith_article* article, size_t block, size_t index, pith_span* span);
PITH_API size_t pith_article_dropped_span_count(const pith_article* article, size_t block);
PITH_API int pith_article_dropped_span(const pith_article* article, size_t block, size_t index, pith_span* span);

/** Frames around the kept block, and around the dropped block, of that number, outermost first. 1, or 0 when there is
   none. */
PITH_API size_t pith_article_frame_count(const pith_article* article, size_t block);
PITH_API int pith_article_frame(const pith_article* article, size_t block, size_t index, pith_frame* frame);
PITH_API size_t pith_article_dropped_frame_count(const pith_article* article, size_t block);
PITH_API int pith_article_dropped_frame(const pith_article* article, size_t block, size_t index, pith_frame* frame);

PITH_API size_t pith_article_notice_count(const pith_article* article);
/** Name of the notice's code, "charset_guessed", or empty when there is none. `count`, `detail`: may be NULL. */
PITH_API pith_string pith_article_notice(const pith_article* article, size_t index, uint64_t* count,
                                         pith_string* detail);

/** The same run with everything that led to it; slower and larger, for people. `memory`: may be NULL. */
PITH_API pith_explanation* pith_explain(pith_extractor* extractor, const pith_source* source,
                                        const pith_site_memory* memory);
PITH_API void pith_explanation_free(pith_explanation* explanation);
/** The article of that run. Owned by the explanation: not to be freed. */
PITH_API pith_article* pith_explanation_article(pith_explanation* explanation);
/** A line a block; with PITH_EXPLAIN_EVIDENCE its phrases and features below it. Rendered once per detail. */
PITH_API pith_string pith_explanation_render(pith_explanation* explanation, int32_t detail);
/** All blocks of the page in document order, kept or not. */
PITH_API size_t pith_explanation_block_count(const pith_explanation* explanation);
/** 1, or 0 when there is no such block. `block`, `evidence`: may be NULL. */
PITH_API int pith_explanation_block(const pith_explanation* explanation, size_t index, pith_block* block,
                                    pith_evidence* evidence);
/** A phrase of the rules that was found in the block, or empty. `match` ("line", "prefix", "suffix", "heading",
   "inside"), `category`: may be NULL. */
PITH_API pith_string pith_explanation_phrase(const pith_explanation* explanation, size_t block, size_t index,
                                             pith_string* match, pith_string* category);
/** Name of a measured property of the block, or empty. `value`: may be NULL. */
PITH_API pith_string pith_explanation_feature(const pith_explanation* explanation, size_t block, size_t index,
                                              float* value);
/** How far that property moved the model's score, in logits; 0 when there is none. See NamedValue of
   pith/explain.hpp. */
PITH_API float pith_explanation_feature_moved(const pith_explanation* explanation, size_t block, size_t index);

/** What a site repeats from page to page; see pith/site.hpp. Reading from several threads at once is safe as long as
   nobody learns, merges, forgets or saves. */
PITH_API pith_site_memory* pith_site_memory_new(void);
PITH_API void pith_site_memory_free(pith_site_memory* memory);
/** Adds a page. 1, or 0 when memory ran out. */
PITH_API int pith_learn(pith_extractor* extractor, const pith_source* source, pith_site_memory* memory);
/** pith_extract() with what is known of the page's site: lines that other pages have too get lower scores. */
PITH_API pith_article* pith_extract_with(pith_extractor* extractor, const pith_source* source,
                                         const pith_site_memory* memory);
/** Adds what `other` has learned. 1, or 0 when memory ran out. */
PITH_API int pith_site_memory_merge(pith_site_memory* memory, const pith_site_memory* other);
/** Forgets all pages of a host: that of a URL in lower case, without "www." and port. */
PITH_API void pith_site_memory_forget(pith_site_memory* memory, const char* host, size_t length);
PITH_API size_t pith_site_memory_hosts(const pith_site_memory* memory);
PITH_API size_t pith_site_memory_pages(const pith_site_memory* memory);
/** The memory as bytes, the same on every machine; good until it is asked again or freed. Empty when memory ran out. */
PITH_API pith_string pith_site_memory_save(pith_site_memory* memory);
/** What was saved. NULL when the bytes are refused: `error` as in pith_rules_load(). */
PITH_API pith_site_memory* pith_site_memory_load(const char* bytes, size_t length, char* error, size_t error_size);

#ifdef __cplusplus
}
#endif
