#include "metadata/names.hpp"

#include <algorithm>

#include "metadata/name_words.hpp"
#include "metadata/words.hpp"
#include "text/text.hpp"

namespace pith::metadata {
namespace {

constexpr std::size_t longest_name_bytes = 100;
constexpr std::size_t most_names = 200;  // each is compared with all before it
constexpr int most_words = 6;

/// One stretch between separators: the name at its start, as far as it goes.
class Piece {
 public:
  Piece(std::string_view text, NameTrust trust) : text_(without_titles(text)), trust_(trust) {
    if (trust == NameTrust::announced) text_ = without_roles(text_);
    read();
  }

  [[nodiscard]] std::string_view name() const noexcept { return text::trim(text_.substr(0, end_)); }
  [[nodiscard]] int count() const noexcept { return count_; }
  /// Whether words follow that are neither name nor known to stand after one.
  [[nodiscard]] bool is_cut() const noexcept { return is_cut_; }
  /// Whether what follows says where the person is: "in Berlin".
  [[nodiscard]] bool is_placed() const noexcept { return is_placed_; }
  /// Whether it is the beginning of a sentence: "Train" of "By Train to Berlin", "der Bridge" of "Von der Bridge bis".
  [[nodiscard]] bool is_prose() const noexcept { return is_prose_ && count_ - particles_ < 2; }

 private:
  void read() {
    for (std::size_t at = 0; at < text_.size() && count_ <= most_words;) {
      const std::string_view word = word_at(text_, at);
      if (word.empty()) {
        ++at;
        continue;
      }
      if (const std::size_t end = suffix_end(at); end > 0) {
        end_ = end;
        is_cut_ = !text::trim(text_.substr(end)).empty();
        return;
      }
      if (ends_at(at, word)) {
        is_cut_ = true;
        return;
      }
      const bool particle = known_at(text_, at).kind == WordKind::particle;
      at += word.size();
      particles_ += particle ? 1 : 0;
      if (!particle || trust_ == NameTrust::declared) end_ = at;
      ++count_;
    }
  }

  /// Where "Jr." or "III" ends that stands at `at`, after a name; 0 when none does.
  [[nodiscard]] std::size_t suffix_end(std::size_t at) const {
    const FoundWord known = count_ > 1 ? known_at(text_, at) : FoundWord{};
    return known.kind == WordKind::suffix ? known.end : 0;
  }

  /// "The Valley Press": its last word is a part of it.
  [[nodiscard]] bool begins_with_article() const noexcept {
    return text_.starts_with("The ") || text_.starts_with("THE ");
  }

  /// "Nguyen Thu Ha", "Anna May Doe": whether what stands after a word that may be of a date is a name, and no more of
  /// it.
  [[nodiscard]] bool is_before_name(std::size_t end) const {
    if (end + 1 >= text_.size() || text_[end] != ' ') return false;
    const std::string_view next = word_at(text_, end + 1);
    const FoundWord known = known_at(text_, end + 1);
    return !next.empty() && (class_of_first(next) & text::is_upper) != 0 && known.kind == WordKind::none &&
           !is_month_or_weekday(next);
  }

  /// Whether the word at `at` is no part of the name any more.
  [[nodiscard]] bool ends_at(std::size_t at, std::string_view word) {
    if (word.front() == '(' || word.front() == '[' || word.front() == '<') return true;
    const std::uint16_t first = class_of_first(word);
    if (count_ > 0 && (first & text::is_digit) != 0) return true;
    const FoundWord known = known_at(text_, at);
    if (known.kind == WordKind::particle) return false;
    if (count_ > 0 && ends_name(known)) {
      is_placed_ = known.kind == WordKind::name_end && known.value == 2;
      // "Jane Doe Business reporter"
      if (known.kind == WordKind::role && count_ == 3 && (first & text::is_lower) != 0) cut_last_word();
      return true;
    }
    if (count_ == 0 && known.kind == WordKind::name_end) return true;
    // "May" is a first name too, but after a name it is the month.
    if (count_ > 0 && is_month_or_weekday(word) && (count_ > 1 || at + word.size() < text_.size()))
      return !is_before_name(at + word.size());
    if (trust_ == NameTrust::declared) return false;
    if (has_article(word)) return false;
    is_prose_ = (first & text::is_lower) != 0;
    return is_prose_ || (first & text::is_letter) == 0;
  }

  /// Unless it is the family name after an initial.
  void cut_last_word() noexcept {
    const std::string_view all = text::trim(text_.substr(0, end_));
    const std::size_t last = all.rfind(' ');
    if (last == std::string_view::npos || all.substr(0, last).ends_with('.')) return;
    end_ = static_cast<std::size_t>(all.data() - text_.data()) + last;
  }

  /// Whether a word of this kind stands after names. A role or organization after one word may be its second half:
  /// "Harbour Herald", "Staff Writer".
  [[nodiscard]] bool ends_name(const FoundWord& word) const noexcept {
    const WordKind kind = word.kind;
    const bool announced = trust_ == NameTrust::announced;
    if (kind == WordKind::role || kind == WordKind::title) return count_ > 1;
    // "The Harbour Team": the word and what stands before it are one name.
    if (kind == WordKind::organization) return count_ > 1 && announced && word.value == 0 && !begins_with_article();
    if (kind == WordKind::name_end) return announced || count_ > 1;
    return kind == WordKind::joiner && announced;
  }

  std::string_view text_;
  NameTrust trust_;
  std::size_t end_ = 0;
  int count_ = 0;
  int particles_ = 0;
  bool is_cut_ = false;
  bool is_placed_ = false;
  bool is_prose_ = false;
};

/// What parts names for sure: its bytes at `at`, 0 when none.
std::size_t separator_at(std::string_view text, std::size_t at) noexcept {
  static constexpr std::string_view wide[] = {"\u3001", "\uFF0F", "\uFF0C", "\uFF1B", "\u2022", "\u3000", "\uFF5C"};
  static constexpr std::string_view spaced[] = {" \u00B7 ", " - ", " \u2013 ", " \u2014 ", " / "};
  const char c = text[at];
  if (c == ';' || c == '|' || c == '\n' || c == '\t' || c == '/') return 1;
  if (c == ' ') {
    for (const std::string_view mark : spaced) {
      if (text.substr(at).starts_with(mark)) return mark.size();
    }
    return 0;
  }
  if (static_cast<unsigned char>(c) < 0xE0) return 0;
  for (const std::string_view mark : wide) {
    if (text.substr(at).starts_with(mark)) return mark.size();
  }
  return 0;
}

/// Splits at separators, commas and joiners, and keeps what is a name.
class Splitter {
 public:
  explicit Splitter(NameTrust trust) : trust_(trust) {}

  Names split(std::string_view text) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t bytes = separator_at(text, at);
      if (bytes == 0) {
        ++at;
        continue;
      }
      read_chunk(text.substr(begin, at - begin));
      const char mark = text[at];
      // After a bar or dash of a line that readers see stands something else: the paper, the date.
      const bool parts = mark == '|' || mark == ' ' || mark == '\n' || mark == '\t';
      if (trust_ == NameTrust::announced && parts && !is_announcing_) {
        may_follow_ = false;
      }
      at += bytes;
      begin = at;
    }
    read_chunk(text.substr(begin));
    return std::move(names_);
  }

 private:
  void read_chunk(std::string_view chunk) {
    chunk = text::trim(chunk);
    if (chunk.empty() || is_done_) return;
    is_announcing_ = is_only_label(chunk);
    if (is_announcing_) {
      may_follow_ = true;
      return;
    }
    const std::string_view after = without_label(chunk);
    if (after.data() != chunk.data()) may_follow_ = is_labelled_ = true;
    if (after.empty() || !may_follow_) return;
    if (is_last_first(after)) return;
    std::size_t begin = 0;
    for (std::size_t comma = after.find(','); !is_done_; comma = after.find(',', begin)) {
      read_joined(after.substr(begin, comma - begin));
      if (comma == std::string_view::npos) break;
      begin = comma + 1;
    }
  }

  /// "By", "and", ",": a name follows in the next element.
  static bool is_only_label(std::string_view chunk) {
    if (chunk == "," || chunk == "&") return true;
    const FoundWord label = words().labels.at(chunk, 0);
    const std::string_view rest = text::trim(chunk.substr(std::min(label.end, chunk.size())));
    if ((label.kind == WordKind::author_prefix || label.kind == WordKind::author) && (rest.empty() || rest == ":"))
      return true;
    const FoundWord joiner = words().names.at(chunk, 0);
    return joiner.kind == WordKind::joiner && joiner.end == chunk.size();
  }

  /// Cuts "By", "Text:" and the like; all of it when the label names somebody else's work.
  std::string_view without_label(std::string_view chunk) {
    for (int labels = 0; labels < 2 && !chunk.empty(); ++labels) {
      const FoundWord label = words().labels.at(chunk, 0);
      std::string_view rest = text::trim(chunk.substr(std::min(label.end, chunk.size())));
      const bool colon = rest.starts_with(":") || rest.starts_with("\uFF1A");
      if (label.kind == WordKind::other_label && (colon || label.value == 0)) {
        may_follow_ = false;
        return {};
      }
      const bool is_label = label.kind == WordKind::author_prefix || (label.kind == WordKind::author && colon);
      if (!is_label || rest.empty()) return chunk;
      if (colon) rest = text::trim(rest.substr(rest.front() == ':' ? 1 : 3));
      chunk = rest;
    }
    return chunk;
  }

  /// "Doe, Jane" as "Jane Doe".
  bool is_last_first(std::string_view chunk) {
    const std::size_t comma = chunk.find(',');
    if (trust_ != NameTrust::declared || comma == std::string_view::npos) return false;
    const std::string_view last = text::trim(chunk.substr(0, comma));
    const std::string_view first = text::trim(chunk.substr(comma + 1));
    const auto is_one_word = [](std::string_view word) {
      return !word.empty() && word.find_first_of(" ,") == std::string_view::npos &&
             (class_of_first(word) & text::is_upper) != 0;
    };
    // "Doe, Jane van" too.
    const std::size_t space = first.rfind(' ');
    const bool with_particle = space != std::string_view::npos && first.find(' ') == space &&
                               words().names.at(first, space + 1).kind == WordKind::particle;
    // "Doe, Jane R." and "Doe, J. R." too.
    const bool with_initials = first.ends_with('.') && first.size() < 20 && first.find(',') == std::string_view::npos;
    if (!is_one_word(last) || (!is_one_word(first) && !with_initials && !with_particle) ||
        known_at(first, 0).kind != WordKind::none)
      return false;
    keep(std::string(first).append(" ").append(last));
    return true;
  }

  /// A stretch between commas: the names that "and" and the like join in it.
  void read_joined(std::string_view text) {
    text = text::trim(text);
    for (std::size_t at = 0; at < text.size();) {
      const std::string_view word = word_at(text, at);
      const FoundWord joiner = words().names.at(word, 0);
      if (at > 0 && joiner.kind == WordKind::joiner && joiner.end == word.size() &&
          may_join(text.substr(0, at), text.substr(std::min(at + word.size(), text.size())), joiner)) {
        read_piece(text.substr(0, at));
        text = text::trim(text.substr(at + word.size()));
        at = 0;
        continue;
      }
      if (at == 0 && joiner.kind == WordKind::joiner && joiner.end == word.size() && names_.size() + pieces_ > 0) {
        text = text::trim(text.substr(word.size()));
        continue;
      }
      at += word.size() + 1;
    }
    read_piece(text);
  }

  /// Small words of one letter stand within names too: both sides must be names of several words then.
  [[nodiscard]] bool may_join(std::string_view before, std::string_view after, const FoundWord& joiner) const {
    before = text::trim(before);
    after = text::trim(after);
    if (before.empty() || after.empty()) return false;
    if ((class_of_first(after) & text::is_lower) != 0 && trust_ == NameTrust::announced) return false;
    return joiner.value == 0 ||
           (before.find(' ') != std::string_view::npos && after.find(' ') != std::string_view::npos);
  }

  void read_piece(std::string_view text) {
    text = text::trim(text);
    if (text.empty() || is_done_) return;
    if (words().labels.at(text, 0).kind == WordKind::other_label && words().labels.at(text, 0).value == 0) {
      is_done_ = true;
      return;
    }
    if (const std::string_view after = without_label(text); after.data() != text.data()) text = after;
    // "Max Roe, Jr."
    if (const FoundWord known = known_at(text, 0); known.kind == WordKind::suffix && known.end == text.size()) {
      if (!names_.empty()) names_.back().append(" ").append(text);
      return;
    }
    const Piece piece(text, trust_);
    // "in Berlin and Paris": the second place is no name, unless it says where it is too.
    if (is_after_place_ && !piece.is_placed()) {
      is_done_ = true;
      return;
    }
    const bool first = pieces_++ == 0;
    const std::string_view name = piece.name();
    if (!is_name(name, piece, first)) {
      // In a line that is read as prose, what is no name ends the list.
      if (trust_ == NameTrust::announced && !first) is_done_ = true;
      return;
    }
    keep(without_capitals(name));
    if (trust_ == NameTrust::announced && piece.is_cut()) {
      is_after_place_ = piece.is_placed();
      is_done_ = !is_after_place_;
    }
  }

  [[nodiscard]] bool is_name(std::string_view name, const Piece& piece, bool first) const {
    if (name.size() < 2 || name.size() > longest_name_bytes || !has_class(name, text::is_letter)) return false;
    if (is_address(name) || is_account(name) || piece.count() > most_words) return false;
    if (name.find_first_of(":\"#*=") != std::string_view::npos || is_slug(name)) return false;
    if (trust_ == NameTrust::announced && piece.is_prose()) return false;
    const bool one_word = piece.count() < 2;
    // Of scripts without capitals every word might be a name.
    const bool caseless = (class_of_first(name) & (text::is_upper | text::is_lower)) == 0;
    if (one_word && caseless && trust_ == NameTrust::announced && !has_class(name, text::is_cjk)) return false;
    if (one_word && words().names.at(name, 0).kind == WordKind::title) return false;
    if (one_word && trust_ == NameTrust::announced && is_month_or_weekday(name)) return false;
    if (first || names_.empty()) {
      return trust_ == NameTrust::declared || (is_labelled_ && ends_with_group(name)) ||
             (!is_role(name) && !is_organization(name));
    }
    // After a comma stand places and what the person is, but for lists of people.
    const bool of_list = one_word && names_.back().find(' ') == std::string::npos;
    if (one_word && !of_list && !has_class(name, text::is_cjk)) return false;
    return !is_role(name) && !is_organization(name) && is_capitalized(name);
  }

  /// "The Harbour Team", "Herald Editors".
  static bool ends_with_group(std::string_view name) {
    const std::size_t space = name.rfind(' ');
    if (space == std::string_view::npos) return false;
    const FoundWord last = words().names.at(name, space + 1);
    return last.kind == WordKind::organization && last.value == 1;
  }

  void keep(std::string name) { add_name(names_, std::move(name)); }

  NameTrust trust_;
  Names names_;
  std::size_t pieces_ = 0;
  bool may_follow_ = true;
  bool is_announcing_ = false;   // the chunk before was a label or joiner alone
  bool is_after_place_ = false;  // a name was read that tells where the person is
  bool is_labelled_ = false;
  bool is_done_ = false;
};

/// Several names with spaces between, as Chinese and Korean bylines set them; without a word for what they do before
/// them.
Names split_cjk(std::string_view text, NameTrust trust) {
  Names names = split_han_names(text);
  const FoundWord label = words().labels.at(text, 0);
  const bool labelled = label.kind == WordKind::author && label.end < text.size();
  if (names.empty() && labelled) names = split_han_names(text.substr(label.end));
  if (!names.empty()) return names;
  if (trust == NameTrust::announced) return {};
  return Splitter(trust).split(text);
}

}  // namespace

void add_name(Names& names, std::string name) {
  if (names.size() >= most_names) return;
  const bool there =
      std::any_of(names.begin(), names.end(), [&](const std::string& other) { return is_same_name(other, name); });
  if (!there) names.push_back(std::move(name));
}

Names split_names(std::string_view text, NameTrust trust) {
  text = text::trim(text);
  while (text.size() > 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
  if (text.empty() || text.size() > 4096 || text.starts_with("http")) return {};
  if (text.find("{{") != std::string_view::npos || is_account(text)) return {};  // a template's own words, or "admin"
  if (const std::string whole = without_soft_hyphens(text); !whole.empty()) return split_names(whole, trust);
  if (const Nickname nickname = find_nickname(text); !nickname.rest.empty())
    return with_nickname(nickname, split_names(nickname.rest, trust));
  if (const std::string_view name = after_mail(text); !name.empty()) return split_names(name, trust);
  if (const std::string opened = without_brackets(text); !opened.empty()) return split_names(opened, trust);
  return begins_with_cjk(text) ? split_cjk(text, trust) : Splitter(trust).split(text);
}

bool is_same_name(std::string_view one, std::string_view other) {
  if (one == other) return true;
  std::string folded_one;
  std::string folded_other;
  text::append_folded(one, folded_one);
  text::append_folded(other, folded_other);
  return folded_one == folded_other;
}

}  // namespace pith::metadata
