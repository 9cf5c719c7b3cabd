#include "assemble.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "block_maker.hpp"
#include "cell_labels.hpp"
#include "metadata/metadata.hpp"
#include "posts.hpp"
#include "settle_blocks.hpp"
#include "text/ornaments.hpp"

namespace pith {
namespace {

/// Whether kept block `i` is a part of the long line that the last kept block ends with.
bool continues_last(const Analysis& analysis, const select::Selection& selection, std::size_t i) {
  return analysis.blocks.blocks[i].continues_previous && i > 0 && selection.choices[i - 1].kept &&
         static_cast<std::int32_t>(i - 1) != selection.title_block;
}

/// Appends a part of a long line to the part before it.
void join_part(Block& line, Block&& part, bool with_space) {
  if (with_space) line.text += ' ';
  line.text += part.text;
  line.score = std::max(line.score, part.score);
}

/// Room for the kept blocks at once: what they own is moved when the room grows.
void reserve_blocks(const select::Selection& selection, Article& article) {
  const auto is_kept = [](const select::Choice& choice) { return choice.kept; };
  const auto kept = std::count_if(selection.choices.begin(), selection.choices.end(), is_kept);
  article.blocks.reserve(static_cast<std::size_t>(kept));
}

/// What was cut off the end of a kept block is dropped too.
void append_residue(Article& article, const blocks::TextBlock& from, const select::Choice& choice) {
  if (choice.cut_category == Category::content) return;
  Block residue;
  residue.kind = from.kind;
  residue.index = article.blocks.back().index;
  residue.category = choice.cut_category;
  residue.reason = "residue";
  residue.text = text::trim(std::string_view(from.text).substr(choice.cut_end));
  article.dropped.push_back(std::move(residue));
}

/// Without metadata there is a title where the text shows it, or where it tells which line of plain text was taken out.
void add_metadata(const Analysis& analysis, const select::Selection& selection, const Options& options,
                  Article& article) {
  const metadata::Request request{selection.title_block, analysis.url, analysis.fetched_at, options.metadata_guesses};
  const bool is_plain_text = analysis.page.kind == page::PageKind::text;
  if (options.metadata) {
    article.metadata = metadata::collect(analysis.page, analysis.blocks, request);
  } else if (selection.title_in_text || (is_plain_text && selection.title_block >= 0)) {
    article.metadata.title = metadata::find_title(analysis.page, analysis.blocks, request);
  }
}

/// Puts blocks and insets in order.
class Assembler {
 public:
  Assembler(const Analysis& analysis, const select::Selection& selection, const Options& options, Article& article)
      : analysis_(analysis), selection_(selection), options_(options), article_(article), maker_(analysis, selection) {
    if (selection.verdict == Verdict::forum) posts_ = find_posts(analysis, selection);
  }

  void run() {
    for (std::size_t i = 0; i < selection_.choices.size(); ++i) {
      add_insets_before(i);
      if (static_cast<std::int32_t>(i) != selection_.title_block || is_other_than_title(i)) add_block(i);
    }
    add_insets_before(selection_.choices.size());
    order_rows(article_.blocks);
    drop_cell_labels(article_.blocks);
    if (!maker_.has_notes()) return;
    settle_references(article_.blocks);
    drop_rules_of_notes(article_.blocks);
  }

 private:
  /// Whether another line of plain text became the title than the one that looked like the headline.
  bool is_other_than_title(std::size_t i) const {
    const std::string_view line = analysis_.blocks.blocks[i].text;
    const std::string_view title = article_.metadata.title;
    return analysis_.page.kind == page::PageKind::text && line.find(title) == std::string_view::npos &&
           title.find(line) == std::string_view::npos;
  }

  void add_insets_before(std::size_t block) {
    const auto& insets = analysis_.blocks.insets;
    for (; next_inset_ < insets.size() && insets[next_inset_].block <= block; ++next_inset_) {
      const blocks::Inset& inset = insets[next_inset_];
      if (inset.offset > 0) continue;
      if (!selection_.kept_insets[next_inset_]) continue;
      Block made = maker_.inset_block(next_inset_);
      if (!article_.blocks.empty()) made.score = article_.blocks.back().score;
      if (made.kind == BlockKind::rule && parts_nothing()) continue;
      // Lazy images stand in the page twice: as such, and for readers without scripts.
      const bool is_new = made.detail.empty() || addresses_.insert(made.detail).second;
      if (is_new) article_.blocks.push_back(std::move(made));
    }
  }

  /// Between two posts of a thread.
  void part_posts(std::size_t i) {
    if (i >= posts_.size() || posts_[i] == 0) return;
    const std::uint32_t above = std::exchange(last_post_, posts_[i]);
    if (above == 0 || above == posts_[i] || article_.blocks.back().kind == BlockKind::rule) return;
    Block rule;
    rule.kind = BlockKind::rule;
    rule.index = static_cast<std::uint32_t>(i);
    rule.reason = "posts";
    rule.score = article_.blocks.back().score;
    article_.blocks.push_back(std::move(rule));
  }

  /// A line of ornaments is a rule, but in a list, a table, a figure or a note, or where it leads somewhere.
  [[nodiscard]] bool is_rule(const Block& block) const {
    const auto is_text = [](const Frame& frame) {
      return frame.kind == FrameKind::quote || frame.kind == FrameKind::details;
    };
    const auto is_mark = [](const Span& span) {
      return span.kind == SpanKind::strong || span.kind == SpanKind::emphasis;
    };
    return analysis_.page.kind == page::PageKind::html &&
           (block.kind == BlockKind::paragraph || block.kind == BlockKind::heading) && text::is_ornament(block.text) &&
           std::all_of(block.frames.begin(), block.frames.end(), is_text) &&
           std::all_of(block.spans.begin(), block.spans.end(), is_mark);
  }

  void add_text(Block block) {
    if (!is_rule(block)) return article_.blocks.push_back(std::move(block));
    if (parts_nothing()) return;
    block.kind = BlockKind::rule;
    block.level = 0;
    block.text.clear();
    block.spans.clear();
    article_.blocks.push_back(std::move(block));
  }

  /// Whether a rule would: what stood between two of them, or above the first, may be gone.
  [[nodiscard]] bool parts_nothing() const {
    return article_.blocks.empty() || article_.blocks.back().kind == BlockKind::rule;
  }

  void add_block(std::size_t i) {
    if (selection_.choices[i].kept && (maker_.is_label_of_note(i) || maker_.is_heading_of_notes(i))) return;
    if (selection_.choices[i].kept) {
      part_posts(i);
      if (continues_last(analysis_, selection_, i)) {
        join_part(article_.blocks.back(), maker_.text_block(i), analysis_.blocks.blocks[i].space_before);
      } else {
        add_text(maker_.text_block(i));
      }
      if (options_.keep_dropped) append_residue(article_, analysis_.blocks.blocks[i], selection_.choices[i]);
    } else if (options_.keep_dropped) {
      article_.dropped.push_back(maker_.text_block(i));
    }
  }

  const Analysis& analysis_;
  const select::Selection& selection_;
  const Options& options_;
  Article& article_;
  BlockMaker maker_;
  std::size_t next_inset_ = 0;
  std::unordered_set<std::string> addresses_;
  std::vector<std::uint32_t> posts_;  // by block, of a thread
  std::uint32_t last_post_ = 0;
};

}  // namespace

Article assemble(const Analysis& analysis, const select::Selection& selection, const Options& options) {
  Article article;
  add_metadata(analysis, selection, options, article);
  article.charset = analysis.decoded.charset;
  article.notices = analysis.notices;
  article.verdict = selection.verdict;
  article.verdict_confidence = selection.verdict_confidence;
  article.title_in_text = selection.title_in_text;
  article.confidence = selection.expected_f1;
  reserve_blocks(selection, article);
  Assembler(analysis, selection, options, article).run();
  return article;
}

}  // namespace pith
