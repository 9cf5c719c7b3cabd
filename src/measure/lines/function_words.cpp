#include <algorithm>

#include "measure/lines/page.hpp"
#include "text/word_lists.hpp"

namespace pith::measure {

FunctionWords::FunctionWords() {
  text::words_of(text::WordList::function_word).for_each([this](std::string_view word) {
    hashes_.push_back(text::hash_word(word));
  });
  std::sort(hashes_.begin(), hashes_.end());
  for (const std::uint64_t hash : hashes_) seen_.add(hash);
}

bool FunctionWords::contains(std::uint64_t word_hash) const noexcept {
  return seen_.may_have(word_hash) && std::binary_search(hashes_.begin(), hashes_.end(), word_hash);
}

}  // namespace pith::measure
