#include <algorithm>

#include <pith/render.hpp>

#include "render/frames.hpp"
#include "render/text_table.hpp"

namespace pith {
namespace {

/// Images, rules and embeds have no text of the article's, nor captions that stay for their images alone.
bool has_text(const Block& block) {
  if (block.category == Category::caption) return false;
  return block.kind != BlockKind::image && block.kind != BlockKind::rule && block.kind != BlockKind::embed;
}

/// Items of one list stand on lines of their own without a blank line between.
bool belong_together(const Block& above, const Block& below) {
  const std::size_t shared = render::shared_frames(above, below);
  if (shared == 0) return false;
  const Frame& frame = below.frames[shared - 1];
  const bool begins_list =
      frame.kind == FrameKind::item && shared < below.frames.size() && below.frames[shared].kind == FrameKind::list;
  return frame.kind == FrameKind::list || begins_list;
}

class TextWriter {
 public:
  /// Appends to `out`.
  TextWriter(const Article& article, TextStyle style, std::string& out)
      : article_(article), style_(style), out_(out), start_(out.size()) {}

  void write() {
    out_.reserve(start_ + expected_bytes());
    if (article_.title_in_text && !article_.metadata.title.empty()) out_ += article_.metadata.title + "\n";
    const auto& blocks = article_.blocks;
    for (std::size_t i = 0; i < blocks.size();) {
      const std::size_t end = render::table_end(blocks, i);
      if (end == i && !has_text(blocks[i])) {
        ++i;
        continue;
      }
      if (out_.size() > start_ && (above_ == nullptr || !belong_together(*above_, blocks[i]))) out_ += '\n';
      if (end > i) {
        out_ += render::text_table({blocks.data() + i, end - i}, style_.tables);
      } else {
        add(blocks[i]);
      }
      above_ = &blocks[std::max(end, i + 1) - 1];
      i = std::max(end, i + 1);
    }
  }

 private:
  /// Nearly all articles need no more.
  [[nodiscard]] std::size_t expected_bytes() const {
    std::size_t bytes = article_.metadata.title.size() + 1;
    for (const Block& block : article_.blocks) bytes += block.text.size() + 2;
    return bytes;
  }

  void add(const Block& block) {
    if (style_.list_marks == ListMarks::keep) add_mark(block);
    out_.append(block.text).append("\n");
  }

  void add_mark(const Block& block) {
    const auto is_list = [](const Frame& frame) { return frame.kind == FrameKind::list; };
    const auto lists = std::count_if(block.frames.begin(), block.frames.end(), is_list);
    if (lists == 0) return;
    const std::size_t item = render::innermost(block, FrameKind::item);
    out_.append(static_cast<std::size_t>(lists - 1) * 2, ' ');
    const bool begins =
        item < block.frames.size() && (above_ == nullptr || !render::is_within(*above_, block.frames[item], item));
    if (!begins) {
      out_ += "  ";
    } else {
      const std::uint32_t number = block.frames[item].number;
      out_ += number > 0 ? std::to_string(number) + ". " : "- ";
      out_ += render::task_mark(block.frames[item].task);
    }
  }

  const Article& article_;
  TextStyle style_;
  const Block* above_ = nullptr;
  std::string& out_;
  std::size_t start_;  // bytes of `out` before
};

}  // namespace

void append_text(const Article& article, std::string& out, TextStyle style) {
  if (!article.empty()) TextWriter(article, style, out).write();
}

std::string to_text(const Article& article, TextStyle style) {
  std::string out;
  append_text(article, out, style);
  return out;
}

}  // namespace pith
