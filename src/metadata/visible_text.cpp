// Byline, date and source lines as readers see them: short lines near the headline, and labelled lines anywhere.

#include <algorithm>
#include <array>

#include "metadata/metadata.hpp"
#include "metadata/names.hpp"

namespace pith::metadata {
namespace {

enum class Label { author, source, published };

struct LabelText {
  std::string_view text;
  Label label;
};

/// A label and, behind it, its value. Longer labels first where one begins another.
constexpr LabelText labels[] = {
    {"\u672C\u6587\u6765\u6E90", Label::source},  // zh: source of this text
    {"\u6587\u7AE0\u6765\u6E90", Label::source},  // zh: source of the article
    {"\u4FE1\u606F\u6765\u6E90", Label::source},  // zh: source of the information
    {"\u7A3F\u4EF6\u6765\u6E90", Label::source},  // zh: source of the copy
    {"\u7A3F\u6E90", Label::source},              // zh: the same, short
    {"\u6765\u6E90", Label::source},              // zh-Hans: source
    {"\u4F86\u6E90", Label::source},              // zh-Hant: source
    {"\u51FA\u5178", Label::source},              // ja: source
    {"\uCD9C\uCC98", Label::source},              // ko: source
    {"Source", Label::source},
    {"Quelle", Label::source},
    {"Fuente", Label::source},
    {"Fonte", Label::source},
    {"\u0418\u0441\u0442\u043E\u0447\u043D\u0438\u043A", Label::source},  // ru
    {"\u4F5C\u8005", Label::author},                                      // zh, ja: author
    {"\u8BB0\u8005", Label::author},                                      // zh-Hans: reporter
    {"\u8A18\u8005", Label::author},                                      // zh-Hant: reporter
    {"\u64B0\u6587", Label::author},                                      // zh: written by
    {"Author", Label::author},
    {"Autor", Label::author},
    {"Auteur", Label::author},
    {"\u0410\u0432\u0442\u043E\u0440", Label::author},  // ru
    {"\u0643\u062A\u0628", Label::author},              // ar: written by
    {"\u53D1\u5E03\u65F6\u95F4", Label::published},     // zh-Hans: time of publication
    {"\u767C\u5E03\u6642\u9593", Label::published},     // zh-Hant
    {"Published", Label::published},
};

/// What stands between a label and its value.
constexpr std::string_view colons[] = {"\uFF1A", ":", "|", "/"};

/// Whether the line can have a label at all: most have no colon.
bool has_colon(std::string_view line) {
  for (const char c : line) {
    if (c == ':' || c == '|' || c == '/') return true;
    if (c == colons[0].front() && line.find(colons[0]) != std::string_view::npos) return true;
  }
  return false;
}

/// Cuts a colon and spaces; false when nothing such follows the label.
bool skip_colon(std::string_view& text) {
  text = text::trim(text);
  for (const std::string_view colon : colons) {
    if (!text.starts_with(colon)) continue;
    text = text::trim(text.substr(colon.size()));
    return true;
  }
  return false;
}

/// The value up to white space or a separator: values stand several to a line.
std::string_view first_value(std::string_view text) {
  static constexpr std::string_view separators[] = {"  ",     "\u3000", " | ", "|", "\n",     "\uFF0C", "\uFF1B",
                                                    "\uFF08", "\uFF09", "(",   ")", "\u3011", "\u00B7"};
  std::size_t end = text.size();
  for (const std::string_view separator : separators) end = std::min(end, text.find(separator));
  std::string_view value = text::trim(text.substr(0, end));
  // CJK values hold no spaces; behind one the next label begins.
  if (!value.empty() && static_cast<unsigned char>(value.front()) >= 0xE3) value = value.substr(0, value.find(' '));
  return value;
}

bool is_plausible_name(std::string_view name) {
  return name.size() >= 2 && name.size() <= 60 && name.find("http") == std::string_view::npos;
}

/// Whether a word may begin at `at`: a label in the middle of a word is another word.
bool is_word_start(std::string_view line, std::size_t at) {
  if (at == 0) return true;
  std::size_t before = at - 1;
  while (before > 0 && (static_cast<unsigned char>(line[before]) & 0xC0U) == 0x80U) --before;
  return (text::class_of(text::next_code_point(line, before)) & text::is_letter) == 0;
}

/// What stands behind the label and its colon; empty when the line does not have both.
std::string_view behind_label(std::string_view line, std::string_view label) {
  for (std::size_t at = line.find(label); at != std::string_view::npos; at = line.find(label, at + 1)) {
    std::string_view rest = line.substr(at + label.size());
    if (is_word_start(line, at) && skip_colon(rest)) return rest;
  }
  return {};
}

void read_label(std::string_view line, const LabelText& row, Metadata& out) {
  const std::string_view rest = behind_label(line, row.text);
  if (rest.empty()) return;
  const std::string_view value = first_value(rest);
  if (value.empty()) return;
  switch (row.label) {
    case Label::published:
      if (!out.published.known()) out.published = parse_date(rest);
      break;
    case Label::source:
      if (out.source.empty() && is_plausible_name(value)) out.source = std::string(value);
      break;
    case Label::author:
      if (out.authors.empty() && is_plausible_name(value)) add_author(out.authors, value);
      break;
  }
}

/// "By Jane Doe, 12 May 2024", and "12 May 2024 by Jane Doe".
void read_byline(std::string_view line, Metadata& out) {
  if (!out.authors.empty()) return;
  add_names(out.authors, behind_byline_words(line));
  for (const std::string_view word : {std::string_view(" by "), std::string_view(" By ")}) {
    const std::size_t at = line.find(word);
    if (out.authors.empty() && at != std::string_view::npos && parse_date(line.substr(0, at)).known()) {
      add_names(out.authors, line.substr(at + word.size()));
    }
  }
}

/// Whether the line is only what stands before a name: "By", "Written by", "Author:".
bool announces_name(std::string_view line) {
  static constexpr std::string_view words[] = {"by",   "written by", "posted by", "authored by", "author",
                                               "text", "von",        "par",       "por"};
  if (line.size() > 14) return false;
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return is_same_name(line, word); });
}

/// Whether the class of the element around the block, or around that, has a word for bylines.
bool is_in_byline(const page::Page& page, const blocks::BlockList& blocks, const blocks::TextBlock& block) {
  constexpr int levels = 2;
  auto at = static_cast<std::int32_t>(block.container);
  for (int level = 0; level < levels && at >= 0; ++level) {
    const blocks::Container& container = blocks.containers[static_cast<std::size_t>(at)];
    const std::string_view classes = page.attribute(container.node, page::AttributeName::class_);
    const bool says_author = classes.find("author") != std::string_view::npos;
    if (says_author || classes.find("byline") != std::string_view::npos) return true;
    at = container.parent;
  }
  return false;
}

/// Length of the two to four CJK characters at the start, when the name ends there; 0 otherwise.
std::size_t cjk_name_length(std::string_view text) {
  static constexpr std::string_view ends[] = {
      " ", "\u3000", "/", "\uFF0F", ")", "\uFF09", "\u3001", "\uFF0C", "\u3011", "]", "\u62A5\u9053", "\u5831\u5C0E"};
  std::size_t at = 0;
  for (int characters = 0; characters <= 4; ++characters) {
    const std::string_view rest = text.substr(at);
    const bool is_end = rest.empty() || std::any_of(std::begin(ends), std::end(ends),
                                                    [&](std::string_view end) { return rest.starts_with(end); });
    if (is_end) return characters >= 2 ? at : 0;
    if ((text::class_of(text::next_code_point(text, at)) & text::is_cjk) == 0) return 0;
  }
  return 0;
}

/// Reporters named without a colon: the CJK word for reporter before the name, the Korean one behind it.
void read_reporter(std::string_view line, Metadata& out) {
  static constexpr std::string_view before_name[] = {"\u8BB0\u8005", "\u8A18\u8005"};
  static constexpr std::string_view behind_name = " \uAE30\uC790";
  if (!out.authors.empty()) return;
  for (const std::string_view word : before_name) {
    const std::size_t at = line.find(word);
    if (at == std::string_view::npos) continue;
    const std::string_view rest = text::trim(line.substr(at + word.size()));
    if (const std::size_t length = cjk_name_length(rest); length > 0) add_author(out.authors, rest.substr(0, length));
  }
  const std::size_t at = line.find(behind_name);
  const bool is_name = at != std::string_view::npos && cjk_name_length(line.substr(0, at)) == at;
  if (is_name) add_author(out.authors, line.substr(0, at));
}

/// Where the lines about the article begin: at the headline, or, where no block shows it, a few blocks above the
/// first long text.
std::size_t first_line(const blocks::BlockList& blocks, std::int32_t title_block) {
  constexpr std::uint32_t long_text = 100;
  constexpr std::size_t lines_above_text = 6;
  if (title_block >= 0) return static_cast<std::size_t>(title_block) + 1;
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
    if (blocks.blocks[i].letters >= long_text) return i < lines_above_text ? 0 : i - lines_above_text;
  }
  return blocks.blocks.size();
}

using Names = std::vector<std::string>;

// A byline is a short line; what stands in more letters is a note about the author.
constexpr std::uint32_t longest_byline = 80;
constexpr std::uint32_t longest_name = 40;

/// Bylines and dates without a label.
void read_near_headline(const blocks::TextBlock& block, Metadata& out) {
  constexpr std::uint32_t longest_date_line = 60;
  // A dateline "(reporter ...)" begins a paragraph.
  constexpr std::size_t dateline_bytes = 90;
  read_reporter(block.text.substr(0, dateline_bytes), out);
  if (block.letters <= longest_byline) read_byline(block.text, out);
  if (!out.published.known() && block.letters <= longest_date_line) out.published = parse_date(block.text);
}

/// Names that a line or the page's own classes announce.
void read_announced_name(const page::Page& page, const blocks::BlockList& blocks, std::size_t i, Metadata& out) {
  const blocks::TextBlock& block = blocks.blocks[i];
  if (!out.authors.empty() || block.letters > longest_name) return;
  if (announces_name(block.text)) return;
  if (i > 0 && announces_name(blocks.blocks[i - 1].text)) add_names(out.authors, block.text);
  if (!out.authors.empty() || !is_in_byline(page, blocks, block)) return;
  // Single words of such elements are dates and buttons more often than names.
  Names names;
  add_names(names, block.text);
  if (!names.empty() && names.front().find(' ') != std::string::npos) out.authors = names;
}

}  // namespace

Metadata from_visible_text(const page::Page& page, const blocks::BlockList& blocks, std::int32_t title_block) {
  constexpr std::uint32_t longest_labelled_line = 120;
  constexpr std::size_t reach_of_headline = 10;
  Metadata metadata;
  const std::size_t first = first_line(blocks, title_block);
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
    const blocks::TextBlock& block = blocks.blocks[i];
    if (block.letters <= longest_labelled_line && has_colon(block.text)) {
      for (const LabelText& row : labels) read_label(block.text, row, metadata);
    }
    if (i < first || i >= first + reach_of_headline) continue;
    read_near_headline(block, metadata);
    read_announced_name(page, blocks, i, metadata);
  }
  return metadata;
}

}  // namespace pith::metadata
