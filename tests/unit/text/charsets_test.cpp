#include "text/charsets.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "text/icu.hpp"

using pith::text::charset_in_content_type;
using pith::text::charset_in_meta;
using pith::text::charset_of;

namespace {

std::string name_of(std::string_view label) {
  const auto* const charset = charset_of(label);
  return charset == nullptr ? "" : std::string(charset->name);
}

/// The encodings of the WHATWG Encoding standard (section 4.2), what pith calls each ("": it does not read it), and all
/// of its labels. Written from the standard, apart from the library's own data file.
struct StandardEncoding {
  std::string_view encoding;
  std::string_view charset;
  std::string_view labels;
};
constexpr StandardEncoding standard_encodings[] = {
    {"Big5", "Big5", "big5 big5-hkscs cn-big5 csbig5 x-x-big5"},
    {"EUC-JP", "EUC-JP", "cseucpkdfmtjapanese euc-jp x-euc-jp"},
    {"EUC-KR", "EUC-KR",
     "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 "
     "windows-949"},
    {"gb18030", "GB18030", "gb18030"},
    {"GBK", "GB18030", "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk"},
    {"IBM866", "IBM866", "866 cp866 csibm866 ibm866"},
    {"ISO-2022-JP", "ISO-2022-JP", "csiso2022jp iso-2022-jp"},
    {"ISO-8859-10", "ISO-8859-10", "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6"},
    {"ISO-8859-13", "ISO-8859-13", "iso-8859-13 iso8859-13 iso885913"},
    {"ISO-8859-14", "ISO-8859-14", "iso-8859-14 iso8859-14 iso885914"},
    {"ISO-8859-15", "ISO-8859-15", "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9"},
    {"ISO-8859-16", "", "iso-8859-16"},
    {"ISO-8859-2", "ISO-8859-2",
     "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"},
    {"ISO-8859-3", "ISO-8859-3",
     "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"},
    {"ISO-8859-4", "ISO-8859-4",
     "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"},
    {"ISO-8859-5", "ISO-8859-5",
     "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988"},
    {"ISO-8859-6", "ISO-8859-6",
     "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e "
     "iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"},
    {"ISO-8859-7", "ISO-8859-7",
     "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 "
     "iso_8859-7 iso_8859-7:1987 sun_eu_greek"},
    {"ISO-8859-8", "ISO-8859-8",
     "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 "
     "iso_8859-8 iso_8859-8:1988 visual"},
    {"ISO-8859-8-I", "ISO-8859-8", "csiso88598i iso-8859-8-i logical"},
    {"KOI8-R", "KOI8-R", "cskoi8r koi koi8 koi8-r koi8_r"},
    {"KOI8-U", "KOI8-U", "koi8-ru koi8-u"},
    {"macintosh", "macintosh", "csmacintosh mac macintosh x-mac-roman"},
    {"replacement", "", "csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr replacement"},
    {"Shift_JIS", "Shift_JIS", "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis"},
    {"UTF-16BE", "UTF-16BE", "unicodefffe utf-16be"},
    {"UTF-16LE", "UTF-16LE", "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le"},
    {"UTF-8", "UTF-8", "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8"},
    {"windows-1250", "windows-1250", "cp1250 windows-1250 x-cp1250"},
    {"windows-1251", "windows-1251", "cp1251 windows-1251 x-cp1251"},
    {"windows-1252", "windows-1252",
     "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 "
     "iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252"},
    {"windows-1253", "windows-1253", "cp1253 windows-1253 x-cp1253"},
    {"windows-1254", "windows-1254",
     "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 "
     "windows-1254 x-cp1254"},
    {"windows-1255", "windows-1255", "cp1255 windows-1255 x-cp1255"},
    {"windows-1256", "windows-1256", "cp1256 windows-1256 x-cp1256"},
    {"windows-1257", "windows-1257", "cp1257 windows-1257 x-cp1257"},
    {"windows-1258", "windows-1258", "cp1258 windows-1258 x-cp1258"},
    {"windows-874", "windows-874", "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874"},
    {"x-mac-cyrillic", "x-mac-cyrillic", "x-mac-cyrillic x-mac-ukrainian"},
    {"x-user-defined", "", "x-user-defined"},
};

}  // namespace

TEST_CASE("all 228 labels of the WHATWG Encoding standard are known") {
  std::size_t count = 0;
  for (const StandardEncoding& row : standard_encodings) {
    for (std::string_view rest = row.labels; !rest.empty();) {
      const std::string label(rest.substr(0, rest.find(' ')));
      rest.remove_prefix(std::min(rest.size(), label.size() + 1));
      ++count;
      INFO(label);
      CHECK(name_of(label) == row.charset);
    }
  }
  CHECK(count == 228);
}

TEST_CASE("every row of the labels is found, and decodes by a converter that there is") {
  std::string before;
  for (std::string_view rows = pith::text::charset_labels(); !rows.empty();) {
    const std::string_view row = rows.substr(0, rows.find('\n'));
    rows.remove_prefix(row.size() + 1);
    const std::string label(row.substr(0, row.find('\t')));
    INFO(label);
    CHECK(before < label);  // what the search by halving needs
    before = label;
    const auto* const charset = charset_of(label);
    if (charset == nullptr) continue;
    std::string text;
    const bool is_wide = charset->name.starts_with("UTF-16");
    CHECK(pith::text::convert_to_utf8(is_wide ? std::string_view{} : "river", charset->icu_name, text) == 0);
    CHECK(text == (is_wide ? "" : "river"));
  }
}

TEST_CASE("labels are known in any case, with white space around them, and where pages go beyond the standard") {
  CHECK(name_of("UTF-8") == "UTF-8");
  CHECK(name_of(" utf8 ") == "UTF-8");
  CHECK(name_of("gb2312") == "GB18030");
  CHECK(name_of("GBK") == "GB18030");
  CHECK(name_of("big5-hkscs") == "Big5");
  CHECK(name_of("x-sjis") == "Shift_JIS");
  CHECK(name_of("ks_c_5601-1987") == "EUC-KR");
  CHECK(name_of("iso-8859-1") == "windows-1252");
  CHECK(name_of("koi8-r") == "KOI8-R");
  CHECK(name_of("cp1251") == "windows-1251");
  CHECK(name_of("cp936") == "GB18030");
  CHECK(name_of("cp932") == "Shift_JIS");
  CHECK(name_of("klingon").empty());
  CHECK(name_of(std::string(200, 'x')).empty());
  CHECK(name_of("").empty());
}

TEST_CASE("a Content-Type says its charset") {
  CHECK(charset_in_content_type("text/html; charset=gbk") == "gbk");
  CHECK(charset_in_content_type("text/html; Charset=\"big5\"; x=y") == "big5");
  CHECK(charset_in_content_type("text/html").empty());
}

TEST_CASE("a meta says its charset, either way") {
  CHECK(charset_in_meta("<html><meta charset=gb2312>") == "gb2312");
  CHECK(charset_in_meta("<META http-equiv='Content-Type' content='text/html; charset=big5'>") == "big5");
  CHECK(charset_in_meta("<!-- <meta charset=gbk> --><p>").empty());
  CHECK(charset_in_meta("<meta name=description content='charset=gbk'>").empty());
  CHECK(charset_in_meta(std::string(3000, ' ') + "<meta charset=euc-kr>") == "euc-kr");
}
