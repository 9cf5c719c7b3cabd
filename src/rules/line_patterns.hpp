/// Line patterns: the everyday lines of pages that no whole phrase catches, because a name, a year or a number stands
/// within them; and lines that only pages without an article have. Rows: src/data/line_patterns.tsv.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <pith/article.hpp>

#include "core/bit_filter.hpp"
#include "rules/forms.hpp"
#include "rules/pairs.hpp"

namespace pith::rules {

/// What a line that fits says.
enum class PatternUse : std::uint8_t {
  everyday,     ///< it is no text of the article
  notice,       ///< a notice begins, and what follows in its form belongs to it
  notice_what,  ///< what notices are about; with notice_how in a line below the text the same as notice
  notice_how,
  removed,       ///< on a page without an article: the article was taken away
  blocked,       ///< on a page without an article: the reader was stopped before it
  removed_what,  ///< a thing that is taken away; with removed_how in a line of a very short page the same as removed
  removed_how,
  blocked_what,  ///< what a reader has to prove, or with; with blocked_how in such a line the same as blocked
  blocked_how,
  follow_what,  ///< a network, an app, letters; with follow_how in a short line below the text a call to follow
  follow_how,
  follow_call,     ///< what addresses readers; such a call may be a sentence with it
  list_head,       ///< below the text it heads a list of other things: documents, jobs, goods
  list_head_what,  ///< such a thing; with list_head_how in a line of a few words the same as list_head
  list_head_how,
};

/// By its name in the rows; nothing for other names.
[[nodiscard]] std::optional<PatternUse> use_of(std::string_view name) noexcept;

inline constexpr std::size_t pattern_use_count = static_cast<std::size_t>(PatternUse::list_head_how) + 1;

/// A pattern is words with `*` for anything; a number stands for every number; alternatives and slots are written as in
/// phrases (grammar.hpp). It must fit the whole line, both folded.
class LinePatterns {
 public:
  /// One row, whose pattern has been read with `star`. What is wrong with it; empty: nothing. build_index() must follow
  /// before a line is asked about.
  [[nodiscard]] std::string add(std::string_view use, Category category, const Forms& pattern);

  void build_index();

  /// Category of the first pattern of this use that fits the line (text::append_folded); content: none does. Lines
  /// longer than any of the use, and empty ones, have none. `scratch` is overwritten.
  [[nodiscard]] Category find(PatternUse use, std::string_view folded, std::string& scratch) const;

  template <typename Self>
  static auto fields_of(Self& self) noexcept {
    return std::tie(self.rows_);
  }

 private:
  static constexpr std::uint32_t no_row = UINT32_MAX;
  /// Words that stand in the line, in Rows::text.
  struct Part {
    std::uint32_t first_byte, bytes;
  };
  struct Row {
    PairSet pairs;  ///< of its parts, without numbers: a line that lacks one cannot fit
    std::uint32_t first_part, part_count;
    std::uint32_t next;  ///< the next row of the same key
    Category category;
    bool from_begin;  ///< the first part begins the line
    bool to_end;      ///< the last part ends it

    template <typename Self>
    static auto fields_of(Self& self) noexcept {
      return std::tie(self.pairs, self.first_part, self.part_count, self.next, self.category, self.from_begin,
                      self.to_end);
    }
  };
  /// The rows of one use. The key of each is four bytes of one of its parts, which as few others as can be have: a line
  /// asks only those whose key it has.
  static constexpr std::size_t key_count = 4096;
  struct Rows {
    std::string text;                       // of all parts
    std::vector<Part> parts;                // of all rows
    std::vector<Row> all;                   // in the order of the file
    std::vector<std::uint32_t> first_with;  // by key, and of rows without one last. Row::next goes on
    core::BitFilter<65'536> keys;           // nearly all bytes of a line begin none

    [[nodiscard]] std::string_view part(std::size_t number) const noexcept {
      return {text.data() + parts[number].first_byte, parts[number].bytes};
    }

    template <typename Self>
    static auto fields_of(Self& self) noexcept {
      return std::tie(self.text, self.parts, self.all, self.first_with, self.keys);
    }
  };
  static void add_row(std::span<const Piece> form, const Forms& pattern, Category category, Rows& rows);
  static void build_index(Rows& rows);
  [[nodiscard]] static std::uint32_t rarest_key(const Row& row, const Rows& rows,
                                                std::span<const std::uint32_t> counts) noexcept;
  [[nodiscard]] static bool fits(const Rows& rows, const Row& row, std::string_view line) noexcept;

  std::array<Rows, pattern_use_count> rows_;  // by use
};

}  // namespace pith::rules
