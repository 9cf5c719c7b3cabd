/// Selecting: runs the selection over blocks with given scores, for tests of the passes.
#pragma once

#include <pith/rules.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "blocks/blocks.hpp"
#include "loaded_rules.hpp"
#include "select/select.hpp"
#include "support/page_builder.hpp"
#include "support/sentences.hpp"

namespace pith::test {

/// Lines (plain text) or paragraphs (HTML), each with the score that a model would have given.
class Selecting {
 public:
  explicit Selecting(page::PageKind kind) : kind_(kind) {}

  Selecting& line(std::string_view text, float score, page::Tag tag = page::Tag::p) {
    page_.element(tag, text);
    scores_.values.push_back(score);
    return *this;
  }

  /// A paragraph of lines with <br> between.
  Selecting& lines(const std::vector<std::string>& texts, float score) {
    page_.open(page::Tag::p);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (i > 0) page_.open(page::Tag::br).close();
      page_.text(texts[i]);
    }
    page_.close();
    scores_.values.push_back(score);
    return *this;
  }

  /// A paragraph in a <div> of that class.
  Selecting& in_class(std::string_view classes, std::string_view text, float score) {
    page_.open(page::Tag::div, {{page::AttributeName::class_, classes}}).element(page::Tag::p, text).close();
    scores_.values.push_back(score);
    return *this;
  }

  /// Lines that only a page has, so that it is not taken for clean text.
  Selecting& menu() {
    for (const char* entry : {"Home", "News", "Sport", "Weather"}) link(entry, 0.0F);
    return *this;
  }

  /// Text enough for an article: eight paragraphs of which the model is sure.
  Selecting& eight_paragraphs() {
    for (const char* sentence : {flood, rain, school, more})
      line(sentence, 0.95F).line(std::string("Once more: ") + sentence, 0.95F);
    return *this;
  }

  /// A paragraph that is one link.
  Selecting& link(std::string_view text, float score) {
    page_.open(page::Tag::p).element(page::Tag::a, text, {{page::AttributeName::href, "/there"}}).close();
    scores_.values.push_back(score);
    return *this;
  }

  /// <meta name=... content=...>. The views must live until run().
  Selecting& meta(std::string_view name, std::string_view content) {
    meta_.push_back({name, content});
    return *this;
  }

  /// The page, for what has no method here; every block that it gets needs a score.
  PageBuilder& page() { return page_; }
  Selecting& score(float value) {
    scores_.values.push_back(value);
    return *this;
  }

  /// An element of this itemtype, without text.
  Selecting& item(std::string_view type) {
    page_.open(page::Tag::div, {{page::AttributeName::itemtype, type}}).close();
    return *this;
  }

  Selecting& url(std::string_view text) {
    url_ = text;
    return *this;
  }

  Selecting& description(std::string_view text) {
    description_ = text;
    return *this;
  }

  Selecting& headline(std::string_view text) {
    headline_ = text;
    return *this;
  }

  /// What the caller knows.
  Selecting& expect(Expect kind) {
    expect_ = kind;
    return *this;
  }
  Selecting& known_title(std::string_view text) {
    known_title_ = text;
    return *this;
  }

  /// The whole <title>.
  Selecting& page_title(std::string_view text) {
    page_title_ = text;
    return *this;
  }

  /// Per line: other pages of the site that have it.
  Selecting& witnesses(std::vector<std::uint8_t> counts) {
    witnesses_ = std::move(counts);
    return *this;
  }

  /// The dropped blocks have their categories, whatever `options` keep.
  Selecting& run(Options options = {}) {
    options.keep_dropped = true;
    page::Page& page = page_.done();
    page.kind = kind_;
    page.meta = meta_;
    std::vector<Notice> notices;
    blocks::segment(page, options.limits, blocks_, notices);
    measure::match_blocks(page, blocks_, LoadedRules::of(builtin_rules()).set, matches_);
    measure::PageFacts facts;
    facts.headline = headline_;
    facts.title = page_title_;
    facts.description = description_;
    facts.url = url_;
    facts.known_title = known_title_;
    facts.expect = expect_;
    select::select_blocks({page, blocks_, matches_, LoadedRules::of(builtin_rules()).set, facts, witnesses_}, scores_,
                          options, selection);
    return *this;
  }

  /// Indices of the kept blocks, the title's not among them.
  [[nodiscard]] std::vector<int> kept() const {
    std::vector<int> indices;
    for (std::size_t i = 0; i < selection.choices.size(); ++i) {
      const bool is_title = static_cast<std::int32_t>(i) == selection.title_block;
      if (selection.choices[i].kept && !is_title) indices.push_back(static_cast<int>(i));
    }
    return indices;
  }

  [[nodiscard]] Category category(std::size_t i) const { return selection.choices.at(i).category; }
  [[nodiscard]] std::string decided_by(std::size_t i) const { return selection.choices.at(i).decided_by; }
  [[nodiscard]] std::string kept_text(std::size_t i) const {
    const select::Choice& choice = selection.choices.at(i);
    std::string text(blocks_.blocks.at(i).text.substr(choice.cut_begin, choice.cut_end - choice.cut_begin));
    for (auto cut = selection.inner_cuts.rbegin(); cut != selection.inner_cuts.rend(); ++cut) {
      if (cut->block == i) text.erase(cut->begin - choice.cut_begin, cut->end - cut->begin);
    }
    return text;
  }

  select::Selection selection;

 private:
  page::PageKind kind_;
  PageBuilder page_;
  model::Scores scores_;
  std::string_view known_title_;
  Expect expect_ = Expect::automatic;
  std::string headline_;
  std::string description_;
  std::string page_title_;
  std::string url_;
  std::vector<page::MetaTag> meta_;
  std::vector<std::uint8_t> witnesses_;
  blocks::BlockList blocks_;
  measure::BlockMatches matches_;
};

}  // namespace pith::test
