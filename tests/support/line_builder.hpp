/// LineBuilder: a page of plain-text lines with hand-set phrase evidence, measured, for tests of line features.
#pragma once

#include <pith/rules.hpp>

#include <deque>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "loaded_rules.hpp"
#include "measure/measure.hpp"

namespace pith::test {

/// The words of the built-in rules, but none of their phrases.
class LineBuilder {
 public:
  LineBuilder() { rules_.category_words = LoadedRules::of(builtin_rules()).set.category_words; }

  /// The next line; blank ones are not added, as the reader does not.
  LineBuilder& line(std::string_view text) {
    blocks::TextBlock block;
    block.text = texts_.emplace_back(text);
    block.first_word = static_cast<std::uint32_t>(blocks_.words.size());
    text::tokenize(block.text, blocks_.words);
    block.word_count = static_cast<std::uint32_t>(blocks_.words.size()) - block.first_word;
    for (std::size_t w = block.first_word; w < blocks_.words.size(); ++w) block.cjk_words += blocks_.words[w].is_cjk;
    for (const char c : text) block.letters += c != ' ' && text::starts_code_point(c) ? 1 : 0;
    block.blank_before = blank_;
    blank_ = false;
    blocks_.blocks.push_back(block);
    phrases_.emplace_back();
    const std::size_t begin = matches_.folded_text.size();
    text::append_folded(block.text, matches_.folded_text);
    matches_.folded_ends.push_back(matches_.folded_text.size());
    const std::string_view folded = std::string_view(matches_.folded_text).substr(begin);
    matches_.thread_marks.push_back(static_cast<std::int16_t>(rules_.category_words.thread_mark(folded)));
    if (matches_.thread_marks.back() >= 0) ++matches_.thread_mark_kinds;  // a test names no mark twice
    return *this;
  }

  /// `count` lines of 12 words and a full stop, all different.
  LineBuilder& prose(int count) {
    for (int i = 0; i < count; ++i) {
      const std::string number = std::to_string(blocks_.blocks.size());
      line("The river" + number + " and the bridge" + number + " stood in the rain for many days.");
    }
    return *this;
  }

  LineBuilder& blank() {
    blank_ = true;
    return *this;
  }

  /// Says what the last line is.
  LineBuilder& is(BlockKind kind) {
    blocks_.blocks.back().kind = kind;
    return *this;
  }

  /// Phrase evidence in the last line.
  LineBuilder& phrase(Category category, rules::Match match, float share, bool heading = false) {
    const auto place = static_cast<std::size_t>(category);
    phrases_.back()[place] = {match, heading, share, 0};
    phrases_.back().found |= 1U << place;
    return *this;
  }

  /// As of a text of many megabytes: the words are found again each time.
  LineBuilder& forget_words() {
    blocks_.words.clear();
    blocks_.keeps_words = false;
    return *this;
  }

  LineBuilder& measure() {
    const auto scratch = measure::make_line_measure_scratch();
    matches_.lines.clear();
    for (const rules::LineMatches& phrases : phrases_) matches_.lines.push_back(phrases);
    measure::measure_lines({page_, blocks_, matches_, rules_, {}}, *scratch, features_);
    return *this;
  }

  /// After measure().
  [[nodiscard]] float value(std::size_t line, std::string_view feature) const {
    const auto names = measure::line_features();
    for (std::size_t column = 0; column < names.size(); ++column) {
      if (names[column].name == feature) return features_.row(line)[column];
    }
    throw std::invalid_argument("no feature is named " + std::string(feature));
  }

  [[nodiscard]] const model::FeatureMatrix& features() const { return features_; }

 private:
  page::Page page_;
  blocks::BlockList blocks_;
  measure::BlockMatches matches_;
  std::vector<rules::LineMatches> phrases_;  // per line
  rules::RuleSet rules_;
  model::FeatureMatrix features_;
  std::deque<std::string> texts_;
  bool blank_ = false;
};

}  // namespace pith::test
