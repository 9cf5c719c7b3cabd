#include "rules/phrase_index.hpp"

#include <algorithm>

namespace pith::rules {
namespace {

/// A phrase and its first eight bytes as a number, by which most of the sorting is done without a look at the text.
struct SortKey {
  std::uint64_t beginning;
  std::uint32_t phrase;
};

std::uint64_t beginning_of(std::string_view text) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < 8; ++i)
    bytes = bytes << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  return bytes;
}

/// The phrases in order of their text; those of one text in the order they were given.
std::vector<std::uint32_t> sorted(const std::vector<std::string_view>& folded) {
  std::vector<SortKey> keys;
  keys.reserve(folded.size());
  for (std::uint32_t phrase = 0; phrase < folded.size(); ++phrase) {
    keys.push_back({beginning_of(folded[phrase]), phrase});
  }
  std::sort(keys.begin(), keys.end(), [&folded](const SortKey& a, const SortKey& b) {
    if (a.beginning != b.beginning) return a.beginning < b.beginning;
    const int order = folded[a.phrase].compare(folded[b.phrase]);
    return order != 0 ? order < 0 : a.phrase < b.phrase;
  });
  std::vector<std::uint32_t> phrases;
  phrases.reserve(keys.size());
  for (const SortKey& key : keys) phrases.push_back(key.phrase);
  return phrases;
}

}  // namespace

PhraseIndex::PhraseIndex(const std::vector<std::string_view>& folded) : phrases_(sorted(folded)) {
  std::size_t bytes = 0;
  for (const std::string_view phrase : folded) bytes += phrase.size();
  text_.reserve(bytes);
  text_begins_.reserve(phrases_.size() + 1);
  for (const std::uint32_t phrase : phrases_) {
    text_begins_.push_back(static_cast<std::uint32_t>(text_.size()));
    text_ += folded[phrase];
  }
  text_begins_.push_back(static_cast<std::uint32_t>(text_.size()));
  find_keys();
}

/// Phrases of one key stand side by side.
void PhraseIndex::find_keys() {
  std::vector<std::uint64_t> keys;
  for (std::uint32_t k = 0; k < phrases_.size(); ++k) {
    const std::uint64_t key = core::pack(text_of(k).substr(0, key_bytes));
    if (!keys.empty() && keys.back() == key) continue;
    keys.push_back(key);
    first_of_key_.push_back(k);
  }
  first_of_key_.push_back(static_cast<std::uint32_t>(phrases_.size()));
  keys_.reset(2 * keys.size());
  for (const std::uint64_t key : keys) {
    static_cast<void>(keys_.add(key));
    if (key != 0) filter_.add(hash_of(key));
    if (is_cjk_lead(static_cast<char>(key & 0xFFU))) begins_.add(hash_of(key & one_character));
  }
}

bool PhraseIndex::may_begin_phrase(std::string_view text) const noexcept {
  bool begins = false;
  find_at(text, 0, eight_bytes(text),
          [&](std::uint32_t, std::size_t, std::size_t end) { begins = begins || is_word_boundary(text, end); });
  if (begins) return true;
  // Or the text begins a longer phrase.
  std::size_t first = 0;
  for (std::size_t count = phrases_.size(); count > 0;) {
    const std::size_t half = count / 2;
    const bool is_before = text_of(static_cast<std::uint32_t>(first + half)) < text;
    if (is_before) first += half + 1;
    count = is_before ? count - half - 1 : half;
  }
  return first < phrases_.size() && text_of(static_cast<std::uint32_t>(first)).starts_with(text);
}

}  // namespace pith::rules
