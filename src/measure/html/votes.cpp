// A second opinion on the article's container: paragraph votes (Readability's scheme), text density (Sun, Song and
// Liao, "DOM based content extraction via text density", SIGIR 2011), and the best run of blocks in document order.

#include <algorithm>

#include "measure/greatest_run.hpp"
#include "measure/html/page.hpp"

namespace pith::measure {
namespace {

using page::Tag;

/// A container with a word of these is seldom the article's.
constexpr rules::AttributeGroups boilerplate =
    rules::attribute_groups({"comment", "nav", "footer", "sidebar", "share", "related"});

bool is_vague_element(Tag tag) {
  return tag == Tag::div || tag == Tag::section || tag == Tag::td || tag == Tag::article;
}

/// Every paragraph votes for its four nearest containers, less for those further up.
std::span<float> raw_votes(const HtmlPage& page) {
  const auto& containers = page.containers();
  const std::span<float> votes = page.temporary.array<float>(containers.size(), 0.0F);
  static constexpr float shares[] = {1.0F, 1.0F, 0.5F, 1.0F / 6};
  for (std::size_t i = 0; i < page.size(); ++i) {
    const float density = page.prepared.link_density[i];
    if (page.prepared.weighted[i] < 5 || density > 0.5F) continue;
    const float vote =
        (1 + page.prepared.shapes[i].commas + std::min(3.0F, page.prepared.weighted[i] / 18)) * (1 - density);
    std::int32_t c = static_cast<std::int32_t>(page.block(i).container);
    for (int up = 0; up < 4 && c >= 0; ++up) {
      // The block's own element is the paragraph itself, unless it is an element of no meaning.
      const auto at = static_cast<std::size_t>(c);
      if (up > 0 || is_vague_element(containers[at].tag)) votes[at] += vote * shares[up];
      c = containers[at].parent;
    }
  }
  return votes;
}

std::span<float> adjusted_votes(const HtmlPage& page) {
  const auto& containers = page.containers();
  const std::span<float> votes = raw_votes(page);
  for (std::size_t c = 0; c < votes.size(); ++c) {
    if (votes[c] <= 0) continue;
    const Totals totals = page.prepared.totals(containers[c]);
    votes[c] *= 1 - static_cast<float>(totals.linked / std::max(1.0, totals.letters));
    const rules::AttributeGroups own =
        c == 0 ? 0 : page.in.matches.groups_by_name[c] | page.in.matches.groups_by_property[c];
    if ((own & boilerplate) != 0) votes[c] *= 0.6F;
    const Tag tag = containers[c].tag;
    if (tag == Tag::article || tag == Tag::main) votes[c] *= 1.3F;
    if (tag == Tag::nav || tag == Tag::aside || tag == Tag::footer || tag == Tag::form || tag == Tag::ul ||
        tag == Tag::ol)
      votes[c] *= 0.5F;
  }
  return votes;
}

std::uint32_t place_of_most(std::span<const float> values) {
  return static_cast<std::uint32_t>(std::max_element(values.begin(), values.end()) - values.begin());
}

void add_votes(const HtmlPage& page, Columns& columns) {
  const auto& containers = page.containers();
  const std::span<const float> votes = adjusted_votes(page);
  const std::uint32_t best = place_of_most(votes);
  const float most = std::max(1e-6F, votes[best]);
  add_container_place(page, columns, "voted", best);
  // Best share of the votes among a container and its four nearest ancestors, top-down by the length of the chain.
  const std::span<std::array<float, 5>> chains = page.temporary.room<std::array<float, 5>>(containers.size());
  for (std::size_t c = 0; c < containers.size(); ++c) {
    chains[c][0] = votes[c] / most;
    for (std::size_t k = 1; k < 5; ++k)
      chains[c][k] = containers[c].parent < 0 ? 0.0F : chains[static_cast<std::size_t>(containers[c].parent)][k - 1];
  }
  const auto chain = [=](std::size_t i) -> const std::array<float, 5>& { return chains[page.block(i).container]; };
  columns.add({"vote_best_of_5"}, "votes of the best of its five nearest containers, over the page's best",
              [=](std::size_t i) { return *std::max_element(chain(i).begin(), chain(i).end()); });
  columns.add({"vote_own"}, "votes of its container, over the page's best", [=](std::size_t i) { return chain(i)[0]; });
  columns.add({"vote_parent"}, "votes of the next container up, over the page's best",
              [=](std::size_t i) { return chain(i)[1]; });
}

/// Composite text density: what a container's children hold of unlinked letters per block, added up.
void add_density(const HtmlPage& page, Columns& columns) {
  const auto& containers = page.containers();
  const std::span<float> sums = page.temporary.array<float>(containers.size(), 0.0F);
  for (std::size_t c = 1; c < containers.size(); ++c) {
    const Totals totals = page.prepared.totals(containers[c]);
    if (totals.blocks > 0)
      sums[static_cast<std::size_t>(containers[c].parent)] +=
          static_cast<float>((totals.letters - totals.linked) / totals.blocks);
  }
  add_container_place(page, columns, "densest", place_of_most(sums));
}

/// The run of blocks that gains most when good blocks add their words and others cost `penalty` and what they hold.
void add_run(const HtmlPage& page, Columns& columns, std::string_view name, float penalty) {
  const auto value = [&](std::size_t i) {
    const float density = page.prepared.link_density[i];
    const bool light = density < 0.2F && page.prepared.weighted[i] < 10;
    const float cost = penalty + (light ? 0.0F : page.prepared.weighted[i] * std::max(0.3F, density));
    return page.prepared.good[i] > 0 ? std::min(page.prepared.good[i], 150.0F) * (1 - density) : -cost;
  };
  const auto run = greatest_run(page.size(), value, 0.0F);
  const auto first = static_cast<double>(run.begin);
  const auto length = static_cast<double>(run.end - run.begin);
  columns.add({name, "_distance"}, "blocks before (negative) or after the run, 0: in it", [=](std::size_t i) {
    const auto at = static_cast<double>(i);
    return i < run.begin ? at - first : (i >= run.end ? at - first - length + 1 : 0.0);
  });
  columns.add({name, "_place"}, "place relative to the run, 0 to 1 inside",
              [=](std::size_t i) { return (static_cast<double>(i) - first) / std::max(1.0, length); });
}

}  // namespace

void add_vote_columns(const HtmlPage& page, Columns& columns) {
  add_votes(page, columns);
  add_density(page, columns);
  add_run(page, columns, "tolerant_run", 4);
  add_run(page, columns, "strict_run", 25);
}

}  // namespace pith::measure
