#include "posts.hpp"

#include <string_view>
#include <unordered_map>

namespace pith {
namespace {

using page::Tag;

/// Letters of kept text before each block, and after the last one.
std::vector<std::uint64_t> sums_of_kept(const Analysis& analysis, const select::Selection& selection) {
  std::vector<std::uint64_t> sums = {0};
  for (std::size_t i = 0; i < selection.choices.size(); ++i)
    sums.push_back(sums.back() + (selection.choices[i].kept ? analysis.blocks.blocks[i].letters : 0));
  return sums;
}

/// Tells which boxes are alike: those of one tag whose first class is the same.
class Likenesses {
 public:
  explicit Likenesses(const Analysis& analysis) : analysis_(analysis) {}

  /// Of like boxes the same number; 0 for what holds no posts. An item or box without a class is one of a list or
  /// layout.
  std::uint32_t of(const blocks::Container& container) {
    const Tag tag = container.tag;
    const bool may_be =
        tag == Tag::article || tag == Tag::section || tag == Tag::div || tag == Tag::li || tag == Tag::table;
    if (!may_be) return 0;
    std::string_view name = text::trim(analysis_.page.attribute(container.node, page::AttributeName::class_));
    name = name.substr(0, name.find(' '));
    if (name.empty() && tag != Tag::article) return 0;
    const std::uint32_t number =
        numbers_.try_emplace(name, static_cast<std::uint32_t>(numbers_.size()) + 1).first->second;
    return number << 8U | static_cast<std::uint32_t>(tag);
  }

 private:
  const Analysis& analysis_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;  // of first classes
};

struct Group {
  std::uint32_t boxes = 0;
  std::uint64_t letters = 0;
};

/// The likeness of the boxes side by side that hold the most kept text; 0 when they do not hold most of it.
std::uint32_t find_likeness(const Analysis& analysis, const std::vector<std::uint64_t>& sums, Likenesses& likenesses) {
  constexpr std::uint64_t shortest_post = 10;  // letters
  std::unordered_map<std::uint64_t, Group> groups;
  std::uint32_t best = 0;
  std::uint64_t most = sums.back() / 2;
  for (const blocks::Container& container : analysis.blocks.containers) {
    const std::uint64_t letters = sums[container.end_block] - sums[container.first_block];
    if (letters < shortest_post) continue;
    const std::uint32_t likeness = likenesses.of(container);
    if (likeness == 0) continue;
    Group& group = groups[std::uint64_t{static_cast<std::uint32_t>(container.parent)} << 32U | likeness];
    ++group.boxes;
    group.letters += letters;
    // Of boxes in boxes with the same text, the inner ones.
    if (group.boxes < 2 || group.letters < most) continue;
    most = group.letters;
    best = likeness;
  }
  return best;
}

}  // namespace

std::vector<std::uint32_t> find_posts(const Analysis& analysis, const select::Selection& selection) {
  std::vector<std::uint32_t> posts;
  Likenesses likenesses(analysis);
  const std::uint32_t likeness = find_likeness(analysis, sums_of_kept(analysis, selection), likenesses);
  if (likeness == 0) return posts;
  posts.resize(selection.choices.size(), 0);
  for (std::size_t i = 0; i < posts.size(); ++i) {
    if (!selection.choices[i].kept) continue;
    for (auto c = static_cast<std::int32_t>(analysis.blocks.blocks[i].container); c > 0 && posts[i] == 0;
         c = analysis.blocks.containers[static_cast<std::size_t>(c)].parent) {
      if (likenesses.of(analysis.blocks.containers[static_cast<std::size_t>(c)]) == likeness)
        posts[i] = static_cast<std::uint32_t>(c);
    }
  }
  return posts;
}

}  // namespace pith
