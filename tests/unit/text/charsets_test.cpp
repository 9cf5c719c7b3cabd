#include "text/charsets.hpp"

#include <doctest/doctest.h>

#include <string>

using pith::text::charset_in_content_type;
using pith::text::charset_in_meta;
using pith::text::charset_of;

namespace {

std::string name_of(std::string_view label) {
  const auto* const charset = charset_of(label);
  return charset == nullptr ? "" : std::string(charset->name);
}

}  // namespace

TEST_CASE("labels of the WHATWG Encoding standard are known") {
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
  CHECK(name_of("klingon").empty());
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
