/* Uses all of <pith/c.h> from C11, also wrongly: every check that fails is printed, and the exit code says how many. */
#include <pith/c.h>

#include <stddef.h>
#include <stdio.h>
#include <string.h>

static int failures = 0;

static void check(int holds, const char* what) {
  if (holds) return;
  fprintf(stderr, "failed: %s\n", what);
  ++failures;
}

static int equals(pith_string text, const char* expected) {
  return text.length == strlen(expected) && memcmp(text.data, expected, text.length) == 0;
}

static int contains(pith_string text, const char* part) {
  return strstr(text.data, part) != NULL;
}

static const char page[] =
    "<!doctype html><html lang=\"en\"><head><title>River floods the old town</title>"
    "<meta name=\"author\" content=\"Mary Example\"><meta name=\"author\" content=\"John Sample\">"
    "<meta property=\"article:published_time\" content=\"2024-03-23T08:15:00+01:00\">"
    "<meta property=\"og:site_name\" content=\"Lower Valley Herald\"></head><body>"
    "<nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/news\">News</a></li></ul></nav><article>"
    "<h1>River floods the old town</h1>"
    "<p>The river rose by two metres overnight, and the lower town had to be cleared before dawn by firemen.</p>"
    "<p>Firemen carried the last of the residents out by boat, while the army closed both bridges to traffic.</p>"
    "<h2>What comes next</h2>"
    "<p>Nobody was <em>hurt</em>, <a href=\"/mayor\">the mayor</a> said, but the damage to the old market hall may "
    "cost the town millions.</p>"
    "<p>Listen to Hilltop Radio on every weekday.</p></article>"
    "<footer><p>Copyright 2024 Lower Valley Herald. All rights reserved.</p></footer></body></html>";

static const char rules_file[] =
    "# pith phrases 1\n"
    "app_promo\tprefix\tListen to Hilltop Radio\tListen to Hilltop Radio on every weekday.\t-\n";

static pith_source source_of(const char* bytes, size_t length) {
  pith_source source;
  pith_source_init(&source);
  source.bytes = bytes;
  source.bytes_length = length;
  return source;
}

static void check_versions(void) {
  check(pith_abi_version() == 1, "the ABI version is 1");
  check(strlen(pith_version()) >= 5, "the version is major.minor.patch");
}

static void check_defaults(void) {
  pith_options options;
  pith_options_init(&options);
  check(options.size == sizeof options, "options know their size");
  check(options.leaning == PITH_LEANING_BALANCED &&
            options.keep == (PITH_KEEP_CAPTIONS | PITH_KEEP_IMAGES | PITH_KEEP_EMBEDS),
        "default choices");
  check(options.max_input_bytes > 0 && options.max_parse_bytes > 0, "default budgets of bytes");
  check(options.metadata_guesses == 1, "guesses are allowed");
  check(options.max_depth > 0 && options.max_blocks > 0, "default budgets of the page");
  pith_source source;
  pith_source_init(&source);
  check(source.size == sizeof source && source.bytes == NULL && source.kind == PITH_SOURCE_AUTOMATIC, "empty source");
  pith_block block;
  pith_block_init(&block);
  check(block.size == sizeof block, "blocks know their size");
}

static void check_fields(const pith_article* article) {
  check(equals(pith_article_field(article, PITH_FIELD_TITLE), "River floods the old town"), "title");
  check(contains(pith_article_field(article, PITH_FIELD_AUTHORS), "Mary Example"), "authors");
  check(contains(pith_article_field(article, PITH_FIELD_PUBLISHED), "2024-03-23"), "date of publication");
  check(equals(pith_article_field(article, PITH_FIELD_SITE_NAME), "Lower Valley Herald"), "site name");
  check(equals(pith_article_field(article, PITH_FIELD_LANGUAGE), "en"), "language");
  check(equals(pith_article_field(article, PITH_FIELD_CHARSET), "UTF-8"), "charset");
  check(equals(pith_article_field(article, PITH_FIELD_VERDICT), "article"), "verdict");
  float confidence = 0;
  check(equals(pith_article_field_origin(article, PITH_FIELD_SITE_NAME, &confidence), "open_graph"),
        "origin of a field");
  check(confidence > 0 && confidence <= 1, "how often it is right");
  check(pith_article_field_origin(article, PITH_FIELD_MODIFIED, NULL).length == 0, "an empty field has no origin");
  check(pith_article_field_origin(article, PITH_FIELD_VERDICT, NULL).length == 0, "nor has what is no metadata");
  check(pith_article_field_origin(article, 99, NULL).length == 0, "nor an unknown field");
  check(pith_article_field(article, PITH_FIELD_MODIFIED).length == 0, "what the page does not say is empty");
  for (int32_t field = PITH_FIELD_TITLE; field <= PITH_FIELD_HOSTNAME; ++field) {
    const pith_string text = pith_article_field(article, field);
    check(text.data != NULL && text.data[text.length] == '\0', "fields end with a zero byte");
  }
  check(pith_article_field(article, 99).length == 0 && pith_article_field(article, -1).length == 0, "unknown fields");
  check(pith_article_confidence(article) > 0 && pith_article_confidence(article) <= 1, "confidence");
}

static void check_renderings(pith_article* article) {
  const pith_string text = pith_article_render(article, PITH_FORMAT_TEXT);
  check(contains(text, "Firemen carried") && !contains(text, "All rights reserved"), "the text is the article");
  check(pith_article_render(article, PITH_FORMAT_TEXT).data == text.data, "a rendering is made once");
  check(contains(pith_article_render(article, PITH_FORMAT_MARKDOWN), "## What comes next"), "Markdown");
  check(contains(pith_article_render(article, PITH_FORMAT_HTML), "<h2>What comes next</h2>"), "HTML");
  check(contains(pith_article_render(article, PITH_FORMAT_JSON), "\"verdict\""), "JSON");
  const pith_string line = pith_article_render(article, PITH_FORMAT_JSON_LINE);
  check(contains(line, "\"verdict\":") && strchr(line.data, '\n') == NULL, "JSON on one line");
  check(!contains(line, "\"origins\""), "origins only when asked for");
  check(contains(pith_article_render(article, PITH_FORMAT_JSON_ORIGINS), "\"origins\""), "JSON with origins");
  check(contains(pith_article_render(article, PITH_FORMAT_JSON_LINE_ORIGINS), "\"origins\""), "on one line as well");
  const char link[] = "https://herald.example/mayor";
  check(contains(pith_article_render(article, PITH_FORMAT_MARKDOWN), link), "Markdown has links");
  check(!contains(pith_article_render(article, PITH_FORMAT_MARKDOWN_NO_LINKS), link), "Markdown without links");
  check(contains(pith_article_render(article, PITH_FORMAT_HTML), link), "HTML has links");
  check(!contains(pith_article_render(article, PITH_FORMAT_HTML_NO_LINKS), link), "HTML without links");
  check(pith_article_title_in_text(article) == 1, "the headline is part of the text");
  check(pith_article_render(article, 99).length == 0 && pith_article_render(article, -1).length == 0, "no such format");
}

static void check_kept_blocks(const pith_article* article) {
  int headings = 0;
  for (size_t i = 0; i < pith_article_block_count(article); ++i) {
    pith_block block;
    pith_block_init(&block);
    check(pith_article_block(article, i, &block) == 1, "each block is there");
    check(block.text.length > 0 && equals(block.category, "content"), "kept blocks have text and are content");
    check(block.reason.data != NULL && block.score >= 0 && block.score <= 1, "score and reason");
    if (equals(block.kind, "heading")) headings += block.level == 2;
  }
  check(headings == 1, "the heading has its level");
}

static void check_spans(const pith_article* article) {
  int links = 0;
  int emphasis = 0;
  for (size_t block = 0; block < pith_article_block_count(article); ++block) {
    for (size_t i = 0; i < pith_article_span_count(article, block); ++i) {
      pith_span span;
      pith_span_init(&span);
      check(pith_article_span(article, block, i, &span) == 1 && span.begin < span.end, "each span is there");
      links += span.kind == PITH_SPAN_LINK && equals(span.target, "https://herald.example/mayor");
      emphasis += span.kind == PITH_SPAN_EMPHASIS && span.end - span.begin == strlen("hurt");
    }
  }
  check(links == 1 && emphasis == 1, "the link and the emphasis");
  pith_span span;
  check(pith_article_span(article, 0, 99, &span) == 0 && pith_article_span_count(article, 999) == 0, "no such span");
}

/* 1 when a dropped block has a link to a page of the site. */
static int dropped_links(const pith_article* article) {
  for (size_t block = 0; block < pith_article_dropped_count(article); ++block) {
    pith_span span;
    pith_span_init(&span);
    if (pith_article_dropped_span_count(article, block) > 0 &&
        pith_article_dropped_span(article, block, 0, &span) == 1 && contains(span.target, "https://herald.example/"))
      return 1;
  }
  return 0;
}

/* 1 when a dropped block begins with `text` and has `category`. */
static int dropped_as(const pith_article* article, const char* text, const char* category) {
  for (size_t i = 0; i < pith_article_dropped_count(article); ++i) {
    pith_block block;
    pith_block_init(&block);
    if (pith_article_dropped(article, i, &block) != 1) return 0;
    if (strncmp(block.text.data, text, strlen(text)) == 0 && equals(block.category, category)) return 1;
  }
  return 0;
}

static void check_notices(const pith_article* article) {
  check(pith_article_notice_count(article) > 0, "there is a notice");
  uint64_t count = 7;
  pith_string detail = {NULL, 0};
  check(equals(pith_article_notice(article, 0, &count, &detail), "read_as_html"), "its code");
  check(count == 0 && detail.data != NULL, "its count and detail");
  check(pith_article_notice(article, 0, NULL, NULL).length > 0, "count and detail may be left out");
  check(pith_article_notice(article, 999, &count, &detail).length == 0, "no such notice");
}

static void check_extraction(void) {
  pith_options options;
  pith_options_init(&options);
  options.keep |= PITH_KEEP_DROPPED;
  pith_extractor* extractor = pith_extractor_new(&options, NULL);
  pith_source source = source_of(page, sizeof page - 1);
  source.url = "https://herald.example/river";
  source.url_length = strlen(source.url);
  source.content_type = "text/html; charset=utf-8";
  source.content_type_length = strlen(source.content_type);
  pith_article* article = pith_extract(extractor, &source);
  pith_extractor_free(extractor); /* the article does not need it */
  check_fields(article);
  check_renderings(article);
  check_kept_blocks(article);
  check_spans(article);
  check_notices(article);
  check(dropped_links(article), "dropped blocks have their links");
  check(dropped_as(article, "Copyright 2024", "copyright"), "dropped blocks have their category");
  pith_article_free(article);
}

static void check_options(void) {
  pith_options options;
  pith_options_init(&options);
  options.leaning = PITH_LEANING_PRECISE;
  options.max_input_bytes = 40;
  pith_extractor* extractor = pith_extractor_new(&options, NULL);
  pith_source source = source_of(page, sizeof page - 1);
  source.kind = PITH_SOURCE_TEXT;
  source.encoding = "windows-1252";
  source.encoding_length = strlen(source.encoding);
  pith_article* article = pith_extract(extractor, &source);
  check(equals(pith_article_field(article, PITH_FIELD_CHARSET), "windows-1252"), "the encoding is obeyed");
  check(equals(pith_article_notice(article, 0, NULL, NULL), "truncated"), "the budget is obeyed");
  pith_article_free(article);
  pith_extractor_set_max_work(extractor, 0);
  article = pith_extract(extractor, &source);
  check(pith_article_block_count(article) == 0, "no work, no blocks");
  check(equals(pith_article_notice(article, 1, NULL, NULL), "work_spent"), "and a notice says why");
  pith_article_free(article);
  pith_extractor_free(extractor);
}

static void check_declared(void) {
  const char declared[] =
      "<html><head><title>River floods the old town</title><meta property=\"article:section\" content=\"Region\">"
      "<link rel=\"license\" href=\"https://license.example/by\">"
      "<link rel=\"alternate\" hreflang=\"de\" href=\"https://herald.example/fluss\">"
      "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":true,\"author\":"
      "{\"@type\":\"Person\",\"name\":\"Mary Example\",\"url\":\"https://herald.example/mary\"}}</script></head><body>"
      "<p>The river rose by two metres overnight, and the lower town had to be cleared before dawn.</p></body></html>";
  pith_extractor* extractor = pith_extractor_new(NULL, NULL);
  pith_source source = source_of(declared, sizeof declared - 1);
  source.url = "https://herald.example/river";
  source.url_length = strlen(source.url);
  pith_article* article = pith_extract(extractor, &source);
  check(equals(pith_article_field(article, PITH_FIELD_SECTION), "Region"), "section");
  check(equals(pith_article_field(article, PITH_FIELD_LICENSE), "https://license.example/by"), "license");
  check(equals(pith_article_field(article, PITH_FIELD_ALTERNATES), "de\thttps://herald.example/fluss"), "alternates");
  check(equals(pith_article_field(article, PITH_FIELD_PAGE_TYPE), "NewsArticle"), "type of the page");
  check(equals(pith_article_field(article, PITH_FIELD_ACCESS), "free"), "access");
  check(equals(pith_article_field(article, PITH_FIELD_AUTHOR_URLS), "https://herald.example/mary"), "author's page");
  check(equals(pith_article_field(article, PITH_FIELD_HOSTNAME), "herald.example"), "hostname");
  pith_article_free(article);
  pith_extractor_free(extractor);
}

/* The date in the address is a guess. */
static void check_guesses(void) {
  pith_options options;
  pith_options_init(&options);
  const char bare[] = "<p>The river rose by two metres overnight, and the lower town had to be cleared by firemen.</p>";
  pith_source source = source_of(bare, sizeof bare - 1);
  source.url = "https://herald.example/2024/03/23/river.html";
  source.url_length = strlen(source.url);
  for (options.metadata_guesses = PITH_METADATA_NONE; options.metadata_guesses <= PITH_METADATA_GUESSED;
       ++options.metadata_guesses) {
    pith_extractor* extractor = pith_extractor_new(&options, NULL);
    pith_article* article = pith_extract(extractor, &source);
    const size_t length = pith_article_field(article, PITH_FIELD_PUBLISHED).length;
    check((length > 0) == (options.metadata_guesses == PITH_METADATA_GUESSED), "guesses are left out when not wanted");
    const size_t host = pith_article_field(article, PITH_FIELD_HOSTNAME).length;
    check((host > 0) == (options.metadata_guesses != PITH_METADATA_NONE), "metadata is left out when not wanted");
    pith_article_free(article);
    pith_extractor_free(extractor);
  }
}

static void check_rules(void) {
  pith_rules* builtin = pith_rules_new();
  char error[200] = "";
  check(pith_rules_load(builtin, "no rules\n", 9, error, sizeof error) == NULL, "a wrong file is refused");
  check(strncmp(error, "line 1: ", 8) == 0, "the error says where");
  char cut[5] = "";
  check(pith_rules_load(NULL, "no rules\n", 9, cut, sizeof cut) == NULL && strcmp(cut, "line") == 0, "a cut error");
  check(pith_rules_load(NULL, "no rules\n", 9, NULL, 0) == NULL, "nobody has to ask for the error");

  pith_rules* rules = pith_rules_load(builtin, rules_file, sizeof rules_file - 1, error, sizeof error);
  check(rules != NULL, "a right file is taken");
  pith_rules_free(builtin);
  pith_options options;
  pith_options_init(&options);
  options.keep |= PITH_KEEP_DROPPED;
  pith_extractor* extractor = pith_extractor_new(&options, rules);
  pith_rules_free(rules); /* the extractor keeps what it needs */
  const pith_source source = source_of(page, sizeof page - 1);
  pith_article* article = pith_extract(extractor, &source);
  check(dropped_as(article, "Listen to Hilltop Radio", "app_promo"), "the rules were used");
  pith_article_free(article);
  pith_extractor_free(extractor);
}

static void check_evidence(const pith_explanation* explanation, size_t index, const pith_evidence* evidence) {
  float value = -1;
  for (size_t i = 0; i < evidence->feature_count; ++i)
    check(pith_explanation_feature(explanation, index, i, &value).length > 0, "features have names");
  check(pith_explanation_feature(explanation, index, evidence->feature_count, &value).length == 0, "no such feature");
  float moved = 0;
  for (size_t i = 0; i < evidence->feature_count; ++i) {
    const float one = pith_explanation_feature_moved(explanation, index, i);
    moved += one < 0 ? -one : one;
  }
  check(moved > 0, "features moved the score");
  check(pith_explanation_feature_moved(explanation, index, evidence->feature_count) == 0, "no such feature moved it");
  for (size_t i = 0; i < evidence->phrase_count; ++i) {
    pith_string match = {NULL, 0};
    pith_string category = {NULL, 0};
    check(pith_explanation_phrase(explanation, index, i, &match, &category).length > 0, "phrases have texts");
    check(match.length > 0 && category.length > 0, "and say how they were found");
  }
  check(pith_explanation_phrase(explanation, index, evidence->phrase_count, NULL, NULL).length == 0, "no such phrase");
}

static void check_explanation(void) {
  pith_extractor* extractor = pith_extractor_new(NULL, NULL);
  const pith_source source = source_of(page, sizeof page - 1);
  pith_explanation* explanation = pith_explain(extractor, &source, NULL);
  pith_extractor_free(extractor);
  check(
      equals(pith_article_field(pith_explanation_article(explanation), PITH_FIELD_TITLE), "River floods the old town"),
      "an explanation has its article");
  size_t kept = 0;
  size_t phrases = 0;
  for (size_t i = 0; i < pith_explanation_block_count(explanation); ++i) {
    pith_block block;
    pith_evidence evidence;
    pith_block_init(&block);
    pith_evidence_init(&evidence);
    check(pith_explanation_block(explanation, i, &block, &evidence) == 1, "each explained block is there");
    check(block.text.length > 0 && contains(evidence.path, "body"), "with text and place");
    check(evidence.model_score >= 0 && evidence.model_score <= 1 && evidence.feature_count > 0, "score and features");
    check_evidence(explanation, i, &evidence);
    kept += evidence.kept == 1;
    phrases += evidence.phrase_count;
  }
  const pith_article* article = pith_explanation_article(explanation);
  check(kept == pith_article_block_count(article) + 1, "kept are the headline and the blocks of the article");
  check(phrases > 0, "a phrase was found");
  const pith_string blocks = pith_explanation_render(explanation, PITH_EXPLAIN_BLOCKS);
  check(contains(blocks, "Firemen carried"), "an explanation can be read");
  check(pith_explanation_render(explanation, PITH_EXPLAIN_EVIDENCE).length > blocks.length,
        "with evidence it is longer");
  check(pith_explanation_block(explanation, 999, NULL, NULL) == 0, "no such explained block");
  check(pith_explanation_block(explanation, 0, NULL, NULL) == 1, "both may be left out");
  pith_explanation_free(explanation);
}

/* Page `number` of a site that has one odd line on all of its pages. */
static pith_source site_page(char* bytes, size_t size, char* url, size_t url_size, int number) {
  const int length =
      snprintf(bytes, size,
               "<html><body><article><h1>Report %d</h1><p>In village %d the river rose by %d metres overnight, "
               "and people of street %d had to leave their houses before dawn.</p><p>Meet the Weaver family of "
               "Hilltop at the spring market for tea, they say to all who pass.</p></article></body></html>",
               number, number, number, number);
  pith_source source = source_of(bytes, (size_t)length);
  source.url = url;
  source.url_length = (size_t)snprintf(url, url_size, "https://herald.example/report/%d", number);
  return source;
}

static void check_site(void) {
  char bytes[1000];
  char url[100];
  pith_extractor* extractor = pith_extractor_new(NULL, NULL);
  pith_site_memory* memory = pith_site_memory_new();
  for (int number = 1; number <= 12; ++number) {
    const pith_source source = site_page(bytes, sizeof bytes, url, sizeof url, number);
    check(pith_learn(extractor, &source, memory) == 1, "a page is learned");
  }
  check(pith_site_memory_hosts(memory) == 1 && pith_site_memory_pages(memory) == 12, "hosts and pages");
  const pith_string saved = pith_site_memory_save(memory);
  pith_site_memory* copy = pith_site_memory_load(saved.data, saved.length, NULL, 0);
  check(pith_site_memory_pages(copy) == 12, "a memory is saved and loaded");
  char error[100] = "";
  check(pith_site_memory_load("no memory", 9, error, sizeof error) == NULL && error[0] != '\0',
        "or refused with a reason");
  pith_site_memory* merged = pith_site_memory_new();
  check(pith_site_memory_merge(merged, copy) == 1 && pith_site_memory_pages(merged) == 12, "and merged");
  pith_site_memory_free(merged);

  const pith_source source = site_page(bytes, sizeof bytes, url, sizeof url, 3);
  float score[2] = {0, 0};
  for (int with_memory = 0; with_memory < 2; ++with_memory) {
    pith_explanation* explanation = pith_explain(extractor, &source, with_memory == 1 ? copy : NULL);
    pith_block block;
    pith_block_init(&block);
    check(pith_explanation_block(explanation, pith_explanation_block_count(explanation) - 1, &block, NULL) == 1,
          "its last block");
    score[with_memory] = block.score;
    pith_explanation_free(explanation);
  }
  check(score[1] < score[0], "what the site repeats is judged down");
  pith_article* article = pith_extract_with(extractor, &source, copy);
  check(article != NULL && !contains(pith_article_render(article, PITH_FORMAT_TEXT), "Weaver family"), "and left out");
  pith_article_free(article);
  pith_site_memory_forget(copy, "herald.example", strlen("herald.example"));
  check(pith_site_memory_hosts(copy) == 0, "a host is forgotten");
  pith_site_memory_free(copy);
  pith_site_memory_free(memory);
  pith_extractor_free(extractor);
}

static void check_fetch_time(void) {
  const char recent[] =
      "<html><body><h1>River floods the old town</h1><p>Published: 3 hours ago</p><p>The river rose by two metres "
      "overnight, and the lower town had to be cleared before dawn by firemen of the valley.</p></body></html>";
  pith_extractor* extractor = pith_extractor_new(NULL, NULL);
  pith_source source = source_of(recent, sizeof recent - 1);
  source.fetched_at = 1711156500; /* 2024-03-23T01:15 */
  pith_article* article = pith_extract(extractor, &source);
  check(contains(pith_article_field(article, PITH_FIELD_PUBLISHED), "2024-03-22"), "hours count from the fetch");
  pith_article_free(article);
  pith_extractor_free(extractor);
}

static void check_null_objects(void) {
  pith_site_memory_free(NULL);
  pith_site_memory_forget(NULL, "a", 1);
  check(pith_learn(NULL, NULL, NULL) == 0 && pith_extract_with(NULL, NULL, NULL) == NULL, "no page to learn");
  check(pith_site_memory_merge(NULL, NULL) == 0 && pith_site_memory_hosts(NULL) == 0, "no site");
  check(pith_site_memory_pages(NULL) == 0 && pith_site_memory_save(NULL).length == 0, "no pages");
  pith_explanation_free(NULL);
  pith_span_init(NULL);
  pith_evidence_init(NULL);
  check(pith_explain(NULL, NULL, NULL) == NULL && pith_explanation_article(NULL) == NULL, "no explanation");
  check(pith_explanation_render(NULL, 0).length == 0 && pith_explanation_block_count(NULL) == 0, "of nothing");
  check(pith_explanation_phrase(NULL, 0, 0, NULL, NULL).length == 0, "no phrase");
  check(pith_explanation_feature(NULL, 0, 0, NULL).length == 0, "no feature");
  check(pith_article_span_count(NULL, 0) == 0 && pith_article_span(NULL, 0, 0, NULL) == 0, "no spans");
  check(pith_article_dropped_span_count(NULL, 0) == 0 && pith_article_dropped_span(NULL, 0, 0, NULL) == 0, "none");
  check(pith_article_field_origin(NULL, PITH_FIELD_TITLE, NULL).length == 0, "no origin");
  check(pith_article_title_in_text(NULL) == 0, "no headline");
  pith_rules_free(NULL);
  pith_extractor_free(NULL);
  pith_article_free(NULL);
  pith_options_init(NULL);
  pith_source_init(NULL);
  pith_block_init(NULL);
  pith_extractor_set_max_work(NULL, 1);
  check(pith_extract(NULL, NULL) == NULL, "no extractor, no article");
  check(pith_article_field(NULL, PITH_FIELD_TITLE).length == 0, "no field");
  check(pith_article_render(NULL, PITH_FORMAT_TEXT).length == 0, "no rendering");
  check(pith_article_confidence(NULL) == 0, "no confidence");
  check(pith_article_block_count(NULL) == 0 && pith_article_block(NULL, 0, NULL) == 0, "no blocks");
  check(pith_article_dropped_count(NULL) == 0 && pith_article_dropped(NULL, 0, NULL) == 0, "no dropped blocks");
  check(pith_article_notice_count(NULL) == 0 && pith_article_notice(NULL, 0, NULL, NULL).length == 0, "no notices");
}

static void check_null_arguments(void) {
  pith_rules* nothing = pith_rules_load(NULL, NULL, 0, NULL, 0);
  check(nothing == NULL, "no bytes are no rules");
  pith_extractor* extractor = pith_extractor_new(NULL, NULL);
  pith_article* empty = pith_extract(extractor, NULL);
  check(empty != NULL && pith_article_block_count(empty) == 0, "no source gives an empty article");
  check(equals(pith_article_field(empty, PITH_FIELD_VERDICT), "not_a_page"), "which says why");
  check(pith_article_render(empty, PITH_FORMAT_TEXT).data != NULL, "an empty rendering is no NULL");
  pith_article_free(empty);
  const pith_source source = source_of(page, sizeof page - 1);
  pith_article* article = pith_extract(extractor, &source);
  check(pith_article_block(article, 0, NULL) == 0, "a block needs a place");
  check(pith_article_dropped_count(article) == 0, "dropped blocks are kept only when asked for");
  pith_article_free(article);
  pith_extractor_free(extractor);
}

/* A caller compiled with an older header has shorter structs: what it does not know is neither read nor written. */
static void check_older_callers(void) {
  pith_options options;
  pith_options_init(&options);
  options.size = offsetof(pith_options, max_input_bytes);
  options.max_input_bytes = 1;
  pith_extractor* extractor = pith_extractor_new(&options, NULL);
  const pith_source source = source_of(page, sizeof page - 1);
  pith_article* article = pith_extract(extractor, &source);
  check(pith_article_block_count(article) > 0, "fields past the size are not read");
  pith_block block;
  pith_block_init(&block);
  block.size = offsetof(pith_block, score);
  block.score = 7;
  check(pith_article_block(article, 0, &block) == 1 && block.text.length > 0, "fields within the size are written");
  check(block.score == 7 && block.size == offsetof(pith_block, score), "fields past the size are not written");
  pith_article_free(article);
  pith_extractor_free(extractor);
}

/* The structs of a caller with an older or a newer header are shorter or longer than the library's. */
static void check_sized_structs(void) {
  _Alignas(8) unsigned char memory[sizeof(pith_source) + 64];
  for (size_t size = sizeof(size_t); size <= sizeof memory; ++size) {
    memset(memory, 0xA5, sizeof memory);
    pith_source_init_sized((pith_source*)(void*)memory, size);
    size_t told = 0;
    memcpy(&told, memory, sizeof told);
    check(told == size, "a struct knows the size that its caller has for it");
    for (size_t at = sizeof(size_t); at < sizeof memory; ++at)
      check(memory[at] == (at < size ? 0 : 0xA5), "and is written up to there, no further");
  }
  struct {
    pith_options options;
    unsigned char after[8];
  } guarded;
  memset(&guarded, 0xA5, sizeof guarded);
  const size_t known = offsetof(pith_options, max_depth);
  pith_options_init_sized(&guarded.options, known);
  check(guarded.options.size == known && guarded.options.max_parse_bytes > 0, "defaults of the fields that are there");
  check(guarded.options.max_depth == 0xA5A5A5A5U && guarded.after[0] == 0xA5, "the others are left alone");
  pith_extractor* extractor = pith_extractor_new(&guarded.options, NULL);
  const pith_source source = source_of(page, sizeof page - 1);
  pith_article* article = pith_extract(extractor, &source);
  check(pith_article_block_count(article) > 0, "and have their defaults in the library");
  pith_article_free(article);
  pith_extractor_free(extractor);
  memset(&guarded, 0xA5, sizeof guarded);
  pith_options_init_sized(&guarded.options, 3);
  check(guarded.options.leaning == (int32_t)0xA5A5A5A5U, "no room for a size: nothing is written");
}

/* What the caller knows of the page. */
static void check_known(void) {
  const char thread[] =
      "<html><body><div class=\"title\">A question of rivers</div><p>The river rose by two metres overnight, and the "
      "lower town had to be cleared before dawn by firemen.</p></body></html>";
  pith_extractor* extractor = pith_extractor_new(NULL, NULL);
  pith_source source = source_of(thread, sizeof thread - 1);
  source.expect = PITH_EXPECT_FORUM;
  source.known_title = "A Question of Rivers";
  source.known_title_length = strlen(source.known_title);
  pith_article* article = pith_extract(extractor, &source);
  check(equals(pith_article_field(article, PITH_FIELD_VERDICT), "forum"), "the kind of page is the caller's");
  check(equals(pith_article_field(article, PITH_FIELD_TITLE), "A question of rivers"), "the headline is found");
  pith_article_free(article);
  source.expect = 99;
  source.known_title = NULL;
  source.known_title_length = 0;
  article = pith_extract(extractor, &source);
  check(equals(pith_article_field(article, PITH_FIELD_VERDICT), "article"), "an unknown kind is none");
  pith_article_free(article);
  pith_extractor_free(extractor);
}

int main(void) {
  check_versions();
  check_defaults();
  check_extraction();
  check_options();
  check_declared();
  check_guesses();
  check_fetch_time();
  check_site();
  check_rules();
  check_explanation();
  check_null_objects();
  check_null_arguments();
  check_older_callers();
  check_sized_structs();
  check_known();
  return failures;
}
