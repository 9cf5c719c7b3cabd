// What repeats: blocks that stand in the same kind of place, cards, and the same text elsewhere.

#include <algorithm>
#include <cmath>

#include "measure/hashes.hpp"
#include "measure/html/page.hpp"

namespace pith::measure {

namespace {

/// What is summed up over the blocks of a group.
struct GroupSums {
  double blocks = 0, words = 0, squares = 0, linked = 0, letters = 0, sentences = 0;
};

GroupStatistics statistics_of(const HtmlPage& page, const GroupSums& sums) {
  const double mean = sums.words / sums.blocks;
  GroupStatistics statistics;
  statistics.count = static_cast<float>(sums.blocks);
  statistics.mean_words = static_cast<float>(mean);
  statistics.spread_words = static_cast<float>(std::sqrt(std::max(0.0, sums.squares / sums.blocks - mean * mean)));
  statistics.link_density = static_cast<float>(sums.linked / std::max(1.0, sums.letters));
  statistics.sentences = static_cast<float>(sums.sentences / sums.blocks);
  statistics.share = static_cast<float>(sums.words / static_cast<double>(page.prepared.all_words));
  return statistics;
}

/// Hashes of the last (tag, class) pairs above each block, so many as were added.
class Signatures {
 public:
  explicit Signatures(const HtmlPage& page)
      : page_(page),
        keys_(page.temporary.array<std::uint64_t>(page.size())),
        next_(page.temporary.room<std::int32_t>(page.size())) {
    for (std::size_t i = 0; i < page.size(); ++i) next_[i] = static_cast<std::int32_t>(page.block(i).container);
  }

  /// One more pair, of the next container up.
  void lengthen() {
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      if (next_[i] < 0) continue;
      const auto c = static_cast<std::size_t>(next_[i]);
      keys_[i] = mix_hash(keys_[i], page_.in.matches.shapes[c]);
      next_[i] = page_.containers()[c].parent;
    }
  }
  [[nodiscard]] std::span<const std::uint64_t> keys() const { return keys_; }

 private:
  const HtmlPage& page_;
  std::span<std::uint64_t> keys_;
  std::span<std::int32_t> next_;
};

constexpr MemberColumn<GroupStatistics> signature_members[] = {
    {"_count", "blocks with the same last (tag, class) pairs", &GroupStatistics::count},
    {"_words", "their mean words", &GroupStatistics::mean_words},
    {"_spread", "standard deviation of their words", &GroupStatistics::spread_words},
    {"_link_density", "share of their letters in links", &GroupStatistics::link_density},
    {"_sentences", "their mean sentence ends", &GroupStatistics::sentences},
    {"_share", "their share of the page's words", &GroupStatistics::share},
};

void add_signature(const HtmlPage& page, Columns& columns, std::string_view name,
                   std::span<const std::uint64_t> signatures) {
  const auto groups = group_blocks(page, signatures);
  columns.add_members(name, signature_members, groups);
}

void add_tag_path(const HtmlPage& page, Columns& columns) {
  const std::span<std::uint64_t> keys = page.temporary.room<std::uint64_t>(page.size());
  for (std::size_t i = 0; i < page.size(); ++i) keys[i] = page.prepared.tag_path[page.block(i).container];
  const auto groups = group_blocks(page, keys);
  columns.add({"path_count"}, "blocks with the same tags above", [=](std::size_t i) { return groups(i).count; });
  columns.add({"path_share"}, "their share of the page's words", [=](std::size_t i) { return groups(i).share; });
}

/// Repeated siblings: list items, teaser cards, forum posts.
void add_cards(const HtmlPage& page, Columns& columns) {
  const auto card = [=](std::size_t i) { return page.prepared.card[page.block(i).container]; };
  const auto is_card = [=](std::size_t i) { return page.prepared.siblings[card(i)] >= 3 && card(i) != 0; };
  const auto totals = [=](std::size_t i) { return page.prepared.totals(page.containers()[card(i)]); };
  columns.add({"card_count"}, "siblings of its card's shape; 0: in no card",
              [=](std::size_t i) { return is_card(i) ? page.prepared.siblings[card(i)] : 0U; });
  columns.add({"card_index"}, "place of the card among them; -1: in no card",
              [=](std::size_t i) { return is_card(i) ? static_cast<int>(page.prepared.sibling_index[card(i)]) : -1; });
  columns.add({"card_up"}, "levels up to the card; -1: in no card", [=](std::size_t i) {
    return is_card(i) ? page.container_of(i).depth - page.containers()[card(i)].depth : -1;
  });
  columns.add({"card_words"}, "words of the card", [=](std::size_t i) { return is_card(i) ? totals(i).words : 0.0; });
  columns.add({"card_good"}, "good words of the card",
              [=](std::size_t i) { return is_card(i) ? totals(i).good : 0.0; });
  columns.add({"card_blocks"}, "blocks of the card",
              [=](std::size_t i) { return is_card(i) ? totals(i).blocks : 0.0; });
  columns.add({"card_link_density"}, "share of the card's letters in links",
              [=](std::size_t i) { return is_card(i) ? totals(i).linked / std::max(1.0, totals(i).letters) : 0.0; });
  columns.add({"card_row_words"}, "mean words of the cards of its row", [=](std::size_t i) {
    const auto& container = page.containers()[card(i)];
    if (!is_card(i) || container.parent < 0) return 0.0;
    return page.prepared.totals(page.containers()[static_cast<std::size_t>(container.parent)]).words /
           page.prepared.siblings[card(i)];
  });
  columns.add({"siblings"}, "siblings of its own container's shape",
              [=](std::size_t i) { return page.prepared.siblings[page.block(i).container]; });
  columns.add({"sibling_index"}, "place among them",
              [=](std::size_t i) { return page.prepared.sibling_index[page.block(i).container]; });
}

struct Copies {
  std::uint32_t count = 1;
  std::uint32_t index = 0;
  bool other_is_shown = false;
};

/// The same words elsewhere: modal and mobile copies, captions, repeated menus.
void add_copies(const HtmlPage& page, Columns& columns) {
  struct Group {
    std::uint32_t count = 0;
    std::uint32_t hidden = 0;
    std::uint32_t seen = 0;
  };
  const std::span<Copies> copies = page.temporary.room<Copies>(page.size());
  KeyGroups& keys = page.temporary.groups;
  keys.find(page.prepared.fingerprints);
  const std::span<Group> groups = page.temporary.array<Group>(keys.count());
  for (std::size_t i = 0; i < page.size(); ++i) {
    Group& group = groups[keys.numbers()[i]];
    ++group.count;
    group.hidden += page.block(i).hidden != 0;
  }
  for (std::size_t i = 0; i < page.size(); ++i) {
    Group& group = groups[keys.numbers()[i]];
    const std::uint32_t own = page.block(i).hidden != 0;
    copies[i] = {group.count, group.seen++, group.count - group.hidden > 1 - own};
  }
  columns.add({"copies"}, "blocks with the same words, itself included",
              [=](std::size_t i) { return copies[i].count; });
  columns.add({"copy_index"}, "place among them", [=](std::size_t i) { return copies[i].index; });
  columns.add({"copy_last"}, "the last of several, 0 or 1",
              [=](std::size_t i) { return copies[i].count > 1 && copies[i].index + 1 == copies[i].count; });
  columns.add({"copy_shown"}, "another copy is shown, 0 or 1", [=](std::size_t i) { return copies[i].other_is_shown; });
}

}  // namespace

GroupedBlocks group_blocks(const HtmlPage& page, std::span<const std::uint64_t> keys) {
  KeyGroups& groups = page.temporary.groups;
  groups.find(keys);
  const std::span<GroupSums> sums = page.temporary.array<GroupSums>(groups.count());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const blocks::TextBlock& block = page.block(i);
    const double words = block.word_count;
    GroupSums& sum = sums[groups.numbers()[i]];
    sum.blocks += 1;
    sum.words += words;
    sum.squares += words * words;
    sum.linked += block.linked_letters;
    sum.letters += block.letters;
    sum.sentences += static_cast<double>(page.prepared.shapes[i].sentences);
  }
  const std::span<GroupStatistics> of_group = page.temporary.room<GroupStatistics>(groups.count());
  for (std::size_t g = 0; g < groups.count(); ++g) of_group[g] = statistics_of(page, sums[g]);
  const std::span<std::uint32_t> numbers = page.temporary.room<std::uint32_t>(keys.size());
  std::copy(groups.numbers().begin(), groups.numbers().end(), numbers.begin());
  return {of_group, numbers};
}

void add_repetition_columns(const HtmlPage& page, Columns& columns) {
  Signatures signatures(page);
  signatures.lengthen();
  add_signature(page, columns, "last1", signatures.keys());
  for (int length = 1; length < 3; ++length) signatures.lengthen();
  add_signature(page, columns, "last3", signatures.keys());
  for (int length = 3; length < 6; ++length) signatures.lengthen();
  add_signature(page, columns, "last6", signatures.keys());
  add_tag_path(page, columns);
  add_cards(page, columns);
  add_copies(page, columns);
}

}  // namespace pith::measure
