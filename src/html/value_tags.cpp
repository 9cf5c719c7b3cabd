// Tags in a value that should have none: a title or a description in which a site left its markup, and a headline that
// speaks of a tag. Markup comes in pairs, with attributes, or right where words begin.
#include <algorithm>
#include <string>

#include "html/html.hpp"
#include "html/lexer.hpp"
#include "text/text.hpp"

namespace pith::html {
namespace {

// A value with more tags is a piece of a page.
constexpr std::size_t most_spoken_of = 64;

bool is_hidden(Tag tag) noexcept {
  return tag == Tag::script || tag == Tag::style || tag == Tag::iframe || tag == Tag::noframes;
}

bool is_known(Tag tag) noexcept {
  return tag != Tag::unknown && tag != Tag::custom;
}

/// One that stands alone wherever it is markup.
bool is_break(Tag tag) noexcept {
  return tag == Tag::br || tag == Tag::hr || tag == Tag::wbr;
}

/// Whether the byte belongs to a letter of no Latin script, beside which words need no space.
bool is_wide_letter_at(std::string_view text, std::size_t at) noexcept {
  at = text::code_point_start(text, at);
  const char32_t c = text::next_code_point(text, at);
  return c >= 0x80 && (text::class_of(c) & text::is_letter) != 0;
}

/// Whether nothing of the sentence stands before: markup of a text that follows a headline.
bool begins_part(std::string_view text, std::size_t space) noexcept {
  const std::size_t last = text.substr(0, space).find_last_not_of(' ');
  return last == std::string_view::npos || std::string_view("-|>.!?").find(text[last]) != std::string_view::npos;
}

class ValueStripper {
 public:
  ValueStripper(std::string_view text, std::string& out) noexcept : text_(text), out_(out) {}

  void run() {
    while (at_ < text_.size()) {
      const std::size_t less_than = std::min(text_.find('<', at_), text_.size());
      out_.append(text_, at_, less_than - at_);
      at_ = less_than;
      if (at_ < text_.size()) markup();
    }
  }

 private:
  void markup() {
    const MarkupKind kind = markup_kind(text_, at_);
    if (kind == MarkupKind::start_tag || kind == MarkupKind::end_tag) return tag(kind);
    const bool ends = kind != MarkupKind::text && text_.find('>', at_) != std::string_view::npos;
    ends ? pass(comment_end(text_, at_)) : keep(at_ + 1);
  }

  void tag(MarkupKind kind) {
    const TagToken token = read_tag(text_, at_, kind);
    const std::string_view written = text_.substr(token.name_begin, token.name_end - token.name_begin);
    std::string name(written);
    std::transform(name.begin(), name.end(), name.begin(), text::to_lower_ascii);
    const bool has_values = text_.substr(at_, token.end - at_).find('=') != std::string_view::npos;
    if (!token.complete) return has_values ? pass(token.end) : keep(token.name_end);  // cut off within it
    const Tag tag = tag_of(name);
    const bool has_partner = kind == MarkupKind::start_tag ? has_end(name, token.end) : has_start(name);
    if (tags_++ < most_spoken_of && !has_values && !has_partner && is_spoken_of(tag, name, token))
      return keep(token.end);
    if (is_known(tag) && (!is_inline(tag) || tag == Tag::br)) out_ += ' ';
    pass(kind == MarkupKind::start_tag && is_hidden(tag) ? raw_content_end(text_, token.end, name) : token.end);
  }

  /// A tag without partner and values: whether it is a word among words.
  [[nodiscard]] bool is_spoken_of(Tag tag, std::string_view name, const TagToken& token) const noexcept {
    if (is_break(tag)) return false;
    if (!is_known(tag)) return name.find(':') == std::string_view::npos;  // those of word processors
    const bool is_raw = is_raw_text(tag);
    if (token.attribute_count != 0 || (is_raw && !is_hidden(tag))) return true;  // "a<b and c>d"
    if (at_ == 0 && !is_raw) return false;
    const bool ends = token.end == text_.size();
    const bool is_spaced =
        (at_ == 0 || (text_[at_ - 1] == ' ' && !begins_part(text_, at_ - 1))) && (ends || text_[token.end] == ' ');
    const bool is_within_word =
        at_ != 0 && is_wide_letter_at(text_, at_ - 1) && (ends || is_wide_letter_at(text_, token.end));
    return is_spaced || (is_within_word && (is_raw || !is_inline(tag)));
  }

  [[nodiscard]] bool has_end(std::string_view name, std::size_t from) const {
    return tags_ < most_spoken_of && raw_text_end(text_, from, name) < text_.size();
  }

  [[nodiscard]] bool has_start(std::string_view name) const {
    if (tags_ >= most_spoken_of) return false;
    for (std::size_t at = text_.find('<'); at < at_; at = text_.find('<', at + 1)) {
      const std::size_t end = tag_name_end(text_, at + 1);
      if (text::equals_ignoring_case(text_.substr(at + 1, end - at - 1), name)) return true;
    }
    return false;
  }

  void pass(std::size_t end) noexcept { at_ = end; }

  void keep(std::size_t end) {
    out_.append(text_, at_, end - at_);
    at_ = end;
  }

  std::string_view text_;
  std::string& out_;
  std::size_t at_ = 0;
  std::size_t tags_ = 0;
};

}  // namespace

void strip_value_tags(std::string_view text, std::string& out) {
  ValueStripper(text, out).run();
}

}  // namespace pith::html
