// The pass that chooses images, rules and embeds: they have no scores, but the text around them has been chosen. Images
// bring their captions, and so do figures whose images are loaded by scripts.

#include <algorithm>
#include <vector>

#include "blocks/captions.hpp"
#include "blocks/images.hpp"
#include "select/passes/signs.hpp"
#include "text/ornaments.hpp"

namespace pith::select {
namespace {

using page::Tag;

// Letters of dropped text: credits, dates, share bars stand between a headline and the first image or the first line.
constexpr std::uint32_t most_letters_between = 200;
constexpr std::uint32_t most_letters_beside = 60;

/// The box that classes make a figure of; -1: none.
std::int32_t captioned_box_of(const PassState& state, std::uint32_t container) {
  // Links stand between, and the cells of a table.
  constexpr int furthest = 4;
  const auto& containers = state.in.blocks.containers;
  auto c = static_cast<std::int32_t>(container);
  for (int up = 0; up <= furthest && c > 0; ++up, c = containers[static_cast<std::size_t>(c)].parent) {
    if (blocks::is_captioned_box(state.in.page, state.in.blocks, static_cast<std::uint32_t>(c))) return c;
  }
  return -1;
}

class InsetChooser {
 public:
  explicit InsetChooser(PassState& state)
      : state_(state), kept_(state.out.scratch.kept), others_(state.out.scratch.others) {
    kept_.clear();
    others_.clear();
    // Captions stand a few blocks from what they are of.
    constexpr std::uint32_t most_blocks = 4;
    const auto last = state.in.blocks.insets.end();
    auto near = state.in.blocks.insets.begin();
    auto above = near;  // of this block or the one above
    for (std::uint32_t b = 0; b < state.size(); ++b) {
      while (near != last && near->block + most_blocks < b) ++near;
      while (above != last && above->block + 1 < b) ++above;
      const bool is_near_image = near != last && near->block <= b + most_blocks;
      const bool is_below_image = above != last && above->block <= b;
      if (is_kept(b) || keep_ornament(b)) {
        kept_.push_back(b);
      } else if (is_other_text(b, is_near_image, is_below_image)) {
        others_.push_back(b);
      }
    }
  }

  /// Its place first: what it shows is told by its names, which takes longer.
  [[nodiscard]] bool stays(const blocks::Inset& inset) const {
    return !is_copy(inset) && stands_in_text(inset) && is_content(inset);
  }

  /// Whether a figure stands where its image would stay.
  [[nodiscard]] bool stands_in_text(std::uint32_t figure) const {
    const blocks::Container& box = container(static_cast<std::int32_t>(figure));
    return stands_in_text({.kind = BlockKind::image, .container = figure, .block = box.first_block});
  }

 private:
  /// A line of ornaments is a rule: it parts what stands above from what stands below, where both are kept.
  bool keep_ornament(std::uint32_t b) {
    const bool is_between = !kept_.empty() && kept_.back() + 1 == b && b + 1 < state_.size() && is_kept(b + 1);
    if (!is_between || state_.block(b).hidden != 0 || state_.block(b).links > 0 || !text::is_ornament(state_.text(b)))
      return false;
    state_.keep(b);
    return true;
  }

  /// Whether it stands in what only screen readers are told, as the copies are that a carousel adds to go round.
  [[nodiscard]] bool is_copy(const blocks::Inset& inset) const {
    constexpr int furthest = 4;
    auto c = static_cast<std::int32_t>(inset.container);
    for (int up = 0; up <= furthest && c > 0; ++up, c = container(c).parent) {
      if ((container(c).hidden & blocks::screen_reader) != 0) return true;
    }
    return false;
  }

  [[nodiscard]] bool stands_in_text(const blocks::Inset& inset) const {
    if (kept_.empty()) return false;
    if (inset.offset > 0) return state_.out.choices[inset.block].kept;
    const auto below = std::lower_bound(kept_.begin(), kept_.end(), inset.block);
    const bool has_above = below != kept_.begin();
    const bool has_below = below != kept_.end();
    if (stands_in_dropped_text(inset)) return false;
    if (has_above && has_below && letters_between(below[-1] + 1, *below) <= most_letters_between) return true;
    // Rules part what stands above from what stands below.
    if (inset.kind == BlockKind::rule && !(has_above && has_below)) return false;
    return (has_above && is_beside(inset, below[-1], below[-1] + 1, inset.block)) ||
           (has_below && is_beside(inset, *below, inset.block, *below));
  }

  [[nodiscard]] bool is_kept(std::uint32_t block) const {
    return state_.out.choices[block].kept || static_cast<std::int32_t>(block) == state_.out.title_block;
  }

  [[nodiscard]] bool is_content(const blocks::Inset& inset) const {
    const page::Page& page = state_.in.page;
    if (inset.kind == BlockKind::image) return state_.options.keep_images && blocks::is_content_image(page, inset.node);
    if (inset.kind == BlockKind::embed) return state_.options.keep_embeds && blocks::is_content_embed(page, inset.node);
    return true;
  }

  /// Captions and credits apart, which belong to images. At most a little more than the limit.
  [[nodiscard]] std::uint32_t letters_between(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t letters = 0;
    auto other = std::lower_bound(others_.begin(), others_.end(), begin);
    for (; other != others_.end() && *other < end && letters <= most_letters_between; ++other)
      letters += state_.block(*other).letters;
    return letters;
  }

  /// Whether the innermost container that has text has none that was kept: a card of another article.
  [[nodiscard]] bool stands_in_dropped_text(const blocks::Inset& inset) const {
    auto c = static_cast<std::int32_t>(inset.container);
    // What stands beside a picture that can be enlarged may be its name and size.
    int boxes = inset.kind == BlockKind::image && blocks::leads_to_picture(state_.in.page, inset.node) ? 2 : 1;
    for (; c >= 0; c = container(c).parent) {
      const bool has_text = container(c).first_block < container(c).end_block;
      if (has_text && (--boxes == 0 || stands_in(kept_, container(c)))) break;
    }
    return c < 0 || (!stands_in(kept_, container(c)) && stands_in(others_, container(c)));
  }

  /// Text that a card of another article has, and the surroundings of an article's own image do not.
  [[nodiscard]] bool is_other_text(std::uint32_t block, bool is_near_image, bool is_below_image) const {
    const blocks::TextBlock& text = state_.block(block);
    if (text.kind == BlockKind::caption || credits.has(state_.out.choices[block].category)) return false;
    if (!is_near_image) return true;
    if (is_said_of_image(text)) return false;
    if (text.kind != BlockKind::paragraph) return true;
    // The element itself or the one around it.
    const std::int32_t around = container(static_cast<std::int32_t>(text.container)).parent;
    const std::int32_t outside = around > 0 ? container(around).parent : 0;
    if (blocks::is_called_caption(state_.in.page, state_.in.blocks, text.container,
                                  static_cast<std::uint32_t>(std::max(outside, 0))))
      return false;
    return !is_below_image || captioned_box_of(state_, text.container) < 0;
  }

  /// "Press to enlarge", who took it: a few words right in a figure, or beside its image and caption, where a card has
  /// links.
  [[nodiscard]] bool is_said_of_image(const blocks::TextBlock& text) const {
    constexpr int furthest = 4;
    constexpr std::uint32_t most_letters = 100;
    constexpr std::uint32_t most_letters_alone = 40;
    if (text.letters > most_letters || text.links > 0) return false;
    auto c = static_cast<std::int32_t>(text.container);
    for (int up = 0; up <= furthest && c > 0; ++up, c = container(c).parent) {
      const page::Tag tag = container(c).tag;
      if (tag == page::Tag::figure) {
        const bool is_alone = container(c).end_block - container(c).first_block == 1;
        return up == 0 || has_caption(container(c)) || (is_alone && text.letters <= most_letters_alone);
      }
      const bool is_beside =
          tag == page::Tag::div || tag == page::Tag::p || tag == page::Tag::button || tag == page::Tag::footer;
      if (!is_beside && !page::is_inline(tag)) return false;
    }
    return false;
  }

  [[nodiscard]] bool has_caption(const blocks::Container& figure) const {
    constexpr std::uint32_t most_blocks = 40;  // more is a part of the page
    if (figure.end_block - figure.first_block > most_blocks) return false;
    for (std::uint32_t b = figure.first_block; b < figure.end_block; ++b) {
      if (state_.block(b).kind == BlockKind::caption) return true;
    }
    return false;
  }

  /// Whether one of the blocks, which are in order, is in the container.
  [[nodiscard]] static bool stands_in(const std::vector<std::uint32_t>& blocks, const blocks::Container& container) {
    const auto first = std::lower_bound(blocks.begin(), blocks.end(), container.first_block);
    return first != blocks.end() && *first < container.end_block;
  }

  /// Whether kept block `block` stands in the same box, with next to nothing between: [begin, end).
  [[nodiscard]] bool is_beside(const blocks::Inset& inset, std::uint32_t block, std::uint32_t begin,
                               std::uint32_t end) const {
    if (letters_between(begin, end) > most_letters_beside) return false;
    constexpr int widest = 3;
    auto c = static_cast<std::int32_t>(inset.container);
    for (int up = 0; up <= widest && c > 0; ++up, c = container(c).parent) {
      if (container(c).first_block <= block && block < container(c).end_block) return true;
    }
    return false;
  }

  [[nodiscard]] const blocks::Container& container(std::int32_t c) const {
    return state_.in.blocks.containers[static_cast<std::size_t>(c)];
  }

  PassState& state_;
  std::vector<std::uint32_t>& kept_;    // blocks, in order
  std::vector<std::uint32_t>& others_;  // dropped blocks that are text of something else
};

/// Whether the text on both sides of the figure is kept.
bool stands_between_kept(const PassState& state, const blocks::Container& figure) {
  return figure.first_block > 0 && figure.end_block < state.size() && state.out.choices[figure.first_block - 1].kept &&
         state.out.choices[figure.end_block].kept;
}

/// A caption that may stay with its figure, links apart. `is_box`: all text of the figure is its caption, of which
/// perhaps no more than its place tells: buttons and credits stand there, too.
bool may_be_caption(PassState& state, std::uint32_t b, std::uint32_t figure, bool is_box) {
  constexpr std::uint32_t longest_caption = 600;  // letters
  constexpr float least_score = 0.05F;            // of text that is nothing but its place below an image
  const blocks::TextBlock& block = state.block(b);
  if (block.hidden != 0 || block.letters > longest_caption) return false;
  if (block.kind == BlockKind::caption) return true;
  if (block.kind != BlockKind::paragraph) return false;
  if (blocks::is_called_caption(state.in.page, state.in.blocks, block.container, figure)) return true;
  return is_box && state.out.choices[b].model_score >= least_score && !credits.has(state.out.choices[b].category) &&
         sign_of_boilerplate(state, b) == Category::content;
}

void keep_captions_in(PassState& state, std::uint32_t index) {
  // More is a part of the page that is laid out as a figure. Cells of a table that was kept are none of it.
  constexpr int most_dropped = 12;
  constexpr float most_links = 0.5F;
  const blocks::Container& figure = state.in.blocks.containers[index];
  const bool is_box = blocks::is_captioned_box(state.in.page, state.in.blocks, index);
  int dropped = 0;
  bool has_text = false;  // a caption that is no link
  for (std::uint32_t b = figure.first_block; b < figure.end_block && dropped <= most_dropped; ++b) {
    if (!state.out.choices[b].kept) ++dropped;
    has_text = has_text || (may_be_caption(state, b, index, is_box) && state.block(b).link_density() <= most_links);
  }
  if (dropped > most_dropped) return;
  // A link alone is the caption's source in the middle of the text, elsewhere another article; beside text it is who
  // made the picture.
  const bool may_be_link =
      has_text || (figure.end_block - figure.first_block == 1 && stands_between_kept(state, figure));
  for (std::uint32_t b = figure.first_block; b < figure.end_block; ++b) {
    if (state.out.choices[b].kept || !may_be_caption(state, b, index, is_box)) continue;
    if (state.block(b).link_density() > most_links && !may_be_link) continue;
    state.out.choices[b].category = Category::caption;
    state.keep(b);
  }
}

/// The figure that holds the container or is it; -1: none.
std::int32_t figure_of(const PassState& state, std::uint32_t container) {
  // Links and boxes of a gallery stand between.
  constexpr int furthest = 4;
  const auto& containers = state.in.blocks.containers;
  auto c = static_cast<std::int32_t>(container);
  for (int up = 0; up <= furthest && c > 0; ++up, c = containers[static_cast<std::size_t>(c)].parent) {
    if (blocks::is_figure(state.in.blocks, static_cast<std::uint32_t>(c))) return c;
  }
  return -1;
}

/// Captions that were dropped stay with their images: what tells of an image belongs where it is shown.
void keep_captions_of_images(PassState& state) {
  if (!state.options.keep_captions) return;
  const auto& insets = state.in.blocks.insets;
  std::vector<bool> is_done;  // by container: a figure may hold any number of images
  for (std::size_t k = 0; k < insets.size(); ++k) {
    if (!state.out.kept_insets[k] || insets[k].kind != BlockKind::image) continue;
    std::int32_t figure = figure_of(state, insets[k].container);
    if (figure < 0) figure = captioned_box_of(state, insets[k].container);
    if (figure <= 0) continue;
    if (is_done.empty()) is_done.resize(state.in.blocks.containers.size());
    const auto at = static_cast<std::uint32_t>(figure);
    if (!is_done[at]) keep_captions_in(state, at);
    is_done[at] = true;
  }
}

/// The captions of figures in the text whose images a script loads; some pages have <figcaption> alone.
void keep_captions_of_figures(PassState& state, const InsetChooser& chooser) {
  if (!state.options.keep_captions || !state.options.keep_images) return;
  const auto& containers = state.in.blocks.containers;
  for (std::uint32_t c = 0; c < containers.size(); ++c) {
    const bool has_text = containers[c].first_block < containers[c].end_block;
    const bool is_alone = containers[c].tag == Tag::figcaption && figure_of(state, c) < 0;
    if ((is_alone || blocks::is_figure(state.in.blocks, c)) && has_text && chooser.stands_in_text(c))
      keep_captions_in(state, c);
  }
}

}  // namespace

void choose_insets(PassState& state) {
  const auto& insets = state.in.blocks.insets;
  state.out.kept_insets.assign(insets.size(), false);
  const InsetChooser chooser(state);
  for (std::size_t k = 0; k < insets.size(); ++k) {
    // In a figure, a rule only parts the image from its caption.
    const bool is_decoration = insets[k].kind == BlockKind::rule && figure_of(state, insets[k].container) > 0;
    state.out.kept_insets[k] = !is_decoration && chooser.stays(insets[k]);
  }
  keep_captions_of_images(state);
  keep_captions_of_figures(state, chooser);
}

}  // namespace pith::select
