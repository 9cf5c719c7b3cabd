/// Category words: what the words of a dropped line say about its kind when no whole phrase does, and which lines only
/// forum threads have. Too weak to drop a line for. All lines asked about are folded (text::append_folded). Rows:
/// src/data/category_words.tsv.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <pith/article.hpp>

#include "core/bit_filter.hpp"
#include "rules/pairs.hpp"

namespace pith::rules {

/// A line that is nothing but the controls of readers' comments, with numbers and times: "Reply Report 12",
/// "3 hours ago Like Reply", "Comments (0)". `bare_time`: nothing but a time ("3 hours ago").
enum class CommentMark : unsigned char { none, bare_time, controls };

/// Words by their first byte, longer ones first.
class WordList {
 public:
  void add(std::string_view word) { words_.emplace_back(word); }
  void sort();
  /// Bytes of the longest word that stands at line[at]; 0: none.
  [[nodiscard]] std::size_t bytes_at(std::string_view line, std::size_t at) const noexcept;

  template <typename Self>
  static auto fields_of(Self& self) noexcept {
    return std::tie(self.words_, self.begins_);
  }

 private:
  std::vector<std::string> words_;
  std::array<std::uint32_t, 257> begins_{};  // of the words of each first byte
};

/// Words of categories, asked in their order.
class CategoryWordList {
 public:
  void add(Category category, std::string_view word);
  /// Of the first word of so many bytes that the line has; content: none.
  [[nodiscard]] Category first_in(std::string_view line, std::size_t least_bytes = 0) const noexcept;

  template <typename Self>
  static auto fields_of(Self& self) noexcept {
    return std::tie(self.rows_);
  }

 private:
  struct Row {
    Category category;
    PairSet pairs;  // of the word
    std::string word;

    template <typename Self>
    static auto fields_of(Self& self) noexcept {
      return std::tie(self.category, self.pairs, self.word);
    }
  };
  std::vector<Row> rows_;
};

class CategoryWords {
 public:
  /// One row. What is wrong with it; empty: nothing. sort() must follow before the words are used.
  [[nodiscard]] std::string add(std::string_view use, Category category, std::string_view word);
  void sort();

  [[nodiscard]] CommentMark comment_mark(std::string_view folded) const noexcept;
  /// Whether the line is nothing but networks to share on and what stands beside them, numbers aside: "Weibo WeChat
  /// Print", "Share on Facebook". From three networks on, a quarter of the line may be something else.
  [[nodiscard]] bool is_share_bar(std::string_view folded) const noexcept;
  /// Which of the marks of forum threads ("Reply with quote", "12 Answers") the line is, numbers aside; -1: none.
  [[nodiscard]] int thread_mark(std::string_view folded) const noexcept;
  /// Whether a short line is nothing but what a reader may do with the page, numbers aside: "Add to cart", "Share
  /// Follow Print". Words that also stand in texts ("share") need two more.
  [[nodiscard]] bool is_command_row(std::string_view folded) const noexcept;
  /// The section that a short line announces by a word in it, as "More from this author" does; content: none.
  [[nodiscard]] Category announced_by(std::string_view folded) const noexcept;
  /// What a line speaks of by a word of at least so many bytes: rights and licences, accounts to follow, sharing;
  /// content: nothing.
  [[nodiscard]] Category spoken_of_in(std::string_view folded, std::size_t least_bytes = 0) const noexcept;

  template <typename Self>
  static auto fields_of(Self& self) noexcept {
    return std::tie(self.controls_, self.companions_, self.networks_, self.network_companions_, self.times_,
                    self.commands_, self.command_companions_, self.thread_marks_, self.thread_filter_, self.announcing_,
                    self.speaking_);
  }

 private:
  WordList controls_;                      // what only the controls of comments say
  WordList companions_;                    // what stands beside them
  WordList networks_;                      // to share on
  WordList network_companions_;            // what stands beside them
  WordList times_;                         // when something was said
  WordList commands_;                      // to readers of a page
  WordList command_companions_;            // what stands beside them
  std::vector<std::string> thread_marks_;  // sorted
  core::BitFilter<4096> thread_filter_;    // of them: most other lines are told by it alone
  CategoryWordList announcing_;
  CategoryWordList speaking_;
};

}  // namespace pith::rules
