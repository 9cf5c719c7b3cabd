#include <pith.hpp>

#include <doctest/doctest.h>

#include <string>

namespace {

// "Front page", "News", "Sport", "Weather", and a text of sentences.
const std::string menu = "\u9996\u9875 \u65B0\u95FB \u4F53\u80B2 \u5929\u6C14";
const std::string text =
    "\u6628\u5929\u4E0B\u5348\uFF0C\u9752\u77F3\u9547\u5C0F\u5B66\u7684\u64CD\u573A\u4E0A\u54CD\u8D77\u4E86\u4E45\u8FDD"
    "\u7684\u9F13\u58F0\u3002\u5168\u6821\u4E09\u767E\u591A\u540D\u5B66\u751F\u6392\u6210\u65B9\u9635\uFF0C\u8868\u6F14"
    "\u4E86\u8001\u5E08\u65B0\u7F16\u7684\u8170\u9F13\u64CD\u3002\u6821\u957F\u8BF4\uFF0C\u8FD9\u5957\u64CD\u7EC3\u4E86"
    "\u6574\u6574\u4E00\u4E2A\u5B66\u671F\uFF0C\u5B69\u5B50\u4EEC\u6CA1\u6709\u4E00\u4E2A\u4EBA\u53EB\u82E6\u3002";

std::string extracted(const std::string& line) {
  return pith::to_text(pith::extract({.bytes = line, .kind = pith::SourceKind::text}));
}

}  // namespace

TEST_CASE("a menu that is glued to the front of a text of one line goes") {
  CHECK(extracted(menu + " " + text) == extracted(text));
  CHECK(extracted(text).size() >= text.size());
}

TEST_CASE("words between blanks that no phrase names are the text's own") {
  // "Bluestone town, river village, willow bend".
  const std::string villages = "\u9752\u77F3\u9547 \u5C0F\u6CB3\u6751 \u67F3\u6811\u6E7E";
  CHECK(extracted(villages + " " + text).find(villages) == 0);
}
