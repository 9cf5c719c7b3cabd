#include "explain.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>

#include "assemble.hpp"
#include "block_maker.hpp"
#include "model/contributions.hpp"

namespace pith {
namespace {

const char* name_of_match(const rules::PhraseMatch& match) {
  switch (match.match) {
    case rules::Match::none:
      return "";
    case rules::Match::inside:
      return "inside";
    case rules::Match::suffix:
      return "suffix";
    case rules::Match::prefix:
      return "prefix";
    case rules::Match::line:
      return match.heading ? "heading" : "line";
  }
  return "";
}

std::string path_of(const Analysis& analysis, std::uint32_t container) {
  std::vector<std::string> parts;
  for (auto c = static_cast<std::int32_t>(container); c >= 0;) {
    const blocks::Container& here = analysis.blocks.containers[static_cast<std::size_t>(c)];
    std::string part(page::name_of(here.tag));
    if (here.node < analysis.page.nodes.size()) {
      const std::string_view classes = analysis.page.attribute(here.node, page::AttributeName::class_);
      if (!classes.empty()) part.append(".").append(classes.substr(0, classes.find(' ')));
    }
    parts.push_back(std::move(part));
    c = here.parent;
  }
  std::string path;
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    if (!path.empty()) path += '/';
    path += *part;
  }
  return path;
}

std::vector<PhraseEvidence> phrases_of(const Analysis& analysis, const rules::RuleSet& rules, std::size_t block) {
  std::vector<PhraseEvidence> found;
  const rules::FoundMatches matches = analysis.matches.lines[block];
  for (std::uint32_t left = matches.found; left != 0; left &= left - 1) {
    const auto c = static_cast<std::size_t>(std::countr_zero(left));
    found.push_back({rules::row_of(rules, matches[c]).text, name_of_match(matches[c]), static_cast<Category>(c)});
  }
  return found;
}

std::vector<NamedValue> features_of(const Analysis& analysis, const model::Contributions& contributions,
                                    std::size_t block) {
  const auto names = analysis.page.kind == page::PageKind::html ? measure::html_features() : measure::line_features();
  const auto values = analysis.features.row(block);
  const auto moved = contributions.of(values);
  std::vector<NamedValue> features;
  features.reserve(names.size());
  for (std::size_t f = 0; f < names.size() && f < values.size(); ++f) {
    features.push_back({std::string(names[f].name), values[f], moved[f]});
  }
  return features;
}

/// At most `bytes` of the text, cut at a code point, on one line.
std::string beginning_of(const std::string& text, std::size_t bytes) {
  const std::size_t end = text::code_point_start(text, std::min(text.size(), bytes));
  std::string beginning = text.substr(0, end);
  std::replace(beginning.begin(), beginning.end(), '\n', ' ');
  if (end < text.size()) beginning += "...";
  return beginning;
}

/// "0.123" in every locale.
std::string three_digits(float value) {
  char digits[16];
  const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, 3).ptr;
  return {digits, end};
}

/// As many digits as tell it from every other float.
std::string all_digits(float value) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return {text.data(), end};
}

void append_evidence(const ExplainedBlock& explained, std::string& out) {
  for (const PhraseEvidence& found : explained.phrases) {
    out.append("    phrase ").append(name_of(found.category)).append(" as ").append(found.match);
    out.append(": ").append(found.phrase).append("\n");
  }
  for (const NamedValue& feature : explained.features) {
    out.append("    ").append(feature.name).append(" ").append(all_digits(feature.value)).append("\n");
  }
}

}  // namespace

Explanation explain(const JudgedPage& page, const select::Selection& selection, const Options& options) {
  const Analysis& analysis = page.analysis;
  const model::Contributions contributions(page.model);
  Explanation explanation;
  explanation.article = assemble(analysis, selection, options);
  BlockMaker maker(analysis, selection);
  for (std::size_t i = 0; i < selection.choices.size(); ++i) {
    const select::Choice& choice = selection.choices[i];
    ExplainedBlock block;
    block.block = maker.text_block(i);
    block.path = path_of(analysis, analysis.blocks.blocks[i].container);
    block.model_score = choice.model_score;
    block.kept = choice.kept || static_cast<std::int32_t>(i) == selection.title_block;
    if (static_cast<std::int32_t>(i) == selection.title_block) block.block.reason = "title";
    block.phrases = phrases_of(analysis, page.rules, i);
    block.features = features_of(analysis, contributions, i);
    explanation.blocks.push_back(std::move(block));
  }
  return explanation;
}

std::string to_text(const Explanation& explanation, ExplainDetail detail) {
  std::string out;
  for (const ExplainedBlock& explained : explanation.blocks) {
    out.append(explained.kept ? "keep  " : "drop  ").append(three_digits(explained.block.score));
    out.append(" (model ").append(three_digits(explained.model_score)).append(")  ");
    out.append(name_of(explained.block.category)).append("  [").append(explained.block.reason).append("]  ");
    out.append(explained.path).append("  ").append(beginning_of(explained.block.text, 90)).append("\n");
    if (detail == ExplainDetail::evidence) append_evidence(explained, out);
  }
  return out;
}

}  // namespace pith
