#include "text/charsets.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/ascii.hpp"

namespace pith::text {
namespace {

/// An encoding of the WHATWG Encoding standard that pith reads, under the standard's name.
struct Encoding {
  std::string_view name;
  Charset charset;
};

// Not read: "replacement" and "x-user-defined", which no text is in, and ISO-8859-16, which ICU does not have.
constexpr Encoding encodings[] = {
    {"UTF-8", {"UTF-8", "UTF-8"}},
    {"gb18030", {"GB18030", "gb18030"}},
    {"GBK", {"GB18030", "gb18030"}},
    {"Big5", {"Big5", "Big5-HKSCS"}},
    {"Shift_JIS", {"Shift_JIS", "ibm-943_P15A-2003"}},
    {"EUC-JP", {"EUC-JP", "EUC-JP"}},
    {"ISO-2022-JP", {"ISO-2022-JP", "ISO-2022-JP"}},
    {"EUC-KR", {"EUC-KR", "windows-949"}},
    {"UTF-16LE", {"UTF-16LE", "UTF-16LE"}},
    {"UTF-16BE", {"UTF-16BE", "UTF-16BE"}},
    {"windows-1250", {"windows-1250", "windows-1250"}},
    {"windows-1251", {"windows-1251", "windows-1251"}},
    {"windows-1252", {"windows-1252", "windows-1252"}},
    {"windows-1253", {"windows-1253", "windows-1253"}},
    {"windows-1254", {"windows-1254", "windows-1254"}},
    {"windows-1255", {"windows-1255", "windows-1255"}},
    {"windows-1256", {"windows-1256", "windows-1256"}},
    {"windows-1257", {"windows-1257", "windows-1257"}},
    {"windows-1258", {"windows-1258", "windows-1258"}},
    {"windows-874", {"windows-874", "windows-874"}},
    {"KOI8-R", {"KOI8-R", "KOI8-R"}},
    {"KOI8-U", {"KOI8-U", "KOI8-U"}},
    {"IBM866", {"IBM866", "IBM866"}},
    {"macintosh", {"macintosh", "macintosh"}},
    {"x-mac-cyrillic", {"x-mac-cyrillic", "x-mac-cyrillic"}},
    {"ISO-8859-2", {"ISO-8859-2", "ISO-8859-2"}},
    {"ISO-8859-3", {"ISO-8859-3", "ISO-8859-3"}},
    {"ISO-8859-4", {"ISO-8859-4", "ISO-8859-4"}},
    {"ISO-8859-5", {"ISO-8859-5", "ISO-8859-5"}},
    {"ISO-8859-6", {"ISO-8859-6", "ISO-8859-6"}},
    {"ISO-8859-7", {"ISO-8859-7", "ISO-8859-7"}},
    {"ISO-8859-8", {"ISO-8859-8", "ISO-8859-8"}},
    {"ISO-8859-8-I", {"ISO-8859-8", "ISO-8859-8"}},
    {"ISO-8859-10", {"ISO-8859-10", "ISO-8859-10"}},
    {"ISO-8859-13", {"ISO-8859-13", "ISO-8859-13"}},
    {"ISO-8859-14", {"ISO-8859-14", "ISO-8859-14"}},
    {"ISO-8859-15", {"ISO-8859-15", "ISO-8859-15"}},
};

/// The rows of charset_labels() are sorted by label.
std::string_view encoding_of(std::string_view lower_case_label) noexcept {
  std::string_view rows = charset_labels();
  while (!rows.empty()) {
    std::size_t begin = rows.size() / 2;
    while (begin > 0 && rows[begin - 1] != '\n') --begin;
    const std::string_view row = rows.substr(begin, rows.find('\n', begin) - begin);
    const std::size_t tab = row.find('\t');
    const std::string_view label = row.substr(0, tab);
    if (label == lower_case_label) return row.substr(tab + 1);
    if (label < lower_case_label) {
      rows.remove_prefix(begin + row.size() + 1);
    } else {
      rows = rows.substr(0, begin);
    }
  }
  return {};
}

bool is_space_or_quote(char c) noexcept {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == '"' || c == '\'';
}

/// The value after "charset =" in `text`; "" when there is none.
std::string_view charset_value(std::string_view text) noexcept {
  for (std::size_t at = find_ignoring_case(text, "charset"); at != std::string_view::npos;
       at = find_ignoring_case(text, "charset", at)) {
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
  return in_content && find_ignoring_case(tag, "http-equiv") == std::string_view::npos ? std::string_view{} : label;
}

}  // namespace

const Charset* charset_of(std::string_view label) noexcept {
  while (!label.empty() && is_space_or_quote(label.front())) label.remove_prefix(1);
  while (!label.empty() && is_space_or_quote(label.back())) label.remove_suffix(1);
  std::array<char, 32> lowered{};  // longer than any label
  if (label.size() > lowered.size()) return nullptr;
  std::transform(label.begin(), label.end(), lowered.begin(), to_lower_ascii);
  const std::string_view name = encoding_of({lowered.data(), label.size()});
  for (const Encoding& encoding : encodings) {
    if (encoding.name == name) return &encoding.charset;
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
        tag.size() > 5 && starts_with_ignoring_case(tag, "<meta") && (is_space_or_quote(tag[5]) || tag[5] == '/');
    if (is_meta) {
      if (const std::string_view label = charset_of_meta(tag); charset_of(label) != nullptr) return label;
    }
    ++at;
  }
  return {};
}

}  // namespace pith::text
