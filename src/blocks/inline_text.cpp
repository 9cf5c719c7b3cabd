#include "blocks/inline_text.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "core/wide_bytes.hpp"

namespace pith::blocks {
namespace {

/// Bytes that can begin white space: ASCII's, and the lead bytes of U+00A0, U+2000, U+3000 and U+FEFF. And control
/// characters, which nobody sees.
constexpr std::array<bool, 256> space_starts = [] {
  std::array<bool, 256> starts{};
  for (std::size_t byte = 0; byte <= ' '; ++byte) starts[byte] = true;
  for (const std::size_t byte : {0x7FU, 0xC2U, 0xE2U, 0xE3U, 0xEFU}) starts[byte] = true;
  return starts;
}();

bool may_be_space(char c) {
  return space_starts[static_cast<unsigned char>(c)];
}

/// Of ASCII, white space apart, or of Latin-1, but for those that stand for signs of Windows-1252 in texts that were
/// decoded wrongly. References write them: "&#18;", "&#x81;".
bool is_control(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < ' ' || byte == 0x7F) return byte < '\t' || byte > '\r';
  if (byte != 0xC2 || at + 1 == text.size()) return false;
  constexpr std::string_view no_signs = "\x81\x8D\x8F\x90\x9D";
  return no_signs.find(text[at + 1]) != std::string_view::npos;
}

/// Whether these three bytes are a space of Unicode's row 20, as wide as an em or as thin as none (U+200B), or a
/// separator of lines or paragraphs. Pages indent with them as with U+3000.
bool is_general_space(std::string_view three) {
  if (three.size() < 3) return false;
  const auto last = static_cast<unsigned char>(three[2]);
  if (three[1] == '\x81') return last == 0x9F;
  return three[1] == '\x80' && (last <= 0x8B || last == 0xA8 || last == 0xA9 || last == 0xAF);
}

/// Amid text it parts no words, as text::zero_width_space does not.
constexpr std::string_view byte_order_mark = "\uFEFF";

/// Length of the white space, of any width, or control character at `at`; 0 when there is none.
std::size_t space_bytes(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (static_cast<unsigned char>(c) <= ' ' || c == '\x7F') return 1;
  if (c == '\xC2') return is_control(text, at) || text.substr(at, 2) == "\xC2\xA0" ? 2 : 0;
  const std::string_view three = text.substr(at, 3);
  if (c == '\xE2') return is_general_space(three) ? 3 : 0;
  return three == "\xE3\x80\x80" || three == byte_order_mark ? 3 : 0;
}

/// Of sixteen bytes at `from`, how many in front are surely words with single spaces between them. Reads one byte more.
std::size_t plain_words_at(const char* from) {
  const core::WideBytes bytes = core::load_wide(from);
  const core::WideBytes next = core::load_wide(from + 1);
  // Control characters are below the space; of other space, the lead bytes are told.
  const auto space = (next <= ' ') & (bytes <= ' ');
  const auto lead = (next == 0xC2) | (next == 0xE2) | (next == 0xE3) | (next == 0xEF);
  const auto other = (next < ' ') | (next == 0x7F) | lead;
  return core::first_set(std::bit_cast<core::WideBytes>(space | other));
}

/// End of the run of bytes from `at` that is kept as it is: words with single spaces between them.
std::size_t words_end(std::string_view text, std::size_t at) {
  for (; at < text.size(); ++at) {
    const bool is_plain = !may_be_space(text[at]);
    for (std::size_t plain = sizeof(core::WideBytes);
         is_plain && plain == sizeof(core::WideBytes) && text.size() - at > sizeof(core::WideBytes); at += plain) {
      plain = plain_words_at(text.data() + at);
    }
    if (may_be_space(text[at])) {
      const bool is_single = text[at] == ' ' && at + 1 < text.size() && !may_be_space(text[at + 1]);
      if (!is_single && space_bytes(text, at) != 0) break;
    }
  }
  return at;
}

/// Characters of the text, spaces apart.
std::uint32_t count_letters(std::string_view text) {
  std::size_t letters = 0;
  for (; text.size() >= sizeof(core::WideBytes); text.remove_prefix(sizeof(core::WideBytes))) {
    const core::WideBytes bytes = core::load_wide(text.data());
    letters += core::count_set(std::bit_cast<core::WideBytes>((bytes != ' ') & ((bytes & 0xC0) != 0x80)));
  }
  for (const char c : text) letters += c != ' ' && text::starts_code_point(c);
  return static_cast<std::uint32_t>(letters);
}

bool stands_before(const InlineSpan& a, const InlineSpan& b) {
  return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
}

/// Of two around the same text the later one comes first: inner elements were closed before. A few spans, nearly in
/// order, are inserted one by one: std::stable_sort would allocate for every block.
void sort_spans(std::vector<InlineSpan>& spans) {
  constexpr std::size_t few = 32;
  if (spans.size() > few) {
    std::reverse(spans.begin(), spans.end());
    std::stable_sort(spans.begin(), spans.end(), stands_before);
    return;
  }
  for (std::size_t k = 1; k < spans.size(); ++k) {
    const InlineSpan span = spans[k];
    std::size_t place = k;
    for (; place > 0 && !stands_before(spans[place - 1], span); --place) spans[place] = spans[place - 1];
    spans[place] = span;
  }
}

bool is_ascii_word(char c) {
  return text::is_ascii_letter(c) || text::is_ascii_digit(c);
}

bool begins_with_letter(std::string_view text) {
  std::size_t at = 0;
  return (text::class_of(text::next_code_point(text, at)) & (text::is_letter | text::is_digit)) != 0;
}

bool ends_with_letter(std::string_view text) {
  return begins_with_letter(text.substr(text::code_point_start(text, text.size() - 1)));
}

/// Whether `next` goes on with the word that `text` ends with, although the edge of an element parts them: a lower-case
/// letter ("boat<a>s</a>", "3<span>rd</span>"), what follows a first letter that is no word by itself
/// ("<span>T</span>HE", "e<span>Bay</span>") or the beginning of a name ("<span>Mc</span>Donald").
bool continues_word(std::string_view text, char next) {
  if (next >= 'a' && next <= 'z') return true;
  std::size_t begin = text.size();
  while (begin > 0 && text.size() - begin < 4 && is_ascii_word(text[begin - 1])) --begin;
  const std::string_view word = text.substr(begin);
  if (word == "Mc" || word == "Mac") return true;
  const bool is_letter = text::is_ascii_letter(word[0]);
  return word.size() == 1 && is_letter && word != "A" && word != "I" && word != "a";
}

}  // namespace

/// The text of a page may be one node: room for all of it at once, where growing would take twice as much.
void InlineText::make_room(std::size_t bytes) {
  constexpr std::size_t long_text = 4096;
  if (bytes > long_text) text_.reserve(text_.size() + bytes);
}

std::uint32_t InlineText::add_collapsed(std::string_view text) {
  std::uint32_t letters = 0;
  make_room(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t skipped = may_be_space(text[at]) ? space_bytes(text, at) : 0;
    if (skipped > 0) {
      if (skipped == text::zero_width_space.size()) {
        pass_wide_space(text.substr(at, skipped));
      } else {
        pending_space_ = pending_space_ || !is_control(text, at);
      }
      at += skipped;
      continue;
    }
    put_pending_space(text.substr(at));
    const std::size_t end = words_end(text, at);
    letters += count_letters(text.substr(at, end - at));
    text_.append(text, at, end - at);
    at = end;
  }
  return letters;
}

/// One that takes three bytes.
void InlineText::pass_wide_space(std::string_view space) {
  if (space == text::zero_width_space) {
    pending_break_ = true;
  } else if (space != byte_order_mark) {
    pending_space_ = true;
  }
}

std::uint32_t InlineText::add_verbatim(std::string_view text) {
  std::uint32_t letters = 0;
  make_room(text.size());
  if (!text.empty() && text.front() != '\n') put_pending_line();
  line_ended_ = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\xC2' && text.substr(at, 2) == "\xC2\xA0") {
      text_ += ' ';
      ++at;
      continue;
    }
    if (is_control(text, at)) {
      if (c == '\xC2') ++at;  // which takes two bytes
      continue;
    }
    if (c == '\r') continue;
    letters += c != ' ' && (c < '\t' || c > '\r') && text::starts_code_point(c);
    text_ += c;
  }
  forget_pending();
  return letters;
}

void InlineText::add_verbatim_newline() {
  if (line_ended_ && is_line_block_) text_ += '\n';
  text_ += '\n';
  line_ended_ = false;
}

std::size_t InlineText::start_line(bool is_block) {
  put_pending_line();
  if (is_block && !text_.empty() && text_.back() != '\n') text_ += '\n';
  return text_.size();
}

void InlineText::end_line(std::size_t line_begin, bool is_block) {
  if (text_.size() != line_begin && text_.back() == '\n') return;
  line_ended_ = true;
  is_line_block_ = is_block;
}

void InlineText::put_pending_line() {
  if (line_ended_) text_ += '\n';
  line_ended_ = false;
}

void InlineText::put_pending_space(std::string_view next) {
  const bool is_between = !text_.empty() && is_ascii_word(text_.back()) && is_ascii_word(next.front());
  const bool parts_words = is_between && (picture_ || (word_edge_ && !continues_word(text_, next.front())));
  const bool may_stand = !text_.empty() && text_.back() != '\n' && text_.back() != ' ';
  if (may_stand && (pending_space_ || parts_words)) {
    text_ += ' ';
  } else if (may_stand && pending_break_ && ends_with_letter(text_) && begins_with_letter(next)) {
    text_ += text::zero_width_space;
  }
  forget_pending();
}

void InlineText::forget_pending() {
  pending_space_ = pending_break_ = word_edge_ = picture_ = false;
}

void InlineText::add_newline() {
  trim_end();
  if (!text_.empty()) text_ += '\n';
  forget_pending();
}

std::uint32_t InlineText::open_span(SpanKind kind, std::string_view target) {
  if (open_.size() == most_open_spans) return no_span;
  open_.push_back({kind, static_cast<std::uint32_t>(text_.size()), 0, target});
  open_.back().is_attached = !pending_space_ && !text_.empty() && text_.back() != ' ' && text_.back() != '\n';
  return static_cast<std::uint32_t>(open_.size() - 1);
}

void InlineText::close_span(std::uint32_t span) {
  if (span == no_span) return;
  keep_span(open_[span]);
  open_.resize(span);
}

std::uint32_t InlineText::reopen_formula() {
  const bool ends_with_formula = !finished_.empty() && finished_.back().kind == SpanKind::math &&
                                 finished_.back().end == text_.size() && open_.size() < most_open_spans;
  if (!ends_with_formula) return no_span;
  open_.push_back(finished_.back());
  finished_.pop_back();
  pending_space_ = true;
  return static_cast<std::uint32_t>(open_.size() - 1);
}

void InlineText::keep_span(InlineSpan span) {
  span.end = static_cast<std::uint32_t>(text_.size());
  while (span.begin < span.end && text_[span.begin] == ' ') ++span.begin;
  if (span.begin < span.end && text_.compare(span.begin, text::zero_width_space.size(), text::zero_width_space) == 0)
    span.begin += static_cast<std::uint32_t>(text::zero_width_space.size());
  if (span.end > span.begin) finished_.push_back(span);
}

void InlineText::finish(bool preformatted) {
  trim_end();
  if (text_.empty()) return finished_.clear();  // of most boxes
  if (preformatted) trim_leading_newlines();
  for (auto span = open_.rbegin(); span != open_.rend(); ++span) keep_span(*span);
  for (InlineSpan& span : finished_) span.end = std::min(span.end, static_cast<std::uint32_t>(text_.size()));
  std::erase_if(finished_, [](const InlineSpan& span) { return span.begin >= span.end; });
  sort_spans(finished_);
}

void InlineText::trim_end() {
  while (!text_.empty() && (text_.back() == ' ' || text_.back() == '\n')) text_.pop_back();
}

void InlineText::trim_leading_newlines() {
  const std::size_t start = std::min(text_.find_first_not_of('\n'), text_.size());
  text_.erase(0, start);
  const auto moved = [start](std::uint32_t offset) {
    return offset - std::min(offset, static_cast<std::uint32_t>(start));
  };
  for (InlineSpan& span : finished_) {
    span.begin = moved(span.begin);
    span.end = moved(span.end);
  }
  for (InlineSpan& span : open_) span.begin = moved(span.begin);
}

void InlineText::start_page() {
  open_.clear();
  start_next();
}

void InlineText::start_next() {
  text_.clear();
  finished_.clear();
  forget_pending();
  line_ended_ = false;
  for (InlineSpan& span : open_) span.begin = 0;
}

}  // namespace pith::blocks
