#include "metadata/dates.hpp"

#include <algorithm>
#include <array>

#include "metadata/calendars.hpp"
#include "metadata/name_words.hpp"
#include "text/text.hpp"

namespace pith::metadata {
namespace {

constexpr std::size_t longest_text = 300;

DateRole role_of(WordKind kind) noexcept {
  if (kind == WordKind::published) return DateRole::published;
  if (kind == WordKind::modified) return DateRole::modified;
  if (kind == WordKind::other_date) return DateRole::other;
  return DateRole::unlabelled;
}

/// "2023\u5E749\u67085\u65E5\u516C\u958B 2023\u5E749\u67087\u65E5\u66F4\u65B0": where a label ends the line, labels
/// stand after their dates.
bool ends_with_cjk_label(std::string_view text, const DateTokens& tokens) noexcept {
  if (tokens.empty() || tokens.back().kind != TokenKind::known) return false;
  return begins_with_cjk(text.substr(tokens.back().begin)) && role_of(tokens.back().word.kind) != DateRole::unlabelled;
}

/// Finds dates and carries the last label along.
class Finder {
 public:
  Finder(std::string_view text, const DateTokens& tokens, const DateSetting& setting)
      : tokens_(tokens), setting_(setting), labels_follow_(ends_with_cjk_label(text, tokens)) {}

  std::vector<FoundDate> run() {
    while (at_ < tokens_.size()) step();
    const bool told = std::any_of(found_.begin(), found_.end(), [](const FoundDate& one) {
      return one.role == DateRole::published && !one.is_state;
    });
    for (FoundDate& one : found_) {
      if (told && one.is_state) one.role = DateRole::modified;
    }
    return std::move(found_);
  }

 private:
  void step() {
    const DateToken& token = tokens_[at_];
    const DateRole role = token.kind == TokenKind::known ? role_of(token.word.kind) : DateRole::unlabelled;
    if (role != DateRole::unlabelled) {
      if (labels_follow_ && !found_.empty()) {
        found_.back().role = role;
      } else {
        set_role(role);
        is_state_ = role == DateRole::published && token.word.value == 1;
      }
      label_end_ = ++at_;
      return;
    }
    const std::size_t begin = at_;
    Date date = is_part_of_number() ? Date{} : read_day(tokens_, at_, setting_);
    const bool relative = !date.known() && (date = read_relative(tokens_, at_, setting_.now)).known();
    if (!date.known()) {
      at_ = begin + 1;
      return;
    }
    const std::size_t day_end = at_;
    if (date.hour < 0 && !read_time(tokens_, at_, date) && !relative) read_time_before(begin, date);
    add(date, begin, std::max(day_end, at_));
  }

  /// Whether a mark ties the number to one before it: "10.2.2023.5", "+49-30-2023".
  [[nodiscard]] bool is_part_of_number() const noexcept {
    if (at_ < 2 || tokens_[at_].kind != TokenKind::number || tokens_[at_].space_before) return false;
    const DateToken& mark = tokens_[at_ - 1];
    return (mark.is_mark(U'.') || mark.is_mark(U'-') || mark.is_mark(U'/')) && !mark.space_before &&
           tokens_[at_ - 2].kind == TokenKind::number && tokens_[at_ - 2].end == mark.begin;
  }

  /// "16:05, 5 September 2023".
  void read_time_before(std::size_t begin, Date& date) const noexcept {
    for (std::size_t back = 3; back <= 6 && back <= begin; ++back) {
      std::size_t at = begin - back;
      Date time = date;
      if (tokens_[at].kind != TokenKind::number || !read_time(tokens_, at, time) || at > begin) continue;
      date = time;
      return;
    }
  }

  void set_role(DateRole role) {
    // "Event date": the second word is only part of the label.
    if (role == DateRole::published && role_ == DateRole::other && at_ == label_end_) return;
    // "updated" right after a date, as in "5 September 2023 (updated)", is told by what follows it: another date.
    role_ = role;
  }

  void add(const Date& date, std::size_t begin, std::size_t end) {
    if (!is_plausible(date, setting_.now)) return;
    found_.push_back({date, role_, tokens_[begin].begin, tokens_[end - 1].end, is_state_});
    is_state_ = false;
    role_ = DateRole::unlabelled;
  }

  const DateTokens& tokens_;
  const DateSetting& setting_;
  std::size_t at_ = 0;
  std::size_t label_end_ = 0;  // after the last label
  bool labels_follow_ = false;
  DateRole role_ = DateRole::unlabelled;
  bool is_state_ = false;
  std::vector<FoundDate> found_;
};

std::string_view base_of(std::string_view language) noexcept {
  return language.substr(0, language.find('-'));
}

/// The last label of the host: "uk" of "https://a.co.uk/b".
std::string_view host_ending(std::string_view url) noexcept {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  const std::size_t dot = host.rfind('.');
  return dot == std::string_view::npos ? std::string_view{} : host.substr(dot + 1);
}

DateOrder order_of(std::string_view language, std::string_view ending) noexcept {
  static constexpr std::array<std::string_view, 5> year_first = {"zh", "ja", "ko", "hu", "lt"};
  const std::string_view base = base_of(language);
  if (std::find(year_first.begin(), year_first.end(), base) != year_first.end()) return DateOrder::year_first;
  if (base != "en") return DateOrder::day_first;
  // English pages of other countries than the United States write the day first.
  const std::string_view country = language.size() > 3 ? language.substr(3) : std::string_view{};
  if (country == "US" || country == "us") return DateOrder::month_first;
  if (country.size() == 2) return DateOrder::day_first;
  const bool of_a_country = ending.size() == 2 && ending != "us" && ending != "io" && ending != "co" && ending != "ai";
  return of_a_country ? DateOrder::day_first : DateOrder::month_first;
}

}  // namespace

DateSetting date_setting(std::string_view language, std::string_view url, const Date& now) {
  const std::string_view ending = host_ending(url);
  const std::string_view base = base_of(language);
  DateSetting setting;
  setting.order = order_of(language, ending);
  setting.is_taiwanese = language.starts_with("zh-Hant") || language.starts_with("zh-TW") || ending == "tw";
  setting.is_thai = base == "th";
  setting.is_persian = base == "fa";
  setting.is_japanese = base == "ja";
  setting.now = now;
  return setting;
}

std::vector<FoundDate> find_dates(std::string_view text, const DateSetting& setting) {
  if (text.size() > longest_text) return {};
  // Only relative dates ("yesterday") have no number.
  if (!setting.now.known() && !may_have_number(text)) return {};
  DateTokens tokens;
  tokens.reserve(text.size() / 4 + 4);
  read_tokens(text, tokens);
  return Finder(text, tokens, setting).run();
}

Date parse_date(std::string_view text, const DateSetting& setting) {
  const std::vector<FoundDate> found = find_dates(text.substr(0, longest_text), setting);
  return found.empty() ? Date{} : found.front().date;
}

bool is_plausible(const Date& date, const Date& now) noexcept {
  const bool first_of_january = date.month == 1 && date.day == 1;
  if (date.year < 1900 || date.year > 2100) return false;
  if (first_of_january && (date.year == 1900 || date.year == 1970)) return false;
  if (date.year == 1969 && date.month == 12 && date.day == 31) return false;
  if (!now.known() || now.day == 0 || date.day == 0) return true;
  return days_of(date.year, date.month, date.day) <= days_of(now.year, now.month, now.day) + 1;
}

}  // namespace pith::metadata
