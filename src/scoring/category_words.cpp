// Words that name a line without being all of it. They are compared with dropped lines only, so a word that also
// stands in sentences does no harm; the rules' phrases (data/phrases) are stricter, because they can drop a line.

#include "scoring/category_words.hpp"

#include <algorithm>
#include <span>

namespace pith::scoring {
namespace {

using Words = std::span<const std::string_view>;

/// What only the controls of comments say; longer words first, as the first that fits is taken.
constexpr std::string_view controls[] = {"\u043A\u043E\u043C\u043C\u0435\u043D\u0442\u0430\u0440\u0438\u0438",
                                         "\u043E\u0442\u0432\u0435\u0442\u0438\u0442\u044C",
                                         "coment\u00E1rios",
                                         "commentaires",
                                         "\u30B3\u30E1\u30F3\u30C8",
                                         "comentarios",
                                         "kommentare",
                                         "antworten",
                                         "kommentar",
                                         "responder",
                                         "r\u00E9pondre",
                                         "comments",
                                         "downvote",
                                         "comment",
                                         "replies",
                                         "report",
                                         "upvote",
                                         "\u4E3E\u62A5",
                                         "\u56DE\u590D",
                                         "\u8A55\u8AD6",
                                         "\u8BC4\u8BBA",
                                         "\u8DDF\u5E16",
                                         "\u8FD4\u4FE1",
                                         "\uB2F5\uAE00",
                                         "\uB313\uAE00",
                                         "reply",
                                         "\u697C",
                                         "\u8E29"};

/// What stands beside them.
constexpr std::string_view companions[] = {"\u8BF7\u5148\u8BF4\u70B9\u4EC0\u4E48",
                                           "permalink",
                                           "\u3044\u3044\u306D",
                                           "\u5DF2\u8F93\u5165",
                                           "\u89C2\u5BDF\u5458",
                                           "\uC88B\uC544\uC694",
                                           "gef\u00E4llt",
                                           "latest",
                                           "teilen",
                                           "\u5168\u90E8",
                                           "\u5206\u4EAB",
                                           "\u5237\u65B0",
                                           "\u5269\u4F59",
                                           "\u53C2\u4E0E",
                                           "\u53D1\u5E03",
                                           "\u53D1\u8868",
                                           "\u5BF9\u8BDD",
                                           "\u6211\u8981",
                                           "\u6536\u85CF",
                                           "\u65B0\u95FB",
                                           "\u66F4\u591A",
                                           "\u6700\u65B0",
                                           "\u6700\u70ED",
                                           "\u67E5\u770B",
                                           "\u6B22\u8FCE",
                                           "\u6CE8\u518C",
                                           "\u70ED\u95E8",
                                           "\u767B\u5165",
                                           "\u767B\u5F55",
                                           "\u767C\u8868",
                                           "\u7CBE\u5F69",
                                           "\u7F51\u53CB",
                                           "\u8BA8\u8BBA",
                                           "likes",
                                           "share",
                                           "write",
                                           "alle",
                                           "flag",
                                           "like",
                                           "load",
                                           "more",
                                           "post",
                                           "show",
                                           "view",
                                           "your",
                                           "add",
                                           "all",
                                           "log",
                                           "mir",
                                           "top",
                                           "\u4EBA",
                                           "\u540E",
                                           "\u5B57",
                                           "\u6761",
                                           "\u689D",
                                           "\u7B2C",
                                           "\u8B9A",
                                           "\u8D5E",
                                           "\u9876",
                                           "in",
                                           "to",
                                           "a"};

/// When something was said.
constexpr std::string_view times[] = {"yesterday",
                                      "\u5206\u9418\u524D",
                                      "\u5206\u949F\u524D",
                                      "\u5C0F\u65F6\u524D",
                                      "\u5C0F\u6642\u524D",
                                      "minutes",
                                      "stunden",
                                      "heures",
                                      "minute",
                                      "months",
                                      "\u4ECA\u5929",
                                      "\u521A\u521A",
                                      "\u5929\u524D",
                                      "\u6628\u5929",
                                      "\u6642\u9593",
                                      "\uC2DC\uAC04",
                                      "horas",
                                      "hours",
                                      "month",
                                      "tagen",
                                      "weeks",
                                      "years",
                                      "days",
                                      "hace",
                                      "hour",
                                      "just",
                                      "mins",
                                      "week",
                                      "year",
                                      "ago",
                                      "day",
                                      "min",
                                      "now",
                                      "vor",
                                      "\u5206",
                                      "\u524D",
                                      "\u5E74",
                                      "\u65E5",
                                      "\u6708",
                                      "\u79D2",
                                      "\uC77C",
                                      "\uC804",
                                      "il",
                                      "y"};

struct CategoryWords {
  Category category;
  Words words;
};

constexpr std::string_view comment_headings[] = {"\u70ED\u95E8\u8BC4\u8BBA", "\u6700\u65B0\u8BC4\u8BBA",
                                                 "\u7F51\u53CB\u8BC4\u8BBA", "\u5168\u90E8\u8BC4\u8BBA",
                                                 "\u6700\u70ED\u8BC4\u8BBA", "\u7CBE\u5F69\u8BC4\u8BBA",
                                                 "\u89C2\u70B9\u8BC4\u8BBA", "\u8BFB\u8005\u8BC4\u8BBA",
                                                 "reader comments",          "\u30B3\u30E1\u30F3\u30C8\u4E00\u89A7"};
constexpr std::string_view rankings[] = {"\u6392\u884C", "ranking", "\u6700\u591A"};
constexpr std::string_view hot_headings[] = {
    "\u70ED\u95E8",       "\u70ED\u70B9",       "\u6700\u70ED",         "\u70ED\u8BC4",
    "\u70ED\u699C",       "\u6392\u884C",       "\u70ED\u641C",         "\u5934\u6761",
    "\u6700\u65B0\u95FB", "\u70ED\u65B0\u95FB", "\u6392\u884C\u699C",   "most read",
    "trending",           "most popular",       "\u4EBA\u6C17",         "\u30E9\u30F3\u30AD\u30F3\u30B0",
    "meistgelesen",       "les plus lus",       "m\u00E1s le\u00EDdas", "\uC778\uAE30"};
constexpr std::string_view related_headings[] = {"\u6700\u8FD1\u6587\u7AE0",
                                                 "\u6700\u65B0\u6587\u7AE0",
                                                 "\u76F8\u5173",
                                                 "\u76F8\u95DC",
                                                 "\u63A8\u8350",
                                                 "\u63A8\u85A6",
                                                 "\u611F\u5174\u8DA3",
                                                 "\u5EF6\u4F38\u9605\u8BFB",
                                                 "\u7CBE\u5F69\u89C6\u9891",
                                                 "\u731C\u4F60\u559C\u6B22",
                                                 "\u5F80\u671F",
                                                 "\u66F4\u591A\u6587\u7AE0",
                                                 "\u7CFB\u5217",
                                                 "\u6B64\u524D\u62A5\u9053",
                                                 "more from",
                                                 "you may also",
                                                 "read next",
                                                 "related",
                                                 "recommended",
                                                 "\u95A2\u9023",
                                                 "\u304A\u3059\u3059\u3081",
                                                 "\uAD00\uB828",
                                                 "mehr zum thema",
                                                 "auch interessant",
                                                 "\u00E0 lire aussi",
                                                 "leia tamb\u00E9m"};

/// In the order of asking: a ranking by comments is hot, hot comments are comments, "recommended and trending" is hot.
constexpr CategoryWords sections[] = {{Category::hot_topics, rankings},
                                      {Category::comments, comment_headings},
                                      {Category::hot_topics, hot_headings},
                                      {Category::related, related_headings}};

constexpr std::string_view copyright_words[] = {"copyright",
                                                "\u00A9",
                                                "\u7248\u6743\u6240\u6709",
                                                "\u7248\u6B0A\u6240\u6709",
                                                "icp\u5907",
                                                "icp\u5099",
                                                "icp\u8BC1",
                                                "\u516C\u7F51\u5B89\u5907",
                                                "all rights reserved",
                                                "\u672A\u7ECF\u6388\u6743",
                                                "\u7981\u6B62\u8F6C\u8F7D",
                                                "\u8F6C\u8F7D\u8BF7\u6CE8\u660E",
                                                "\u8A31\u53EF\u306A\u304F",
                                                "\u65E0\u65AD\u8F6C\u8F7D",
                                                "\u8A31\u53EF\u8A3C",
                                                "\u8BB8\u53EF\u8BC1",
                                                "\u7121\u65AD\u8EE2\u8F09",
                                                "alle rechte vorbehalten",
                                                "tous droits r\u00E9serv\u00E9s",
                                                "todos los derechos",
                                                "\u7121\u65B7\u8F49\u8F09"};
constexpr std::string_view disclaimer_words[] = {"\u514D\u8D23\u58F0\u660E", "\u4E0D\u4EE3\u8868\u672C",
                                                 "\u4EC5\u4EE3\u8868",       "\u6587\u8D23\u81EA\u8D1F",
                                                 "\u4EC5\u4F9B\u53C2\u8003", "disclaimer"};
constexpr std::string_view app_promo_words[] = {"\u516C\u4F17\u53F7",
                                                "\u516C\u773E\u865F",
                                                "\u5FAE\u4FE1\u53F7",
                                                "\u4E8C\u7EF4\u7801",
                                                "\u5BA2\u6237\u7AEF",
                                                "\u5B98\u65B9\u5FAE\u4FE1",
                                                "\u5B98\u65B9\u5FAE\u535A",
                                                "app\u4E0B\u8F7D",
                                                "\u4E0B\u8F7Dapp",
                                                "\u5C0F\u7A0B\u5E8F",
                                                "\u626B\u7801",
                                                "\u529F\u80FD\u4ECB\u7ECD",
                                                "\u5173\u6CE8\u6211\u4EEC",
                                                "\u957F\u6309\u8BC6\u522B",
                                                "\u4E0B\u8F7D\u5BA2\u6237\u7AEF",
                                                "\u8BF7\u5173\u6CE8",
                                                "\u56DE\u590D\u3010",
                                                "get the app",
                                                "our app",
                                                "app store",
                                                "google play",
                                                "qr code"};
constexpr std::string_view newsletter_words[] = {"newsletter", "\u90AE\u4EF6\u8BA2\u9605", "\u30E1\u30EB\u30DE\u30AC"};
constexpr std::string_view share_words[] = {"\u5206\u4EAB\u5230",
                                            "\u5206\u4EAB\u81F3",
                                            "\u8F6C\u53D1\u5230",
                                            "\u65B0\u6D6A\u5FAE\u535A",
                                            "\u817E\u8BAF\u5FAE\u535A",
                                            "\u641C\u72D0\u5FAE\u535A",
                                            "qq\u7A7A\u95F4",
                                            "\u4E00\u952E\u8F6C\u53D1",
                                            "\u770B\u4E00\u770B",
                                            "share on",
                                            "share to",
                                            "share via",
                                            "tweet",
                                            "facebook",
                                            "twitter",
                                            "whatsapp"};

constexpr CategoryWords subjects[] = {{Category::copyright, copyright_words},
                                      {Category::disclaimer, disclaimer_words},
                                      {Category::app_promo, app_promo_words},
                                      {Category::newsletter, newsletter_words},
                                      {Category::share, share_words}};

bool is_ascii_letter(char c) noexcept {
  return c >= 'a' && c <= 'z';
}

/// Whether `word` stands at `at`; one of ASCII letters must end where the line's own word ends.
bool stands_at(std::string_view line, std::size_t at, std::string_view word) noexcept {
  if (!line.substr(at).starts_with(word)) return false;
  const std::size_t end = at + word.size();
  return !is_ascii_letter(word.back()) || end >= line.size() || !is_ascii_letter(line[end]);
}

/// Bytes of the first of `words` that stands at `at`; 0: none.
std::size_t word_at(std::string_view line, std::size_t at, Words words) noexcept {
  const auto found = std::find_if(words.begin(), words.end(), [&](auto word) { return stands_at(line, at, word); });
  return found == words.end() ? 0 : found->size();
}

Category first_mentioned(std::string_view folded, std::span<const CategoryWords> table) noexcept {
  for (const CategoryWords& row : table) {
    const bool mentioned = std::any_of(row.words.begin(), row.words.end(), [&](std::string_view word) {
      const std::size_t at = folded.find(word);
      const bool begins =
          at == 0 || at == std::string_view::npos || !is_ascii_letter(word.front()) || !is_ascii_letter(folded[at - 1]);
      return at != std::string_view::npos && begins && stands_at(folded, at, word);
    });
    if (mentioned) return row.category;
  }
  return Category::content;
}

}  // namespace

CommentMark comment_mark(std::string_view folded) noexcept {
  // 90 bytes: 30 CJK characters; rows of controls are shorter.
  if (folded.empty() || folded.size() > 90) return CommentMark::none;
  std::size_t control_count = 0;
  std::size_t companion_count = 0;
  for (std::size_t at = 0; at < folded.size();) {
    const bool between = folded[at] == ' ' || (folded[at] >= '0' && folded[at] <= '9');
    std::size_t step = between ? 1 : 0;
    if (step == 0 && (step = word_at(folded, at, controls)) != 0) ++control_count;
    if (step == 0) step = word_at(folded, at, times);
    if (step == 0 && (step = word_at(folded, at, companions)) != 0) ++companion_count;
    if (step == 0) return CommentMark::none;
    at += step;
  }
  if (control_count > 0) return CommentMark::controls;
  const bool has_letters =
      std::any_of(folded.begin(), folded.end(), [](char c) { return c != ' ' && (c < '0' || c > '9'); });
  return companion_count == 0 && has_letters ? CommentMark::bare_time : CommentMark::none;
}

Category section_of_words(std::string_view folded) noexcept {
  // 36 bytes: 12 CJK characters or five words; longer lines are headlines in such a list.
  return folded.size() > 36 ? Category::content : first_mentioned(folded, sections);
}

Category category_of_words(std::string_view folded) noexcept {
  return first_mentioned(folded, subjects);
}

}  // namespace pith::scoring
