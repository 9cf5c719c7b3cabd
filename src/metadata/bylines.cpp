// Bylines and dates without a label, near the headline: what a reader takes for them by their place. Guesses.

#include <algorithm>

#include "metadata/name_words.hpp"
#include "metadata/readers.hpp"
#include "metadata/words.hpp"
#include "text/ascii.hpp"
#include "text/text.hpp"

namespace pith::metadata {
namespace {

constexpr std::uint32_t longest_byline = 90;
constexpr std::uint32_t longest_date_line = 70;

/// Where a chunk of the line may begin: at its start and after what parts it.
std::size_t next_chunk(std::string_view line, std::size_t from) noexcept {
  static constexpr std::string_view marks[] = {"|",        "\u2022", "\u00B7", " - ", " \u2013 ",
                                               " \u2014 ", ";",      "\n",     "/",   ")"};
  std::size_t best = std::string_view::npos;
  for (const std::string_view mark : marks) {
    const std::size_t at = line.find(mark, from);
    if (at != std::string_view::npos) best = std::min(best, at + mark.size());
  }
  return best;
}

/// "beauhd" of "Posted by beauhd on Friday": a nickname, announced by more than "by".
std::string nickname(std::string_view after) {
  const std::string_view word = after.substr(0, after.find(' '));
  const bool alone = word.size() == after.size() ||
                     words().names.at(after, std::min(word.size() + 1, after.size() - 1)).kind == WordKind::name_end;
  return alone && is_nickname(word) ? std::string(word) : std::string();
}

/// Up to a sentence that begins with a label of its own: "Words by Jane Doe. Photographs by Max Roe."
std::string_view first_sentence(std::string_view chunk) noexcept {
  for (std::size_t at = chunk.find(". "); at != std::string_view::npos; at = chunk.find(". ", at + 2)) {
    if (words().labels.at(chunk, at + 2).kind != WordKind::none) return chunk.substr(0, at);
  }
  return chunk;
}

void read_announced(std::string_view chunk, Metadata& out) {
  chunk = first_sentence(chunk);
  const FoundWord label = words().labels.at(chunk, 0);
  if (label.kind != WordKind::author_prefix || label.end >= chunk.size()) return;
  Names names = split_names(chunk, NameTrust::announced);
  const bool several_words = chunk.substr(0, label.end).find(' ') != std::string_view::npos;
  if (names.empty() && several_words) {
    if (std::string nick = nickname(text::trim(chunk.substr(label.end))); !nick.empty())
      names.push_back(std::move(nick));
  }
  for (std::string& name : names) add_name(out.authors, std::move(name));
}

/// Two to four words with capitals of which none is known to stand beside names.
bool is_plain_name(std::string_view name) {
  const auto spaces = std::count(name.begin(), name.end(), ' ');
  if (spaces < 1 || spaces > 3 || (class_of_first(name) & text::is_upper) == 0 || !is_capitalized(name)) return false;
  for (std::size_t at = 0; at < name.size(); at = std::min(name.find(' ', at), name.size() - 1) + 1) {
    const WordKind kind = words().names.at(name, at).kind;
    const bool known = kind != WordKind::none && kind != WordKind::particle && kind != WordKind::suffix;
    const bool dated = words().dates.at(name, at).kind == WordKind::other_date;  // "Copyright Jane Doe / Reuters"
    if (known || dated || words().labels.at(name, at).kind != WordKind::none || is_month_or_weekday(word_at(name, at)))
      return false;
  }
  return !has_class(name, text::is_digit);
}

/// Bytes of the small word that the line begins with, where bylines of its language do and many sentences too; 0: none.
std::size_t weak_prefix(const Input& input, std::string_view line) {
  const FoundWord word = words().weak.at(line, 0);
  const bool is_of_language = word.value == 0 || input.language == "ro";
  return word.kind == WordKind::weak_prefix && is_of_language ? word.end : 0;
}

/// "de Ana Exemplu 8 martie 2024": names, and nothing after them but a mark or a date.
void read_weakly_announced(const Input& input, std::string_view line, Metadata& out) {
  const std::size_t label = weak_prefix(input, line);
  if (label == 0) return;
  std::string_view rest = text::trim(line.substr(label));
  rest = rest.substr(0, std::min(rest.find_first_of("0123456789|\n"), rest.size()));
  rest = text::trim(rest.substr(0, rest.find("\u2022")));
  while (!rest.empty() && (rest.back() == ',' || rest.back() == '-'))
    rest = text::trim(rest.substr(0, rest.size() - 1));
  Names names = split_names(rest, NameTrust::announced);
  std::size_t letters = 0;
  for (const std::string& name : names) {
    if (!is_plain_name(name)) return;
    letters += name.size();
  }
  // Joiners and commas are few; more is a sentence.
  constexpr std::size_t most_between = 6;
  if (letters + most_between * names.size() < rest.size() || (names.size() == 1 && letters != rest.size())) return;
  out.authors = std::move(names);
}

/// "By Jane Doe, 12 May 2024", "12 May 2024 by Jane Doe", "Reviewed by Max Roe - By Jane Doe".
void read_byline(const Input& input, std::string_view line, Metadata& out) {
  for (std::size_t at = 0; at != std::string_view::npos && out.authors.empty(); at = next_chunk(line, at)) {
    read_announced(text::trim(line.substr(at)), out);
  }
  if (!out.authors.empty() || line.size() > 2 * longest_byline) return;
  for (const FoundDate& date : find_dates(line, input.dates)) {
    const std::string_view rest = text::trim(line.substr(date.end));
    if (out.authors.empty()) read_announced(rest.substr(std::min(rest.find_first_not_of(", "), rest.size())), out);
  }
}

/// The run of Han characters or Hangul that ends before `end`.
std::string_view run_before(std::string_view text, std::size_t end) noexcept {
  std::size_t begin = end;
  while (begin > 0) {
    const std::size_t before = text::code_point_start(text, begin - 1);
    std::size_t at = before;
    const char32_t c = text::next_code_point(text, at);
    if ((text::class_of(c) & text::is_cjk) == 0 || (c >= 0x3040 && c <= 0x30FF)) break;
    begin = before;
  }
  return text.substr(begin, end - begin);
}

/// Three to five Han characters: surnames of Japanese are too many to list.
bool is_japanese_name(const Input& input, std::string_view run) noexcept {
  return input.dates.is_japanese && run.size() >= 9 && run.size() <= 15;
}

/// The end of what stands before spaces, commas and middle dots.
std::size_t before_separators(std::string_view line, std::size_t end) noexcept {
  static constexpr std::string_view separators[] = {" ", ",", "\u00B7", "\u30FB", "\u318D", "\u2022"};
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view mark : separators) {
      if (!line.substr(0, end).ends_with(mark)) continue;
      end -= mark.size();
      more = true;
    }
  }
  return end;
}

/// "\u5DDD\u8FBA \u7F8E\u91CC\uFF08\u6CB3\u5CB8\u65B0\u805E\u8A18\u8005\uFF09": the name before the bracket that tells
/// whom the reporter works for.
Names names_before_bracket(const Input& input, std::string_view line, std::size_t bracket) {
  std::string name(text::trim(line.substr(0, text::code_point_start(line, bracket - 1))));
  if (std::count(name.begin(), name.end(), ' ') == 1) std::erase(name, ' ');
  const bool whole = run_before(name, name.size()).size() == name.size();
  return whole && (is_han_name(name) || is_japanese_name(input, name)) ? Names{std::move(name)} : Names{};
}

bool is_bracketed(std::string_view line, std::size_t at) noexcept {
  return line.substr(0, at).ends_with("\uFF08") || line.substr(0, at).ends_with('(');
}

/// Names before the word for a reporter, in Korean and Japanese.
void read_names_before(const Input& input, std::string_view line, Metadata& out) {
  for (std::size_t at = 0; at < line.size(); at += code_point_bytes(line, at)) {
    if (at == 0 || words().suffixes.at(line, at).kind != WordKind::author_suffix) continue;
    Names names;
    for (std::size_t end = at; end > 0;) {
      end = before_separators(line, end);
      const std::string_view name = run_before(line, end);
      if (name.empty() || !(is_han_name(name) || is_japanese_name(input, name))) break;
      if (is_bracketed(line, end - name.size())) {
        names = names_before_bracket(input, line, end - name.size());
        break;
      }
      names.insert(names.begin(), std::string(name));
      end -= name.size();
    }
    for (std::string& name : names) add_name(out.authors, std::move(name));
    if (!names.empty()) return;
  }
}

/// A line of nothing but a name in brackets: a signature.
void read_signature(const Input& input, std::string_view line, Metadata& out) {
  static constexpr std::string_view brackets[][2] = {{"\uFF08", "\uFF09"}, {"\u3010", "\u3011"}, {"(", ")"}};
  for (const auto& [open, close] : brackets) {
    if (!line.starts_with(open) || !line.ends_with(close) || line.size() <= open.size() + close.size()) continue;
    const std::string_view name = line.substr(open.size(), line.size() - open.size() - close.size());
    const bool whole = run_before(name, name.size()).size() == name.size();
    if (is_han_name(name) || (whole && is_japanese_name(input, name))) add_name(out.authors, std::string(name));
  }
}

/// Letters of the line outside of its dates, in lower-case words that no byline has: a sentence has several. What
/// middle dots and bars part is another field: "5 May 2023 \u00B7 no comments so far".
bool is_sentence(std::string_view line, const FoundDate& date) {
  static constexpr std::string_view marks[] = {" \u00B7 ", " \u22C5 ", " \u2022 ", " | "};
  int plain_words = 0;
  std::string_view before = line.substr(0, date.begin);
  std::string_view after = line.substr(std::min(date.end, line.size()));
  for (const std::string_view mark : marks) {
    if (const std::size_t at = before.rfind(mark); at != std::string_view::npos) before.remove_prefix(at);
    after = after.substr(0, after.find(mark));
  }
  std::string rest(before);
  rest.append(" ").append(after);
  DateTokens tokens;
  read_tokens(rest, tokens);
  for (const DateToken& token : tokens) {
    std::size_t at = token.begin;
    if (token.kind != TokenKind::other) continue;
    // What marks or figures follow at once are parts of addresses.
    const bool apart = token.end >= rest.size() || rest[token.end] == ' ' || rest[token.end] == ',';
    const bool lower = apart && (text::class_of(text::next_code_point(rest, at)) & text::is_lower) != 0;
    plain_words += lower && words().labels.at(rest, token.begin).kind == WordKind::none ? 1 : 0;
  }
  return plain_words >= 3;
}

/// A date of a line without a label. One at an end of its line is said of the article; one amid words is told in them.
void read_unlabelled_date(const Input& input, const blocks::TextBlock& block, Metadata& out) {
  if (block.letters > longest_date_line || block.link_density() > 0.9F) return;
  const std::vector<FoundDate> dates = find_dates(block.text, input.dates);
  const auto place = static_cast<std::size_t>(&block - input.blocks.blocks.data());
  const bool is_at_headline = input.head.title_node != 0 &&
                              (place == input.head.title + 1 || (place + 1 == input.head.title && block.links == 0));
  if (dates.empty()) return;
  if (!is_at_headline && is_of_others(input, input.blocks.containers[block.container].node)) return;
  for (const FoundDate& found : dates) {
    if (found.role == DateRole::other || found.role == DateRole::modified || is_sentence(block.text, found)) continue;
    const bool at_end = found.begin == 0 || found.end + 12 >= block.text.size() || found.begin < 40;
    if (at_end) set_once(out.published, found.date);
  }
}

/// Whether the line is only what stands before a name: "By", "Written by", "Author:".
bool announces_name(std::string_view line) {
  line = text::trim(line);
  if (line.empty() || line.size() > 40) return false;
  const FoundWord label = words().labels.at(line, 0);
  const std::string_view rest = text::trim(line.substr(std::min(label.end, line.size())));
  const bool colon = rest == ":" || rest == "\uFF1A";
  return (label.kind == WordKind::author_prefix && (rest.empty() || colon)) ||
         (label.kind == WordKind::author && colon);
}

/// "Environment correspondent", "Senior science reporter": a few words, the last one what a person is.
bool ends_with_role(std::string_view what) {
  constexpr auto most_spaces = 3;
  const std::size_t space = what.rfind(' ');
  if (space == std::string_view::npos || std::count(what.begin(), what.end(), ' ') > most_spaces) return false;
  const FoundWord last = words().names.at(what, space + 1);
  return last.kind == WordKind::role && last.end == what.size() && !has_class(what, text::is_digit);
}

/// Whether a text tells what a person is, or, unless a comma stands before it, works for.
bool is_role_or_employer(std::string_view what, bool after_comma) {
  const FoundWord word = words().names.at(what, 0);
  const bool tells = word.kind == WordKind::account || word.kind == WordKind::role ||
                     (word.kind == WordKind::organization && !after_comma);
  return (tells && word.end == what.size()) || ends_with_role(what);
}

/// "Jane Doe (jane@herald.example)": the address of its own hand.
bool read_mailed_name(std::string_view line, Metadata& out) {
  static constexpr std::string_view opens[] = {"(", "<", "["};
  for (const std::string_view open : opens) {
    const std::size_t at = line.find(open);
    if (at == std::string_view::npos) continue;
    const std::string_view address = text::trim(line.substr(at + 1));
    const bool mail = address.find('@') < address.size() && address.find(' ') == std::string_view::npos &&
                      address.find_first_of(")>]") == address.size() - 1;
    const std::string_view name = text::trim(line.substr(0, at));
    if (!mail || !is_plain_name(name)) continue;
    out.authors.push_back(without_capitals(name));
    return true;
  }
  return false;
}

/// "Jane Doe | Staff Writer", "Jane Doe / Reuters": a name and nothing but what the person is or works for.
void read_titled_name(const blocks::TextBlock& block, Metadata& out) {
  static constexpr std::string_view marks[] = {" | ", " / ", "/", ", ", " - ", " \u2013 ", "\n"};
  if (block.kind == BlockKind::heading || read_mailed_name(block.text, out)) return;
  for (const std::string_view mark : marks) {
    const std::size_t at = block.text.find(mark);
    if (at == std::string_view::npos) continue;
    const std::string_view what = text::trim(block.text.substr(at + mark.size()));
    if (!is_role_or_employer(what, mark == ", ")) continue;
    const std::string_view name = text::trim(block.text.substr(0, at));
    if (is_plain_name(name)) return out.authors.push_back(without_capitals(name));
  }
}

/// Above the headline only a line that is nothing but a label and names is a byline.
void read_line_above(const Input& input, const blocks::TextBlock& block, Metadata& out) {
  constexpr std::uint32_t longest = 60;
  if (block.letters > longest || block.kind == BlockKind::heading) return;
  const FoundWord label = words().labels.at(block.text, 0);
  if (label.kind != WordKind::author_prefix || is_of_others(input, input.blocks.containers[block.container].node))
    return;
  for (std::string& name : split_names(block.text, NameTrust::announced)) {
    if (is_plain_name(name)) add_name(out.authors, std::move(name));
  }
}

void read_line(const Input& input, std::size_t i, Metadata& out) {
  const blocks::TextBlock& block = input.blocks.blocks[i];
  if (block.letters <= longest_byline && out.authors.empty()) {
    read_byline(input, block.text, out);
    if (out.authors.empty()) read_weakly_announced(input, block.text, out);
    if (out.authors.empty()) read_names_before(input, block.text, out);
    if (out.authors.empty()) read_signature(input, block.text, out);
    const bool announced = out.authors.empty() && i > 0 && announces_name(input.blocks.blocks[i - 1].text);
    if (announced) out.authors = split_names(block.text, NameTrust::announced);
    if (out.authors.empty() && i <= input.head.text) read_titled_name(block, out);
    const bool below = i > input.head.text && !out.authors.empty();
    if (below && is_of_others(input, input.blocks.containers[block.container].node)) out.authors.clear();
  }
}

/// Whether the line begins with a label that is believed anywhere: "Written by ...".
bool is_signed(std::string_view line) {
  const FoundWord label = words().labels.at(line, 0);
  return label.kind == WordKind::author_prefix && label.value == 1;
}

/// Signatures below the first paragraphs.
void read_line_below(const Input& input, std::size_t i, Metadata& out) {
  constexpr std::uint32_t longest = 60;
  const blocks::TextBlock& block = input.blocks.blocks[i];
  if (block.letters > longest) return;
  const std::string_view before = input.blocks.blocks[i - 1].text;
  const bool signs = is_signed(block.text);
  const bool is_announced = !signs && is_signed(before) && announces_name(before);
  if (!signs && !is_announced) return;
  if (is_of_others(input, input.blocks.containers[block.container].node)) return;
  if (signs) {
    read_announced(block.text, out);
  } else {
    out.authors = split_names(block.text, NameTrust::announced);
  }
}

/// Below a deck, or below the text, the date stands alone.
Date day_below_text(const Input& input) {
  const auto& blocks = input.blocks.blocks;
  DaysBelow days;
  for (std::size_t i = std::max(input.head.title, input.head.text); i < input.head.end && i < blocks.size(); ++i) {
    if (!is_only_date(input, blocks[i]) || is_on_card(input, input.blocks.containers[blocks[i].container].node))
      continue;
    Metadata one;
    read_unlabelled_date(input, blocks[i], one);
    if (one.published.known()) days.add(one.published);
  }
  return days.only();
}

}  // namespace

bool is_only_date(const Input& input, const blocks::TextBlock& block) {
  constexpr std::size_t rest_bytes = 18;  // " | 12 minute read"
  if (block.letters > longest_date_line / 2) return false;
  const std::vector<FoundDate> found = find_dates(block.text, input.dates);
  return !found.empty() && block.text.size() - (found.front().end - found.front().begin) <= rest_bytes;
}

void read_bylines(const Input& input, Answers& answers) {
  Metadata& out = answers.of(MetadataSource::byline);
  const auto& blocks = input.blocks.blocks;
  for (std::size_t i = input.head.title; i < input.head.end && i < blocks.size(); ++i) {
    const bool is_headline = i == input.head.title && input.head.title_node != 0;
    if (is_headline || static_cast<std::int32_t>(i) == input.request.title_block) continue;
    read_line(input, i, out);
    if (!out.published.known() && i < input.head.text) read_unlabelled_date(input, blocks[i], out);
  }
  if (!out.published.known()) out.published = day_below_text(input);
  for (std::size_t i = input.head.end; i < blocks.size() && out.authors.empty(); ++i) read_line_below(input, i, out);
  for (std::size_t i = input.head.title; i-- > input.head.begin && out.authors.empty();)
    read_line_above(input, blocks[i], out);
  // A date above the headline is sometimes the site's own clock: the one nearest below goes first.
  for (std::size_t i = input.head.title; i-- > input.head.begin && !out.published.known();)
    read_unlabelled_date(input, blocks[i], out);
}

}  // namespace pith::metadata
