/// Article: what comes out of a page. Plain values that own all their text; nothing here refers to the
/// input, to the extractor or to the rules, so an Article may be kept, copied, compared and sent to another thread.
/// All strings are valid UTF-8. Equal (==) means equal in every member, scores to the last bit.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <pith/export.h>
#include <pith/names.hpp>

namespace pith {

/// What a block is by itself. Where it stands (in a list, a quote, a table) is told by its frames.
enum class BlockKind : std::uint8_t {
  paragraph,
  heading,     ///< `level` 1 to 6
  code,        ///< preformatted: text keeps its white space; `detail`: its language, "" when the page does not tell
  caption,     ///< of the figure or table around it, or what a details shows when it is closed
  term,        ///< what the definitions below it explain
  definition,  ///< a term's explanation, its first block; those that follow are paragraphs
  image,       ///< `text`: its alternative text, `detail`: its address
  math,        ///< a formula that stands alone; `text`: its LaTeX, without delimiters
  rule,        ///< a break between parts; no text
  embed,       ///< something that plays or is shown in a frame; `text`: its title, `detail`: its address
};

/// An element around blocks.
enum class FrameKind : std::uint8_t {
  quote,
  list,         ///< holds items
  item,         ///< of the list around it; `number`
  definitions,  ///< holds terms and definitions
  table,        ///< of data, not of layout; holds cells
  cell,         ///< of the table around it; `header`, `row`, `column` and spans
  figure,
  details,  ///< may be closed; its caption is always shown
  note,     ///< a footnote; `detail` of its first block (images, embeds and code apart) is its label
};

/// Whether an item of a list is something to do.
enum class Task : std::uint8_t {
  none,  ///< an item as any other
  open,  ///< its box has no mark
  done,
};
[[nodiscard]] PITH_API const char* name_of(Task task) noexcept;
template <>
[[nodiscard]] PITH_API std::optional<Task> from_name(std::string_view name) noexcept;

/// One of the frames around a block. Blocks in one element have frames of one `id`; no other frame has it. Why frames
/// on a flat vector of blocks, and not a tree: scores, categories and order are of blocks, and who wants only text
/// needs no walk. Renderers open and close what differs between one block and the next.
struct PITH_API Frame {
  FrameKind kind = FrameKind::quote;
  bool header = false;            ///< of a cell: it names its row or column
  std::uint16_t row_span = 1;     ///< of a cell
  std::uint16_t column_span = 1;  ///< of a cell
  Task task = Task::none;         ///< of an item
  std::uint32_t id = 0;           ///< of the element: any number
  std::uint32_t number = 0;       ///< of an item: its number, 0 in a list without
  std::uint32_t row = 0;          ///< of a cell: its place in the table's grid, from 0; empty cells have no blocks
  std::uint32_t column = 0;

  friend bool operator==(const Frame&, const Frame&) = default;
};

/// What a dropped block was. A kept block has `content`; one that only its kept image or quotation holds, `caption`.
enum class Category : std::uint8_t {
  content,        ///< part of the article
  navigation,     ///< menus, channel lists: "Home | News | Sport"
  breadcrumb,     ///< the path to this page: "首页 > 财经 > 正文"
  related,        ///< links to other articles and their teasers: "相关推荐", "Read next"
  hot_topics,     ///< what is popular on the site: "热点话题", "Trending"
  disclaimer,     ///< legal cover: "免责声明：本文仅代表作者个人观点"
  app_promo,      ///< get our app, follow our account, scan this code: "请关注…APP"
  share,          ///< "分享到微信", "Tweet", like and print buttons
  comments,       ///< readers' comments, their counts and the form: "全部评论 12 条"
  copyright,      ///< rights, licence numbers, contacts of the publisher: "© 2024", "京ICP备…号"
  advertisement,  ///< "广告", "Sponsored", product offers beside the article
  source_line,    ///< where the text came from: "来源：新华社", "Source: Reuters"
  credit_line,    ///< who wrote or edited it: "责任编辑：王小明", "By Jane Doe"
  date_line,      ///< when it was published, updated, how long it takes to read
  end_mark,       ///< "（全文完）", "【完】", "-END-"
  site_chrome,    ///< the site's name, slogan, logo text, language switch, search box
  cookie_wall,    ///< consent notices: "We use cookies to ..."
  login_wall,     ///< sign in, subscribe to read on: "登录后查看全文"
  newsletter,     ///< sign-up forms for mail
  pagination,     ///< "上一篇", "Next page", "1 2 3 … 9"
  duplicate,      ///< repeats a block that was kept, or the title
  caption,        ///< a picture's caption, who said a quotation: dropped, or kept with it but no text of the article's
  hidden,         ///< not shown by a browser
  other,          ///< not part of the article, for no reason that has a name
};

/// Stable lower-case name as in JSON, such as "hot_topics"; "unknown" for a value that is no enumerator. Static
/// storage.
[[nodiscard]] PITH_API const char* name_of(Category category) noexcept;
template <>
[[nodiscard]] PITH_API std::optional<Category> from_name(std::string_view name) noexcept;
[[nodiscard]] PITH_API const char* name_of(BlockKind kind) noexcept;
template <>
[[nodiscard]] PITH_API std::optional<BlockKind> from_name(std::string_view name) noexcept;

[[nodiscard]] PITH_API const char* name_of(FrameKind kind) noexcept;
template <>
[[nodiscard]] PITH_API std::optional<FrameKind> from_name(std::string_view name) noexcept;

/// What an inline stretch of a block is.
enum class SpanKind : std::uint8_t {
  link,  ///< `target`: its address, resolved against the page's URL where that is known
  strong,
  emphasis,
  code,
  superscript,
  subscript,
  deleted,  ///< struck out
  math,     ///< a formula: its text is LaTeX without delimiters; `target` "display" when it has a line of its own
  image,    ///< an image between words: no text, begin == end; `target`: its address, `detail`: its alternative text
  note,     ///< refers to a footnote; `target`: its label
  abbreviation,  ///< `detail`: what it is short for
  inserted,      ///< put in later
};
[[nodiscard]] PITH_API const char* name_of(SpanKind kind) noexcept;
template <>
[[nodiscard]] PITH_API std::optional<SpanKind> from_name(std::string_view name) noexcept;

/// A stretch of a block's text, as byte offsets [begin, end) on code point boundaries. Spans of one block are
/// ordered by begin and properly nested. Only images are empty.
struct PITH_API Span {
  SpanKind kind = SpanKind::link;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string target = {};  ///< see SpanKind
  std::string detail = {};  ///< see SpanKind

  friend bool operator==(const Span&, const Span&) = default;
};

/// One block of the page: a paragraph, a heading, an image, ...
struct PITH_API Block {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;  ///< of a heading
  /// Place in the page, in document order; kept and dropped blocks share the count. An image, rule or embed is not
  /// counted, and not scored: it has the index of the block below it, and the score of the one above.
  std::uint32_t index = 0;
  float score = 0;  ///< how sure the scorer is that it belongs to the article, 0 to 1
  Category category = Category::content;
  std::string reason = {};  ///< which pass decided, and on what evidence: "end mark", "score"
  std::string text = {};    ///< white space collapsed, except in code; '\n' is a line break within the block
  std::string detail = {};  ///< see BlockKind and FrameKind::note
  std::vector<Span> spans = {};
  std::vector<Frame> frames = {};  ///< what it stands in, outermost first; the outermost 64 of a page that nests deeper

  friend bool operator==(const Block&, const Block&) = default;
};

/// A date of the page, as far as it is known.
struct PITH_API Date {
  std::int16_t year = 0;  ///< 0: unknown, then all else is 0 too
  std::int8_t month = 0;  ///< 1 to 12, 0: unknown
  std::int8_t day = 0;    ///< 1 to 31, 0: unknown
  std::int8_t hour = -1;  ///< 0 to 23, -1: unknown
  std::int8_t minute = -1;
  std::int16_t utc_offset_minutes = no_offset;  ///< `no_offset` when the page does not say
  std::int8_t second = -1;                      ///< 0 to 59, -1: unknown

  static constexpr std::int16_t no_offset = 32767;
  [[nodiscard]] bool known() const noexcept { return year != 0; }
  friend bool operator==(const Date&, const Date&) = default;
};

/// ISO 8601 with what is known: "2024", "2024-03-23", "2024-03-23T08:15+08:00", "2024-03-23T08:15:30Z"; empty when
/// unknown.
[[nodiscard]] PITH_API std::string to_string(const Date& date);

/// The instant so many seconds after 1970-01-01 as a date with offset 0 (UTC); unknown unless in the years 1 to 9999.
[[nodiscard]] PITH_API Date date_from_unix_time(std::int64_t seconds);

/// Where a value of the metadata was found.
enum class MetadataSource : std::uint8_t {
  none,           ///< nowhere: the field is empty
  json_ld,        ///< schema.org in `<script type="application/ld+json">`
  open_graph,     ///< `<meta property="og:...">`, "article:..."
  twitter,        ///< `<meta name="twitter:...">`
  html_meta,      ///< `<meta name="author">`, "date", "keywords" and other plain names
  dublin_core,    ///< `<meta name="dc....">`, "dcterms...."
  citation,       ///< `<meta name="citation_...">`
  parsely,        ///< `<meta name="parsely-...">`
  sailthru,       ///< `<meta name="sailthru....">`
  microdata,      ///< itemprop of elements
  link,           ///< `<link>` and `<a>` by their rel, `<html lang>`
  time_element,   ///< `<time datetime>`, `<abbr title>`
  class_name,     ///< elements that class names call author or date, vcards among them
  labelled_line,  ///< a line that readers see, with a label: "Published: ...", "Source: ..."
  byline,         ///< a line near the headline without a label: a guess
  heading,        ///< the headline as readers see it
  page_title,     ///< `<title>` without the site's name
  figure,         ///< the first picture of the article: a guess
  address,        ///< the page's URL: of a date a guess
  text,           ///< guessed from the words of the text
  script,         ///< data of the site's own scripts: a guess
};
/// Stable lower-case name as in JSON, such as "json_ld". Static storage.
[[nodiscard]] PITH_API const char* name_of(MetadataSource source) noexcept;
template <>
[[nodiscard]] PITH_API std::optional<MetadataSource> from_name(std::string_view name) noexcept;

/// A field of Metadata.
enum class MetadataField : std::uint8_t {
  title,
  authors,
  author_urls,
  published,
  modified,
  site_name,
  source,
  description,
  canonical_url,
  image_url,
  language,
  keywords,
  section,
  license,
  page_type,
  access,
  alternates,
  hostname,
};
inline constexpr std::size_t metadata_field_count = static_cast<std::size_t>(MetadataField::hostname) + 1;
/// Stable lower-case name as in JSON, such as "canonical_url". Static storage.
[[nodiscard]] PITH_API const char* name_of(MetadataField field) noexcept;
template <>
[[nodiscard]] PITH_API std::optional<MetadataField> from_name(std::string_view name) noexcept;

/// Which source gave a field, and how much that source is trusted with it.
struct PITH_API FieldOrigin {
  MetadataSource source = MetadataSource::none;
  /// 0 to 1: the share of right values on pages with known ones; an estimate by hand for fields that have none.
  float confidence = 0;

  friend bool operator==(const FieldOrigin&, const FieldOrigin&) = default;
};

/// Whether everybody may read the whole article, as the page declares (isAccessibleForFree).
enum class Access : std::uint8_t { unknown, free, restricted };
[[nodiscard]] PITH_API const char* name_of(Access access) noexcept;
template <>
[[nodiscard]] PITH_API std::optional<Access> from_name(std::string_view name) noexcept;

/// The same article in another language.
struct PITH_API Alternate {
  std::string language = {};  ///< BCP 47, or "x-default"
  std::string url = {};       ///< absolute where the page's URL is known
  friend bool operator==(const Alternate&, const Alternate&) = default;
};

/// What the page says about the article. Empty strings are unknown. Character references are decoded, addresses
/// absolute where the page's URL is known, lists without repeats.
struct PITH_API Metadata {
  std::string title = {};                 ///< the headline, without the site's name
  std::vector<std::string> authors = {};  ///< people; an organization only where no person is named, the site never
  Date published = {};
  Date modified = {};
  std::string site_name = {};
  std::string source = {};  ///< where it was first published, when the page says so ("来源：格隆汇" gives "格隆汇")
  std::string description = {};
  std::string canonical_url = {};
  std::string image_url = {};
  std::string language = {};  ///< BCP 47, "zh-Hans", "en": declared or, failing that, guessed from the text
  std::vector<std::string> keywords = {};
  std::vector<std::string> author_urls = {};  ///< pages of the authors, in no fixed relation to `authors`
  std::string section = {};                   ///< "Politics"
  std::string license = {};                   ///< its address, or its name
  std::string page_type = {};                 ///< as declared: "NewsArticle" (schema.org), "article" (Open Graph)
  Access access = Access::unknown;
  std::vector<Alternate> alternates = {};
  std::string hostname = {};  ///< of the canonical address or, failing that, of the given one: "www.example.org"
  std::array<FieldOrigin, metadata_field_count> origins{};  ///< by MetadataField

  [[nodiscard]] const FieldOrigin& origin(MetadataField field) const noexcept {
    return origins[static_cast<std::size_t>(field)];
  }

  friend bool operator==(const Metadata&, const Metadata&) = default;
};

/// What kind of page it is.
enum class Verdict : std::uint8_t {
  article,
  listing,          ///< many links with teasers, no main text
  forum,            ///< posts of several people
  product,          ///< one thing for sale
  documentation,    ///< reference or manual
  too_little_text,  ///< nothing that could be an article
  not_a_page,       ///< empty, binary
  removed,          ///< it says that what stood there was taken away, or never was
  blocked,          ///< it stops the reader: a robot check, a refusal, a wall of consent
};
[[nodiscard]] PITH_API const char* name_of(Verdict verdict) noexcept;
template <>
[[nodiscard]] PITH_API std::optional<Verdict> from_name(std::string_view name) noexcept;

/// What had to be done to read the page.
enum class NoticeCode : std::uint8_t {
  read_as_html,        ///< kind was automatic
  read_as_text,        ///< kind was automatic
  charset_guessed,     ///< nothing declared it; detail: the charset
  charset_overruled,   ///< declared one thing, was another; detail: "gb2312 -> UTF-8"
  bytes_replaced,      ///< `count` malformed sequences became U+FFFD
  truncated,           ///< input was longer than Limits allow; `count` bytes were left out
  flattened,           ///< `count` elements became their parent's text: nested deeper than Limits::max_depth, or more
                       ///< blocks of a few letters than 3,000 and one for 32 bytes of the page, or than 40,000 (two
                       ///< fifths of Limits::max_blocks where that is more): joined, with all their text
  parse_budget_spent,  ///< the HTML parser needed more memory than Limits::max_parse_bytes, or far more work than any
                       ///< real page; read as plain text
  blocks_truncated,    ///< more blocks than Limits allow; `count` were left out
  work_spent,          ///< Limits::max_work ended something early: the notice of what (truncated, parse_budget_spent or
                       ///< blocks_truncated) stands before this one
};
[[nodiscard]] PITH_API const char* name_of(NoticeCode code) noexcept;
template <>
[[nodiscard]] PITH_API std::optional<NoticeCode> from_name(std::string_view name) noexcept;

struct PITH_API Notice {
  NoticeCode code = NoticeCode::read_as_html;
  std::uint64_t count = 0;  ///< see the code; 0 where it has none
  std::string detail = {};  ///< see the code; empty where it has none

  friend bool operator==(const Notice&, const Notice&) = default;
};

/// The article of a page. Always made, perhaps empty: then `verdict` says why.
struct PITH_API Article {
  Metadata metadata = {};
  std::vector<Block> blocks = {};  ///< kept, in reading order; does not repeat metadata.title
  /// The others, in document order; also what was cut off the end of a kept block, with that block's index and the
  /// reason "residue". Empty unless Options::keep_dropped.
  std::vector<Block> dropped = {};
  Verdict verdict = Verdict::not_a_page;
  /// Probability that `verdict` is right, 0 to 1: of a page's type, as its address, declarations and blocks say. 1
  /// where a rule or the caller decided: too_little_text, not_a_page, removed, blocked, Source::expect.
  float verdict_confidence = 0;
  bool title_in_text = false;  ///< the headline counts as article text: to_text() prints it above the blocks
  float confidence = 0;        ///< expected word F1 of `blocks` against what a person would choose, 0 to 1
  std::string charset = {};    ///< IANA name of the encoding that was read, such as "GB18030"
  std::vector<Notice> notices = {};

  [[nodiscard]] bool empty() const noexcept { return blocks.empty(); }
  [[nodiscard]] const std::string& title() const noexcept { return metadata.title; }

  friend bool operator==(const Article&, const Article&) = default;
};

}  // namespace pith
