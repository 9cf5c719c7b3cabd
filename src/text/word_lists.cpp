#include "text/word_lists.hpp"

#include <algorithm>

namespace pith::text {
namespace {

constexpr std::array<std::string_view, word_list_count> list_names = {"screen_reader_class",
                                                                      "formula_class",
                                                                      "formula_copy_class",
                                                                      "formula_display_class",
                                                                      "line_number_class",
                                                                      "code_line_class",
                                                                      "code_box_class",
                                                                      "code_text_class",
                                                                      "code_list_class",
                                                                      "code_table_class",
                                                                      "equation_table_class",
                                                                      "equation_number_class",
                                                                      "formula_text_class",
                                                                      "sign_class",
                                                                      "backlink_class",
                                                                      "note_box_class",
                                                                      "caption_class",
                                                                      "picture_class",
                                                                      "edit_class",
                                                                      "task_class",
                                                                      "task_done_class",
                                                                      "task_open_class",
                                                                      "task_only_class",
                                                                      "place_class",
                                                                      "verse_class",
                                                                      "reference_class",
                                                                      "formula_block_class",
                                                                      "line_box_class",
                                                                      "side_note_class",
                                                                      "note_copy_class",
                                                                      "code_fragment_class",
                                                                      "forum_address",
                                                                      "documentation_address",
                                                                      "product_address",
                                                                      "list_address",
                                                                      "article_address",
                                                                      "author_address",
                                                                      "decoration_address",
                                                                      "forum_program",
                                                                      "manual_program",
                                                                      "manual_only_program",
                                                                      "article_type",
                                                                      "product_type",
                                                                      "thread_type",
                                                                      "manual_type",
                                                                      "list_type",
                                                                      "questions_type",
                                                                      "described_type",
                                                                      "other_thing",
                                                                      "cookie_context",
                                                                      "policy_headline",
                                                                      "bracketed_end",
                                                                      "generic_title",
                                                                      "slashed_role",
                                                                      "element_of_others",
                                                                      "class_of_others",
                                                                      "article_end_class",
                                                                      "author_class",
                                                                      "modified_class",
                                                                      "date_class",
                                                                      "no_byline_class",
                                                                      "code_tool",
                                                                      "code_name",
                                                                      "task_done_sign",
                                                                      "task_open_sign",
                                                                      "formula_address",
                                                                      "placeholder_file",
                                                                      "icon_class",
                                                                      "icon_address",
                                                                      "player_address",
                                                                      "widget_address",
                                                                      "function_word",
                                                                      "money",
                                                                      "menu_entry",
                                                                      "language_beyond_guess"};

static_assert(class_list_count <= 32, "a bit for each");

/// Of a word: what tells most words of a page from those of the lists.
std::uint64_t hash_of(std::string_view word) noexcept {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
  return (core::pack(word.substr(0, 8)) + word.size()) * odd >> 40U;
}

/// Nothing in it is freed, so nothing runs when a program ends.
struct AllLists {
  std::array<Words, word_list_count> lists;
  core::BitFilter<16'384> class_words;  // by hash_of()

  AllLists() noexcept {
    for (std::string_view rest = word_rows(); !rest.empty();) {
      std::string_view name;
      const std::string_view rows = take_group(rest, name);
      const auto list = std::find(list_names.begin(), list_names.end(), name);
      if (list != list_names.end())
        lists[static_cast<std::size_t>(list - list_names.begin())] = Words(rows, name.size());
    }
    for (std::size_t k = 0; k < class_list_count; ++k)
      lists[k].for_each([this](std::string_view word) { class_words.add(hash_of(word)); });
  }
};

const AllLists& all_lists() noexcept {
  static const AllLists all;
  return all;
}

}  // namespace

Words::Words(std::string_view rows, std::size_t name_bytes) noexcept : rows_(rows), skipped_(name_bytes + 1) {
  for_each([this](std::string_view word) {
    if (word.empty()) return;
    lengths_[byte_of(word[0])] |= std::uint32_t{1} << length_bit(word);
    add_beginning(word);
  });
}

/// After a word of fewer than three bytes anything may stand.
void Words::add_beginning(std::string_view word) noexcept {
  if (word.size() > 2) {
    first_pairs_.add(pair_of(word[0], word[1]));
    second_pairs_.add(pair_of(word[1], word[2]));
    return;
  }
  const auto each_byte = [](auto use) {
    for (int byte = 0; byte < 256; ++byte) use(static_cast<char>(byte));
  };
  if (word.size() == 2) {
    first_pairs_.add(pair_of(word[0], word[1]));
    return each_byte([&](char third) { second_pairs_.add(pair_of(word[1], third)); });
  }
  each_byte([&](char second) { first_pairs_.add(pair_of(word[0], second)); });
  for (std::uint64_t pair = 0; pair < pair_bits; ++pair) second_pairs_.add(pair);
}

bool Words::find(std::string_view word) const noexcept {
  return any_of([word](std::string_view other) { return other == word; });
}

const Words& words_of(WordList list) noexcept {
  return all_lists().lists[static_cast<std::size_t>(list)];
}

std::uint32_t class_lists_of(std::string_view classes) noexcept {
  const AllLists& all = all_lists();
  std::uint32_t found = 0;
  for (std::size_t at = 0; at < classes.size();) {
    const std::size_t end = core::find_space(classes, at);
    const std::string_view word = classes.substr(at, end - at);
    at = end + 1;
    if (!all.class_words.may_have(hash_of(word))) continue;
    for (std::size_t k = 0; k < class_list_count; ++k) found |= std::uint32_t{all.lists[k].has(word)} << k;
  }
  return found;
}

std::string_view name_of(WordList list) noexcept {
  return list_names[static_cast<std::size_t>(list)];
}

std::string_view take_group(std::string_view& rows, std::string_view& name) noexcept {
  name = rows.substr(0, rows.find('\t') + 1);
  std::size_t end = 0;
  while (rows.substr(end).starts_with(name)) end = rows.find('\n', end) + 1;
  const std::string_view group = rows.substr(0, end);
  rows.remove_prefix(end);
  name.remove_suffix(1);
  return group;
}

}  // namespace pith::text
