/// Forms: the texts that a row stands for. "(Edited|Written) by {name}" has two, each of words and slots (grammar.hpp).
///
/// In: the text of a row. Out: its forms. (a|b) is a or b, (a|) a or nothing; groups may hold groups. Parentheses
/// without `|` and `|` outside of them are punctuation, which counts for nothing. {slot} stands for what differs from
/// page to page.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/grammar.hpp"

namespace pith::rules {

/// The texts that a row stands for.
struct Forms {
  std::string words;                ///< of all pieces, folded
  std::vector<Piece> pieces;        ///< of all forms, one after the other
  std::vector<std::uint32_t> ends;  ///< of each form, in `pieces`
  std::string wrong;                ///< what is wrong with the text; empty: nothing

  [[nodiscard]] std::size_t size() const noexcept { return ends.size(); }
  [[nodiscard]] std::span<const Piece> form(std::size_t number) const noexcept;
  [[nodiscard]] std::string_view words_of(const Piece& piece) const noexcept { return piece.words_in(words); }
};

/// Most forms of one row, and most bytes in all of them: more are a mistake, and cost memory.
inline constexpr std::size_t most_forms = 256;
inline constexpr std::size_t most_form_bytes = 65'536;
/// A longer text is no row: lines are not searched beyond their first and last few hundred bytes.
inline constexpr std::size_t most_row_bytes = 8192;

/// Strings one after the other: a row may stand for hundreds, and none of them is worth an allocation.
class Texts {
 public:
  [[nodiscard]] std::size_t size() const noexcept { return ends_.size(); }
  [[nodiscard]] std::size_t bytes_from(std::size_t first) const noexcept { return all_.size() - begin_of(first); }
  [[nodiscard]] std::string_view operator[](std::size_t number) const noexcept {
    const std::size_t begin = begin_of(number);
    return {all_.data() + begin, ends_[number] - begin};
  }
  void clear() noexcept { keep(0); }
  /// The first ones alone.
  void keep(std::size_t count) noexcept {
    all_.resize(begin_of(count));
    ends_.resize(count);
  }
  void add(std::string_view text) {
    all_ += text;
    ends_.push_back(static_cast<std::uint32_t>(all_.size()));
  }
  void add(const Texts& others) {
    const auto first = static_cast<std::uint32_t>(all_.size());
    all_ += others.all_;
    for (const std::uint32_t end : others.ends_) ends_.push_back(first + end);
  }

 private:
  [[nodiscard]] std::size_t begin_of(std::size_t number) const noexcept { return number == 0 ? 0 : ends_[number - 1]; }

  std::string all_;
  std::vector<std::uint32_t> ends_;
};

/// Takes rows apart, one after the other, and keeps its memory from row to row.
class FormReader {
 public:
  /// `star`: of a line pattern. `*` and all slots but {number} and {year} are Slot::any, these are the number 0. Else
  /// `*` is punctuation. Valid until the next row.
  const Forms& read(std::string_view text, bool star);

 private:
  void find_closed();
  [[nodiscard]] bool is_before(std::size_t last) const noexcept;
  [[nodiscard]] bool opens_group() const noexcept;
  void add_sequence(std::size_t depth);
  void add_group(std::size_t depth);
  void add_plain();
  void add_slot();
  void add_mark(char mark);
  [[nodiscard]] std::size_t product_bytes(std::span<const std::size_t> places, std::size_t forms) const noexcept;
  void write_product(std::span<const std::size_t> places, std::size_t forms);
  void join(std::size_t first_place, std::size_t forms);

  // The row, and how far it has been read.
  std::string_view text_;
  bool star_ = false;
  std::size_t at_ = 0;
  std::vector<std::size_t> open_;  // scratch of find_closed()
  std::vector<bool> is_closed_;    // by byte of the text: a `(` with its `)`
  std::size_t last_bar_ = 0, last_brace_ = 0;
  // A sequence is read place by place; what may stand at a place are the texts from its number up to the next place's.
  std::vector<std::size_t> places_;
  Texts texts_;
  bool has_slots_ = false;
  Texts product_;       // scratch of join()
  std::string plain_;   // scratch of add_plain()
  std::string joined_;  // a text that is being made
  Forms forms_;
};

/// The forms of one row.
[[nodiscard]] Forms forms_of(std::string_view text, bool star);

}  // namespace pith::rules
