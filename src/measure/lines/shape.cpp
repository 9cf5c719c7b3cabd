// What one line looks like by itself: the columns of its text, and what only plain text is asked for.

#include <algorithm>

#include "measure/lines/page.hpp"
#include "measure/prose.hpp"
#include "measure/text_columns.hpp"

namespace pith::measure {
namespace {

constexpr MemberColumn<LineShape> shape_members[] = {
    {"ends_colon", "1: ends with a colon", &LineShape::ends_colon},
    {"ends_question", "1: ends with a question mark", &LineShape::ends_question},
    {"starts_lower", "1: starts with a small letter", &LineShape::starts_lower},
    {"at_signs", "@ signs", &LineShape::at_signs},
    {"date", "1: has a date", &LineShape::date},
    {"ago", "1: has an age such as '5 hours ago'", &LineShape::ago},
    {"time", "1: has a time of day", &LineShape::time},
    {"price", "1: has an amount of money", &LineShape::price},
    {"phone", "1: has a phone number", &LineShape::phone},
    {"list_number", "1: starts with a list or chapter number", &LineShape::list_number},
    {"more", "1: ends with 'more' or an arrow", &LineShape::more},
    {"key_value", "1: a key of at most 12 code points, a colon, a value", &LineShape::key_value},
    {"capital_share", "share of the words of scripts with capitals that start with one, 0 to 1; -1: no such words",
     &LineShape::capital_share},
    {"function_share", "share of words that are function words, 0 to 1", &LineShape::function_share},
    {"good", "1: running text", &LineShape::good},
    {"long_prose", "1: at least 25 words, a sentence mark, function words", &LineShape::long_prose},
};

float flag(bool value) {
  return value ? 1.0F : 0.0F;
}

float share_of(std::size_t part, std::size_t whole) {
  return static_cast<float>(part) / static_cast<float>(std::max<std::size_t>(whole, 1));
}

void set_characters(const TextShape& text, const blocks::TextBlock& block, LineShape& out) {
  out.words = static_cast<float>(block.word_count);
  out.cjk_share = share_of(block.cjk_words, block.word_count);
  out.digit_share = ratio(text.digits, text.characters);
  out.comma_density = ratio(text.commas, block.weighted_words());
  out.ends_sentence = flag(text.ends_sentence);
  out.ends_ellipsis = flag(text.ends_ellipsis);
  out.starts_lower = flag(text.starts_lower);
  out.urls = text.urls;
  out.copyright = flag(text.has_copyright);
}

void set_words(std::span<const text::Word> words, const FunctionWords& function_words, LineShape& out) {
  std::size_t capitals = 0, others = 0, functions = 0;
  for (const text::Word& word : words) {
    functions += function_words.contains(word.hash) ? 1 : 0;
    if (word.is_cjk || word.all_digits) continue;
    ++others;
    capitals += word.starts_upper ? 1 : 0;
  }
  out.function_share = share_of(functions, words.size());
  out.capital_share = others == 0 ? -1.0F : share_of(capitals, others);
}

void set_marks(const LineText& line, const TextShape& text, LineShape& out) {
  constexpr float least_phone_digits = 9;
  const char32_t last = line.size() == 0 ? U'\0' : line.lower.back();
  out.ends_colon = flag(last == U':' || last == U'\uFF1A');
  out.ends_question = flag(last == U'?' || last == U'\uFF1F');
  out.at_signs = static_cast<float>(std::count(line.lower.begin(), line.lower.end(), U'@'));
  out.more = flag(ends_with_more(line));
  out.list_number = flag(starts_with_list_number(line));
  out.key_value = flag(is_key_value(line));
  out.code = flag(!text.ends_sentence && looks_like_code(line));
  if (text.digits == 0) return;
  const NumberMarks marks = find_number_marks(line);
  out.date = flag(marks.date);
  out.ago = flag(marks.ago);
  out.time = flag(marks.time);
  out.price = flag(marks.price);
  out.phone = flag(text.digits >= least_phone_digits && has_phone_number(line));
}

void set_prose(const TextShape& text, const blocks::TextBlock& block, LineShape& out) {
  constexpr float shortest_long = 25;  // words: a teaser is shorter
  constexpr float least_function_share = 0.08F;
  out.good = flag(is_good(block, text));
  out.long_prose = flag(out.words >= shortest_long && text.sentences > 0 && out.function_share > least_function_share);
}

LineShape shape_of_line(const MeasureInput& in, std::size_t index, const TextShape& text, LineMeasureScratch& scratch) {
  const blocks::TextBlock& block = in.blocks.blocks[index];
  scratch.text.assign(block.text);
  LineShape out;
  set_characters(text, block, out);
  const std::span<const text::Word> words = in.blocks.words_of(block, scratch.words);
  set_words(words, scratch.function_words, out);
  scratch.word_shares[index] = word_shares(words);
  set_marks(scratch.text, text, out);
  set_prose(text, block, out);
  return out;
}

}  // namespace

void find_shapes(const MeasureInput& in, LineMeasureScratch& out) {
  const std::size_t lines = in.blocks.blocks.size();
  out.characters.resize(lines);
  out.weighted.resize(lines);
  out.word_shares.resize(lines);
  out.shapes.resize(lines);
  out.words_before.assign(1, 0.0);
  out.good_before.assign(1, 0.0);
  for (std::size_t i = 0; i < lines; ++i) {
    out.characters[i] = shape_of(in.blocks.blocks[i].text);
    out.weighted[i] = in.blocks.blocks[i].weighted_words();
    const LineShape& shape = out.shapes[i] = shape_of_line(in, i, out.characters[i], out);
    const float good_words = shape.good > 0 ? std::min(shape.words, most_good_words) : 0.0F;
    out.words_before.push_back(out.words_before.back() + static_cast<double>(shape.words));
    out.good_before.push_back(out.good_before.back() + static_cast<double>(good_words));
  }
}

void add_shape_columns(const LinePage& page, Columns& columns) {
  const std::span<const LineShape> shapes = page.prepared.shapes;
  add_text_columns({page.in.blocks, page.prepared.characters, page.prepared.weighted, page.prepared.word_shares},
                   columns);
  columns.add_members("", shape_members, [=](std::size_t i) -> const LineShape& { return shapes[i]; });
}

}  // namespace pith::measure
