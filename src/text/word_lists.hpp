/// Word lists: the words that one stage each asks about, in one place. Rows: src/data/words.tsv; what each list is for
/// is told in src/data/README.md. Phrases and class words that rules files may add to are in rules/.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/bit_filter.hpp"
#include "core/packed.hpp"

namespace pith::text {

/// By their names in the data file.
enum class WordList : std::uint8_t {
  // Words of class attributes, of which a page remembers which ones each of its elements has.
  screen_reader_class,
  formula_class,
  formula_copy_class,
  formula_display_class,
  line_number_class,
  code_line_class,
  code_box_class,
  code_text_class,
  code_list_class,
  code_table_class,
  equation_table_class,
  equation_number_class,
  formula_text_class,
  sign_class,
  backlink_class,
  note_box_class,
  caption_class,
  picture_class,
  edit_class,
  task_class,
  task_done_class,
  task_open_class,
  task_only_class,
  place_class,
  verse_class,
  reference_class,
  formula_block_class,
  line_box_class,
  side_note_class,
  note_copy_class,
  code_fragment_class,
  // All others.
  forum_address,
  documentation_address,
  product_address,
  list_address,
  article_address,
  author_address,
  decoration_address,
  forum_program,
  manual_program,
  manual_only_program,
  article_type,
  product_type,
  thread_type,
  manual_type,
  list_type,
  questions_type,
  described_type,
  other_thing,
  cookie_context,
  policy_headline,
  bracketed_end,
  generic_title,
  slashed_role,
  element_of_others,
  class_of_others,
  article_end_class,
  author_class,
  modified_class,
  date_class,
  no_byline_class,
  code_tool,
  code_name,
  task_done_sign,
  task_open_sign,
  formula_address,
  placeholder_file,
  icon_class,
  icon_address,
  player_address,
  widget_address,
  function_word,
  money,
  menu_entry,
  language_beyond_guess,
};
inline constexpr std::size_t word_list_count = static_cast<std::size_t>(WordList::language_beyond_guess) + 1;
inline constexpr std::size_t class_list_count = static_cast<std::size_t>(WordList::code_fragment_class) + 1;

/// The words of one list. Views the data that is compiled in.
class Words {
 public:
  /// `rows`: lines of the list's name, a tab and a word.
  Words() = default;
  Words(std::string_view rows, std::size_t name_bytes) noexcept;

  /// Whether the word is one of the list.
  [[nodiscard]] bool has(std::string_view word) const noexcept {
    return !word.empty() && (lengths_[byte_of(word[0])] >> length_bit(word) & 1U) != 0 && find(word);
  }

  /// Whether any of the words that single spaces part is one of the list.
  [[nodiscard]] bool has_any_of(std::string_view spaced) const noexcept {
    for (std::size_t at = 0; at < spaced.size();) {
      const std::size_t end = core::find_space(spaced, at);
      if (has(spaced.substr(at, end - at))) return true;
      at = end + 1;
    }
    return false;
  }

  /// Whether any word of the list stands in the text, also within a word.
  [[nodiscard]] bool any_in(std::string_view text) const noexcept {
    return any_at(
        text, [](std::size_t) { return true; },
        [text](std::size_t at, std::string_view word) { return text.substr(at).starts_with(word); });
  }

  /// Whether is_wanted(at, word) is true of any byte of the text for which is_place(at) is, and any word that may stand
  /// there: the call compares them. Only places are tried that may have the first three bytes of a word, in any case.
  template <typename IsPlace, typename IsWanted>
  [[nodiscard]] bool any_at(std::string_view text, IsPlace is_place, IsWanted is_wanted) const {
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (!is_place(at) || !may_begin(text, at)) continue;
      if (any_of([&](std::string_view word) { return is_wanted(at, word); })) return true;
    }
    return false;
  }

  /// Whether is_wanted(word) is true of any.
  template <typename IsWanted>
  [[nodiscard]] bool any_of(IsWanted is_wanted) const {
    for (std::size_t at = 0; at < rows_.size();) {
      const std::size_t end = rows_.find('\n', at);
      if (is_wanted(rows_.substr(at + skipped_, end - at - skipped_))) return true;
      at = end + 1;
    }
    return false;
  }

  /// Calls use(word) for each, in the order of the file.
  template <typename Use>
  void for_each(Use use) const {
    static_cast<void>(any_of([&use](std::string_view word) { return use(word), false; }));
  }

 private:
  static std::size_t byte_of(char c) noexcept { return static_cast<unsigned char>(c); }
  static std::size_t length_bit(std::string_view word) noexcept { return word.size() < 31 ? word.size() : 31; }
  static std::uint64_t pair_of(char first, char second) noexcept {
    return (byte_of(first) | 0x20U) * 37U + (byte_of(second) | 0x20U);
  }
  [[nodiscard]] bool may_begin(std::string_view text, std::size_t at) const noexcept {
    const char second = at + 1 < text.size() ? text[at + 1] : '\0';
    if (!first_pairs_.may_have(pair_of(text[at], second))) return false;
    return second_pairs_.may_have(pair_of(second, at + 2 < text.size() ? text[at + 2] : '\0'));
  }
  void add_beginning(std::string_view word) noexcept;
  [[nodiscard]] bool find(std::string_view word) const noexcept;

  static constexpr std::size_t pair_bits = 1024;

  std::string_view rows_;
  std::size_t skipped_ = 0;                   // bytes before the word of a row
  std::array<std::uint32_t, 256> lengths_{};  // by first byte: a bit for each length of its words
  core::BitFilter<pair_bits> first_pairs_;    // of the first two bytes of each word
  core::BitFilter<pair_bits> second_pairs_;   // and of its second and third
};

/// Any thread; read at the first call.
[[nodiscard]] const Words& words_of(WordList list) noexcept;

/// Which of the first class_list_count lists have one of the words that single spaces part: bit k for WordList k.
[[nodiscard]] std::uint32_t class_lists_of(std::string_view classes) noexcept;
[[nodiscard]] constexpr bool is_in_list(std::uint32_t class_lists, WordList list) noexcept {
  return (class_lists >> static_cast<unsigned>(list) & 1U) != 0;
}

/// Its name in the data file.
[[nodiscard]] std::string_view name_of(WordList list) noexcept;

/// The rows of words.tsv and of language_words.tsv, without comments and examples: name of a list or language, word.
/// Each ends in a line feed. Made by cmake/embed_rows.cmake.
[[nodiscard]] std::string_view word_rows() noexcept;
[[nodiscard]] std::string_view language_word_rows() noexcept;

/// Splits off the rows that begin with the same field as the first one; moves `rows` past them. `name` is that field.
/// Precondition: a tab and a line feed in every row, and at least one row.
[[nodiscard]] std::string_view take_group(std::string_view& rows, std::string_view& name) noexcept;

}  // namespace pith::text
