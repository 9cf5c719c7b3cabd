#include "measure/text_columns.hpp"

namespace pith::measure {
namespace {

void add_amounts(const BlockTexts& texts, Columns& columns) {
  const std::span<const blocks::TextBlock> blocks = texts.list.blocks;
  columns.add({"words"}, "words; a CJK character is one", [=](std::size_t i) { return blocks[i].word_count; });
  columns.add({"weighted_words"}, "words; a CJK character is 1/1.7",
              [weighted = texts.weighted](std::size_t i) { return weighted[i]; });
  columns.add({"letters"}, "code points but white space", [=](std::size_t i) { return blocks[i].letters; });
  columns.add({"letters_per_word"}, "letters per word", [=](std::size_t i) {
    return ratio(static_cast<float>(blocks[i].letters), static_cast<float>(blocks[i].word_count));
  });
}

void add_sentences(const BlockTexts& texts, Columns& columns) {
  const std::span<const TextShape> shapes = texts.shapes;
  const std::span<const float> weighted = texts.weighted;
  columns.add({"sentences"}, "sentence ends", [shapes](std::size_t i) { return shapes[i].sentences; });
  columns.add({"commas"}, "commas and semicolons", [shapes](std::size_t i) { return shapes[i].commas; });
  columns.add({"sentence_density"}, "sentence ends per weighted word",
              [shapes, weighted](std::size_t i) { return ratio(shapes[i].sentences, weighted[i]); });
  columns.add({"comma_density"}, "commas per weighted word",
              [shapes, weighted](std::size_t i) { return ratio(shapes[i].commas, weighted[i]); });
  columns.add({"ends_sentence"}, "ends with a sentence mark, 0 or 1",
              [shapes](std::size_t i) { return shapes[i].ends_sentence; });
  columns.add({"ends_ellipsis"}, "ends with an ellipsis, 0 or 1",
              [shapes](std::size_t i) { return shapes[i].ends_ellipsis; });
  columns.add({"starts_upper"}, "starts with a capital, 0 or 1",
              [shapes](std::size_t i) { return shapes[i].starts_upper; });
  columns.add({"starts_digit"}, "starts with a digit, 0 or 1",
              [shapes](std::size_t i) { return shapes[i].starts_digit; });
}

void add_characters(const BlockTexts& texts, Columns& columns) {
  const std::span<const blocks::TextBlock> blocks = texts.list.blocks;
  const auto shape = [shapes = texts.shapes](std::size_t i) -> const TextShape& { return shapes[i]; };
  const auto share = [=](std::size_t i, float part) { return ratio(part, shape(i).characters); };
  columns.add({"upper_share"}, "share of capitals", [=](std::size_t i) { return share(i, shape(i).upper); });
  columns.add({"digit_share"}, "share of digits", [=](std::size_t i) { return share(i, shape(i).digits); });
  columns.add({"punctuation_share"}, "share of punctuation and symbols",
              [=](std::size_t i) { return share(i, shape(i).punctuation); });
  columns.add({"cjk_share"}, "share of words that are CJK characters", [=](std::size_t i) {
    return ratio(static_cast<float>(blocks[i].cjk_words), static_cast<float>(blocks[i].word_count));
  });
  columns.add({"newlines"}, "line breaks within", [=](std::size_t i) { return shape(i).newlines; });
  columns.add({"separators"}, "menu separators | > / and the like", [=](std::size_t i) { return shape(i).separators; });
  columns.add({"quotes"}, "quotation marks", [=](std::size_t i) { return shape(i).quotes; });
  columns.add({"brackets"}, "opening brackets", [=](std::size_t i) { return shape(i).brackets; });
  columns.add({"colons"}, "colons", [=](std::size_t i) { return shape(i).colons; });
  columns.add({"urls"}, "addresses in the text", [=](std::size_t i) { return shape(i).urls; });
  columns.add({"has_year"}, "a year, 0 or 1", [=](std::size_t i) { return shape(i).has_year; });
  columns.add({"has_date"}, "a date or time in digits, 0 or 1", [=](std::size_t i) { return shape(i).has_date; });
  columns.add({"has_copyright"}, "a copyright sign, 0 or 1", [=](std::size_t i) { return shape(i).has_copyright; });
}

void add_words(std::span<const WordShares> shares, Columns& columns) {
  columns.add({"capital_words"}, "share of words with a capital", [=](std::size_t i) { return shares[i].capitals; });
  columns.add({"short_words"}, "share of words of at most three letters",
              [=](std::size_t i) { return shares[i].shorts; });
  columns.add({"number_words"}, "share of words of digits", [=](std::size_t i) { return shares[i].numbers; });
}

}  // namespace

WordShares word_shares(std::span<const text::Word> words) noexcept {
  WordShares shares;
  for (const text::Word& word : words) {
    shares.capitals += word.starts_upper;
    shares.shorts += word.letters <= 3;
    shares.numbers += word.all_digits;
  }
  const auto all = static_cast<float>(words.size());
  return {ratio(shares.capitals, all), ratio(shares.shorts, all), ratio(shares.numbers, all)};
}

void add_text_columns(const BlockTexts& texts, Columns& columns) {
  add_amounts(texts, columns);
  add_sentences(texts, columns);
  add_characters(texts, columns);
  add_words(texts.shares, columns);
}

}  // namespace pith::measure
