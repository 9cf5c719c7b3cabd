#include "html/unparsed_text.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "html/lexer.hpp"
#include "text/ascii.hpp"

namespace pith::html {
namespace {

constexpr std::string_view tex_type = "math/tex";
constexpr std::string_view shadow_mode = "shadowrootmode";

void append_attribute(std::string& out, std::string_view tex) {
  for (const char c : tex) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
}

/// Where the next tag begins.
std::size_t next_tag(std::string_view html, std::size_t at) noexcept {
  for (; (at = html.find('<', at)) != std::string_view::npos; ++at) {
    const MarkupKind kind = markup_kind(html, at);
    if (kind == MarkupKind::start_tag || kind == MarkupKind::end_tag) return at;
  }
  return html.size();
}

bool begins_shown_template(std::string_view source) noexcept {
  return text::find_ignoring_case(source, shadow_mode) != std::string_view::npos;
}

class Rewriter {
 public:
  explicit Rewriter(std::string_view html) : html_(html) {}

  /// Whether anything changed.
  bool run() {
    while ((at_ = html_.find('<', at_)) != std::string_view::npos) step();
    out_.append(html_, copied_);
    return copied_ != 0;
  }

  [[nodiscard]] const std::string& out() const noexcept { return out_; }

 private:
  void step() {
    const MarkupKind kind = markup_kind(html_, at_);
    if (kind == MarkupKind::text) {
      ++at_;
    } else if (kind == MarkupKind::start_tag || kind == MarkupKind::end_tag) {
      tag(kind);
    } else {
      at_ = comment_end(html_, at_);
    }
  }

  void tag(MarkupKind kind) {
    const std::size_t begin = at_;
    const TagToken token = read_tag(html_, begin, kind);
    at_ = token.end;
    if (!token.complete) return;  // the page ends within it: it is none
    std::string name(html_.substr(token.name_begin, token.name_end - token.name_begin));
    std::transform(name.begin(), name.end(), name.begin(), text::to_lower_ascii);
    const Tag tag = tag_of(name);
    const bool starts = kind == MarkupKind::start_tag;
    if (tag == Tag::script && starts) {
      script(begin, token.self_closing);
    } else if (tag == Tag::template_) {
      starts ? open_template(begin) : close_template(begin);
    } else if (tag == Tag::frameset || tag == Tag::frame || (tag == Tag::noframes && has_frames_)) {
      has_frames_ = true;
      replace(begin, {});
    } else if (tag == Tag::noscript && starts) {
      open_noscript();
    } else if (tag == Tag::iframe && starts) {
      iframe(token.self_closing);
    } else if (tag == Tag::title && starts) {
      title();
    } else if (starts && is_raw_text(tag)) {
      pass_content(tag, token.self_closing);
    }
  }

  /// Where the raw text that begins at at_ ends; html_.size() where nothing ends it. What is missing once is not looked
  /// for again.
  std::size_t content_end(Tag tag) {
    if (std::find(missing_.begin(), missing_.end(), tag) != missing_.end()) return html_.size();
    const std::size_t end = raw_content_end(html_, at_, name_of(tag));
    if (end == html_.size()) missing_.push_back(tag);
    return end;
  }

  /// Raw text is passed over; a tag that says it has none, and that nothing ends, gets an end. Returns whether the
  /// page has one.
  bool pass_content(Tag tag, bool is_self_closing) {
    const std::size_t content = at_;
    if (content == html_.size()) return false;  // the page may end within the tag
    at_ = content_end(tag);
    if (at_ < html_.size()) return true;
    if (is_self_closing) end_at(content, tag);
    return false;
  }

  void end_at(std::size_t place, Tag tag) {
    at_ = place;
    replace(place, "</" + std::string(name_of(tag)) + ">");
  }

  /// Each is looked for once: where none ends, the next does not either.
  void open_noscript() {
    if (at_ > noscript_end_) noscript_end_ = raw_text_end(html_, at_, name_of(Tag::noscript));
  }

  void title() {
    const std::size_t content = at_;
    if (content == html_.size()) return;
    at_ = content_end(Tag::title);
    if (at_ == html_.size()) end_at(next_tag(html_, content), Tag::title);
  }

  void iframe(bool is_self_closing) {
    const bool in_noscript = at_ <= noscript_end_ && noscript_end_ < html_.size();
    if (!in_noscript) {
      static_cast<void>(pass_content(Tag::iframe, is_self_closing));
      return;
    }
    at_ = raw_text_end(html_.substr(0, noscript_end_), at_, name_of(Tag::iframe));
    if (at_ == noscript_end_) end_at(at_, Tag::iframe);
  }

  /// What stands from `begin` to at_.
  void replace(std::size_t begin, std::string_view by) {
    out_.append(html_, copied_, begin - copied_);
    out_ += by;
    copied_ = at_;
  }

  void script(std::size_t begin, bool is_self_closing) {
    const std::string_view start = html_.substr(begin, at_ - begin);
    const std::size_t content = at_;
    if (!pass_content(Tag::script, is_self_closing) || start.find(tex_type) == std::string_view::npos) return;
    const bool is_display = start.find("display") != std::string_view::npos;
    std::string math = is_display ? "<math display=\"block\" alttext=\"" : "<math alttext=\"";
    append_attribute(math, html_.substr(content, at_ - content));
    math += "\"></math>";
    at_ = read_tag(html_, at_, MarkupKind::end_tag).end;
    replace(begin, math);
  }

  void open_template(std::size_t begin) {
    const bool is_shown = begins_shown_template(html_.substr(begin, at_ - begin));
    shown_templates_.push_back(is_shown);
    if (is_shown) replace(begin, "<div>");
  }

  void close_template(std::size_t begin) {
    if (shown_templates_.empty()) return;
    const bool is_shown = shown_templates_.back();
    shown_templates_.pop_back();
    if (is_shown) replace(begin, "</div>");
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::size_t copied_ = 0;  // what stands before is written
  std::string out_;
  std::vector<bool> shown_templates_;  // those that are open
  bool has_frames_ = false;
  std::size_t noscript_end_ = 0;  // of the last one
  std::vector<Tag> missing_;      // that have no end after the last one
};

}  // namespace

std::size_t RawTextEnds::end_after(std::string_view html, std::size_t begin, Tag tag) noexcept {
  std::size_t k = 0;
  while (k < count_ && known_[k].tag != tag) ++k;
  if (k == known_.size()) return raw_content_end(html, begin, name_of(tag));
  Known& known = known_[k];
  const bool is_known = k < count_ && begin >= known.begin && begin <= known.end;
  if (!is_known) known = {tag, begin, raw_content_end(html, begin, name_of(tag))};
  count_ = std::max(count_, k + 1);
  return known.end;
}

bool may_begin_unparsed_text(std::string_view html, const StartTag& start, RawTextEnds& ends) noexcept {
  const Tag tag = start.tag;
  const std::string_view source = html.substr(start.begin, start.end - start.begin);
  const bool may_lack_end = source.ends_with("/>") || tag == Tag::title;
  if (may_lack_end && is_raw_text(tag) && ends.end_after(html, start.end, tag) == html.size()) return true;
  if (tag == Tag::script) return source.find(tex_type) != std::string_view::npos;
  if (tag == Tag::template_) return begins_shown_template(source);
  // Its content goes on over an end of a <noscript>.
  if (tag == Tag::iframe)
    return ends.end_after(html, start.end, Tag::noscript) < ends.end_after(html, start.end, Tag::iframe);
  return tag == Tag::frameset;
}

std::string_view show_unparsed_text(std::string_view html, core::Arena& storage) {
  Rewriter rewriter(html);
  return rewriter.run() ? storage.copy(rewriter.out()) : html;
}

}  // namespace pith::html
