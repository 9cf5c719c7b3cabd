// What one line looks like by itself.

#include <algorithm>

#include "measure/lines/page.hpp"

namespace pith::measure {
namespace {

constexpr MemberColumn<LineShape> shape_members[] = {
    {"words", "words, a CJK character counting as one", &LineShape::words},
    {"code_points", "code points", &LineShape::code_points},
    {"word_letters", "letters per word", &LineShape::word_letters},
    {"cjk_share", "share of code points that are CJK characters, 0 to 1", &LineShape::cjk_share},
    {"digit_share", "share of code points that are digits, 0 to 1", &LineShape::digit_share},
    {"punctuation_share", "share of code points neither letters, digits nor spaces, 0 to 1",
     &LineShape::punctuation_share},
    // Chinese prose has none; a directory of links on one line has little else between its names.
    {"space_share", "share of code points that are spaces, 0 to 1", &LineShape::space_share},
    {"commas", "commas, enumeration commas", &LineShape::commas},
    {"comma_density", "commas per word", &LineShape::comma_density},
    {"sentence_marks", "ends of sentences and clauses", &LineShape::sentence_marks},
    {"sentence_density", "sentence marks per word", &LineShape::sentence_density},
    {"ends_sentence", "1: ends as a sentence does", &LineShape::ends_sentence},
    {"ends_colon", "1: ends with a colon", &LineShape::ends_colon},
    {"ends_ellipsis", "1: ends with an ellipsis, perhaps with one short word behind it", &LineShape::ends_ellipsis},
    {"ends_question", "1: ends with a question mark", &LineShape::ends_question},
    {"starts_upper", "1: starts with a capital", &LineShape::starts_upper},
    {"starts_lower", "1: starts with a small letter", &LineShape::starts_lower},
    {"capital_share", "share of the first 60 words that start with a capital, 0 to 1; -1: no such words",
     &LineShape::capital_share},
    {"addresses", "URLs and host names", &LineShape::addresses},
    {"date", "1: has a date", &LineShape::date},
    {"ago", "1: has an age such as '5 hours ago'", &LineShape::ago},
    {"time", "1: has a time of day", &LineShape::time},
    {"price", "1: has an amount of money", &LineShape::price},
    {"rights", "1: has a copyright sign or licence number", &LineShape::rights},
    {"bars", "vertical bars and middle dots", &LineShape::bars},
    {"arrows", "arrows and slashes between menu items", &LineShape::arrows},
    {"list_number", "1: starts with a list or chapter number", &LineShape::list_number},
    {"phone", "1: has a phone number", &LineShape::phone},
    {"function_share", "share of words that are function words, 0 to 1", &LineShape::function_share},
    {"quotes", "quotation marks", &LineShape::quotes},
    {"parentheses", "opening parentheses", &LineShape::parentheses},
    {"at_signs", "@ signs", &LineShape::at_signs},
    {"key_value", "1: a key of at most 12 code points, a colon, a value", &LineShape::key_value},
    {"good", "1: at least 10 words, and a comma or sentence mark", &LineShape::good},
    {"long_prose", "1: at least 25 words, a sentence mark, function words", &LineShape::long_prose},
    {"weighted_words", "words, a CJK character counting as 1/1.7", &LineShape::weighted_words},
};

float flag(bool value) {
  return value ? 1.0F : 0.0F;
}

float share_of(std::size_t part, std::size_t whole) {
  return static_cast<float>(part) / static_cast<float>(std::max<std::size_t>(whole, 1));
}

/// What one pass over the code points counts.
struct CharacterCounts {
  std::size_t digits = 0, alphanumerics = 0, spaces = 0, cjk = 0;
  std::size_t commas = 0, bars = 0, arrows = 0, quotes = 0, parentheses = 0, at_signs = 0;
};

void count_class(std::uint16_t bits, CharacterCounts& counts) {
  constexpr std::uint16_t alphanumeric = text::is_letter | text::is_digit | text::is_other_number;
  if ((bits & text::is_digit) != 0) ++counts.digits;
  if ((bits & alphanumeric) != 0) ++counts.alphanumerics;
  if ((bits & text::is_space) != 0) ++counts.spaces;
  if ((bits & text::is_cjk) != 0) ++counts.cjk;
}

/// Signs that are counted together.
struct SignRow {
  std::u32string_view signs;
  std::size_t CharacterCounts::*count;
};

constexpr SignRow sign_rows[] = {
    {U",\uFF0C\u3001", &CharacterCounts::commas}, {U"|\uFF5C\u00B7\u2022", &CharacterCounts::bars},
    {U">\u00BB\u203A", &CharacterCounts::arrows}, {U"\"\u201C\u201D\u300C\u300D", &CharacterCounts::quotes},
    {U"(\uFF08", &CharacterCounts::parentheses},  {U"@", &CharacterCounts::at_signs},
};

void count_sign(char32_t c, CharacterCounts& counts) {
  for (const SignRow& row : sign_rows) {
    if (row.signs.find(c) != std::u32string_view::npos) ++(counts.*row.count);
  }
}

CharacterCounts count_characters(const LineText& line) {
  CharacterCounts counts;
  for (std::size_t at = 0; at < line.size(); ++at) {
    count_class(line.classes[at], counts);
    const bool may_be_sign = (line.classes[at] & (text::is_punctuation | text::is_symbol)) != 0;
    if (may_be_sign) count_sign(line.lower[at], counts);
    const bool spaced_slash =
        line.lower[at] == U'/' && line.has(at - 1, text::is_space) && line.has(at + 1, text::is_space);
    if (spaced_slash) ++counts.arrows;
  }
  return counts;
}

void set_characters(const LineText& line, const CharacterCounts& counts, std::size_t words, LineShape& out) {
  const std::size_t size = line.size();
  out.code_points = static_cast<float>(size);
  out.word_letters = share_of(counts.alphanumerics - counts.digits, words);
  out.cjk_share = share_of(counts.cjk, size);
  out.digit_share = share_of(counts.digits, size);
  out.punctuation_share = share_of(size - std::min(size, counts.alphanumerics + counts.spaces), size);
  out.space_share = share_of(counts.spaces, size);
  out.commas = static_cast<float>(counts.commas);
  out.comma_density = share_of(counts.commas, words);
  out.bars = static_cast<float>(counts.bars);
  out.arrows = static_cast<float>(counts.arrows);
  out.quotes = static_cast<float>(counts.quotes);
  out.parentheses = static_cast<float>(counts.parentheses);
  out.at_signs = static_cast<float>(counts.at_signs);
  out.phone = flag(counts.digits > 8 && has_phone_number(line));
  if (counts.digits == 0) return;
  const NumberMarks marks = find_number_marks(line);
  out.date = flag(marks.date);
  out.ago = flag(marks.ago);
  out.time = flag(marks.time);
  out.price = flag(marks.price);
}

/// Words between spaces that start with a letter of a script other than CJK.
void set_capitals(const LineText& line, LineShape& out) {
  constexpr std::size_t most_words = 60;
  std::size_t seen = 0, words = 0, capitals = 0;
  for (std::size_t at = 0; at < line.size() && seen < most_words;) {
    std::size_t end = at;
    while (end < line.size() && !line.has(end, text::is_space)) ++end;
    if (end > at) ++seen;
    if (line.has(at, text::is_letter) && !line.has(at, text::is_cjk)) {
      ++words;
      if (line.has(at, text::is_upper)) ++capitals;
    }
    at = end + 1;
  }
  out.starts_upper = flag(line.has(0, text::is_upper));
  out.starts_lower = flag(line.has(0, text::is_lower));
  out.capital_share = words == 0 ? -1.0F : share_of(capitals, words);
}

void set_ends(const LineText& line, LineShape& out) {
  const char32_t last = line.size() == 0 ? U'\0' : line.lower.back();
  out.ends_sentence = flag(ends_sentence(line));
  out.ends_colon = flag(last == U':' || last == U'\uFF1A');
  out.ends_ellipsis = flag(ends_with_ellipsis(line));
  out.ends_question = flag(last == U'?' || last == U'\uFF1F');
  out.more = flag(ends_with_more(line));
  out.list_number = flag(starts_with_list_number(line));
  out.key_value = flag(is_key_value(line));
  out.code = flag(looks_like_code(line));
}

void set_prose(LineShape& out) {
  constexpr float shortest_good = 10, shortest_long = 25;  // words: a headline is shorter, a teaser than the second
  constexpr float least_function_share = 0.08F;
  const bool has_end = out.sentence_marks > 0 || out.ends_sentence > 0;
  out.good = flag(out.words >= shortest_good && (out.commas > 0 || has_end));
  out.long_prose = flag(out.words >= shortest_long && has_end && out.function_share > least_function_share);
}

LineShape shape_of_line(const MeasureInput& in, std::size_t index, const FunctionWords& function_words,
                        const LineText& line) {
  const blocks::TextBlock& block = in.blocks.blocks[index];
  const auto words = std::span(in.blocks.words).subspan(block.first_word, block.word_count);
  const auto is_function_word = [&](const text::Word& word) { return function_words.contains(word.hash); };
  const auto function_count = static_cast<std::size_t>(std::count_if(words.begin(), words.end(), is_function_word));
  const std::size_t marks = count_sentence_marks(line);

  LineShape out;
  out.words = static_cast<float>(words.size());
  out.weighted_words = block.weighted_words();
  out.function_share = share_of(function_count, words.size());
  out.sentence_marks = static_cast<float>(marks);
  out.sentence_density = share_of(marks, words.size());
  out.addresses = static_cast<float>(count_addresses(line));
  out.rights = flag(has_rights_mark(line));
  set_characters(line, count_characters(line), words.size(), out);
  set_capitals(line, out);
  set_ends(line, out);
  set_prose(out);
  return out;
}

}  // namespace

void find_shapes(const MeasureInput& in, LineMeasureScratch& out) {
  const std::size_t lines = in.blocks.blocks.size();
  out.shapes.resize(lines);
  out.words_before.assign(1, 0.0);
  out.good_before.assign(1, 0.0);
  for (std::size_t i = 0; i < lines; ++i) {
    out.text.assign(in.blocks.blocks[i].text);
    const LineShape& shape = out.shapes[i] = shape_of_line(in, i, out.function_words, out.text);
    const float good_words = shape.good > 0 ? std::min(shape.words, most_good_words) : 0.0F;
    out.words_before.push_back(out.words_before.back() + static_cast<double>(shape.words));
    out.good_before.push_back(out.good_before.back() + static_cast<double>(good_words));
  }
}

void add_shape_columns(const LinePage& page, Columns& columns) {
  const std::span<const LineShape> shapes = page.facts.shapes;
  columns.add_members("", shape_members, [=](std::size_t i) -> const LineShape& { return shapes[i]; });
}

}  // namespace pith::measure
