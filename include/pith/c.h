/// pith as a stable C ABI: the same verbs as <pith.hpp>, for C, Python, Rust, Go and everything that can call C.
///
/// Strings are UTF-8 with an explicit length; they are followed by a zero byte that does not count. No exception
/// crosses. A function that makes an object answers NULL when memory ran out, and only then, unless it says otherwise.
/// NULL in place of an object is answered by NULL, an empty string or 0: a chain of calls may be checked at its end.
///
/// Ownership: what a `_new`, `_load` or `pith_extract` answers is the caller's, to be given to the `_free` of its type
/// (NULL is allowed there). Every pith_string views the object it was asked of and lives as long as that.
///
/// Threads: a pith_extractor and a pith_article serve one thread at a time; pith_rules may be shared by all threads.
///
/// Compatibility: structs begin with their own size, which the `_init` functions set. Later versions append fields and
/// enumerators, never change or reorder them. pith_abi_version() changes only when that promise had to be broken.
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

typedef struct pith_rules pith_rules;
typedef struct pith_extractor pith_extractor;
typedef struct pith_article pith_article;

typedef struct pith_string {
  const char* data; /* never NULL */
  size_t length;    /* bytes */
} pith_string;

enum { PITH_SOURCE_AUTOMATIC = 0, PITH_SOURCE_HTML = 1, PITH_SOURCE_TEXT = 2 };
enum { PITH_LEANING_BALANCED = 0, PITH_LEANING_PRECISE = 1, PITH_LEANING_COMPLETE = 2 };
enum { PITH_KEEP_DROPPED = 1, PITH_KEEP_CREDITS = 2, PITH_KEEP_CAPTIONS = 4, PITH_KEEP_COMMENTS = 8 };
enum { PITH_FORMAT_TEXT = 0, PITH_FORMAT_MARKDOWN = 1, PITH_FORMAT_HTML = 2, PITH_FORMAT_JSON = 3 };
enum {
  PITH_FIELD_TITLE = 0,
  PITH_FIELD_AUTHORS = 1,   /* separated by "\n" */
  PITH_FIELD_PUBLISHED = 2, /* ISO 8601, as far as known */
  PITH_FIELD_MODIFIED = 3,
  PITH_FIELD_SITE_NAME = 4,
  PITH_FIELD_SOURCE = 5,
  PITH_FIELD_DESCRIPTION = 6,
  PITH_FIELD_CANONICAL_URL = 7,
  PITH_FIELD_IMAGE_URL = 8,
  PITH_FIELD_LANGUAGE = 9,  /* BCP 47 */
  PITH_FIELD_KEYWORDS = 10, /* separated by "\n" */
  PITH_FIELD_CHARSET = 11,
  PITH_FIELD_VERDICT = 12 /* "article", "listing", ... */
};

/* See pith/options.hpp for meanings and defaults. */
typedef struct pith_options {
  size_t size; /* of this struct, set by pith_options_init */
  int32_t leaning;
  uint32_t keep; /* PITH_KEEP_... bits */
  uint64_t max_input_bytes;
  uint64_t max_parse_bytes;
  uint32_t max_depth;
  uint32_t max_blocks;
} pith_options;

/* The bytes of one page. All pointers are read during the call only; NULL with length 0 where nothing is known. */
typedef struct pith_source {
  size_t size; /* of this struct, set by pith_source_init */
  const char* bytes;
  size_t bytes_length;
  const char* url;
  size_t url_length;
  const char* content_type;
  size_t content_type_length;
  const char* encoding;
  size_t encoding_length;
  int32_t kind;
} pith_source;

/* One block of an article; see pith/article.hpp. */
typedef struct pith_block {
  size_t size; /* of this struct, set by pith_block_init */
  pith_string text;
  pith_string kind;     /* "paragraph", "heading", ... */
  pith_string category; /* "content", "related", ... */
  pith_string reason;
  float score;
  uint32_t level; /* of a heading */
  uint32_t index;
  pith_string detail;
} pith_block;

/* The version of this ABI: 1. */
uint32_t pith_abi_version(void);
/* The version of the library, "major.minor.patch". Static. */
const char* pith_version(void);

void pith_options_init(pith_options* options);
void pith_source_init(pith_source* source);
void pith_block_init(pith_block* block);

/* The rules compiled in. To be freed like all others. */
pith_rules* pith_rules_new(void);
/* `base` (NULL: the built-in rules) with a rules file added. NULL when the file is refused: then `error` (may be NULL)
   holds one line that says why, cut to `error_size` bytes with its zero byte. */
pith_rules* pith_rules_load(const pith_rules* base, const char* bytes, size_t length, char* error, size_t error_size);
void pith_rules_free(pith_rules* rules);

/* `options` NULL: the defaults. `rules` NULL: the built-in ones; they may be freed before the extractor. */
pith_extractor* pith_extractor_new(const pith_options* options, const pith_rules* rules);
void pith_extractor_free(pith_extractor* extractor);

/* Any bytes give an article, perhaps an empty one. Independent of the extractor and of the source. */
pith_article* pith_extract(pith_extractor* extractor, const pith_source* source);
void pith_article_free(pith_article* article);

/* Empty when the page does not say, or for a field of a later version. */
pith_string pith_article_field(const pith_article* article, int32_t field);
/* Expected word F1 of the kept blocks, 0 to 1. */
float pith_article_confidence(const pith_article* article);
/* Rendered once per format and kept in the article. Empty when memory ran out or the format is unknown. */
pith_string pith_article_render(pith_article* article, int32_t format);

size_t pith_article_block_count(const pith_article* article);
/* 1, or 0 when there is no such block: then `block` is unchanged. */
int pith_article_block(const pith_article* article, size_t index, pith_block* block);
/* Dropped blocks; none unless PITH_KEEP_DROPPED. */
size_t pith_article_dropped_count(const pith_article* article);
int pith_article_dropped(const pith_article* article, size_t index, pith_block* block);

size_t pith_article_notice_count(const pith_article* article);
/* Name of the notice's code, "charset_guessed", or empty when there is none. `count`, `detail`: may be NULL. */
pith_string pith_article_notice(const pith_article* article, size_t index, uint64_t* count, pith_string* detail);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
