#include <doctest/doctest.h>

#include <algorithm>

#include "text/text.hpp"

using pith::Notice;
using pith::NoticeCode;
using namespace std::string_view_literals;

namespace {

struct Decoded {
  std::string text;
  std::string charset;
  std::vector<Notice> notices;
  bool is_view = false;

  [[nodiscard]] const Notice* notice(NoticeCode code) const {
    const auto at = std::find_if(notices.begin(), notices.end(), [&](const Notice& n) { return n.code == code; });
    return at == notices.end() ? nullptr : &*at;
  }
};

Decoded decoded(std::string_view bytes, const pith::text::DecodeHints& hints = {}) {
  pith::text::DecodedText out;
  Decoded found;
  pith::text::decode(bytes, hints, out, found.notices);
  found.text = std::string(out.utf8);
  found.charset = out.charset;
  found.is_view = out.utf8.data() == bytes.data();
  return found;
}

struct Sample {
  std::string_view charset;
  std::string_view label;
  std::string_view bytes;
  std::string_view utf8;
};

constexpr Sample samples[] = {
    {"Big5", "big5", "\245\170\306\127\252\272\244\321\256\360\253\334\246\156"sv,
     "\u53F0\u7063\u7684\u5929\u6C23\u5F88\u597D"sv},
    {"GB18030", "gb2312", "\326\320\316\304\315\370\322\263\265\304\304\332\310\335"sv,
     "\u4E2D\u6587\u7F51\u9875\u7684\u5185\u5BB9"sv},
    {"GB18030", "gbk", "\326\354\351\106\273\371\275\262\273\260"sv, "\u6731\u9555\u57FA\u8BB2\u8BDD"sv},
    {"Shift_JIS", "shift_jis", "\223\372\226\173\214\352\202\314\213\114\216\226"sv,
     "\u65E5\u672C\u8A9E\u306E\u8A18\u4E8B"sv},
    {"EUC-JP", "euc-jp", "\306\374\313\334\270\354\244\316\265\255\273\366"sv,
     "\u65E5\u672C\u8A9E\u306E\u8A18\u4E8B"sv},
    {"EUC-KR", "euc-kr", "\307\321\261\271\276\356\040\261\342\273\347"sv, "\uD55C\uAD6D\uC5B4 \uAE30\uC0AC"sv},
    {"KOI8-R", "koi8-r", "\362\325\323\323\313\311\312"sv, "\u0420\u0443\u0441\u0441\u043A\u0438\u0439"sv},
    {"windows-1250", "windows-1250", "\257\363\263\167"sv, "\u017B\u00F3\u0142w"sv},
    {"windows-1251", "windows-1251", "\320\363\361\361\352\350\351"sv, "\u0420\u0443\u0441\u0441\u043A\u0438\u0439"sv},
    {"windows-1252", "iso-8859-1", "\143\141\146\351\040\223\170\224"sv, "caf\u00E9 \u201Cx\u201D"sv},
    {"windows-1253", "windows-1253", "\345\353\353\347\355"sv, "\u03B5\u03BB\u03BB\u03B7\u03BD"sv},
    {"windows-1254", "iso-8859-9", "\376\151\376"sv, "\u015Fi\u015F"sv},
    {"windows-1255", "windows-1255", "\371\354\345\355"sv, "\u05E9\u05DC\u05D5\u05DD"sv},
    {"windows-1256", "windows-1256", "\323\341\307\343"sv, "\u0633\u0644\u0627\u0645"sv},
    {"windows-1257", "windows-1257", "\360\340\376"sv, "\u0161\u0105\u017E"sv},
    {"windows-1258", "windows-1258", "\360\375\365"sv, "\u0111\u01B0\u01A1"sv},
};

}  // namespace

TEST_CASE("a charset is read wherever it is declared") {
  for (const Sample& sample : samples) {
    CAPTURE(sample.label);
    const std::string header = "text/html; charset=" + std::string(sample.label);
    const std::string meta = "<meta charset=\"" + std::string(sample.label) + "\">";

    const Decoded by_header = decoded(sample.bytes, {.content_type = header, .encoding = {}});
    CHECK(by_header.text == sample.utf8);
    CHECK(by_header.charset == sample.charset);
    CHECK(decoded(sample.bytes, {.content_type = {}, .encoding = sample.label}).text == sample.utf8);
    CHECK(decoded(meta + std::string(sample.bytes)).text == meta + std::string(sample.utf8));
    CHECK(by_header.notices.empty());
  }
}

TEST_CASE("a <meta> is found late, but not in a comment") {
  const std::string late = std::string(4000, ' ') + "<meta http-equiv=x content='text/html; charset=gbk'>\326\320";

  CHECK(decoded(late).charset == "GB18030");
  CHECK(decoded("<!-- <meta charset=gbk> --><meta charset=big5>\244\244").charset == "Big5");
}

TEST_CASE("valid UTF-8 wins over a declared legacy charset, and is not copied") {
  const Decoded page = decoded("<meta charset=gb2312>\u4E2D\u6587");

  CHECK(page.charset == "UTF-8");
  CHECK(page.is_view);
  REQUIRE(page.notice(NoticeCode::charset_overruled) != nullptr);
  CHECK(page.notice(NoticeCode::charset_overruled)->detail == "GB18030 -> UTF-8");
}

TEST_CASE("UTF-16 is known by its BOM, by its header and by its NULs") {
  const auto little = "<\0p\0>\0h\0i\0!\0"sv;
  const auto big = "\0<\0p\0>\0h\0i\0!"sv;

  CHECK(decoded("\377\376" + std::string(little)).text == "<p>hi!");
  CHECK(decoded("\376\377" + std::string(big)).text == "<p>hi!");
  CHECK(decoded(little).text == "<p>hi!");
  CHECK(decoded(big).charset == "UTF-16BE");
  CHECK(decoded("\055\116\207\145"sv, {.content_type = "text/html; charset=utf-16le", .encoding = {}}).text ==
        "\u4E2D\u6587");
}

TEST_CASE("x-user-defined and UTF-16 in a <meta> mean an ASCII-compatible page") {
  CHECK(decoded("<meta charset=utf-16>\u4E2D").charset == "UTF-8");
  CHECK(decoded("<meta charset=x-user-defined>\u4E2D").charset == "UTF-8");
}

TEST_CASE("a BOM is not part of the text") {
  CHECK(decoded("\357\273\277abc").text == "abc");
}

TEST_CASE("a page is UTF-8 while there are twenty well-formed characters to each fault") {
  const auto text = [](int characters, int faults) {
    std::string bytes;
    for (int i = 0; i < characters; ++i) bytes += "\u00E9";
    for (int i = 0; i < faults; ++i) bytes += "x\377";
    return bytes;
  };
  CHECK(decoded(text(20, 1)).charset == "UTF-8");
  CHECK(decoded(text(19, 1)).charset != "UTF-8");
  CHECK(decoded(text(40, 2)).charset == "UTF-8");
  CHECK(decoded(text(39, 2)).charset != "UTF-8");
  CHECK(decoded(text(1, 0)).charset == "UTF-8");
}

TEST_CASE("malformed bytes are replaced and counted") {
  const Decoded page = decoded("a\377b\355\240\200c", {.content_type = {}, .encoding = "utf-8"});

  CHECK(pith::text::valid_utf8_prefix(page.text) == page.text.size());
  REQUIRE(page.notice(NoticeCode::bytes_replaced) != nullptr);
  CHECK(page.notice(NoticeCode::bytes_replaced)->count >= 2);
}
