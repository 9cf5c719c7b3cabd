#include "html/unparsed_text.hpp"

#include <doctest/doctest.h>

#include <string>

#include <pith/extractor.hpp>
#include <pith/render.hpp>

namespace {

std::string shown(std::string_view html) {
  pith::core::Arena storage(std::size_t{1} << 20U);
  return std::string(pith::html::show_unparsed_text(html, storage));
}

/// A page whose article stands where the parser does not look.
std::string text_of(const std::string& before, const std::string& after) {
  const std::string paragraph =
      "The ferry crossed the estuary twice a day for ninety years, and when the bridge was opened, nobody wanted to be "
      "the one who had to tell its captain.";
  const std::string page = before + "<h1>The last ferry</h1><p>" + paragraph + "</p><p>" + paragraph +
                           " He heard it on the radio.</p>" + after;
  return pith::to_text(pith::extract(page));
}

bool is_read(const std::string& text) {
  return text.find("nobody wanted to be") != std::string::npos && text.find("on the radio") != std::string::npos;
}

}  // namespace

TEST_CASE("a page that ends within a tag, or with it, has no text to end") {
  for (const char* const page : {"a<title", "a<title>", "a<script/", "a<script/>"}) CHECK(shown(page) == page);
}

TEST_CASE("scripts that hold TeX become formulas") {
  CHECK(shown("a<script type=\"math/tex\">x < \"y\" & z</script>b") ==
        "a<math alttext=\"x < &quot;y&quot; &amp; z\"></math>b");
  CHECK(shown("<SCRIPT type='math/tex; mode=display'>x</SCRIPT >") == "<math display=\"block\" alttext=\"x\"></math>");
  CHECK(shown("<script>\"<template shadowrootmode=open>\"</script>") ==
        "<script>\"<template shadowrootmode=open>\"</script>");
  CHECK(shown("<script type=\"math/tex\">never closed") == "<script type=\"math/tex\">never closed");
}

TEST_CASE("shadow trees that the page declares are parts of it") {
  CHECK(shown("<a-b><template shadowrootmode=open><p>x</template></a-b>") == "<a-b><div><p>x</div></a-b>");
  CHECK(shown("<template ShadowRootMode=\"closed\"><template>no</template>x</template>") ==
        "<div><template>no</template>x</div>");
  CHECK(shown("<template>no</template></template>") == "<template>no</template></template>");
  CHECK(shown("<p>x<template shadowrootmode") == "<p>x<template shadowrootmode");
  CHECK(shown("<!-- <template shadowrootmode=open> --><textarea><template shadowrootmode=open></textarea>") ==
        "<!-- <template shadowrootmode=open> --><textarea><template shadowrootmode=open></textarea>");
}

TEST_CASE("what stands instead of frames is shown") {
  CHECK(shown("<frameset cols=\"1,2\"><frame src=a><noframes><body>x</body></noframes></frameset>") ==
        "<body>x</body>");
  CHECK(shown("<body><noframes>x</noframes></body>") == "<body><noframes>x</noframes></body>");
}

TEST_CASE("an iframe ends with the noscript around it") {
  CHECK(shown("<noscript><iframe src=x /></noscript><p>a") == "<noscript><iframe src=x /></iframe></noscript><p>a");
  CHECK(shown("<noscript><IFRAME></NoScript >b<noscript><iframe></noscript>") ==
        "<noscript><IFRAME></iframe></NoScript >b<noscript><iframe></iframe></noscript>");
  for (const char* const whole : {"<noscript><iframe></iframe></noscript>", "<iframe></noscript>", "<noscript><iframe>",
                                  "<noscript></noscript><iframe></noscript>"}) {
    CAPTURE(whole);
    CHECK(shown(whole) == whole);
  }
}

TEST_CASE("a title that nothing ends is a line") {
  CHECK(shown("<title>The last ferry\n<meta name=a><title>b</p>c") ==
        "<title>The last ferry\n</title><meta name=a><title>b</title></p>c");
  CHECK(shown("<title>a < b</title><p>c") == "<title>a < b</title><p>c");
}

TEST_CASE("raw text that says it has none, and that nothing ends, has none") {
  CHECK(shown("<script src=a /><p>b<style/><script src=c /></p>") ==
        "<script src=a /></script><p>b<style/></style><script src=c /></script></p>");
  CHECK(shown("<script src=a /><p>b<script>c</script>") == "<script src=a /><p>b<script>c</script>");
  CHECK(shown("<iframe src=a /><p>b") == "<iframe src=a /></iframe><p>b");
  CHECK(shown("<script type=\"math/tex\" />x") == "<script type=\"math/tex\" /></script>x");
}

TEST_CASE("articles are read where the parser does not look") {
  CHECK(
      is_read(text_of("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>The last "
                      "ferry</title><script src=\"reader.js\"/></head><body>",
                      "</body></html>")));
  CHECK(is_read(text_of("<head><title>The last ferry <link rel=a></head><body>", "</body>")));
  CHECK(is_read(text_of("<body><noscript><iframe src=\"https://tags.example/ns.html\" height=\"0\"/></noscript><main>",
                        "</main></body>")));
  CHECK(is_read(text_of("<body><main><article-page><template shadowrootmode=\"open\"><article>",
                        "</article></template></article-page></main></body>")));
  CHECK(
      is_read(text_of("<html><head><title>The last ferry</title></head><frameset cols=\"20%,80%\"><frame src=\"a\">"
                      "<noframes><body>",
                      "</body></noframes></frameset></html>")));
  CHECK_FALSE(is_read(text_of("<body><template>", "</template></body>")));
  // In a table the skeleton gives up, and the page is read as it is.
  CHECK(is_read(text_of("<body><table><tr><td><form></table><plaintext-not><template shadowrootmode=open>",
                        "</template></body>")));
}
