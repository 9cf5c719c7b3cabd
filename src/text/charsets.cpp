#include "text/charsets.hpp"

#include <algorithm>
#include <string>

namespace pith::text {
namespace {

constexpr Charset charsets[] = {
    {"UTF-8", "UTF-8"},
    {"GB18030", "gb18030"},
    {"Big5", "Big5-HKSCS"},
    {"Shift_JIS", "ibm-943_P15A-2003"},
    {"EUC-JP", "EUC-JP"},
    {"ISO-2022-JP", "ISO-2022-JP"},
    {"EUC-KR", "windows-949"},
    {"UTF-16LE", "UTF-16LE"},
    {"UTF-16BE", "UTF-16BE"},
    {"windows-1250", "windows-1250"},
    {"windows-1251", "windows-1251"},
    {"windows-1252", "windows-1252"},
    {"windows-1253", "windows-1253"},
    {"windows-1254", "windows-1254"},
    {"windows-1255", "windows-1255"},
    {"windows-1256", "windows-1256"},
    {"windows-1257", "windows-1257"},
    {"windows-1258", "windows-1258"},
    {"windows-874", "windows-874"},
    {"KOI8-R", "KOI8-R"},
    {"KOI8-U", "KOI8-U"},
    {"IBM866", "IBM866"},
    {"macintosh", "macintosh"},
    {"ISO-8859-2", "ISO-8859-2"},
    {"ISO-8859-3", "ISO-8859-3"},
    {"ISO-8859-4", "ISO-8859-4"},
    {"ISO-8859-5", "ISO-8859-5"},
    {"ISO-8859-6", "ISO-8859-6"},
    {"ISO-8859-7", "ISO-8859-7"},
    {"ISO-8859-8", "ISO-8859-8"},
    {"ISO-8859-10", "ISO-8859-10"},
    {"ISO-8859-13", "ISO-8859-13"},
    {"ISO-8859-14", "ISO-8859-14"},
    {"ISO-8859-15", "ISO-8859-15"},
};

struct Label {
  std::string_view label;
  std::string_view name;
};

/// Labels that differ from the name by more than case (WHATWG Encoding, section 4.2).
constexpr Label labels[] = {
    {"utf8", "UTF-8"},
    {"unicode-1-1-utf-8", "UTF-8"},
    {"x-unicode20utf8", "UTF-8"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"x-gbk", "GB18030"},
    {"gb_2312", "GB18030"},
    {"gb_2312-80", "GB18030"},
    {"csgb2312", "GB18030"},
    {"chinese", "GB18030"},
    {"iso-ir-58", "GB18030"},
    {"gb-2312", "GB18030"},
    {"cp936", "GB18030"},
    {"big5-hkscs", "Big5"},
    {"cn-big5", "Big5"},
    {"csbig5", "Big5"},
    {"x-x-big5", "Big5"},
    {"shift-jis", "Shift_JIS"},
    {"sjis", "Shift_JIS"},
    {"x-sjis", "Shift_JIS"},
    {"ms_kanji", "Shift_JIS"},
    {"csshiftjis", "Shift_JIS"},
    {"windows-31j", "Shift_JIS"},
    {"cp932", "Shift_JIS"},
    {"x-euc-jp", "EUC-JP"},
    {"cseucpkdfmtjapanese", "EUC-JP"},
    {"csiso2022jp", "ISO-2022-JP"},
    {"cseuckr", "EUC-KR"},
    {"csksc56011987", "EUC-KR"},
    {"iso-ir-149", "EUC-KR"},
    {"korean", "EUC-KR"},
    {"ks_c_5601-1987", "EUC-KR"},
    {"ks_c_5601-1989", "EUC-KR"},
    {"ksc5601", "EUC-KR"},
    {"ksc_5601", "EUC-KR"},
    {"windows-949", "EUC-KR"},
    {"utf-16", "UTF-16LE"},
    {"ucs-2", "UTF-16LE"},
    {"unicode", "UTF-16LE"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso88591", "windows-1252"},
    {"latin1", "windows-1252"},
    {"l1", "windows-1252"},
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ansi_x3.4-1968", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"x-cp1252", "windows-1252"},
    {"cp1250", "windows-1250"},
    {"x-cp1250", "windows-1250"},
    {"cp1251", "windows-1251"},
    {"x-cp1251", "windows-1251"},
    {"cp1253", "windows-1253"},
    {"cp1254", "windows-1254"},
    {"iso-8859-9", "windows-1254"},
    {"iso8859-9", "windows-1254"},
    {"latin5", "windows-1254"},
    {"l5", "windows-1254"},
    {"cp1255", "windows-1255"},
    {"cp1256", "windows-1256"},
    {"cp1257", "windows-1257"},
    {"cp1258", "windows-1258"},
    {"tis-620", "windows-874"},
    {"iso-8859-11", "windows-874"},
    {"dos-874", "windows-874"},
    {"koi", "KOI8-R"},
    {"koi8", "KOI8-R"},
    {"koi8_r", "KOI8-R"},
    {"cskoi8r", "KOI8-R"},
    {"koi8-ru", "KOI8-U"},
    {"866", "IBM866"},
    {"cp866", "IBM866"},
    {"mac", "macintosh"},
    {"x-mac-roman", "macintosh"},
    {"latin2", "ISO-8859-2"},
    {"l2", "ISO-8859-2"},
    {"iso8859-2", "ISO-8859-2"},
    {"cyrillic", "ISO-8859-5"},
    {"arabic", "ISO-8859-6"},
    {"greek", "ISO-8859-7"},
    {"greek8", "ISO-8859-7"},
    {"hebrew", "ISO-8859-8"},
    {"iso-8859-8-i", "ISO-8859-8"},
    {"logical", "ISO-8859-8"},
    {"latin9", "ISO-8859-15"},
    {"iso8859-15", "ISO-8859-15"},
};

char lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool same_ignoring_case(std::string_view a, std::string_view b) noexcept {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

bool is_space_or_quote(char c) noexcept {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == '"' || c == '\'';
}

/// Place of a lower-case ASCII word, from `from` on.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from = 0) noexcept {
  if (from >= text.size()) return std::string_view::npos;
  const auto at = std::search(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), word.begin(), word.end(),
                              [](char x, char y) { return lower(x) == y; });
  return at == text.end() ? std::string_view::npos : static_cast<std::size_t>(at - text.begin());
}

/// The value behind "charset =" in `text`; "" when there is none.
std::string_view charset_value(std::string_view text) noexcept {
  for (std::size_t at = find_word(text, "charset"); at != std::string_view::npos; at = find_word(text, "charset", at)) {
    at += 7;
    while (at < text.size() && (text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r'))) ++at;
    if (at >= text.size() || text[at] != '=') continue;
    ++at;
    while (at < text.size() && is_space_or_quote(text[at])) ++at;
    std::size_t end = at;
    while (end < text.size() && !is_space_or_quote(text[end]) && text[end] != ';' && text[end] != '>' &&
           text[end] != '/') {
      ++end;
    }
    return text.substr(at, end - at);
  }
  return {};
}

/// Whether tag[at] stands within a quoted value.
bool is_quoted(std::string_view tag, std::size_t at) noexcept {
  char quote = 0;
  for (const char letter : tag.substr(0, at)) {
    if (letter == quote) {
      quote = 0;
    } else if (quote == 0 && (letter == '"' || letter == '\'')) {
      quote = letter;
    }
  }
  return quote != 0;
}

/// The label that a <meta> declares: in an attribute of its own, or within the content of an http-equiv.
std::string_view charset_of_meta(std::string_view tag) noexcept {
  const std::string_view label = charset_value(tag);
  if (label.empty()) return {};
  std::size_t word_end = static_cast<std::size_t>(label.data() - tag.data());
  while (word_end > 0 && (is_space_or_quote(tag[word_end - 1]) || tag[word_end - 1] == '=')) --word_end;
  const bool in_content = is_quoted(tag, word_end);
  return in_content && find_word(tag, "http-equiv") == std::string_view::npos ? std::string_view{} : label;
}

}  // namespace

const Charset* charset_of(std::string_view label) noexcept {
  while (!label.empty() && is_space_or_quote(label.front())) label.remove_prefix(1);
  while (!label.empty() && is_space_or_quote(label.back())) label.remove_suffix(1);
  std::string_view name = label;
  for (const Label& row : labels) {
    if (same_ignoring_case(row.label, label)) name = row.name;
  }
  for (const Charset& charset : charsets) {
    if (same_ignoring_case(charset.name, name)) return &charset;
  }
  return nullptr;
}

std::string_view charset_in_content_type(std::string_view value) noexcept {
  return charset_value(value);
}

std::string_view charset_in_meta(std::string_view html) noexcept {
  constexpr std::size_t reach = 8192;
  html = html.substr(0, reach);
  for (std::size_t at = 0; (at = html.find('<', at)) != std::string_view::npos;) {
    if (html.substr(at, 4) == "<!--") {
      const std::size_t end = html.find("-->", at + 2);
      if (end == std::string_view::npos) return {};
      at = end + 3;
      continue;
    }
    const std::size_t end = html.find('>', at);
    const std::string_view tag = html.substr(at, end == std::string_view::npos ? end : end - at);
    const bool is_meta =
        tag.size() > 5 && same_ignoring_case(tag.substr(0, 5), "<meta") && (is_space_or_quote(tag[5]) || tag[5] == '/');
    if (is_meta) {
      if (const std::string_view label = charset_of_meta(tag); charset_of(label) != nullptr) return label;
    }
    ++at;
  }
  return {};
}

}  // namespace pith::text
