/// Tags: our own numbering of HTML elements, and what each means for layout.
#pragma once

#include <cstdint>
#include <string_view>

namespace pith::page {

/// Elements that some stage asks about. All others are `unknown` (boundary like a div).
enum class Tag : std::uint8_t {
  none,  ///< a text node
  unknown,
  // structure
  html,
  head,
  body,
  article,
  section,
  nav,
  aside,
  header,
  footer,
  main,
  hgroup,
  address,
  div,
  center,
  form,
  fieldset,
  legend,
  details,
  summary,
  dialog,
  search,
  noscript,
  menu,
  figure,
  figcaption,
  custom,  // custom: a name with '-'
  // headings and prose
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  blockquote,
  pre,
  listing,
  xmp,
  hr,
  ul,
  ol,
  li,
  dl,
  dt,
  dd,
  label,
  button,
  output,
  // tables
  table,
  caption,
  thead,
  tbody,
  tfoot,
  tr,
  td,
  th,
  colgroup,
  col,
  // inline
  a,
  abbr,
  acronym,
  b,
  bdi,
  bdo,
  big,
  cite,
  code,
  data,
  del,
  dfn,
  em,
  font,
  i,
  ins,
  kbd,
  mark,
  math,
  meter,
  nobr,
  q,
  ruby,
  rb,
  rt,
  rp,
  rtc,
  s,
  samp,
  slot,
  small,
  span,
  strike,
  strong,
  sub,
  sup,
  time,
  tt,
  u,
  var,
  wbr,
  br,
  img,
  picture,
  source,
  // not text
  script,
  style,
  template_,
  svg,
  iframe,
  object,
  embed,
  canvas,
  audio,
  video,
  select,
  option,
  optgroup,
  datalist,
  textarea,
  input,
  progress,
  track,
  map,
  area,
  param,
  base,
  link,
  meta,
  title,
  frameset,
  frame,
  noframes,
  count  ///< how many there are; not a tag
};

/// What an engine for papers writes before the names of its elements: <d-math>, <d-footnote>. They are `custom`.
inline constexpr std::string_view paper_prefix = "d-";

/// `name` in any case.
[[nodiscard]] Tag tag_of(std::string_view name) noexcept;
/// Lower-case name; "" for none, "?" for unknown. Static storage.
[[nodiscard]] std::string_view name_of(Tag tag) noexcept;

/// Part of the line it stands in; every other element ends the block before and after it.
[[nodiscard]] bool is_inline(Tag tag) noexcept;
/// Its content is never article text (script, select, svg, iframe, ...). noscript is not among them.
[[nodiscard]] bool is_ignored(Tag tag) noexcept;
/// The tokenizer looks for nothing but the end tag in its content (script, style, iframe, textarea, ...).
[[nodiscard]] bool is_raw_text(Tag tag) noexcept;
/// A newline after its start tag is not shown, and white space in it is as it stands: pre, listing.
[[nodiscard]] bool drops_first_newline(Tag tag) noexcept;
/// Whether parts of tables (rows, cells, captions) count: outside of tables parsers ignore their tags.
enum class TableParts : std::uint8_t { ignored, counted };
/// White space beside its tags is not shown. Tags that the parser may ignore are not among these, nor elements that it
/// does not know, which are one to it.
[[nodiscard]] bool ends_paragraph(Tag tag, TableParts parts) noexcept;
/// 1 to 6, or 0.
[[nodiscard]] int heading_level(Tag tag) noexcept;

}  // namespace pith::page
