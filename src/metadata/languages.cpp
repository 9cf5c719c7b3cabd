// The page's language: declared, and guessed from its text.

#include <algorithm>

#include "metadata/readers.hpp"
#include "text/text.hpp"

namespace pith::metadata {
namespace {

std::string_view primary_subtag(std::string_view tag) noexcept {
  return tag.substr(0, tag.find('-'));
}

}  // namespace

std::string declared_language(const page::Page& page) {
  std::string_view declared = text::trim(page.language);
  for (const page::MetaTag& tag : page.meta) {
    if (!declared.empty()) break;
    if (tag.name == "og:locale" || tag.name == "content-language") declared = text::trim(tag.content);
  }
  std::string tag(declared);
  std::replace(tag.begin(), tag.end(), '_', '-');
  return tag;
}

std::string guessed_language(const blocks::BlockList& blocks) {
  std::string text;
  // 4 KB of the longest stretch of text is enough for a guess, and bounds its cost.
  for (const blocks::TextBlock& block : blocks.blocks) {
    if (block.word_count >= 20 && text.size() < 4096) text.append(block.text.substr(0, 1024)).append("\n");
  }
  if (text.empty()) {
    for (const blocks::TextBlock& block : blocks.blocks) {
      if (text.size() < 1024) text.append(block.text.substr(0, 256)).append("\n");
    }
  }
  return text::guess_language(text);
}

std::string choose_language(const std::string& declared, const std::string& guessed) {
  if (guessed.empty()) return declared;
  if (guessed.starts_with("zh")) return guessed;
  return primary_subtag(declared) == primary_subtag(guessed) ? declared : guessed;
}

}  // namespace pith::metadata
