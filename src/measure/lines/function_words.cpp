#include <algorithm>

#include "measure/lines/page.hpp"

namespace pith::measure {
namespace {

// Closed classes (articles, pronouns, prepositions, auxiliaries) of the languages of the training pages: they do not
// grow, so they are a table and no data file. CJK ones are single characters, as words are.
constexpr std::string_view latin_words =
    "the a an of to and in is it that for on with as was are be by at this from or have has had not but they we you he "
    "she his her their its were been will would can could which who what when where there if so than then about into "
    "more some also "
    "der die das und ist nicht ein eine von zu mit auf f\u00FCr den dem des sich im auch es wird hat sind "
    "le la les du de et est un une dans que qui pour pas sur au avec il elle ce se ne plus par "
    "el los las y en del por con una no su para lo como o e do da em os n\u00E3o um uma";
constexpr std::u32string_view cjk_words =
    U"\u7684\u4E86\u662F\u5728\u548C\u4E0D\u6709\u6211\u4ED6\u8FD9\u5C31\u4E5F\u90FD\u800C\u4E0E\u5BF9\u4E3A\u7740"
    U"\u4E4B\u88AB\u628A\u8FD8\u5F88\u4F46\u90A3\u4E2A\u4EEC\u5230\u8BF4\u4E0A\u8981\u4F1A\u4EE5\u5176\u53CA\u7B49"
    U"\u5E76\u4ECE\u56E0\u4E2D";

}  // namespace

FunctionWords::FunctionWords() {
  for (std::string_view rest = latin_words; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    hashes_.push_back(text::hash_word(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  for (const char32_t character : cjk_words) {
    std::string word;
    text::append_utf8(word, character);
    hashes_.push_back(text::hash_word(word));
  }
  std::sort(hashes_.begin(), hashes_.end());
}

bool FunctionWords::contains(std::uint64_t word_hash) const noexcept {
  return std::binary_search(hashes_.begin(), hashes_.end(), word_hash);
}

}  // namespace pith::measure
