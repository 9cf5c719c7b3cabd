// Residue: boilerplate glued to the end of a kept line: an end mark, "back to the front page >>", "[more]", an editor
// in brackets. The end of a line is looked at piece by piece, a bracketed group or what follows the last sentence end,
// and cut while the phrases name that piece.

#include <algorithm>
#include <array>

#include "core/wide_bytes.hpp"
#include "measure/phrase_category.hpp"
#include "select/passes/passes.hpp"
#include "text/ascii.hpp"
#include "text/sentence.hpp"
#include "text/word_lists.hpp"

namespace pith::select {
namespace {

/// Where a line of rights begins in `piece`, after something else: "Tweet Email Copyright 2021 Acme"; 0: nowhere.
std::size_t begin_of_rights(std::string_view piece) {
  for (const std::string_view sign : {" Copyright ", " \u00A9 ", " (c) "}) {
    const std::size_t at = core::find_word(piece, sign);
    if (at == std::string_view::npos) continue;
    const std::string_view rest = piece.substr(at + sign.size());
    if (!rest.empty() && (text::is_ascii_digit(rest.front()) || rest.starts_with("\u00A9"))) return at + 1;
  }
  return 0;
}

/// Brackets that can hold an end mark or a credit.
constexpr std::string_view openers[] = {"(", "[", "\uFF08", "\u3010", "\uFF3B"};
constexpr std::string_view closers[] = {")", "]", "\uFF09", "\u3011", "\uFF3D"};

/// Where the bracketed group begins that ends the line; line.size() when none of at most `longest` bytes does.
std::size_t begin_of_group(std::string_view line, std::size_t longest) {
  constexpr std::string_view last_bytes = ")]\x89\x91\xBD";  // of closers: few lines end with one
  if (line.empty() || last_bytes.find(line.back()) == std::string_view::npos) return line.size();
  for (const std::string_view closer : closers) {
    if (!line.ends_with(closer)) continue;
    for (const std::string_view opener : openers) {
      const std::size_t at = line.rfind(opener);
      if (at != std::string_view::npos && line.size() - at <= longest) return at;
    }
  }
  return line.size();
}

/// Bytes that a sentence end can begin with.
constexpr std::array<bool, 256> sentence_end_starts = [] {
  std::array<bool, 256> starts{};
  for (const std::size_t byte : {0x0AU, 0x21U, 0x2EU, 0x3FU, 0xE2U, 0xE3U, 0xEFU}) starts[byte] = true;
  return starts;
}();

/// Length of the sentence end (with the space after it, where one must stand) that the text begins with; 0: none.
std::size_t sentence_end_bytes(std::string_view text) {
  if (text.front() == '\n') return 1;
  if (text::mark_bytes(text, text::ascii_ends) != 0) return text.size() > 1 && text[1] == ' ' ? 2 : 0;
  return text::mark_bytes(text, text::before_residue);
}

/// Where the last piece of `line` begins: an unclosed run after a sentence end, or the bracketed group at its end.
/// 0 when the line is one piece.
std::size_t last_piece(std::string_view line) {
  // 160 bytes: longer pieces are sentences of their own. No mark is longer than 3 bytes.
  constexpr std::size_t longest_piece = 160;
  const std::size_t skipped = line.size() - std::min(line.size(), longest_piece + 3);
  line.remove_prefix(skipped);
  if (const std::size_t group = begin_of_group(line, longest_piece); group < line.size()) return skipped + group;
  // From the end back: the first end of a sentence that something stands after.
  for (std::size_t at = line.size(); at-- > 0;) {
    if (!sentence_end_starts[static_cast<unsigned char>(line[at])]) continue;
    const std::size_t bytes = sentence_end_bytes(line.substr(at));
    if (bytes == 0 || at + bytes >= line.size()) continue;
    const std::size_t begin = at + bytes;
    return line.size() - begin <= longest_piece ? skipped + begin : 0;
  }
  return 0;
}

/// Categories whose lines are also found glued to prose.
constexpr rules::CategorySet glued = {Category::end_mark,  Category::source_line, Category::credit_line,
                                      Category::related,   Category::hot_topics,  Category::app_promo,
                                      Category::share,     Category::navigation,  Category::pagination,
                                      Category::copyright, Category::disclaimer,  Category::login_wall};

std::string_view without_brackets(std::string_view piece) {
  for (const std::string_view opener : openers) {
    if (piece.starts_with(opener)) piece.remove_prefix(opener.size());
  }
  for (const std::string_view closer : closers) {
    if (piece.ends_with(closer)) piece.remove_suffix(closer.size());
  }
  return text::trim(piece);
}

/// A word that means "the end" only in brackets after a finished sentence: "... (\u5B8C)".
bool is_bracketed_end(std::string_view before, std::string_view piece, std::string_view bare) {
  return bare.size() < piece.size() && text::words_of(text::WordList::bracketed_end).has(bare) &&
         text::ends_with_mark(text::trim(before), text::ascii_ends | text::before_residue);
}

Category category_of_piece(const rules::RuleSet& rules, std::string_view piece, std::string& scratch) {
  if (!rules::may_begin_phrase(rules, piece, scratch)) return Category::content;
  return measure::phrase_category(rules::match_line(rules, piece, scratch));
}

/// "Share on Facebook Tweet Email" after the last sentence.
bool is_share_bar(const rules::RuleSet& rules, std::string_view piece, std::string& scratch) {
  constexpr std::size_t longest = 80;  // bytes
  if (piece.size() > longest || text::ends_with_mark(piece, text::ends_of_blocks)) return false;
  scratch.clear();
  text::append_folded(piece, scratch);
  return rules.category_words.is_share_bar(scratch);
}

/// What a bracketed group after a sentence is, by the rows that name sources and credits where they stand alone:
/// "... (Source: Reuters)". content: text.
Category named_in_brackets(const rules::RuleSet& rules, std::string_view bare, std::string& scratch) {
  scratch.clear();
  text::append_folded(bare, scratch);
  const Category alone = rules::named_alone(rules, scratch);
  return credits.has(alone) ? alone : Category::content;
}

/// Whether something parts the label of a credit from its name. Chinese rows fit with nothing between, too, so that
/// they would take "translated packages ..." for "Translation: ...".
bool has_label(std::string_view piece) {
  constexpr std::array<std::string_view, 8> marks = {":", "\uFF1A", " ", "/", "\uFF0F", "|", "\uFF5C", "\u4E28"};
  return text::is_ascii_letter(piece.front()) ||
         std::any_of(marks.begin(), marks.end(), [&](auto mark) { return piece.find(mark) != piece.npos; });
}

/// Where `line` ends without residue; `cut` becomes the category of the first piece after it.
std::size_t cut_end(const rules::RuleSet& rules, std::string_view line, std::string& scratch, Category& cut) {
  const char* const start = line.data();
  for (int rounds = 0; rounds < 4; ++rounds) {
    line = text::trim(line);
    std::size_t begin = last_piece(line);
    if (begin == 0) break;
    begin += begin_of_rights(line.substr(begin));
    const std::string_view piece = text::trim(line.substr(begin));
    const std::string_view bare = without_brackets(piece);
    if (bare.empty()) break;
    Category category = category_of_piece(rules, piece, scratch);
    const bool is_bracketed = bare.size() < piece.size();
    if (category == Category::content && is_bracketed) category = category_of_piece(rules, bare, scratch);
    if (category == Category::content && is_bracketed) category = named_in_brackets(rules, bare, scratch);
    if (category == Category::content && is_share_bar(rules, piece, scratch)) category = Category::share;
    if (credits.has(category) && !is_bracketed && !has_label(piece)) break;
    const bool is_end = !glued.has(category) && is_bracketed_end(line.substr(0, begin), piece, bare);
    if (!is_end && !glued.has(category)) break;
    line = line.substr(0, begin);
    cut = is_end ? Category::end_mark : category;
  }
  return static_cast<std::size_t>(line.data() - start) + line.size();
}

}  // namespace

bool has_residue(PassState& state, std::size_t i) {
  Category cut = Category::content;
  const std::string_view line = text::trim(state.block(i).text);
  return cut_end(state.in.rules, line, state.out.scratch.text, cut) < line.size();
}

void cut_residue(PassState& state) {
  std::string& scratch = state.out.scratch.text;
  for (std::size_t i = 0; i < state.size(); ++i) {
    Choice& choice = state.out.choices[i];
    const blocks::TextBlock& block = state.block(i);
    if (!choice.kept || block.preformatted || block.word_count < 8) continue;
    choice.cut_end = static_cast<std::uint32_t>(
        cut_end(state.in.rules, block.text.substr(0, choice.cut_end), scratch, choice.cut_category));
  }
}

}  // namespace pith::select
