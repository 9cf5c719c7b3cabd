// What one line looks like by itself.

#include <algorithm>

#include "measure/lines/page.hpp"

namespace pith::measure {
namespace {

constexpr std::array<MemberFeature<LineShape>, shape_columns> features = {{
    {{"words", "words, a CJK character counting as one"}, &LineShape::words},
    {{"code_points", "code points"}, &LineShape::code_points},
    {{"word_letters", "letters per word"}, &LineShape::word_letters},
    {{"cjk_share", "share of code points that are CJK characters, 0 to 1"}, &LineShape::cjk_share},
    {{"digit_share", "share of code points that are digits, 0 to 1"}, &LineShape::digit_share},
    {{"punctuation_share", "share of code points neither letters, digits nor spaces, 0 to 1"},
     &LineShape::punctuation_share},
    // Chinese prose has none; a directory of links on one line has little else between its names.
    {{"space_share", "share of code points that are spaces, 0 to 1"}, &LineShape::space_share},
    {{"commas", "commas, enumeration commas"}, &LineShape::commas},
    {{"comma_density", "commas per word"}, &LineShape::comma_density},
    {{"sentence_marks", "ends of sentences and clauses"}, &LineShape::sentence_marks},
    {{"sentence_density", "sentence marks per word"}, &LineShape::sentence_density},
    {{"ends_sentence", "1: ends as a sentence does"}, &LineShape::ends_sentence},
    {{"ends_colon", "1: ends with a colon"}, &LineShape::ends_colon},
    {{"ends_ellipsis", "1: ends with an ellipsis, perhaps with one short word behind it"}, &LineShape::ends_ellipsis},
    {{"ends_question", "1: ends with a question mark"}, &LineShape::ends_question},
    {{"starts_upper", "1: starts with a capital"}, &LineShape::starts_upper},
    {{"starts_lower", "1: starts with a small letter"}, &LineShape::starts_lower},
    {{"capital_share", "share of the first 60 words that start with a capital, 0 to 1; -1: no such words"},
     &LineShape::capital_share},
    {{"all_capitals", "1: all words in capitals"}, &LineShape::all_capitals},
    {{"addresses", "URLs and host names"}, &LineShape::addresses},
    {{"mail", "1: has a mail address"}, &LineShape::mail},
    {{"date", "1: has a date"}, &LineShape::date},
    {{"ago", "1: has an age such as '5 hours ago'"}, &LineShape::ago},
    {{"time", "1: has a time of day"}, &LineShape::time},
    {{"price", "1: has an amount of money"}, &LineShape::price},
    {{"rights", "1: has a copyright sign or licence number"}, &LineShape::rights},
    {{"bars", "vertical bars and middle dots"}, &LineShape::bars},
    {{"arrows", "arrows and slashes between menu items"}, &LineShape::arrows},
    {{"number_only", "1: no letters but digits"}, &LineShape::number_only},
    {{"list_number", "1: starts with a list or chapter number"}, &LineShape::list_number},
    {{"bullet", "1: starts with a bullet"}, &LineShape::bullet},
    {{"heading_mark", "1: marked as a heading, as in Markdown"}, &LineShape::heading_mark},
    {{"more", "1: ends with a 'more' link's words or arrow"}, &LineShape::more},
    {{"byline", "1: starts as a byline does"}, &LineShape::byline},
    {{"counter", "1: has a count of views, comments, ..."}, &LineShape::counter},
    {{"phone", "1: has a phone number"}, &LineShape::phone},
    {{"function_share", "share of words that are function words, 0 to 1"}, &LineShape::function_share},
    {{"quotes", "quotation marks"}, &LineShape::quotes},
    {{"parentheses", "opening parentheses"}, &LineShape::parentheses},
    {{"brackets", "opening square and lenticular brackets"}, &LineShape::brackets},
    {{"hashes", "# signs"}, &LineShape::hashes},
    {{"at_signs", "@ signs"}, &LineShape::at_signs},
    {{"key_value", "1: a key of at most 12 code points, a colon, a value"}, &LineShape::key_value},
    {{"good", "1: at least 10 words, and a comma or sentence mark"}, &LineShape::good},
    {{"long_prose", "1: at least 25 words, a sentence mark, function words"}, &LineShape::long_prose},
    {{"weighted_words", "words, a CJK character counting as 1/1.7"}, &LineShape::weighted_words},
}};

float flag(bool value) {
  return value ? 1.0F : 0.0F;
}

float ratio(std::size_t part, std::size_t whole) {
  return static_cast<float>(part) / static_cast<float>(std::max<std::size_t>(whole, 1));
}

/// What one pass over the code points counts.
struct CharacterCounts {
  std::size_t digits = 0, alphanumerics = 0, spaces = 0, cjk = 0;
  std::size_t commas = 0, bars = 0, arrows = 0, quotes = 0, parentheses = 0, brackets = 0, hashes = 0, at_signs = 0;
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

constexpr std::array<SignRow, 8> sign_rows = {{
    {U",\uFF0C\u3001", &CharacterCounts::commas},
    {U"|\uFF5C\u00B7\u2022", &CharacterCounts::bars},
    {U">\u00BB\u203A", &CharacterCounts::arrows},
    {U"\"\u201C\u201D\u300C\u300D", &CharacterCounts::quotes},
    {U"(\uFF08", &CharacterCounts::parentheses},
    {U"[\u3010", &CharacterCounts::brackets},
    {U"#", &CharacterCounts::hashes},
    {U"@", &CharacterCounts::at_signs},
}};

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
  out.word_letters = ratio(counts.alphanumerics - counts.digits, words);
  out.cjk_share = ratio(counts.cjk, size);
  out.digit_share = ratio(counts.digits, size);
  out.punctuation_share = ratio(size - std::min(size, counts.alphanumerics + counts.spaces), size);
  out.space_share = ratio(counts.spaces, size);
  out.number_only = flag(counts.digits > 0 && counts.digits == counts.alphanumerics);
  out.commas = static_cast<float>(counts.commas);
  out.comma_density = ratio(counts.commas, words);
  out.bars = static_cast<float>(counts.bars);
  out.arrows = static_cast<float>(counts.arrows);
  out.quotes = static_cast<float>(counts.quotes);
  out.parentheses = static_cast<float>(counts.parentheses);
  out.brackets = static_cast<float>(counts.brackets);
  out.hashes = static_cast<float>(counts.hashes);
  out.at_signs = static_cast<float>(counts.at_signs);
  out.phone = flag(counts.digits > 8 && has_phone_number(line));
  out.mail = flag(counts.at_signs > 0 && has_mail_address(line));
  if (counts.digits == 0) return;
  const NumberMarks marks = find_number_marks(line);
  out.date = flag(marks.date);
  out.ago = flag(marks.ago);
  out.time = flag(marks.time);
  out.price = flag(marks.price);
  out.counter = flag(marks.counter);
}

/// A word between spaces that starts with a letter of a script other than CJK.
struct SpacedWord {
  bool starts_upper = false;
  bool has_upper = false;
  bool has_lower = false;
};

SpacedWord read_spaced_word(const LineText& line, std::size_t begin, std::size_t end) {
  SpacedWord word;
  word.starts_upper = line.has(begin, text::is_upper);
  for (std::size_t at = begin; at < end; ++at) {
    word.has_upper = word.has_upper || line.has(at, text::is_upper);
    word.has_lower = word.has_lower || line.has(at, text::is_lower);
  }
  return word;
}

void set_capitals(const LineText& line, LineShape& out) {
  constexpr std::size_t most_words = 60;
  std::size_t seen = 0, words = 0, capitals = 0;
  bool all_upper = true;
  for (std::size_t at = 0; at < line.size() && seen < most_words;) {
    std::size_t end = at;
    while (end < line.size() && !line.has(end, text::is_space)) ++end;
    if (end > at) ++seen;
    if (line.has(at, text::is_letter) && !line.has(at, text::is_cjk)) {
      const SpacedWord word = read_spaced_word(line, at, end);
      ++words;
      if (word.starts_upper) ++capitals;
      all_upper = all_upper && word.has_upper && !word.has_lower;
    }
    at = end + 1;
  }
  out.starts_upper = flag(line.has(0, text::is_upper));
  out.starts_lower = flag(line.has(0, text::is_lower));
  out.capital_share = words == 0 ? -1.0F : ratio(capitals, words);
  out.all_capitals = flag(words > 0 && all_upper);
}

void set_ends(const LineText& line, LineShape& out) {
  const char32_t last = line.size() == 0 ? U'\0' : line.lower.back();
  out.ends_sentence = flag(ends_sentence(line));
  out.ends_colon = flag(last == U':' || last == U'\uFF1A');
  out.ends_ellipsis = flag(ends_with_ellipsis(line));
  out.ends_question = flag(last == U'?' || last == U'\uFF1F');
  out.more = flag(ends_with_more(line));
  out.byline = flag(starts_as_byline(line));
  out.list_number = flag(starts_with_list_number(line));
  out.key_value = flag(is_key_value(line));
  out.code = flag(looks_like_code(line));
}

void set_prose(LineShape& out) {
  constexpr float shortest_good = 10, shortest_long = 25;  // words; scoring.md, "Plain text"
  constexpr float least_function_share = 0.08F;
  const bool has_end = out.sentence_marks > 0 || out.ends_sentence > 0;
  out.good = flag(out.words >= shortest_good && (out.commas > 0 || has_end));
  out.long_prose = flag(out.words >= shortest_long && has_end && out.function_share > least_function_share);
}

LineShape shape_of_line(const MeasureInput& in, std::size_t index, const FunctionWords& function_words,
                        const LineText& line) {
  const blocks::TextBlock& block = in.blocks.blocks[index];
  const std::span<const text::Word> words = words_of(in, index);
  const auto is_function_word = [&](const text::Word& word) { return function_words.contains(word.hash); };
  const auto function_count = static_cast<std::size_t>(std::count_if(words.begin(), words.end(), is_function_word));
  const std::size_t marks = count_sentence_marks(line);

  LineShape out;
  out.words = static_cast<float>(words.size());
  out.weighted_words = block.weighted_words();
  out.function_share = ratio(function_count, words.size());
  out.sentence_marks = static_cast<float>(marks);
  out.sentence_density = ratio(marks, words.size());
  out.addresses = static_cast<float>(count_addresses(line));
  out.rights = flag(has_rights_mark(line));
  out.bullet = flag(block.starts_item || starts_with_bullet(line));
  out.heading_mark = flag(block.kind == BlockKind::heading);
  set_characters(line, count_characters(line), words.size(), out);
  set_capitals(line, out);
  set_ends(line, out);
  set_prose(out);
  return out;
}

}  // namespace

model::FeatureName shape_name(std::size_t column) {
  return features[column].name;
}

void measure_shapes(const MeasureInput& in, LineMeasureScratch& scratch, FeatureColumns out) {
  const std::size_t lines = in.blocks.blocks.size();
  scratch.shapes.resize(lines);
  scratch.words_before.assign(1, 0.0);
  scratch.good_before.assign(1, 0.0);
  for (std::size_t i = 0; i < lines; ++i) {
    scratch.text.assign(in.blocks.blocks[i].text);
    const LineShape shape = shape_of_line(in, i, scratch.function_words, scratch.text);
    scratch.shapes[i] = shape;
    const float good_words = shape.good > 0 ? std::min(shape.words, most_good_words) : 0.0F;
    scratch.words_before.push_back(scratch.words_before.back() + static_cast<double>(shape.words));
    scratch.good_before.push_back(scratch.good_before.back() + static_cast<double>(good_words));
    write_members(features, shape, out.row(i));
  }
}

}  // namespace pith::measure
