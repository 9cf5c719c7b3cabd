#include "html/skeleton/verbatim.hpp"

#include <algorithm>

#include "html/lexer.hpp"
#include "html/skeleton/foreign.hpp"

namespace pith::html {
namespace {

// In Nesting's steps of some five nanoseconds: 20 ms for any page, and 0.15 s for each megabyte.
constexpr std::uint64_t free_steps = 4'000'000;
constexpr std::uint64_t steps_per_byte = 30;
// Open elements that a tag is compared with in one step.
constexpr std::uint64_t comparisons_per_step = 4;

/// Gumbo compares an attribute's name with those before it, in end tags too; two comparisons a step.
std::uint64_t steps_for_attributes(std::uint64_t count) noexcept {
  return count * count / 4;
}

std::uint64_t count_tag_like(std::string_view html) noexcept {
  std::uint64_t count = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    if (at + 1 < html.size() && text::is_ascii_letter(html[at + 1])) ++count;
  }
  return count;
}

/// Whether `name` stands at `position`, in any case, and ends there. Looks no further: a name may be the whole page.
bool is_name_at(std::string_view html, std::size_t position, std::string_view name) noexcept {
  const std::string_view written = html.substr(position, name.size());
  const std::size_t end = position + name.size();
  return text::equals_ignoring_case(written, name) && tag_name_end(html.substr(0, end + 1), end) == end;
}

/// Gumbo 0.10 takes a <select> within SVG or MathML for one of HTML, and ends the process when a table then closes it.
/// As <option> it is hidden just as well.
void rename_selects(std::string& html, std::size_t begin) {
  for (std::size_t at = html.find('<', begin); at != std::string::npos; at = html.find('<', at + 1)) {
    const std::size_t name = at + (html.compare(at, 2, "</") == 0 ? 2 : 1);
    if (is_name_at(html, name, "select")) html.replace(name, 6, "option");
  }
}

class VerbatimWriter {
 public:
  VerbatimWriter(std::string_view utf8, std::size_t begin, Skeleton& out)
      : utf8_(utf8), position_(begin), kept_(begin), out_(out) {}

  void write() {
    while ((position_ = utf8_.find('<', position_)) != std::string_view::npos) step();
    out_.html.append(utf8_, kept_);
    rename_selects(out_.html, std::min(selects_begin_, out_.html.size()));
  }
  [[nodiscard]] bool has_frameset() const noexcept { return has_frameset_; }
  [[nodiscard]] std::uint64_t tags() const noexcept { return tags_; }
  [[nodiscard]] std::uint64_t start_tags() const noexcept { return start_tags_; }
  [[nodiscard]] std::uint64_t attribute_steps() const noexcept { return attribute_steps_; }

 private:
  void step();
  void tag(MarkupKind kind);
  void data_section();
  [[nodiscard]] bool is_html_at(std::size_t begin) const noexcept {
    return begin >= island_end_ && !out_.nesting.in_foreign();
  }
  /// After SVG or MathML that is not plainly nested, nothing is sure.
  [[nodiscard]] bool may_be_foreign_at(std::size_t begin) const noexcept {
    return !is_html_at(begin) || selects_begin_ != std::string::npos;
  }
  [[nodiscard]] bool may_hold_foreign_selects(const TagToken& token, Tag tag);
  void skip_content();
  void leave_out(std::size_t begin);

  std::string_view utf8_;
  std::size_t position_;
  std::size_t kept_;  // what stands before is written
  Skeleton& out_;
  std::size_t island_end_ = 0;                     // of the last plain one of SVG or MathML
  std::size_t selects_begin_ = std::string::npos;  // where the skeleton may begin to have some in SVG or MathML
  bool has_frameset_ = false;
  std::uint64_t tags_ = 0;
  std::uint64_t start_tags_ = 0;
  std::uint64_t attribute_steps_ = 0;
};

void VerbatimWriter::step() {
  const MarkupKind kind = markup_kind(utf8_, position_);
  if (kind == MarkupKind::text) {
    ++position_;
  } else if (kind == MarkupKind::start_tag || kind == MarkupKind::end_tag) {
    tag(kind);
  } else {
    const std::size_t begin = position_;
    if (kind == MarkupKind::cdata && may_be_foreign_at(begin)) return data_section();
    position_ = comment_end(utf8_, begin);
    // Parsers make nothing of "</>", but Gumbo 0.10 takes it for the beginning of the tag after it.
    if (utf8_.substr(begin, 4) == "</><") leave_out(begin);
  }
}

/// In a table, Gumbo 0.10 ends the process at a letter after one in SVG or MathML that stands right in an element which
/// holds HTML. A comment parts the two.
void VerbatimWriter::data_section() {
  position_ = cdata_end(utf8_, position_);
  out_.html.append(utf8_, kept_, position_ - kept_);
  out_.html += "<!---->";
  kept_ = position_;
}

/// What begins at `begin` and ends at position_.
void VerbatimWriter::leave_out(std::size_t begin) {
  out_.html.append(utf8_, kept_, begin - kept_);
  kept_ = position_;
}

void VerbatimWriter::tag(MarkupKind kind) {
  const std::size_t begin = position_;
  const TagToken token = read_tag(utf8_, begin, kind);
  const std::string_view name = utf8_.substr(token.name_begin, token.name_end - token.name_begin);
  out_.name.assign(name);
  std::transform(name.begin(), name.end(), out_.name.begin(), text::to_lower_ascii);
  const ElementName element = element_name(out_.name);
  position_ = token.end;
  ++tags_;
  attribute_steps_ += steps_for_attributes(token.attribute_count);
  out_.nesting.text();  // of some may stand before each tag
  const bool starts = kind == MarkupKind::start_tag;
  if (starts) ++start_tags_;
  has_frameset_ = has_frameset_ || element.tag == Tag::frameset;
  if (starts) out_.note_start_tag(utf8_, {element.tag, begin, token.end});
  if (starts && selects_begin_ == std::string::npos && may_hold_foreign_selects(token, element.tag)) {
    selects_begin_ = out_.html.size() + (begin - kept_);
  }
  const bool is_raw = starts && is_html_at(begin) && (is_raw_text(element.tag) || out_.name == "noembed");
  const bool stays = starts ? out_.nesting.start(element, token.self_closing, 1) : out_.nesting.end(element);
  if (!stays) {
    leave_out(begin);
  } else if (is_raw) {
    skip_content();
    static_cast<void>(out_.nesting.end(element));
  }
}

/// Whether the tag begins what may hold them: SVG or MathML that is not plainly nested, or what <select> does not take
/// for raw text.
bool VerbatimWriter::may_hold_foreign_selects(const TagToken& token, Tag tag) {
  if (is_raw_text(tag)) return out_.nesting.in_select() && tag != Tag::script && tag != Tag::textarea;
  if (token.self_closing || (tag != Tag::svg && tag != Tag::math) || token.name_begin < island_end_) return false;
  const ForeignLanguage language = tag == Tag::svg ? ForeignLanguage::svg : ForeignLanguage::math;
  const std::size_t end = plain_island_end(utf8_, token.end, language);
  if (end != std::string_view::npos) island_end_ = end;
  return end == std::string_view::npos;
}

void VerbatimWriter::skip_content() {
  position_ = raw_content_end(utf8_, position_, out_.name);
}

}  // namespace

Verbatim append_verbatim(std::string_view utf8, std::size_t begin, Skeleton& out) {
  VerbatimWriter writer(utf8, begin, out);
  if (begin < utf8.size()) writer.write();
  // The parser may see tags where this pass saw text, and those nest as they like.
  const std::uint64_t hidden = count_tag_like(utf8.substr(begin)) - writer.start_tags();
  const std::uint64_t steps =
      out.nesting.steps() + writer.attribute_steps() + writer.tags() * hidden / comparisons_per_step;
  return {steps <= free_steps + steps_per_byte * utf8.size(), writer.has_frameset()};
}

}  // namespace pith::html
