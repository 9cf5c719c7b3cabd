// The page's language: declared, and guessed from its text.

#include <algorithm>

#include "metadata/readers.hpp"
#include "text/text.hpp"
#include "text/word_lists.hpp"

namespace pith::metadata {
namespace {

std::string_view primary_subtag(std::string_view tag) noexcept {
  return tag.substr(0, tag.find('-'));
}

/// Whether the guess tells a language of Latin letters from others: some of its function words are known.
bool knows_words_of(std::string_view language) noexcept {
  std::string_view name;
  for (std::string_view rest = text::language_word_rows(); !rest.empty();) {
    static_cast<void>(text::take_group(rest, name));
    if (name == language) return true;
  }
  return false;
}

/// Whether the guess cannot tell the declared language from the one that it names. Nothing is taken for English.
bool is_beyond_guess(std::string_view declared, std::string_view guessed) {
  const text::Words& alike = text::words_of(text::WordList::language_beyond_guess);
  const auto is_alike = [&](std::string_view guess) {
    return alike.has(std::string(guess).append(" ").append(declared));
  };
  return guessed != "en" && (is_alike(guessed) || (knows_words_of(guessed) && is_alike("any")));
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

std::string language_with_country(const page::Page& page, const std::string& language) {
  if (language.find('-') != std::string::npos) return language;
  for (const page::MetaTag& tag : page.meta) {
    const std::string_view locale = text::trim(tag.content);
    const bool is_its_own = tag.name == "og:locale" && locale.size() == language.size() + 3 &&
                            locale.starts_with(language) && locale[language.size()] == '_';
    // What systems write that nobody told a country.
    if (is_its_own && !locale.ends_with("_US")) return language + "-" + std::string(locale.substr(language.size() + 1));
  }
  return language;
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
  if (is_beyond_guess(primary_subtag(declared), primary_subtag(guessed))) return declared;
  return primary_subtag(declared) == primary_subtag(guessed) ? declared : guessed;
}

}  // namespace pith::metadata
