// Byline, date and source lines as readers see them: short lines near the headline, and labelled lines anywhere.

#include <algorithm>
#include <array>

#include "metadata/metadata.hpp"

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
    {"\u7A3F\u6E90", Label::source},              // zh: source of the copy
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
    {"\u53D1\u5E03\u65F6\u95F4", Label::published},     // zh-Hans: time of publication
    {"\u767C\u5E03\u6642\u9593", Label::published},     // zh-Hant
    {"Published", Label::published},
};

/// Prefixes that name an author without a colon: "By Jane Doe".
constexpr std::string_view author_prefixes[] = {"By ", "by ", "Von ", "Par ", "Por ", "Written by "};

/// Cuts "\uFF1A", ":" and spaces; false when nothing such follows the label.
bool skip_colon(std::string_view& text) {
  text = text::trim(text);
  for (const std::string_view colon :
       {std::string_view("\uFF1A"), std::string_view(":"), std::string_view("|"), std::string_view("/")}) {
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

void read_label(std::string_view line, const LabelText& row, Metadata& out) {
  const std::size_t at = line.find(row.text);
  if (at == std::string_view::npos) return;
  std::string_view rest = line.substr(at + row.text.size());
  if (!skip_colon(rest)) return;
  const std::string_view value = first_value(rest);
  if (row.label == Label::published && !out.published.known()) out.published = parse_date(rest);
  if (row.label == Label::source && out.source.empty() && is_plausible_name(value)) out.source = std::string(value);
  if (row.label == Label::author && out.authors.empty() && is_plausible_name(value)) out.authors.emplace_back(value);
}

void read_author_prefix(std::string_view line, Metadata& out) {
  for (const std::string_view prefix : author_prefixes) {
    if (!line.starts_with(prefix) || !out.authors.empty()) continue;
    const std::string_view name = first_value(line.substr(prefix.size()));
    const auto words = static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1;
    const bool capital =
        !name.empty() && (text::class_of(static_cast<unsigned char>(name.front())) & text::is_upper) != 0;
    if (is_plausible_name(name) && capital && words <= 4) out.authors.emplace_back(name);
  }
}

}  // namespace

Metadata from_visible_text(const blocks::BlockList& blocks, std::int32_t title_block) {
  // A labelled line is short; the date without a label stands within a few lines of the headline.
  constexpr std::uint32_t longest_line = 120;
  constexpr std::size_t reach_of_headline = 10;
  Metadata metadata;
  const std::size_t title = title_block < 0 ? 0 : static_cast<std::size_t>(title_block);
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
    const blocks::TextBlock& block = blocks.blocks[i];
    if (block.letters > longest_line) continue;
    for (const LabelText& row : labels) read_label(block.text, row, metadata);
    const bool near_title = title_block >= 0 && i > title && i <= title + reach_of_headline;
    if (!near_title) continue;
    read_author_prefix(block.text, metadata);
    if (!metadata.published.known() && block.letters <= 60) metadata.published = parse_date(block.text);
  }
  return metadata;
}

}  // namespace pith::metadata
