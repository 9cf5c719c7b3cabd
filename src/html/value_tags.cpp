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
  ValueStripper(std::string_view text, std::string& out) noexcept
      : text_(text), out_(out), closed_(text.rfind('>') + 1) {}

  void run() {
    while (at_ < closed_) {
      const std::size_t less_than = std::min(text_.find('<', at_), closed_);
      keep(less_than);
      if (at_ < closed_) markup();
    }
    cut_off_tag();
  }

 private:
  void markup() {
    const MarkupKind kind = markup_kind(text_, at_);
    if (kind == MarkupKind::start_tag || kind == MarkupKind::end_tag) return tag(kind);
    kind == MarkupKind::text ? keep(at_ + 1) : pass(comment_end(text_, at_));
  }

  /// What stands after the last '>': text, up to a tag with values that the value was cut off in.
  void cut_off_tag() {
    std::size_t begin = at_;
    const auto is_tag = [this](std::size_t at) {
      const MarkupKind kind = markup_kind(text_, at);
      return kind == MarkupKind::start_tag || kind == MarkupKind::end_tag;
    };
    while ((begin = text_.find('<', begin)) < text_.size() && !is_tag(begin)) ++begin;
    const bool has_values = begin < text_.size() && text_.find('=', begin) != std::string_view::npos;
    keep(has_values ? begin : text_.size());
  }

  void tag(MarkupKind kind) {
    const TagToken token = read_tag(text_, at_, kind);
    const std::string_view written = text_.substr(token.name_begin, token.name_end - token.name_begin);
    std::string name(written);
    std::transform(name.begin(), name.end(), name.begin(), text::to_lower_ascii);
    if (!token.complete) return pass(token.end);  // cut off within a value
    const Tag tag = tag_of(name);
    const bool has_values = text_.substr(at_, token.end - at_).find('=') != std::string_view::npos;
    if (tags_++ < most_spoken_of && !has_values && !has_partner(kind, name, token.end) &&
        is_spoken_of(tag, name, token))
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

  /// Whether an end tag of the name stands after the start tag that ends at `end`, or a start tag before the end tag.
  [[nodiscard]] bool has_partner(MarkupKind kind, std::string_view name, std::size_t end) const {
    if (kind == MarkupKind::start_tag) return raw_text_end(text_, end, name) < text_.size();
    for (std::size_t at = text_.find('<'); at < at_; at = text_.find('<', at + 1)) {
      const std::size_t name_end = tag_name_end(text_, at + 1);
      if (text::equals_ignoring_case(text_.substr(at + 1, name_end - at - 1), name)) return true;
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
  std::size_t closed_;  // one past the last '>': after it no tag is whole
  std::size_t at_ = 0;
  std::size_t tags_ = 0;
};

}  // namespace

void strip_value_tags(std::string_view text, std::string& out) {
  ValueStripper(text, out).run();
}

}  // namespace pith::html
