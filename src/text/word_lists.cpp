#include "text/word_lists.hpp"

#include <algorithm>

namespace pith::text {
namespace {

constexpr std::array<std::string_view, word_list_count> list_names = {"forum_address",
                                                                      "documentation_address",
                                                                      "product_address",
                                                                      "list_address",
                                                                      "article_address",
                                                                      "author_address",
                                                                      "decoration_address",
                                                                      "forum_program",
                                                                      "manual_program",
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
                                                                      "screen_reader_class",
                                                                      "element_of_others",
                                                                      "class_of_others",
                                                                      "author_class",
                                                                      "modified_class",
                                                                      "date_class",
                                                                      "no_byline_class",
                                                                      "formula_class",
                                                                      "formula_copy_class",
                                                                      "formula_display_class",
                                                                      "line_number_class",
                                                                      "code_line_class",
                                                                      "code_tool",
                                                                      "code_box_class",
                                                                      "code_table_class",
                                                                      "code_name",
                                                                      "caption_class",
                                                                      "edit_class",
                                                                      "task_class",
                                                                      "task_done_class",
                                                                      "task_open_class",
                                                                      "task_only_class",
                                                                      "task_done_sign",
                                                                      "task_open_sign",
                                                                      "place_class",
                                                                      "verse_class",
                                                                      "reference_class",
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

/// Nothing in it is freed, so nothing runs when a program ends.
struct AllLists {
  std::array<Words, word_list_count> lists;

  AllLists() noexcept {
    for (std::string_view rest = word_rows(); !rest.empty();) {
      std::string_view name;
      const std::string_view rows = take_group(rest, name);
      const auto list = std::find(list_names.begin(), list_names.end(), name);
      if (list != list_names.end())
        lists[static_cast<std::size_t>(list - list_names.begin())] = Words(rows, name.size());
    }
  }
};

}  // namespace

Words::Words(std::string_view rows, std::size_t name_bytes) noexcept : rows_(rows), skipped_(name_bytes + 1) {
  for_each([this](std::string_view word) {
    if (word.empty()) return;
    lengths_[byte_of(word[0])] |= std::uint32_t{1} << length_bit(word);
    if (word.size() > 1) return add_pair(word[0], word[1]);
    for (int second = 0; second < 256; ++second) add_pair(word[0], static_cast<char>(second));
  });
}

bool Words::find(std::string_view word) const noexcept {
  return any_of([word](std::string_view other) { return other == word; });
}

const Words& words_of(WordList list) noexcept {
  static const AllLists all;
  return all.lists[static_cast<std::size_t>(list)];
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
