#include "plain_text/fragments.hpp"

#include "plain_text/wrapping.hpp"
#include "text/sentence.hpp"

namespace pith::plain_text {
namespace {

/// Marks of ASCII that go on a sentence, where nothing but a blank or another of them follows: not ");" and ".class" of
/// code, "..." and ":)".
constexpr std::string_view ascii_marks = ",.;:!?)]";
constexpr std::string_view after_ascii_mark = " ,.";

/// U+201D, U+2019, and the closing ones of CJK text.
bool is_closing_mark(char32_t c) noexcept {
  constexpr std::u32string_view marks =
      U"\u201D\u2019\uFF0C\u3002\u3001\uFF1B\uFF1A\uFF01\uFF1F\uFF09\u3011\u300B\u300D\u300F";
  return marks.find(c) != std::u32string_view::npos;
}

/// The line is trimmed.
bool begins_with_mark(std::string_view line) noexcept {
  if (line.empty()) return false;
  if (ascii_marks.find(line.front()) != std::string_view::npos) {
    if (line.size() == 1) return true;
    return line[1] != line[0] && after_ascii_mark.find(line[1]) != std::string_view::npos;
  }
  std::size_t at = 0;
  return text::starts_code_point(line.front()) && is_closing_mark(text::next_code_point(line, at));
}

/// Whether the line ends a sentence, or announces what follows.
bool ends_sentence(std::string_view line) noexcept {
  constexpr std::u32string_view closing = U"\"')\u201D\u2019\u00BB\u300D\u300F\uFF09";
  while (!line.empty()) {
    const std::size_t last = text::code_point_start(line, line.size() - 1);
    std::size_t at = last;
    const char32_t c = text::next_code_point(line, at);
    if (c == U':' || c == 0xFF1A) return true;
    if ((text::mark_of(c) & ~static_cast<text::SentenceMarks>(text::closing_quote)) != 0) return true;
    if (closing.find(c) == std::u32string_view::npos) return false;
    line.remove_suffix(line.size() - last);
  }
  return false;
}

/// Georgian has no capitals in use.
bool begins_with_small_letter(std::string_view line) noexcept {
  constexpr char32_t first_georgian = 0x10D0;
  constexpr char32_t last_georgian = 0x10FF;
  if (line.empty()) return false;
  std::size_t at = 0;
  const char32_t c = text::next_code_point(line, at);
  return (text::class_of(c) & text::is_lower) != 0 && (c < first_georgian || c > last_georgian);
}

/// Whether `line` goes on the sentence of `last`, by its beginning.
bool goes_on(std::string_view last, std::string_view line) noexcept {
  if (last.empty() || line.empty() || ends_sentence(last)) return false;
  return begins_with_mark(line) || begins_with_small_letter(line);
}

}  // namespace

bool has_fragments(std::string_view utf8) noexcept {
  constexpr int fewest = 2;
  int found = 0;
  std::string_view last;
  while (!utf8.empty() && found < fewest) {
    const std::string_view line = text::trim(take_line(utf8));
    if (begins_with_mark(line) && !last.empty() && !ends_sentence(last)) ++found;
    last = line;
  }
  return found == fewest;
}

bool continues_sentence(const Fragment& fragment) noexcept {
  constexpr std::size_t longest_link = 80;       // bytes
  constexpr std::size_t least_of_sentence = 20;  // bytes: fewer are an entry of a menu
  const std::string_view last = text::trim(fragment.last);
  const std::string_view line = text::trim(fragment.line);
  if (goes_on(last, line)) return true;
  // A name in the sentence, which goes on below it.
  return fragment.block_bytes >= least_of_sentence && !last.empty() && line.size() <= longest_link &&
         !ends_sentence(last) && goes_on(line, text::trim(fragment.next));
}

bool is_parted_by_space(std::string_view last, std::string_view line) noexcept {
  return !begins_with_mark(text::trim(line)) && was_broken_at_space(last, line);
}

}  // namespace pith::plain_text
