// The rule-based scorer: log-odds added up from hand-set evidence. It needs no model and no training data, so it also
// serves rules whose model was taken out, and it is the yardstick that a model must beat.

#include <algorithm>

#include "scoring/model.hpp"
#include "scoring/passes.hpp"

namespace pith::scoring {
namespace {

// Weights in log-odds. Set by hand in steps of a half; a page's article stands out by several of them at once.
constexpr float prose_weight = 2.0F;        // running text
constexpr float long_prose_weight = 1.0F;   // ... of 40 words and more
constexpr float short_line_weight = -1.5F;  // neither prose nor heading
constexpr float linked_weight = -3.0F;      // more than half of it links
constexpr float phrase_weight = -3.5F;      // a phrase names it as boilerplate
constexpr float hidden_weight = -3.0F;
constexpr float inside_weight = 1.5F;  // in the container, or the stretch of lines, with the most prose
constexpr float outside_weight = -2.5F;
constexpr float heading_discount = -0.5F;  // a heading is a little less likely than the text below it

struct Group {
  std::string_view name;
  float weight;
};

/// What class, id and role words of a block's containers weigh (data/attributes.tsv).
constexpr Group group_weights[] = {
    {"comment", -3.0F}, {"nav", -3.0F},     {"footer", -3.0F},     {"sidebar", -2.0F}, {"share", -3.0F},
    {"related", -3.0F}, {"promo", -2.5F},   {"cookie", -4.0F},     {"crumb", -3.0F},   {"popup", -2.0F},
    {"page", -1.0F},    {"account", -2.0F}, {"newsletter", -2.5F}, {"article", 0.5F},  {"content", 0.5F},
};

struct TagWeight {
  page::Tag tag;
  float weight;
};

constexpr TagWeight tag_weights[] = {
    {page::Tag::nav, -3.0F},    {page::Tag::footer, -3.0F}, {page::Tag::aside, -2.0F},  {page::Tag::menu, -2.0F},
    {page::Tag::dialog, -2.5F}, {page::Tag::button, -2.0F}, {page::Tag::article, 0.5F}, {page::Tag::main, 0.5F},
};

float weight_of_container(const MeasureInput& in, const blocks::Container& container) {
  float weight = 0;
  for (const TagWeight& row : tag_weights) {
    if (container.tag == row.tag) weight += row.weight;
  }
  rules::AttributeGroups groups = 0;
  for (const auto name : {page::AttributeName::class_, page::AttributeName::id, page::AttributeName::role}) {
    const std::string_view value = in.page.attribute(container.node, name);
    if (!value.empty()) groups |= rules::match_attribute(in.rules, value);
  }
  if (groups == 0) return weight;
  for (const Group& row : group_weights) {
    if ((groups & rules::attribute_group(row.name)) != 0) weight += row.weight;
  }
  return weight;
}

/// Per container, the evidence of itself and all containers above, bounded; top-down over the preorder array. The body
/// and its wrapper name the page, not a part of it, so the first two levels do not count.
std::vector<float> container_weights(const MeasureInput& in) {
  const auto& containers = in.blocks.containers;
  std::vector<float> weights(containers.size(), 0.0F);
  for (std::size_t c = 1; c < containers.size() && in.page.kind == page::PageKind::html; ++c) {
    const auto parent = static_cast<std::size_t>(containers[c].parent);
    const float own =
        containers[c].depth < 2 && containers[c].tag == page::Tag::div ? 0.0F : weight_of_container(in, containers[c]);
    weights[c] = std::clamp(weights[parent] + own, -6.0F, 1.0F);
  }
  return weights;
}

/// Paragraphs vote for their parent and, half, for its parent (Readability's scheme); the best is the article's
/// container.
std::uint32_t best_container(const MeasureInput& in, const std::vector<float>& weights) {
  const auto& containers = in.blocks.containers;
  std::vector<float> votes(containers.size(), 0.0F);
  for (const blocks::TextBlock& block : in.blocks.blocks) {
    if (!is_prose(block) || weights[block.container] <= -2 || block.hidden != 0) continue;
    const float vote = 1 + std::min(block.weighted_words() / 20, 5.0F);
    std::int32_t c = containers[block.container].parent;
    if (c < 0) continue;
    votes[static_cast<std::size_t>(c)] += vote;
    if (containers[block.container].tag != page::Tag::p) votes[block.container] += vote / 2;
    c = containers[static_cast<std::size_t>(c)].parent;
    if (c >= 0) votes[static_cast<std::size_t>(c)] += vote / 2;
  }
  return static_cast<std::uint32_t>(std::max_element(votes.begin(), votes.end()) - votes.begin());
}

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// In plain text: the run of lines with the most prose, where 25 words are lost per line that is none (Kadane).
Range best_run(const MeasureInput& in) {
  Range best;
  float best_sum = 0;
  float sum = 0;
  std::size_t start = 0;
  for (std::size_t i = 0; i < in.blocks.blocks.size(); ++i) {
    const blocks::TextBlock& block = in.blocks.blocks[i];
    const bool boilerplate = phrase_category(in.matches.lines[i]) != Category::content;
    if (sum <= 0) {
      sum = 0;
      start = i;
    }
    sum += is_prose(block) && !boilerplate ? std::min(block.weighted_words(), 80.0F) : (boilerplate ? -25.0F : -5.0F);
    if (sum > best_sum) {
      best_sum = sum;
      best = {start, i + 1};
    }
  }
  return best;
}

/// The blocks that the page's structure holds together as its article.
Range article_range(const MeasureInput& in, const std::vector<float>& weights) {
  if (in.page.kind == page::PageKind::text) return best_run(in);
  const blocks::Container& container = in.blocks.containers[best_container(in, weights)];
  return {container.first_block, container.end_block};
}

float shape_weight(const blocks::TextBlock& block) {
  float weight = is_prose(block) ? prose_weight : short_line_weight;
  if (is_prose(block) && block.weighted_words() >= 40) weight += long_prose_weight;
  if (block.kind == BlockKind::code || block.kind == BlockKind::list_item) weight += 1.0F;
  if (block.link_density() > 0.5F) weight += linked_weight;
  return weight;
}

/// A heading stands and falls with the text below it.
void score_headings(const MeasureInput& in, std::vector<float>& log_odds) {
  for (std::size_t i = log_odds.size(); i-- > 0;) {
    const blocks::TextBlock& block = in.blocks.blocks[i];
    if (block.kind != BlockKind::heading || i + 1 >= log_odds.size()) continue;
    log_odds[i] = std::max(log_odds[i], log_odds[i + 1] + heading_discount);
    if (phrase_category(in.matches.lines[i]) != Category::content) log_odds[i] = phrase_weight;
  }
}

}  // namespace

void score_by_rules(const MeasureInput& in, Scores& out) {
  const auto& blocks = in.blocks.blocks;
  const std::vector<float> weights = container_weights(in);
  const Range article = article_range(in, weights);
  std::vector<float> log_odds(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    log_odds[i] = shape_weight(blocks[i]) + weights[blocks[i].container];
    log_odds[i] += i >= article.begin && i < article.end ? inside_weight : outside_weight;
    if (blocks[i].hidden != 0) log_odds[i] += hidden_weight;
    if (phrase_category(in.matches.lines[i]) != Category::content) log_odds[i] += phrase_weight;
  }
  score_headings(in, log_odds);
  out.values.resize(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    out.values[i] = static_cast<float>(logistic(static_cast<double>(log_odds[i])));
  }
}

}  // namespace pith::scoring
