// Lines with labels: "Published: ...", "Source: ...", "\u8BB0\u8005\uFF1A...". Short ones, anywhere on the page.

#include <algorithm>
#include <array>

#include "metadata/name_words.hpp"
#include "metadata/readers.hpp"
#include "metadata/words.hpp"
#include "text/ascii.hpp"
#include "text/text.hpp"

namespace pith::metadata {
namespace {

constexpr std::uint32_t longest_line = 120;  // letters; longer ones are prose
constexpr std::size_t longest_value_bytes = 90;

/// A label of a line and where its value stands.
struct Label {
  FoundWord word;
  std::size_t begin = 0;
  std::size_t value = 0;  ///< after the colon, or after the label where none follows
  bool colon = false;
  bool bar = false;    ///< a bar or slash instead
  bool whole = false;  ///< no letter stands right before it
};

/// Finds the value: after spaces and a colon or bar.
void skip_colon(std::string_view line, Label& label) {
  static constexpr std::string_view colons[] = {":", "\uFF1A", "\uFF1D", "="};
  // A bracket closes round the label, a middle dot stands for the colon in Japanese.
  static constexpr std::string_view bars[] = {"|", "/", "\uFF5C", "\uFF0F", "\u4E28", "]", "\u3011", "\u30FB"};
  std::string_view rest = line.substr(label.word.end);
  const auto skip_spaces = [&] {
    const std::string_view trimmed = text::trim(rest);
    rest = trimmed.empty() ? rest.substr(rest.size())
                           : line.substr(static_cast<std::size_t>(trimmed.data() - line.data()));
  };
  skip_spaces();
  const auto begins = [&](std::string_view mark) { return rest.starts_with(mark); };
  label.colon = std::any_of(std::begin(colons), std::end(colons), begins);
  label.bar = std::any_of(std::begin(bars), std::end(bars), begins);
  if (label.colon || label.bar) {
    rest.remove_prefix(code_point_bytes(rest, 0));
    skip_spaces();
  }
  label.value = static_cast<std::size_t>(rest.data() - line.data());
}

bool is_letter_before(std::string_view line, std::size_t at) noexcept {
  if (at == 0) return false;
  std::size_t before = text::code_point_start(line, at - 1);
  return (text::class_of(text::next_code_point(line, before)) & text::is_letter) != 0;
}

/// Bytes without which no label of ASCII tells anything: marks that part it from its value, and all that is no ASCII.
constexpr std::array<bool, 256> telling_bytes = [] {
  std::array<bool, 256> telling{};
  for (const char mark : std::string_view(":=|/]")) telling[static_cast<unsigned char>(mark)] = true;
  for (std::size_t byte = 0x80; byte < telling.size(); ++byte) telling[byte] = true;
  return telling;
}();

/// Whether a label of the line may tell something: in most lines none does, and few labels need no mark after them.
bool may_have_labels(std::string_view line) {
  const bool has_mark =
      std::any_of(line.begin(), line.end(), [](char c) { return telling_bytes[static_cast<unsigned char>(c)]; });
  FoundWord word;
  return has_mark || words().running.find(line, 0, word) < line.size();
}

/// Whether the label is the last character of a name that the label before it announces: the \u6587 of
/// "\u8A18\u8005\u6797\u5FD7\u6587\uFF0F\u9AD8\u96C4\u5831\u5C0E".
bool ends_name(std::string_view line, const std::vector<Label>& before, const Label& label) {
  const std::string_view word = line.substr(label.begin, label.word.end - label.begin);
  if (label.whole || before.empty() || before.back().value > label.begin || code_point_bytes(word, 0) != word.size())
    return false;
  return is_han_name(line.substr(before.back().value, label.word.end - before.back().value));
}

std::vector<Label> find_labels(std::string_view line) {
  std::vector<Label> labels;
  if (!may_have_labels(line)) return labels;
  Label label;
  for (std::size_t from = 0; (label.begin = words().labels.find(line, from, label.word)) < line.size();
       from = label.word.end) {
    label.whole = !is_letter_before(line, label.begin);
    skip_colon(line, label);
    // Without its colon the word is part of a value: "Kaynak: Vadi Haber".
    const bool needs_colon = label.word.value == 1 && !label.colon && !label.bar &&
                             (label.word.kind == WordKind::author || label.word.kind == WordKind::source);
    if (!needs_colon && !ends_name(line, labels, label)) labels.push_back(label);
  }
  return labels;
}

/// The label of the next field, which another element held, at the end of a value: its place, the value's size when
/// none is there.
std::size_t date_label_begin(std::string_view value) {
  FoundWord word;
  for (std::size_t at = words().dates.find(value, 0, word); at < value.size();
       at = words().dates.find(value, word.end, word)) {
    const std::string_view rest = text::trim(value.substr(word.end));
    const bool labels = word.kind == WordKind::published || word.kind == WordKind::modified;
    if (at > 0 && labels && (rest.empty() || rest == ":" || rest == "\uFF1A")) return at;
  }
  return value.size();
}

/// Cuts quotation marks and brackets around an outlet's name.
std::string_view without_quotes(std::string_view value) noexcept {
  static constexpr std::string_view quotes[] = {"\u300A", "\u300B", "\u201C", "\u201D", "\"",    "\u300C",
                                                "\u300D", "\u3010", "\u3011", "\u300E", "\u300F"};
  for (bool cut = true; cut;) {
    cut = false;
    value = text::trim(value);
    for (const std::string_view quote : quotes) {
      if (value.starts_with(quote)) value.remove_prefix(quote.size()), cut = true;
      if (value.ends_with(quote) && !value.empty()) value.remove_suffix(quote.size()), cut = true;
    }
  }
  return value;
}

/// The value up to white space or a separator: values stand several to a line.
std::string_view first_value(std::string_view text) noexcept {
  static constexpr std::string_view separators[] = {"  ",     "\u3000", " | ", "|",        "\n",     "\uFF0C", "\uFF1B",
                                                    "\uFF08", "\uFF09", "(",   ")",        "\u3011", "\u00B7", "\u3002",
                                                    "\t",     "\u2022", " - ", " \u2013 ", "\uFF5C"};
  std::size_t end = text.size();
  for (const std::string_view separator : separators) end = std::min(end, text.find(separator));
  std::string_view value = text::trim(text.substr(0, end));
  // CJK values hold no spaces; after one the next label begins.
  if (begins_with_cjk(value)) value = value.substr(0, value.find(' '));
  return value;
}

/// The role that a line of nothing but a label gives to the next line's date.
DateRole label_of(std::string_view line) {
  line = text::trim(line);
  if (line.empty() || line.size() > 40) return DateRole::unlabelled;
  DateTokens tokens;
  read_tokens(line, tokens);
  for (const DateToken& token : tokens) {
    if (token.is(WordKind::published)) return DateRole::published;
    if (token.is(WordKind::modified)) return DateRole::modified;
    if (token.kind == TokenKind::number) return DateRole::unlabelled;
  }
  return DateRole::unlabelled;
}

/// What the labels of a line tell.
struct LineValues {
  Names authors;
  std::string source;
};

class LineReader {
 public:
  LineReader(const Input& input, std::string_view line, LineValues& out)
      : input_(input), line_(line), labels_(find_labels(line)), out_(out) {}

  void read() {
    if (labels_.empty()) return;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      const std::size_t end = i + 1 < labels_.size() ? labels_[i + 1].begin : line_.size();
      if (end < labels_[i].value) continue;
      const std::string_view value = of_dateline(text::trim(line_.substr(labels_[i].value, end - labels_[i].value)));
      if (value.empty() || value.size() > longest_value_bytes) continue;
      const bool author = labels_[i].word.kind == WordKind::author ||
                          (labels_[i].word.kind == WordKind::author_prefix && labels_[i].colon);
      if (author) read_authors(labels_[i], value);
      const bool source = labels_[i].word.kind == WordKind::source || labels_[i].word.kind == WordKind::source_prefix;
      if (source && !is_rights_notice()) read_source(labels_[i], value);
    }
  }

 private:
  /// Of a value that goes on for longer than any, what stands before the bracket that closes a dateline.
  static std::string_view of_dateline(std::string_view value) noexcept {
    if (value.size() <= longest_value_bytes) return value;
    std::size_t end = value.size();
    for (const std::string_view bracket : {"\u3015", "\uFF09", "\u3011", ")"}) end = std::min(end, value.find(bracket));
    return value.substr(0, end);
  }

  /// "All rights reserved", "works that name this site as their source".
  [[nodiscard]] bool is_rights_notice() const noexcept {
    static constexpr std::string_view words[] = {
        "\u7248\u6743", "\u00A9", "opyright", "\u51E1\u672C", "\u51E1\u6CE8\u660E", "\u6CE8\u660E\u201C"};
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::string_view word) { return line_.find(word) != std::string_view::npos; });
  }

  void read_authors(const Label& label, std::string_view value) {
    const bool parted = label.colon || label.bar;
    value = without_stop(value);
    // "Name reporter | Published 2019.10.12": the label was the end of a byline, and what follows is the next field.
    if (label_of(value.substr(0, value.find(' '))) != DateRole::unlabelled) return;
    // "\u6444": who took the picture above.
    if (value.ends_with("\u6444") || value.ends_with("\u651D") || value.ends_with("\u6444\u5F71")) return;
    Names names = split_han_names(value);
    // The label within another word, as in "the original author", needs a name right after it.
    const bool first_of_line = label.begin == 0 && is_caseless_name(value);
    if (names.empty() && (!label.whole || (!parted && !first_of_line))) return;
    // In a line of several fields the one before may run right into the label.
    const bool of_fields = labels_.size() > 1 && label.begin != labels_.front().begin && !is_after_original(label);
    if (!names.empty() && !label.whole && parted && !is_before_reporter(label) && !of_fields) return;
    if (names.empty()) names = other_names(value, label);
    for (std::string& name : names) add_name(out_.authors, std::move(name));
  }

  /// "Text: Jane Doe. Photos: Max Roe": without the sentence's end, which initials and "Jr." have too.
  [[nodiscard]] static std::string_view without_stop(std::string_view value) noexcept {
    constexpr std::size_t longest_short_form = 3;
    if (!value.ends_with('.')) return value;
    const std::string_view rest = value.substr(0, value.size() - 1);
    const std::size_t last_word = rest.find_last_of(" .") + 1;
    return rest.size() - last_word > longest_short_form ? rest : value;
  }

  /// "\u539F\u4F5C\u8005": the author of another text.
  [[nodiscard]] bool is_after_original(const Label& label) const noexcept {
    return line_.substr(0, label.begin).ends_with("\u539F");
  }

  /// "\u67D0\u67D0\u62A5\u8BB0\u8005\uFF1A": the paper stands right before its reporter.
  [[nodiscard]] bool is_before_reporter(const Label& label) const noexcept {
    const std::string_view word = line_.substr(label.begin, label.word.end - label.begin);
    return word.ends_with("\u8BB0\u8005") || word.ends_with("\u8A18\u8005");
  }

  /// Names in other scripts, and the names that accounts have.
  [[nodiscard]] Names other_names(std::string_view value, const Label& label) const {
    if (!begins_with_cjk(value)) {
      const bool is_announced = label.colon || (label.begin == 0 && is_caseless_name(value));
      return is_announced ? split_names(value, NameTrust::announced) : Names{};
    }
    Names names;
    for (std::size_t comma = 0; comma != std::string_view::npos;) {
      comma = std::min(value.find("\u3001"), value.find('&'));
      add_account(text::trim(value.substr(0, comma)), names);
      if (comma != std::string_view::npos) value.remove_prefix(comma + code_point_bytes(value, comma));
    }
    return names;
  }

  /// Adds the value up to the next field as a name of whatever kind.
  void add_account(std::string_view value, Names& names) const {
    constexpr std::size_t longest_account = 45;
    const std::string_view spaced = spaced_japanese_name(value);
    const std::string_view name = spaced.empty() ? first_value(value) : spaced;
    const bool plausible = name.size() >= 4 && name.size() <= longest_account && !is_account(name);
    if (plausible && name.find("\uFF1A") == std::string_view::npos) add_name(names, std::string(name));
  }

  /// Two or three words of a script without capitals, and nothing else.
  [[nodiscard]] static bool is_caseless_name(std::string_view value) noexcept {
    const auto spaces = std::count(value.begin(), value.end(), ' ');
    const bool caseless = !has_class(value, text::is_upper) && !has_class(value, text::is_digit);
    return caseless && has_class(value, text::is_letter) && !text::is_ascii(value.front()) && spaces >= 1 &&
           spaces <= 2;
  }

  /// "\u5DDD\u7530 \u4F8B\u5B50": family and given name are one.
  [[nodiscard]] std::string_view spaced_japanese_name(std::string_view value) const noexcept {
    if (!input_.dates.is_japanese) return {};
    const std::size_t space = value.find(' ');
    const std::size_t next = value.find(' ', space == std::string_view::npos ? space : space + 1);
    const std::string_view name = value.substr(0, next);
    const bool short_parts = space != std::string_view::npos && space <= 9 && name.size() - space <= 12;
    return short_parts && begins_with_cjk(name.substr(space + 1)) ? name : std::string_view{};
  }

  void read_source(const Label& label, std::string_view value) {
    const bool running = label.word.kind == WordKind::source_prefix;
    if (!out_.source.empty() || !label.whole) return;
    // Han labels may go without a colon where a quoted name or nothing else follows.
    const bool han = begins_with_cjk(line_.substr(label.begin));
    const bool quoted = value.starts_with("\u300A");
    const bool apart = label.begin == 0 || line_[label.begin - 1] == ' ';
    // "Image source:", "Open source:" are labels of something else.
    if (!running && !han && is_after_word(label.begin)) return;
    if (!running && !label.colon && !label.bar && !(han && (quoted || apart) && value.size() <= 30)) return;
    if (value.find_first_of("=\"") != std::string_view::npos) return;  // what is left of a form
    value = without_quotes(without_date(quoted ? value.substr(0, value.find("\u300B")) : first_value(value)));
    value = value.substr(0, date_label_begin(value));
    if (value.starts_with("the ")) value.remove_prefix(4);
    if (running) value = value.substr(0, value.find_first_of(".,"));
    value = value.substr(0, value.find_last_not_of(",;-: ") + 1);
    const bool plausible =
        value.size() >= 2 && value.size() <= 60 && value.find("http") == std::string_view::npos && !is_account(value);
    if (plausible) out_.source = std::string(value);
  }

  /// Whether a word of letters stands before, in the same sentence.
  [[nodiscard]] bool is_after_word(std::size_t at) const noexcept {
    const std::string_view before = text::trim(line_.substr(0, at));
    return is_letter_before(before, before.size());
  }

  [[nodiscard]] std::string_view without_date(std::string_view value) const {
    const std::vector<FoundDate> dates = find_dates(value, input_.dates);
    return dates.empty() || dates.front().begin == 0 ? value : text::trim(value.substr(0, dates.front().begin));
  }

  const Input& input_;
  std::string_view line_;
  std::vector<Label> labels_;
  LineValues& out_;
};

/// The days that a page's lines tell.
struct Days {
  Date published, modified;
};

void read_dates(const Input& input, std::size_t block, Days& out) {
  const std::string_view line = input.blocks.blocks[block].text;
  if (out.published.known() && out.modified.known()) return;
  for (const FoundDate& found : find_dates(line, input.dates)) {
    DateRole role = found.role;
    if (role == DateRole::unlabelled && found.begin == 0 && block > 0)
      role = label_of(input.blocks.blocks[block - 1].text);
    if (role == DateRole::published && found.is_state && out.published.known()) role = DateRole::modified;
    if (role == DateRole::published) set_once(out.published, found.date);
    if (role == DateRole::modified) set_once(out.modified, found.date);
  }
}

/// Whether the line begins with words that speak of this article's publication.
bool is_article_label(std::string_view line) {
  const FoundWord word = words().dates.at(line, 0);
  return word.kind == WordKind::published && line.substr(0, word.end).find(' ') != std::string_view::npos;
}

/// Dates outside of the head, in lines of nothing else: those of the article when no other line tells another.
Date distant_date(const Input& input) {
  constexpr std::uint32_t longest = 50;
  Date distant;
  for (std::size_t i = 0; i < input.blocks.blocks.size(); ++i) {
    const blocks::TextBlock& block = input.blocks.blocks[i];
    if ((i >= input.head.begin && i < input.head.end) || block.letters < 6) continue;
    // "This article was first published on 5 May 2023", "This entry was posted in <a>Bridges</a> on 5 May 2023".
    const bool is_long = block.links > 0 || block.letters > longest;
    if (block.letters > 2 * longest_line || (is_long && !is_article_label(block.text))) continue;
    Days one;
    read_dates(input, i, one);
    if (!one.published.known() || is_of_others(input, input.blocks.containers[block.container].node)) continue;
    if (distant.known() && distant != one.published) return {};
    distant = one.published;
  }
  return distant;
}

bool is_longer_list(const Names& list, const Names& names) {
  const auto is_in = [&](const std::string& name) { return std::find(list.begin(), list.end(), name) != list.end(); };
  return list.size() > names.size() && std::all_of(names.begin(), names.end(), is_in);
}

/// "Source: <a>Harbour Weekly</a>": a label and one link.
bool is_labelled_link(const blocks::TextBlock& block) noexcept {
  return block.links == 1 && words().labels.at(block.text, 0).kind == WordKind::source;
}

}  // namespace

void read_labelled_lines(const Input& input, Answers& answers) {
  Metadata& out = answers.of(MetadataSource::labelled_line);
  Days days;
  std::size_t named = 0;  // the line that named the first author
  for (std::size_t i = 0; i < input.blocks.blocks.size(); ++i) {
    const blocks::TextBlock& block = input.blocks.blocks[i];
    const bool in_head = i >= input.head.begin && i < input.head.end;
    const bool is_short = block.letters <= longest_line;
    // A dateline "(reporter ...)" begins the first paragraph.
    if (!is_short && !(in_head && i >= input.head.title)) continue;
    if (block.kind == BlockKind::caption || (block.link_density() > 0.6F && !is_labelled_link(block))) continue;
    constexpr std::size_t dateline_bytes = 90;
    const std::string_view line = is_short ? block.text : beginning_of(block.text, dateline_bytes);
    // Only the lines right below the first one that names authors add to them: reviews and comments have theirs.
    constexpr std::size_t reach = 3;
    LineValues found;
    LineReader(input, line, found).read();
    // Of a dateline's reporter and a list of authors that has more, the list counts.
    if (is_longer_list(found.authors, out.authors)) out.authors.clear();
    if (!found.authors.empty() && (out.authors.empty() || i <= named + reach)) {
      for (std::string& name : found.authors) add_name(out.authors, std::move(name));
      named = i;
    }
    if (in_head && out.authors.empty()) read_agency_dateline(line, out);
    set_once(out.source, found.source);
    if (in_head && is_short) read_dates(input, i, days);
  }
  out.published = days.published.known() ? days.published : distant_date(input);
  out.modified = days.modified;
  read_end_signature(input, out);
}

}  // namespace pith::metadata
