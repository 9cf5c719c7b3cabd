/// What holds of every plain text: no letter is lost or made up, and the page it is read into is a sound tree.
#pragma once

#include <pith.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "html/html.hpp"
#include "page/page.hpp"
#include "plain_text/plain_text.hpp"
#include "text/text.hpp"

namespace pith::test {

/// Letters and digits alone. Marks of lists and headings are cut off by design, and so is white space.
inline std::string letters_alone(std::string_view utf8) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = text::next_code_point(utf8, at);
    if ((text::class_of(c) & (text::is_letter | text::is_digit)) != 0) text::append_utf8(out, c);
  }
  return out;
}

/// "" when the nodes are in preorder and each ends within its parent.
inline std::string broken_tree(const page::Page& page) {
  for (std::size_t i = 1; i < page.nodes.size(); ++i) {
    const page::Node& node = page.nodes[i];
    if (node.parent >= i) return "a node's parent stands after it";
    const page::Node& parent = page.nodes[node.parent];
    if (node.depth != parent.depth + 1) return "a node's depth";
    if (node.subtree_end <= i || node.subtree_end > parent.subtree_end) return "a node's end";
  }
  return {};
}

/// Whether `part` is `whole` with letters left out.
inline bool is_thinned(std::string_view part, std::string_view whole) {
  std::size_t at = 0;
  for (const char c : part) {
    at = whole.find(c, at);
    if (at == std::string_view::npos) return false;
    ++at;
  }
  return true;
}

inline std::string letters_of(const std::vector<Block>& blocks) {
  std::string out;
  for (const Block& block : blocks) out += letters_alone(block.text);
  return out;
}

/// Without control characters and marks of byte order, which no block has: "<\x06b>" is a tag in a title.
inline std::string without_unseen(std::string_view utf8) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = text::next_code_point(utf8, at);
    const bool is_control = (c < ' ' && (c < '\t' || c > '\r')) || (c >= 0x7F && c < 0xA0);
    if (!is_control && c != 0xFEFF) text::append_utf8(out, c);
  }
  return out;
}

/// Bytes of letters in what are tags where a title begins with one of the lines. What tags are hangs on it: in
/// "<a\n<s>\nWords" a title of the last two lines loses one that is none where the first line is read, too.
inline std::size_t letters_of_tags(std::string_view utf8) {
  std::size_t most = 0;
  while (!utf8.empty()) {
    std::string stripped;
    html::strip_value_tags(utf8, stripped);
    const std::size_t letters = letters_alone(utf8).size();
    most = std::max(most, letters - std::min(letters, letters_alone(stripped).size()));
    utf8.remove_prefix(std::min(utf8.find('\n'), utf8.size() - 1) + 1);
  }
  return most;
}

/// Bytes of letters that a title takes with it: its own and those of the site's name in its line.
inline std::size_t letters_of_title(std::string_view utf8, std::string_view title) {
  const std::string wanted = letters_alone(title);
  while (!utf8.empty()) {
    const std::string_view line = utf8.substr(0, utf8.find('\n'));
    const std::string found = letters_alone(line);
    if (found.find(wanted) != std::string::npos) return found.size();
    utf8.remove_prefix(std::min(line.size() + 1, utf8.size()));
  }
  return wanted.size();
}

/// Of the blocks, made with the option to keep the dropped ones too.
inline std::string broken_block_promise(std::string_view utf8, const std::string& letters) {
  Options options;
  options.keep_dropped = true;
  const Article article = Extractor(options).extract({.bytes = utf8, .kind = SourceKind::text, .encoding = "utf-8"});
  const std::string kept = letters_of(article.blocks);
  // The blocks do not repeat the title.
  const std::size_t elsewhere = letters_of(article.dropped).size() + letters_of_title(utf8, article.title());
  if (!is_thinned(kept, letters)) return "the article has letters that the text has not, or not in this order";
  if (!article.notices.empty()) return {};
  const auto is_all = [&](std::size_t bytes) { return bytes >= letters.size(); };
  const std::size_t found = kept.size() + elsewhere;
  return is_all(found) || is_all(found + letters_of_tags(without_unseen(utf8))) ? "" : "letters are in no block";
}

inline std::string broken_text_promise(std::string_view bytes) {
  text::DecodedText decoded;
  std::vector<Notice> notices;
  text::DecodeHints hints;
  hints.encoding = "utf-8";
  text::decode(bytes, hints, decoded, notices);
  page::Page page;
  plain_text::read_text(decoded.utf8, page);
  if (std::string broken = broken_tree(page); !broken.empty()) return broken;
  std::string read;
  for (const page::Node& node : page.nodes) read += letters_alone(node.text);
  const std::string letters = letters_alone(decoded.utf8);
  if (read != letters) return "the page has not the letters of the text";
  return broken_block_promise(decoded.utf8, letters);
}

}  // namespace pith::test
