#include "html/skeleton/verbatim.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pith::html;

namespace {

struct Copy {
  explicit Copy(std::string_view source, std::size_t begin = 0, std::uint32_t max_depth = 512) {
    skeleton.nesting.reset(max_depth);
    affordable = append_verbatim(source, begin, skeleton).is_affordable;
  }
  Skeleton skeleton;
  bool affordable = false;
};

}  // namespace

TEST_CASE("a page is handed on as it is") {
  const std::string page = "<!doctype html><p>a<table><td>b</table><script>c</script><!-- d -->&amp; < e";
  CHECK(Copy(page).skeleton.html == page);
  CHECK(Copy("<p>a<p>b", 4).skeleton.html == "<p>b");
}

TEST_CASE("tags too deep are left out, and counted") {
  const Copy copy("<div><div><div>a</div></div></div>b", 0, 2);
  CHECK(copy.skeleton.html == "<div><div>a</div></div>b");
  CHECK(copy.skeleton.nesting.dropped() == 1);
}

TEST_CASE("a select within a drawing is called otherwise") {
  CHECK(Copy("<svg><p></svg><svg><select></svg>").skeleton.html == "<svg><p></svg><svg><option></svg>");
  CHECK(Copy("<select><option>a</select>").skeleton.html == "<select><option>a</select>");
}

TEST_CASE("an empty end tag before a tag is left out") {
  CHECK(Copy("a</><b>c</b>").skeleton.html == "a<b>c</b>");
  CHECK(Copy("a</>b").skeleton.html == "a</>b");
}

TEST_CASE("a page that would take a parser too long is refused") {
  std::string page;
  for (int i = 0; i < 20'000; ++i) page += "<a b" + std::to_string(i) + ">";
  CHECK(Copy(page).affordable);
  std::string tag = "<a";
  for (int i = 0; i < 10'000; ++i) tag += " b" + std::to_string(i);
  CHECK_FALSE(Copy(tag + ">").affordable);
}
