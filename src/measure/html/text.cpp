// What a block's own text looks like.

#include "measure/html/page.hpp"

namespace pith::measure {
namespace {

float ratio(float part, float whole) {
  return whole > 0 ? part / whole : 0.0F;
}

/// Word-level shares.
struct WordShares {
  float capitals = 0;  ///< words that begin with a capital
  float shorts = 0;    ///< words of at most three letters
  float numbers = 0;   ///< words of digits
};

WordShares word_shares(const blocks::BlockList& list, const blocks::TextBlock& block) {
  WordShares shares;
  for (std::uint32_t w = 0; w < block.word_count; ++w) {
    const text::Word& word = list.words[block.first_word + w];
    shares.capitals += word.starts_upper;
    shares.shorts += word.letters <= 3;
    shares.numbers += word.all_digits;
  }
  const auto all = static_cast<float>(block.word_count);
  return {ratio(shares.capitals, all), ratio(shares.shorts, all), ratio(shares.numbers, all)};
}

void add_amounts(const HtmlPage& page, Columns& columns) {
  columns.add({"words"}, "words; a CJK character is one", [=](std::size_t i) { return page.block(i).word_count; });
  columns.add({"weighted_words"}, "words; a CJK character is 1/1.7",
              [=](std::size_t i) { return page.facts.weighted[i]; });
  columns.add({"letters"}, "code points but white space", [=](std::size_t i) { return page.block(i).letters; });
  columns.add({"link_density"}, "share of letters in links, 0 to 1",
              [=](std::size_t i) { return page.facts.link_density[i]; });
  columns.add({"links"}, "links in the block", [=](std::size_t i) { return page.block(i).links; });
  columns.add({"letters_per_word"}, "letters per word", [=](std::size_t i) {
    return ratio(static_cast<float>(page.block(i).letters), static_cast<float>(page.block(i).word_count));
  });
  columns.add({"images"}, "images in the block", [=](std::size_t i) { return page.block(i).images; });
  columns.add({"inline_elements"}, "inline elements in the block",
              [=](std::size_t i) { return page.block(i).inline_elements; });
  columns.add({"bold_share"}, "share of letters in bold, 0 to 1", [=](std::size_t i) {
    return ratio(static_cast<float>(page.block(i).bold_letters), static_cast<float>(page.block(i).letters));
  });
  columns.add({"code_share"}, "share of letters in code, 0 to 1", [=](std::size_t i) {
    return ratio(static_cast<float>(page.block(i).code_letters), static_cast<float>(page.block(i).letters));
  });
  columns.add({"preformatted"}, "in pre, 0 or 1", [=](std::size_t i) { return page.block(i).preformatted; });
  columns.add({"good"}, "is running text, 0 or 1", [=](std::size_t i) { return page.facts.good[i] > 0; });
}

void add_sentences(const HtmlPage& page, Columns& columns) {
  const auto shape = [=](std::size_t i) -> const TextShape& { return page.facts.shapes[i]; };
  columns.add({"sentences"}, "sentence ends", [=](std::size_t i) { return shape(i).sentences; });
  columns.add({"commas"}, "commas and semicolons", [=](std::size_t i) { return shape(i).commas; });
  columns.add({"sentence_density"}, "sentence ends per weighted word",
              [=](std::size_t i) { return ratio(shape(i).sentences, page.facts.weighted[i]); });
  columns.add({"comma_density"}, "commas per weighted word",
              [=](std::size_t i) { return ratio(shape(i).commas, page.facts.weighted[i]); });
  columns.add({"ends_sentence"}, "ends with a sentence mark, 0 or 1",
              [=](std::size_t i) { return shape(i).ends_sentence; });
  columns.add({"ends_ellipsis"}, "ends with an ellipsis, 0 or 1",
              [=](std::size_t i) { return shape(i).ends_ellipsis; });
  columns.add({"starts_upper"}, "starts with a capital, 0 or 1", [=](std::size_t i) { return shape(i).starts_upper; });
  columns.add({"starts_digit"}, "starts with a digit, 0 or 1", [=](std::size_t i) { return shape(i).starts_digit; });
}

void add_characters(const HtmlPage& page, Columns& columns) {
  const auto shape = [=](std::size_t i) -> const TextShape& { return page.facts.shapes[i]; };
  const auto share = [=](std::size_t i, float part) { return ratio(part, shape(i).characters); };
  columns.add({"upper_share"}, "share of capitals", [=](std::size_t i) { return share(i, shape(i).upper); });
  columns.add({"digit_share"}, "share of digits", [=](std::size_t i) { return share(i, shape(i).digits); });
  columns.add({"punctuation_share"}, "share of punctuation and symbols",
              [=](std::size_t i) { return share(i, shape(i).punctuation); });
  columns.add({"cjk_share"}, "share of words that are CJK characters", [=](std::size_t i) {
    return ratio(static_cast<float>(page.block(i).cjk_words), static_cast<float>(page.block(i).word_count));
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

void add_words(const HtmlPage& page, Columns& columns) {
  const std::span<WordShares> shares = page.temporary.array<WordShares>(page.size());
  for (std::size_t i = 0; i < page.size(); ++i) shares[i] = word_shares(page.in.blocks, page.block(i));
  columns.add({"capital_words"}, "share of words with a capital", [=](std::size_t i) { return shares[i].capitals; });
  columns.add({"short_words"}, "share of words of at most three letters",
              [=](std::size_t i) { return shares[i].shorts; });
  columns.add({"number_words"}, "share of words of digits", [=](std::size_t i) { return shares[i].numbers; });
}

}  // namespace

void add_text_columns(const HtmlPage& page, Columns& columns) {
  add_amounts(page, columns);
  add_sentences(page, columns);
  add_characters(page, columns);
  add_words(page, columns);
}

}  // namespace pith::measure
